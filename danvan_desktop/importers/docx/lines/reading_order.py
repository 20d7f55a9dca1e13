"""Layout tables and reading order: which tables only arrange text, and the paragraphs in them by columns."""

from collections.abc import Iterator, Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.docx.body.items import Item, WordCell, WordParagraph, WordTable, paragraphs_of
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.closing import is_sign_line
from danvan_desktop.importers.recognition.parts.kind_line import find_kind
from danvan_desktop.importers.recognition.parts.letterhead import is_letterhead
from danvan_desktop.report.text.fold_diacritics import fold

_SEARCHED = 40
"""Blocks from the top among which the tên loại is looked for."""
_MOST_COLUMNS = 4
_MOST_ROWS = 4
_ADDRESSED = 6


@frozen
class PlacedParagraph:
    """A paragraph and whether it stands at the right of a layout table."""

    paragraph: WordParagraph
    at_right: bool = False
    in_layout: bool = False


def in_reading_order(items: Sequence[Item]) -> Iterator[PlacedParagraph | WordTable]:
    """Yield the paragraphs, those of layout tables among them, and the data tables."""
    title = title_index(items)
    for index, item in enumerate(items):
        if isinstance(item, WordParagraph):
            yield PlacedParagraph(item)
        elif _is_layout(item, index, title):
            yield from _by_columns(item)
        else:
            yield item


def title_index(items: Sequence[Item]) -> int:
    """The index of the block with the tên loại; -1 where there is none."""
    places: list[int] = []
    lines: list[TextLine] = []
    for index, item in enumerate(items[:_SEARCHED]):
        if isinstance(item, WordTable) and _holds_data(item):
            break
        for text in filter(None, (text for p in paragraphs_of([item]) for text in lines_of(p))):
            lines.append(TextLine(text, text, len(lines) + 1))
            places.append(index)
    found = find_kind(lines)
    return -1 if found is None else places[found.index]


def _holds_data(table: WordTable) -> bool:
    """Tell whether ``table`` surely is none of a letterhead: its cells may be headed "KẾ HOẠCH" too."""
    return table.bordered and (_columns(table) > _MOST_COLUMNS or len(table.rows) > _MOST_ROWS)


def _columns(table: WordTable) -> int:
    return max((cell.column + cell.cols for row in table.rows for cell in row), default=1)


def lines_of(paragraph: WordParagraph) -> list[str]:
    """The lines of a paragraph, parted by soft breaks."""
    return [" ".join(line.split()) for line in paragraph.text.split("\n")]


def _is_layout(table: WordTable, index: int, title: int) -> bool:
    """Tell whether ``table`` is a layout table: of a letterhead, addressees or the signing block."""
    lines = [line for paragraph in table.paragraphs() for line in lines_of(paragraph) if line]
    if index <= title or any(fold(line).startswith("noi nhan") for line in lines):
        return True
    if title < 0 and index < _SEARCHED and any(is_letterhead(TextLine(line, line, 0)) for line in lines):
        return True
    if title < index <= title + _ADDRESSED and any(fold(line).startswith("kinh gui") for line in lines):
        return True
    columns = _columns(table)
    if table.bordered or columns > _MOST_COLUMNS:
        return False
    return columns == 1 or any(map(is_sign_line, lines))


def _by_columns(table: WordTable) -> Iterator[PlacedParagraph]:
    """Yield the paragraphs column by column; a row of one cell separates what is above and below it."""
    width = _columns(table)
    band: list[WordCell] = []
    for row in table.rows:
        if any(cell.cols >= width for cell in row) and width > 1:
            yield from _band(band)
            yield from _band(row)
            band = []
        else:
            band += row
    yield from _band(band)


def _band(cells: list[WordCell]) -> Iterator[PlacedParagraph]:
    for cell in sorted(cells, key=lambda cell: cell.column):
        for item in cell.items:
            if isinstance(item, WordParagraph):
                yield PlacedParagraph(item, at_right=cell.column > 0, in_layout=True)
            else:
                yield from (
                    PlacedParagraph(p.paragraph, at_right=cell.column > 0 or p.at_right, in_layout=True)
                    for p in _by_columns(item)
                )
