"""Báo cáo của tôi: reports are listed, found, renamed, copied, deleted and brought back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QRect, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.listing.row_painter import RowPainter
from danvan_desktop.gui.home.start_page import StartPage
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.lifecycle.outlines import new_report, outlines
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import Attachments, Letterhead, PartialDate, Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.matches import Matches
from danvan_desktop.store.signed_files import FOLDER
from tests.builders.window import dispose
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside

MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)


def report(subject: str, **changes: Any) -> Report:
    return replace(Report(id=subject, modified=MOMENT, year=2025, subject=subject), **changes)


@pytest.fixture
def page(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[StartPage]:
    store.create(report("Công tác Dân vận năm 2025"))
    store.create(report("Đường lối của Đảng", state="issued", year=2024))
    parent = QObject()
    page = StartPage(store, Jobs(parent), Commands(parent), Preferences(tmp_path))
    page.refresh()
    page.resize(1000, 600)
    page.show()
    qtbot.waitExposed(page)
    page.list.setFocus()
    yield page
    dispose(page)


def titles(page: StartPage) -> list[str]:
    shown = page.list.rows
    return [shown.index(row, 0).data() for row in range(shown.rowCount())]


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


@pytest.mark.parametrize(
    ("typed", "found"), [("dan van", "Công tác Dân vận năm 2025"), ("dang", "Đường lối của Đảng")]
)
def test_the_list_follows_what_is_typed(qtbot: QtBot, page: StartPage, typed: str, found: str) -> None:
    QTest.keyClicks(page.search, typed)
    qtbot.waitUntil(lambda: titles(page) == [found])
    page.search.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)


def test_reports_of_several_offices_are_told_apart(qtbot: QtBot, store: Store, page: StartPage) -> None:
    def details(row: int) -> str:
        return page.list.rows.texts(row).details

    assert "SỞ" not in details(0)
    for agency in ("SỞ NỘI VỤ", "SỞ Y TẾ"):
        head = Letterhead(parent_agency="ỦY BAN NHÂN DÂN TỈNH A", agency=agency)
        store.create(report("Kết quả năm 2025", letterhead=head))
    page.refresh()
    assert [details(row).rpartition(" · ")[2] for row in range(4)] == [
        "ỦY BAN NHÂN DÂN TỈNH A – SỞ Y TẾ",
        "ỦY BAN NHÂN DÂN TỈNH A – SỞ NỘI VỤ",
        "(chưa ghi tên cơ quan)",
        "(chưa ghi tên cơ quan)",
    ]
    assert "Cơ quan: ỦY BAN NHÂN DÂN TỈNH A – SỞ Y TẾ" in tip(page, 0)
    QTest.keyClicks(page.search, "so y te")
    qtbot.waitUntil(lambda: titles(page) == ["Kết quả năm 2025"])
    assert "SỞ" not in details(0), "of one office its name tells nothing"


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
        (Matches((), (1,)), "Đường lối của Đảng"),
        (Matches((0,), ()), "Công tác Dân vận năm 2025"),  # it stands above: the first row is chosen
    ):
        page._add(found)
        assert chosen_title(page) == title
    page._show_found()
    page._wanted = None
    page._add(Matches((), (0,)))
    page._add(Matches((), (1,)))
    choose(page, "Đường lối của Đảng")
    page._add(Matches((0,), ()))
    assert chosen_title(page) == "Đường lối của Đảng"


def test_a_search_in_vain_says_so(qtbot: QtBot, page: StartPage) -> None:
    page.search.setText("khong co dau")
    qtbot.waitUntil(
        lambda: any("Không có báo cáo nào khớp" in label.text() for label in inside(page, QLabel))
    )
    (clear,) = [each for each in inside(page, QPushButton) if each.isVisible() and each.text() == "Xóa ô tìm"]
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    assert page.list.isVisible()


def test_an_empty_list_says_what_to_do(qtbot: QtBot, store: Store, page: StartPage) -> None:
    assert page.beginnings[0].isVisible()
    store.delete(*(draft.id for draft in store.drafts()))
    page.refresh()
    shown = [label.text() for label in inside(page, QLabel) if label.isVisible()]
    steps = ["1. Mở báo cáo năm trước", "2. Rà từng chỗ cũ", "3. Xuất tệp trình ký"]
    assert [text for text in shown if text[:1].isdigit()] == steps
    buttons = [each.accessibleName() for each in inside(page, QPushButton) if each.isVisible()]
    assert [name.partition(" năm")[0] for name in buttons] == [
        "Lập báo cáo",
        "Báo cáo mới theo đề cương mẫu",
        "Nhập báo cáo cũ (Word, PDF, văn bản)",
        "Xem báo cáo mẫu",
    ]
    assert not page.search.isVisible()


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
    page.commands.duplicate.trigger()
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.title == "Đường lối của Đảng (bản sao)"
    assert len(titles(page)) == 3


def test_what_is_deleted_comes_back_by_undo(qtbot: QtBot, store: Store, page: StartPage) -> None:
    choose(page, "Công tác Dân vận năm 2025")
    with qtbot.waitSignal(page.undoable) as undoable:
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    text, undo = undoable.args
    assert text == "Đã chuyển “Công tác Dân vận năm 2025” vào “Đã xóa”."
    assert titles(page) == ["Đường lối của Đảng"]
    assert store.count_deleted() == 1
    undo()
    assert len(titles(page)) == 2
    assert chosen_title(page) == "Công tác Dân vận năm 2025"
    assert store.count_deleted() == 0


def agree_to_delete(box: QMessageBox) -> None:
    next(each for each in box.buttons() if each.text() == "&Xóa").click()


@pytest.mark.parametrize(("answer", "left"), [("Giữ lại", 3), ("Xóa", 2)])
def test_one_del_on_an_issued_report_asks(
    qtbot: QtBot, store: Store, page: StartPage, answer: str, left: int
) -> None:
    issued = issue(report("Đã ban hành rồi"), "45", PartialDate(2025, 12, 15), MOMENT)
    store.create(issued)
    page.refresh()
    choose(page, "Đã ban hành rồi")
    asked: list[str] = []

    def decide(box: QMessageBox) -> None:
        asked.append(box.text())
        if answer == "Giữ lại":
            QTest.keyClick(box, Qt.Key.Key_Return)
        else:
            agree_to_delete(box)

    when_modal(QMessageBox, decide)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert asked[0].startswith("Báo cáo “Đã ban hành rồi” đã ban hành, số 45 ngày 15/12/2025.")
    assert len(titles(page)) == left


def test_several_with_an_issued_one_among_them_ask_too(store: Store, page: StartPage) -> None:
    store.create(issue(report("Đã ban hành rồi"), "45", PartialDate(2025, 12, 15), MOMENT))
    page.refresh()
    page.list.selectAll()
    when_modal(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert len(titles(page)) == 3


def test_several_are_deleted_at_once_and_come_back_at_once(
    qtbot: QtBot, store: Store, page: StartPage
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.list.count_selected() == 2
    assert not page.commands.rename.isEnabled(), "only one can be renamed"
    when_modal(QMessageBox, agree_to_delete)
    with qtbot.waitSignal(page.undoable) as undoable:
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    text, undo = undoable.args
    assert (text, titles(page)) == ("Đã chuyển 2 báo cáo vào “Đã xóa”.", [])
    undo()
    assert len(titles(page)) == 2


def test_after_a_deletion_the_next_row_is_chosen(store: Store, page: StartPage) -> None:
    for number in range(3):
        store.create(report(f"Báo cáo {number}"))
    page.refresh()
    page.list.choose_row(2)
    below = titles(page)[3]
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert chosen_title(page) == below


def test_several_are_saved_to_files_of_their_own(
    qtbot: QtBot, page: StartPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialog, "ask_folder", lambda *_: tmp_path)
    page.list.selectAll()
    for count in (2, 4):
        with qtbot.waitSignal(page.notice) as notice:
            page.commands.to_file.trigger()
        assert notice.args == [f"Đã lưu 2 báo cáo vào {tmp_path}."]
        assert len(list(tmp_path.glob("*.danvan"))) == count, "what is there is not overwritten"


def test_without_a_choice_nothing_can_be_done(page: StartPage) -> None:
    page.list.clearSelection()
    do = page.commands
    actions = [do.open, do.next_year, do.rename, do.duplicate, do.to_file, do.delete]
    assert [action.isEnabled() for action in actions] == [False] * 6


def offered(page: StartPage) -> list[str]:
    (menu,) = [menu for menu in inside(page.list, QMenu) if menu.isVisible()]
    texts = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return texts


MENU = [
    *("Mở", "Lập báo cáo năm sau", "Nhân bản", "Đổi tên…", "Lưu ra tệp .danvan…", "Lưu làm đề cương…"),
    "Xóa",
]


def test_the_sign_at_the_end_of_a_row_opens_its_menu(page: StartPage) -> None:
    row = titles(page).index("Đường lối của Đảng")
    place = RowPainter.menu_place(place_of(page, row)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen_title(page) == "Đường lối của Đảng"
    assert offered(page) == MENU


@pytest.mark.parametrize("reason", ["mouse", "key"])
def test_the_context_menu_offers_what_can_be_done(page: StartPage, reason: str) -> None:
    choose(page, "Công tác Dân vận năm 2025")
    place = place_of(page, page.list.currentIndex().row()).center()
    reasons = QContextMenuEvent.Reason
    event = QContextMenuEvent(
        reasons.Mouse if reason == "mouse" else reasons.Keyboard,
        place,
        page.list.viewport().mapToGlobal(place),
    )
    QApplication.sendEvent(page.list.viewport(), event)
    assert offered(page) == MENU


def test_of_several_the_menu_offers_what_is_done_with_all(page: StartPage) -> None:
    page.list.selectAll()
    page.list.menu_wanted.emit(page.list.mapToGlobal(page.list.rect().center()))
    assert offered(page) == ["Lưu ra tệp .danvan…", "Xóa"]


def test_a_signed_file_is_opened_where_one_is_kept(
    store: Store, page: StartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.folder / FOLDER / "ky.pdf"
    kept.parent.mkdir()
    kept.write_bytes(b"%PDF")
    store.create(report("Đã ký", state="issued", attachments=Attachments(signed_file="ky.pdf")))
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.refresh()
    choose(page, "Công tác Dân vận năm 2025")
    assert not page.commands.signed.isVisible()
    choose(page, "Đã ký")
    page.commands.signed.trigger()
    assert [Path(each.toLocalFile()) for each in opened] == [kept]
    kept.unlink()
    failed: list[str] = []
    page.failed.connect(failed.append)
    page.commands.signed.trigger()
    assert failed == ["Không còn tệp đã ký trong thư mục dữ liệu."]


def test_the_order_is_chosen_in_a_menu_and_remembered(
    qtbot: QtBot, store: Store, page: StartPage, tmp_path: Path
) -> None:
    store.create(report("Ấn phẩm", year=2024))
    page.refresh()
    assert titles(page) == ["Công tác Dân vận năm 2025", "Ấn phẩm", "Đường lối của Đảng"]
    assert [page.list.head_above(row) for row in range(3)] == ["NĂM 2025", "NĂM 2024", ""]
    by_title = next(each for each in page.order.menu().actions() if each.text() == "Theo &tên")
    by_title.trigger()
    assert titles(page) == ["Ấn phẩm", "Công tác Dân vận năm 2025", "Đường lối của Đảng"]
    assert [page.list.head_above(row) for row in range(3)] == ["", "", ""]
    parent = QObject()
    again = StartPage(store, Jobs(parent), Commands(parent), Preferences(tmp_path))
    again.refresh()
    assert titles(again) == titles(page)
    assert by_title.isChecked()
    dispose(again)


def test_an_error_of_the_store_is_told(qtbot: QtBot, store: Store, page: StartPage) -> None:
    chosen = page.chosen()
    assert chosen is not None
    store.file.database.pragma("query_only", 1)
    with qtbot.waitSignal(page.failed) as failed:
        page.commands.delete.trigger()
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


def test_escape_clears_the_search_and_gives_the_keys_to_the_list(qtbot: QtBot, page: StartPage) -> None:
    whole = titles(page)
    page.search.setFocus()
    QTest.keyClicks(page.search, "khong co chu nay")
    qtbot.waitUntil(lambda: titles(page) == [], timeout=2000)
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: titles(page) == whole, timeout=2000)
    assert page.search.text() == ""
    assert page.list.hasFocus()


def test_a_paper_that_is_nobodys_report_does_not_take_the_card(store: Store, page: StartPage) -> None:
    head = Letterhead("ỦY BAN NHÂN DÂN TỈNH", "VĂN PHÒNG")
    mine = replace(report("Công tác Dân vận năm 2026", year=2026), letterhead=head)
    store.create(mine)
    for junk in (
        report("Danh sách lớp 4A", year=2027),
        replace(report("Ban hành quy định", year=2027), kind="TỜ TRÌNH", letterhead=head),
    ):
        store.create(junk)
        page.refresh()
        assert page.card.draft is not None
        assert page.card.draft.subject == "Công tác Dân vận năm 2026"
    begun = new_report(outlines()[0], 2027, mine.modified)
    store.create(begun)
    page.refresh()
    assert page.card.draft is not None
    assert page.card.draft.subject == begun.subject  # without an office, but there is something to be done
