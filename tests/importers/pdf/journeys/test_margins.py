"""A title off the middle, or a table wider than the text, makes no paragraph of each line."""

from pathlib import Path

import pytest

from danvan_desktop.importers import read
from danvan_desktop.report.model import Paragraph, Report, Table, plain
from tests.builders.drawn_pdf import DrawnPdf
from tests.importers.pdf import office
from tests.importers.pdf.printed import NOW

MIDDLE = 311.8
LONG_SUBJECT = (
    "Kết quả thực hiện công tác dân vận năm 2025",
    "và phương hướng, nhiệm vụ công tác năm 2026",
)


def drawn(path: Path, *, off: float, words: bool = False, wide: float = 0.0) -> Report:
    """The invented report with its centred lines so many points off the middle."""
    sheet = DrawnPdf(path, words=words)
    for text in (office.KIND, *LONG_SUBJECT):
        sheet.line(text, MIDDLE + off, "F10", centred=True)
        sheet.y += 18
    sheet.paragraph(office.OPENING)
    for number, title, said in office.SECTIONS:
        sheet.paragraph(f"{number} {title}", "F10")
        for block in said:
            mark = "- " if block.role == "item" else f"{block.number} " if block.number else ""
            sheet.paragraph(mark + block.text, "F10" if block.role == "heading" else "F00")
    if wide:
        sheet.y += 20
        sheet.grid(office.TABLE, (85.0 - wide, 125.0, 400.0, 470.0, 538.6 + wide))
        sheet.y += 10
    sheet.paragraph(office.CLOSING)
    sheet.canvas.save()
    return read(path, NOW)


def texts(report: Report) -> list[str]:
    return [
        plain(block.runs)
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


EXPECTED = [block.text for _, _, said in office.SECTIONS for block in said]


@pytest.mark.parametrize("words", [False, True])
@pytest.mark.parametrize("off", [-40.0, -18.0, -9.0, 0.0, 7.0, 14.0, 18.0, 28.0, 40.0])
def test_a_title_off_the_middle_leaves_paragraphs_whole(tmp_path: Path, off: float, *, words: bool) -> None:
    report = drawn(tmp_path / "a.pdf", off=off, words=words)
    assert texts(report) == EXPECTED
    assert not [note for note in report.import_notes if note.kind == "structure"]
    assert report.subject == " ".join(LONG_SUBJECT)
    assert [plain(block.runs) for block in report.opening if isinstance(block, Paragraph)] == [office.OPENING]


@pytest.mark.parametrize("wide", [6.0, 20.0, 35.0])
def test_a_table_wider_than_the_text_leaves_them_whole(tmp_path: Path, wide: float) -> None:
    report = drawn(tmp_path / "a.pdf", off=14, wide=wide)
    assert texts(report) == EXPECTED
    assert sum(isinstance(block, Table) for section in report.sections for block in section.blocks) == 1
