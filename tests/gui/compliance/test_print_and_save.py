"""The compliance sheet printed and saved as PDF: one or two A4 pages with room for two signatures."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop import exporters
from danvan_desktop.gui.compliance.panel import SheetPanel
from danvan_desktop.gui.compliance.print_and_save import SheetOutput
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.printing import print_job
from danvan_desktop.gui.printing.page_painter import print_report
from danvan_desktop.gui.printing.print_job import set_paper
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.worker.sheet_pdf import sheet_name, sheet_pdf
from danvan_desktop.inspection import inspect
from danvan_desktop.inspection.sheet import ComplianceSheet
from danvan_desktop.inspection.sheet_text import SIGNERS
from danvan_desktop.report.model import Report
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside

TIME = 30_000


@pytest.fixture
def sheet(faulty: Report, tmp_path: Path) -> ComplianceSheet:
    path = tmp_path / "BC-Dan-van-2025-trinh-ky.docx"
    exporters.export(faulty, [path])
    return inspect(path)


def text_of(pdf: Path | bytes) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return pages, " ".join(text.split())


def test_the_printed_sheet_has_three_pages_and_both_names(sheet: ComplianceSheet) -> None:
    pdf, pages = sheet_pdf(sheet)
    count, text = text_of(pdf)
    assert count == len(pages.pages) <= 3
    for name in SIGNERS:
        assert name in text
    assert "PHIẾU KIỂM TRA THỂ THỨC" in text
    assert sheet.source.sha256[:16] in text


def test_a_printer_gets_the_sheet(qapp: object, sheet: ComplianceSheet, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(144)
    set_paper(printer)
    print_report(sheet, printer, lambda *_: None, lambda: False)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert 1 <= len(document) <= 3
    dark = document[0].render(scale=1, grayscale=True).to_pil().histogram()[:100]
    assert sum(dark) > 5_000  # it is full of letters
    document.close()


@pytest.mark.qt_log_ignore("Cannot be used on non-native printers", extend=True)  # Windows without a printer
def test_the_system_is_asked_before_anything_is_printed(
    window: MainWindow, sheet: ComplianceSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def refuse(dialog: QPrintDialog) -> int:
        titles.append(dialog.windowTitle())
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", refuse)
    panel = SheetPanel(of_report=False, parent=window)
    SheetOutput(panel, window.jobs, window._preferences, window)
    panel.show_sheets((sheet,))
    panel.show()
    panel.print.click()
    assert titles == ["In phiếu kiểm tra thể thức"]
    assert not window.jobs.busy


@pytest.mark.parametrize("typed", ["phieu.pdf", "phieu"])
def test_the_sheet_is_saved_where_the_person_says(
    qtbot: QtBot,
    window: MainWindow,
    sheet: ComplianceSheet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
) -> None:
    proposed: list[str] = []

    def choose(_parent: object, _title: str, path: str, _kinds: str) -> Path:
        proposed.append(Path(path).name)
        return tmp_path / typed

    monkeypatch.setattr(file_dialog, "ask_save", choose)
    panel = SheetPanel(of_report=False, parent=window)
    SheetOutput(panel, window.jobs, window._preferences, window)
    panel.show_sheets((sheet,))
    panel.show()
    panel.save.click()
    qtbot.waitUntil(lambda: "Đã lưu phiếu" in panel.note.text(), timeout=TIME)
    assert proposed == ["BC-Dan-van-2025-trinh-ky-docx-phieu-kiem-tra.pdf"]
    assert "PHIẾU KIỂM TRA" in text_of(tmp_path / "phieu.pdf")[1]


def test_a_folder_that_refuses_is_told(
    qtbot: QtBot, window: MainWindow, sheet: ComplianceSheet, tmp_path: Path
) -> None:
    panel = SheetPanel(of_report=False, parent=window)
    output = SheetOutput(panel, window.jobs, window._preferences, window)
    output.save(sheet, tmp_path / "no" / "such" / "phieu.pdf")
    qtbot.waitUntil(lambda: any(box.isVisible() for box in inside(window, QMessageBox)), timeout=TIME)
    box = next(box for box in inside(window, QMessageBox) if box.isVisible())
    assert "thư mục" in box.text() + box.informativeText()
    box.close()


def test_the_name_says_which_file_was_looked_at(sheet: ComplianceSheet) -> None:
    assert sheet_name(sheet) == "BC-Dan-van-2025-trinh-ky-docx-phieu-kiem-tra.pdf"


def test_without_a_printer_the_sheet_can_be_saved_as_a_pdf(
    qtbot: QtBot, window: MainWindow, sheet: ComplianceSheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(print_job, "has_printer", lambda: False)
    saved = tmp_path / "phieu.pdf"
    monkeypatch.setattr(file_dialog, "ask_save", lambda *_: saved)
    panel = SheetPanel(of_report=False, parent=window)
    output = SheetOutput(panel, window.jobs, window._preferences, window)
    panel.show_sheets((sheet,))

    def save(box: QMessageBox) -> None:
        assert "chưa có máy in" in box.text()
        next(each for each in inside(box, QPushButton) if each.text() == "&Lưu phiếu PDF…").click()

    when_modal(QMessageBox, save)
    output.print(sheet)
    qtbot.waitUntil(saved.exists, timeout=TIME)
    window.jobs.wait()
