"""Export as plain text (.txt), as the paper reads: for mail, for comparing versions, for import."""

from collections.abc import Iterator

from danvan_desktop.layout.document import Document, Flow, GridTable, StyledParagraph

_PLAIN = str.maketrans({"\u00a0": " ", "\u2011": "-"})


def text_bytes(document: Document) -> bytes:
    """All text of ``document`` in reading order, UTF-8, a line a paragraph, empty lines between blocks."""
    blocks = (block for part in document.parts for flow in part.flow for block in _blocks(flow))
    return ("\n\n".join(block for block in blocks if block.strip()) + "\n").encode()


def _blocks(flow: Flow) -> Iterator[str]:
    if isinstance(flow, StyledParagraph):
        yield _line(flow)
    elif isinstance(flow, GridTable):
        yield from _body_table(flow) if flow.name == "body" else _columns(flow)


def _body_table(table: GridTable) -> Iterator[str]:
    """The table, a row a line, its cells set apart by tabs."""
    rows = []
    for row in table.rows:
        cells = [" ".join(_paragraphs(cell.content)) if cell else "" for cell in row]
        rows.append("\t".join(cells))
    yield "\n".join(rows)


def _columns(table: GridTable) -> Iterator[str]:
    """A table that only places text: cell after cell, a column at a time, as the eye reads it."""
    for column in range(len(table.columns)):
        cells = [row[column] for row in table.rows]
        yield "\n".join(line for cell in cells if cell for line in _paragraphs(cell.content))


def _paragraphs(content: tuple[Flow, ...]) -> Iterator[str]:
    for item in content:
        if isinstance(item, StyledParagraph) and item.text.strip():
            yield _line(item)


def _line(paragraph: StyledParagraph) -> str:
    return " ".join(paragraph.text.translate(_PLAIN).split(" ")).strip()
