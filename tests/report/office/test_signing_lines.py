"""The forms of signing write the lines of the signature block and are known by them."""

import pytest

from danvan_desktop.report.office.signing_lines import FORM_LABELS, Form, recognise_form, signing_lines
from danvan_desktop.report.office.signing_refusals import refusals

FORMS: dict[Form, tuple[str, ...]] = {
    "direct": ("CHÁNH VĂN PHÒNG",),
    "KT": ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    "TL": ("TL. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    "TUQ": ("TUQ. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    "Q": ("Q. CHÁNH VĂN PHÒNG",),
    "TL_KT": ("TL. CHÁNH VĂN PHÒNG", "KT. TRƯỞNG PHÒNG TỔNG HỢP", "PHÓ CHÁNH VĂN PHÒNG"),
}


@pytest.mark.parametrize(("form", "lines"), FORMS.items())
def test_each_form_writes_its_lines_and_is_known_by_them(form: Form, lines: tuple[str, ...]) -> None:
    assert signing_lines(form, " Chánh  Văn phòng", "Phó Chánh Văn phòng", "Trưởng phòng Tổng hợp") == lines
    assert recognise_form(lines) == form
    assert refusals(lines, "Nguyễn Văn A", "VĂN PHÒNG") == ()


def test_every_form_has_its_label() -> None:
    assert set(FORM_LABELS) == set(FORMS)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("KT. CHÁNH VĂN PHÒNG",),
        ("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("K/T CHÁNH VĂN PHÒNG",),
        ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ],
)
def test_other_lines_are_no_form(lines: tuple[str, ...]) -> None:
    assert recognise_form(lines) is None


def test_a_form_without_offices_writes_no_blanks() -> None:
    assert signing_lines("KT", "", "") == ("KT.",)
