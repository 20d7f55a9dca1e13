"""Addresses of pages, of mail and of files are told from the words beside them."""

import time

import pytest

from danvan_desktop.checks.proof.addresses import addresses_in


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        (
            "xem https://a.gov.vn/tin-tuc/ban hanh van ban của tỉnh",
            ["https://a.gov.vn/tin-tuc/ban hanh van ban"],
        ),
        ("Tra cứu tại dichvucong.gov.vn, thủ tục", ["dichvucong.gov.vn,"]),
        ("trang www.tinh.vn", ["www.tinh.vn"]),
        ("Gửi thu ban hanh@tinh.gov.vn nhé", ["ban hanh@tinh.gov.vn"]),
        ("Tệp bao cao dan van.docx, ảnh hoi nghi (1).jpg", ["bao cao dan van.docx,", "hoi nghi (1).jpg"]),
        ("ở D:\\Bao cao\\2025 bản mới", ["D:\\Bao cao\\2025"]),
        ("mục bao-cao-ket-qua và #danvankheo", ["bao-cao-ket-qua", "#danvankheo"]),
        ("kinh tế - xã hội, số 33/CT-TTg, v.v.", []),
        ("", []),
    ],
)
def test_an_address_is_found_with_the_blanks_in_it(text: str, addresses: list[str]) -> None:
    assert [text[start:end] for start, end in addresses_in(text)] == addresses


@pytest.mark.parametrize("piece", ["a ", "a.", "a@", "a.doc ", "a.vn/a a ", "://", "a-"])
def test_a_long_text_of_one_piece_is_gone_through_once(piece: str) -> None:
    text = piece * (12_000 // len(piece))
    begun = time.process_time()
    assert len(list(addresses_in(text))) <= len(text.split())
    assert time.process_time() - begun < 1.0
