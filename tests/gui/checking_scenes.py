"""A report with slips in a window that checks it: for what is driven, measured or photographed."""

from dataclasses import replace

from danvan_desktop.checks import Finding
from danvan_desktop.gui.checking.beside import CheckBeside
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Report
from tests.gui.takeback_scenes import with_words

SLIPS = (
    (4, "tham mưu tổng hợp", "tham mư tổng hợp"),
    (5, "168 người", "168  người"),
    (15, "quán triệt đến", "quán tiệt đến"),
    (18, "tuyên truyền với", "tuyên truyền , với"),
    (39, "Công tác tuyên truyền", "Công tác tuyên tryền"),
    (41, "phối hợp chặt chẽ", "phối hợp  chặt chẽ"),
    (50, "Đổi mới nội dung, hình thức tuyên truyền", "Đổi mới nội dung, hình thức tuyên tryền"),
)
"""The block, what stands there, what is typed instead."""


def with_slips(report: Report) -> Report:
    """Our sample as somebody tired has typed it."""
    for block, right, wrong in SLIPS:
        before = report
        report = with_words(report, block, right, wrong)
        if report == before:
            raise LookupError(right)
    return replace(report, id="slips")


def is_checked(window: MainWindow) -> bool:
    """Whether the open report is checked as it stands."""
    return window.checking.findings.is_up_to_date


def open_beside(window: MainWindow) -> CheckBeside:
    """Give the panel's controller."""
    beside = window.checking.beside
    if beside is None:
        raise LookupError("nobody asked for the panel")
    return beside


def found_words(findings: tuple[Finding, ...] | list[Finding]) -> list[str]:
    """Give the words of findings."""
    return [finding.found for finding in findings]
