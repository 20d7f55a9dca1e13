"""An old Word file becomes a report, with a note that says by what."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.old_word.conversion import Conversion
from danvan_desktop.file_reader.old_word.converters import find_converter
from danvan_desktop.file_reader.old_word.report import report_of_old_word
from danvan_desktop.report.model import plain
from tests.builders.libreoffice import convert, program
from tests.builders.old_word import copier
from tests.builders.word_file import p, report_file

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
WORDS = report_file(p("I. TÌNH HÌNH"), p("Văn phòng có 42 công chức."))


def test_what_was_converted_is_read_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.doc"
    path.write_bytes(WORDS)
    converter = copier()
    report = report_of_old_word(Conversion(converter), converter, path, NOW)
    assert [plain(section.title) for section in report.sections] == ["TÌNH HÌNH"]
    assert report.import_notes[-1].text.startswith("Tệp “bao-cao.doc” được LibreOffice chuyển thành .docx")


def test_what_comes_of_it_may_be_refused(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.doc"
    path.write_bytes(b"no words")
    converter = copier()
    with pytest.raises(UserError, match=r"bao-cao\.docx"):
        report_of_old_word(Conversion(converter), converter, path, NOW)


@pytest.mark.libreoffice
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_libreoffice_brings_in_a_file_of_its_own(tmp_path: Path) -> None:
    source = tmp_path / "bao-cao.docx"
    source.write_bytes(WORDS)
    (path,) = convert([source], tmp_path, "doc:MS Word 97")
    converter = find_converter()
    assert converter is not None
    report = report_of_old_word(Conversion(converter), converter, path, NOW)
    assert report.subject == "Kết quả thực hiện công tác dân vận năm 2025"
    assert [plain(section.title) for section in report.sections] == ["TÌNH HÌNH"]
