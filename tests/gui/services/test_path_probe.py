"""A drive out of reach keeps nobody waiting: what does not answer in time counts as not known."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.services import path_probe
from danvan_desktop.gui.services.path_probe import probe
from danvan_desktop.gui.services.preferences import Preferences, documents_folder
from danvan_desktop.report.model import Report
from tests.builders.window import dispose
from tests.gui.scenes import TODAY

PATIENCE = 1.0
"""Seconds that a window may stand still at the most, once, where a drive does not answer."""


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every question to a disk about a folder "mang" wait, as Windows does for a network that is away."""
    back = threading.Event()

    def patiently(real: Callable[[Path], bool]) -> Callable[[Path], bool]:
        return lambda path: ("mang" not in path.parts or back.wait(20)) and real(path)

    for question in ("is_dir", "is_file"):
        monkeypatch.setattr(Path, question, patiently(getattr(Path, question)))
    yield
    back.set()
    limit = time.monotonic() + 10
    while path_probe._unanswered and time.monotonic() < limit:
        time.sleep(0.01)


def test_what_is_there_is_told_and_what_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"")
    asked = (tmp_path, file, tmp_path / "x")
    assert [probe(path, "folder") for path in asked] == [True, False, False]
    assert [probe(path, "file") for path in asked] == [False, True, False]
    assert probe(Path("a\0b"), "file") is False


@pytest.mark.usefixtures("offline")
def test_a_folder_that_does_not_answer_is_asked_once_and_documents_are_offered(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.keep(export_folder=str(tmp_path / "mang"))
    begin = time.monotonic()
    assert preferences.folder_of("export_folder") == documents_folder()
    assert time.monotonic() - begin < PATIENCE
    begin = time.monotonic()
    assert preferences.folder_of("export_folder") == documents_folder()
    assert time.monotonic() - begin < path_probe.LIMIT_SECONDS, "no second question"
    assert preferences.text("export_folder") == str(tmp_path / "mang"), "it is offered again when it is back"


@pytest.mark.usefixtures("offline")
def test_a_signed_file_that_cannot_be_asked_for_is_no_mistake(
    qtbot: QtBot, tmp_path: Path, sample: Report
) -> None:
    dialog = IssueDialog(sample, TODAY)
    dialog.number.setText("12")
    begin = time.monotonic()
    dialog.file.setText(str(tmp_path / "mang" / "a.pdf"))
    assert time.monotonic() - begin < PATIENCE
    assert (dialog.message.text(), dialog.go.isEnabled()) == ("", True)
    dialog.file.setText(str(tmp_path / "khong-co.pdf"))
    assert "Không có tệp này" in dialog.message.text()
    dispose(dialog)
