"""The window's speed and memory beside a bare window's: ratios inside one run, medians of alternating pairs.

Every figure is taken in processes of their own, one after the other.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.bench.measuring import PAIRS, Figure, assert_within

ROOT = Path(__file__).parents[2]


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


def test_start_to_the_first_text_painted() -> None:
    run("start_own")  # the first start compiles
    pairs = [(run("start_own"), run("start_bare")) for _ in range(PAIRS)]
    own, bare = ([each["at"] - each["begun"] for each in side] for side in zip(*pairs, strict=True))
    assert [each["heavy"] for each, _ in pairs] == [[]] * PAIRS
    ratio = median(a / b for a, b in zip(own, bare, strict=True))
    detail = f"{median(own) * 1000:.0f} ms / {median(bare) * 1000:.0f} ms"
    assert_within(Figure("start to the first tab's text / bare window", ratio, 1.3, detail))


@pytest.mark.parametrize("pages", [5, 100])
def test_keys_with_preview_and_saving_on(pages: int) -> None:
    pairs = [(run("keys_own", pages), run("keys_bare", pages)) for _ in range(PAIRS)]
    figures = []
    for name, bar in (("median", 1.5), ("p99", 2.5)):
        own, bare = (median(pair[side][name] for pair in pairs) for side in (0, 1))
        ratio = median(one[name] / other[name] for one, other in pairs)
        what = f"500 keys with preview and saving, {pages} pages / bare editor: {name}"
        figures.append(Figure(what, ratio, bar, f"{own:.1f} ms / {bare:.1f} ms"))
    longest = median(own["longest"] for own, _ in pairs)
    figures.append(Figure(f"the longest of them, in ms, {pages} pages", longest, 50, ""))
    assert_within(*figures)


def test_preview_shown_after_the_rest() -> None:
    taken = run("preview", PAIRS + 2)
    shown, exported = taken["shown"], taken["exported"]
    ratio = median(one / other for one, other in zip(shown, exported, strict=True))
    detail = f"{median(shown) * 1000:.0f} ms / {median(exported) * 1000:.0f} ms"
    assert_within(Figure("preview shown after the rest, 5 pages / one PDF export", ratio, 1.5, detail))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_memory_with_the_preview_open() -> None:
    pairs = [(run("memory_own"), run("memory_bare")) for _ in range(PAIRS)]
    ratio = median(one["mb"] / other["mb"] for one, other in pairs)
    parts = " + ".join(f"{part:.0f}" for part in pairs[0][0]["parts"])
    detail = f"{parts} MB / {median(other['mb'] for _, other in pairs):.0f} MB"
    assert_within(Figure("resident memory with preview, worker counted / bare window", ratio, 2.2, detail))
