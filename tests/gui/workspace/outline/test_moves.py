"""Where a section or a khoản may be moved, and where not: on names alone, without any window."""

import pytest

from danvan_desktop.gui.workspace.outline import moves
from danvan_desktop.gui.workspace.outline.entries import OutlineEntry

NAMES = (
    ("general", 0),
    ("opening", 0),
    ("section:1", 0),
    ("section:1/11", 1),
    ("section:1/12", 1),
    ("section:2", 0),
    ("section:2/21", 1),
    ("section:2/22", 1),
    ("section:2/23", 2),
    ("section:2/24", 2),
    ("section:2/25", 1),
    ("section:3", 0),
    ("closing", 0),
    ("annexes", 0),
    ("annexes/91", 1),
)
ENTRIES = tuple(OutlineEntry(depth, place, f"{place}+0" if "/" in place else place) for place, depth in NAMES)
ORDER = {place: at for at, (place, _) in enumerate(NAMES)}


def before(*places: str) -> set[int]:
    return {ORDER[place] for place in places}


def gaps(place: str) -> set[int]:
    return {gap for gap in range(len(ENTRIES) + 1) if moves.allows(ENTRIES, ORDER[place], gap)}


def test_a_section_goes_among_the_sections_only() -> None:
    assert gaps("section:1") == before("section:3", "closing")
    assert gaps("section:2") == before("section:1", "closing")
    assert gaps("section:3") == before("section:1", "section:2")


def test_a_khoan_goes_before_and_behind_khoan_of_every_section_but_into_none() -> None:
    assert gaps("section:1/11") == before(
        "section:2", "section:2/21", "section:2/22", "section:2/25"
    ) | before("section:3", "closing")


def test_a_lower_khoan_needs_one_above_it() -> None:
    assert gaps("section:2/24") == before(
        *("section:1/12", "section:2", "section:2/22", "section:2/23", "section:3"),
    )
    assert not moves.allows(ENTRIES, ORDER["section:2/24"], ORDER["section:2/21"]), "right below a section"


@pytest.mark.parametrize("place", ["general", "opening", "closing", "annexes", "annexes/91"])
def test_what_has_its_fixed_place_is_not_moved(place: str) -> None:
    assert not moves.can_move(ENTRIES, ORDER[place])
    assert gaps(place) == set()


def test_what_stands_under_an_entry_moves_along() -> None:
    assert moves.extent(ENTRIES, ORDER["section:2/22"]) == ORDER["section:2/25"]
    assert moves.extent(ENTRIES, ORDER["section:2"]) == ORDER["section:3"]
    assert moves.extent(ENTRIES, ORDER["annexes"]) == len(ENTRIES)


def test_the_pointer_inside_another_snaps_to_its_nearer_end() -> None:
    first = ORDER["section:1"]
    assert moves.snapped(ENTRIES, first, ORDER["section:2/21"]) == ORDER["section:2"]
    assert moves.snapped(ENTRIES, first, ORDER["section:2/25"]) == ORDER["section:3"]
    assert moves.snapped(ENTRIES, ORDER["section:1/11"], ORDER["section:2/23"]) == ORDER["section:2/22"]
    assert moves.snapped(ENTRIES, ORDER["section:1/11"], ORDER["section:2/22"]) == ORDER["section:2/22"]


def test_keys_go_to_the_next_place_and_no_further_than_the_sections() -> None:
    assert moves.neighbour(ENTRIES, ORDER["section:2/25"], -1) == ORDER["section:2/22"]
    assert moves.neighbour(ENTRIES, ORDER["section:2/21"], -1) == ORDER["section:2"]
    assert moves.neighbour(ENTRIES, ORDER["section:1/11"], -1) is None
    assert moves.neighbour(ENTRIES, ORDER["section:1/12"], 1) == ORDER["section:2/21"]
    assert moves.neighbour(ENTRIES, ORDER["section:3"], 1) is None
    assert moves.neighbour(ENTRIES, ORDER["closing"], 1) is None
