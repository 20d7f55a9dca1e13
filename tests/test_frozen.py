"""A frozen class behaves in every way we use as the dataclass of the same fields."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from inspect import signature
from typing import Any

import pytest

from danvan_desktop.frozen import frozen


@frozen
class Part:
    """What every part has."""

    remark: str = field(default="", kw_only=True)


@frozen
class Word(Part):
    """A part with a value that must be given, one that need not, and one made anew each time."""

    text: str
    bold: bool = False
    notes: list[str] = field(default_factory=list)


@frozen
class Nothing:
    """No field at all."""


@frozen
class Point:
    x: int


@dataclass(frozen=True, slots=True)
class _Part:
    remark: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class _Word(_Part):
    text: str
    bold: bool = False
    notes: list[str] = field(default_factory=list)


WAYS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a",), {}),
    (("a", True), {"remark": "r"}),
    ((), {"text": "a", "notes": ["n"], "remark": "r"}),
]


@pytest.mark.parametrize(("values", "named"), WAYS)
def test_it_is_made_shown_and_taken_apart_like_a_dataclass(
    values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    ours, theirs = Word(*values, **named), _Word(*values, **named)
    assert repr(ours) == repr(theirs).removeprefix("_")
    assert asdict(ours) == asdict(theirs)
    assert is_dataclass(ours)
    arguments = [(each.name, each.kind) for each in signature(Word).parameters.values()]
    assert arguments == [(each.name, each.kind) for each in signature(_Word).parameters.values()]


def test_fields_and_their_order_are_those_of_a_dataclass() -> None:
    ours = [(each.name, each.type, each.kw_only) for each in fields(Word)]
    assert ours == [(each.name, each.type, each.kw_only) for each in fields(_Word)]
    assert Word.__match_args__ == _Word.__match_args__ == ("text", "bold", "notes")


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("a", True, [], "more"), {}), (("a",), {"other": 1})]
)
def test_wrong_arguments_are_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Word, _Word):
        with pytest.raises(TypeError, match=r"__init__\(\)"):
            kind(*values, **named)


def test_equal_fields_make_equal_values_of_one_class_only() -> None:
    assert Point(1) == Point(1) != Point(2)
    assert hash(Point(1)) == hash(Point(1))
    assert Word("a") == Word("a") != Word("a", remark="r")
    others: list[object] = [Point(1), 1, Part()]
    assert [Nothing() == other for other in others] == [False] * 3
    assert Nothing() == Nothing()
    assert {Part(): 1, Part(remark="r"): 2}[Part(remark="r")] == 2


def test_nothing_can_be_set_or_deleted() -> None:
    word: Any = Word("a")
    for name in ("text", "remark", "unknown"):
        with pytest.raises(FrozenInstanceError, match=name):
            setattr(word, name, "b")
        with pytest.raises(FrozenInstanceError, match=name):
            delattr(word, name)
    assert word == Word("a")


def test_each_value_has_a_default_of_its_own_where_it_is_made_anew() -> None:
    assert Word("a").notes is not Word("a").notes


def test_a_changed_copy_leaves_the_first_as_it_was() -> None:
    first = Word("a", remark="r")
    assert replace(first, text="b") == Word("b", remark="r")
    assert first == Word("a", remark="r")


@pytest.mark.parametrize("value", [Word("a", True, ["n"], remark="r"), Nothing(), Point(3)], ids=repr)
def test_it_is_pickled_and_copied(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
    assert copy.copy(value) == copy.deepcopy(value) == value


def test_it_is_matched_by_place_and_by_name() -> None:
    match Word("a", True):
        case Word(text, bold=True):
            assert text == "a"
        case _:
            pytest.fail("no match")


def test_the_initialiser_is_there_for_whoever_asks_before_the_first_value() -> None:
    @frozen
    class Late:
        text: str = "a"

    assert list(signature(Late).parameters) == ["text"]
    assert Late.__init__ is Late.__init__
    assert (Late().text, Late("b").text) == ("a", "b")
