"""Printing to a PDF printer: the same pages as the exported PDF's, to the dot."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.exporters import export
from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.printing import print_job
from danvan_desktop.gui.printing.page_painter import chosen_pages, print_report
from danvan_desktop.gui.printing.print_job import PrintJob, new_printer, set_paper
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import documents_folder
from danvan_desktop.gui.startup.translation import VietnameseTranslator
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.lifecycle.filename import proposed_name
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.builders.window import dispose
from tests.gui.modal import when_modal
from tests.gui.visible_texts import english_words, inside, texts

DPI = 144
"""Two dots a point: the edges of dots fall on the printed PDF's own grid."""


@pytest.fixture(scope="module")
def report() -> Report:
    made = samples.report()
    opening = samples.paragraph(33, "Thực hiện công văn, Văn phòng báo cáo như sau: " * 60)
    annexes = (replace(made.annexes[0], orientation="landscape"),)
    return replace(made, opening=(opening,), annexes=annexes)


@pytest.fixture(scope="module")
def exported(report: Report, tmp_path_factory: pytest.TempPathFactory) -> list[Image.Image]:
    path = tmp_path_factory.mktemp("exported") / "bao-cao.pdf"
    export(report, [path])
    return pictures(path)


def pictures(path: Path) -> list[Image.Image]:
    """Draw each page of ``path``, one set across lying on its side."""
    document = pypdfium2.PdfDocument(path)
    drawn = []
    for page in document:
        across = page.get_width() > page.get_height()
        drawn.append(
            page.render(scale=DPI / 72, grayscale=True, rotation=270 if across else 0).to_pil().copy()
        )
    document.close()
    return drawn


@pytest.fixture
def printer(qapp: QApplication, report: Report, tmp_path: Path) -> QPrinter:
    made = new_printer(report)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(DPI)
    set_paper(made)
    return made


def print_now(printer: QPrinter, report: Report) -> list[Image.Image]:
    print_report(report, printer, lambda *_: None, lambda: False)
    return pictures(Path(printer.outputFileName()))


def assert_same(one: Image.Image, other: Image.Image) -> None:
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    size = min(one.width, other.width), min(one.height, other.height)
    difference = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    histogram = difference.histogram()
    assert sum(histogram[64:]) == 0, f"{sum(histogram[64:])} dots differ much"


def test_the_printed_pages_are_those_of_the_pdf(
    printer: QPrinter, report: Report, exported: list[Image.Image]
) -> None:
    printed = print_now(printer, report)
    assert len(printed) == len(exported) >= 3
    for one, other in zip(printed, exported, strict=True):
        assert_same(one, other)


def test_the_comparison_notices_a_page_moved_by_two_dots(exported: list[Image.Image]) -> None:
    with pytest.raises(AssertionError):
        assert_same(exported[0], ImageChops.offset(exported[0], 2, 0))


def test_chosen_pages_and_copies_are_printed(
    printer: QPrinter, report: Report, exported: list[Image.Image]
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    printer.setCopyCount(2)
    printed = print_now(printer, report)
    assert len(printed) == 2
    for page in printed:
        assert_same(page, exported[1])


def test_ranges_order_and_nonsense(printer: QPrinter) -> None:
    assert chosen_pages(printer, 3) == [0, 1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3,5-9"))
    assert chosen_pages(printer, 6) == [0, 2, 4, 5]
    printer.setPageRanges(QPageRanges.fromString("8-9"))
    with pytest.raises(UserError, match="6 trang"):
        chosen_pages(printer, 6)


def test_a_fine_printer_gets_black_and_white_in_bands(printer: QPrinter, report: Report) -> None:
    printer.setResolution(600)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    print_report(report, printer, lambda *_: None, lambda: False)
    document = pypdfium2.PdfDocument(printer.outputFileName())
    images = list(document[0].get_objects(filter=[3]))
    assert len(images) == 7  # 7016 rows of dots
    assert {image.get_metadata().bits_per_pixel for image in images} == {1}
    document.close()


def test_the_urgency_stamp_is_printed_red(printer: QPrinter, report: Report) -> None:
    urgent = replace(report, marks=replace(report.marks, urgency="HỎA TỐC"))
    print_report(urgent, printer, lambda *_: None, lambda: False)
    document = pypdfium2.PdfDocument(printer.outputFileName())
    first, second = (document[page].render(scale=1).to_pil().convert("RGB") for page in (0, 1))
    document.close()
    assert _reds(first) > 50
    assert _reds(second) == 0


def _reds(page: Image.Image) -> int:
    red, green, _ = page.split()
    both = ImageChops.multiply(red, ImageChops.invert(green))
    return sum(both.histogram()[128:])


def test_a_fine_printer_gets_colours_only_where_they_are(printer: QPrinter, report: Report) -> None:
    printer.setResolution(600)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    urgent = replace(report, marks=replace(report.marks, urgency="HỎA TỐC"))
    print_report(urgent, printer, lambda *_: None, lambda: False)
    document = pypdfium2.PdfDocument(printer.outputFileName())
    depths = [image.get_metadata().bits_per_pixel for image in document[0].get_objects(filter=[3])]
    document.close()
    assert len(depths) == 7
    assert set(depths) == {1, 24}
    assert depths.count(24) <= 2  # the stamp may lie across the end of a band


def test_stopping_prints_no_further_page(printer: QPrinter, report: Report) -> None:
    begun: list[int] = []
    print_report(report, printer, lambda done, _: begun.append(done), lambda: len(begun) > 1)
    assert begun == [0, 1]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said_in_one_line(
    printer: QPrinter, report: Report, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(UserError, match="Máy in không nhận"):
        print_report(report, printer, lambda *_: None, lambda: False)


def test_the_job_runs_in_a_thread_and_tells_how_far_it_is(
    qtbot: QtBot, window: MainWindow, printer: QPrinter, report: Report
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 3)
    job = PrintJob(printer, report, window)
    labels: list[str] = []
    told: list[str] = []
    job.notice.connect(told.append)
    job._progress.connect(lambda *_: labels.append(job.dialog.labelText()))
    with qtbot.waitSignal(job.done, timeout=20_000):
        job.start(window.jobs)
    assert Path(printer.outputFileName()).stat().st_size > 10_000
    assert "Đang in trang 1/3…" in labels
    assert told == [f"Đã in vào tệp: {printer.outputFileName()}"]


@pytest.mark.qt_log_ignore("Cannot be used on non-native printers", extend=True)  # Windows without a printer
def test_after_printing_to_a_file_the_banner_says_where_it_is(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    report: Report,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "bao-cao.pdf"

    def to_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        dialog.printer().setResolution(DPI)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    window.open_draft(store.create(report))
    window.commands.print.trigger()
    qtbot.waitUntil(lambda: str(file) in window.banner.label.text(), timeout=20_000)
    exported = tmp_path / "xuat.pdf"
    opened_report = window.session.current()
    assert opened_report is not None
    export(opened_report, [exported])
    assert file.read_bytes() == exported.read_bytes(), "text and tags, and no pictures of pages"


def choose_second(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)


def choose_reversed(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)


def choose_copies(printer: QPrinter) -> None:
    printer.setCopyCount(3)


def choose_ranges(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3"))


@pytest.mark.parametrize(
    ("choose", "pages"),
    [(choose_second, [1]), (choose_reversed, None), (choose_copies, None), (choose_ranges, [0, 2])],
)
def test_whatever_was_chosen_a_file_is_the_exported_pdf(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, choose: Callable[[QPrinter], None], pages: list[int] | None,
) -> None:  # fmt: skip
    file, exported = tmp_path / "in.pdf", tmp_path / "xuat.pdf"

    def to_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        choose(dialog.printer())
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    window.open_draft(store.create(report))
    window.commands.print.trigger()
    qtbot.waitUntil(lambda: str(file) in window.banner.label.text(), timeout=20_000)
    opened_report = window.session.current()
    assert opened_report is not None
    export(opened_report, [exported])
    whole, printed = text_of(exported), text_of(file)
    assert printed == (whole if pages is None else [whole[page] for page in pages])
    assert b"StructTreeRoot" in file.read_bytes()
    if pages is None:
        assert file.read_bytes() == exported.read_bytes()


def text_of(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("agreed", [True, False])
def test_a_printer_that_makes_a_pdf_gives_the_exported_one_in_documents(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, agreed: bool,
) -> None:  # fmt: skip
    proposed: list[str] = []
    file = tmp_path / "bao-cao"

    def ask(_: object, __: str, start: str, ___: str) -> Path | None:
        proposed.append(start)
        return file if agreed else None

    monkeypatch.setattr(QPrinter, "printerName", lambda _: "Microsoft Print to PDF")
    monkeypatch.setattr(QPrinter, "outputFileName", lambda _: "")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 1)
    monkeypatch.setattr(file_dialog, "ask_save", ask)
    monkeypatch.setattr(print_job, "print_report", lambda *_: pytest.fail("painted"))
    window.open_draft(store.create(report))
    window.commands.print.trigger()
    assert proposed == [str(Path(documents_folder()) / f"{proposed_name(report)}.pdf")]
    if agreed:
        written = tmp_path / "bao-cao.pdf"
        qtbot.waitUntil(lambda: str(written) in window.banner.label.text(), timeout=20_000)
        assert written.read_bytes().startswith(b"%PDF")
        assert written.stat().st_size < 300_000
    else:
        assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(
    ("name", "pages", "makes"),
    [
        ("Microsoft Print to PDF", QPrinter.PrintRange.AllPages, True),
        ("PDFCreator", QPrinter.PrintRange.AllPages, True),
        ("Microsoft Print to PDF", QPrinter.PrintRange.PageRange, True),
        ("HP LaserJet 1020", QPrinter.PrintRange.AllPages, False),
    ],
)
def test_printers_that_make_a_pdf_are_known_by_their_names(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch, name: str, pages: QPrinter.PrintRange, makes: bool
) -> None:
    monkeypatch.setattr(QPrinter, "printerName", lambda _: name)
    printer.setOutputFileName("")
    printer.setPrintRange(pages)
    assert print_job.makes_pdf(printer) is makes


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own")
def test_the_dialog_proposes_a_file_in_documents(
    window: MainWindow, store: Store, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def look(dialog: QPrintDialog) -> int:
        dialog.show()
        proposed.extend(each.text() for each in inside(dialog, QLineEdit) if each.objectName() == "filename")
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", look)
    window.open_draft(store.create(report))
    window.commands.print.trigger()
    assert proposed == [str(Path(documents_folder()) / f"{proposed_name(report)}.pdf")]


def test_ctrl_p_asks_the_system_and_prints_what_was_chosen(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(report: Report, jobs: Jobs, parent: object, said: object, *_: object) -> None:
        asked.append(report.subject)

    monkeypatch.setattr("danvan_desktop.gui.printing.print_job.ask_and_print", ask)
    assert not window.commands.print.isEnabled()
    window.open_draft(store.create(report))
    QTimer.singleShot(0, window.commands.print.trigger)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [report.subject]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own")
def test_the_dialog_speaks_vietnamese(
    qapp: QApplication, report: Report, translator: VietnameseTranslator
) -> None:
    printer = new_printer(report)  # the dialog does not keep it
    dialog = QPrintDialog(printer)
    translator.missing.clear()
    dialog.show()
    properties = next(button for button in inside(dialog, QPushButton) if button.objectName() == "properties")
    said: list[tuple[str, str]] = []

    def look() -> None:
        shown = next(each for each in inside(dialog, QDialog) if each.isVisible())
        said.extend(texts(shown))
        shown.close()

    QTimer.singleShot(0, look)
    properties.click()
    said += texts(dialog)
    dispose(dialog)
    assert len(said) > 60
    assert {text for _, text in said if english_words(text)} == set()
    assert {each for each in translator.missing if each[0].startswith(("QP", "QCups"))} == set()


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the printers of a Windows PC: none, until a test adds one."""
    names: list[str] = []
    monkeypatch.setattr(print_job, "_ON_WINDOWS", True)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: names)
    return names


def press(label: str, told: list[str]) -> None:
    """Press the button ``label`` of the message box that opens next; what it says goes to ``told``."""

    def act(box: QMessageBox) -> None:
        told.append(box.text())
        assert english_words(box.text() + box.informativeText()) == []
        next(button for button in inside(box, QPushButton) if button.text() == label).click()

    when_modal(QMessageBox, act)


def test_without_a_printer_a_sentence_leads_to_the_pdf(
    qtbot: QtBot, opened: MainWindow, printers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened._preferences.keep(export_pdf=False)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: pytest.fail("the dialog would do nothing"))
    told: list[str] = []
    ticked: list[bool] = []

    def look(dialog: ExportDialog) -> None:
        ticked.append(dialog.target.pdf.isChecked())
        dialog.reject()

    def after_the_question(box: QMessageBox) -> None:
        told.append(box.text())
        when_modal(ExportDialog, look)
        next(each for each in inside(box, QPushButton) if each.text() == "&Xuất tệp PDF…").click()

    when_modal(QMessageBox, after_the_question)
    opened.commands.print.trigger()
    assert (ticked, len(told)) == ([True], 1)
    assert "chưa có máy in" in told[0]


@pytest.mark.qt_log_ignore("Cannot be used on non-native printers", extend=True)  # Windows without a printer
def test_a_printer_that_was_switched_on_meanwhile_is_used(
    opened: MainWindow, printers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QPrintDialog] = []

    def exec_(dialog: QPrintDialog) -> int:
        shown.append(dialog)
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", exec_)
    told: list[str] = []

    def switch_on(box: QMessageBox) -> None:
        told.append(box.text())
        printers.append("HP LaserJet")
        next(each for each in inside(box, QPushButton) if each.text() == "&Thử in lại").click()

    when_modal(QMessageBox, switch_on)
    opened.commands.print.trigger()
    assert (len(told), len(shown)) == (1, 1)
    opened.commands.print.trigger()
    assert (len(told), len(shown)) == (1, 2)


def test_without_a_printer_nothing_is_done_where_nothing_is_wanted(
    opened: MainWindow, printers: list[str]
) -> None:
    told: list[str] = []
    press("Thôi", told)
    opened.commands.print.trigger()
    assert len(told) == 1


def test_a_linux_without_printers_can_print_to_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(print_job, "_ON_WINDOWS", False)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert print_job.has_printer()
