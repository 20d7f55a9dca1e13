"""The reader of font files knows of the system's faces what reportlab's reader knows, and refuses damage."""

import random
from collections.abc import Callable
from functools import cache

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import find_fonts
from danvan_desktop.fonts.subset import subset
from danvan_desktop.fonts.truetype import FontFileError, TrueType

LOOKS = [(False, False), (True, False), (False, True), (True, True)]
TEXT = "Đảng uỷ, KẾT QUẢ 25/2025: “Ề Ộ Ữ ữ ẵ” – (½)"


@cache
def read(bold: bool, italic: bool) -> tuple[TrueType, TTFontFile]:
    """One face by our reader and by reportlab's."""
    try:
        path = find_fonts().path(bold, italic)
    except UserError as error:
        pytest.skip(str(error))
    return TrueType(path.read_bytes()), TTFontFile(str(path))


@pytest.mark.parametrize("look", LOOKS)
def test_every_character_has_the_glyph_and_width_that_reportlab_finds(look: tuple[bool, bool]) -> None:
    ours, theirs = read(*look)
    theirs_by_code = theirs.charToGlyph
    codes = range(0x10000)
    assert [ours.glyphs[code] for code in codes] == [theirs_by_code.get(code, 0) for code in codes]
    assert list(zip(ours.advances, ours.bearings, strict=True)) == theirs.hmetrics
    assert ours.units_per_em == theirs.unitsPerEm


@pytest.mark.parametrize("look", LOOKS)
def test_a_face_is_described_as_reportlab_describes_it(look: tuple[bool, bool]) -> None:
    ours, theirs = read(*look)
    assert (ours.name, ours.italic_angle) == (theirs.name.decode(), theirs.italicAngle)
    figures = (*ours.box, ours.ascent, ours.descent, ours.cap_height)
    expected = (*theirs.bbox, theirs.ascent, theirs.descent, theirs.capHeight)
    assert [figure * 1000 / ours.units_per_em for figure in figures] == pytest.approx(list(expected))


@pytest.mark.parametrize("look", LOOKS)
def test_the_glyphs_of_a_text_make_the_same_file_as_reportlab_s(look: tuple[bool, bool]) -> None:
    ours, theirs = read(*look)
    points = [0, 0, *map(ord, TEXT), 0x4E2D]
    assert subset(ours, points) == theirs.makeSubset(points)


def test_a_letter_brings_along_what_it_is_put_together_from() -> None:
    ours, _ = read(bold=False, italic=False)
    kept = _glyph_count(subset(ours, [ord("Ộ")]))
    assert kept > _glyph_count(subset(ours, [ord("O")])) == 2  # glyph 0 stands in every font


def _glyph_count(data: bytes) -> int:
    """How many glyphs a font file says it holds."""
    start = int.from_bytes(data[data.index(b"maxp") + 8 :][:4], "big")
    return int.from_bytes(data[start + 4 : start + 6], "big")


def _whole() -> bytes:
    read(bold=False, italic=False)
    return find_fonts().path(False, False).read_bytes()


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_font_is_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(_whole())
    directory = 12 + 16 * int.from_bytes(data[4:6], "big")
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(4, directory)] = dice.randrange(256)
    try:
        font = TrueType(bytes(data))
    except FontFileError:
        return
    assert font.units_per_em


def _without(data: bytes, tag: bytes) -> bytes:
    return data.replace(tag, b"xxxx", 1)


def _restricted(data: bytes) -> bytes:
    """The font with its licence set to "no embedding"."""
    start = int.from_bytes(data[data.index(b"OS/2") + 8 :][:4], "big")
    return data[: start + 8] + b"\x00\x02" + data[start + 10 :]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"OTTO" + data[4:],
        lambda data: _without(data, b"glyf"),
        lambda data: _without(data, b"cmap"),
        lambda data: data[:-1000],
        _restricted,
        lambda _: b"",
    ],
    ids=["other outlines", "no outlines", "no characters", "cut off", "not to be embedded", "empty"],
)
def test_what_cannot_be_shown_or_embedded_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    assert TrueType(_whole()).glyphs[ord("a")]
    with pytest.raises(FontFileError):
        TrueType(spoil(_whole()))
