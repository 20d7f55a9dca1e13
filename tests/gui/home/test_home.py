"""The rail swaps pages: each is made when it is first shown, and menu and keys lead there too."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.help.window import HelpWindow
from danvan_desktop.gui.home.bin_page import BinPage
from danvan_desktop.gui.home.drop_zone import DropZone
from danvan_desktop.gui.home.home import BACKUPS, BIN, OFFICES, REPORTS
from danvan_desktop.gui.home.rail import RailButton
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.store.drafts import Store
from tests.gui.visible_texts import inside
from tests.store.stored_reports import make_report

PAGES = (REPORTS, BIN, OFFICES, BACKUPS)


def click(button: RailButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_page_is_made_when_it_is_first_shown_and_stays(window: MainWindow) -> None:
    assert [name for name in PAGES if window.home.page(name)] == [REPORTS]
    for name in PAGES:
        click(window.home.rail.buttons[name])
        assert window.home.shown == name
        page = window.home.page(name)
        assert page is not None
        assert page.isVisible()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused)
    before = window.home.page(BIN)
    click(window.home.rail.buttons[BIN])
    assert window.home.page(BIN) is before


def test_arrows_walk_along_the_rail_and_escape_leads_back(window: MainWindow) -> None:
    buttons = window.home.rail.buttons
    buttons[REPORTS].setFocus()
    QTest.keyClick(buttons[REPORTS], Qt.Key.Key_Down)
    assert window.home.shown == BIN
    QTest.keyClick(buttons[BIN], Qt.Key.Key_Escape)
    assert window.home.shown == REPORTS
    assert buttons[REPORTS].isChecked()


def test_the_menu_leads_to_the_pages(window: MainWindow) -> None:
    window.commands.offices.trigger()
    assert window.home.shown == OFFICES
    window.commands.backups.trigger()
    assert window.home.shown == BACKUPS
    window.commands.offices.trigger()
    assert window.home.shown == OFFICES


def test_the_rail_counts_and_says_so(window: MainWindow, store: Store) -> None:
    numbers = [store.create(make_report(f"Báo cáo {number}")).id for number in range(3)]
    store.delete(numbers[0])
    window.start_page.refresh()
    names = {name: window.home.rail.buttons[name].accessibleName() for name in (REPORTS, BIN)}
    assert names == {REPORTS: "Trang đầu, 2 báo cáo", BIN: "Đã xóa, 1 báo cáo"}
    interface = QAccessible.queryAccessibleInterface(window.home.rail.buttons[BIN])
    assert interface.role() == QAccessible.Role.RadioButton


def test_where_room_is_short_the_rail_has_icons_with_tips(qtbot: QtBot, window: MainWindow) -> None:
    button = window.home.rail.buttons[OFFICES]
    wide = window.home.rail.width()
    assert (button.text().strip(), button.toolTip()) == ("Cơ quan và người ký", "")
    window.resize(880, 640)
    qtbot.waitUntil(lambda: window.home.rail.width() < wide // 3)
    assert (button.text(), button.toolTip()) == ("", "Cơ quan và người ký")
    assert window.width() == 880, "the page gives way"
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.home.rail.width() == wide)


def test_names_of_the_rail_are_whole(window: MainWindow) -> None:
    for button in inside(window.home.rail, RailButton):
        button.setChecked(True)  # in strong letters
        room = button.width() - 4 * 8 - button.iconSize().width()
        font = button.font()
        font.setBold(button.isCheckable())
        assert button.fontMetrics().horizontalAdvance(button.text()) <= room, button.text()


def test_what_is_deleted_is_in_the_bin_and_comes_back(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    for number in range(3):
        store.create(make_report(f"Báo cáo {number}"))
    window.start_page.refresh()
    window.start_page.list.setFocus()
    QTest.keyClick(window.start_page.list, Qt.Key.Key_Delete)
    assert window.toasts.isVisible()
    assert "vào “Đã xóa”" in window.toasts.label.text()
    QTest.mouseClick(window.toasts.act, Qt.MouseButton.LeftButton)
    assert len(store.drafts()) == 3
    window.start_page.list.selectAll()
    QTest.keyClick(window.start_page.list, Qt.Key.Key_Delete)
    click(window.home.rail.buttons[BIN])
    page = window.home.page(BIN)
    assert page is not None
    page.list.selectAll()  # type: ignore[attr-defined]  # the bin's
    QTest.mouseClick(page.restore, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert len(store.drafts()) == 3
    assert window.home.rail.buttons[BIN].accessibleName() == "Đã xóa, 0 báo cáo"
    assert window.toasts.label.text() == "Đã phục hồi 3 báo cáo."


@pytest.mark.parametrize("way", ["Esc in the list", "Esc in the search", "rail"])
def test_the_bin_is_left_as_it_was_entered(qtbot: QtBot, window: MainWindow, store: Store, way: str) -> None:
    store.delete(store.create(make_report()).id)
    click(window.home.rail.buttons[BIN])
    page = window.home.page(BIN)
    assert isinstance(page, BinPage)
    if way == "rail":
        click(window.home.rail.buttons[REPORTS])
    else:
        QTest.keyClick(page.list if way == "Esc in the list" else page.search, Qt.Key.Key_Escape)
    assert window.home.shown == REPORTS


def test_a_deleted_report_does_not_open(window: MainWindow, store: Store) -> None:
    store.delete(store.create(make_report()).id)
    click(window.home.rail.buttons[BIN])
    QTest.keyClick(window.home.page(BIN).list, Qt.Key.Key_Return)  # type: ignore[union-attr]
    assert window.session.draft is None
    assert "Phục hồi" in window.toasts.label.text()


@pytest.mark.parametrize(
    ("page", "topic"),
    [(REPORTS, "bat-dau"), (BIN, "luu-o-dau"), (OFFICES, "co-quan-va-yeu-cau"), (BACKUPS, "sao-luu")],
)
def test_f1_and_the_foot_of_the_rail_help_with_the_page(window: MainWindow, page: str, topic: str) -> None:
    click(window.home.rail.buttons[page])
    click(window.home.rail.help)
    (shown,) = inside(window, HelpWindow)
    assert shown._current() == topic
    shown.close()


# ------------------------------------------------------------------------------- dragged files


@pytest.fixture
def files(tmp_path: object) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"{tmp_path}/khong-co.docx")])
    return mime


def enter(window: MainWindow, mime: QMimeData) -> None:
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(500, 300), action, mime, button, keys))


def zone_of(window: MainWindow) -> DropZone:
    (zone,) = inside(window, DropZone)
    return zone


def test_a_dragged_file_shows_where_it_may_be_let_go(
    qtbot: QtBot, window: MainWindow, files: QMimeData, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[object] = []
    monkeypatch.setattr(window.importing, "bring_in_all", brought.append)
    enter(window, files)
    zone = zone_of(window)
    assert zone.isVisible()
    assert zone.geometry() == window.rect()
    # Qt tells the window that the file has left it, and the zone that it came.
    QApplication.sendEvent(window, QDragLeaveEvent())
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(zone, QDragEnterEvent(QPoint(500, 300), action, files, button, keys))
    QApplication.processEvents()
    assert zone.isVisible()
    QApplication.sendEvent(zone, QDropEvent(QPointF(500, 300), action, files, button, keys))
    assert not zone.isVisible()
    assert len(brought) == 1


def test_the_zone_goes_with_the_file(qtbot: QtBot, window: MainWindow, files: QMimeData) -> None:
    enter(window, files)
    zone = zone_of(window)
    QApplication.sendEvent(window, QDragLeaveEvent())
    qtbot.waitUntil(lambda: not zone.isVisible())


def test_words_that_are_dragged_show_no_zone(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("dân vận")
    enter(window, mime)
    assert inside(window, DropZone) == []
