"""The list as a view: chosen and walked by keys, as wide as its texts, and quick however long it is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.report_list import ReportList
from danvan_desktop.report.model import PartialDate, Report, Request
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.search import Matches
from danvan_desktop.store.opening import open_store
from tests.builders.many_reports import fill
from tests.builders.window import dispose
from tests.store.stored_reports import make_report

MANY = 3000


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[ReportList]:
    made = ReportList()
    made.resize(1000, 400)
    made.show()
    qtbot.waitExposed(made)
    yield made
    dispose(made)


@pytest.fixture
def quick_letters(qapp: QApplication) -> Iterator[None]:
    """After 20 ms the next letter begins another word."""
    before = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(20)
    yield
    qapp.setKeyboardInputInterval(before)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("many")
    fill(folder, make_report("Báo cáo"), MANY)
    store = open_store(folder)
    yield store
    store.close()


def show_all(shown: ReportList, store: Store) -> None:
    drafts = store.drafts()
    shown.show_found(drafts, Matches(tuple(range(len(drafts)))), is_bin=False)
    shown.choose_row(0)


def row(shown: ReportList) -> int:
    return shown.currentIndex().row()


def test_of_a_long_list_only_what_is_seen_is_made(qtbot: QtBot, shown: ReportList, many: Store) -> None:
    show_all(shown, many)
    made = shown.rows._drafts._made
    qtbot.waitUntil(lambda: len(made) > 10)
    QTest.keyClick(shown, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: MANY - 1 in made)
    assert len(made) < 150
    assert row(shown) == MANY - 1


def test_keys_walk_through_it(qtbot: QtBot, shown: ReportList, many: Store) -> None:
    show_all(shown, many)
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert row(shown) == MANY - 1
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert row(shown) == 0
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    assert 3 < row(shown) < 30
    chosen = shown.chosen()
    assert chosen is not None
    assert chosen.id == MANY - row(shown)


@pytest.mark.usefixtures("quick_letters")
def test_letters_lead_to_the_next_title_that_begins_with_them(
    qtbot: QtBot, shown: ReportList, store: Store
) -> None:
    for title in ("Văn hóa", "Dân vận", "Báo cáo", "dân chủ"):  # the last one stands on top
        store.create(make_report(title))
    show_all(shown, store)
    for keys, title in (
        ("b", "Báo cáo"),
        ("v", "Văn hóa"),
        ("d", "dân chủ"),
        ("d", "Dân vận"),
        ("x", "Dân vận"),
    ):
        QTest.keyClicks(shown, keys)
        chosen = shown.chosen()
        assert chosen is not None
        assert chosen.title == title
        QTest.qWait(60)


def test_columns_are_as_wide_as_the_widest_text_wherever_it_stands(
    qtbot: QtBot, shown: ReportList, store: Store
) -> None:
    last = Request("Sở Nội vụ", due=PartialDate(2031, 12, 15))
    wide: Report = replace(make_report("Dưới cùng"), request=last, state="for_signing")
    store.create(wide)
    for number in range(40):
        store.create(replace(make_report(f"Báo cáo {number}"), year=2024))
    show_all(shown, store)
    for column in (1, 2, 3, 4):
        cells = [shown.rows.index(place, column) for place in range(shown.rows.rowCount())]
        heading = shown.header().sectionSizeFromContents(column).width()
        needed = max(heading, *(shown.sizeHintForIndex(cell).width() for cell in cells))
        qtbot.waitUntil(lambda column=column, needed=needed: shown.columnWidth(column) == needed)  # type: ignore[misc]


def test_what_is_found_later_comes_in_its_place_and_moves_no_choice(shown: ReportList, many: Store) -> None:
    drafts = many.drafts()
    shown.show_found(drafts, Matches((7,), (2, 9)), is_bin=False)
    assert shown.choose(drafts[9].id)
    shown.rows.add(Matches((20, 30), (25,)))
    numbers = [shown.rows.draft(place).id for place in range(shown.rows.rowCount())]
    assert numbers == [drafts[place].id for place in (7, 20, 30, 2, 9, 25)]
    chosen = shown.chosen()
    assert chosen == drafts[9]
    assert not shown.choose(drafts[1].id)
    assert shown.chosen() == chosen


def test_it_cannot_be_written_in(shown: ReportList, store: Store) -> None:
    store.create(make_report("Báo cáo"))
    show_all(shown, store)
    QTest.keyClick(shown, Qt.Key.Key_F2)
    QTest.mouseDClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.currentIndex()).center()
    )
    assert shown.state() == ReportList.State.NoState
