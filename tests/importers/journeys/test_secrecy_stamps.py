"""A file that bears a secrecy stamp is refused whatever its kind; words about secrecy come in."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile

from danvan_desktop import exporters, importers
from danvan_desktop.errors import UserError
from danvan_desktop.paths import resource
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.model import Marks, Report
from tests.builders.exported_files import typed_docx

NOW = datetime(2026, 11, 24, tzinfo=UTC)
LINES = (
    "UBND TỈNH A",
    "VĂN PHÒNG",
    "Số: 12/BC-VP",
    "BÁO CÁO",
    "Kết quả thực hiện công tác Dân vận năm 2025",
    "Thực hiện công văn của Sở Nội vụ, Văn phòng báo cáo như sau:",
    "I. TÌNH HÌNH",
    "Thực hiện nghiêm quy định về bảo vệ bí mật nhà nước và bảo mật thông tin.",
)


@pytest.fixture
def stamped() -> Report:
    sample = from_json(resource("samples", "bao-cao-mau.danvan").read_text("utf-8"))
    return replace(sample, marks=Marks(urgency="TỐI MẬT"))


def refused(path: Path) -> str:
    with pytest.raises(UserError) as raised:
        importers.read(path, NOW)
    assert path.name in raised.value.message
    assert "bảo vệ bí mật nhà nước" in raised.value.message
    assert "nhập lại" in raised.value.message
    return raised.value.message


def word_file(path: Path, lines: tuple[str, ...]) -> Path:
    path.write_bytes(typed_docx(lines))
    return path


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt"])
def test_a_file_of_this_program_with_a_stamp_is_refused(
    stamped: Report, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporters, "refuse_secrecy", lambda _: None)
    path = tmp_path / f"bao-cao{suffix}"
    exporters.export(stamped, [path])
    assert "“TỐI MẬT”" in refused(path)


def test_a_report_file_with_a_stamp_is_refused(stamped: Report, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.danvan"
    path.write_text(to_json(stamped), encoding="utf-8")
    assert "“TỐI MẬT”" in refused(path)


@pytest.mark.parametrize("at", [0, 3, 6, 8])
def test_a_word_file_with_a_stamp_anywhere_is_refused(at: int, tmp_path: Path) -> None:
    path = word_file(tmp_path / "den.docx", (*LINES[:at], "MẬT", *LINES[at:]))
    assert "“MẬT”" in refused(path)


def test_a_stamp_in_the_cell_of_a_letterhead_is_seen(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "UBND TỈNH A\nVĂN PHÒNG"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = "Số: 12/BC-VP\nTUYỆT MẬT"
    table.cell(1, 1).text = "A, ngày 12 tháng 11 năm 2025"
    for line in LINES[3:]:
        document.add_paragraph(line)
    document.save(str(tmp_path / "bang.docx"))
    assert "“TUYỆT MẬT”" in refused(tmp_path / "bang.docx")


def test_a_stamp_in_the_head_of_the_pages_is_seen(tmp_path: Path) -> None:

    def stamp(file: WordFile) -> None:
        file.sections[0].header.paragraphs[0].text = "TỐI MẬT"

    path = tmp_path / "dau-trang.docx"
    path.write_bytes(typed_docx(LINES, stamp))
    assert "“TỐI MẬT”" in refused(path)


def test_a_text_file_and_a_pasted_text_with_a_stamp_are_refused(tmp_path: Path) -> None:
    text = "\n".join((*LINES[:3], "TUYỆT MẬT", *LINES[3:]))
    path = tmp_path / "den.txt"
    path.write_text(text, encoding="utf-8")
    assert "“TUYỆT MẬT”" in refused(path)
    with pytest.raises(UserError, match="Văn bản vừa dán có dấu chỉ độ mật “TUYỆT MẬT”"):
        importers.read_pasted(text, NOW)


def test_a_stamp_is_not_put_into_a_section(tmp_path: Path) -> None:
    ids = count(100)
    path = word_file(tmp_path / "phan.docx", ("MẬT", "Nội dung của phần này."))
    with pytest.raises(UserError, match="“MẬT”"):
        importers.read_blocks(path, lambda: next(ids))
    fine = word_file(tmp_path / "thuong.docx", ("Giữ bí mật nhà nước.", "Bảo mật."))
    assert importers.read_blocks(fine, lambda: next(ids))[0]


def test_words_about_secrecy_come_in(tmp_path: Path) -> None:
    path = word_file(tmp_path / "thuong.docx", LINES)
    assert importers.read(path, NOW).letterhead.agency == "VĂN PHÒNG"
