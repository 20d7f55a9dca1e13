"""The window's speed and memory beside a bare window's: ratios inside one run, medians of alternating pairs.

Every figure is taken in processes of their own, one after the other.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from danvan_desktop.exporters import export
from danvan_desktop.fonts import find_fonts
from tests.bench.measuring import PAIRS, Figure, assert_within
from tests.builders.bombs import BOMBS
from tests.builders.generated_report import long_report
from tests.repository import ROOT

START_PAIRS = 2 * PAIRS + 1
"""A start is short: other work on the machine shows in it."""

LISTS = (10, 10_000)
"""How many reports an office has in its first year, and more than any will ever have."""
SAVING_RUNS = 3
"""Each types for twenty seconds."""

IMPORTS = 3
"""A bomb takes seconds."""

Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Python keeps what it compiled, for both windows: an installed program is compiled."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def run(compiled: Path) -> Run:
    return partial(_run, compiled)


@pytest.fixture(scope="module")
def lists(compiled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Path]]:
    """Data folders with so many reports of five pages; the large one takes half a gigabyte."""
    folders = {count: tmp_path_factory.mktemp(f"list-of-{count}") for count in LISTS}
    for count, folder in folders.items():
        _run(compiled, "fill_folder", folder, count)
    yield folders
    for folder in folders.values():
        shutil.rmtree(folder)


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
    """The list is painted before the store is loaded; then all is made, and the store open to be written."""
    figures = [
        _started(f"{what} / bare window", bar, partial(_start_own, run, tmp_path, name), run)[0]
        for what, bar, name in (
            ("start to the list of reports", 1.4, "start_list"),
            ("start to the whole window, the store open", 1.9, "start_whole"),
        )
    ]
    assert_within(*figures)


def test_the_start_with_ten_thousand_reports(run: Run, lists: dict[int, Path]) -> None:
    """As with ten: the rows are read, entries are made of those that are seen, the rest is checked later."""
    few, many = (lists[count] for count in LISTS)
    run("start_list", few), run("start_list", many)
    pairs = [(run("start_list", many), run("start_list", few)) for _ in range(START_PAIRS)]
    own, other = ([each["at"] - each["begun"] for each in side] for side in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in zip(own, other, strict=True))
    what = f"start to the list of {LISTS[1]} reports / of {LISTS[0]}"
    assert_within(Figure(what, ratio, 1.5, f"{median(own) * 1000:.0f} ms / {median(other) * 1000:.0f} ms"))


def test_a_search_holds_the_window_up_for_no_longer_than_a_frame_or_two(
    run: Run, lists: dict[int, Path]
) -> None:
    measured = [run("search", lists[LISTS[1]]) for _ in range(PAIRS)]
    stall, results = (median(each[name] for each in measured) for name in ("stall", "results"))
    what = f"a search in {LISTS[1]} reports: the window's longest stall, in ms"
    assert_within(Figure(what, stall, 50, f"all found {results:.0f} ms after the last key"))


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


@pytest.mark.parametrize("pages", [5, 100])
def test_keys_beside_the_history(run: Run, pages: int) -> None:
    """What the panel adds to the same keys: in each rest it compares a version with the report."""
    pairs = [(run("keys_beside_history", pages), run("keys_beside_nothing", pages)) for _ in range(PAIRS)]
    figures = []
    for name, bar in (("median", 1.3), ("p99", 1.7)):
        beside, without = (median(pair[side][name] for pair in pairs) for side in (0, 1))
        ratio = median(one[name] / other[name] for one, other in pairs)
        what = f"500 keys beside the history, {pages} pages / without it: {name}"
        figures.append(Figure(what, ratio, bar, f"{beside:.1f} ms / {without:.1f} ms"))
    assert_within(*figures)


@pytest.mark.parametrize("pages", [5, 100])
def test_keys_with_checking_on(run: Run, pages: int) -> None:
    """What the check adds to the same keys: in each rest the report is given to it, and its answer shown."""
    pairs = [(run("keys_with_checking", pages), run("keys_beside_nothing", pages)) for _ in range(PAIRS)]
    figures = []
    for name, bar in (("median", 1.3), ("p99", 1.7)):
        checked, without = (median(pair[side][name] for pair in pairs) for side in (0, 1))
        ratio = median(one[name] / other[name] for one, other in pairs)
        what = f"500 keys with checking on, {pages} pages / without it: {name}"
        figures.append(Figure(what, ratio, bar, f"{checked:.1f} ms / {without:.1f} ms"))
    longest = median(checked["longest"] for checked, _ in pairs)
    figures.append(Figure(f"the longest of them, in ms, {pages} pages", longest, 50, ""))
    assert_within(*figures)


@pytest.mark.parametrize(("pages", "bar"), [(5, 200), (100, 4_000)])
def test_check_of_the_content(run: Run, pages: int, bar: float) -> None:
    found = run("checking", pages)
    assert_within(
        Figure(f"check of {pages} pages, in ms", found["again"], bar, f"cold {found['cold']:.0f} ms"),
        Figure(f"resident memory of that process, in MB, {pages} pages", found["mb"], 64, ""),
    )


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="needs /proc")
@pytest.mark.parametrize("pages", [5, 300])
def test_what_typing_without_a_pause_writes_and_how_late_its_keys_are(run: Run, pages: int) -> None:
    """Ten keys a second for twenty seconds: every second of them is on disk, in a few kilobytes."""
    measured = [run("saving", pages) for _ in range(SAVING_RUNS)]
    found = {name: median(each[name] for each in measured) for name in measured[0]}
    typing = f"typing without a pause, {pages} pages"
    saves = f"{found['saves']:.0f} saves"
    assert_within(
        Figure(f"{typing}: MB written an hour", found["mb_an_hour"], 500, saves),
        Figure(f"{typing}: p95 of a key, in ms", found["p95"], 30, f"longest {found['longest']:.0f} ms"),
        Figure(f"{typing}: longest pause between two saves, in s", found["pause"], 1.0, saves),
    )


@pytest.mark.parametrize("pages", [5, 300])
def test_one_save_beside_a_plain_write_of_as_many_bytes(run: Run, pages: int) -> None:
    """Both end with the same flush, to a disk that may take 0.2 ms for it (a virtual one) or 20 (an old one).

    The bars are for the quick one; on the other all ratios are near 1. Changes, as autosave writes them: the
    report is compared with the last whole copy, the row of the list follows, what was written is read back;
    1 ms. Whole, at the opening and the closing only: JSON, the text for the search, what is open and the
    checksum go through every word; 90 ms for 300 pages, which the disk takes in 20.
    """
    taken = run("one_save", pages)
    assert_within(
        *(
            Figure(
                f"one save ({name}) of {pages} pages / a plain write of as many bytes",
                taken[name] / taken[f"{name}_plain"],
                bar,
                f"{taken[name]:.1f} ms / {taken[f'{name}_plain']:.1f} ms",
            )
            for name, bar in (("changes", 8.0), ("whole", 12.0))
        )
    )


def test_finding_and_replacing_in_a_long_report(run: Run) -> None:
    """A hundred pages: words typed into the find bar, then every hit replaced as one step and undone."""
    measured = [run("finding", 100) for _ in range(PAIRS)]
    found = {name: median(each[name] for each in measured) for name in ("first", "stall", "replace", "undo")}
    what, told = "find in 100 pages", measured[0]["told"]
    assert_within(
        Figure(f"{what}: ms from the last key to the hits", found["first"], 50, measured[0]["hits"]),
        Figure(f"{what}: the window's longest stall, in ms", found["stall"], 50, ""),
        Figure("replace all in 100 pages, in ms", found["replace"], 500, told),
        Figure("that undone, in ms", found["undo"], 500, ""),
    )


@pytest.mark.parametrize("name", ["nested-forms.pdf", "flate.pdf", "tags.docx", "creeping.pdf"])
def test_import_of_a_bomb(run: Run, tmp_path: Path, name: str) -> None:
    """It is read in a process of its own, which is ended by its limits; the window only waits for it."""
    bomb = tmp_path / name
    bomb.write_bytes(BOMBS[name]())
    measured = [run("importing", bomb) for _ in range(IMPORTS)]
    assert all(each["refused"] for each in measured)
    found = {key: median(each[key] for each in measured) for key in ("stall", "seconds", "mb")}
    what = f"import of a bomb, {name}"
    assert_within(
        Figure(f"{what}: seconds until one sentence says so", found["seconds"], 15, ""),
        Figure(f"{what}: MB of the process that reads it", found["mb"], 600, ""),
        Figure(f"{what}: the window's longest stall, in ms", found["stall"], 50, ""),
    )


def test_import_of_a_long_file(run: Run, tmp_path: Path) -> None:
    """A hundred pages of our own: the answer is decoded in a thread of the window."""
    path = tmp_path / "dai.docx"
    export(long_report(1, 100, find_fonts()), [path])
    measured = [run("importing", path) for _ in range(IMPORTS)]
    assert not any(each["refused"] for each in measured)
    stall, seconds = (median(each[name] for each in measured) for name in ("stall", "seconds"))
    what = "import of 100 pages: the window's longest stall, in ms"
    assert_within(Figure(what, stall, 50, f"read in {seconds:.1f} s"))


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
