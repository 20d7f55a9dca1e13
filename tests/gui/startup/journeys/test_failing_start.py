"""Whatever breaks a start, something is said: the icon never does nothing. Real processes."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.startup.resume_point import ResumePoint
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.store.opening import open_store
from tests.builders.samples import report as make_report
from tests.gui.offscreen import without_offscreen_remarks
from tests.repository import ROOT

START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from danvan_desktop import app
from danvan_desktop.gui.application import make_application
folder = Path(sys.argv[1])
def read():
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    for box in boxes:
        WITH_BOX
        print(json.dumps([box.text(), box.informativeText(), box.detailedText()]), flush=True)
        box.close()
    if not boxes:
        QTimer.singleShot(20, read)
def fail(*_, **__):
    raise ZeroDivisionError("gãy giữa chừng")
make_application()
QTimer.singleShot(20, read)
BREAK
sys.exit(app.main(["--data-dir", str(folder)]))
"""
BREAKS = {
    "the frame": "import danvan_desktop.gui.application as a; a.MainWindow = fail",
    "a paint of the frame": "import danvan_desktop.gui.main_window as w; w.MainWindow.showEvent = fail",
    "a stage": "import danvan_desktop.store.opening as o; o.open_store = fail",
    "the furnishing": "import danvan_desktop.gui.home.start_page as s; s.StartPage.refresh = fail",
    "an import in a stage": "sys.modules['danvan_desktop.gui.home.start_page'] = None",
}


def run(program: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("broken", BREAKS)
def test_a_box_says_what_to_do_and_where_the_reports_are(tmp_path: Path, broken: str) -> None:
    with closing(open_store(tmp_path)) as store:
        store.create(make_report())
    done = run(START.replace("BREAK", BREAKS[broken]).replace("WITH_BOX", "pass"), tmp_path)
    assert done.returncode == 2, done.stderr
    text, more, details = json.loads(done.stdout)
    assert "lỗi ngoài dự kiến" in text
    assert "Không có báo cáo nào bị xóa" in more
    assert str(tmp_path) in more
    assert "Error" in details
    with closing(open_store(tmp_path)) as store:
        assert len(store.drafts()) == 1


def test_a_rescue_that_breaks_in_its_thread_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        store.create(make_report())
    path = tmp_path / "drafts.sqlite3"
    content = bytes(4096) + path.read_bytes()[4096:]
    path.write_bytes(content)
    broken = "import danvan_desktop.store.rescue.data_folder as d; d.rescue_folder = fail"
    done = run(START.replace("BREAK", broken).replace("WITH_BOX", "pass"), tmp_path)
    assert done.returncode == 2, done.stderr
    assert "lỗi ngoài dự kiến" in json.loads(done.stdout)[0]
    assert path.read_bytes() == content
    with closing(open_store(tmp_path)) as store:
        assert [draft.title for draft in store.drafts()] == [make_report().subject]


@pytest.fixture
def resumed(tmp_path: Path) -> Path:
    """A data folder whose report was open when the program ended."""
    with closing(open_store(tmp_path)) as store:
        draft = store.create(make_report())
        store.save(draft.id, make_report(), "section:2/14+4")
    ResumePoint(Preferences(tmp_path)).keep(draft.id, (230, 90, 0, 0))
    return tmp_path


TYPED = """
import danvan_desktop.gui.main_window as m
import danvan_desktop.gui.widgets.file_dialog as d
from tests.gui.keyboard import type_text
d.ask_save = lambda *_: folder / "giu-lai.danvan"
m.MainWindow.furnish = fail
shown = m.MainWindow.show_resumed_text
def show(window, *arguments):
    shown(window, *arguments)
    window.resumed_text_painted.connect(lambda: type_text(window._resumed.page.editor, "ngay "))
m.MainWindow.show_resumed_text = show
"""
SAVE = "[each.click() for each in box.buttons() if each.text() == 'Lưu ra &tệp…']"


def test_what_was_typed_before_the_start_broke_can_be_written_to_a_file(resumed: Path) -> None:
    done = run(START.replace("BREAK", TYPED).replace("WITH_BOX", SAVE), resumed)
    assert done.returncode == 2, done.stderr
    kept = (resumed / "giu-lai.danvan").read_text("utf-8")
    assert "Kết ngay quả đạt được gồm:" in kept
    assert from_json(kept).id == make_report().id


def test_a_report_that_breaks_the_resuming_does_not_break_the_next_start(resumed: Path) -> None:
    broken = "import danvan_desktop.store.rows.contents as c; c.content_of = fail"
    assert run(START.replace("BREAK", broken).replace("WITH_BOX", "pass"), resumed).returncode == 2
    assert ResumePoint(Preferences(resumed)).draft_id is None


def test_a_window_without_its_plugin_for_the_screen_is_said_to_be_incomplete(tmp_path: Path) -> None:
    program = """
import sys
from danvan_desktop import app, native_message
native_message.show = lambda text: print(text.splitlines()[0], flush=True)
sys.exit(app.main(["--data-dir", sys.argv[1]]))
"""
    done = run(program, tmp_path, QT_QPA_PLATFORM="khong-co")
    assert (done.returncode, "hãy cài lại phần mềm" in done.stdout) == (2, True), done.stderr


def test_without_qt_the_system_says_it(tmp_path: Path) -> None:
    program = """
import sys
sys.modules["PySide6.QtWidgets"] = None
from danvan_desktop import app, native_message
native_message.show = lambda text: print(text, flush=True)
sys.exit(app.main(["--data-dir", sys.argv[1]]))
"""
    done = run(program, tmp_path)
    assert done.returncode == 2
    assert "hãy thử mở lại, hoặc cài lại phần mềm" in done.stdout
    assert str(tmp_path) in done.stdout
    assert without_offscreen_remarks(done.stderr) == done.stdout
