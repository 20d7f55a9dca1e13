"""What is struck through in a table: it is read as gone, and told as proposed."""

from danvan_desktop.importers.docx.body.items import WordCell, WordParagraph, WordTable, paragraphs_of
from danvan_desktop.importers.docx.takeback.traced_text import traced_text
from danvan_desktop.report.model import Runs, plain
from danvan_desktop.report.takeback.model import StruckCell


def without_struck(table: WordTable) -> tuple[StruckCell, ...]:
    """Take the struck words out of ``table``, a row of nothing else as a whole, and say where they were."""
    whole = {number: words for number, cells in enumerate(table.rows) if (words := _struck_row(cells))}
    if len(whole) == len(table.rows):
        return ()  # there would be no table left
    found = [StruckCell(-1, -1, words) for words in whole.values()]
    table.keep([number for number in range(len(table.rows)) if number not in whole])
    for row, cells in enumerate(table.rows):
        for cell in cells:
            for paragraph in paragraphs_of(cell.items):
                if (kept := _unstruck(paragraph)) is not None:
                    found.append(StruckCell(row, cell.column, paragraph.text))
                    paragraph.runs = kept
    return tuple(found)


def _struck_row(cells: list[WordCell]) -> str:
    """Return the words of a row of which all are struck through; "" where some are not."""
    paragraphs = [paragraph for cell in cells for paragraph in paragraphs_of(cell.items)]
    said = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    for paragraph in said:
        kept = _unstruck(paragraph)
        if kept is None or plain(kept).strip():
            return ""
    return "\t".join(paragraph.text.strip() for paragraph in said)


def _unstruck(paragraph: WordParagraph) -> Runs | None:
    """Return what is not struck; None where nothing is."""
    text = traced_text(paragraph)
    return text.unstruck if text.struck else None
