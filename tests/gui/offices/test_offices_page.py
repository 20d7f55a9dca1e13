"""The page of offices stores what is typed by itself, and nothing that the decree refuses."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.offices.offices_page import OfficesPage
from danvan_desktop.report.model import Signature
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.drafts import Store
from tests.builders.window import dispose
from tests.gui.visible_texts import inside

KEPT = (Office("UBND TỈNH A", "VĂN PHÒNG"), Office("UBND TỈNH A", "SỞ NỘI VỤ"))


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Iterator[OfficesPage]:
    store.keep_offices(KEPT)
    page = OfficesPage(store)
    page.resize(1000, 600)
    page.refresh()
    page.show()
    qtbot.waitExposed(page)
    yield page
    dispose(page)


def test_what_is_typed_is_stored_a_moment_later(qtbot: QtBot, page: OfficesPage, store: Store) -> None:
    form = page.form.form
    form.symbol.setFocus()
    QTest.keyClicks(form.symbol, "BC-VP")
    assert store.offices() == KEPT
    qtbot.waitUntil(lambda: store.offices()[0].symbol == "BC-VP")
    assert page.saved.text().startswith("Đã lưu ")


def test_who_leaves_the_page_at_once_loses_nothing(page: OfficesPage, store: Store) -> None:
    QTest.keyClicks(page.form.form.symbol, "BC-VP")
    page.hide()
    assert store.offices()[0].symbol == "BC-VP"


def test_what_the_decree_refuses_is_not_stored_and_waits(page: OfficesPage, store: Store) -> None:
    signer = page.form.form.signer
    signer.head.setText("Chánh Văn phòng")
    signer.name.setText("TS. Nguyễn Văn A")
    page.hide()
    assert store.offices() == KEPT
    assert page.saved.text().startswith("Chưa lưu")
    page.refresh()
    page.show()
    assert signer.name.text() == "TS. Nguyễn Văn A", "it waits to be put right"
    signer.name.setText("Nguyễn Văn A")
    page.hide()
    assert store.offices()[0].signers[0].signer == "Nguyễn Văn A"


def test_an_office_that_was_taken_away_comes_back_by_undo(
    qtbot: QtBot, page: OfficesPage, store: Store
) -> None:
    page.form.list.setCurrentRow(1)
    with qtbot.waitSignal(page.undoable) as undoable:
        QTest.mouseClick(page.form.remove, Qt.MouseButton.LeftButton)
    text, undo = undoable.args
    assert text == f"Đã xóa cơ quan “{KEPT[1].title}”."
    qtbot.waitUntil(lambda: store.offices() == KEPT[:1])
    undo()
    qtbot.waitUntil(lambda: store.offices() == KEPT)


def test_the_last_one_comes_back_in_the_place_of_the_blank_form(
    qtbot: QtBot, page: OfficesPage, store: Store
) -> None:
    store.keep_offices(KEPT[:1])
    page.refresh()
    with qtbot.waitSignal(page.undoable) as undoable:
        QTest.mouseClick(page.form.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.offices() == ())
    undoable.args[1]()
    qtbot.waitUntil(lambda: store.offices() == KEPT[:1])
    assert page.form.list.count() == 1


def test_a_signer_who_was_taken_away_comes_back_by_undo(
    qtbot: QtBot, page: OfficesPage, store: Store
) -> None:
    head = Signature(("GIÁM ĐỐC",), None, "Trần Thị B")
    kept = (replace(KEPT[0], signers=(head,)), *KEPT[1:])
    store.keep_offices(kept)
    page.refresh()
    page.form.form.setCurrentIndex(1)
    (remove,) = [each for each in inside(page, QPushButton) if each.text() == "&Bỏ người này"]
    with qtbot.waitSignal(page.undoable) as undoable:
        QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    text, undo = undoable.args
    assert text == "Đã bỏ người ký “Trần Thị B – GIÁM ĐỐC”."
    qtbot.waitUntil(lambda: store.offices()[0].signers == ())
    undo()
    qtbot.waitUntil(lambda: store.offices() == kept)


def test_what_was_stored_elsewhere_is_shown_when_the_page_is_shown_again(
    page: OfficesPage, store: Store
) -> None:
    store.keep_offices(KEPT[:1])
    page.refresh()
    assert page.form.list.count() == 1


def test_a_disk_that_takes_no_writing_is_told(qtbot: QtBot, page: OfficesPage, store: Store) -> None:
    store.file.database.pragma("query_only", 1)
    QTest.keyClicks(page.form.form.symbol, "BC")
    with qtbot.waitSignal(page.failed):
        page.hide()
    assert page.saved.text() == "CHƯA LƯU ĐƯỢC"
    store.file.database.pragma("query_only", 0)
