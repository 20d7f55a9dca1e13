"""The table of what was done to the program, what it told of it, and what was lost."""

import re
from dataclasses import dataclass, field
from statistics import median

_TOLD_WORDS = 14
_TITLES = re.compile(r"“[^”]*”")
_FOLDERS = re.compile(r"/\S*/")


@dataclass
class Outcome:
    """One line of the table: a fault, tried ``runs`` times."""

    fault: str
    runs: int = 0
    told: list[str] = field(default_factory=list)
    """What the user was told, in Vietnamese."""
    lost: str = "nothing"
    misses: list[str] = field(default_factory=list)
    """Where a bar was missed, each with what is needed to do it again."""

    def hear(self, message: str) -> None:
        """Note that this was told; each message once."""
        text = _TITLES.sub("“…”", _FOLDERS.sub("", message))
        first = " ".join(text.split()[:_TOLD_WORDS])
        if first and first not in self.told:
            self.told.append(first)

    def expect(self, holds: bool, miss: str) -> bool:
        """Note ``miss`` where the bar does not hold; whether it does."""
        if not holds:
            self.misses.append(miss)
        return holds

    def settle(self) -> None:
        """Fail the test where a bar was missed; the table has the line in any case."""
        if self.misses and self.lost == "nothing":
            self.lost = "see below"
        assert self.misses == []


OUTCOMES: list[Outcome] = []
"""All that were tried in this process."""


def outcome(fault: str) -> Outcome:
    """Begin a line of the table."""
    made = Outcome(fault)
    OUTCOMES.append(made)
    return made


def distribution(seconds: list[float]) -> str:
    """Say how the seconds are distributed: median, 95 and 99 per cent, most."""
    if not seconds:
        return "no figures"
    ordered = sorted(seconds)
    p95, p99 = (ordered[min(len(ordered) - 1, len(ordered) * share // 100)] for share in (95, 99))
    return f"median {median(ordered):.2f} s, p95 {p95:.2f}, p99 {p99:.2f}, most {ordered[-1]:.2f}"


def table(outcomes: list[Outcome]) -> list[str]:
    """The lines that show ``outcomes``."""
    width = max((len(each.fault) for each in outcomes), default=0)
    lines = [f"{'fault':<{width}}  {'runs':>5}         lost / told"] if outcomes else []
    for each in outcomes:
        verdict = "ok" if not each.misses else f"MISSED {len(each.misses)}"
        lines.append(f"{each.fault:<{width}}  {each.runs:>5}  {verdict:<9}lost: {each.lost}")
        lines += [f"{'':<{width}}         {'':<9}told: {told} …" for told in each.told]
        lines += [f"{'':<{width}}         {'':<9}MISS: {miss}" for miss in each.misses]
    return lines
