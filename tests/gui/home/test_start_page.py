"""Báo cáo của tôi: reports are listed, found, renamed, copied, deleted and brought back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.start_page import StartPage
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.report.model import Letterhead, Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.search import Matches
from tests.builders.window import dispose
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside

MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)


def report(subject: str, **changes: Any) -> Report:
    return replace(Report(id=subject, modified=MOMENT, year=2025, subject=subject), **changes)


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Iterator[StartPage]:
    store.create(report("Công tác Dân vận năm 2025"))
    store.create(report("Đường lối của Đảng", state="issued", year=2024))
    parent = QObject()
    page = StartPage(store, Jobs(parent), Commands(parent))
    page.refresh()
    page.resize(1000, 600)
    page.show()
    qtbot.waitExposed(page)
    page.list.setFocus()
    yield page
    dispose(page)


def rows(page: StartPage) -> list[list[str]]:
    shown = page.list.rows
    return [[shown.index(row, column).data() for column in range(5)] for row in range(shown.rowCount())]


def titles(page: StartPage) -> list[str]:
    return [row[0] for row in rows(page)]


def choose(page: StartPage, title: str) -> None:
    page.list.choose_row(titles(page).index(title))


def chosen_title(page: StartPage) -> str:
    chosen = page.chosen()
    assert chosen is not None
    return chosen.title


def place_of(page: StartPage, row: int) -> QRect:
    """Where a row is seen."""
    return page.list.visualRect(page.list.rows.index(row, 0))


def tip(page: StartPage, row: int) -> str:
    shown: str = page.list.rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    return shown


def test_the_list_says_what_each_report_is(page: StartPage) -> None:
    when = MOMENT.astimezone().strftime("%d/%m/%Y  %H:%M")
    assert rows(page) == [
        ["Đường lối của Đảng", "2024", "Đã ban hành", "", when],
        ["Công tác Dân vận năm 2025", "2025", "Đang soạn", "", when],
    ]


@pytest.mark.parametrize(
    ("typed", "found"), [("dan van", "Công tác Dân vận năm 2025"), ("dang", "Đường lối của Đảng")]
)
def test_the_list_follows_what_is_typed(qtbot: QtBot, page: StartPage, typed: str, found: str) -> None:
    QTest.keyClicks(page.search, typed)
    qtbot.waitUntil(lambda: titles(page) == [found])
    page.search.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)


def test_reports_of_several_offices_are_told_apart(qtbot: QtBot, store: Store, page: StartPage) -> None:
    assert tip(page, 0) == "Đường lối của Đảng"
    one = place_of(page, 0).height()
    for agency in ("SỞ NỘI VỤ", "SỞ Y TẾ"):
        head = Letterhead(parent_agency="ỦY BAN NHÂN DÂN TỈNH A", agency=agency)
        store.create(report("Kết quả năm 2025", letterhead=head))
    page.refresh()
    assert titles(page) == [
        "Kết quả năm 2025\nỦY BAN NHÂN DÂN TỈNH A – SỞ Y TẾ",
        "Kết quả năm 2025\nỦY BAN NHÂN DÂN TỈNH A – SỞ NỘI VỤ",
        "Đường lối của Đảng\n(chưa ghi tên cơ quan)",
        "Công tác Dân vận năm 2025\n(chưa ghi tên cơ quan)",
    ]
    assert "Cơ quan: ỦY BAN NHÂN DÂN TỈNH A – SỞ Y TẾ" in tip(page, 0)
    needed = 2 * page.list.fontMetrics().height()
    assert place_of(page, 0).height() >= max(needed, one + 8)
    QTest.keyClicks(page.search, "so y te")
    qtbot.waitUntil(lambda: titles(page) == ["Kết quả năm 2025"])  # one office: its name tells nothing


def test_the_chosen_report_stays_chosen_while_it_is_found(qtbot: QtBot, page: StartPage) -> None:
    choose(page, "Công tác Dân vận năm 2025")
    QTest.keyClicks(page.search, "c")  # both have it
    qtbot.waitUntil(lambda: page._finding._search is None and not page._debounce.is_waiting)
    assert len(titles(page)) == 2
    assert chosen_title(page) == "Công tác Dân vận năm 2025"
    QTest.keyClicks(page.search, "ua")
    qtbot.waitUntil(lambda: titles(page) == ["Đường lối của Đảng"])
    assert chosen_title(page) == "Đường lối của Đảng"


def test_a_report_that_the_user_chooses_while_a_search_goes_on_stays_chosen(
    qtbot: QtBot, page: StartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page._finding, "begin", lambda *_: None)
    page.search.setText("van 2025")
    page._show_found()
    for found, title in (
        (Matches((), (1,)), "Công tác Dân vận năm 2025"),
        (Matches((0,), ()), "Đường lối của Đảng"),  # it stands above: the first row is chosen
    ):
        page._add(found)
        assert chosen_title(page) == title
    page._show_found()
    page._wanted = None
    page._add(Matches((), (0,)))
    page._add(Matches((), (1,)))
    choose(page, "Công tác Dân vận năm 2025")
    page._add(Matches((0,), ()))
    assert chosen_title(page) == "Công tác Dân vận năm 2025"


def test_a_search_in_vain_says_so(qtbot: QtBot, page: StartPage) -> None:
    page.search.setText("khong co dau")
    empty = inside(page, QLabel)
    qtbot.waitUntil(lambda: any("Không có báo cáo nào khớp" in label.text() for label in empty))


def test_an_empty_list_says_what_to_do(qtbot: QtBot, store: Store, page: StartPage) -> None:
    for draft in store.drafts():
        store.delete(draft.id)
    page.refresh()
    shown = [label.text() for label in inside(page, QLabel) if label.isVisible()]
    assert any("Báo cáo mới theo đề cương mẫu" in text for text in shown)


def test_enter_and_a_double_click_open(qtbot: QtBot, page: StartPage) -> None:
    opened: list[Draft] = []
    page.open_requested.connect(opened.append)
    choose(page, "Công tác Dân vận năm 2025")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    place = place_of(page, page.list.currentIndex().row()).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [draft.subject for draft in opened] == ["Công tác Dân vận năm 2025"] * 2


def test_f2_renames(qtbot: QtBot, page: StartPage) -> None:
    choose(page, "Công tác Dân vận năm 2025")

    def answer(dialog: QInputDialog) -> None:
        dialog.setTextValue("Bản gửi Sở")
        dialog.accept()

    when_modal(QInputDialog, answer)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    assert "Bản gửi Sở" in titles(page)


def test_a_copy_is_chosen_at_once(page: StartPage) -> None:
    choose(page, "Đường lối của Đảng")
    page.duplicate_action.trigger()
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.title == "Đường lối của Đảng (bản sao)"
    assert len(titles(page)) == 3


def test_what_is_deleted_can_be_brought_back(qtbot: QtBot, page: StartPage) -> None:
    choose(page, "Đường lối của Đảng")
    with qtbot.waitSignal(page.notice) as notice:
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert notice.args == ["Đã chuyển “Đường lối của Đảng” vào “Đã xóa”."]
    assert titles(page) == ["Công tác Dân vận năm 2025"]
    page.deleted.click()
    assert titles(page) == ["Đường lối của Đảng"]
    assert not page.delete_action.isVisible()
    page.restore_action.trigger()
    assert titles(page) == []
    page.deleted.click()
    assert len(titles(page)) == 2


def test_a_deleted_report_does_not_open(qtbot: QtBot, page: StartPage) -> None:
    page.delete_action.trigger()
    page.deleted.click()
    opened: list[Draft] = []
    page.open_requested.connect(opened.append)
    with qtbot.waitSignal(page.notice) as notice:
        page.list.activated.emit(page.list.currentIndex())
    assert "Phục hồi" in notice.args[0]
    assert opened == []


def test_without_a_choice_nothing_can_be_done(page: StartPage) -> None:
    page.list.clearSelection()
    actions = [page.open_action, page.rename_action, page.duplicate_action, page.delete_action]
    assert [action.isEnabled() for action in actions] == [False] * 4


def test_the_context_menu_offers_what_can_be_done(qtbot: QtBot, page: StartPage) -> None:
    page.list.customContextMenuRequested.emit(place_of(page, page.list.currentIndex().row()).center())
    (menu,) = [menu for menu in inside(page, QMenu) if menu.isVisible()]
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Mở", "Đổi tên…", "Nhân bản", "Xóa", "Lưu ra tệp .danvan…"]
    menu.close()


def test_an_error_of_the_store_is_told(qtbot: QtBot, store: Store, page: StartPage) -> None:
    chosen = page.chosen()
    assert chosen is not None
    store.file.database.pragma("query_only", 1)
    with qtbot.waitSignal(page.failed) as failed:
        page.delete_action.trigger()
    assert "kiểm tra quyền ghi" in failed.args[0]
    assert len(titles(page)) == 2


def test_what_an_earlier_release_saved_is_counted_beside_the_work(
    qtbot: QtBot, store: Store, page: StartPage
) -> None:
    store.file.database.execute_sql("UPDATE draft SET unchecked = NULL, unedited = NULL, missing = NULL")
    page.refresh()
    qtbot.waitUntil(lambda: all(draft.counts is not None for draft in store.drafts()))
    qtbot.waitUntil(lambda: not page._is_counting)


def test_the_card_shows_the_latest_year_and_what_is_not_issued(store: Store, page: StartPage) -> None:
    assert page.card.draft is not None
    assert page.card.draft.subject == "Công tác Dân vận năm 2025"
    store.create(report("Báo cáo đã gửi", state="issued", year=2026))
    page.refresh()
    assert page.card.draft.subject == "Báo cáo đã gửi"
    assert page.card.resume.text() == "Mở &xem"
    store.create(report("Báo cáo <b>mới</b>", year=2026))
    page.refresh()
    assert page.card.title.text() == "Báo cáo <b>mới</b>"
    assert page.card.title.textFormat() == Qt.TextFormat.PlainText
    page.deleted.click()
    assert not page.card.isVisible()
