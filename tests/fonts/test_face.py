"""Advance widths are those of Times, in font units, whatever the marks on a letter."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.fonts import Face, FontSet


@pytest.fixture(scope="module")
def face(fonts: FontSet) -> Face:
    return fonts.face()


def millimetres(face: Face, text: str, points: float) -> float:
    return face.width(text) * points / face.units_per_em * 25.4 / 72


@pytest.mark.parametrize(
    ("text", "bold", "points", "expected"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, 13, 95.7),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, 12, 88.3),
        ("Độc lập - Tự do - Hạnh phúc", True, 14, 60.5),
        ("VĂN PHÒNG", True, 13, 27.9),
        ("BÁO CÁO", True, 14, 22.9),
        ("PHÓ CHÁNH VĂN PHÒNG", True, 14, 61.6),
    ],
)
def test_known_lines_are_as_wide_as_times_sets_them(
    fonts: FontSet, text: str, bold: bool, points: float, expected: float
) -> None:
    assert millimetres(fonts.face(bold=bold), text, points) == pytest.approx(expected, abs=0.06)


def test_marks_do_not_make_a_letter_wider(face: Face) -> None:
    for letter in "ạảãàáặẳẵằắậẩẫầấẹẻẽèéệểễềếịỉĩìíọỏõòóộổỗồốụủũùúỵỷỹỳý":
        assert face.width(letter) == face.width(unicodedata.normalize("NFD", letter)[0]), letter


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy ,.-/“”", max_size=20), st.integers(0, 20))
def test_a_text_is_as_wide_as_its_two_halves(face: Face, text: str, cut: int) -> None:
    assert face.width(text) == face.width(text[:cut]) + face.width(text[cut:])


def test_a_glyph_that_is_not_there_is_named_and_still_has_a_width(face: Face) -> None:
    assert face.missing("Tiếng Việt 中 và 中文") == "中文"
    assert face.missing("Đảng uỷ “khéo” – … ./.") == ""
    assert face.width("中") > 0


def test_measuring_text_loads_no_library() -> None:
    code = (
        "import sys\nfrom danvan_desktop.errors import UserError\n"
        "from danvan_desktop.fonts import find_fonts\n"
        "try: find_fonts().face().width('a')\n"
        "except UserError: pass\n"
        "print([name for name in sys.modules if name.partition('.')[0] in {'reportlab', 'PIL', 'fontTools'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
