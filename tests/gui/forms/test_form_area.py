"""A form in the window: what the fields fill in stands beside them, or below them where it is narrow."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.form_area import ONE_COLUMN, FormArea
from tests.gui.visible_texts import inside


@pytest.fixture
def field() -> QLineEdit:
    return QLineEdit("VĂN PHÒNG")


@pytest.fixture
def paper() -> QLabel:
    return QLabel("VĂN PHÒNG")


@pytest.fixture
def area(qtbot: QtBot, field: QLineEdit, paper: QLabel) -> FormArea:
    made = FormArea(paper)
    qtbot.addWidget(made)
    made.card("Cơ quan").row(FieldCell("Cơ quan ban hành", field))
    made.finish()
    return made


def shown_at(area: FormArea, width: int) -> None:
    area.resize(width, 400)
    area.show()
    QApplication.processEvents()


def left_and_top(area: FormArea, widget: QLineEdit | QLabel) -> tuple[int, int]:
    at = widget.mapTo(area, widget.rect().topLeft())
    return at.x(), at.y()


def test_where_there_is_room_the_paper_stands_right_of_the_fields(
    area: FormArea, field: QLineEdit, paper: QLabel
) -> None:
    shown_at(area, ONE_COLUMN)
    assert left_and_top(area, paper)[0] > left_and_top(area, field)[0] + field.width()


def test_where_it_is_narrow_the_paper_follows_the_fields(
    area: FormArea, field: QLineEdit, paper: QLabel
) -> None:
    for width in (ONE_COLUMN + 300, ONE_COLUMN - 1):
        shown_at(area, width)
    assert left_and_top(area, paper)[1] > left_and_top(area, field)[1] + field.height()
    shown_at(area, ONE_COLUMN + 300)
    assert left_and_top(area, paper)[0] > left_and_top(area, field)[0] + field.width()


def test_a_label_stands_above_its_field_and_leads_to_it(area: FormArea, field: QLineEdit) -> None:
    shown_at(area, 500)
    label = next(each for each in inside(area, QLabel) if each.text() == "Cơ quan ban hành")
    assert label.geometry().bottom() < field.geometry().top()
    assert label.geometry().left() == field.geometry().left()
    assert label.buddy() is field


@pytest.mark.parametrize("width", [320, 700])
def test_the_rows_of_a_card_stand_below_one_another_however_narrow_it_is(qtbot: QtBot, width: int) -> None:
    area = FormArea()
    qtbot.addWidget(area)
    card = area.card("Cơ quan")
    fields = [QLineEdit() for _ in range(4)]
    card.row(*(FieldCell("Cơ quan", field, width=220) for field in fields[:2]))
    card.row(*(FieldCell("Đơn vị", field, width=220) for field in fields[2:]))
    area.finish()
    shown_at(area, width)
    boxes = [QRect(QPoint(*left_and_top(area, field)), field.size()) for field in fields]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert boxes[2].top() > boxes[1].bottom()
