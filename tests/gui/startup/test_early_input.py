"""The list is painted before the store is open; whatever is pressed then does what it does later.

The programs are real processes: the start is what is tested.
"""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.opening import open_store
from tests.repository import ROOT
from tests.store.stored_reports import make_report

PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from danvan_desktop.gui import application
from danvan_desktop.gui.main_window import MainWindow

seen = {"early": None}

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: at_first(window))
        return False

show_list = MainWindow.show_list

def show(shown, early):
    global window, paint
    window, paint = shown, FirstPaint()
    show_list(shown, early)
    shown.start_page.list.viewport().installEventFilter(paint)

def at_first(window):
    listed = window.start_page.list.rows
    seen["early"] = [listed.draft(row).title for row in range(listed.rowCount())]
    seen["store"] = "peewee" in sys.modules
    seen["focus"] = window.focusWidget() is window.start_page.list
    FIRST

def wait():
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if not windows or windows[0].finish_start is not None or not windows[0]._is_furnished:
        QTimer.singleShot(5, wait)
        return
    window = windows[0]
    listed = window.start_page.list.rows
    seen["listed"] = [listed.draft(row).title for row in range(listed.rowCount())]
    seen["open"] = window.session.draft and window.session.draft.id
    LAST
    window.close()

MainWindow.show_list = show
application.make_application()
QTimer.singleShot(0, wait)
code = application.run(Path(sys.argv[1]))
print(json.dumps(seen, ensure_ascii=False))
sys.exit(code)
"""
ROW = (
    "page = window.start_page.list; place = page.visualRect(page.rows.index(1, 0)).center() - QPoint(200, 0)"
)
DOUBLE_CLICK = (
    f"{ROW}; place = page.viewport().mapTo(window, place); "
    "QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)"
)


def run(folder: Path, first: str = "pass", last: str = "pass", *, code: int = 0) -> dict[str, Any]:
    """Start the program; do ``first`` at the first paint of the list, ``last`` when all is there."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM.replace("FIRST", first).replace("LAST", last), folder],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout != "") == (code, True), done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(open_store(tmp_path / "data")) as store:
        for number in (1, 2, 3):
            store.create(make_report(f"Báo cáo {number}"))
    return tmp_path / "data"


TITLES = ["Báo cáo 3", "Báo cáo 2", "Báo cáo 1"]


def test_the_list_is_painted_before_the_store_is_loaded_and_is_the_same_after(folder: Path) -> None:
    first = "window.before = window.grab().toImage()"
    seen = run(folder, first, "seen['same'] = window.grab().toImage() == window.before")
    assert (seen["early"], seen["store"], seen["focus"]) == (TITLES, False, True)
    assert (seen["listed"], seen["open"], seen["same"]) == (TITLES, None, True)


@pytest.mark.parametrize(
    ("press", "opened"),
    [("QTest.keyClick(window.start_page.list, Qt.Key.Key_Return)", 3), (DOUBLE_CLICK, 2)],
    ids=["Enter", "double click"],
)
def test_a_row_opened_at_the_first_paint_opens(folder: Path, press: str, opened: int) -> None:
    seen = run(folder, press)
    assert (seen["store"], seen["open"]) == (False, opened)


def test_a_key_of_the_row_commands_does_its_work_at_the_first_paint(folder: Path) -> None:
    seen = run(folder, "QTest.keyClick(window.start_page.list, Qt.Key.Key_Delete)")
    assert seen["listed"] == TITLES[1:]
    with closing(open_store(folder)) as store:
        assert store.count_deleted() == 1


def test_a_page_of_the_rail_clicked_at_the_first_paint_is_shown(folder: Path) -> None:
    first = (
        "button = window.home.rail.buttons['bin']; place = button.mapTo(window, button.rect().center());"
        "QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)"
    )
    assert run(folder, first, "seen['page'] = window.home.shown")["page"] == "bin"


def test_a_window_closed_at_the_first_paint_closes_the_store(folder: Path) -> None:
    run(folder, "window.close(); print(json.dumps(seen), flush=True); sys.stdout = open('/dev/null', 'w')")
    assert not (folder / f"{DATABASE_NAME}-wal").exists()


def test_a_database_damaged_behind_the_list_is_rescued_and_listed_anew(folder: Path) -> None:
    path = folder / DATABASE_NAME
    data = bytearray(path.read_bytes())
    damage(path, data)
    seen = run(folder)
    assert seen["early"] == TITLES
    assert sorted(seen["listed"]) == sorted(TITLES)
    assert list(folder.glob("drafts-hong-*"))


def damage(path: Path, data: bytearray) -> None:
    """Overwrite the page of an index that the list does not need; the check of the opening reads all."""
    import sqlite3

    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'search'").fetchone()
    data[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(data)


def test_a_store_that_cannot_be_opened_ends_the_start_as_ever(folder: Path) -> None:
    """What is pressed then is dropped: it must not reach a window that lacks its store."""
    first = (
        "from danvan_desktop.store import opening; from danvan_desktop.gui.startup import failure_box;"
        "opening.open_store = lambda *_, **__: 1 / 0;"
        "application.refuse = lambda error, *_: seen.update(error=type(error).__name__);"
        "QTest.keyClick(window.start_page.list, Qt.Key.Key_Return)"
    )
    seen = run(folder, first, code=2)
    assert (seen["early"], seen["error"]) == (TITLES, "ZeroDivisionError")
