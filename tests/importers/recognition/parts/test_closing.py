"""Nơi nhận and the signing block of plain lines: where an entry ends, and what goes on in the next line."""

import pytest

from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.closing import Closing, is_sign_line, read_closing


def closing(*texts: str) -> Closing:
    return read_closing(
        [TextLine(" ".join(text.split()), text, place) for place, text in enumerate(texts, 1)]
    )


def test_an_entry_closed_by_a_semicolon_ends_there() -> None:
    found = closing("Nơi nhận:", "- Ban Dân vận;", "Nguyễn Văn An", "- Lưu: VT.")
    assert (found.recipients, found.signer) == (["Ban Dân vận"], "Nguyễn Văn An")


def test_an_entry_closed_by_a_full_stop_ends_there() -> None:
    found = closing("Nơi nhận:", "- Ban Dân vận.", "Nguyễn Văn An")
    assert (found.recipients, found.signer) == (["Ban Dân vận"], "Nguyễn Văn An")


def test_an_entry_that_nothing_closes_goes_on_in_the_next_line() -> None:
    found = closing("Nơi nhận:", "- Ban Dân vận", "Tỉnh ủy An Bình;", "Nguyễn Văn An")
    assert (found.recipients, found.signer) == (["Ban Dân vận Tỉnh ủy An Bình"], "Nguyễn Văn An")


@pytest.mark.parametrize("end", [";", "."])
def test_the_line_an_entry_goes_on_in_may_close_it(end: str) -> None:
    found = closing("Nơi nhận:", "- Ban Dân vận", f"Tỉnh ủy{end}", "Nguyễn Văn An")
    assert (found.recipients, found.signer) == (["Ban Dân vận Tỉnh ủy"], "Nguyễn Văn An")


def test_entries_without_dashes_are_told_by_their_semicolons() -> None:
    found = closing("Nơi nhận:", "Như trên;", "Ban Dân vận Tỉnh ủy;", "Sở Nội vụ;", "- Lưu: VT, VP1.")
    assert (found.as_above, found.recipients) == (True, ["Ban Dân vận Tỉnh ủy", "Sở Nội vụ"])
    assert found.filing is not None
    assert found.filing.unit == "VP1"


def test_after_the_filing_line_nothing_is_an_entry() -> None:
    found = closing("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "Bản sao gửi kèm;")
    assert found.recipients == ["Sở Nội vụ"]
    assert [line.text for line in found.before] == ["Bản sao gửi kèm;"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *(("TM. ỦY BAN NHÂN DÂN", True), ("TM ỦY BAN NHÂN DÂN", True), ("Q. CHÁNH VĂN PHÒNG", True)),
        *(
            ("K/T CHÁNH VĂN PHÒNG", True),
            ("TUQ.GIÁM ĐỐC", True),
            ("QUY CHẾ", False),
            ("QUY ĐỊNH CHUNG", False),
        ),
    ],
)
def test_the_letters_of_an_authority_stand_by_themselves(text: str, answer: bool) -> None:
    assert is_sign_line(text) is answer


@pytest.mark.parametrize(
    "lines",
    [
        ("CHỦ TỊCH", "LIÊN ĐOÀN LAO ĐỘNG", "Lê Văn B", "GIÁM ĐỐC", "SỞ NỘI VỤ", "Nguyễn Văn A"),
        (
            "CHỦ TỊCH          GIÁM ĐỐC",
            "LIÊN ĐOÀN LAO ĐỘNG          SỞ NỘI VỤ",
            "Lê Văn B          Nguyễn Văn A",
        ),
    ],
)
def test_of_two_who_sign_side_by_side_one_is_taken_and_the_other_told(lines: tuple[str, ...]) -> None:
    found = closing(*lines, "Nơi nhận:", "- Ban Dân vận;", "- Lưu: VT.")
    assert (found.sign_lines, found.signer) == (["GIÁM ĐỐC", "SỞ NỘI VỤ"], "Nguyễn Văn A")
    assert found.other_signing == ["CHỦ TỊCH", "LIÊN ĐOÀN LAO ĐỘNG", "Lê Văn B"]
    assert found.before == found.after == []


@pytest.mark.parametrize("title", ["HỘI NÔNG DÂN", "Liên đoàn Lao động", "Phó Giám đốc", "Ban Dân Vận"])
def test_a_title_or_an_office_is_never_the_name(title: str) -> None:
    found = closing("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", title, "Nguyễn Văn A")
    assert (found.sign_lines, found.signer) == (["GIÁM ĐỐC", title], "Nguyễn Văn A")


@pytest.mark.parametrize("name", ["Đoàn Văn A", "ĐOÀN VĂN A", "Vũ Thị B", "Trương Công C", "Phó Đức D"])
def test_a_name_that_begins_like_a_title_stays_a_name(name: str) -> None:
    found = closing("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", name)
    assert (found.sign_lines, found.signer, found.other_signing) == (["GIÁM ĐỐC"], name, [])
