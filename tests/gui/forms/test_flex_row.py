"""Fields side by side: as wide as what they hold, in as many lines as it takes; the rest is shared."""

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.widgets.style import GAP


def row_of(qtbot: QtBot, *widths: int) -> tuple[QWidget, list[QLineEdit]]:
    """Return a row of fields; one of width 0 grows."""
    whole = QWidget()
    qtbot.addWidget(whole)
    row = FlexRow(whole)
    fields = [QLineEdit() for _ in widths]
    for field, width in zip(fields, widths, strict=True):
        if width:
            field.setFixedWidth(width)
        row.addWidget(field)
    return whole, fields


def shown_at(whole: QWidget, width: int) -> None:
    whole.resize(width, 200)
    whole.show()
    QApplication.processEvents()


def test_the_one_that_grows_takes_what_is_left_of_the_line(qtbot: QtBot) -> None:
    whole, (year, subject) = row_of(qtbot, 60, 0)
    shown_at(whole, 600)
    assert year.width() == 60
    assert subject.geometry().right() == 599
    assert subject.geometry().left() == 60 + 2 * GAP


def test_two_that_grow_are_equally_wide(qtbot: QtBot) -> None:
    whole, (parent, agency) = row_of(qtbot, 0, 0)
    shown_at(whole, 600)
    assert abs(parent.width() - agency.width()) <= 1
    assert parent.width() + agency.width() + 2 * GAP in {599, 600}


def test_what_has_no_room_goes_into_the_next_line_and_takes_height(qtbot: QtBot) -> None:
    whole, (one, two) = row_of(qtbot, 200, 200)
    shown_at(whole, 300)
    assert two.geometry().top() > one.geometry().bottom()
    assert two.geometry().left() == one.geometry().left() == 0
    layout = whole.layout()
    assert layout is not None
    assert layout.heightForWidth(300) > layout.heightForWidth(600)


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    whole, (hidden, field) = row_of(qtbot, 100, 100)
    hidden.hide()
    shown_at(whole, 600)
    assert field.geometry().left() == 0
