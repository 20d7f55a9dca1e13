"""The width of the lines of a text file, estimated from the lines themselves."""

from danvan_desktop.importers.recognition.lines.line_fullness import measure
from danvan_desktop.importers.recognition.lines.text_lines import TextLine


def test_a_table_below_an_unfinished_line_is_no_line_that_goes_on() -> None:
    above, below = (TextLine(text, text, 1) for text in ("Kết quả cụ thể như bảng", "và phụ lục kèm theo."))
    table = TextLine("", "", 2)
    assert measure([above, table, below]) == measure([above])
