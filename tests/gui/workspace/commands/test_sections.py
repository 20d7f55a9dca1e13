"""A section, an annex, a table, a remark that is taken away is told, and comes back with "Hoàn tác"."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Table


def section(window: MainWindow) -> QAction:
    window.workspace.go_to("section:2")
    return window.workspace.editor_actions.delete_section


def annex(window: MainWindow) -> QAction:
    window.workspace.go_to("annexes")
    return window.workspace.editor_actions.delete_annex


def in_table(window: MainWindow) -> None:
    report = window.workspace.opened.report()
    tables = (block for each in report.annexes for block in each.blocks if isinstance(block, Table))
    window.workspace.go_to(f"block:{next(tables).id}")


def table(window: MainWindow) -> QAction:
    in_table(window)
    return window.workspace.editor_actions.delete_table


def row(window: MainWindow) -> QAction:
    in_table(window)
    return window.workspace.editor_actions.delete_rows


def column(window: MainWindow) -> QAction:
    in_table(window)
    return window.workspace.editor_actions.delete_columns


@pytest.mark.parametrize(
    ("find", "told"),
    [
        (section, "Đã xóa mục “"),
        (annex, "Đã xóa phụ lục “"),
        (table, "Đã xóa bảng."),
        (row, "Đã xóa hàng của bảng."),
        (column, "Đã xóa cột của bảng."),
    ],
)
def test_every_deletion_is_undone_at_once(
    opened: MainWindow, find: Callable[[MainWindow], QAction], told: str
) -> None:
    before = opened.workspace.opened.report()
    action = find(opened)
    assert action.isEnabled()
    action.trigger()
    assert opened.workspace.opened.report() != before
    assert opened.toasts.isVisible()
    assert opened.toasts.label.text().startswith(told)
    QTest.mouseClick(opened.toasts.act, Qt.MouseButton.LeftButton)
    after = opened.workspace.opened.report()
    assert (after.sections, after.annexes) == (before.sections, before.annexes)


def test_what_is_typed_afterwards_is_not_what_the_offer_would_take_back(opened: MainWindow) -> None:
    section(opened).trigger()
    assert opened.toasts.isVisible()
    opened.workspace.go_to("closing")
    page = opened.workspace.current_text_page()
    assert page is not None
    QTest.keyClicks(page.editor, "x")
    assert not opened.toasts.isVisible()
