"""What a report prints, in a form in which two reports can be compared."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.importers.pdf import read
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.document import Document, GridCell, GridTable, StyledParagraph
from danvan_desktop.report.model import Report

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
Printed = tuple[str, str]
"""The name of a style and a text in it, its emphasis marked."""

# A khoản of running text and an ordinary paragraph that begins with "6." look alike on paper; the size of
# the date follows from the office's settings, which a PDF does not hold.
_ALIKE = {"clause": "body", "date_small": "date"}
# Made from the letterhead, which paper shows in capitals.
_CAPITALS = {"annex_source"}
_CELL = re.compile(r"cell_(?:left|center|right|justify)")


def imported(data: bytes, name: str = "a.pdf") -> Report:
    """The report that a PDF becomes."""
    return read(InputFile(Path(name), data), NOW)


def printed(report: Report) -> list[Printed]:
    """Everything that ``report`` prints, in order, with the kind of each paragraph."""
    return list(_document(compose(report)))


def _document(document: Document) -> Iterator[Printed]:
    for part in document.parts:
        yield "part", "landscape" if part.setup.width > part.setup.height else "portrait"
        for block in part.flow:
            if isinstance(block, StyledParagraph):
                yield _paragraph(block)
            elif isinstance(block, GridTable):
                yield from _table(block)


def _table(table: GridTable) -> Iterator[Printed]:
    yield "table", f"{table.name} {len(table.columns)} {table.header_rows}"
    for row in table.rows:
        for cell in row:
            yield "cell", "" if cell is None else f"{cell.rows} {cell.cols}"
            yield from _cell(cell)


def _cell(cell: GridCell | None) -> Iterator[Printed]:
    for block in cell.content if cell else ():
        if isinstance(block, StyledParagraph) and block.text.strip():
            yield _paragraph(block)


def _paragraph(paragraph: StyledParagraph) -> Printed:
    name = _CELL.sub("cell", _ALIKE.get(paragraph.style.name, paragraph.style.name))
    text = re.sub(r"\s+", " ", "".join(_emphasised(paragraph))).strip().replace("\u2011", "-")
    return name, text.upper() if name in _CAPITALS else text


def _emphasised(paragraph: StyledParagraph) -> Iterator[str]:
    """The text, each word in a look of its own with that look before it; a space has none."""
    for span in paragraph.spans:
        look = "".join(
            sign
            for sign, on in (
                ("*", span.bold and not paragraph.style.bold),
                ("/", span.italic and not paragraph.style.italic),
                ("_", span.underline),
                ("^", span.vertical == "super"),
                ("~", span.vertical == "sub"),
            )
            if on
        )
        yield re.sub(r"(?=\S)(?<!\S)", look, span.text) if look else span.text
