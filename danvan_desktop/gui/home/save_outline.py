"""Command "Lưu làm đề cương…": saves a report as an outline of the office."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.widgets.ask_name import asked_name
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.report.lifecycle.own_outlines.outline_files import OwnOutlines
from danvan_desktop.report.lifecycle.own_outlines.outline_of_report import outline_of
from danvan_desktop.report.model import Report

_TITLE = "Lưu làm đề cương"
_ASKED = (
    "Tên đề cương (mục, đề mục và câu mở đầu, kết thúc được giữ, năm tự đổi; nội dung thành gợi ý, "
    "số liệu để trống):"
)


def save_outline(report: Report, data_dir: Path, window: QWidget) -> str:
    """Ask for a name and save ``report`` as an outline; return a notice, "" if it was not saved."""
    own = OwnOutlines(data_dir)
    try:
        outline_of(report, "", "")  # before a name is asked for in vain
        name = asked_name(_TITLE, _ASKED, _proposed(report), window)
        if not name:
            return ""
        own.keep(outline_of(report, name, own.free_id(name)))
    except UserError as error:
        show_problem("Chưa lưu được đề cương", error.message, window)
        return ""
    return f"Đã lưu đề cương “{name}”. Từ nay đề cương này có ở “Báo cáo mới theo đề cương mẫu”."


def _proposed(report: Report) -> str:
    """Name an outline after the trích yếu, without the year."""
    subject = report.subject.removesuffix(f" năm {report.year}").strip()
    return f"{report.kind.capitalize()} {subject[:1].lower()}{subject[1:]}".strip()
