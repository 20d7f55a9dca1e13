"""What the runs of a window stand on: a bare window and ours, keys, and what a key would have waited for."""

import gc
import itertools
import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QTextEdit, QWidget

from tests.repository import ROOT

if TYPE_CHECKING:
    from danvan_desktop.report.model import Report

Figures = dict[str, Any]

SAMPLE = ROOT / "resources" / "samples" / "bao-cao-mau.danvan"
SAMPLE_PAGES = 5
SIZE = (1366, 768)
TEXT = "Van phong da to chuc hoi nghi quan triet. "


class Painted(QObject):
    """Hears when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        self.then: Callable[[], None] = lambda: None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at:
            watched.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.at = time.time()
            self.then()
            return True
        return super().event(event)


def wait(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let the window work until ``condition`` holds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(0.0005)


def rest(seconds: float) -> None:
    """Let the window work for a while."""
    wait(lambda: False, seconds)


def press(widget: QWidget, letter: str) -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def late_key(edit: QTextEdit, number: int, due: float) -> float:
    """Let the window work until ``due``, press the key of that number, and say how late it is seen, in ms."""
    while time.perf_counter() < due:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(0.0003)
    press(edit, TEXT[number % len(TEXT)])
    edit.viewport().repaint()
    return (time.perf_counter() - due) * 1000


class Stall(NamedTuple):
    """How long the window answered nothing, in ms, and how much of that it worked itself.

    The rest is other threads' and other programs' use of the processor: on a machine that is busy with
    something else, only the work tells anything.
    """

    wall: float
    work: float


class Ticks:
    """A timer in the window's thread: where two of its ticks lie apart, a key would have waited."""

    def __init__(self) -> None:
        self._ticks = [(time.perf_counter(), time.thread_time())]
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._ticks.append((time.perf_counter(), time.thread_time())))
        self._timer.start(1)

    def stop(self) -> None:
        """What comes now is no longer looked at."""
        self._timer.stop()

    def longest(self) -> Stall:
        """The longest since it was last asked for."""
        ticks, self._ticks = self._ticks, self._ticks[-1:]
        pairs = list(itertools.pairwise(ticks))
        return Stall(
            max((later[0] - earlier[0] for earlier, later in pairs), default=0.0) * 1000,
            max((later[1] - earlier[1] for earlier, later in pairs), default=0.0) * 1000,
        )


def bare_window(times: int = 1) -> tuple[QMainWindow, QTextEdit]:
    """A window with six text fields, in them the sample's sections, and nothing else."""
    raw = json.loads(SAMPLE.read_text("utf-8"))
    texts = [
        "\n".join("".join(run["text"] for run in block.get("runs", ())) for block in section["blocks"])
        for section in raw["sections"]
    ]
    texts.sort(key=len, reverse=True)
    window, tabs = QMainWindow(), QTabWidget()
    edits = [QTextEdit() for _ in range(6)]
    for number, edit in enumerate(edits):
        tabs.addTab(edit, f"{number}")
        edit.setPlainText("\n".join([texts[number % len(texts)]] * times))
    window.setCentralWidget(tabs)
    window.resize(*SIZE)
    return window, edits[0]


def report_of(pages: int) -> "Report":
    """The sample with its sections so many times over."""
    from danvan_desktop.report.codec.danvan_file import from_json

    report = from_json(SAMPLE.read_text("utf-8"))
    ids = itertools.count(report.next_id)
    sections = [
        replace(
            section,
            blocks=(
                *section.blocks,
                *(
                    replace(block, id=next(ids))
                    for _ in range(pages // SAMPLE_PAGES - 1)
                    for block in section.blocks
                ),
            ),
        )
        for section in report.sections
    ]
    return replace(report, sections=tuple(sections), next_id=next(ids))


def with_a_word(report: "Report", word: str) -> "Report":
    """``report`` after a word was typed in the middle of its longest section."""
    from danvan_desktop.report.model import Paragraph, Run

    longest = max(report.sections, key=lambda section: len(section.blocks))
    texts = [
        place for place, block in enumerate(longest.blocks) if isinstance(block, Paragraph) and block.runs
    ]
    place = texts[len(texts) // 2]
    block = longest.blocks[place]
    if not isinstance(block, Paragraph):
        raise TypeError(block)
    blocks = (
        *longest.blocks[:place],
        replace(block, runs=(Run(word), *block.runs)),
        *longest.blocks[place + 1 :],
    )
    sections = (replace(each, blocks=blocks) if each is longest else each for each in report.sections)
    return replace(report, sections=tuple(sections))


class OwnWindow:
    """Our window on a data folder of its own, and in it a report of so many pages."""

    def __init__(self, pages: int = SAMPLE_PAGES) -> None:
        from danvan_desktop.__main__ import leave_out_openssl

        leave_out_openssl()
        from danvan_desktop.gui.application import collect_quietly, make_application
        from danvan_desktop.gui.main_window import MainWindow
        from danvan_desktop.store.opening import open_store

        make_application()
        report = report_of(pages)
        longest = max(report.sections, key=lambda section: len(section.blocks))
        folder = Path(tempfile.mkdtemp())
        self.store = open_store(folder)
        self.draft = replace(self.store.create(report), place=f"section:{longest.id}")
        self.window = MainWindow(self.store, folder)
        gc.freeze()  # here and below as at the end of the start
        collect_quietly(self.window)
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(*SIZE)

    def open(self) -> None:
        """Show the report where it was left: in its longest section."""
        self.window.open_draft(self.draft)

    @property
    def editor(self) -> QTextEdit:
        page = self.window.workspace.current_text_page()
        if page is None:
            raise RuntimeError("no text is shown")
        return page.editor

    def show_preview(self) -> None:
        """Open the preview and wait for its pages."""
        self.window.workspace.editor_actions.toggle_preview.setChecked(True)
        wait(self.pages_are_shown, 60)

    def pages_are_shown(self) -> bool:
        return self.window.preview.preview is not None and self.window.preview.preview.panel.view.is_complete

    def close(self) -> None:
        self.window.close()
        self.store.close()


def end(figures: Figures) -> NoReturn:
    """Print what was measured."""
    print(json.dumps(figures), flush=True)
    os._exit(0)
