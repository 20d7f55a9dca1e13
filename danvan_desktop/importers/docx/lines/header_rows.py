"""Header rows of a foreign Word table that are marked by bold letters alone."""

from danvan_desktop.importers.docx.body.items import WordCell, WordParagraph

Rows = list[list[WordCell]]


def bold_header_rows(rows: Rows) -> int:
    """Count the rows of a head that is only bold: the first, and those that its merged cells reach into."""
    count = 0
    while count < len(rows) - 1 and _is_bold(rows[count]) and (not count or _goes_on(rows[count])):
        count += 1
    return count


def _goes_on(row: list[WordCell]) -> bool:
    """Whether a cell of ``row`` belongs to one above."""
    return any(cell.continues for cell in row)


def _is_bold(row: list[WordCell]) -> bool:
    texts = [
        run for cell in row for item in cell.items if isinstance(item, WordParagraph) for run in item.runs
    ]
    texts = [run for run in texts if run.text.strip()]
    return bool(texts) and all(run.bold for run in texts)
