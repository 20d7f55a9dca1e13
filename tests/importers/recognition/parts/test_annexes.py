"""Annexes behind the signature: with a label, and what is attached without one."""

import pytest

from danvan_desktop.importers.recognition.lines.text_lines import clean_lines
from danvan_desktop.importers.recognition.parts.annexes import attached


@pytest.mark.parametrize(
    ("lines", "title", "first"),
    [
        (["QUY CHẾ", "Tiếp công dân của Sở Nội vụ", "Chương I", "QUY ĐỊNH CHUNG"], 2, "Chương I"),
        (["DANH SÁCH", "Các mô hình được công nhận", "(Kèm theo Quyết định số 5/QĐ-UBND)"], 2, "(Kèm theo"),
        (["NỘI QUY", "Điều 1. Giờ giấc"], 1, "Điều 1."),
        (["Biểu số liệu", "Một dòng"], 0, "Biểu số liệu"),
        (["1. Việc thứ nhất"], 0, "1. Việc"),
    ],
)
def test_a_kind_in_capitals_and_what_stands_below_it_are_the_title(
    lines: list[str], title: int, first: str
) -> None:
    found = attached(clean_lines("\n".join(lines)).lines)
    assert found.title == lines[:title]
    assert found.lines[0].text.startswith(first)
    assert [*found.title, *(line.text for line in found.lines)] == lines
