"""The last net: whoever tracked something of which nothing tells is named, at its place and once."""

from dataclasses import replace

from danvan_desktop.report.takeback.finding.tracked.untold_signs import untold_signs
from danvan_desktop.report.takeback.model import NotTaken, ReturnedFile, Revision, TrackedSign

B = Revision("Trần Thị B", "2025-11-28T09:00:00Z")
C = Revision("Lê Văn C", "2025-11-28T10:30:00Z")
TABLE = TrackedSign("table", B, "Nội dung")
WORDS = TrackedSign("words", B, "Đoạn một.", "mới")


def left(*signs: TrackedSign, told: tuple[Revision, ...] = (), said: str = "") -> list[NotTaken]:
    returned = ReturnedFile(signs=signs)
    return list(untold_signs(ReturnedFile(), returned, told, [NotTaken("tracked", said)]))


def test_what_no_block_tells_of_is_named_even_where_its_author_has_done_something_else() -> None:
    (found,) = left(TABLE, told=(B,), said="(Trần Thị B, 28/11/2025 09:00)")
    assert (found.kind, found.place) == ("tracked", "Nội dung")
    assert found.text.endswith("định dạng của bảng, hàng hoặc ô (Trần Thị B, 28/11/2025 09:00).")


def test_words_are_named_where_neither_a_change_nor_what_is_left_has_their_author() -> None:
    (found,) = left(WORDS, told=(C,))
    assert "sửa ở đoạn này “mới” (Trần Thị B, 28/11/2025 09:00)" in found.text
    assert left(WORDS, told=(B,)) == []
    assert left(WORDS, said="bỏ “cũ” (Trần Thị B, 28/11/2025 09:00).") == []


def test_all_who_did_the_same_at_one_place_are_named_in_one() -> None:
    (found,) = left(TABLE, TABLE, replace(TABLE, revision=C))
    assert found.text.count("(Trần Thị B, 28/11/2025 09:00; Lê Văn C, 28/11/2025 10:30)") == 1


def test_what_stands_at_two_places_is_named_at_both() -> None:
    assert [each.place for each in left(TABLE, replace(TABLE, near="Tên mô hình"))] == [
        "Nội dung",
        "Tên mô hình",
    ]


def test_a_header_says_its_place_and_its_words() -> None:
    (found,) = left(TrackedSign("header", B, "BẢN SỬA", "BẢN SỬA"))
    assert found.place == "Đầu trang, chân trang"
    assert "“BẢN SỬA”" in found.text


def test_what_went_out_tracked_is_nobodys_edit() -> None:
    assert list(untold_signs(ReturnedFile(signs=(TABLE,)), ReturnedFile(signs=(TABLE,)), (), ())) == []
