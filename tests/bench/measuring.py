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


def print_table(figures: list[Figure]) -> None:
    width = max(len(figure.what) for figure in figures)
    print(f"\n{'what':<{width}}  {'value':>7}  {'bar':>6}")
    for figure in figures:
        verdict = "ok" if figure.is_within else "ABOVE"
        print(
            f"{figure.what:<{width}}  {figure.value:>7.2f}  {figure.bar:>6.2f}  {verdict:<6}{figure.detail}"
        )
