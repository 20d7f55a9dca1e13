"""The system ends the program while somebody types: nothing typed is lost. Real processes, real signals."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from danvan_desktop.report.model import Paragraph, Report, plain
from danvan_desktop.report.walk import every_block
from danvan_desktop.store.opening import open_store
from tests.gui.offscreen import without_offscreen_remarks
from tests.repository import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="on Windows Qt hears of the session's end")

TYPE_AND_WAIT = """
import signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from danvan_desktop.gui.application import make_application, run
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.lifecycle.outlines import new_report
from danvan_desktop.report.lifecycle.outlines import outlines
from danvan_desktop.gui.services.clock import now
from tests.gui.keyboard import type_text

for ignored in signal.SIGHUP, signal.SIGINT:  # by whoever runs the tests in the background
    signal.signal(ignored, signal.SIG_DFL)
folder, with_dialog = Path(sys.argv[1]), sys.argv[2] == "dialog"
app = make_application()

def begin():
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    if window.finish_start is not None:
        window.finish_start()
    window.create_report.keep_and_open(new_report(outlines()[0], 2026, now()))
    workspace = window.workspace
    tab = next(index for index, (name, _) in enumerate(workspace.tabs()) if name.startswith("section:"))
    workspace.tab_strip.setCurrentIndex(tab)
    type_text(workspace.current_text_page().editor, "Câu cuối cùng vừa gõ xong.")
    print("typed", flush=True)
    if with_dialog:
        box = QMessageBox(window)
        box.exec()

QTimer.singleShot(100, begin)
sys.exit(run(folder))
"""


@pytest.fixture
def program(tmp_path: Path, request: pytest.FixtureRequest) -> "subprocess.Popen[str]":
    dialog = getattr(request, "param", "no dialog")
    command = [sys.executable, "-X", "utf8", "-c", TYPE_AND_WAIT, str(tmp_path / "data"), dialog]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "typed\n", started.communicate(timeout=5)[1]
    return started


def said_in(report: Report) -> list[str]:
    return [plain(block.runs) for _, block in every_block(report) if isinstance(block, Paragraph)]


def end(program: "subprocess.Popen[str]", number: signal.Signals) -> None:
    program.send_signal(number)
    try:
        _, complaints = program.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        program.kill()
        raise
    assert (program.returncode, without_offscreen_remarks(complaints)) == (128 + number, "")


def check_saved(folder: Path) -> None:
    store = open_store(folder)
    try:
        (draft,) = store.drafts()
        assert "Câu cuối cùng vừa gõ xong." in said_in(store.load(draft.id))
    finally:
        store.close()
    assert "ERROR" not in (folder / "danvan.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])  # not all are known on Windows
def test_what_was_typed_a_moment_before_the_signal_is_on_disk(
    program: "subprocess.Popen[str]", tmp_path: Path, name: str
) -> None:
    end(program, signal.Signals[name])
    check_saved(tmp_path / "data")


@pytest.mark.parametrize("program", ["dialog"], indirect=True)
def test_an_open_dialog_does_not_keep_the_program_alive(
    program: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    end(program, signal.SIGTERM)
    check_saved(tmp_path / "data")
