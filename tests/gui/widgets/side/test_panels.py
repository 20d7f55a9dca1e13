"""Side panels: which hide first in a narrow window, and how wide each is the next time."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets.side.column import SideColumn
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import ImportNote, Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from tests.builders.window import OpenWindow
from tests.gui.clipped_widgets import faults
from tests.gui.visible_texts import inside

IMPLEMENTATION = 3
"""The tab beside which last year's tasks are shown."""


@pytest.fixture
def draft(resources: Path, store: Store) -> Draft:
    sample = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    report: Report = next_year(sample, 2026, sample.modified, "new")
    return store.create(report)


def edited(window: MainWindow, draft: Draft, width: int = 1366) -> Workspace:
    window.resize(width, 700)
    window.open_draft(draft)
    workspace = window.workspace
    workspace.tab_strip.setCurrentIndex(IMPLEMENTATION)
    return workspace


def preview_width(window: MainWindow) -> int:
    assert window.preview.preview is not None
    return window.preview.preview.panel.width()


def shown(window: MainWindow) -> set[str]:
    workspace = window.workspace
    beside = {"outline": workspace.outline, "tasks": workspace.last_tasks}
    if window.preview.preview is not None:
        beside["preview"] = window.preview.preview.panel
    return {name for name, panel in beside.items() if panel.isVisible()}


def drag(splitter: QSplitter, by: int) -> None:
    """Make the last panel wider by ``by``, at the text's cost."""
    sizes = splitter.sizes()
    sizes[1], sizes[-1] = sizes[1] - by, sizes[-1] + by
    splitter.setSizes(sizes)
    splitter.splitterMoved.emit(sum(sizes) - sizes[-1], len(sizes) - 1)


def test_the_preview_comes_back_as_wide_as_it_was_left(
    qtbot: QtBot, window: MainWindow, draft: Draft, open_window: OpenWindow
) -> None:
    workspace = edited(window, draft)
    workspace.editor_actions.toggle_preview.trigger()
    before = preview_width(window)
    drag(workspace._panels, 40)
    left = preview_width(window)
    assert left == before + 40
    qtbot.wait(600)  # a drag is kept after a rest
    window.close()
    again = open_window()
    edited(again, draft)
    assert preview_width(again) == left
    again.workspace.editor_actions.toggle_preview.trigger()
    again.workspace.editor_actions.toggle_preview.trigger()
    assert preview_width(again) == left


@pytest.mark.parametrize(
    ("width", "without", "with_preview"),
    [
        (1600, {"outline", "tasks"}, {"outline", "tasks", "preview"}),
        (1366, {"outline", "tasks"}, {"outline", "preview"}),
        (1093, {"outline", "tasks"}, {"outline", "preview"}),
        (911, {"outline"}, {"preview"}),
    ],
)
def test_what_was_asked_for_last_is_shown_and_the_text_keeps_its_room(
    window: MainWindow, draft: Draft, width: int, without: set[str], with_preview: set[str]
) -> None:
    workspace = edited(window, draft, width)
    toggle = workspace.editor_actions.toggle_preview
    assert shown(window) == without
    toggle.trigger()
    assert shown(window) == with_preview
    assert workspace.stage.width() >= 440
    assert toggle.isChecked()
    assert workspace.editor_actions.toggle_outline.isChecked() == ("outline" in with_preview)
    toggle.trigger()
    assert shown(window) == without, "what gave way is back"


def test_a_command_brings_the_panel_that_gave_way(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft, 911)
    actions = workspace.editor_actions
    actions.toggle_preview.trigger()
    assert shown(window) == {"preview"}
    actions.toggle_last_tasks.trigger()
    assert "tasks" in shown(window)
    assert "preview" not in shown(window)
    assert not actions.toggle_preview.isChecked()


def test_a_wider_window_brings_back_what_gave_way(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft, 911)
    workspace.editor_actions.toggle_preview.trigger()
    assert shown(window) == {"preview"}
    window.resize(1600, 700)
    assert shown(window) == {"outline", "tasks", "preview"}
    window.resize(911, 700)
    assert shown(window) == {"preview"}


def test_a_hidden_outline_stays_hidden_tomorrow(
    window: MainWindow, draft: Draft, open_window: OpenWindow
) -> None:
    edited(window, draft).editor_actions.toggle_outline.trigger()
    assert "outline" not in shown(window)
    window.close()
    again = open_window()
    edited(again, draft)
    assert "outline" not in shown(again)


def test_buttons_without_room_are_in_the_menu_of_the_tool_bar(
    qtbot: QtBot, window: MainWindow, draft: Draft
) -> None:
    workspace = edited(window, draft)
    bar, actions = workspace.tool_bar, workspace.editor_actions
    assert not bar._more.isVisible()
    window.resize(window.minimumSizeHint().width(), 700)
    qtbot.waitUntil(bar._more.isVisible)
    assert actions.toggle_sheet in bar._more_menu.actions()
    window.resize(1366, 700)
    qtbot.waitUntil(lambda: not bar._more.isVisible())


def test_whether_the_preview_is_open_is_remembered_as_it_was_left(
    window: MainWindow, draft: Draft, open_window: OpenWindow
) -> None:
    edited(window, draft)
    for times, left in ((1, True), (2, True), (1, False)):  # F11 this often: on; off and on again; off
        for _ in range(times):
            QTest.keyClick(window, Qt.Key.Key_F11)
        assert ("preview" in shown(window)) is left
        window.close()
        assert json.loads((window.folder / "window.json").read_text(encoding="utf-8"))["preview"] is left
        window = open_window()
        edited(window, draft)
        assert ("preview" in shown(window)) is left, "reopened as it was left"


def tabs(window: MainWindow) -> list[str]:
    """The tabs over the panel that is shown."""
    rows = [column.tabs for column in inside(window, SideColumn) if column.tabs.isVisible()]
    return [row.tabText(index) for row in rows for index in range(row.count())]


def test_one_panel_is_shown_and_the_others_are_tabs(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft)
    assert tabs(window) == []
    workspace.editor_actions.toggle_preview.trigger()
    assert tabs(window) == ["Năm trước", "Trang in"]
    assert shown(window) == {"outline", "preview"}
    (row,) = [column.tabs for column in inside(window, SideColumn) if column.tabs.isVisible()]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.tabRect(0).center())
    assert shown(window) == {"outline", "tasks"}
    assert tabs(window) == ["Năm trước", "Trang in"], "they stay where they are"
    assert not workspace.editor_actions.toggle_preview.isChecked()


def test_the_tabs_are_gone_through_with_the_keyboard(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft)
    workspace.editor_actions.toggle_preview.trigger()
    (row,) = [column.tabs for column in inside(window, SideColumn) if column.tabs.isVisible()]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Left)
    assert shown(window) == {"outline", "tasks"}
    focus = QApplication.focusWidget()
    assert isinstance(focus, QTabBar)
    QTest.keyClick(focus, Qt.Key.Key_Right)
    assert shown(window) == {"outline", "preview"}


def test_closing_a_panel_shows_the_one_behind_it(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft)
    workspace.editor_actions.toggle_preview.trigger()
    assert window.preview.preview is not None
    header = window.preview.preview.panel.header
    QTest.mouseClick(header.close_button, Qt.MouseButton.LeftButton)
    assert shown(window) == {"outline", "tasks"}
    QTest.mouseClick(workspace.last_tasks.header.close_button, Qt.MouseButton.LeftButton)
    assert shown(window) == {"outline"}


def test_on_a_very_wide_window_pages_and_a_panel_need_no_tabs(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft, 1920)
    workspace.editor_actions.toggle_preview.trigger()
    assert shown(window) == {"outline", "tasks", "preview"}
    assert tabs(window) == []


def test_escape_leads_from_a_panel_to_the_text(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft)
    workspace.last_tasks.list.setFocus()
    QTest.keyClick(workspace.last_tasks.list, Qt.Key.Key_Escape)
    page, focus = workspace.current_page(), QApplication.focusWidget()
    assert page is not None
    assert focus is not None
    assert page.isAncestorOf(focus)


def test_f6_leads_into_the_panel(window: MainWindow, draft: Draft) -> None:
    workspace = edited(window, draft)
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        if workspace.last_tasks.list.hasFocus():
            return
    pytest.fail("F6 never came to the panel")


def test_with_many_panels_their_tabs_keep_whole_words_and_the_others_are_in_a_menu(
    qtbot: QtBot, window: MainWindow, draft: Draft
) -> None:
    workspace = edited(window, draft, 1000)
    note = ImportNote("dropped", "Một dòng không đưa vào báo cáo.", "")
    window.importing.show_notes(replace(workspace.opened.report(), import_notes=(note,)))
    actions = workspace.editor_actions
    for toggle in (actions.toggle_sheet, actions.toggle_preview, actions.show_notes):
        toggle.trigger()
    (column,) = (column for column in inside(window, SideColumn) if column.isVisible())
    column.setFixedWidth(260)
    qtbot.wait(50)
    row = column.tabs
    for current in range(row.count()):
        if row.isTabVisible(current):
            row.setCurrentIndex(current)
        else:
            qtbot.waitUntil(column.more.isVisible)
            choose_other(column, row.tabText(current))
        (column,) = (column for column in inside(window, SideColumn) if column.isVisible())
        column.setFixedWidth(260)
        qtbot.wait(20)
        row = column.tabs
        assert row.currentIndex() == current
        assert row.isTabVisible(current)
        assert not all(map(row.isTabVisible, range(row.count())))
        assert faults(row) == []


def choose_other(column: SideColumn, title: str) -> None:
    """Choose the panel from the menu of those whose tabs have no room."""
    menu = column.more.menu()
    menu.aboutToShow.emit()
    (entry,) = (entry for entry in menu.actions() if entry.text() == title)
    entry.trigger()
