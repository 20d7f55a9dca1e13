"""What a person would name of an edited file, and how far the list of changes says it.

An expectation is {"op": …} with ids of blocks of the report that went out:
edit id old new | delete id | insert after|before text | split id | merge ids | move id | look id | kind id |
cell id row col | row+ id | row- id row | col+ id | col- id col | table- id | table+ | field name |
number id | comment id text | section- id | section+ title | annex- id | annex+ title | strike id |
unknown text: named among what cannot be taken;
"tracked" and "author" where the change is a tracked one, "also" for another who had a part in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.likeness import likeness, profile
from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.model import Change, ReturnComparison

Expected = Mapping[str, Any]
_SAME_TEXT = 0.9


@frozen
class CaseScore:
    """How a list of changes answers what was expected."""

    name: str
    missed: tuple[str, ...]
    """What was expected and is not said."""
    false: tuple[str, ...]
    """What is said and was not expected."""
    expected: int
    told: int

    @property
    def is_right(self) -> bool:
        """Whether it says what a person would, and nothing else."""
        return not self.missed and not self.false


def score(name: str, comparison: ReturnComparison, expected: Sequence[Expected]) -> CaseScore:
    """Hold ``comparison`` against ``expected``, each change counted for one expectation at most."""
    free = [change for change in comparison.changes if not change.is_by_editor]
    told = len(free)
    wanted = [each for each in expected if each["op"] != "none"]
    missed = []
    for each in wanted:
        if each["op"] == "unknown":
            found = any(each.get("text", "") in left.text for left in comparison.left)
        else:
            chosen = next((change for change in free if _answers(change, each)), None)
            found = chosen is not None
            free = [change for change in free if change is not chosen]
        if not found:
            missed.append(str(dict(each)))
    return CaseScore(name, tuple(missed), tuple(map(_said, free)), len(wanted), told)


def _answers(change: Change, expected: Expected) -> bool:
    op = expected["op"]
    kinds = {"insert": {"insert", "copy"}}.get(op, {op})
    if change.kind not in kinds or not all(_checks(change, expected)):
        return False
    if "also" in expected and expected["also"] not in {each.author for each in change.also}:
        return False
    if expected.get("tracked"):
        return change.tracked and change.author == expected.get("author", change.author)
    return True


def _checks(change: Change, expected: Expected) -> Iterator[bool]:
    if "id" in expected:
        yield expected["id"] in change.blocks
    if "ids" in expected:
        yield set(expected["ids"]) <= set(change.blocks)
    op = expected["op"]
    if op in {"insert", "comment"}:
        yield likeness(profile(plain(change.new)), profile(expected.get("text", ""))) >= _SAME_TEXT
    if op in {"section+", "annex+"}:
        title = plain(change.new).partition("\n")[0]
        yield likeness(profile(title), profile(expected["title"])) >= _SAME_TEXT
    if op == "insert":
        yield change.after == expected["after"] if "after" in expected else True
        yield change.before == expected["before"] if "before" in expected else True
    if op == "field":
        yield change.place == expected["name"]
    if op in {"cell", "row-", "col-"}:
        places = change.place.split(":")
        yield "row" not in expected or places[0] == str(expected["row"])
        yield "col" not in expected or places[-1] == str(expected["col"])


def _said(change: Change) -> str:
    old, new = plain(change.old)[:50], plain(change.new)[:50]
    return f"{change.kind} {change.blocks} {change.place} {old!r} → {new!r}"


def summed(scores: Sequence[CaseScore]) -> str:
    """Say it in one line."""
    expected, told = sum(each.expected for each in scores), sum(each.told for each in scores)
    right = expected - sum(len(each.missed) for each in scores)
    false = sum(len(each.false) for each in scores)
    whole = sum(each.is_right for each in scores)
    return (
        f"{whole} of {len(scores)} files wholly right; {right} of {expected} changes "
        f"({right / max(1, expected):.1%}) with the right kind and block; "
        f"{false} of {told} told ({false / max(1, told):.1%}) false"
    )
