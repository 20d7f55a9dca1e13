"""The states of the open report in a row: what they say, where they lead, and what is left without room."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.main_window import MainWindow
from tests.gui.modal import when_modal


def said(window: MainWindow) -> list[str]:
    return [button.text() for button in window.stepper.steps.values()]


def can(window: MainWindow) -> list[str]:
    return [state for state, button in window.stepper.steps.items() if button.isEnabled()]


def test_a_step_leads_to_its_state_and_back(opened: MainWindow) -> None:
    assert said(opened) == ["● Đang soạn", "○ Lấy ý kiến", "○ Trình ký", "○ Đã ban hành"]
    assert can(opened) == ["consulting", "for_signing", "issued"]
    QTest.mouseClick(opened.stepper.steps["for_signing"], Qt.MouseButton.LeftButton)
    assert said(opened) == ["✓ Đang soạn", "○ Lấy ý kiến", "● Trình ký", "○ Đã ban hành"]
    assert opened.workspace.opened.report().state == "for_signing"
    first = opened.stepper.steps["drafting"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert opened.workspace.opened.report().state == "drafting"
    assert said(opened)[0] == "● Đang soạn"


def test_consulting_asks_as_its_command_does(opened: MainWindow) -> None:
    asked: list[str] = []

    def look(dialog: ExportDialog) -> None:
        asked.append(dialog.paper)
        dialog.reject()

    when_modal(ExportDialog, look)
    QTest.mouseClick(opened.stepper.steps["consulting"], Qt.MouseButton.LeftButton)
    assert asked == ["draft"]
    assert opened.workspace.opened.report().state == "drafting", "nothing was exported"


def test_each_step_is_read_aloud_with_how_far_it_is(opened: MainWindow) -> None:
    opened.commands.to_signing.trigger()
    steps = opened.stepper.steps
    assert steps["drafting"].accessibleName() == "Đang soạn, đã qua"
    assert steps["for_signing"].accessibleName() == "Trình ký, hiện nay"
    assert steps["issued"].accessibleName() == "Đã ban hành, chưa tới"
    assert steps["for_signing"].toolTip() == "Báo cáo đang ở tình trạng này"


def test_the_mouse_shows_which_steps_can_be_clicked(opened: MainWindow) -> None:
    shapes = {button.cursor().shape(): button.isEnabled() for button in opened.stepper.steps.values()}
    assert shapes == {Qt.CursorShape.PointingHandCursor: True, Qt.CursorShape.ArrowCursor: False}


def test_tab_reaches_every_step_that_can_be_taken(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    wanted = [button for button in opened.stepper.steps.values() if button.isEnabled()]
    wanted[0].setFocus()
    for button in wanted:
        assert QApplication.focusWidget() is button
        QTest.keyClick(button, Qt.Key.Key_Tab)


def test_without_room_the_present_state_stands_alone_with_a_menu(qtbot: QtBot, opened: MainWindow) -> None:
    opened.resize(1366, 700)
    qtbot.waitUntil(lambda: not opened.stepper.is_short)
    opened.resize(opened.minimumSizeHint().width(), 700)
    stepper = opened.stepper
    qtbot.waitUntil(lambda: stepper.is_short)
    assert stepper.short.isVisible()
    assert not any(button.isVisible() for button in stepper.steps.values())
    assert stepper.short.text() == "● Đang soạn ▾"
    assert opened.commands.to_signing in stepper.short.menu().actions()
    menus = [opened.menuBar().actionGeometry(each) for each in opened.menuBar().actions() if each.isVisible()]
    assert max(each.right() for each in menus) < stepper.geometry().left()
    opened.resize(1366, 700)
    qtbot.waitUntil(lambda: not stepper.is_short)
    assert all(button.isVisible() for button in stepper.steps.values())


def test_the_list_has_no_steps(opened: MainWindow) -> None:
    opened.leave_report("test")
    assert not opened.stepper.isVisible()
