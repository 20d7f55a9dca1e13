"""What the decree refuses in the signature block, each with its clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.office.signing_lines import FORM_LABELS, recognise_form
from danvan_desktop.report.office.signing_refusals import bare_name, refusals, spelt


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("KT . CHÁNH VĂN PHÒNG", "KT. "),
        ("K/T CHÁNH VĂN PHÒNG", "KT. "),
        ("K/T. CHÁNH VĂN PHÒNG", "KT. "),
        ("KT CHÁNH VĂN PHÒNG", "KT. "),
        ("KT.CHÁNH VĂN PHÒNG", "KT. "),
        ("K.T. CHÁNH VĂN PHÒNG", "KT. "),
        ("T/L CHÁNH VĂN PHÒNG", "TL. "),
        ("TUQ CHÁNH VĂN PHÒNG", "TUQ. "),
        ("Q CHÁNH VĂN PHÒNG", "Q. "),
    ],
)
def test_a_misspelt_power_is_refused_with_the_right_one(line: str, right: str) -> None:
    (found,) = refusals((line, "PHÓ CHÁNH VĂN PHÒNG"), None, None)
    assert f"ghi “{right}”" in found.message
    assert found.clause == "điểm b khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        (("KT. GIÁM ĐỐC", "GIÁM ĐỐC"), True),
        (("KT. CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG"), True),
        (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG"), True),
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), False),
        (("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), False),
        (("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), False),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), False),
        (("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), False),
    ],
)
def test_for_a_head_signs_a_deputy(lines: tuple[str, ...], refused: bool) -> None:
    assert any("ký thay" in found.message for found in refusals(lines, None, "ỦY BAN NHÂN DÂN")) == refused


@pytest.mark.parametrize(
    ("line", "agency", "refused"),
    [
        ("TM. VĂN PHÒNG", None, True),
        ("TM. VĂN PHÒNG", "VĂN PHÒNG", True),
        ("TM. ỦY BAN NHÂN DÂN", "VĂN PHÒNG ỦY BAN NHÂN DÂN", True),
        ("T/M VĂN PHÒNG", "VĂN PHÒNG", True),
        ("TM. ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN", False),
        ("TM. UỶ BAN NHÂN DÂN", "Ủy ban nhân dân xã X", False),
        ("TM. BAN CHỈ ĐẠO", None, False),
    ],
)
def test_tm_is_for_bodies_that_decide_together(line: str, agency: str | None, refused: bool) -> None:
    found = [
        refusal for refusal in refusals((line, "CHỦ TỊCH"), None, agency) if "thủ trưởng" in refusal.message
    ]
    assert bool(found) is refused
    assert all("Điều 13" in refusal.clause for refusal in found)


@pytest.mark.parametrize(
    ("lines", "clause"),
    [
        (("PHỤ TRÁCH VĂN PHÒNG",), "khoản 1 Điều 13"),
        (("PHÓ CHÁNH VĂN PHÒNG PHỤ TRÁCH",), "khoản 1 Điều 13"),
        (("PHÓ GIÁM ĐỐC ĐIỀU HÀNH",), "khoản 1 Điều 13"),
        (("QUYỀN CHÁNH VĂN PHÒNG",), "điểm b khoản 7"),
        (("KT. CHÁNH VĂN PHÒNG",), "điểm b khoản 7"),
        (("KT.", "PHÓ CHÁNH VĂN PHÒNG"), "điểm b khoản 7"),
        (("TL. CHÁNH VĂN PHÒNG", "KT.", "PHÓ TRƯỞNG PHÒNG"), "điểm b khoản 7"),
        (("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), "điểm b khoản 7"),
        (("KÝ THAY CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), "điểm b khoản 7"),
        (("KT: CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), "điểm b khoản 7"),
        (("TUQ. CHÁNH VĂN PHÒNG", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), "khoản 3 Điều 13"),
    ],
)
def test_other_wrong_lines_are_refused_with_their_clause(lines: tuple[str, ...], clause: str) -> None:
    (found,) = refusals(lines, None, "VĂN PHÒNG")
    assert clause in found.clause


def test_small_letters_are_no_fault_they_are_printed_as_capitals() -> None:
    lines = ("Kt. Chánh Văn phòng", "Phó Chánh Văn phòng")
    assert refusals(lines, "Nguyễn Văn A", "VĂN PHÒNG") == ()
    assert recognise_form(lines) == "KT"
    assert recognise_form(("Chánh Văn phòng",)) == "direct"


@pytest.mark.parametrize("line", ["KT.", "KT. ", "kt."])
def test_a_power_without_an_office_is_asked_for_both_offices(line: str) -> None:
    (found,) = refusals((line,), None, "VĂN PHÒNG")
    assert found.message.startswith("Sau “KT.” hãy ghi chức vụ của người đứng đầu")


def test_a_unit_may_be_called_dieu_hanh() -> None:
    assert refusals(("GIÁM ĐỐC TRUNG TÂM ĐIỀU HÀNH",), None, None) == ()


@pytest.mark.parametrize(
    "signer",
    [
        "TS. Nguyễn Văn A",
        "PGS.TS. Nguyễn Văn A",
        "PGS, TS Nguyễn Văn A",
        "ThS Nguyễn Văn A",
        "Thạc sĩ Nguyễn Văn A",
        "Tiến sỹ Nguyễn Văn A",
        "Giáo sư, Tiến sĩ Nguyễn Văn A",
        "BS.CKII Nguyễn Văn A",
        "Nhà giáo Nhân dân Nguyễn Văn A",
        "Anh hùng Lao động Nguyễn Văn A",
        "Th.S Nguyễn Văn A",
        "T.S. Nguyễn Văn A",
        "Tiến sĩ khoa học Nguyễn Văn A",
        "BSCKII. Nguyễn Văn A",
        "Luật sư Nguyễn Văn A",
        "Đại tá Nguyễn Văn A",
        "Nguyễn Văn A, ThS.",
        "Nguyễn Văn A (TS)",
    ],
)
def test_titles_beside_the_name_are_refused(signer: str) -> None:
    (found,) = refusals(("CHÁNH VĂN PHÒNG",), signer, "VĂN PHÒNG")
    assert found.clause.startswith("điểm c khoản 7")
    assert "Nguyễn" not in found.message


@pytest.mark.parametrize(
    "signer",
    [
        "Nguyễn Văn A",
        "Ông Thị A",
        "Tạ Thị A",
        "Cù Văn A",
        "Đỗ Tiến Sĩ",
        "Bạc Sỹ A",
        "Anh Hùng",
        "Thạch A",
        "",
        None,
    ],
)
def test_a_name_is_no_title(signer: str | None) -> None:
    assert refusals(("CHÁNH VĂN PHÒNG",), signer, "VĂN PHÒNG") == ()


def test_schools_and_hospitals_follow_their_own_rule() -> None:
    assert refusals(("HIỆU TRƯỞNG",), "TS. Nguyễn Văn A", "TRƯỜNG CAO ĐẲNG X") == ()


@given(st.lists(st.text(max_size=30), max_size=4), st.text(max_size=30), st.text(max_size=30))
def test_no_text_is_too_odd(lines: list[str], signer: str, agency: str) -> None:
    for refusal in refusals(lines, signer, agency):
        assert refusal.message
        assert "Nghị định số 30/2020/NĐ-CP" in refusal.clause
    assert recognise_form(lines) in {None, *FORM_LABELS}


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("K/T CHÁNH VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG"),
        ("TL CHÁNH VĂN PHÒNG", "TL. CHÁNH VĂN PHÒNG"),
        ("TUQ.CHÁNH VĂN PHÒNG", "TUQ. CHÁNH VĂN PHÒNG"),
        ("KT. CHÁNH VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG"),
        ("CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG"),
    ],
)
def test_a_power_is_spelt_as_the_decree_has_it(line: str, better: str) -> None:
    assert spelt(line) == better


@pytest.mark.parametrize(
    "signer",
    [
        "Nguyễn Văn A",
        "ThS. Nguyễn Văn A",
        "Giáo sư, Tiến sĩ khoa học Nguyễn Văn A",
        "Nguyễn Văn A, ThS.",
        "BS.CKII Nguyễn Văn A (TS)",
    ],
)
def test_a_bare_name_has_no_titles(signer: str) -> None:
    assert bare_name(signer) == "Nguyễn Văn A"


@pytest.mark.parametrize("signer", ["Đỗ Tiến Sĩ", "Cù Văn A", "Bạc Sỹ A", "TS."])
def test_a_name_loses_nothing_of_its_own(signer: str) -> None:
    assert bare_name(signer) == signer
