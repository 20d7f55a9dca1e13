"""How often each fault is tried, and the dice that choose where it strikes."""

import os
from collections.abc import Iterable
from random import Random

import pytest

FULL = 300
"""Kills of a typist in ``make torture``; all other amounts are in proportion to it."""
RUNS = int(os.environ.get("TORTURE_RUNS", "3"))
SEED = int(os.environ.get("TORTURE_SEED", "1"))
IS_SHORT = RUNS < FULL // 10


in_torture_only = pytest.mark.skipif(IS_SHORT, reason="only in make torture")


def chosen(names: Iterable[str], *in_short: str) -> list[str]:
    """All ``names`` in ``make torture``; in the short form some."""
    return [name for name in names if not IS_SHORT or name in in_short]


def runs(in_full: int, least: int = 1) -> int:
    """How often to try what ``make torture`` tries ``in_full`` times."""
    return max(least, in_full * RUNS // FULL)


def dice(*what: object) -> Random:
    """Dice of their own for each test: the same seed gives the same faults, whatever else is run."""
    return Random(" ".join(map(str, (SEED, *what))))
