"""What the figures of the window are taken from: each run is a process of its own that prints one JSON line.

``python -m tests.bench.window_runs RUN [NUMBER or FOLDER]``
"""

import gc
import itertools
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.bench.windows import (
    SAMPLE,
    SAMPLE_PAGES,
    SIZE,
    Figures,
    OwnWindow,
    Painted,
    Ticks,
    bare_window,
    end,
    late_key,
    press,
    report_of,
    rest,
    wait,
    with_a_word,
)

if TYPE_CHECKING:
    from danvan_desktop.store.early_list import EarlyList

SAVED_KEYS, SAVED_KEY_EVERY = 200, 0.1
"""20 seconds of a fast typist who never rests."""
SAVES = 9
SEARCHES = ("dan van", "so 77", "khong co")
SEARCH_KEY_EVERY = 0.12
FINDS = ("a", "khong co", "dan van")
KEYS = 500
KEY_EVERY = 0.012
"""Seconds between keys: faster than any hand."""
REST_EVERY, REST = 84, 0.75
"""After so many keys a rest: outline, preview and saving begin in it and reach into the next keys."""
LONG_REST = 1.35
"""In it the versions of a report are compared anew."""
HEAVY = ("docx", "reportlab", "lxml", "PIL", "pypdfium2", "peewee")


def start_bare() -> Figures:
    """A bare window's text painted."""
    QApplication([])
    window, edit = bare_window()
    painted = Painted(edit.viewport())
    window.show()
    wait(lambda: bool(painted.at))
    return {"at": painted.at}


def data_in(folder: str) -> Path:
    """Return where the program keeps its data when ``folder`` is the one for all programs of the user."""
    from danvan_desktop.paths import DATA_FOLDER_NAME

    return Path(folder) / DATA_FOLDER_NAME


def _start_by_icon(folder: str) -> None:
    """Start our program as its icon does, without a word on the command line."""
    from danvan_desktop.__main__ import main

    os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = folder
    sys.argv = ["danvan-desktop"]
    main()


def left_open(folder: str) -> Figures:
    """Leave ``folder`` as a power cut leaves it: a report open in its longest section, the preview shut."""
    from danvan_desktop.gui.services.preferences import Preferences
    from danvan_desktop.gui.startup.resume_point import ResumePoint
    from danvan_desktop.report.codec.danvan_file import from_json
    from danvan_desktop.store.opening import open_store

    store = open_store(data_in(folder))
    report = from_json(SAMPLE.read_text("utf-8"))
    longest = max(report.sections, key=lambda section: len(section.blocks))
    draft = store.create(report)
    store.save(draft.id, report, f"section:{longest.id}/{longest.blocks[0].id}+2")
    store.close()
    ResumePoint(Preferences(data_in(folder))).keep(draft.id, (230, 100, 0, 0))
    return {}


def start_own(folder: str) -> Figures:
    """Our program itself, from its entry point on, until the text it was left at is painted."""
    from danvan_desktop.gui.main_window import MainWindow

    show_resumed_text = MainWindow.show_resumed_text

    def show_and_watch(window: MainWindow, *what: Any) -> None:
        show_resumed_text(window, *what)
        if window._resumed is None or window._resumed.page is None:
            raise RuntimeError("no text is shown first")
        painted = Painted(window._resumed.page.editor.viewport())
        painted.then = lambda: end(
            {"at": painted.at, "heavy": [name for name in HEAVY if name in sys.modules]}
        )

    MainWindow.show_resumed_text = show_and_watch  # type: ignore[assignment, method-assign]
    _start_by_icon(folder)
    raise RuntimeError("the program ended without a text")


def start_list(folder: str) -> Figures:
    """Our program itself, from its entry point on, until the list of reports is painted: the usual start."""
    from danvan_desktop.gui.main_window import MainWindow
    from danvan_desktop.gui.services.preferences import Preferences
    from danvan_desktop.gui.startup.resume_point import ResumePoint

    ResumePoint(Preferences(data_in(folder))).forget()
    show_list = MainWindow.show_list

    def show_and_watch(window: MainWindow, early: "EarlyList") -> None:
        show_list(window, early)
        painted = Painted(window.start_page.list.viewport())
        painted.then = lambda: end({"at": painted.at})

    MainWindow.show_list = show_and_watch  # type: ignore[assignment, method-assign]
    _start_by_icon(folder)
    raise RuntimeError("the program ended without a list")


def start_whole(folder: str) -> Figures:
    """The same start until nothing is left of it: the store is open to be written, every command is there."""
    from danvan_desktop.gui import application
    from danvan_desktop.gui.services.preferences import Preferences
    from danvan_desktop.gui.startup.resume_point import ResumePoint

    ResumePoint(Preferences(data_in(folder))).forget()
    application._end_start = lambda *_: end({"at": time.time()})
    _start_by_icon(folder)
    raise RuntimeError("the program ended before all was made")


def start_pieces(folder: str) -> Figures:
    """How long each piece of the window takes that is made behind the first text: a key waits for it."""
    from danvan_desktop.gui.startup.staged_start import StagedStart

    do_next = StagedStart._do_next
    lengths: list[float] = []

    def do_and_time(pieces: StagedStart) -> bool:
        started = time.perf_counter()
        is_more = do_next(pieces)
        lengths.append((time.perf_counter() - started) * 1000)
        if not is_more:
            end({"pieces": lengths, "error": repr(pieces.error)})
        return is_more

    StagedStart._do_next = do_and_time  # type: ignore[assignment, method-assign]
    _start_by_icon(folder)
    raise RuntimeError("the program ended before all was made")


def keys_bare(pages: int) -> Figures:
    """Keys into a bare window with as much text."""
    QApplication([])
    window, edit = bare_window(pages // SAMPLE_PAGES)
    window.show()
    return typed(edit)


def keys_own(pages: int) -> Figures:
    """Keys into ours, preview and saving on."""
    own = OwnWindow(pages)
    own.open()
    own.window.show()
    own.show_preview()
    figures = typed(own.editor)
    own.close()
    return figures


def keys_beside_history(pages: int) -> Figures:
    """Keys into ours beside the history, which is compared anew in each rest: that reaches into the keys."""
    return _keys_after_long_rests(pages, with_history=True)


def keys_beside_nothing(pages: int) -> Figures:
    """Keys into ours at the same times, the side empty and nothing checked."""
    return _keys_after_long_rests(pages, with_history=False)


def _keys_after_long_rests(pages: int, *, with_history: bool) -> Figures:
    own = OwnWindow(pages)
    own.open()
    own.window.show()
    own.window.checking.close()  # what that costs is measured by itself
    if with_history:
        own.window.commands.history.trigger()
    figures = typed(own.editor, LONG_REST)
    own.close()
    return figures


def keys_with_checking(pages: int) -> Figures:
    """Keys into ours while its content is checked in each rest, the findings listed and marked."""
    own = OwnWindow(pages)
    own.open()
    own.window.show()
    findings = own.window.checking.findings
    own.window.workspace.editor_actions.toggle_check.trigger()
    wait(lambda: findings.is_up_to_date, 60)
    figures = typed(own.editor, LONG_REST)
    own.close()
    return figures


def checking(pages: int) -> Figures:
    """How long the worker process takes to check a report, cold and once it has, in milliseconds."""
    from danvan_desktop.gui.worker.messages import CheckContent, CheckedContent
    from danvan_desktop.gui.worker.process import WorkerProcess
    from danvan_desktop.gui.worker.report_pieces import in_pieces

    request = CheckContent(in_pieces(report_of(pages)))
    link = WorkerProcess()
    seconds = []
    for _ in range(4):
        answer = link.ask(request)
        if not isinstance(answer, CheckedContent):
            raise TypeError(answer)
        seconds.append(answer.seconds * 1000)
    mb = resident(link.pid) if link.pid else 0.0
    link.close()
    return {"cold": seconds[0], "again": sorted(seconds[1:])[1], "mb": mb}


def saving(pages: int) -> Figures:
    """Keys typed without a pause into a report that is saved meanwhile: how late, and what is written."""
    own = OwnWindow(pages)
    own.open()
    own.window.show()
    edit = own.editor
    saves: list[float] = []
    own.window.session.saved.connect(lambda _: saves.append(time.perf_counter()))
    edit.setFocus()
    edit.insertPlainText("a")
    wait(lambda: bool(saves))  # the first save is a whole copy
    rest(1.0)
    saves.clear()
    gc.collect()
    late: list[float] = []
    written, started = written_bytes(), time.perf_counter()
    due = started
    for number in range(SAVED_KEYS):
        due += SAVED_KEY_EVERY
        late.append(late_key(edit, number, due))
    took = time.perf_counter() - started
    figures = {
        "p95": sorted(late)[len(late) * 95 // 100],
        "longest": max(late),
        "saves": len(saves),
        "pause": max(
            (later - earlier for earlier, later in itertools.pairwise([started, *saves])), default=took
        ),
        "mb_an_hour": (written_bytes() - written) / took * 3600 / 1e6,
    }
    own.close()
    return figures


def one_save(pages: int) -> Figures:
    """Single saves after a word was typed and plain SQLite writes of as many bytes, in turn; in ms."""
    from danvan_desktop.report.codec.changes import changes
    from danvan_desktop.report.codec.danvan_file import to_json
    from danvan_desktop.store.opening import open_store
    from danvan_desktop.store.rows.search import folded_text

    report = report_of(pages)
    folder = Path(tempfile.mkdtemp())
    store, plain = open_store(folder), PlainFile(folder / "plain.sqlite3")
    draft = store.create(report)
    figures: dict[str, list[float]] = {"whole": [], "whole_plain": [], "changes": [], "changes_plain": []}
    edited = [with_a_word(report, f"từ{number} ") for number in range(SAVES + 1)]
    for name, is_whole in (("whole", True), ("changes", False)):
        store.save(draft.id, report, "", whole=True)
        for number, each in enumerate(edited):
            said = to_json(each) + folded_text(each, None) if is_whole else changes(report, each) or ""
            begun = time.perf_counter()
            store.save(draft.id, each, "", whole=is_whole)
            saved = time.perf_counter()
            plain.write(said)
            written = time.perf_counter()
            if number:  # the first warms both
                figures[name].append(saved - begun)
                figures[f"{name}_plain"].append(written - saved)
    store.close()
    return {name: sorted(each)[len(each) // 2] * 1000 for name, each in figures.items()}


class PlainFile:
    """One text in a row of an SQLite file that is written as safely as ours."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT)")

    def write(self, text: str) -> None:
        """Put ``text`` in the place of the one before, on disk."""
        self._connection.execute("INSERT OR REPLACE INTO kept VALUES (1, ?)", (text,))


def fill_folder(folder: str, count: int) -> Figures:
    """Store so many reports of five pages in ``folder``."""
    from tests.builders.many_reports import fill

    fill(data_in(folder), report_of(SAMPLE_PAGES), count)
    return {}


def search(folder: str) -> Figures:
    """Words typed into the search above the list of ``folder``: the window's longest stall, in ms."""
    from danvan_desktop.gui.application import make_application
    from danvan_desktop.gui.main_window import MainWindow
    from danvan_desktop.store.opening import open_store

    make_application()
    store = open_store(data_in(folder))
    window = MainWindow(store, data_in(folder))
    window.resize(*SIZE)
    window.show()
    page = window.start_page
    page.search.setFocus()
    rest(1.0)
    gc.collect()
    ended: list[float] = []
    page._finding.ended.connect(lambda: ended.append(time.perf_counter()))
    results, ticks = list[float](), Ticks()
    for words in SEARCHES:
        for letter in words:
            press(page.search, letter)
            ended.clear()
            rest(SEARCH_KEY_EVERY)
        typed_at = time.perf_counter() - SEARCH_KEY_EVERY
        wait(lambda: bool(ended))
        results.append((ended[-1] - typed_at) * 1000)
        rest(0.3)
        page.search.clear()
        rest(0.5)
    stall = ticks.longest().wall
    window.end()
    store.close()
    return {"stall": stall, "results": max(results)}


def finding(pages: int) -> Figures:
    """Words typed into the find bar of a long report, then all of them replaced, and that undone; in ms.

    ``first``: from the last key to the hits counted, listed and one of them selected; the longest of several.
    ``stall``: the window's longest while keys came.
    """
    own = OwnWindow(pages)
    own.open()
    own.window.show()
    rest(2.0)
    wait(lambda: not own.window.jobs.busy)  # the pages are counted
    actions = own.window.workspace.editor_actions
    gc.collect()
    opened = time.perf_counter()
    actions.find.trigger()
    QCoreApplication.processEvents()
    figures: Figures = {"open": (time.perf_counter() - opened) * 1000}
    from danvan_desktop.gui.workspace.find.find_bar import FindBar
    from tests.gui.visible_texts import inside

    (bar,) = inside(own.window, FindBar)
    rest(0.5)
    firsts, ticks = list[float](), Ticks()
    for words in FINDS:
        bar.words.clear()
        for letter in words:
            rest(SEARCH_KEY_EVERY)
            bar.counter.setText("")
            press(bar.words, letter)
            pressed = time.perf_counter()
            wait(lambda: bool(bar.counter.text()))
            own.editor.viewport().repaint()
            firsts.append((time.perf_counter() - pressed) * 1000)
    ticks.stop()
    figures |= {
        "first": max(firsts),
        "stall": ticks.longest().wall,
        "hits": bar.counter.text(),
    }
    actions.replace.trigger()
    bar.exact.setChecked(False)
    bar.replacement.setText("đoàn thể")
    rest(0.5)
    gc.collect()
    replaced = time.perf_counter()
    bar.replace_all.click()
    own.editor.viewport().repaint()
    undone = time.perf_counter()
    own.window.workspace.opened.stack.undo()
    own.window.workspace.opened.stack.finish()
    own.editor.viewport().repaint()
    figures |= {
        "replace": (undone - replaced) * 1000,
        "undo": (time.perf_counter() - undone) * 1000,
        "told": bar.message.text(),
    }
    own.close()
    return figures


def importing(path: str) -> Figures:
    """A file imported beside an open report: the window's longest stall in ms, until it is read or refused.

    Then the seconds that took, and the megabytes (10^6) of the process that read it.
    """
    own = OwnWindow()
    own.open()
    own.window.show()
    ended: list[float] = []
    imports = own.window.importing
    imports.imported.disconnect()  # what becomes of the report is no part of reading it
    imports.reading.ended.connect(lambda: ended.append(time.perf_counter()))
    rest(1.0)
    wait(lambda: not own.window.jobs.busy)  # the pages are counted
    gc.collect()
    begun, ticks = time.perf_counter(), Ticks()
    imports.bring_in(Path(path))
    wait(lambda: bool(ended), 60)
    rest(0.2)
    stall = ticks.longest().wall
    box = QApplication.activeModalWidget()
    if box is not None:
        box.close()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
    own.close()
    return {"stall": stall, "seconds": ended[0] - begun, "mb": peak, "refused": box is not None}


def written_bytes() -> int:
    """What this process has written to files so far."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("wchar"))


def typed(edit: QTextEdit, rests: float = REST) -> Figures:
    """Type at fixed times, with ``rests`` (seconds); a key is as late as whatever kept it waiting."""
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().begin().next().position() + 10)
    edit.setTextCursor(cursor)
    rest(1.5)
    gc.collect()
    late: list[float] = []
    due = time.perf_counter() + 0.05
    for number in range(KEYS):
        due += rests if number and number % REST_EVERY == 0 else KEY_EVERY
        late.append(late_key(edit, number, due))
    late.sort()
    return {"median": late[KEYS // 2], "p99": late[KEYS * 99 // 100], "longest": late[-1]}


def preview(rounds: int) -> Figures:
    """How long after the rest new pages are seen, and how long the PDF alone takes; in turn."""
    from danvan_desktop.exporters import export

    own = OwnWindow()
    own.open()
    own.window.show()
    own.show_preview()
    workspace, kept = own.window.workspace, own.window.preview.preview
    if kept is None:
        raise RuntimeError("no preview")
    rested, shown, exported = list[float](), list[float](), list[float]()
    workspace.rested.connect(lambda _: rested.append(time.perf_counter()))
    target = Path(tempfile.mkdtemp()) / "bao-cao.pdf"
    for _ in range(rounds + 1):  # the first round warms both
        before = kept.panel.view._set.serial
        rested.clear()
        own.editor.insertPlainText("a")
        wait(lambda before=before: kept.panel.view._set.serial > before and own.pages_are_shown())  # type: ignore[misc]
        kept.panel.view.viewport().repaint()
        shown.append(time.perf_counter() - rested[0])
        rest(0.6)
        report = workspace.opened.report()
        start = time.perf_counter()
        export(report, [target], force=True)
        exported.append(time.perf_counter() - start)
        rest(0.3)
    own.close()
    return {"shown": shown[1:], "exported": exported[1:]}


def memory_bare() -> Figures:
    """A bare window's memory."""
    QApplication([])
    window, _ = bare_window()
    window.show()
    rest(1.0)
    return {"mb": resident(os.getpid())}


def memory_own() -> Figures:
    """Ours with the preview open and an edit shown, every process counted whole."""
    own = OwnWindow()
    own.open()
    own.window.show()
    own.window.checking.close()  # what it takes is a figure of its own
    own.show_preview()
    own.editor.insertPlainText("a")
    rest(2.0)
    parts = [resident(pid) for pid in family(os.getpid())]
    own.close()
    return {"mb": sum(parts), "parts": parts}


def resident(pid: int) -> float:
    """Resident memory in MB, pages shared with other processes counted too."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children = Path(f"/proc/{pid}/task").glob("*/children")
    below = [int(child) for path in children for child in path.read_text().split()]
    return [pid, *(each for child in below for each in family(child))]


RUNS: dict[str, Callable[..., Figures]] = {
    run.__name__: run
    for run in (
        start_bare,
        left_open,
        start_own,
        start_list,
        start_whole,
        start_pieces,
        fill_folder,
        search,
        finding,
        importing,
        keys_bare,
        keys_own,
        keys_beside_history,
        keys_beside_nothing,
        keys_with_checking,
        checking,
        saving,
        one_save,
        preview,
        memory_bare,
        memory_own,
    )
}


def main() -> None:
    """Do one run and leave without tidying up."""
    name, *words = sys.argv[1:]
    end(RUNS[name](*(int(word) if word.isdecimal() else word for word in words)))


if __name__ == "__main__":
    main()
