"""Thông tin chung: what is refused is told when its field is left, and the letterhead follows the fields."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.look.style_sheet import FAULT
from danvan_desktop.gui.paper.excerpt_fields import field_spots
from danvan_desktop.gui.paper.excerpt_view import ExcerptView
from danvan_desktop.gui.workspace.pages.general import GeneralPage
from danvan_desktop.gui.workspace.workspace import Workspace
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


@pytest.fixture
def page(workspace: Workspace) -> GeneralPage:
    return workspace.opened.pages.general


def type_over(page: GeneralPage, text: str) -> None:
    """Type ``text`` in the place of the ký hiệu."""
    page.symbol.setFocus()
    page.symbol.selectAll()
    type_text(page.symbol, text)


def test_a_symbol_in_small_letters_is_refused_when_its_field_is_left(page: GeneralPage) -> None:
    type_over(page, "bc-vp")
    assert not page.symbol.property(FAULT)
    QTest.keyClick(page.symbol, Qt.Key.Key_Tab)
    assert page.symbol.property(FAULT)
    assert "Ký hiệu phải in hoa" in page.symbol.accessibleDescription()
    assert "Khoản 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP" in page.symbol.accessibleDescription()
    assert "Ký hiệu phải in hoa" in page.issue_faults.text()


def test_what_is_right_again_is_no_longer_refused_while_the_cursor_is_still_there(page: GeneralPage) -> None:
    type_over(page, "bc-vp")
    QTest.keyClick(page.symbol, Qt.Key.Key_Tab)
    type_over(page, "BC-VP")
    assert not page.symbol.property(FAULT)
    assert page.symbol.accessibleDescription() == ""
    assert page.issue_faults.text() == ""


def shown_text(page: GeneralPage) -> str:
    return page.excerpt.excerpt.text if page.excerpt.excerpt is not None else ""


def test_the_letterhead_follows_the_fields_after_a_rest(qtbot: QtBot, page: GeneralPage) -> None:
    qtbot.waitUntil(lambda: bool(shown_text(page)))
    page.agency.setFocus()
    page.agency.selectAll()
    type_text(page.agency, "Sở Nội vụ")
    qtbot.waitUntil(lambda: "SỞ NỘI VỤ" in shown_text(page))
    assert "SỞ NỘI VỤ" in page.excerpt.accessibleDescription()


@pytest.mark.parametrize(
    ("place", "field"),
    [("letterhead.agency", "agency"), ("letterhead.symbol", "symbol"), ("letterhead.place", "place_name")],
)
def test_a_click_on_a_line_of_the_letterhead_leads_to_its_field(
    qtbot: QtBot, page: GeneralPage, place: str, field: str
) -> None:
    qtbot.waitUntil(lambda: page.excerpt.excerpt is not None)
    page.subject.setFocus()
    QTest.mouseClick(page.excerpt, Qt.MouseButton.LeftButton, pos=middle_of(page.excerpt, place))
    assert getattr(page, field).hasFocus()


def middle_of(view: ExcerptView, place: str) -> QPoint:
    assert view.excerpt is not None
    spot = next(spot for spot in field_spots(view.excerpt) if spot.place == place)
    return (spot.box.center() * (view.width() / view.excerpt.width)).toPoint()


def test_the_fields_and_the_letterhead_stand_side_by_side(workspace: Workspace, page: GeneralPage) -> None:
    fields, paper = (widget.mapTo(workspace, QPoint(0, 0)).x() for widget in (page.subject, page.excerpt))
    assert paper > fields + page.subject.width()
