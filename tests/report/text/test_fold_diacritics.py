import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.text.fold_diacritics import fold, fold_words


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Dân vận", "dan van"),
        ("Đảng", "dang"),
        ("đường lối", "duong loi"),
        ("ƯỚC NGUYỆN", "uoc nguyen"),
        ("hòa, hoà, thuở, khuỷu", "hoa, hoa, thuo, khuyu"),
        ("Ðảng", "dang"),
        ("Công văn 33/CT-TTg", "cong van 33/ct-ttg"),
    ],
)
def test_vietnamese_is_found_without_its_marks(text: str, typed: str) -> None:
    assert fold(text) == typed


def test_decomposed_text_folds_as_composed_text_does() -> None:
    assert fold(unicodedata.normalize("NFD", "Ủy ban nhân dân")) == "uy ban nhan dan"


@given(text=st.text())
def test_each_letter_of_composed_text_gives_one_letter(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)

    assert len(fold(composed)) == len(composed)


def test_words_are_compared_without_any_mark_and_with_one_space_between_them() -> None:
    assert fold_words("  Cộng hòa\u00a0 XÃ  HỘI\n") == "cong hoa xa hoi"
    assert fold_words("Ðảng ủy, Đảng uỷ") == "dang uy, dang uy"
    assert fold_words("\u0301ba\u0301o ca\u0301o") == "bao cao"
