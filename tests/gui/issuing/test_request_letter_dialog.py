"""The dialog for the letter a report answers ("Yêu cầu"): it writes the opening, in one undo step."""

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.issuing.request_letter_dialog import RequestLetterDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import PartialDate, Report, plain
from danvan_desktop.store.drafts import Store
from tests.builders.window import dispose
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal

TODAY = date(2026, 11, 24)


def now(window: MainWindow) -> Report:
    report = window.session.current()
    assert report is not None
    return report


def test_the_request_writes_the_opening_as_one_step(qtbot: QtBot, opened: MainWindow, store: Store) -> None:
    before = now(opened)

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, RequestLetterDialog)
        dialog.agency.setText("Sở Nội vụ")
        dialog.number.setText("99/SNV-XDCQ")
        dialog.sent.setText("20/11/2026")
        dialog.subject.setText("Báo cáo kết quả công tác dân vận")
        dialog.due.setText("15/12/2026")
        assert "còn" in dialog.deadline.text() or "quá hạn" in dialog.deadline.text()
        dialog.go.click()

    opened.workspace.go_to("opening")
    when_modal(QWidget, fill)
    opened.commands.request.trigger()
    after = now(opened)
    text = plain(after.opening[0].runs)  # type: ignore[union-attr]  # the opening is a paragraph
    assert text.startswith("Thực hiện Công văn số 99/SNV-XDCQ ngày 20/11/2026 của Sở Nội vụ về việc báo cáo")
    assert after.request is not None
    assert after.request.due == PartialDate(2026, 12, 15)
    assert opened.status.deadline.text().startswith("Hạn gửi")
    assert store.drafts()[0].due == PartialDate(2026, 12, 15)
    opened.workspace.editor_actions.undo.trigger()
    assert now(opened).opening == before.opening
    opened.workspace.editor_actions.redo.trigger()
    assert now(opened).opening == after.opening


def test_the_opening_stays_where_nobody_wants_it_written(qtbot: QtBot, opened: MainWindow) -> None:
    before = now(opened)
    dialog = RequestLetterDialog(before, TODAY, opened)
    dialog.number.setText("1/SNV")
    dialog.rewrite.setChecked(False)
    changed = dialog.changed(before)
    assert changed.opening == before.opening
    assert changed.request is not None
    assert changed.request.number_symbol == "1/SNV"
    dialog.due.setText("32/12")
    assert not dialog.go.isEnabled()
    assert dialog.message.text() == "Hạn gửi chưa đúng: tháng 12 chỉ có 31 ngày."
    dispose(dialog)


def test_a_number_typed_in_haste_is_put_as_on_paper(opened: MainWindow) -> None:
    before = now(opened)
    dialog = RequestLetterDialog(before, TODAY, opened)
    dialog.number.clear()
    dialog.show()
    type_text(dialog.number, "so: 4512/snv")
    assert "Công văn số 4512/SNV" in dialog.preview.text()
    changed = dialog.changed(before)
    assert changed.request is not None
    assert changed.request.number_symbol == "4512/SNV"
    dispose(dialog)
