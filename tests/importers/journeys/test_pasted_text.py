"""The whole text of a report from the clipboard goes the way of a text file, with notes on what changed."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.importers import read, read_pasted
from danvan_desktop.importers.plain_text import LARGEST, rejoined
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import Block, Paragraph, Report, plain
from tests.importers.journeys.test_legacy_encodings import TCVN3, VNI

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
REPORT = """UBND TỈNH HƯƠNG GIANG
VĂN PHÒNG
Số: 45/BC-VP
BÁO CÁO
Kết quả thực hiện công tác Dân vận năm 2025

Thực hiện Công văn số 12/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ, Văn phòng báo cáo như sau:

I. ĐẶC ĐIỂM TÌNH HÌNH
Văn phòng có 42 người.

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT, VP1.

CHÁNH VĂN PHÒNG
Nguyễn Văn A
"""


def without_id(report: Report) -> str:
    return to_json(replace(report, id="x"))


def test_pasted_text_and_the_same_text_in_a_file_become_the_same_report(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert without_id(read_pasted(REPORT, NOW)) == without_id(read(path, NOW))
    report = read_pasted(REPORT, NOW)
    assert (report.letterhead.agency, report.signature.signer) == ("VĂN PHÒNG", "Nguyễn Văn A")
    assert report.recipients == ("Sở Nội vụ",)


def test_line_ends_of_windows_and_of_word_are_line_ends() -> None:
    for end in ("\r\n", "\r", "\u2029"):
        assert without_id(read_pasted(REPORT.replace("\n", end), NOW)) == without_id(read_pasted(REPORT, NOW))


@pytest.mark.parametrize(("code", "text"), [("TCVN3", TCVN3), ("VNI", VNI)])
def test_pasted_text_in_an_old_code_is_converted_and_told(code: str, text: str) -> None:
    report = read_pasted(text, NOW)
    assert report.subject == "Kết quả thực hiện công tác dân vận năm 2025"
    assert report.import_notes[0].text == (
        f"Văn bản dán vào dùng bảng mã cũ {code}, đã được chuyển sang Unicode; xin đọc lại một lượt."
    )


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\r\n\ufeff"])
def test_no_word_is_no_report(text: str) -> None:
    with pytest.raises(UserError, match="Chưa có chữ nào"):
        read_pasted(text, NOW)


def test_far_too_much_is_refused_at_once() -> None:
    with pytest.raises(UserError, match="quá dài"):
        read_pasted("a " * LARGEST, NOW)


def texts(blocks: tuple[Block, ...] | None) -> list[str]:
    assert blocks is not None
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_lines_as_a_pdf_gives_them_are_paragraphs_again() -> None:
    wrapped = """Công tác tuyên truyền được triển khai linh hoạt, đa dạng, qua nhiều hình
thức. Đội ngũ cán bộ, công chức, viên chức có sự chuyển biến rõ nét về nhận
thức, phong cách làm việc gần dân.
Văn phòng đã tổ chức lấy ý kiến rộng rãi cán bộ, công chức trong việc góp ý
dự thảo các văn bản quy phạm pháp luật của địa phương.
"""
    joined = texts(rejoined(wrapped, count(1).__next__))
    assert len(joined) == 2
    assert joined[0].endswith("phong cách làm việc gần dân.")
    assert joined[1].startswith("Văn phòng đã tổ chức lấy ý kiến")
    assert " ".join(joined).split() == wrapped.split()


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ\nSở Tài chính\nSở Y tế\nVăn phòng\nThanh tra tỉnh",
        "\n".join(["Một đoạn dài như Word chép ra, mỗi dòng là cả một đoạn văn trọn vẹn. " * 4] * 6),
        "Một dòng",
        "",
    ],
)
def test_whole_lines_stay_as_they_are(text: str) -> None:
    assert rejoined(text, count(1).__next__) is None
