"""Paragraphs and tables of a Word file -> lines with their formatting, as the recogniser reads them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.docx.body.items import Item, WordParagraph, WordTable, with_text
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.docx.lines.headings import HeadingCandidate, HeadingClassifier, not_bold
from danvan_desktop.importers.docx.lines.reading_order import PlacedParagraph, in_reading_order
from danvan_desktop.importers.docx.lines.table_grid import to_table
from danvan_desktop.importers.recognition.lines.hard_wrapped import are_cut, without_looks
from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.importers.recognition.lines.text_lines import CleanedLines, TextLine, is_rule
from danvan_desktop.importers.recognition.parts.annexes import read_label
from danvan_desktop.importers.recognition.parts.closing import is_sign_line
from danvan_desktop.importers.recognition.parts.kind_line import is_kind
from danvan_desktop.importers.recognition.parts.letterhead import is_letterhead
from danvan_desktop.importers.recognition.parts.title_and_addressees import read_title
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Run, Runs, Table, plain
from danvan_desktop.report.text.fold_diacritics import fold

_RIGHT = " " * 40
_RIGHT_INDENT = 2_800
"""Twips, 5 cm: text with such an indent stands at the right."""
_SEARCHED = 60
"""Rows from the top among which the title is."""
_CAPTION = re.compile(r"(?:Bảng|Biểu|BẢNG|BIỂU)(?:\s|$)")
_LONGEST_CAPTION = 200
_NEAR = 4
"""Lines above a table among which a label may stand whose title the last one is."""
_TABLE_TEXT = "[bảng]."
"""Stands for a table among lines; its end sign keeps it out of titles."""
_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class _Row:
    """A line before it is known which lines are headings."""

    candidate: HeadingCandidate
    raw: str
    blank_before: bool
    table: Table | None = None
    note: str | None = None
    centred: bool = False
    blank_after: bool = False
    is_landscape: bool = False
    styled_caption: bool = False


@frozen
class LinesOfFile:
    """The lines of a file and which of them are on landscape pages."""

    page: CleanedLines
    landscape: frozenset[int]
    """Numbers of the lines on landscape pages."""


def lines_of_file(items: Iterable[Item], losses: Losses, *, last_is_landscape: bool = False) -> LinesOfFile:
    """Return ``items`` as lines, each a whole paragraph with its formatting.

    ``last_is_landscape``: the last pages are landscape.
    """
    rows, rules = _rows(list(items), losses, last_is_landscape=last_is_landscape)
    rows = _with_captions(rows)
    top = _letterhead_end(rows)
    for row in rows[:top]:
        row.candidate.in_letterhead = True
    titles = HeadingClassifier([row.candidate for row in rows if row.table is None])
    lines = tuple(_line(row, place, titles) for place, row in enumerate(rows, start=1))
    landscape = frozenset(place for place, row in enumerate(rows, start=1) if row.is_landscape)
    return LinesOfFile(CleanedLines(lines, rules=tuple(rules)), landscape)


def rejoined(paper: LinesOfFile, losses: Losses) -> LinesOfFile:
    """Return hard-wrapped lines as ones that can be joined, with a note, where each line is a paragraph."""
    if not are_cut(paper.page.lines):
        return paper
    losses.note("cut")
    return replace(paper, page=replace(paper.page, lines=without_looks(paper.page.lines)))


def clean(runs: Runs) -> Runs:
    """Return ``runs`` with every white space as one space, none at the ends."""
    result: list[Run] = []
    space = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        if space:
            text = text.removeprefix(" ")
        if text:
            space = text.endswith(" ")
            result.append(with_text(run, text))
    while result and result[-1].text.endswith(" "):
        last = result.pop()
        if last.text.strip():
            result.append(with_text(last, last.text.rstrip()))
    return joined(result)


def _rows(items: list[Item], losses: Losses, *, last_is_landscape: bool) -> tuple[list[_Row], list[str]]:
    rows: list[_Row] = []
    rules: list[str] = []
    blank = False
    section = 0
    for placed in in_reading_order(items):
        made = _of_table(placed, losses) if isinstance(placed, WordTable) else _of_paragraph(placed)
        blank = blank or not made
        for row in made:
            if row.table is None and is_rule(row.candidate.text):
                rules.append(row.candidate.text)
                continue
            row.blank_before = row.blank_before or blank
            if rows and row.blank_before:
                rows[-1].blank_after = True
            rows.append(row)
            blank = False
        if isinstance(placed, PlacedParagraph) and placed.paragraph.section is not None:
            _set_orientation(rows[section:], is_landscape=placed.paragraph.section)
            section = len(rows)
    _set_orientation(rows[section:], is_landscape=last_is_landscape)
    return rows, rules


def _set_orientation(rows: list[_Row], *, is_landscape: bool) -> None:
    for row in rows:
        row.is_landscape = is_landscape


def _of_table(table: WordTable, losses: Losses) -> list[_Row]:
    """Return one row that stands for the table, or its paragraphs where no grid can be made of it."""
    made = to_table(table, losses, clean)
    comments = [comment for paragraph in table.paragraphs() for comment in paragraph.comments]
    if made is not None:
        note = "\n".join(comments) or None
        return [
            _Row(HeadingCandidate(_TABLE_TEXT, ()), _TABLE_TEXT, blank_before=True, table=made, note=note)
        ]
    return [row for paragraph in table.paragraphs() for row in _of_paragraph(PlacedParagraph(paragraph))]


def _of_paragraph(placed: PlacedParagraph) -> list[_Row]:
    """Return the lines of a paragraph: several where soft line breaks separate independent lines."""
    paragraph = placed.paragraph
    at_right = placed.at_right or paragraph.align in {"center", "right"} or paragraph.indent >= _RIGHT_INDENT
    rows: list[_Row] = []
    for runs in _split_at_breaks(paragraph, in_layout=placed.in_layout):
        text = plain(clean(runs))
        if not text:
            continue
        first = not rows
        mark = replace(paragraph.mark, rest=text) if paragraph.mark is not None and first else None
        rows.append(
            _Row(
                HeadingCandidate(
                    text, clean(runs), mark, paragraph.outline if first else None, placed.in_layout
                ),
                _raw(plain(runs), at_right=at_right),
                blank_before=False,
                centred=paragraph.align == "center",
                styled_caption=paragraph.style == "caption",
            )
        )
    if rows and paragraph.comments:
        rows[-1].note = "\n".join(paragraph.comments)
    return rows


def _raw(text: str, *, at_right: bool) -> str:
    text = text.rstrip()
    head = text[: len(text) - len(text.lstrip())].expandtabs(8)
    return (_RIGHT if at_right else head) + text.lstrip()


def _split_at_breaks(paragraph: WordParagraph, *, in_layout: bool) -> list[Runs]:
    """Split at soft line breaks where lines are meant; elsewhere such a break is a space."""
    pieces: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *more = run.text.split("\n")
        pieces[-1].append(with_text(run, first))
        pieces += [[with_text(run, text)] for text in more]
    if len(pieces) == 1:
        return [paragraph.runs]
    lines = [tuple(piece) for piece in pieces if plain(tuple(piece)).strip()]
    texts = [plain(clean(line)) for line in lines]
    if in_layout or paragraph.align in {"center", "right"} or any(map(_stands_alone, texts)):
        return lines
    parted: list[Runs] = []
    for index, line in enumerate(lines):
        if index and not _begins_paragraph(texts[index - 1], texts[index], lines[index - 1], line):
            parted[-1] = (*parted[-1], Run(" "), *line)
        else:
            parted.append(line)
    return parted


def _stands_alone(text: str) -> bool:
    """Tell whether ``text`` is a line of a letterhead or of the signing block."""
    return bool(
        is_letterhead(TextLine(text, text, 0))
        or is_sign_line(text)
        or is_kind(text)
        or fold(text).startswith("noi nhan")
    )


def _begins_paragraph(above: str, text: str, runs_above: Runs, runs: Runs) -> bool:
    """Tell whether ``text``, after a soft line break, is a paragraph of its own."""
    if is_rule(above) or is_rule(text):
        return True
    mark = parse_mark(text)
    if mark is not None and mark.kind in {"dash", "plus", "point", "decimal"}:
        return is_ended(above) or mark.kind in {"dash", "plus"}
    return (
        HeadingCandidate(above, clean(runs_above)).is_bold and not HeadingCandidate(text, clean(runs)).is_bold
    )


def _with_captions(rows: list[_Row]) -> list[_Row]:
    """Put the caption that stands above a table into it."""
    result: list[_Row] = []
    for row in rows:
        above = result[-1] if result else None
        if row.table is not None and above is not None and above.table is None and _is_caption(above, result):
            runs = above.candidate.runs
            bold = HeadingCandidate("", runs).is_bold
            row.table = replace(row.table, caption=not_bold(runs) if bold else runs)
            row.note = "\n".join(filter(None, (above.note, row.note))) or None
            result[-1] = row
        else:
            result.append(row)
    return result


def _is_caption(row: _Row, rows: list[_Row]) -> bool:
    """Tell whether ``row``, the last of ``rows``, names the table below it."""
    text = row.candidate.text
    if row.candidate.number is not None or len(text) > _LONGEST_CAPTION:
        return False
    if row.styled_caption or _CAPTION.match(text):
        return True
    above = [other.candidate.text for other in rows[-_NEAR:]]
    names_more = any(is_kind(text) or read_label(TextLine(text, text, 0)) for text in above)
    centred = row.centred and not row.candidate.in_letterhead
    return centred and row.candidate.is_bold and not names_more


def _letterhead_end(rows: list[_Row]) -> int:
    """How many of ``rows`` stand above the text, or are its title: nothing there is a heading."""
    bare = [_bare(row, place) for place, row in enumerate(rows[:_SEARCHED], start=1)]
    return read_title(bare).first


def _bare(row: _Row, place: int) -> TextLine:
    """The line of ``row`` before it is known whether it is a heading."""
    look = Look(row.candidate.runs, table=row.table, mark=row.candidate.mark, centred=row.centred)
    return TextLine(row.candidate.text, row.raw, place, row.blank_before, row.blank_after, look)


def _line(row: _Row, place: int, titles: HeadingClassifier) -> TextLine:
    candidate = row.candidate
    if row.table is not None:
        look = Look(table=row.table, note=row.note)
        return TextLine(_TABLE_TEXT, _TABLE_TEXT, place, row.blank_before, row.blank_after, look)
    look = replace(titles.look(candidate), note=row.note, centred=row.centred)
    if candidate.mark is None:
        return TextLine(candidate.text, row.raw, place, row.blank_before, row.blank_after, look)
    label = f"{candidate.mark.typed} "
    look = replace(look, runs=(Run(label), *look.runs))
    return TextLine(label + candidate.text, label + row.raw, place, row.blank_before, row.blank_after, look)
