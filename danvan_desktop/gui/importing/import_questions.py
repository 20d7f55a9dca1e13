"""Questions before an import: whether a paper that is no report is wanted, and the year that a file lacks."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from danvan_desktop.gui.importing.import_file import Purpose
from danvan_desktop.gui.widgets.message import call_with_answer, question
from danvan_desktop.report.document_kinds import LETTER
from danvan_desktop.report.import_note_kinds import OTHER_KIND, TAKEN_AS_TEXT, UNKNOWN_YEAR
from danvan_desktop.report.model import ImportNote, Report

if TYPE_CHECKING:  # the list of reports appears sooner without the names of its buttons
    from PySide6.QtWidgets import QMessageBox, QPushButton

BringIn = Callable[[Report, Purpose], object]


class ImportQuestions(QObject):
    """Asks what only the user knows of a file that was read, before anything is made of it."""

    def __init__(self, window: QWidget) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._window = window

    def settle(self, report: Report, purpose: Purpose, bring_in: BringIn) -> None:
        """Call ``bring_in`` with ``report`` as it was answered; not at all where it is not wanted."""
        if _noted(report, OTHER_KIND):
            self._ask_for_other_kind(report, bring_in)
        elif _noted(report, UNKNOWN_YEAR):
            self._ask_for_year(report, purpose, bring_in)
        else:
            bring_in(report, purpose)

    def _ask_for_other_kind(self, report: Report, bring_in: BringIn) -> None:
        """Say what the file is; as text it is kept, and no report of next year is made from it."""
        box, takes = other_kind_box(report, self._window)

        def answer(clicked: QAbstractButton | None) -> None:
            if clicked is takes:
                bring_in(_taken(report), "keep")

        call_with_answer(box, answer)

    def _ask_for_year(self, report: Report, purpose: Purpose, bring_in: BringIn) -> None:
        from danvan_desktop.gui.importing.year_dialog import YearDialog

        dialog = YearDialog(report.subject, report.year, self._window)

        def answer(agreed: int) -> None:
            dialog.deleteLater()
            known = _of_year(report, dialog.year.value()) if agreed else report
            bring_in(known, purpose)

        dialog.finished.connect(answer)
        dialog.open()


def other_kind_box(report: Report, window: QWidget) -> "tuple[QMessageBox, QPushButton]":
    """Make the question whether ``report``, which is none, is wanted; the button that says so."""
    from PySide6.QtWidgets import QMessageBox

    kept = (
        f"Vẫn lấy thì văn bản vào danh sách với tên loại {report.kind}: phần đầu, Kính gửi, trích yếu và "
        "chữ của lời văn như trong tệp, để đọc và chép phần cần dùng. Không lấy thì mọi thứ giữ nguyên."
    )
    if report.kind == LETTER:
        kept += " Công văn không có tên loại: nếu in lại, dòng “CÔNG VĂN” và trích yếu đứng ở giữa trang."
    title = f"Tệp này là {report.kind}, không phải báo cáo"
    about = f"\n\n“{report.subject}”" if report.subject else ""
    box = question(window, title, f"{title}.{about}", kept)
    takes = box.addButton("&Vẫn lấy thành văn bản", QMessageBox.ButtonRole.AcceptRole)
    leaves = box.addButton("&Không lấy", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leaves)
    box.setEscapeButton(leaves)
    return box, takes


def is_other_paper(report: Report) -> bool:
    """Tell whether ``report`` is a paper of another kind that was taken as text."""
    return _noted(report, TAKEN_AS_TEXT)


def _noted(report: Report, kind: str) -> bool:
    return any(note.kind == kind for note in report.import_notes)


def _taken(report: Report) -> Report:
    def agreed(note: ImportNote) -> ImportNote:
        return replace(note, kind=TAKEN_AS_TEXT) if note.kind == OTHER_KIND else note

    return replace(report, import_notes=tuple(map(agreed, report.import_notes)))


def _of_year(report: Report, year: int) -> Report:
    notes = tuple(note for note in report.import_notes if note.kind != UNKNOWN_YEAR)
    return replace(report, year=year, import_notes=notes)
