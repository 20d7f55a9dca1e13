"""Very many changes are taken with one click, in slices: nothing is saved or typed into half of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.takeback.panel import TakeBackPanel
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Paragraph, Report, Run
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.takeback.received_rows import decisions_of
from tests.gui.keyboard import type_text
from tests.gui.takeback_scenes import send_and_get_back, settled, the_panel

PARAGRAPHS, EVERY = 350, 5
MANY = PARAGRAPHS // EVERY


def long_report(sample: Report) -> Report:
    blocks = tuple(
        Paragraph(1000 + at, runs=(Run(f"Đoạn thứ {at} kể về một việc khác đã làm trong năm ở xã."),))
        for at in range(PARAGRAPHS)
    )
    section = replace(sample.sections[0], blocks=blocks)
    return replace(sample, sections=(section, *sample.sections[1:]), next_id=2000)


def edit_many(file: WordFile) -> None:
    told = [each for each in file.paragraphs if each.text.startswith("Đoạn thứ")]
    for number, each in enumerate(told[::EVERY]):
        each.runs[-1].text = f"{each.runs[-1].text.rstrip('.')}, bổ sung lần {number}."


@pytest.fixture
def taking(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report, tmp_path: Path
) -> Callable[[], TakeBackPanel]:
    """Return a function that has all taken, up to where the first of them are in the text."""
    window.open_draft(store.create(long_report(sample)))
    path = send_and_get_back(window, store, tmp_path, (edit_many,))
    window.take_back.take(path)
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)

    def take() -> TakeBackPanel:
        panel = the_panel(window)
        assert panel.undecided.text() == f"còn {MANY} chỗ chưa quyết"
        QTest.mouseClick(panel.take_all, Qt.MouseButton.LeftButton)
        waited = QElapsedTimer()
        waited.start()
        while not taken(window):  # one turn of the event loop at a time
            assert not waited.hasExpired(20_000)
            QCoreApplication.processEvents()
        assert taken(window) < MANY
        assert window.workspace.opened.stack.is_in_step
        return panel

    return take


def editor_text(window: MainWindow) -> str:
    """What stands in the text now, without anybody having it finished."""
    return window.workspace.opened.pages.sections[0].editor.toPlainText()


def taken(window: MainWindow) -> int:
    return editor_text(window).count("bổ sung lần")


def test_the_window_answers_between_the_slices_and_all_is_one_step(
    qtbot: QtBot, window: MainWindow, taking: Callable[[], TakeBackPanel]
) -> None:
    opened = window.workspace.opened
    before = opened.report()
    turns: list[int] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: turns.append(taken(window)))
    timer.start(0)
    panel = taking()
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)
    timer.stop()
    assert set(turns) & set(range(1, MANY)), "the window answered while a part of them was there"
    assert taken(window) == MANY
    assert panel.undecided.text() == ""
    after = opened.report()
    opened.stack.undo()
    assert opened.report() == replace(before, next_id=opened.report().next_id)
    qtbot.waitUntil(lambda: panel.undecided.text() == f"còn {MANY} chỗ chưa quyết", timeout=20_000)
    opened.stack.redo()
    assert opened.report() == after


def test_what_is_saved_meanwhile_is_whole(
    window: MainWindow, store: Store, taking: Callable[[], TakeBackPanel]
) -> None:
    taking()
    assert window.session.draft is not None
    number = window.session.draft.id
    assert window.session.save_everything_now("test")
    assert all_text(store.load(number)).count("bổ sung lần") == MANY
    (row,) = store.correspondence.received(number)
    assert set(decisions_of(row).values()) == {"taken"}
    assert row.undecided == 0


def test_a_letter_typed_meanwhile_comes_behind_all_of_them(
    qtbot: QtBot, window: MainWindow, taking: Callable[[], TakeBackPanel]
) -> None:
    opened = window.workspace.opened
    before = opened.report()
    taking()
    type_text(opened.pages.sections[0].editor, "Z")
    assert taken(window) == MANY
    assert not opened.stack.is_in_step
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)
    opened.stack.undo()
    assert "Z" not in editor_text(window)
    assert all_text(opened.report()).count("bổ sung lần") == MANY
    opened.stack.undo()
    assert opened.report() == replace(before, next_id=opened.report().next_id)


def test_a_report_that_is_left_meanwhile_has_all_of_them(
    window: MainWindow, store: Store, taking: Callable[[], TakeBackPanel]
) -> None:
    taking()
    assert window.session.draft is not None
    number = window.session.draft.id
    window.leave_report("test")
    assert all_text(store.load(number)).count("bổ sung lần") == MANY
    QCoreApplication.processEvents()
    assert not window.workspace.opened.stack.is_in_step
