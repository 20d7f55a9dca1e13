"""Ratios within one run: two ways in turn, medians of at least seven pairs, one table."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

PAIRS = 7


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    value: float
    bar: float
    detail: str

    @property
    def is_within(self) -> bool:
        return self.value <= self.bar


FIGURES: list[Figure] = []
"""All that were measured in this run."""


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def ratio(
    what: str, bar: float, ours: Callable[[], object], theirs: Callable[[], object], *, pairs: int = PAIRS
) -> Figure:
    """The median of ours to the median of theirs, measured in turn; one run of each first."""
    ours()
    theirs()
    measured = [(seconds(ours), seconds(theirs)) for _ in range(pairs)]
    first, second = median(a for a, _ in measured), median(b for _, b in measured)
    return Figure(what, first / second, bar, f"{first * 1000:.1f} ms / {second * 1000:.1f} ms")


def assert_within(*figures: Figure) -> None:
    """Take ``figures`` into the table, then name those that miss their bar."""
    FIGURES.extend(figures)
    above = [
        f"{figure.what}: {figure.value:.2f}, the bar is {figure.bar:.2f}"
        for figure in figures
        if not figure.is_within
    ]
    assert above == []


def table(figures: list[Figure]) -> list[str]:
    """The lines that show ``figures``."""
    width = max((len(figure.what) for figure in figures), default=0)
    lines = [f"{'what':<{width}}  {'value':>7}  {'bar':>6}"] if figures else []
    for figure in figures:
        verdict = "ok" if figure.is_within else "ABOVE"
        numbers = f"{figure.value:>7.2f}  {figure.bar:>6.2f}"
        lines.append(f"{figure.what:<{width}}  {numbers}  {verdict:<6}{figure.detail}")
    return lines
