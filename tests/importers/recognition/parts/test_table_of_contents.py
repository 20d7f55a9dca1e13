"""A table of contents (mục lục) is not taken for the text whose headings it lists."""

import pytest

from danvan_desktop.importers.recognition.parts.table_of_contents import find_contents


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (["MỤC LỤC", "I. TÌNH HÌNH ....... 1", "II. KẾT QUẢ ..... 3", "Văn phòng báo cáo:"], range(3)),
        (["BÁO CÁO", "Mục lục:", "Trang", "I. TÌNH HÌNH 1", "1. Thuận lợi 1", "I. TÌNH HÌNH"], range(1, 5)),
        (["MỤC LỤC", "I. TÌNH HÌNH …… 1", "II. KẾT QUẢ CÔNG TÁC", "DÂN VẬN …… 3", "Tốt."], range(4)),
        (["MỤC LỤC", "I. TÌNH HÌNH 3", "II. KẾT QUẢ 5", "Kế hoạch số 2"], range(3)),
        (["MỤC LỤC", "Văn phòng có 12", "người."], range(0)),
        (["I. TÌNH HÌNH 1", "II. KẾT QUẢ 3"], range(0)),
        (["MỤC LỤC"], range(0)),
        ([], range(0)),
    ],
)
def test_the_lines_of_a_table_of_contents_end_in_page_numbers_that_never_go_back(
    lines: list[str], places: range
) -> None:
    assert list(find_contents(lines)) == list(places)
