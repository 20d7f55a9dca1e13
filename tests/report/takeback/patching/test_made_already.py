"""Which hunks are made in a text already is told, whatever stands there twice, whatever was typed since."""

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.takeback.patching.made_already import Alternative, made_already

BASE = "Cơ quan có 12 phòng với 168 công chức; Đảng bộ có 142 đảng viên."
FIGURE = Alternative(BASE.index("12"), BASE.index("12") + 2, "13")
CADRES = Alternative(BASE.index("công chức"), BASE.index("công chức"), "cán bộ, ")
GONE = Alternative(BASE.index("; Đảng"), len(BASE) - 1, "")
PLACES = (FIGURE, CADRES, GONE)


def with_places(chosen: frozenset[int], base: str = BASE, places: tuple[Alternative, ...] = PLACES) -> str:
    said, at = "", 0
    for number, place in enumerate(places):
        said += base[at : place.start]
        said += place.new if number in chosen else base[place.start : place.end]
        at = place.end
    return said + base[at:]


@given(st.frozensets(st.sampled_from((0, 1, 2))))
def test_each_choice_is_told_from_the_others(chosen: frozenset[int]) -> None:
    assert made_already(BASE, with_places(chosen), PLACES) == chosen


@given(st.frozensets(st.sampled_from((0, 1, 2))), st.sampled_from(("Năm 2025, ", "Nhìn chung, ")))
def test_what_was_typed_beside_them_changes_nothing(chosen: frozenset[int], typed: str) -> None:
    assert made_already(BASE, typed + with_places(chosen), PLACES) == chosen
    assert made_already(BASE, with_places(chosen) + f" {typed}", PLACES) == chosen


def test_something_else_at_the_place_is_not_what_is_new() -> None:
    assert made_already(BASE, BASE.replace("12", "14"), PLACES) == frozenset()
    assert made_already(BASE, BASE.replace("12 phòng với", ""), PLACES) == frozenset()


def test_a_word_that_stands_there_already_may_have_come_before_or_behind_it() -> None:
    base = "Ở cấp xã; Ở cơ sở."
    place = Alternative(11, 11, " thôn, Ở")
    assert made_already(base, "Ở cấp xã; Ở thôn, Ở cơ sở.", (place,)) == {0}


def test_of_two_ways_to_read_it_the_likely_one_is_taken() -> None:
    base = "dân vận dân vận khéo"
    places = (Alternative(0, 0, "dân vận "), Alternative(8, 8, "dân vận "))
    ours = "dân vận dân vận dân vận khéo"
    assert made_already(base, ours, places, (0,)) == {0}
    assert made_already(base, ours, places, (1,)) == {1}


def test_words_are_never_taken_for_made_because_the_old_ones_are_gone() -> None:
    base = "Tổ chức hội nghị tuyên truyền sâu rộng, kịp thời tại các xã."
    place = Alternative(base.index("sâu"), base.index("thời") + 4, "rộng khắp")
    assert made_already(base, base.replace("sâu rộng, kịp thời", "nhanh"), (place,)) == frozenset()
