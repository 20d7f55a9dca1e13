"""Reads a Word file of ours block by block, as it went out or as it came back."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from danvan_desktop.importers.docx.body.body_reader import BodyReader
from danvan_desktop.importers.docx.body.items import Item, WordParagraph, WordTable, paragraphs_of
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.docx.lines.table_grid import to_table
from danvan_desktop.importers.docx.roundtrip.letterhead import OwnLetterhead
from danvan_desktop.importers.docx.roundtrip.runs import (
    is_number,
    is_point_number,
    is_section_number,
    own_runs,
)
from danvan_desktop.importers.docx.takeback.comments import comments_of
from danvan_desktop.importers.docx.takeback.frame_lines import FRAME
from danvan_desktop.importers.docx.takeback.frame_roles import FrameLine, FrameRoles
from danvan_desktop.importers.docx.takeback.sent_lines import NO_LINES, SentLines
from danvan_desktop.importers.docx.takeback.struck_cells import without_struck
from danvan_desktop.importers.docx.takeback.table_heads import cell_looks, plain_heads, without_bold_heads
from danvan_desktop.importers.docx.takeback.table_traces import drop_emptied_rows, tracked_cells
from danvan_desktop.importers.docx.takeback.traced_text import TracedText, traced_text
from danvan_desktop.importers.docx.takeback.tracked_signs import signs_of
from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.layout import nd30
from danvan_desktop.reading.docx.elements import child_value, whole
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.reading.docx.page_setup import page_setup
from danvan_desktop.report.model import plain
from danvan_desktop.report.numbering import parse_decimal
from danvan_desktop.report.takeback.layout_values import LetterStretch, PageMargins
from danvan_desktop.report.takeback.marks import mark_of
from danvan_desktop.report.takeback.model import (
    SECOND_FRAME,
    SECOND_SIGNER,
    GoneBlock,
    NotTaken,
    ReturnedBlock,
    ReturnedComment,
    ReturnedFile,
    ReturnedFrame,
    ReturnedKind,
    ReturnedMark,
    Revision,
    shifted,
)
from danvan_desktop.report.takeback.wording import revision_text

REPORT_ID = "danvan_report_id"
EXPORT_CODE = "danvan_export_code"
CLOSING_ID = "danvan_closing_id"

_KINDS: dict[str, ReturnedKind] = {
    "section": "section",
    "annex_label": "annex",
    "legal_basis": "basis",
    "part": "part",
    "part_title": "part",
}
_ROLES = {f"heading{level}": level for level in (1, 2, 3, 4)}
_TESTS: dict[str, Callable[[str], bool]] = {
    "section": is_section_number,
    "heading": is_number,
    "clause": is_number,
    "point": is_point_number,
}
_TYPED = {"point": "point", "dash": "item", "plus": "item", "decimal": "clause"}
_DEEPEST = 4


def returned_file(package: WordPackage, sent: ReturnedFile | None = None) -> ReturnedFile:
    """Read ``package``; its tracked changes are all made, and told.

    ``sent``: what went out, by whose words lines are known that have lost their styles.
    """
    losses = Losses()
    items = BodyReader(package, losses, as_typed=True, traced=True).read()
    lines = NO_LINES if sent is None else SentLines(sent.blocks)
    reader = _Reader(comments_of(package), losses, FrameRoles(items, lines))
    reader.read(items)
    own = package.custom_properties
    closing = own.get(CLOSING_ID, "")
    return ReturnedFile(
        report_id=own.get(REPORT_ID, ""),
        code=own.get(EXPORT_CODE, ""),
        created=package.created,
        closing_id=int(closing) if closing.isascii() and closing.isdecimal() else 0,
        frame=_frame(reader.frame),
        blocks=tuple(reader.blocks),
        gone=tuple(reader.gone),
        left=(*_left(losses), *_blank_lines_left(reader.blank_lines)),
        pages=tuple(_pages(package)),
        signs=tuple(signs_of(package)),
    )


def _frame(lines: OwnLetterhead) -> ReturnedFrame:
    recipients, filing = lines.recipients()
    if recipients[:1] == (nd30.AS_ABOVE,):  # printed for Kính gửi, and left there where that was taken out
        recipients = recipients[1:]
    return ReturnedFrame(
        kind=lines.known("kind") or "",
        subject=lines.known("subject") or "",
        letterhead=lines.letterhead(),
        marks=lines.marks(),
        addressees=lines.addressees(),
        recipients=recipients,
        filing=filing,
        signature=lines.signature(),
    )


def _pages(package: WordPackage) -> Iterator[PageMargins]:
    """Give the margins of each section of pages."""
    for section in package.body.iter(w("sectPr")):
        setup = page_setup(section)
        columns = max(1, whole(child_value(section, w("cols"), "num"), 1))
        sides = setup.top, setup.bottom, setup.left, setup.right
        yield PageMargins(*sides, setup.width, setup.height, columns)


def _letters(paragraphs: Sequence[WordParagraph]) -> Iterator[LetterStretch]:
    """Say how the letters of a table are set, all its paragraphs in one row."""
    at = 0
    for paragraph in paragraphs:
        text = traced_text(paragraph)
        for each in text.letters:
            yield replace(shifted(each, at), words=text.text[each.start : each.end])
        at += len(text.text)


_TOLD = {"tracked", "comment", "number"}
"""Kinds of losses that are told otherwise here."""


def _left(losses: Losses) -> Iterator[NotTaken]:
    for note in losses.notes():
        if note.kind not in _TOLD:
            yield NotTaken(note.kind, note.text, place=note.near)


def _blank_lines_left(found: Mapping[Revision, str]) -> Iterator[NotTaken]:
    for who, near in found.items():
        text = f"Dòng trống thêm vào: báo cáo không giữ dòng trống, không nhận ({revision_text(who)})."
        yield NotTaken("tracked", text, place=near)


class _Reader:
    def __init__(self, comments: dict[str, ReturnedComment], losses: Losses, roles: FrameRoles) -> None:
        self._roles = roles
        self.frame = OwnLetterhead()
        self.blocks: list[ReturnedBlock] = []
        self.gone: list[GoneBlock] = []
        self.blank_lines: dict[Revision, str] = {}
        """Who put in empty paragraphs under track changes, and the words before the first of them."""
        self._comments = comments
        self._told: set[str] = set()
        self._losses = losses
        self._is_behind_blank = self._is_behind_gone = False
        self._homeless: tuple[ReturnedComment, ...] = ()
        """Comments on paragraphs that are gone: they go to the next block."""
        self._open: dict[str, str] = {}
        """Bookmarks that go on into the next paragraph."""
        self._ended: set[str] = set()
        """Ids of bookmarks that end in a paragraph: one without an end reaches no further than its first."""

    def read(self, items: Sequence[Item]) -> None:
        """Read the body."""
        edits = (each.edits for each in paragraphs_of(list(items)) if each.edits is not None)
        self._ended = {key for each in edits for key in each.closed}
        for item in items:
            if isinstance(item, WordParagraph):
                self._paragraph(item)
            elif self._roles.has(item):
                for line in self._roles.in_table(item):
                    self._paragraph(line.paragraph, line)
            else:
                self._table(item)
        if self._homeless and self.blocks:
            last = self.blocks[-1]
            self.blocks[-1] = replace(last, comments=self._with_homeless(last.comments))

    def _with_homeless(self, comments: tuple[ReturnedComment, ...]) -> tuple[ReturnedComment, ...]:
        found, self._homeless = (*self._homeless, *comments), ()
        return found

    def _paragraph(self, item: WordParagraph, line: FrameLine | None = None) -> None:
        """Read a paragraph; ``line``: what it is in a table of the frame."""
        text = traced_text(item)
        marks = self._marks(item)
        if not text.text.strip() and item.mark is None:
            if text.erased:
                first, *others = dict.fromkeys(_who_took_out(item, text))
                words = "".join(each.text for each in text.erased).strip()
                comments = self._comments_of([item])
                self.gone.append(
                    GoneBlock(
                        marks,
                        words,
                        first,
                        _is_moved(item),
                        also=tuple(others),
                        comments=comments,
                        at=len(self.blocks),
                    )
                )
                self._is_behind_gone = True
            elif item.edits is not None and item.edits.is_new is not None:
                near = self.blocks[-1].text if self.blocks else ""
                self.blank_lines.setdefault(item.edits.is_new, near)
            self._is_behind_blank = True
            self._homeless += self._comments_of([item])
            return
        found = line or self._roles.outside(item, text.text)
        role = found.role
        block = replace(_block(item, role, text, marks), has_own_style=found.is_styled)
        if role in FRAME:
            block = replace(block, runs=text.unstruck)
            if not block.text.strip():
                return
            self.frame.add(role, block.text)
        elif line is not None or role == SECOND_SIGNER:
            runs = text.unstruck
            if not plain(runs).strip():
                return
            role = role if role in {SECOND_SIGNER, SECOND_FRAME} else ""
            block = replace(block, kind="frame", role=role, runs=runs)
        if block.kind != "frame":
            self._roles.text_follows()
        behind, self._is_behind_blank = self._is_behind_blank, False
        self.blocks.append(
            replace(
                block,
                comments=self._with_homeless(self._comments_of([item])),
                is_behind_blank=behind,
                is_behind_gone=self._is_behind_gone,
            )
        )
        self._is_behind_gone = False

    def _table(self, item: WordTable) -> None:
        drop_emptied_rows(item)
        if not item.rows and item.gone_rows:
            self._gone_table(item)
            return
        struck = without_struck(item)
        made = to_table(item, self._losses, own_runs, exact=True)
        paragraphs = item.paragraphs()
        if made is None:
            for paragraph in paragraphs:
                self._paragraph(paragraph)
            return
        self._roles.text_follows()
        heads = [each for row in item.rows[: item.header_rows] for each in row]
        self.blocks.append(
            ReturnedBlock(
                kind="table",
                rows=without_bold_heads(made),
                columns=made.columns,
                header_rows=made.header_rows,
                marks=tuple(mark for each in paragraphs for mark in self._marks(each)),
                tracked_cells=tuple(tracked_cells(item)),
                struck_cells=struck,
                plain_heads=tuple(plain_heads(heads)),
                cell_looks=tuple(cell_looks(item)),
                letters=tuple(_letters(paragraphs)),
                comments=self._with_homeless((*self._comments_of(paragraphs), *self._comments_of_gone(item))),
            )
        )

    def _gone_table(self, item: WordTable) -> None:
        """All of its rows were taken out."""
        names = [name for gone in item.gone_rows for name in gone.bookmarks]
        revisions = tuple(dict.fromkeys(who for gone in item.gone_rows for who in gone.revisions))
        first, *others = revisions or (Revision(),)
        self.gone.append(
            GoneBlock(
                tuple(mark for name in names if (mark := mark_of(name)) is not None),
                " ".join(gone.text for gone in item.gone_rows),
                first,
                also=tuple(others),
                comments=self._comments_of_gone(item),
                is_table=True,
                at=len(self.blocks),
            )
        )

    def _comments_of_gone(self, item: WordTable) -> tuple[ReturnedComment, ...]:
        """Comments on rows and cells that were taken out."""
        parts = (*item.gone_rows, *(part for _, part in item.gone_cells))
        return self._told_once((key, words) for part in parts for key, words in part.comments.items())

    def _marks(self, paragraph: WordParagraph) -> tuple[ReturnedMark, ...]:
        """Return the marks on ``paragraph``, also those that began above it and reach into its text."""
        names = list(paragraph.bookmarks)
        edits = paragraph.edits
        if edits is not None:
            names += [name for key, name in self._open.items() if edits.closed.get(key, True)]
            opened = {key: name for key, name in edits.opened.items() if key in self._ended}
            self._open = {
                key: name for key, name in {**self._open, **opened}.items() if key not in edits.closed
            }
        return tuple(mark for name in names if (mark := mark_of(name)) is not None)

    def _comments_of(self, paragraphs: Sequence[WordParagraph]) -> tuple[ReturnedComment, ...]:
        """Give the comments on them; one without a range is about no words."""
        edits = (each.edits for each in paragraphs if each.edits is not None)
        return self._told_once(
            (key, each.comment_words.get(key, "")) for each in edits for key in each.comment_ids
        )

    def _told_once(self, found: Iterable[tuple[str, str]]) -> tuple[ReturnedComment, ...]:
        """Give comments, by id and the words they are about, that were not given before."""
        told = []
        for identifier, words in found:
            comment = self._comments.get(identifier)
            if comment is not None and identifier not in self._told:
                self._told.add(identifier)
                told.append(replace(comment, words=words))
        return tuple(told)


def _who_took_out(item: WordParagraph, text: TracedText) -> Iterator[Revision]:
    """Say who took out a whole paragraph: its words, its end, and who had put in some of them."""
    yield from (each.revision for each in text.erased)
    if item.edits is not None and item.edits.end_erased is not None:
        yield item.edits.end_erased
    yield from (each.put_in_by for each in text.erased if each.put_in_by is not None)


def _is_moved(paragraph: WordParagraph) -> bool:
    return any(trace is not None and trace.is_moved for _, trace in paragraph.traces)


def _block(
    item: WordParagraph, role: str, text: TracedText, marks: tuple[ReturnedMark, ...]
) -> ReturnedBlock:
    level = _ROLES.get(role, 1)
    name = "heading" if role in _ROLES else role
    label, typed_role, typed_level = _label(item, name, text.text)
    if label and (item.mark is None or text.text.startswith(f"{label} ")):  # a list of Word's may double it
        text = text.without_start(len(label) + 1)
    if typed_level and name in {"clause", "item"}:
        level = typed_level
    kind: ReturnedKind = "frame" if role in FRAME else _KINDS.get(role, "paragraph")
    return ReturnedBlock(
        kind=kind,
        role=name or "body",
        level=level if name != "body" and name else typed_level or 1,
        label=label,
        typed_role=typed_role,
        has_own_style=bool(role),
        runs=text.runs,
        marks=marks,
        tracked=tuple(each for each in text.tracked if each.end > 0),
        erased=tuple(text.erased),
        struck=tuple(text.struck),
        restyled=tuple(text.restyled),
        unstyled=tuple(text.unstyled),
        letters=tuple(text.letters),
        shape=item.edits.shape if item.edits is not None else None,
        reshaped=item.edits.restyled if item.edits is not None else None,
        is_new=item.edits.is_new if item.edits is not None else None,
    )


def _label(item: WordParagraph, role: str, text: str) -> tuple[str, str, int]:
    """Return the number or dash, the role that it makes, and that role's level."""
    if role in FRAME or role in {
        "legal_basis",
        "part",
        "part_title",
        "annex_label",
        "annex_title",
        "caption",
    }:
        return "", "", 1
    mark = item.mark
    if mark is not None:
        level = len(mark.values) if mark.kind == "decimal" else 2 if mark.kind == "plus" else 1
        return mark.number, _TYPED.get(mark.kind, ""), min(level, _DEEPEST)
    first, _, rest = text.partition(" ")
    if not rest.strip():
        return "", "", 0
    test = _TESTS.get(role)
    if test is not None and test(first):
        return first, role, min(len(parse_decimal(first) or (1,)), _DEEPEST)
    typed = parse_mark(text)
    if typed is None or not typed.rest or typed.kind not in _TYPED or typed.typed != first:
        return "", "", 0
    level = len(typed.values) if typed.kind == "decimal" else 2 if typed.kind == "plus" else 1
    return first, _TYPED[typed.kind], min(level, _DEEPEST)
