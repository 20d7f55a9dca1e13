"""Text of our own Word file read back: the paragraph style gives the role of each block."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from danvan_desktop.importers.docx.body.items import WordParagraph, WordTable
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.docx.lines.paragraph_lines import clean
from danvan_desktop.importers.docx.lines.table_grid import to_table
from danvan_desktop.importers.docx.roundtrip.runs import (
    is_number,
    is_point_number,
    is_section_number,
    item,
    numbered,
    own_runs,
    with_mark,
)
from danvan_desktop.importers.docx.roundtrip.styles import role_of
from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.importers.recognition.parts.blocks import to_block
from danvan_desktop.importers.recognition.parts.paragraphs import ReadParagraph
from danvan_desktop.report.diff.words import cut, joined
from danvan_desktop.report.model import (
    Annex,
    Block,
    Numbering,
    Paragraph,
    Part,
    Role,
    Run,
    Runs,
    Section,
    plain,
)
from danvan_desktop.report.numbering import parse_decimal, parse_roman
from danvan_desktop.report.section_titles import section_key
from danvan_desktop.report.takeback.marks import is_of, mark_of

_BLOCK_ROLES: dict[str, tuple[Role, int]] = {
    "body": ("body", 1),
    **{f"heading{level}": ("heading", level) for level in (1, 2, 3, 4)},
    "clause": ("clause", 1),
    "point": ("point", 1),
    "item": ("item", 1),
}
RUNNING = ("body", "clause", "point", "item")
"""The roles whose last paragraph bears the end mark."""


class BlockIds:
    """Allocates block ids: that of the block's bookmark, else a new one above all of those."""

    def __init__(self, bookmarks: Iterable[str], report_id: str) -> None:
        self._report_id = report_id
        self._free = {identifier for name in bookmarks if (identifier := self._named(name))}
        self.next = max(self._free, default=0) + 1

    def take(self, bookmarks: Iterable[str]) -> int:
        """Return the id that one of ``bookmarks`` names, else a new one."""
        for name in bookmarks:
            identifier = self._named(name)
            if identifier in self._free:
                self._free.discard(identifier)
                return identifier
        return self.mint()

    def _named(self, bookmark: str) -> int:
        """Return the id that ``bookmark`` names; 0 for one that is not of this report."""
        mark = mark_of(bookmark)
        return mark.id if mark is not None and is_of(mark, self._report_id) else 0

    def mint(self) -> int:
        """Return a new id."""
        self.next += 1
        return self.next - 1


@dataclass(slots=True)
class OwnText:
    """The parts of the text: legal bases, opening, sections, annexes."""

    bases: list[Runs] = field(default_factory=list)
    opening: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)


class TextReader:
    """Builds the text from its paragraphs and tables, fed one after the other."""

    def __init__(self, ids: BlockIds, losses: Losses) -> None:
        self.text = OwnText()
        self._ids = ids
        self._losses = losses
        self._part: Part | None = None
        self._caption: Runs | None = None

    def table(self, table: WordTable) -> None:
        """Add a table of the text."""
        paragraphs = table.paragraphs()
        made = to_table(table, self._losses, own_runs, exact=True)
        comments = "\n".join(comment for p in paragraphs for comment in p.comments) or None
        if made is None:
            for paragraph in paragraphs:
                self.paragraph(paragraph)
            return
        identity = self._ids.take(name for p in paragraphs for name in p.bookmarks)
        self._put(replace(made, id=identity, caption=self._caption, note=comments))
        self._caption = None

    def paragraph(self, paragraph: WordParagraph) -> None:
        """Add a paragraph of the text."""
        self._flush_caption()
        runs = own_runs(paragraph.runs, paragraph.style)
        role = role_of(paragraph.style)
        if not plain(runs).strip():
            return
        if role == "legal_basis" and not self.text.sections and not self.text.opening:
            self.text.bases.append(runs)
        elif role in {"part", "part_title"}:
            self._open_part(role, runs)
        elif role == "section":
            self._open_section(paragraph, runs)
        elif role == "annex_label":
            self._open_annex(paragraph, plain(runs))
        elif role == "annex_title" and self.text.annexes and not self.text.annexes[-1].blocks:
            last = self.text.annexes[-1]
            above = (*last.title, Run(" ")) if last.title else ()
            self.text.annexes[-1] = replace(last, title=joined((*above, *runs)))
        elif role == "caption":
            self._caption = runs
        else:
            self._put(self._block(paragraph, role, runs))

    def finish(self) -> OwnText:
        """Return what was read."""
        self._flush_caption()
        if self._part is not None:
            self._begin_section(Section(self._ids.mint(), numbering="none"))
        return self.text

    def turn_last_annex(self) -> None:
        """Make the pages of the last annex landscape."""
        if self.text.annexes:
            self.text.annexes[-1] = replace(self.text.annexes[-1], orientation="landscape")

    def _put(self, block: Block) -> None:
        text = self.text
        if self._part is not None:
            self._begin_section(Section(self._ids.mint(), numbering="none"))
        if text.annexes:
            text.annexes[-1] = replace(text.annexes[-1], blocks=(*text.annexes[-1].blocks, block))
        elif text.sections:
            text.sections[-1] = replace(text.sections[-1], blocks=(*text.sections[-1].blocks, block))
        else:
            text.opening.append(block)

    def _flush_caption(self) -> None:
        """A caption that no table follows is a paragraph."""
        if self._caption is not None:
            runs, self._caption = self._caption, None
            self._put(Paragraph(self._ids.mint(), runs=runs))

    def _open_part(self, role: str, runs: Runs) -> None:
        if role == "part_title" and self._part is not None and not self._part.title:
            self._part = replace(self._part, title=runs)
            return
        if self._part is not None:
            self._begin_section(Section(self._ids.mint(), numbering="none"))
        if role == "part_title":
            self._part = Part("", runs)
            return
        label = plain(runs).strip()
        number = label.removeprefix("Phần ").strip()
        self._part = Part(number if parse_roman(number) else label)

    def _open_section(self, paragraph: WordParagraph, runs: Runs) -> None:
        number, title = numbered(paragraph, runs, is_section_number)
        numbering: Numbering = "none" if number is None else "fixed"
        identity = self._ids.take(paragraph.bookmarks)
        self._begin_section(Section(identity, section_key(plain(title)), number, numbering, None, title))

    def _begin_section(self, section: Section) -> None:
        part, self._part = self._part, None
        if part is not None and not section.title:
            section = replace(section, key=section_key(plain(part.title)))
        self.text.sections.append(replace(section, part=part))

    def _open_annex(self, paragraph: WordParagraph, label: str) -> None:
        number = label.strip().removeprefix("Phụ lục").strip() or None
        identity = self._ids.take(paragraph.bookmarks)
        self.text.annexes.append(Annex(identity, number, "fixed" if number else "auto"))

    def _block(self, paragraph: WordParagraph, role: str, runs: Runs) -> Block:
        note = "\n".join(paragraph.comments) or None
        if role not in _BLOCK_ROLES:
            return self._foreign(paragraph, runs, note)
        kind, level = _BLOCK_ROLES[role]
        identity = self._ids.take(paragraph.bookmarks)
        if kind == "body":
            return Paragraph(identity, runs=with_mark(paragraph.mark, runs), note=note)
        if kind == "item":
            level, runs = item(paragraph.mark, runs)
            return Paragraph(identity, kind, level, runs=runs, note=note)
        test = is_point_number if kind == "point" else is_number
        number, runs = numbered(paragraph, runs, test)
        numbering: Numbering = "none" if number is None else "fixed"
        if kind == "clause" and number is not None:
            level = min(len(parse_decimal(number) or (1,)), 4)
        return Paragraph(identity, kind, level, number, numbering, runs, note)

    def _foreign(self, paragraph: WordParagraph, runs: Runs, note: str | None) -> Block:
        """A paragraph that somebody put in with another style is recognised by its words."""
        runs = clean(runs)
        text = plain(runs)
        mark = paragraph.mark or parse_mark(text)
        rest = mark.rest if mark is not None else text
        piece = ReadParagraph(rest, mark, 0, Look(runs=cut(runs, len(text) - len(rest)), note=note))
        return to_block(piece, None, lambda: self._ids.take(paragraph.bookmarks))
