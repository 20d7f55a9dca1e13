"""The program as a whole: it starts light, once per data folder, and ends with its exit code."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop import unfinished_files
from danvan_desktop.gui import application
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.gui.offscreen import without_offscreen_remarks
from tests.repository import ROOT
from tests.store.stored_reports import found, make_report

START = """
import sys, time
from pathlib import Path
begin = time.perf_counter()
from PySide6.QtCore import QTimer
from danvan_desktop.gui.application import make_application, run
app = make_application()
QTimer.singleShot(0, lambda: (print(time.perf_counter() - begin), app.closeAllWindows(), app.quit()))
code = run(Path(sys.argv[1]))
heavy = ["docx", "reportlab", "lxml", "PIL", "danvan_desktop.exporters", "danvan_desktop.importers"]
print([name for name in heavy if name in sys.modules])
sys.exit(code)
"""


def start(program: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    """Run it apart: once QApplication.exec has ended, no event loop of this process waits any more."""
    command = [sys.executable, "-X", "utf8", "-c", program, *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False
    )


def test_the_window_opens_without_the_heavy_libraries(tmp_path: Path) -> None:
    done = start(START, tmp_path / "data")
    seconds, heavy = done.stdout.splitlines()
    assert (done.returncode, heavy) == (0, "[]"), done.stderr
    print(f"first paint after {float(seconds):.2f} s")


FRAME_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from danvan_desktop.gui.application import make_application, run
from danvan_desktop.gui.main_window import MainWindow
app = make_application()
def show(window, event):
    print([name for name in ("peewee", "danvan_desktop.gui.home.start_page") if name in sys.modules])
    QTimer.singleShot(0, lambda: look(window))
def look(window):
    if window.finish_start is not None:
        window.finish_start()
    QTimer.singleShot(100, lambda: (print(window.start_page.isVisible()), window.close()))
MainWindow.showEvent = show
sys.exit(run(Path(sys.argv[1])))
"""


def test_the_frame_is_shown_before_the_store_and_the_list_are_loaded(data_dir: Path) -> None:
    done = start(FRAME_FIRST, data_dir)
    assert done.stdout.split() == ["[]", "True"], done.stderr


DAMAGE_IS_TOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from danvan_desktop.gui import application
from danvan_desktop.gui.main_window import MainWindow
application.CHECK_AFTER_MS = 0
app = application.make_application()
def look():
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if any(window.finish_start is None and window.notices.label.text() for window in windows):
        print(windows[0].notices.label.text())
        windows[0].close()
    else:
        QTimer.singleShot(50, look)
QTimer.singleShot(50, look)
sys.exit(application.run(Path(sys.argv[1])))
"""


def test_what_is_damaged_among_the_reports_is_told_soon_after_the_start(data_dir: Path) -> None:
    store = open_store(data_dir)
    for number in range(30):
        store.create(make_report(f"Báo cáo {number}"))
    store.file.database.execute_sql("UPDATE content SET checksum = '' WHERE draft_id = 18")
    store.close()
    done = start(DAMAGE_IS_TOLD, data_dir)
    assert (done.returncode, without_offscreen_remarks(done.stderr)) == (0, "")
    assert "“Báo cáo 17” bị hỏng" in done.stdout


COPY_COMES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from danvan_desktop.gui import application
from danvan_desktop.gui.main_window import MainWindow
application.BACKUP_AFTER_MS = 0
app = application.make_application()
def look():
    made = [path.name for path in Path(sys.argv[1]).glob("sao-luu/drafts-*.sqlite3")]
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if made and all(window.finish_start is None for window in windows):
        print(len(made))
        windows[0].close()
    else:
        QTimer.singleShot(50, look)
QTimer.singleShot(50, look)
sys.exit(application.run(Path(sys.argv[1])))
"""


def test_a_copy_is_made_soon_after_the_start(data_dir: Path) -> None:
    store = open_store(data_dir)
    store.create(make_report("Báo cáo"))
    store.close()
    done = start(COPY_COMES, data_dir)
    assert (done.returncode, done.stdout.strip(), without_offscreen_remarks(done.stderr)) == (0, "1", "")


def windows() -> list[MainWindow]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()
    ]


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


def test_a_second_program_says_so_and_leaves(qtbot: QtBot, store: Store, data_dir: Path) -> None:
    said: list[str] = []

    def read_and_close() -> None:
        said.extend(box.text() for box in boxes())
        for box in boxes():
            box.accept()

    QTimer.singleShot(50, read_and_close)
    assert application.run(data_dir) == 2
    assert "đang mở sẵn" in said[0]
    assert windows() == []


OPEN_WITH_A_FILE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from danvan_desktop.gui.application import make_application, run
from danvan_desktop.gui.main_window import MainWindow
app = make_application()
def look():
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    if any(window.finish_start is None and window.session.draft for window in windows):
        print(windows[0].windowTitle())
        windows[0].close()
    else:
        QTimer.singleShot(50, look)
QTimer.singleShot(50, look)
sys.exit(run(Path(sys.argv[1]), [Path(sys.argv[2])]))
"""


def test_a_file_named_at_the_start_is_brought_in_and_opened(text_file: Path, data_dir: Path) -> None:
    done = start(OPEN_WITH_A_FILE, data_dir, text_file)
    assert (done.returncode, without_offscreen_remarks(done.stderr)) == (0, "")
    assert "Kết quả công tác Dân vận năm 2025" in done.stdout
    store = open_store(data_dir)
    assert len(found(store, "cong tac dan van")) == 1
    store.close()
    assert "CRITICAL" not in (data_dir / "danvan.log").read_text(encoding="utf-8")


def test_what_a_killed_export_left_is_deleted_after_the_start(
    qtbot: QtBot, window: MainWindow, data_dir: Path, tmp_path: Path
) -> None:
    left = unfinished_files.temporary_name(tmp_path / "BC.docx")
    left.write_bytes(b"half")
    note = data_dir / unfinished_files.FOLDER / "a.json"
    note.parent.mkdir()
    note.write_text(json.dumps([str(left)]), "utf-8")
    application._clear_leftovers(window)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert (left.exists(), note.exists()) == (False, False)
