"""Where a returned file goes: the open report, the one it was made of, or nowhere; by menu, by dropping."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.file_reader.old_word import conversion, converters
from danvan_desktop.file_reader.old_word.converters import Converter
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.store.drafts import Store
from tests.builders.reports import NOW
from tests.gui.modal import when_modal
from tests.gui.takeback_scenes import EDITS, settled, the_panel
from tests.gui.visible_texts import inside

LEFT = f"còn {len(EDITS)} chỗ chưa quyết"


def not_wanted(_: object) -> None:
    pytest.fail("it is taken back")


def press(box: QMessageBox, text: str) -> None:
    (button,) = [each for each in inside(box, QPushButton) if text in each.text().replace("&", "")]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_menu_asks_for_the_file(
    qtbot: QtBot, consulting: MainWindow, returned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: returned)
    consulting.commands.take_back.trigger()
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert the_panel(consulting).undecided.text() == LEFT


def test_a_file_dropped_on_its_own_report_is_taken_back(
    qtbot: QtBot, consulting: MainWindow, returned: Path, store: Store
) -> None:
    consulting.take_back.drop([returned], not_wanted)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert the_panel(consulting).undecided.text() == LEFT
    assert len(store.drafts()) == 1


def test_while_a_word_file_is_dragged_over_its_report_readers_get_ready(
    qtbot: QtBot, consulting: MainWindow, returned: Path, text_file: Path
) -> None:
    commands = consulting.take_back
    commands.expect([text_file])
    assert commands.reading._warm == []
    commands.expect([returned])
    warm = list(commands.reading._warm)
    assert len(warm) == 2
    commands.expect_nothing()
    qtbot.waitUntil(lambda: not commands.reading._warm, timeout=20_000)
    qtbot.waitUntil(
        lambda: all(each.pid is None for each in warm) and not consulting.jobs.busy, timeout=20_000
    )
    commands.expect([returned])
    commands.expect_nothing()
    commands.drop([returned], not_wanted)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert the_panel(consulting).undecided.text() == LEFT


def test_any_other_dropped_file_is_imported(
    qtbot: QtBot, consulting: MainWindow, store: Store, text_file: Path
) -> None:
    consulting.take_back.drop([text_file], consulting.importing.bring_in_all)
    qtbot.waitUntil(lambda: len(store.drafts()) == 2, timeout=20_000)
    assert consulting.take_back.beside is None


def test_others_hear_that_a_file_was_compared(qtbot: QtBot, consulting: MainWindow, returned: Path) -> None:
    with qtbot.waitSignal(consulting.take_back.compared, timeout=20_000):
        consulting.take_back.take(returned)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)


def test_from_the_list_the_report_of_the_file_is_opened(
    qtbot: QtBot, consulting: MainWindow, returned: Path
) -> None:
    consulting.leave_report("test")
    consulting.take_back.take(returned)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert consulting.session.draft is not None
    assert the_panel(consulting).undecided.text() == LEFT


def test_over_another_report_it_is_asked_which_one_is_meant(
    qtbot: QtBot, consulting: MainWindow, returned: Path, store: Store, sample: Report
) -> None:
    its_own = consulting.session.draft
    assert its_own is not None
    consulting.open_draft(store.create(replace(sample, id="another", subject="Khác")))
    when_modal(QMessageBox, lambda box: press(box, "Mở báo cáo đó và nhận lại"))
    consulting.take_back.take(returned)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert consulting.session.draft is not None
    assert consulting.session.draft.id == its_own.id
    assert the_panel(consulting).undecided.text() == LEFT


def test_all_of_a_wrong_file_is_refused_in_one_step(
    qtbot: QtBot, consulting: MainWindow, returned: Path, store: Store, sample: Report
) -> None:
    consulting.take_back.take(returned)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert not the_panel(consulting).refuse_all.isVisible(), "a file of this report is looked through"
    consulting.open_draft(store.create(replace(sample, id="another", subject="Khác")))
    when_modal(QMessageBox, lambda box: press(box, "Vẫn so với báo cáo đang mở"))
    consulting.take_back.take(returned)
    panel = the_panel(consulting)
    qtbot.waitUntil(lambda: settled(consulting) and panel.refuse_all.isVisible(), timeout=20_000)
    before, left = consulting.workspace.opened.report(), panel.undecided.text()
    QTest.mouseClick(panel.refuse_all, Qt.MouseButton.LeftButton)
    assert panel.undecided.text() == ""
    assert consulting.workspace.opened.report() == before
    assert not panel.refuse_all.isVisible()
    consulting.workspace.editor_actions.undo.trigger()
    qtbot.waitUntil(lambda: settled(consulting) and panel.undecided.text() == left, timeout=20_000)
    assert panel.refuse_all.isVisible()


def test_into_an_issued_report_nothing_is_taken(
    consulting: MainWindow, returned: Path, store: Store, sample: Report
) -> None:
    ready = replace(sample, id="issued", state="for_signing")
    consulting.open_draft(store.create(issue(ready, "45", PartialDate(2025, 12, 15), NOW, None)))
    said: list[str] = []

    def note(box: QMessageBox) -> None:
        said.append(box.text())
        box.close()

    when_modal(QMessageBox, note)
    consulting.take_back.take(returned)
    while not said:
        QTest.qWait(10)
    assert "đã ban hành" in said[0]
    assert not consulting.take_back.reading.is_busy


def test_an_old_word_file_is_converted_first(
    qtbot: QtBot, consulting: MainWindow, returned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = returned.with_suffix(".doc")
    old.write_bytes(returned.read_bytes())
    monkeypatch.setattr(converters, "find_converter", lambda: Converter("LibreOffice", Path("soffice")))
    monkeypatch.setattr(conversion.Conversion, "run", lambda *_: returned)
    when_modal(QMessageBox, lambda box: press(box, "Chuyển rồi nhập"))
    consulting.take_back.take(old)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    panel = the_panel(consulting)
    assert panel.undecided.text() == LEFT
    assert panel.files.currentText().startswith("sua.doc (")
