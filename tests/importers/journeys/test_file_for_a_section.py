"""A file for one section of an open report: its blocks and its notes, or why it cannot be put there."""

from itertools import count
from pathlib import Path

import pytest
from docx import Document

from danvan_desktop.errors import UserError
from danvan_desktop.importers import read_blocks
from danvan_desktop.report.model import Paragraph, plain


def texts(path: Path) -> list[str]:
    blocks, _ = read_blocks(path, count(1).__next__)
    assert [block.id for block in blocks] == list(range(1, len(blocks) + 1))
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_a_text_file_gives_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "phong.txt"
    path.write_text("1. Ưu điểm\nĐã làm tốt.\n", encoding="utf-8")
    assert texts(path) == ["Ưu điểm", "Đã làm tốt."]


def test_a_word_file_gives_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "phong.docx"
    document = Document()
    document.add_paragraph("Phòng A đã mở 05 lớp tập huấn.")
    document.save(str(path))
    assert texts(path) == ["Phòng A đã mở 05 lớp tập huấn."]


def test_what_a_word_file_loses_is_told_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "phong.docx"
    document = Document()
    document.add_paragraph("Đoạn trước.")
    document.add_paragraph("Đã mở 05 lớp.").add_run(" Câu ẩn.").font.hidden = True
    document.save(str(path))
    blocks, notes = read_blocks(path, count(40).__next__)
    assert [(note.kind, note.place) for note in notes] == [("hidden", f"block:{blocks[1].id}")]


@pytest.mark.parametrize("name", ["a.pdf", "a.xls"])
def test_other_files_are_refused_by_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"x" * 10)
    with pytest.raises(UserError) as refused:
        read_blocks(path, count(1).__next__)
    assert name in refused.value.message
