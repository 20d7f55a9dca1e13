"""The letterhead (phần đầu văn bản): two columns above the document type, centred lines below it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.pdf.lines.columns import Columns, part_columns
from danvan_desktop.importers.pdf.lines.paragraphs import PdfParagraph
from danvan_desktop.importers.pdf.lines.rows import PdfRow, split_at
from danvan_desktop.importers.pdf.lines.text_area import TextArea
from danvan_desktop.importers.pdf.pages.page_content import Item, PageContent
from danvan_desktop.importers.recognition.lines.list_markers import is_caps
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.kind_line import ADDRESS, read_kind
from danvan_desktop.importers.recognition.parts.letterhead import Head, is_national, read_letterhead
from danvan_desktop.importers.recognition.parts.title_and_addressees import Title
from danvan_desktop.report.document_kinds import REPORT
from danvan_desktop.report.text.normalise import one_line

_NATION = re.compile(r"C\s?Ộ\s?N\s?G\s+H\s?[ÒO]\s?[ÀA]\s+X\s?Ã\s+H\s?Ộ\s?I")
_OPEN_NUMBER = re.compile(r"Số\s*:.*[-/]")
_NO_SYMBOL = re.compile(r"Số\s*:?\s*(\d{1,5}[a-z]?)?[\s.…_]*/[\s.…_]*")
"""A number whose symbol is not known yet."""
_YEAR = re.compile(r"(?:19|20)\d\d[.…]*")
_MIDDLE = 0.12
"""The share of the text's width that the tên loại may be off its middle."""
_BOLD = 0.6
_FAR_IN = 3.0
"""Ems; a first line is two further right at most."""


@frozen
class TopRows:
    """The rows of the first page above the text."""

    above: list[PdfRow]
    kind: PdfRow | None
    """The row with the tên loại; None: it is a công văn, whose letterhead ends at Kính gửi."""
    below: list[PdfRow]
    """All other rows of the page."""


def _is_kind(row: PdfRow, page: PageContent) -> bool:
    """Tell whether ``row`` is the tên loại: in capitals, near the middle."""
    width = page.source.width
    return (
        read_kind(row.text) is not None
        and not is_national(row.text)
        and abs(row.middle - width / 2) <= _MIDDLE * width
        and not row.text.endswith(".")
    )


def _is_letter(above: Sequence[PdfRow]) -> bool:
    """Tell whether the rows above Kính gửi are the letterhead of a công văn: they name no kind."""
    named = any(read_kind(row.text) is not None for row in above)
    return not named and any(is_national(row.text) for row in above)


def split_top(page: PageContent) -> TopRows | None:
    """Part the rows of the first page at the tên loại or Kính gửi; None where it bears neither."""
    for index, row in enumerate(page.rows):
        address = ADDRESS.match(row.text) is not None
        if address and not _is_letter(page.rows[:index]):
            return None
        if address or _is_kind(row, page):
            rest = [other for other in page.rows[index + 1 :] if other.y > row.y]
            above = [other for other in page.rows if other.y <= row.y and other is not row]
            return TopRows(above, None if address else row, [row, *rest] if address else rest)
    return None


def read_top(rows: Sequence[PdfRow], area: TextArea) -> Head:
    """Read the letterhead: its left column, then its right one."""
    columns = _columns(rows, area)
    texts = [*_texts(columns.left), *_texts(columns.right)]
    # "…" alone stands for what is not known.
    lines = [
        TextLine(text, text, 1) for text in texts if text.strip(" .…") and not _NO_SYMBOL.fullmatch(text)
    ]
    head = read_letterhead(lines)
    if head.letterhead.symbol is None:
        numbers = (match[1] for text in texts if (match := _NO_SYMBOL.fullmatch(text)))
        head.letterhead = replace(head.letterhead, number=next(numbers, None))
    _tell_agencies(head, columns.left)
    return head


def _columns(rows: Sequence[PdfRow], area: TextArea) -> Columns:
    """Part the letterhead at the left edge of the Quốc hiệu, the widest line of its column."""
    cut: list[PdfRow] = []
    gutter = area.middle
    for row in rows:
        nation = _NATION.search(row.text)
        if nation is None:
            cut.append(row)
            continue
        start = row.seen[len(re.sub(r"\s", "", row.text[: nation.start()]))].x0
        gutter = start - 1
        cut += [part for part in split_at(row, gutter) if part is not None]
    return part_columns(cut, gutter)


def _texts(rows: Sequence[PdfRow]) -> list[str]:
    """The texts of one column; a number or a date that was too long for its line is whole again."""
    texts: list[str] = []
    for row in rows:
        text = one_line(row.text)
        if texts and _YEAR.fullmatch(text) and texts[-1].endswith("năm"):
            texts[-1] += f" {text}"
        elif texts and _OPEN_NUMBER.fullmatch(texts[-1]):
            texts[-1] += text
        else:
            texts.append(text)
    return texts


def _tell_agencies(head: Head, left: Sequence[PdfRow]) -> None:
    """Tell cơ quan chủ quản from cơ quan ban hành by their look: only the second is bold."""
    holes = [row for row in left if not row.text.strip(" .…")]
    names = [row for row in left if one_line(row.text) in head.agencies or row in holes]
    plain = [row for row in names if row.bold < _BOLD]
    bold = [row for row in names if row.bold >= _BOLD]
    if not bold or names != [*plain, *bold]:
        return
    parent, agency = (
        " ".join(one_line(row.text) for row in some if row not in holes) for some in (plain, bold)
    )
    head.letterhead = replace(head.letterhead, parent_agency=parent or None, agency=agency or None)


def read_below(kind: PdfRow | None, items: Sequence[Item]) -> tuple[Title, int]:
    """Read trích yếu and Kính gửi; the number tells how many of ``items`` they take."""
    name, rest = (read_kind(kind.text) if kind is not None else None) or (REPORT, "")
    parts = [rest] if rest else []
    index = 0
    while kind is not None and index < len(items) and _is_subject(items[index], parts):
        parts.append(_text(items[index]))
        index += 1
    addressees, index = _addressees(items, index)
    subject = one_line(" ".join(parts))
    title = Title(subject=subject, addressees=addressees, kind=name, has_kind=kind is not None)
    return title, index


def _text(item: Item) -> str:
    return item.text if isinstance(item, PdfParagraph) else ""


def _is_subject(item: Item, parts: Sequence[str]) -> bool:
    """Whether ``item`` is trích yếu: bold and centred, the first centred line, or the rest of a bold one."""
    if not isinstance(item, PdfParagraph) or ADDRESS.match(item.text):
        return False
    if not item.centred:
        return item.bold and (item.text[:1].islower() if parts else _is_far_in(item))
    decides = parts and is_caps(item.text) and not is_caps(parts[-1])  # "CHỦ TỊCH ỦY BAN NHÂN DÂN …"
    return (item.bold and not decides) or not parts or item.text.startswith("(")


def _is_far_in(paragraph: PdfParagraph) -> bool:
    """Whether ``paragraph`` begins where no text does: a title that was centred by hand, off the middle."""
    row = paragraph.rows[0]
    return paragraph.mark is None and row.x0 - paragraph.area.left > _FAR_IN * row.size


def _addressees(items: Sequence[Item], start: int) -> tuple[list[str], int]:
    """Kính gửi: one place on its line, or several below it, each with a dash."""
    match = ADDRESS.match(_text(items[start])) if start < len(items) else None
    if match is None:
        return [], start
    names = [match[1]] if match[1] else []
    index = start + 1
    while index < len(items) and (name := _place(items[index], first=not names)):
        names.append(name)
        index += 1
    return [clean for name in names if (clean := name.lstrip("-–• ").rstrip(";.,: "))], index


def _place(item: Item, *, first: bool) -> str:
    """The place that ``item`` names below "Kính gửi:", "" where it names none."""
    if not isinstance(item, PdfParagraph):
        return ""
    if item.mark is not None and item.mark.kind in {"dash", "plus"}:
        return item.mark.rest
    return item.text if first and len(item.rows) == 1 else ""
