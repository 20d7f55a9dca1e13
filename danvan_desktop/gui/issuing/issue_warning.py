"""Confirmation dialog before a report is recorded as issued although something speaks against it."""

from datetime import date

from PySide6.QtWidgets import QMessageBox, QWidget

from danvan_desktop.gui.home.listing.row_texts import open_text
from danvan_desktop.gui.widgets.message import question, wait_for_answer
from danvan_desktop.report.lifecycle.review import total
from danvan_desktop.report.model import PartialDate, Report

_TITLE = "Ghi nhận đã ban hành"
_AFTERWARDS = "Đã ghi nhận thì báo cáo chỉ còn để xem; muốn sửa phải lập báo cáo thay thế."


def doubts(report: Report, on: PartialDate, today: date) -> tuple[str, ...]:
    """Return the reasons to doubt that ``report`` was issued ``on`` that day, a sentence each."""
    warnings = []
    if on.year and on.month and on.day and date(on.year, on.month, on.day) > today:
        warnings.append(
            f"Ngày ban hành {on.day:02d}/{on.month:02d}/{on.year} chưa tới: hôm nay là {today:%d/%m/%Y}."
        )
    if left := open_text(total(report)):
        warnings.append(f"{left} trong báo cáo.")
    return tuple(warnings)


def may_issue(warnings: tuple[str, ...], parent: QWidget) -> bool:
    """Ask whether to go on in spite of ``warnings``, since it cannot be undone; Return goes back."""
    if not warnings:
        return True
    box = question(parent, _TITLE, "\n".join(warnings), _AFTERWARDS)
    go = box.addButton("Vẫn &ghi nhận", QMessageBox.ButtonRole.AcceptRole)
    back = box.addButton("&Xem lại", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    return wait_for_answer(box) is go
