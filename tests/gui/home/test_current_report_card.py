"""The card of the report that is due: pills by state and deadline, and an honest share of its review."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.current_report_card import CurrentReportCard
from danvan_desktop.gui.look.style_sheet import PILL
from danvan_desktop.report.model import PartialDate
from danvan_desktop.report.tab_count import TabCount
from danvan_desktop.store.listing.draft import Draft
from tests.builders.window import dispose

MOMENT = datetime(2026, 12, 9, 10, 32, 5)  # noqa: DTZ001 - as the clock on the wall
TODAY = MOMENT.date()
COUNTS = TabCount("", unedited=4, unchecked=18, missing=2)
DRAFT = Draft(
    *(1, None, "Công tác dân vận", 2026, "consulting", MOMENT, None, None, ""),
    due=PartialDate(2026, 12, 15),
    round=1,
    counts=COUNTS,
    settled=33,
    agency="UBND TỈNH A – VĂN PHÒNG",
)


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[CurrentReportCard]:
    made = CurrentReportCard()
    made.resize(900, 160)
    made.show_draft(DRAFT, TODAY)
    qtbot.waitExposed(made)
    yield made
    dispose(made)


def pills(card: CurrentReportCard) -> list[tuple[str, str]]:
    shown = [pill for pill in (card.state, card.due, card.missing) if not pill.isHidden()]
    return [(pill.text(), pill.property(PILL)) for pill in shown]


def test_it_says_where_the_report_stands(card: CurrentReportCard) -> None:
    assert card.caption.text() == "ĐANG LÀM · UBND TỈNH A – VĂN PHÒNG"
    assert pills(card) == [
        ("Lấy ý kiến lần 1", "accent"),
        ("Hạn gửi 15/12, còn 6 ngày", "amber"),
        ("2 việc chưa xong", "quiet"),
    ]
    assert card.review.text() == "đã rà 33 / 51 chỗ cũ, còn 4 đoạn chưa sửa"
    assert (card.bar.value(), card.bar.maximum()) == (33, 51)
    assert card.bar.accessibleName() == "đã rà 33 / 51 chỗ cũ"


@pytest.mark.parametrize(("day", "tone"), [(30, "quiet"), (15, "amber"), (1, "red")])
def test_the_deadline_gets_stronger(card: CurrentReportCard, day: int, tone: str) -> None:
    card.show_draft(replace(DRAFT, due=PartialDate(2026, 12, day)), TODAY)
    assert pills(card)[1][1] == tone


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"settled": 0, "counts": TabCount("")}, ""),
        ({"settled": None}, "còn 4 đoạn chưa sửa"),
        ({"counts": None}, ""),
        ({"settled": 0, "counts": TabCount("", unedited=1)}, "còn 1 đoạn chưa sửa"),
        ({"state": "issued"}, ""),
    ],
)
def test_no_share_is_shown_where_none_is_known(
    card: CurrentReportCard, changes: dict[str, object], text: str
) -> None:
    card.show_draft(replace(DRAFT, **changes), TODAY)  # type: ignore[arg-type]  # its fields
    assert card.bar.isHidden()
    assert card.review.text() == text


def test_what_is_issued_is_only_looked_at(card: CurrentReportCard) -> None:
    card.show_draft(replace(DRAFT, state="issued"), TODAY)
    assert card.resume.text() == "Mở &xem"
    assert pills(card) == [("Đã ban hành", "green")]
    card.show_draft(None, TODAY)
    assert card.isHidden()


def test_its_buttons_open_the_report_and_its_pages(qtbot: QtBot, card: CurrentReportCard) -> None:
    with qtbot.waitSignal(card.opened) as opened:
        QTest.mouseClick(card.resume, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.pages_wanted) as wanted:
        QTest.mouseClick(card.pages, Qt.MouseButton.LeftButton)
    assert opened.args == wanted.args == [DRAFT]


@pytest.mark.parametrize(
    ("waiting", "due", "text", "tone"),
    [
        (None, None, "", "quiet"),
        (0, "", "", "quiet"),
        (1, "", "chờ 1 phần phòng viết", "quiet"),
        (2, "2026-12-09", "chờ 2 phần phòng viết", "quiet"),
        (2, "2026-12-08", "chờ 2 phần phòng viết, quá hạn 1 ngày", "red"),
    ],
)
def test_it_says_how_many_departments_are_awaited_and_who_is_late(
    card: CurrentReportCard, waiting: int | None, due: str | None, text: str, tone: str
) -> None:
    card.show_draft(replace(DRAFT, waiting=waiting, waiting_due=due), TODAY)
    assert card.waiting.text() == text
    assert card.waiting.isVisible() == bool(text)
    if text:
        assert card.waiting.property(PILL) == tone
    card.show_draft(replace(DRAFT, state="issued", waiting=waiting, waiting_due=due), TODAY)
    assert not card.waiting.isVisible()


def test_it_says_how_much_looks_wrong_and_what_has_no_result(card: CurrentReportCard) -> None:
    assert card.suspected.isHidden()
    card.show_draft(replace(DRAFT, suspected=3, unanswered=2), TODAY)
    assert (card.suspected.text(), card.suspected.property(PILL)) == ("3 chỗ nghi sai", "red")
    assert card.unanswered.text() == "2 nhiệm vụ năm trước chưa có kết quả"
    card.show_draft(replace(DRAFT, suspected=3, unanswered=2, state="issued"), TODAY)
    assert card.suspected.isHidden()
    assert card.unanswered.isHidden()
