"""The closing of a PDF: Nơi nhận at the left, the signature block at the right, over a page end too."""

from danvan_desktop.importers.pdf.pages.page_content import split_pages
from danvan_desktop.importers.pdf.parts.closing import find_closing
from danvan_desktop.importers.recognition.parts.closing import Closing
from tests.builders.pdf_glyphs import letters, page

TEXT = [letters("chữ nghĩa " * 7 + "chữ nghĩ", 100, 500 + 14 * row) for row in range(6)]


def closing(above: dict[int, str], below: dict[int, str]) -> Closing:
    """What is read of a signature block whose lines stand at these heights, above and below a page end."""
    left = [letters("Nơi nhận:", 100, 700), letters("- Như trên;", 100, 714)]
    first = page(*TEXT, *left, *(letters(text, 330, y, bold=True) for y, text in above.items()))
    second = page(*(letters(text, 330, y, bold=True) for y, text in below.items()), number=1)
    found = find_closing(split_pages([first, second]).pages)
    assert found is not None
    return found.tail


def test_signing_lines_go_on_below_a_page_end() -> None:
    tail = closing(
        {700: "TL. CHỦ TỊCH", 714: "KT. CHÁNH VĂN PHÒNG"}, {60: "PHÓ CHÁNH VĂN PHÒNG", 140: "Nguyễn Văn A"}
    )
    assert tail.sign_lines == ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]
    assert (tail.signer, tail.other_position) == ("Nguyễn Văn A", None)


def test_a_name_in_capitals_is_one_above_a_gap_below_a_page_end_too() -> None:
    tail = closing({700: "TM. ỦY BAN NHÂN DÂN", 714: "CHỦ TỊCH"}, {60: "NGUYỄN VĂN A", 140: "Bản gốc"})
    assert tail.sign_lines == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_a_name_that_a_page_end_parts_from_its_signing_lines_is_the_signer() -> None:
    tail = closing({700: "TM. ỦY BAN NHÂN DÂN", 714: "CHỦ TỊCH"}, {60: "Nguyễn Văn A"})
    assert tail.sign_lines == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert tail.signer == "Nguyễn Văn A"


def test_a_post_right_above_the_name_below_a_page_end_stands_below_the_signature() -> None:
    tail = closing({700: "TM. BAN CHỈ ĐẠO", 714: "TRƯỞNG BAN"}, {60: "CHỦ TỊCH", 74: "Nguyễn Văn A"})
    assert tail.sign_lines == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"]
    assert (tail.signer, tail.other_position) == ("Nguyễn Văn A", "CHỦ TỊCH")
