"""What is told of a PDF of which not every page could be read."""

from pathlib import Path

from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.importers.pdf import read
from danvan_desktop.report.model import ImportNote
from tests.builders.drawn_pdf import plain_pages
from tests.builders.reports import NOW

LINE = (85, 700, "Van phong da phoi hop voi cac don vi.")


def notes_of(*pages: list[tuple[int, int, str]]) -> tuple[ImportNote, ...]:
    return read(InputFile(Path("a.pdf"), plain_pages(*pages)), NOW).import_notes


def test_pages_on_which_nothing_can_be_read_are_named() -> None:
    (note,) = (note for note in notes_of([LINE], [], [LINE], []) if note.kind == "unreadable")
    assert "Trang 2, 4 không đọc được chữ nào" in note.text
    assert "xin mở tệp gốc" in note.text


def test_pages_with_text_are_not_named() -> None:
    assert [note for note in notes_of([LINE], [LINE]) if note.kind == "unreadable"] == []
