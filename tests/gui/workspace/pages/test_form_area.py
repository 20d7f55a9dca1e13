"""A form in the window: labels beside the fields, or above them where it is narrow."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.pages.form_area import FormArea, add_row


def test_no_empty_line_parts_a_field_from_what_belongs_to_it(qtbot: QtBot) -> None:
    sheet = FormArea()
    qtbot.addWidget(sheet)
    form = sheet.group("Cơ quan")
    agency, take = QLineEdit(), QPushButton("Lấy từ Cơ quan và người ký…")
    add_row(form, "Cơ quan ban hành:", agency)
    add_row(form, "", take)
    sheet.resize(400, 300)
    sheet.show()
    QApplication.processEvents()
    assert take.geometry().top() - agency.geometry().bottom() <= 3 * GAP
    assert agency.geometry().left() == take.geometry().left()
    sheet.resize(800, 300)
    QApplication.processEvents()
    assert take.geometry().top() - agency.geometry().bottom() <= 2 * GAP
    assert agency.geometry().left() == take.geometry().left() > 100
