"""The list as a view: chosen and walked by keys, past the heads of its groups, quick however long it is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.listing.report_list import ReportList
from danvan_desktop.gui.home.listing.row_painter import RowPainter
from danvan_desktop.report.model import PartialDate, Request
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.matches import Matches
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
    drafts = store.drafts().sorted_by("year")
    groups = [(f"NĂM {year}", first) for year, first in drafts.groups("year")]
    shown.show_found(drafts, Matches(tuple(range(len(drafts)))), groups)
    shown.choose_row(0)


def row(shown: ReportList) -> int:
    return shown.currentIndex().row()


def test_of_a_long_list_only_what_is_seen_is_made(qtbot: QtBot, shown: ReportList, many: Store) -> None:
    show_all(shown, many)
    made = shown.rows._drafts._made
    qtbot.waitUntil(lambda: len(made) > 5)
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
    assert chosen.id == shown.rows.number(row(shown))


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


def seen(shown: ReportList) -> list[QRect]:
    """Where the rows lie, in the viewport."""
    return [shown.visualRect(shown.rows.index(row, 0)) for row in range(shown.rows.rowCount())]


def test_a_head_takes_room_and_is_passed_over_by_keys(shown: ReportList, store: Store) -> None:
    for year in (2024, 2024, 2025, 2026):
        store.create(replace(make_report(f"Báo cáo {year}"), year=year))
    show_all(shown, store)
    heads = [shown.head_above(row) for row in range(4)]
    assert heads == ["NĂM 2026", "NĂM 2025", "NĂM 2024", ""]
    rects = seen(shown)
    assert [later.top() > earlier.bottom() + 1 for earlier, later in pairwise(rects)] == [True, True, False]
    assert [shown.indexAt(rect.center()).row() for rect in rects] == [0, 1, 2, 3]
    between = QPoint(50, (rects[0].bottom() + rects[1].top()) // 2)
    assert not shown.indexAt(between).isValid()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=between)
    shown.choose_row(0)
    walked = []
    for _ in range(4):
        walked.append(row(shown))
        QTest.keyClick(shown, Qt.Key.Key_Down)
    assert walked == [0, 1, 2, 3]
    QTest.keyClick(shown, Qt.Key.Key_Up)
    assert row(shown) == 2


def test_several_are_selected_by_keys_and_clicks(shown: ReportList, store: Store) -> None:
    drafts = [store.create(replace(make_report(f"Báo cáo {year}"), year=year)) for year in range(2020, 2026)]
    numbers = [draft.id for draft in reversed(drafts)]
    show_all(shown, store)
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.selected() == numbers[:2]
    for place, modifier in (
        (3, Qt.KeyboardModifier.ControlModifier),
        (0, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.mouseClick(
            shown.viewport(),
            Qt.MouseButton.LeftButton,
            modifier,
            seen(shown)[place].center() - QPoint(200, 0),
        )
    assert shown.selected() == [numbers[1], numbers[3]]
    QTest.keyClick(shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert shown.selected() == numbers
    assert shown.count_selected() == 6


def test_what_a_row_shows_is_said_by_a_screen_reader(shown: ReportList, store: Store) -> None:
    request = Request("Sở Nội vụ", due=PartialDate(2199, 12, 15))
    store.create(replace(make_report("Dân vận"), year=2025, state="for_signing", request=request))
    show_all(shown, store)
    said = shown.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    texts = shown.rows.texts(0)
    for part in (texts.title, texts.state, *texts.details.split(" · "), "năm 2025"):
        assert part in said
    accessible = QAccessible.queryAccessibleInterface(shown)
    assert accessible.childCount() == 1
    assert accessible.child(0).text(QAccessible.Text.Name) == said


def test_the_row_below_the_pointer_the_chosen_one_and_its_sign_look_different(
    shown: ReportList, store: Store
) -> None:
    for number in range(4):
        store.create(make_report(f"Báo cáo {number}"))
    show_all(shown, store)
    shown.setFocus()
    plain = shown.viewport().grab().toImage()
    rect = seen(shown)[2]

    def at(place: QPoint) -> QColor:
        return shown.viewport().grab().toImage().pixelColor(place)

    ground = plain.pixelColor(rect.left() + 5, rect.center().y())
    QTest.mouseMove(shown.viewport(), rect.center())
    hovered = at(QPoint(rect.left() + 5, rect.center().y()))
    chosen = at(QPoint(5, seen(shown)[0].center().y()))
    assert len({ground.name(), hovered.name(), chosen.name()}) == 3
    sign = RowPainter.menu_place(rect)
    before = at(sign.topLeft() + QPoint(8, 3))
    QTest.mouseMove(shown.viewport(), sign.center())
    assert at(sign.topLeft() + QPoint(8, 3)) != before


def test_the_head_above_the_first_row_is_scrolled_into_view_with_it(
    qtbot: QtBot, shown: ReportList, many: Store
) -> None:
    show_all(shown, many)
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert seen_of(shown, MANY - 1).bottom() < shown.viewport().height()
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.verticalScrollBar().value() == 0


def seen_of(shown: ReportList, place: int) -> QRect:
    return shown.visualRect(shown.rows.index(place, 0))


def test_what_is_found_later_comes_in_its_place_and_moves_no_choice(shown: ReportList, many: Store) -> None:
    drafts = many.drafts()
    shown.show_found(drafts, Matches((7,), (2, 9)))
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
