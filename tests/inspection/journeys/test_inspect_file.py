"""The compliance sheet of a file, and files that cannot be measured."""

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection import as_json, as_text, inspect
from danvan_desktop.inspection.lines import LINES, SECTIONS
from danvan_desktop.inspection.sheet import Outcome
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Part, Run
from tests.builders.exported_files import as_docx
from tests.builders.inspected_report import REPORT, WITHOUT_EXTRAS
from tests.builders.reports import NOW
from tests.builders.word_file import p, package, word_file, zipped
from tests.inspection.measurements import measured, numbers


@pytest.fixture
def finished(good: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(good)
    return path


def test_the_sheet_has_all_lines_in_order(finished: Path) -> None:
    sheet = inspect(finished, NOW)
    assert [line.number for line in sheet.lines] == list(LINES)
    assert sheet.passed
    assert sheet.source.title == "BÁO CÁO Kết quả thực hiện công tác Dân vận năm 2025"


def test_the_sheet_reads_as_a_clerk_reads_it(finished: Path) -> None:
    text = as_text(inspect(finished, NOW))
    assert text.startswith("PHIẾU KIỂM TRA THỂ THỨC, KỸ THUẬT TRÌNH BÀY VĂN BẢN\n")
    assert "Ngày giờ kiểm tra: 24/11/2025 10:32:05" in text
    assert "0 không đúng" in text
    for section in SECTIONS:
        assert section.title in text
    assert "[Không áp dụng] không có dấu chỉ mức độ khẩn" in text


def test_json_says_the_same_for_programs(finished: Path) -> None:
    told = json.loads(as_json(inspect(finished, NOW)))
    assert told["passed"] is True
    assert len(told["lines"]) == len(LINES)
    assert told["lines"][34]["outcome"] == "Đúng"
    assert told["lines"][48]["custom"] is True


def test_our_own_sample_report_passes(resources: Path, fonts: FontSet) -> None:
    report = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    found = measured(as_docx(report, fonts))
    assert {n: found[n].measured for n in numbers(found, Outcome.WRONG, Outcome.CUSTOM)} == {}


def test_a_report_without_the_optional_parts_passes(fonts: FontSet) -> None:
    found = measured(as_docx(WITHOUT_EXTRAS, fonts))
    assert numbers(found, Outcome.WRONG) == set()
    assert {25, 26, 28, 45, 46, 47, 48} <= numbers(found, Outcome.NOT_APPLICABLE)


def test_parts_are_measured_when_there_are_any(fonts: FontSet) -> None:
    first, *others = REPORT.sections
    parted = replace(first, part=Part("Phần I", (Run("Kết quả thực hiện"),)))
    found = measured(as_docx(replace(REPORT, sections=(parted, *others)), fonts))
    assert found[30].outcome is Outcome.RIGHT
    assert numbers(found, Outcome.WRONG) == set()


def test_what_is_not_known_yet_is_to_be_looked_at_and_not_wrong(fonts: FontSet) -> None:
    blank = replace(REPORT, letterhead=replace(REPORT.letterhead, parent_agency=None, place=None))
    found = measured(as_docx(blank, fonts))
    assert {15, 19} <= numbers(found, Outcome.REVIEW)
    assert numbers(found, Outcome.WRONG) == set()


def test_a_mere_letter_is_found_wanting_without_a_traceback() -> None:
    found = measured(word_file(p("Kính gửi anh Nam,") + p("Chúc anh khỏe.")))
    assert {11, 12, 22, 39, 40, 42} <= numbers(found, Outcome.WRONG)
    assert found[11].measured == "không tìm thấy Quốc hiệu"


def test_a_sentence_that_begins_with_a_figure_is_no_clause() -> None:
    body = (
        p("1. Kết quả chung.") + p("12 thôn đã ký cam kết.") + p("25-NQ/TW là Nghị quyết.") + p("2. Hạn chế.")
    )
    assert measured(word_file(body))[33].measured == "2 khoản"


def test_an_empty_word_file_is_measured_too() -> None:
    assert numbers(measured(word_file("")), Outcome.WRONG)
    assert numbers(measured(word_file("", section="")), Outcome.WRONG)


BAD: dict[str, bytes] = {
    "empty": b"",
    "random": os.urandom(5000),
    "text": "Báo cáo".encode(),
    "old doc or password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "another zip": zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
    "spreadsheet": package({"xl/workbook.xml": b"<a/>"}, main="xl/workbook.xml"),
    "missing part": package({}),
    "broken xml": package({"word/document.xml": b"<w:document"}),
    "doctype": package({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    "bomb": package({"word/document.xml": b"<a>" + b" " * 60_000_000}),
    "truncated": word_file(p("Báo cáo") * 50)[:-200],
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line_and_soon(tmp_path: Path, name: str) -> None:
    path = tmp_path / "xau.docx"
    path.write_bytes(BAD[name])
    begun = time.monotonic()
    with pytest.raises(UserError) as refused:
        inspect(path)
    assert time.monotonic() - begun < 5
    assert "xau.docx" in refused.value.message
    assert "Hãy" in refused.value.message
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.odt", "mở bằng Word, lưu dạng .docx"),
        ("a.doc", "mở bằng Word, lưu dạng .docx"),
        ("a.xlsx", "Word (.docx)"),
        ("khong-co.docx", "Không tìm thấy"),
        ("khong-co.pdf", "Không tìm thấy"),
    ],
)
def test_what_cannot_be_measured_is_refused_politely(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UserError, match=words.replace("(", r"\(").replace(")", r"\)")):
        inspect(tmp_path / name)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "thu-muc.docx"
    folder.mkdir()
    with pytest.raises(UserError, match=r"thư mục|quyền"):
        inspect(folder)
