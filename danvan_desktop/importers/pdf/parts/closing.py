"""The closing (phần cuối văn bản): list of recipients at the left, signature block at the right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.pdf.lines.columns import part_columns
from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.pdf.lines.text_area import TextArea
from danvan_desktop.importers.pdf.pages.page_content import PageContent
from danvan_desktop.importers.recognition.lines.list_markers import is_caps, is_mostly_caps, parse_mark
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.annexes import read_label
from danvan_desktop.importers.recognition.parts.closing import Closing, is_sign_line, read_closing
from danvan_desktop.report.text.normalise import one_line

_LABEL = re.compile(r"Nơi\s+nhận\s*(?::|$)", re.IGNORECASE)
_LEFT_EDGE = 0.35
"""The share of the text's width in which the label "Nơi nhận:" begins."""
_MOST_ROWS_ABOVE = 8
_MOST_ROWS_OVER = 24
_ROOM = 2.0
"""Ems between the signing lines and the name, for the signature."""
_SEAL = re.compile(r"\(.*\)|\[.*\]|(?:Đã ký|đã ký|Ký tên|ký tên)[.,]?", re.IGNORECASE)


@frozen
class ClosingRows:
    """The rows that the closing takes, and what has been read of them."""

    rows: list[PdfRow]
    tail: Closing


def find_closing(pages: Sequence[PageContent]) -> ClosingRows | None:
    """Find Nơi nhận and the signing block beside it; None where there is no "Nơi nhận:" at the left."""
    found = [(page, row) for page in pages for row in page.rows if _is_label(row, page.area)]
    if not found:
        return None
    page, label = found[-1]
    area = page.area
    rows = [row for row in page.rows if row.y >= _top(page, label)]
    rows = rows[: _annex_at(rows, area)]
    columns = part_columns(rows, _gutter(rows, area))
    over = _over_page(pages, page, columns.right)
    columns.right += [row for row in over if not _is_place(row)]
    columns.left += [row for row in over if _is_place(row)]
    tail = read_closing([TextLine(text, text, 1) for text in _places(columns.left)])
    _read_signing(columns.right, tail)
    return ClosingRows([*rows, *over], tail)


def _is_label(row: PdfRow, area: TextArea) -> bool:
    width = area.right - area.left
    return bool(_LABEL.match(row.text)) and row.x0 <= area.left + _LEFT_EDGE * width


def _top(page: PageContent, label: PdfRow) -> float:
    """The height at which the closing begins: signing lines may stand a little above the label."""
    top = label.y - 0.5 * label.size
    above = [row for row in page.rows if row.y < top][-_MOST_ROWS_ABOVE:]
    for row in reversed(above):
        if row.x0 < page.area.middle - 0.25 * (page.area.right - page.area.left) or not is_sign_line(
            row.text
        ):
            break
        top = row.y
    return top


def _annex_at(rows: Sequence[PdfRow], area: TextArea) -> int:
    """The index of the row with which an annex begins on the page of the closing."""
    for index, row in enumerate(rows):
        if read_label(TextLine(row.text, row.text, 1)) is not None and abs(row.middle - area.middle) < 20:
            return index
    return len(rows)


def _gutter(rows: Sequence[PdfRow], area: TextArea) -> float:
    """Between the places at the left and the signing lines at the right."""
    starts = [row.x0 for row in rows if row.x0 > area.left + 0.3 * (area.right - area.left)]
    ends = [row.x1 for row in rows if row.x0 < area.left + 12 and row.x1 < area.middle + 40]
    if starts and ends and max(ends) < min(starts):
        return (max(ends) + min(starts)) / 2
    return min(starts, default=area.middle) - 1


def _over_page(pages: Sequence[PageContent], page: PageContent, right: Sequence[PdfRow]) -> list[PdfRow]:
    """The rows of the next page that belong to a closing which a page end has cut."""
    place = pages.index(page) + 1
    if place == len(pages) or any(
        not is_mostly_caps(row.text) and not _SEAL.fullmatch(row.text) for row in right
    ):
        return []
    rows = pages[place].rows[:_MOST_ROWS_OVER]
    rows = rows[: _annex_at(rows, pages[place].area)]
    taken: list[PdfRow] = []
    for row in rows:
        if not (_is_place(row) or row.x0 > pages[place].area.middle - 60):
            break
        taken.append(row)
    return taken


def _is_place(row: PdfRow) -> bool:
    mark = parse_mark(row.text)
    return mark is not None and mark.kind in {"dash", "plus"}


def _places(rows: Sequence[PdfRow]) -> list[str]:
    """The lines of Nơi nhận, each place whole."""
    places: list[str] = []
    for above, row in zip([None, *rows], rows, strict=False):
        text = one_line(row.text)
        same = (
            above is not None
            and above.tag is not None
            and row.tag is not None
            and above.tag.key == row.tag.key
        )
        loose = above is not None and above.tag is None and len(places) > 1 and not _is_place(row)
        loose = loose and not (places[-1].endswith(".") or is_sign_line(places[-1]) or is_sign_line(text))
        if places and (same or (loose and not text.startswith("Lưu"))):
            places[-1] += " " + text
        else:
            places.append(text)
    return places


@dataclass(slots=True)
class _Signed:
    """A line of the signature block; in a tagged file it may fill several rows."""

    rows: list[PdfRow]

    @property
    def text(self) -> str:
        return one_line(" ".join(row.text for row in self.rows))

    def goes_on(self, row: PdfRow) -> bool:
        """Whether ``row`` belongs to the same block of a tagged file."""
        tag = self.rows[-1].tag
        return tag is not None and row.tag is not None and tag.key == row.tag.key

    def turns_page(self, above: "_Signed") -> bool:
        """Whether a page ends above."""
        return self.rows[0].page != above.rows[-1].page

    def is_far_below(self, above: "_Signed") -> bool:
        """Whether there is room for a signature above, as a page end may be."""
        first, last = self.rows[0], above.rows[-1]
        return self.turns_page(above) or first.y - last.y > _ROOM * first.size


def _read_signing(rows: Sequence[PdfRow], tail: Closing) -> None:
    """Read the right column: what stands above the room for the signature, and the name below it."""
    lines = [line for line in _signed(rows) if _printed(line.text, tail)]
    name = _name_at(lines)
    tail.sign_lines += [line.text for line in lines[:name] if line.text.strip(" .…")]
    posts = [line.text for line in lines[name:] if is_caps(line.text)]
    names = [line.text for line in lines[name:] if not is_caps(line.text)]
    if posts and names:
        tail.other_position = " ".join(posts)
    elif posts:
        names = posts
    if names and names[0].strip(" .…"):
        tail.signer = names[0]
    tail.after += [TextLine(text, text, 1) for text in names[1:]]


def _signed(rows: Sequence[PdfRow]) -> list[_Signed]:
    lines: list[_Signed] = []
    for row in sorted(rows, key=lambda row: (row.page, row.y)):
        if lines and lines[-1].goes_on(row):
            lines[-1].rows.append(row)
        else:
            lines.append(_Signed([row]))
    return lines


def _printed(text: str, tail: Closing) -> bool:
    """Whether ``text`` is for the report; "(Đã ký)" is kept aside."""
    if _SEAL.fullmatch(text):
        tail.unprinted.append(text)
        return False
    return True


def _name_at(lines: Sequence[_Signed]) -> int:
    """Where the name begins: below the room for the signature, or without one where small letters do.

    A page end between signing lines is no such room where they go on below it, above one.
    """
    far = [index for index in range(1, len(lines)) if lines[index].is_far_below(lines[index - 1])]
    if not far:
        return next((i for i, line in enumerate(lines) if not is_mostly_caps(line.text)), len(lines))
    first, room = far[0], next((i for i in far[1:] if not lines[i].turns_page(lines[i - 1])), None)
    if room is None or not lines[first].turns_page(lines[first - 1]):
        return first
    return room if all(is_sign_line(line.text) for line in lines[first:room]) else first
