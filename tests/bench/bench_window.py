"""The window's speed and memory beside a bare window's: ratios inside one run, medians of alternating pairs.

Every figure is taken in processes of their own, one after the other.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.bench.measuring import PAIRS, Figure, assert_within
from tests.repository import ROOT

START_PAIRS = 2 * PAIRS + 1
"""A start is short: other work on the machine shows in it."""

Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Python keeps what it compiled, for both windows: an installed program is compiled."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def run(compiled: Path) -> Run:
    return partial(_run, compiled)


def _run(compiled: Path, name: str, *words: int | Path) -> dict[str, Any]:
    """Do one run of window_runs.py; ``begun`` is when its process was started."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_runs", name, *map(str, words)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout, done.stderr
    return {"begun": begun, **json.loads(done.stdout)}


def test_start_to_the_first_text_painted(run: Run, tmp_path: Path) -> None:
    """Ours is the whole program on a data folder as a power cut left it, with the last report open.

    Both runs begin with the same module, so that what it loads is in both: PySide, and Qt's names, which
    any program with a key or an alignment uses (they alone are a tenth of the bare start). What ours needs
    beyond the bare window are some sixty small modules, the classes of a report, the reader of its file and
    one question to SQLite: 30 ms where the bare window takes 160. Its text is laid out in half the time.
    """
    what = "start to the first tab's text / bare window"
    figure, runs = _started(what, 1.3, partial(_start_own, run, tmp_path), run)
    assert [each["heavy"] for each in runs] == [[]] * START_PAIRS
    assert_within(figure)


def _started(
    what: str, bar: float, begin_own: Callable[[], dict[str, Any]], run: Run
) -> tuple[Figure, list[dict[str, Any]]]:
    """Start ours and the bare window in turn; the figure, and what ours told."""
    begin_own(), run("start_bare")  # the first start compiles
    pairs = [(begin_own(), run("start_bare")) for _ in range(START_PAIRS)]
    own, bare = ([each["at"] - each["begun"] for each in side] for side in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in zip(own, bare, strict=True))
    detail = f"{median(own) * 1000:.0f} ms / {median(bare) * 1000:.0f} ms"
    return Figure(what, ratio, bar, detail), [each for each, _ in pairs]


def test_the_usual_start_to_the_list_of_reports(run: Run, tmp_path: Path) -> None:
    """The whole window with the reports of the store listed, and the store open to be written."""
    what = "start to the list of reports / bare window"
    figure, _ = _started(what, 1.7, partial(_start_own, run, tmp_path, "start_list"), run)
    assert_within(figure)


def test_a_key_waits_for_no_long_piece_of_the_start(run: Run, tmp_path: Path) -> None:
    measured = [_start_own(run, tmp_path, "start_pieces") for _ in range(PAIRS + 1)][1:]
    assert [each["error"] for each in measured] == ["None"] * PAIRS
    longest = median(max(each["pieces"]) for each in measured)
    detail = f"{len(measured[0]['pieces'])} pieces"
    assert_within(Figure("the longest piece of the start behind the text, in ms", longest, 50, detail))


def _start_own(run: Run, folder: Path, name: str = "start_own") -> dict[str, Any]:
    """Start the program on a folder of its own; making that is no part of the start."""
    folder = Path(tempfile.mkdtemp(dir=folder))
    run("left_open", folder)
    return run(name, folder)


@pytest.mark.parametrize("pages", [5, 100])
def test_keys_with_preview_and_saving_on(run: Run, pages: int) -> None:
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


def test_preview_shown_after_the_rest(run: Run) -> None:
    taken = run("preview", PAIRS + 2)
    shown, exported = taken["shown"], taken["exported"]
    ratio = median(one / other for one, other in zip(shown, exported, strict=True))
    detail = f"{median(shown) * 1000:.0f} ms / {median(exported) * 1000:.0f} ms"
    assert_within(Figure("preview shown after the rest, 5 pages / one PDF export", ratio, 1.5, detail))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_memory_with_the_preview_open(run: Run) -> None:
    pairs = [(run("memory_own"), run("memory_bare")) for _ in range(PAIRS)]
    ratio = median(one["mb"] / other["mb"] for one, other in pairs)
    parts = " + ".join(f"{part:.0f}" for part in pairs[0][0]["parts"])
    detail = f"{parts} MB / {median(other['mb'] for _, other in pairs):.0f} MB"
    assert_within(Figure("resident memory with preview, worker counted / bare window", ratio, 2.2, detail))
