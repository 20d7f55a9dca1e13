"""Plain text holds every word of the paper, in order."""

from pathlib import Path

from danvan_desktop.exporters.plain_text import text_bytes
from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.importers import read
from danvan_desktop.layout.document import GridTable, StyledParagraph
from danvan_desktop.report import model
from danvan_desktop.report.model import Report, plain
from tests.builders.full_report import report
from tests.builders.reports import NOW


def _lines() -> list[str]:
    return text_bytes(PreparedReport(report()).document).decode().splitlines()


def test_the_columns_of_the_letterhead_follow_one_another() -> None:
    lines = _lines()
    head = lines[: lines.index("BÁO CÁO")]
    assert [line.split(",")[0] for line in head if line and not line.startswith("Số:")] == [
        "UBND TỈNH AN BÌNH",
        "VĂN PHÒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Bình",
    ]


def test_numbers_and_dashes_stand_before_their_text() -> None:
    lines = _lines()
    for start in (
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "1. Ban hành văn bản",
        "1.1. Tuyên truyền",
        "a) Ở cơ quan:",
        "+ Ở cấp xã;",
    ):
        assert start in lines


def test_a_table_row_is_a_line_with_tabs() -> None:
    assert "12\tMô hình số 12 tại thôn 12\t84" in _lines()


def test_recipients_stand_before_the_signature() -> None:
    lines = _lines()
    assert lines.index("Nơi nhận:") < lines.index("- Lưu: VT, VP1.") < lines.index("KT. CHÁNH VĂN PHÒNG")
    assert "Nguyễn Văn A" in lines


def test_no_word_of_the_document_is_lost() -> None:
    document = PreparedReport(report()).document
    expected = []
    for part in document.parts:
        for flow in part.flow:
            if isinstance(flow, StyledParagraph):
                expected += flow.text.split()
            elif isinstance(flow, GridTable):
                cells = (cell for row in flow.rows for cell in row if cell)
                expected += [
                    w
                    for c in cells
                    for p in c.content
                    if isinstance(p, StyledParagraph)
                    for w in p.text.split()
                ]
    assert sorted(text_bytes(document).decode().split()) == sorted(expected)


def test_what_was_written_comes_in_again_as_it_was(tmp_path: Path, resources: Path) -> None:
    sample = read(resources / "samples" / "bao-cao-mau.danvan", NOW)
    written = tmp_path / "a.txt"
    written.write_bytes(text_bytes(PreparedReport(sample).document))
    again = read(written, NOW)
    assert again.letterhead == sample.letterhead
    assert (again.subject, again.recipients, again.filing) == (
        sample.subject,
        sample.recipients,
        sample.filing,
    )
    assert again.signature == sample.signature
    assert _paragraphs(again)[:30] == _paragraphs(sample)[:30]
    # A table comes back as lines of text: every word of it, no longer as a table.
    printed = text_bytes(PreparedReport(again).document).decode().split()
    assert sorted(printed) == sorted(written.read_text(encoding="utf-8").split())


def _paragraphs(report: Report) -> list[tuple[str, str | None, str]]:
    blocks = (block for section in report.sections for block in section.blocks)
    return [(b.role, b.number, plain(b.runs)) for b in blocks if isinstance(b, model.Paragraph)]
