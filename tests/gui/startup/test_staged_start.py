"""Staged start: a report that was open at the end is painted first; what is typed at once is not lost.

The programs are real processes: the start is what is tested.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.startup.resume_point import ResumePoint
from danvan_desktop.gui.startup.staged_start import StagedStart
from danvan_desktop.report.model import Report, plain
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.builders.samples import report as make_report
from tests.repository import ROOT

BEGIN = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from danvan_desktop.gui import main_window
from danvan_desktop.gui.application import run
from tests.gui.keyboard import type_text

folder = Path(sys.argv[1])
seen = {"at_first": None}
window = None

class Watched(main_window.MainWindow):
    def __init__(self, *arguments):
        global window
        super().__init__(*arguments)
        window = self

    def show_resumed_text(self, *arguments):
        super().show_resumed_text(*arguments)
        self.resumed_text_painted.connect(lambda: (at_first(), QTimer.singleShot(0, wait)))

import danvan_desktop.gui.application as application
application.MainWindow = Watched

def at_first():
    seen["at_first"] = sorted(name for name in HEAVY if name in sys.modules)
    FIRST

def wait():
    EACH
    if window.finish_start is not None:
        QTimer.singleShot(0, wait)
        return
    page = window.workspace.current_text_page()
    seen["focus"] = QApplication.focusWidget() is page.editor
    seen["draft"] = window.session.draft.id
    LAST

HEAVY = ["docx", "reportlab", "lxml", "PIL", "peewee", "danvan_desktop.gui.workspace.workspace"]
code = run(folder)
print(json.dumps(seen, ensure_ascii=False))
sys.exit(code)
"""
TYPE = "type_text(window._resumed.page.editor, {!r})"


def start(folder: Path, first: str = "pass", each: str = "pass", last: str = "pass") -> dict[str, Any]:
    """Start the program on ``folder``; do the steps at the first paint, between two pieces, at the end."""
    program = BEGIN.replace("FIRST", first).replace("EACH", each).replace("LAST", last)
    seen: dict[str, Any] = json.loads(run(program, folder))
    return seen


def run(program: str, folder: Path) -> str:
    """Run ``program`` to its good end; what it printed."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout != "") == (0, True), done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder whose first report was open at its second section when the program ended."""
    with closing(open_store(tmp_path)) as store:
        draft = store.create(make_report())
        store.save(draft.id, make_report(), "section:2/14+4")
    ResumePoint(Preferences(tmp_path)).keep(draft.id, (230, 90, 0, 0))
    return tmp_path


def stored(folder: Path) -> Report:
    with closing(open_store(folder)) as store:
        return store.load(1)


def words(report: Report) -> str:
    (block,) = (block for block in report.sections[1].blocks if block.id == 14)
    return plain(block.runs)  # type: ignore[union-attr]  # 14 is a paragraph


def test_the_text_is_at_once_as_large_as_the_user_wants_it(folder: Path) -> None:
    Preferences(folder).keep(text_zoom="150")
    at_first = 'seen["first"] = window._resumed.page.editor.zoom'
    seen = start(folder, at_first, last='seen["later"] = page.editor.zoom; window.close()')
    assert (seen["first"], seen["later"]) == (1.5, 1.5)


def test_the_text_is_there_before_peewee_and_the_workspace(folder: Path) -> None:
    seen = start(folder, last="window.close()")
    assert seen == {"at_first": [], "focus": True, "draft": 1}
    assert stored(folder) == make_report()


def test_what_is_typed_at_once_is_kept_and_can_be_undone(folder: Path) -> None:
    last = (
        "type_text(page.editor, 'sau '); seen['text'] = page.editor.textCursor().block().text();"
        "window.workspace.editor_actions.undo.trigger(); window.workspace.editor_actions.undo.trigger();"
        "seen['undone'] = page.editor.textCursor().block().text();"
        "window.workspace.editor_actions.redo.trigger(); window.close()"
    )
    seen = start(folder, first=TYPE.format("ngay "), last=last)
    assert seen["text"] == "Kết ngay sau quả đạt được gồm:"
    assert seen["undone"] == "Kết quả đạt được gồm:"
    assert words(stored(folder)) == "Kết ngay quả đạt được gồm:"


def test_keys_between_the_pieces_go_into_the_text_in_order(folder: Path) -> None:
    each = (
        "number = seen['typed'] = seen.get('typed', 0) + 1;"
        "type_text(QApplication.focusWidget(), f'{number} ')"
    )
    seen = start(folder, each=each, last="window.close()")
    assert seen["typed"] > 10
    typed = "".join(f"{number} " for number in range(1, seen["typed"] + 1))
    assert words(stored(folder)) == f"Kết {typed}quả đạt được gồm:"


def test_closing_at_once_saves_what_was_typed(folder: Path) -> None:
    start(folder, first=TYPE.format("ngay ") + "; window.close()", each="return")
    assert words(stored(folder)) == "Kết ngay quả đạt được gồm:"


FORM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from danvan_desktop.gui.application import make_application, run
from danvan_desktop.gui.main_window import MainWindow
app = make_application()
def look():
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    if window.finish_start is not None:
        window.finish_start()
    print(window.session.draft and window._place())
    window.close()
QTimer.singleShot(0, look)
sys.exit(run(Path(sys.argv[1])))
"""


@pytest.mark.parametrize(
    ("place", "shown"), [("general", "general"), ("", "general"), ("closing", "closing/34+0")]
)
def test_a_report_left_at_a_form_is_shown_again_too(folder: Path, place: str, shown: str) -> None:
    with closing(open_store(folder)) as store:
        store.save(1, make_report(), place)
    assert run(FORM, folder).splitlines() == [shown]


def test_a_report_that_is_gone_leads_to_the_list(folder: Path) -> None:
    with closing(open_store(folder)) as store:
        store.delete(1)
    assert run(FORM, folder).splitlines() == ["None"]
    assert ResumePoint(Preferences(folder)).draft_id is None


def test_who_closes_the_window_begins_with_the_list(folder: Path) -> None:
    start(folder, last="window.close()")
    assert ResumePoint(Preferences(folder)).draft_id is None


def test_a_typed_word_is_saved_by_itself(folder: Path) -> None:
    last = "window.session.saved.connect(lambda _: os._exit(0) if print('{}', flush=True) is None else 0)"
    start(folder, first=TYPE.format("ngay "), last=last)
    assert words(stored(folder)) == "Kết ngay quả đạt được gồm:"
    assert ResumePoint(Preferences(folder)).draft_id == 1, "killed, not closed: the next start goes on there"


def test_an_open_report_is_kept_in_mind_until_it_is_left(
    qtbot: QtBot, window: MainWindow, store: Store, data_dir: Path
) -> None:
    draft = store.create(make_report())
    window.open_draft(draft)
    qtbot.waitUntil(lambda: ResumePoint(Preferences(data_dir)).draft_id == draft.id, timeout=5000)
    left, top, right, bottom = ResumePoint(Preferences(data_dir)).margins
    assert left > 100, "the outline stands at the left"
    assert top > 30, "tool bar and tabs stand above"
    assert Preferences(data_dir).text("geometry"), "the window will be as large"
    window.leave_report("back to the list")
    assert ResumePoint(Preferences(data_dir)).draft_id is None
    assert (right, bottom) == (0, 0)


def test_the_end_of_the_session_leaves_it_open(window: MainWindow, store: Store, data_dir: Path) -> None:
    window.open_draft(store.create(make_report()))
    window._keep_place()
    window.on_session_end(None)  # type: ignore[arg-type]  # Qt makes none by hand; it is not asked
    window.close()
    assert ResumePoint(Preferences(data_dir)).draft_id == 1


@pytest.mark.parametrize("kept", ["", "x", "1 2 3", "1 2 3 4 -5", "²  1 1 1 1"])
def test_what_is_no_place_is_none(tmp_path: Path, kept: str) -> None:
    Preferences(tmp_path).keep(left_open=kept)
    assert ResumePoint(Preferences(tmp_path)).draft_id is None


def test_pieces_go_one_by_one_and_stop_at_an_error(qtbot: QtBot) -> None:
    done: list[int] = []

    def work() -> Iterator[None]:
        for number in range(3):
            done.append(number)
            yield
        raise ValueError("three")

    parent = QObject()
    pieces = StagedStart(work(), parent)
    with qtbot.waitSignal(pieces.failed):
        pieces.begin()
        assert done == []
    assert done == [0, 1, 2]
    assert isinstance(pieces.error, ValueError)
    pieces.finish()


def test_a_stage_that_waits_in_a_loop_of_its_own_is_not_entered_again(qtbot: QtBot) -> None:
    done: list[str] = []

    def work() -> Iterator[None]:
        done.append("asks")
        qtbot.wait(50)  # as a dialog does
        stages.finish()  # as the window's close does
        done.append("answered")
        yield
        done.append("goes on")

    parent = QObject()
    stages = StagedStart(work(), parent)
    stages.begin()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert (done, stages.error) == (["asks", "answered", "goes on"], None)


def test_what_was_stopped_does_nothing_more(qtbot: QtBot) -> None:
    done: list[int] = []

    def work() -> Iterator[None]:
        done.append(1)
        stages.stop()
        yield
        done.append(2)

    parent = QObject()
    stages = StagedStart(work(), parent)
    stages.begin()
    qtbot.wait(30)
    stages.finish()
    assert done == [1]
