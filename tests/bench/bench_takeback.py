"""A Word file that came back: how long until its changes are listed, and what a key would have waited for.

Every figure is taken in processes of their own, one after the other.
"""

import json
import os
import subprocess
import sys
from statistics import median
from typing import Any

import pytest

from tests.bench.measuring import Figure, assert_within
from tests.repository import ROOT

RUNS = 3
SECONDS = {5: 0.5, 100: 2.5}
"""From the chosen file to the list, by pages."""
STALL = 50.0
"""Milliseconds."""


@pytest.mark.parametrize("pages", SECONDS)
def test_a_file_is_taken_back_beside_the_text(pages: int) -> None:
    runs = [_run(pages) for _ in range(RUNS)]
    assert {run["left"] for run in runs} == {0}
    what = f"taking back {pages} pages with {runs[0]['changes']} changes"

    def figure(name: str, key: str, bar: float) -> Figure:
        values = [run[key] for run in runs]
        return Figure(f"{what}, {name}", median(values), bar, " / ".join(f"{each:.2f}" for each in values))

    assert_within(
        figure("file to list, in s", "seconds", SECONDS[pages]),
        figure("longest stall until it is listed, in ms", "list", STALL),
        figure("longest piece of work of that, in ms", "list_work", STALL),
        figure("longest stall of a decision, in ms", "decision", STALL),
        figure("longest piece of work of that, in ms", "decision_work", STALL),
        figure("longest stall of a choice, a refusal and its undo, in ms", "choice", STALL),
        figure("longest piece of work of that, in ms", "choice_work", STALL),
        figure("longest stall of taking all, in ms", "all", STALL),
        figure("longest piece of work of that, in ms", "all_work", STALL),
        figure("longest stall of undoing and redoing that, in ms", "undo", STALL),
        figure("longest piece of work of that, in ms", "undo_work", STALL),
    )


def _run(pages: int) -> dict[str, Any]:
    environment = dict(os.environ)
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.takeback_runs", str(pages)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
