"""A text file printed to PDF: every line a paragraph of its own, ended long before the edge of the page."""

from pathlib import Path
from textwrap import wrap

from danvan_desktop.importers import read
from danvan_desktop.report.model import Paragraph, Report, plain
from tests.builders.drawn_pdf import DrawnPdf
from tests.importers.pdf import office
from tests.importers.pdf.printed import NOW, printed


def printed_text(path: Path, lines: list[str]) -> Report:
    """The report that ``lines`` become once an editor has printed them."""
    sheet = DrawnPdf(path)
    for line in lines:
        if line.strip():
            sheet.line(line.strip(), 57, size=10)
        sheet.y += 12
        if sheet.y > 770:
            sheet.canvas.showPage()
            sheet.y = 60.0
    sheet.canvas.save()
    return read(path, NOW)


def test_its_lines_are_joined_as_those_of_the_text_file_are(tmp_path: Path) -> None:
    lines = ["BÁO CÁO", office.SUBJECT, "", *wrap(office.OPENING, 75), ""]
    for number, title, said in office.SECTIONS:
        lines.append(f"{number} {title}")
        for block in said:
            mark = "- " if block.role == "item" else f"{block.number} " if block.number else ""
            lines += [*wrap(mark + block.text, 75), ""]
    report = printed_text(tmp_path / "a.pdf", lines)
    assert [plain(block.runs) for block in report.opening if isinstance(block, Paragraph)] == [office.OPENING]
    for section, (_, _, said) in zip(report.sections, office.SECTIONS, strict=True):
        blocks = [block for block in section.blocks if isinstance(block, Paragraph)]
        assert [(b.role, b.number, plain(b.runs)) for b in blocks] == list(said)
    (note,) = [note.text for note in report.import_notes if note.kind == "structure"]
    assert note.startswith("Tệp PDF này xuống đoạn ở cuối từng dòng")


def test_the_real_report_printed_so_is_the_one_of_its_text_file(real_samples: Path, tmp_path: Path) -> None:
    source = real_samples / "bao-cao-dan-van-2025.txt"
    report = printed_text(tmp_path / "a.pdf", source.read_text(encoding="utf-8").splitlines())
    assert printed(report) == printed(read(source, NOW))
