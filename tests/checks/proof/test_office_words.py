"""Words of an office: alone they are right everywhere, together only together; reports teach their pairs."""

import pytest

from danvan_desktop.checks.proof.office_words import NO_OFFICE_WORDS, OfficeWords, known_words, learned_from
from danvan_desktop.checks.proof.proofreader import proofreader


def test_a_word_is_one_syllable_and_a_phrase_several() -> None:
    assert known_words(["Hoà", "Pờ Sì  Ngài", "", "12/5"]) == OfficeWords(
        frozenset({"hoa2"}), frozenset({("pơ2", "si2", "ngai2")})
    )


@pytest.mark.parametrize(("text", "finds"), [("chỉ đạo quán tiệt sâu rộng", 0), ("chỉ đạo tiệt quán", 1)])
def test_a_phrase_is_right_only_as_a_whole(text: str, finds: int) -> None:
    office = known_words(["quán tiệt"])
    found = [slip.found for slip in proofreader(office).read([f"Tiếp tục {text}."])]
    assert found.count("tiệt") == finds


def test_a_pair_is_learned_from_the_second_time_on() -> None:
    once = learned_from(["Mô hình Bếp ấm bản xa."])
    assert once == NO_OFFICE_WORDS
    twice = learned_from(["Mô hình Bếp ấm bản xa.", "Bếp ấm nhà 12 QĐ."])
    assert twice.pairs == {("bêp1", "âm1")}


def test_of_two_offices_both_are_known() -> None:
    both = known_words(["a", "b c"]) | learned_from(["đi ê. đi ê."])
    assert both == OfficeWords(frozenset({"a"}), frozenset({("b", "c")}), frozenset({("đi", "ê")}))


def test_what_issued_reports_have_makes_a_find_weaker() -> None:
    text = "Tiếp tục chỉ đạo quán tiệt sâu rộng."
    (before,) = proofreader().read([text])
    (after,) = proofreader(learned_from([text, text])).read([text])
    assert after.score < before.score
