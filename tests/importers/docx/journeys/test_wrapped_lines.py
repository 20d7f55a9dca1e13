"""A Word file whose paragraphs are the lines of a page gives whole paragraphs; any other stays as it is."""

import textwrap
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from docx import Document

from danvan_desktop.importers import read, read_blocks
from danvan_desktop.report.model import Block, Paragraph, Report, Table, plain

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
LONG = (
    "Văn phòng đã tổ chức quán triệt, triển khai đầy đủ các chỉ thị, nghị quyết của cấp trên đến toàn thể "
    "cán bộ, công chức, viên chức và người lao động; xây dựng kế hoạch, phân công nhiệm vụ cụ thể cho từng "
    "phòng, từng người, gắn với kiểm tra, đôn đốc và đánh giá kết quả hằng quý theo quy định của cơ quan."
)
HEAD = [
    "UBND TỈNH HƯƠNG GIANG",
    "VĂN PHÒNG",
    "Số: 45/BC-VP",
    "BÁO CÁO",
    "Kết quả thực hiện công tác Dân vận năm 2025",
]
TAIL = ["Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT, VP1.", "CHÁNH VĂN PHÒNG", "Nguyễn Văn A"]
BODY = [
    "I. ĐẶC ĐIỂM TÌNH HÌNH",
    LONG,
    "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN",
    "1. Công tác tuyên truyền, phổ biến",
    "Thứ nhất, " + LONG.lower(),
    "- Gạch đầu dòng: " + LONG.lower(),
    "2. Công tác kiểm tra",
    LONG,
]


def written(path: Path, paragraphs: list[str], *, wrapped: bool, with_table: bool = False) -> Path:
    document = Document()
    for text in paragraphs:
        for line in textwrap.wrap(text, 78) if wrapped else [text]:
            document.add_paragraph(line)
    if with_table:
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("Việc", "Số", "Lớp", "5"), strict=True):
            cell.text = text
    document.save(str(path))
    return path


def lines_of(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def outline(report: Report) -> list[tuple[str | None, str, list[str]]]:
    return [(part.number, plain(part.title), lines_of(part.blocks)) for part in report.sections]


def told(report: Report) -> bool:
    return any("xuống đoạn ở cuối từng dòng" in note.text for note in report.import_notes)


def test_lines_are_joined_into_the_paragraphs_they_were(tmp_path: Path) -> None:
    whole = read(written(tmp_path / "a.docx", [*HEAD, *BODY, *TAIL], wrapped=False), NOW)
    cut = read(written(tmp_path / "b.docx", [*HEAD, *BODY, *TAIL], wrapped=True), NOW)
    assert outline(cut) == outline(whole)
    assert (cut.letterhead, cut.subject) == (whole.letterhead, whole.subject)
    assert (cut.recipients, cut.signature) == (whole.recipients, whole.signature)
    assert told(cut)
    assert not told(whole)


def test_a_table_among_the_lines_stays_a_table(tmp_path: Path) -> None:
    path = written(tmp_path / "b.docx", [*HEAD, *BODY], wrapped=True, with_table=True)
    report = read(path, NOW)
    assert any(isinstance(block, Table) for block in report.sections[1].blocks)


def test_a_section_s_file_is_joined_too(tmp_path: Path) -> None:
    path = written(tmp_path / "b.docx", [LONG, LONG, LONG, LONG, LONG], wrapped=True)
    blocks, notes = read_blocks(path, count(1).__next__)
    assert lines_of(blocks) == [LONG] * 5
    assert [note.kind for note in notes] == ["structure"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        BODY * 3,
        ["Sở Nội vụ", "Sở Tài chính", "Thanh tra tỉnh"] * 10,
        [f"Tiêu đề không có dấu chấm ở cuối, dài hơn bốn mươi lăm chữ cái, số {n}" for n in range(30)],
        [LONG, *textwrap.wrap(LONG, 78), *[LONG] * 12],
    ],
)
def test_other_files_are_read_as_they_are(tmp_path: Path, paragraphs: list[str]) -> None:
    path = written(tmp_path / "a.docx", paragraphs, wrapped=False)
    blocks, notes = read_blocks(path, count(1).__next__)
    assert len(blocks) == len(paragraphs)
    assert notes == ()
