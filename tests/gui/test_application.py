"""The program as a whole: it starts light, once per data folder, and ends with its exit code."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui import application
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.store import Store, open_store

ROOT = Path(__file__).resolve().parent.parent.parent

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


def start(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-c", START, str(folder)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False
    )


def test_the_window_opens_without_the_heavy_libraries(tmp_path: Path) -> None:
    done = start(tmp_path / "data")
    seconds, heavy = done.stdout.splitlines()
    assert (done.returncode, heavy) == (0, "[]"), done.stderr
    print(f"first paint after {float(seconds):.2f} s")


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


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(
        "BÁO CÁO\nKết quả công tác Dân vận năm 2025\n\nI. TÌNH HÌNH\nĐoạn một.\n", encoding="utf-8"
    )
    return path


def test_a_file_named_at_the_start_is_brought_in_and_opened(
    qtbot: QtBot, invented: Path, data_dir: Path
) -> None:
    limit = time.monotonic() + 20

    def close_when_open() -> None:
        opened = [window for window in windows() if window.session.draft is not None]
        if opened or time.monotonic() > limit:
            for window in windows():
                window.close()
            QApplication.quit()
        else:
            QTimer.singleShot(50, close_when_open)

    QTimer.singleShot(50, close_when_open)
    assert application.run(data_dir, [invented]) == 0
    store = open_store(data_dir)
    assert len(store.drafts("cong tac dan van")) == 1
    store.close()
