"""The window's speed and memory beside a bare window's: ratios inside one run, medians of alternating pairs.

``make bench`` prints one table. Every figure is taken in processes of their own, one after the other.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAIRS = 7
ROWS: list[tuple[str, str, str, bool]] = []


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[None]:
    yield
    print(f"\n{'what':58} {'measured':>34} {'bar':>8}")
    for what, measured, bar, holds in ROWS:
        print(f"{what:58} {measured:>34} {bar:>8} {'' if holds else 'MISSED'}")


def run(name: str, *numbers: int) -> dict[str, Any]:
    """Do one run of window_runs.py; ``begun`` is when its process was started."""
    environment = dict(os.environ)
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_runs", name, *map(str, numbers)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout, done.stderr
    return {"begun": begun, **json.loads(done.stdout)}


def row(what: str, ratio: float, bar: float, absolute: str) -> None:
    """Put a line into the table, and fail where the bar is missed."""
    ROWS.append((what, f"{ratio:.2f}  ({absolute})", f"<= {bar:g}", ratio <= bar))
    assert ratio <= bar, f"{what}: {ratio:.2f}"


def test_start_to_the_first_text_painted() -> None:
    run("start_own")  # the first start compiles
    pairs = [(run("start_own"), run("start_bare")) for _ in range(PAIRS + 2)]
    own = [each["at"] - each["begun"] for each, _ in pairs]
    bare = [each["at"] - each["begun"] for _, each in pairs]
    assert [each["heavy"] for each, _ in pairs] == [[]] * len(pairs)
    absolute = f"{median(own) * 1000:.0f} / {median(bare) * 1000:.0f} ms"
    ratio = median(a / b for a, b in zip(own, bare, strict=True))
    row("start to the first tab's text / bare window", ratio, 1.3, absolute)


@pytest.mark.parametrize("pages", [5, 100])
def test_keys_with_preview_and_saving_on(pages: int) -> None:
    pairs = [(run("keys_own", pages), run("keys_bare", pages)) for _ in range(PAIRS)]
    longest = median(own["longest"] for own, _ in pairs)
    ROWS.append((f"the longest of 500 keys, {pages} pages, in ms", f"{longest:.1f}", "<= 50", longest <= 50))
    misses = [] if longest <= 50 else [f"longest {longest:.1f} ms"]
    for figure, bar in (("median", 1.5), ("p99", 2.5)):
        own, bare = (median(pair[side][figure] for pair in pairs) for side in (0, 1))
        ratio = median(one[figure] / other[figure] for one, other in pairs)
        ROWS.append(
            (
                f"500 keys, {pages} pages / bare editor: {figure}",
                f"{ratio:.2f}  ({own:.1f} / {bare:.1f} ms)",
                f"<= {bar:g}",
                ratio <= bar,
            )
        )
        if ratio > bar:
            misses.append(f"{figure} {ratio:.2f}")
    assert misses == []


def test_preview_shown_after_the_rest() -> None:
    taken = run("preview", PAIRS + 2)
    shown, exported = taken["shown"], taken["exported"]
    absolute = f"{median(shown) * 1000:.0f} / {median(exported) * 1000:.0f} ms"
    ratio = median(one / other for one, other in zip(shown, exported, strict=True))
    row("preview shown after the rest / one PDF export", ratio, 1.5, absolute)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_memory_with_the_preview_open() -> None:
    pairs = [(run("memory_own"), run("memory_bare")) for _ in range(PAIRS)]
    bare = median(other["mb"] for _, other in pairs)
    parts = " + ".join(f"{part:.0f}" for part in pairs[0][0]["parts"])
    ratio = median(one["mb"] / other["mb"] for one, other in pairs)
    row("resident memory with preview, worker counted / bare window", ratio, 2.2, f"{parts} / {bare:.0f} MB")
