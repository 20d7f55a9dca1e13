"""A report with slips in a window that checks it: for what is driven, measured or photographed."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QMenu

from danvan_desktop.checks import Finding, check, citations, standing_citations
from danvan_desktop.gui.checking.beside import CheckBeside
from danvan_desktop.gui.checking.citations_dialog import CitationsDialog
from danvan_desktop.gui.checking.safe_fixes_dialog import SafeFixesDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.context_menu import context_menu
from danvan_desktop.report.find.tab_titles import tab_titles
from danvan_desktop.report.model import Report
from tests.builders.example_reports import example_report
from tests.gui.takeback_scenes import wait_until, with_words

SLIPS = (
    (4, "tham mưu tổng hợp", "tham mư tổng hợp"),
    (5, "168 người", "168  người"),
    (9, "% số người", "% so người"),
    (15, "quán triệt đến", "quán tiệt đến"),
    (18, "tuyên truyền với", "tuyên truyền , với"),
    (39, "Công tác tuyên truyền", "Công tác tuyên tryền"),
    (41, "phối hợp chặt chẽ", "phối hợp  chặt chẽ"),
    (50, "Đổi mới nội dung, hình thức tuyên truyền", "Đổi mới nội dung, hình thức tuyên tryền"),
)
"""The block, what stands there, what is typed instead."""


CITED_IN_FULL = (
    "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về tiếp tục đổi mới công tác dân vận"
)
CITING = (
    "# KẾT QUẢ THỰC HIỆN\n"
    "Thực hiện Chỉ thị số 33/CT-TTg của Thủ tướng Chính phủ, Văn phòng đã triển khai.\n"
    "Văn phòng ban hành Kế hoạch số 18/KH-VP ngày 20/01/2025 về công tác dân vận năm 2025.\n"
    "Theo Công văn số 4378/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ, Chỉ thị số 33/CT-TTg được quán triệt."
)
"""Three documents: one that an earlier report has in full, one in full here, one nobody knows more of."""


def with_slips(report: Report) -> Report:
    """Our sample as somebody tired has typed it."""
    for block, right, wrong in SLIPS:
        before = report
        report = with_words(report, block, right, wrong)
        if report == before:
            raise LookupError(right)
    return replace(report, id="slips")


def check_panels(window: MainWindow) -> Iterator[str]:
    """Show the panel "Soát lỗi" over the open report, with slips; yields a name when it looks otherwise.

    By tab; by rule, the doubtful ones too; with nothing to show.
    """
    opened, toggle = window.workspace.opened, window.workspace.editor_actions.toggle_check
    report = opened.report()
    for block, right, wrong in SLIPS:
        report = with_words(report, block, right, wrong)
    opened.restore(report)
    toggle.trigger()
    wait_until(lambda: is_checked(window))
    beside = open_beside(window)
    beside.go_on(1)
    yield "soat-loi"
    beside.panel.order.setCurrentIndex(1)
    beside.panel.levels["doubtful"].setChecked(True)
    beside.panel.list.choose(next(each for each in beside.shown() if each.found == "tryền"))
    yield "soat-loi-theo-loai"
    for action in beside.panel.levels.values():
        action.setChecked(False)
    yield "soat-loi-an"
    toggle.setChecked(False)


def checking_dialogs(window: MainWindow, sample: Report) -> Iterator[QDialog]:
    """Give the preview of safe fixes, and the register of citations: of some documents and of none."""
    slips = with_slips(sample)
    yield SafeFixesDialog([each for each in check(slips) if each.safe], slips, window)
    cited, last_year = example_report(CITING), replace(example_report(f"Theo {CITED_IN_FULL}."), year=2024)
    found = check(cited, known=standing_citations([last_year]))
    yield CitationsDialog(citations(cited), found, tab_titles(cited), window)
    yield CitationsDialog((), (), {}, window)


def menu_on_word(window: MainWindow, words: str) -> QMenu:
    """Build the menu that a click on the first ``words`` of the page that is shown opens; it is not shown."""
    page = window.workspace.current_text_page()
    if page is None:
        raise LookupError("no text is shown")
    editor = page.editor
    cursor = editor.document().find(words)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    inside = QTextCursor(cursor)
    inside.setPosition(cursor.selectionStart() + 1)
    menu = context_menu(window.workspace.editor_actions, editor, window)
    at = editor.viewport().mapToGlobal(editor.cursorRect(inside).center())
    window.workspace.menu_wanted.emit(menu, editor, at)
    return menu


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
