"""Confirmation dialog before a report is recorded as issued although something speaks against it."""

from datetime import date

from PySide6.QtWidgets import QMessageBox, QWidget

from danvan_desktop.gui.home.listing.row_texts import open_text
from danvan_desktop.gui.widgets.message import question, wait_for_answer
from danvan_desktop.report.lifecycle.empty_fields import blank_fields, blank_headings
from danvan_desktop.report.lifecycle.review import total
from danvan_desktop.report.model import PartialDate, Report

_TITLE = "Ghi nhận đã ban hành"
_AFTERWARDS = (
    "Đã ghi nhận thì lời văn chỉ còn để xem, muốn sửa phải lập báo cáo thay thế; "
    "số, ngày và tệp đã ký vẫn sửa được."
)
_MOST_NAMED = 3
"""Empty headings that are named; of more the number is told."""


def doubts(report: Report, on: PartialDate, today: date) -> tuple[str, ...]:
    """Return the reasons to doubt that ``report`` was issued ``on`` that day, a sentence each."""
    left = open_text(total(report))
    warnings = (f"{left} trong báo cáo." if left else "", _empty_fields(report), _empty_headings(report))
    return (*day_to_come(on, today), *filter(None, warnings))


def day_to_come(on: PartialDate, today: date) -> tuple[str, ...]:
    """Say so where the day ``on`` which a report is issued lies ahead."""
    if on.year and on.month and on.day and date(on.year, on.month, on.day) > today:
        day = f"{on.day:02d}/{on.month:02d}/{on.year}"
        return (f"Ngày ban hành {day} chưa tới: hôm nay là {today:%d/%m/%Y}.",)
    return ()


def _empty_fields(report: Report) -> str:
    names = [blank.text for blank in blank_fields(report)]
    return f"Ô để trống: {'; '.join(names)}." if names else ""


def _empty_headings(report: Report) -> str:
    names = [f"“{blank.text}”" for blank in blank_headings(report)]
    if not names:
        return ""
    rest = len(names) - _MOST_NAMED
    listed = ", ".join(names[:_MOST_NAMED]) + (f" và {rest} đề mục khác" if rest > 0 else "")
    return f"{len(names)} đề mục chưa có nội dung: {listed}."


def may_issue(warnings: tuple[str, ...], parent: QWidget) -> bool:
    """Ask whether to go on in spite of ``warnings``, since it cannot be undone; Return goes back."""
    if not warnings:
        return True
    box = question(parent, _TITLE, "\n".join(warnings), _AFTERWARDS)
    go = box.addButton("Vẫn &ghi nhận", QMessageBox.ButtonRole.AcceptRole)
    back = box.addButton("&Xem lại", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    return wait_for_answer(box) is go
