"""Keys of syllables: one for every way to write them; spelling gives the way of the administration."""

import unicodedata

import pytest

from danvan_desktop.checks.proof.syllables import is_syllable, key_of, spell, split_key
from danvan_desktop.checks.proof.table import read_table
from danvan_desktop.paths import resource


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("kĩ", "kỹ"),
        ("sĩ", "sỹ"),
        ("quí", "quý"),
        ("UỶ", "ủy"),
        ("Lí", "lý"),
    ],
)
def test_ways_to_write_a_syllable_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
    assert key_of(unicodedata.normalize("NFD", one)) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("tay", "tai"), ("thuý", "thúi"), ("tỉnh", "tinh"), ("mau", "mâu")]
)
def test_other_syllables_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    "word", ["hòa", "thủy", "kỹ", "lý", "quý", "người", "nghiệp", "giếng", "gì", "khuỷu", "toàn"]
)
def test_a_key_is_spelt_as_the_word_it_came_from(word: str) -> None:
    assert spell(key_of(word)) == word


@pytest.mark.parametrize("word", ["người", "quyết", "giữ", "gì", "nghiêng", "ủy", "oái"])
def test_vietnamese_syllables_are_known_by_their_shape(word: str) -> None:
    assert is_syllable(key_of(word))


@pytest.mark.parametrize("word", ["email", "zalo", "hocc", "bắck", "tốp2", "học̀", "hõc", "các̀", "fax", "ng"])
def test_what_cannot_be_vietnamese_is_none(word: str) -> None:
    assert not is_syllable(key_of(word))


def test_every_key_of_the_table_survives_spelling() -> None:
    keys = [key for key in read_table(resource("proof", "table.bin")).places if is_syllable(key)]
    assert len(keys) > 3000
    assert [key for key in keys if key_of(spell(key)) != key] == []


def test_a_key_parts_into_letters_and_tone() -> None:
    assert (split_key("hoa2"), split_key("hoa"), split_key("m²")) == (("hoa", "2"), ("hoa", ""), ("m²", ""))
