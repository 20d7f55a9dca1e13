"""The dialog that records number and date of issue: what it refuses and why."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel

from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.report.model import Report
from tests.builders.window import dispose
from tests.gui.visible_texts import inside

TODAY = date(2026, 11, 24)


def test_the_day_of_issue_is_told_why_it_is_none(sample: Report) -> None:
    dialog = IssueDialog(sample, TODAY)
    dialog.number.setText("12")
    dialog.issued_on.setText("31/11/2026")
    assert dialog.message.text() == "Ngày ban hành chưa đúng: tháng 11 chỉ có 30 ngày."
    assert not dialog.go.isEnabled()
    dispose(dialog)


def test_the_number_is_asked_for_beside_the_symbol(sample: Report) -> None:
    head = replace(sample.letterhead, symbol="BC-VP")
    dialog = IssueDialog(replace(sample, letterhead=head), TODAY)
    assert "/BC-VP" in {label.text() for label in inside(dialog, QLabel)}
    dialog.number.setText("300/BC-VP")
    assert (dialog.message.text(), dialog.go.isEnabled()) == ("", True)
    dialog.number.setText("300/BC-UBND")
    assert dialog.message.text().startswith("Chỉ ghi số, ví dụ 300")
    assert not dialog.go.isEnabled()
    dispose(dialog)
