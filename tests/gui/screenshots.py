"""Pictures of every page and dialog as large as the screen, and of the pages of both exported files.

``python -m tests.gui.screenshots FOLDER [--scheme dark] [--small FOLDER]``; the README shows some of them.
They are made from our own sample, with fixed dates, in a folder that is thrown away.
"""

import argparse
import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from unittest import mock

import pypdfium2
from PIL import Image
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from danvan_desktop.checks import check
from danvan_desktop.fonts import find_fonts
from danvan_desktop.gui.application import make_application
from danvan_desktop.gui.backup.backup_form import BackupForm
from danvan_desktop.gui.checking.safe_fixes_dialog import SafeFixesDialog
from danvan_desktop.gui.compliance.panel import SheetPanel
from danvan_desktop.gui.editor.paragraphs.block_metadata import block_ids, change_metadata
from danvan_desktop.gui.editor.tables.columns_dialog import ColumnsDialog
from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.help.about import about_box, keys_dialog
from danvan_desktop.gui.help.pictures import NAMES, SHOWN, file_name
from danvan_desktop.gui.help.window import HelpWindow
from danvan_desktop.gui.history.name_dialog import NameDialog
from danvan_desktop.gui.home import home
from danvan_desktop.gui.home.choose_report_dialog import ChooseReportDialog
from danvan_desktop.gui.home.drop_zone import DropZone
from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
from danvan_desktop.gui.home.paste_report_dialog import PasteReportDialog
from danvan_desktop.gui.importing.import_questions import other_kind_box
from danvan_desktop.gui.importing.year_dialog import YearDialog
from danvan_desktop.gui.issuing.amend_issue_dialog import AmendIssueDialog
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.issuing.request_letter_dialog import RequestLetterDialog
from danvan_desktop.gui.issuing.withdraw_issue_dialog import WithdrawIssueDialog
from danvan_desktop.gui.look.scheme import choose
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.offices_dialog import OfficesDialog
from danvan_desktop.gui.presentation.fit_dialog import FitDialog
from danvan_desktop.gui.presentation.presentation_dialog import PresentationDialog
from danvan_desktop.gui.rescue.old_data_dialog import OldDataDialog
from danvan_desktop.gui.services import clock
from danvan_desktop.gui.session import saver
from danvan_desktop.gui.startup import crash, translation
from danvan_desktop.gui.takeback.contributions.ask_dialog import AskDialog
from danvan_desktop.gui.takeback.contributions.list_dialog import ContributionsDialog
from danvan_desktop.gui.workspace.commands.annex_dialog import AnnexDialog
from danvan_desktop.gui.workspace.find.find_bar import FindBar
from danvan_desktop.gui.workspace.find.marked_hits_box import MarkedHitsBox
from danvan_desktop.gui.workspace.notes.remark_dialog import RemarkDialog
from danvan_desktop.layout.fit_to_pages import fitting
from danvan_desktop.paths import resource
from danvan_desktop.report.annexes.forms import annex_forms, new_annex
from danvan_desktop.report.annexes.totals import recompute
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.lifecycle.filename import Paper
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.own_outlines.outline_files import OwnOutlines
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import (
    Cell,
    ImportNote,
    Margins,
    PartialDate,
    Report,
    Run,
    Settings,
    State,
    Table,
)
from danvan_desktop.report.office.office import office_of
from danvan_desktop.store.backup.backup import Backup
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.builders.libreoffice import program, to_pdf
from tests.builders.window import make_window
from tests.gui.checking_scenes import check_panels, menu_on_word
from tests.gui.fault_scenes import fault_dialogs, fault_states, read_only_window
from tests.gui.history_scenes import history_panels
from tests.gui.scenes import TODAY, asked_of_departments, marked_hits, old_word_question, remarked
from tests.gui.takeback_scenes import take_back_panels
from tests.gui.visible_texts import inside

REPORTS = Path(tempfile.gettempdir(), "Báo cáo 2025")
"""Where the exported files lie, as a picture shows it; nothing else may be there."""
MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))
SHELF: tuple[tuple[str, int, State], ...] = (
    ("Sơ kết công tác Dân vận 6 tháng đầu năm 2025", 2025, "issued"),
    ("Kết quả thực hiện Quy chế dân chủ ở cơ sở năm 2025", 2025, "consulting"),
    ("Tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2021 - 2025", 2025, "for_signing"),
    ("Kết quả thực hiện công tác Dân vận năm 2024", 2024, "issued"),
)
NOTES = (
    ImportNote("number", "Số mục “I-” được ghi là “I.” theo Nghị định 30/2020/NĐ-CP.", ""),
    ImportNote("dropped", "Dòng “3” giữa hai đoạn là số trang của bản cũ, không đưa vào báo cáo.", ""),
    ImportNote("unknown", "Chưa biết: số và ngày ban hành. Hãy bổ sung ở thẻ Thông tin chung.", ""),
)
TABS = (
    "thong-tin-chung",
    "mo-dau",
    "tinh-hinh",
    "soan-bao-cao",
    "danh-gia",
    "nhiem-vu",
    "ket-thuc",
    "noi-nhan-va-ky",
    "phu-luc",
)


class Camera:
    """Takes pictures into a folder."""

    def __init__(self, folder: Path) -> None:
        """Make the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def take(self, widget: QWidget, name: str) -> None:
        """Show ``widget``, let it settle, and keep its picture."""
        widget.show()
        rest(150)
        path = self._folder / f"{name}.png"
        widget.grab().save(str(path))
        # A third of the size; the eye sees no difference.
        Image.open(path).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)

    def keep_small(self, name: str, path: Path) -> None:
        """Keep the picture ``name`` once more at ``path``, as small as "Giới thiệu" needs it."""
        size = (2 * SHOWN.width(), 2 * SHOWN.height())
        picture = (
            Image.open(self._folder / f"{name}.png").convert("RGB").resize(size, Image.Resampling.LANCZOS)
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)

    def take_dialog(self, dialog: QWidget, name: str) -> None:
        """Take a picture of ``dialog`` and close it."""
        self.take(dialog, name)
        dialog.close()

    def take_pages(self, pdf: Path, name: str) -> None:
        """Keep a picture of each page."""
        document = pypdfium2.PdfDocument(pdf)
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=1.25).to_pil().quantize(16)
            picture.save(self._folder / f"{name}-{number}.png", optimize=True)
        document.close()


def rest(milliseconds: int) -> None:
    """Let the window and its threads work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take_first_page(window: MainWindow, store: Store, sample: Report, camera: Camera) -> None:
    """Take the list, empty and full."""
    camera.take(window, "trang-dau-trong")
    fill_shelf(store, sample)
    window.start_page.refresh()
    camera.take(window, "trang-dau")
    window.start_page.search.setText("không có gì như vậy")
    rest(400)
    camera.take(window, "trang-dau-khong-thay")
    window.start_page.search.clear()
    zone = DropZone(window)
    zone.cover(window.rect())
    camera.take(window, "keo-tep")
    zone.cover(window.rect(), "")
    camera.take(window, "keo-tep-vao-bao-cao")
    zone.hide()
    gone = store.create(replace(sample, subject="Bản thử", id="gone"))
    store.delete(gone.id)
    window.home.show_page(home.BIN)
    camera.take(window, "da-xoa")
    store.keep_offices((office_of(sample),))
    window.home.show_page(home.OFFICES)
    camera.take(window, "trang-co-quan")
    store.keep_offices(())
    window.home.show_page(home.REPORTS)


def fill_shelf(store: Store, sample: Report) -> None:
    """Put reports of two years into the list, in every state, one of them begun from last year's."""
    for days, (subject, year, state) in enumerate(SHELF, start=1):
        moment = MOMENT - timedelta(days=31 * days, minutes=77 * days)
        shown = replace(sample, subject=subject, year=year, modified=moment, request=None)
        if state == "issued":
            ready = replace(shown, state="for_signing")
            shown = issue(ready, str(45 + days), PartialDate(year, 7, 2 * days), moment, "ky.pdf")
        store.create(replace(shown, state=state))
    store.create(sample)


def take_dialogs(window: MainWindow, store: Store, sample: Report, camera: Camera) -> None:
    """Take every dialog of the shell."""
    camera.take_dialog(NewReportDialog(OwnOutlines(window.folder), MOMENT.year, (), window), "bao-cao-moi")
    camera.take_dialog(PasteReportDialog(window), "dan-toan-van")
    submission = replace(sample, kind="TỜ TRÌNH")
    camera.take_dialog(other_kind_box(submission, window)[0], "khong-phai-bao-cao")
    camera.take_dialog(old_word_question().box(window)[0], "tep-word-kieu-cu")
    camera.take_dialog(YearDialog(sample.subject, MOMENT.year, window), "nam-cua-bao-cao")
    camera.take_dialog(RemarkDialog("chờ số liệu của Trung tâm", window), "ghi-viec-con-thieu")
    camera.take_dialog(ChooseReportDialog(store.drafts(), MOMENT.year + 1, window), "tu-nam-truoc")
    camera.take_dialog(RequestLetterDialog(sample, MOMENT.date(), window), "yeu-cau-bao-cao")
    camera.take_dialog(IssueDialog(sample, MOMENT.date(), window), "da-ban-hanh")
    issued = issue(sample, "45", PartialDate(2025, 11, 20), MOMENT)
    camera.take_dialog(AmendIssueDialog(issued, MOMENT.date(), window), "sua-so-ngay")
    camera.take_dialog(WithdrawIssueDialog(issued, window), "bo-ghi-nhan")
    camera.take_dialog(PresentationDialog(sample, window), "cach-trinh-bay")
    camera.take_dialog(HelpWindow("tu-nam-truoc", window), "huong-dan")
    for page, name in enumerate(("co-quan", "nguoi-ky", "trinh-bay")):
        offices = OfficesDialog((office_of(sample),), 0, window)
        offices.content.form.setCurrentIndex(page)
        camera.take_dialog(offices, name)
    new = next_year(sample, MOMENT.year + 1, MOMENT, "new")
    papers: tuple[tuple[Paper, str], ...] = (("signing", "xuat-trinh-ky"), ("draft", "xuat-du-thao"))
    for paper, name in papers:
        asked = ExportDialog(new, window.jobs, window._preferences, window, paper)
        asked.target.folder.setText(str(REPORTS.with_name(f"Báo cáo {new.year}")))
        camera.take_dialog(asked, name)
    take_copies(window, store, camera)
    camera.take_dialog(NameDialog("", window), "dat-ten-cho-ban")
    camera.take_dialog(about_box(Path("…") / "DanvanDesktop", window), "gioi-thieu")
    camera.take_dialog(crash.message_box(ValueError(), saved=True, parent=window), "loi")
    dialog = ExportDialog(sample, window.jobs, window._preferences, window, "signing")
    dialog.target.folder.setText(str(REPORTS))
    camera.take(dialog, "xuat")
    dialog.go.click()
    while not dialog.files:
        rest(100)
    camera.take_dialog(dialog, "da-xuat")
    window.compliance.show_file(dialog.files[-1])
    of_file = window.compliance.file_dialog
    if of_file is not None:
        wait_for(of_file.panel)
        camera.take_dialog(of_file, "kiem-tra-tep")


def take_copies(window: MainWindow, store: Store, camera: Camera) -> None:
    """Take the screen of the copies, as it is after some weeks with a stick."""
    backup = Backup(store.file)
    made = backup.round(None, asked=True).made
    if made is None:
        raise LookupError("no copy was made")
    place = Path("E:/Sao lưu")
    os.utime(made, (MOMENT.timestamp(),) * 2)
    for days in (0, 1, 2, 5, 6, 7, 8, 15, 22, 29, 55, 85):
        moment = MOMENT - timedelta(days=days)
        copy = made.with_name(f"drafts-{moment:%Y%m%d}.sqlite3")
        shutil.copyfile(made, copy)
        os.utime(copy, (moment.timestamp(),) * 2)
    window.home.show_page(home.BACKUPS)
    (form,) = inside(window.home, BackupForm)
    form.show_place(place, "Có 13 bản sao ở đó.")
    form.show_message("Đã sao lưu 5 báo cáo. Đã chép 1 bản sao sang nơi thứ hai.")
    rest(1500)
    camera.take(window, "sao-luu")
    window.home.show_page(home.REPORTS)
    restoring = OldDataDialog(made, (), window)
    restoring.show()
    rest(1500)
    camera.take_dialog(restoring, "khoi-phuc")
    shutil.rmtree(backup.folder)


def take_fitting(window: MainWindow, sample: Report, camera: Camera) -> None:
    """Take what is offered when the signing block stands on a page of its own."""
    loose = Settings(14, 10, 6, 17, Margins(25, 25, 35, 20))
    settings = (replace(loose, space_before_pt=6 + step / 4) for step in range(40))
    reports = (replace(sample, settings=each) for each in settings)
    slipped = next(report for report in reports if fitting(report, find_fonts()).slipped)
    dialog = FitDialog(slipped, window.jobs, window)
    while not dialog.ways:
        rest(100)
    camera.take_dialog(dialog, "thu-gon")


def take_annex(window: MainWindow, store: Store, sample: Report, camera: Camera) -> None:
    """Take a table of points that does not add up, and what is asked of its columns."""
    ids = count(sample.next_id)
    form = next(form for form in annex_forms() if form.full_marks is not None)
    annex = new_annex(form, sample.year, ids.__next__)
    table = next(block for block in annex.blocks if isinstance(block, Table))
    row = list(table.rows[2])
    row[3] = Cell(((Run("7"),),))
    table = replace(table, rows=(*table.rows[:2], tuple(row), *table.rows[3:]))
    annex = recompute(replace(annex, blocks=(table, *annex.blocks[1:])))
    draft = store.create(replace(sample, annexes=(annex,), next_id=next(ids)))
    window.open_draft(draft)
    window.workspace.tab_strip.setCurrentIndex(TABS.index("phu-luc"))
    rest(600)
    camera.take(window, "bang-diem")
    camera.take_dialog(ColumnsDialog(table, window), "cot-bang")
    camera.take_dialog(AnnexDialog(annex_forms(), window, Path("annex-forms")), "them-phu-luc")
    window.leave_report("taken")
    store.delete(draft.id)


def take_check(window: MainWindow, camera: Camera) -> None:
    """Take the panel "Soát lỗi", the menu on a marked word, the preview of fixes, the words of the office."""
    for name in check_panels(window):
        rest(600)
        camera.take(window, name)
        if name == "soat-loi":
            menu = menu_on_word(window, "mư")
            menu.popup(window.mapToGlobal(QPoint(640, 240)))
            rest(300)
            camera.take_dialog(menu, "soat-loi-bang-chon")
            menu.close()
    report = window.workspace.opened.report()
    safe = [finding for finding in check(report) if finding.safe]
    camera.take_dialog(SafeFixesDialog(safe, report, window), "soat-loi-xem-truoc")
    office = replace(office_of(report), words=("Pờ Sì Ngài", "Bản Phố"))
    dialog = OfficesDialog([office], 0, window)
    dialog.content.form.show_words()
    camera.take_dialog(dialog, "soat-loi-tu-ngu")


def take_tabs(window: MainWindow, store: Store, camera: Camera) -> None:
    """Take every tab of the sample."""
    draft = next(draft for draft in store.drafts() if draft.subject not in {row[0] for row in SHELF})
    window.open_draft(draft)
    rest(2500)
    strip = window.workspace.tab_strip
    for index, name in enumerate(TABS):
        strip.setCurrentIndex(index)
        camera.take(window, name)
    strip.setCurrentIndex(TABS.index("soan-bao-cao"))
    window.workspace.editor_actions.toggle_preview.trigger()
    rest(2500)
    camera.take(window, "xem-trang-in")
    window.workspace.editor_actions.toggle_preview.trigger()
    take_sheet(window, camera)
    for name in history_panels(window, store, MOMENT, Path("BC-2025.docx")):
        if name == "lich-su-ban-3":
            camera.take(window, "lich-su-sua-doi")
    window.commands.history.setChecked(False)
    report = window.workspace.opened.report()
    asked = AskDialog(report, MOMENT.date(), ("Phòng Tổng hợp",), report.sections[1].id, window)
    camera.take_dialog(asked, "gui-phong-viet")
    camera.take_dialog(ContributionsDialog(asked_of_departments(), TODAY, window), "cac-phan-da-gui")
    for name in take_back_panels(window, store, window.folder):
        camera.take(window, name)
    take_check(window, camera)
    camera.take_dialog(keys_dialog(window.menus.every_action(), window), "phim-tat")


def take_next_year(window: MainWindow, store: Store, sample: Report, camera: Camera) -> None:
    """Take next year's report as it begins: what is to be looked at, and last year's tasks beside it."""
    draft = store.create(next_year(sample, MOMENT.year + 1, MOMENT, "new"))
    window.open_draft(draft)
    window.workspace.tab_strip.setCurrentIndex(TABS.index("soan-bao-cao"))
    actions = window.workspace.editor_actions
    for _ in range(4):
        actions.next_open.trigger()
    rest(600)
    camera.take(window, "ra-soat")
    take_notes(window, camera)
    take_editor_states(window, camera)
    take_finding(window, camera)
    while actions.next_open.isEnabled():
        actions.next_open.trigger()
        actions.confirm_paragraph.trigger()
    camera.take(window, "ra-soat-xong")
    window.leave_report("taken")
    store.delete(draft.id)


def take_editor_states(window: MainWindow, camera: Camera) -> None:
    """Take the editor in a narrow window, with large letters, and with a section under way in the outline."""
    shown = window.size()
    window.resize(880, shown.height())
    rest(300)
    camera.take(window, "cua-so-hep")
    window.resize(shown)
    actions = window.workspace.editor_actions
    for _ in range(3):
        actions.zoom_in.trigger()
    camera.take(window, "chu-to")
    actions.zoom_reset.trigger()
    outline = window.workspace.outline
    view, (here, there) = outline.viewport(), (outline.visualRect(outline.index_of(at)) for at in (8, 3))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=here.center())
    QTest.mouseMove(view, here.center() - QPoint(0, 30))
    QTest.mouseMove(view, there.topLeft() + QPoint(60, 2))
    camera.take(window, "chuyen-khoan")
    QTest.keyClick(outline, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there.center())


def take_dark(window: MainWindow, store: Store, camera: Camera) -> None:
    """Take the two pages that the README shows in the dark."""
    application = make_application()
    choose(application, "dark")
    camera.take(window, "trang-dau-toi")
    window.open_draft(next(iter(store.drafts())))
    window.workspace.tab_strip.setCurrentIndex(TABS.index("soan-bao-cao"))
    rest(1500)
    camera.take(window, "soan-bao-cao-toi")
    window.leave_report("taken")
    choose(application, "light")


def keep_small(camera: Camera, folder: Path) -> None:
    """Keep the pictures that the program shows of itself, light and dark."""
    for name, taken in zip(NAMES, ("trang-dau", "soan-bao-cao"), strict=True):
        camera.keep_small(taken, folder / file_name(name, dark=False))
        camera.keep_small(f"{taken}-toi", folder / file_name(name, dark=True))


def take_notes(window: MainWindow, camera: Camera) -> None:
    """Take the panel of what is still missing, and that of an import's notes."""
    workspace = window.workspace
    text = workspace.current_text_page()
    if text is not None:
        change_metadata(text.editor, {block_ids(text.editor)[0]: remarked})
    workspace.refresh()
    workspace.editor_actions.show_notes.trigger()
    camera.take(window, "viec-con-thieu")
    window.importing.show_notes(replace(workspace.opened.report(), import_notes=NOTES))
    camera.take(window, "can-xem-lai")
    workspace.editor_actions.show_notes.setChecked(False)


def take_finding(window: MainWindow, camera: Camera) -> None:
    """Take the find bar with its list, then what is asked before words to be reviewed are replaced."""
    actions, strip = window.workspace.editor_actions, window.workspace.tab_strip
    strip.setCurrentIndex(TABS.index("soan-bao-cao"))
    actions.find.trigger()
    (bar,) = inside(window, FindBar)
    bar.words.setText("dan van")
    rest(500)
    camera.take(window, "tim")
    actions.replace.trigger()
    bar.words.setText("Văn phòng")
    bar.replacement.setText("Văn phòng Tỉnh ủy")
    rest(500)
    bar.replace_all.click()
    rest(500)
    camera.take(window, "thay-the")
    report = window.workspace.opened.report()
    marked = marked_hits(report)
    camera.take_dialog(MarkedHitsBox(window, marked, len(marked) + 3).box, "thay-cho-chua-ra")
    bar.undo.click()
    bar.close_button.click()


def take_sheet(window: MainWindow, camera: Camera) -> None:
    """Take the panel of the sheet: with faults, gone to, then the whole of a sheet without any."""
    editor = window.workspace
    pages, beside = editor.opened.pages, window.compliance.report_sheet()
    if beside is None:
        raise LookupError("no panel beside an open report")
    pages.general.symbol.fill("bc-vp")
    pages.general.place_name.fill("hương giang")
    editor.editor_actions.toggle_sheet.trigger()
    wait_for(beside.panel)
    beside.panel.go.click()
    camera.take(window, "phieu-kiem-tra")
    for _ in range(2):
        editor.editor_actions.undo.trigger()
    beside.panel.faults_only.click()
    beside.check()
    wait_for(beside.panel)
    beside.panel.list.setCurrentRow(1)
    camera.take(window, "phieu-kiem-tra-ca")
    editor.editor_actions.toggle_sheet.trigger()


def wait_for(panel: SheetPanel) -> None:
    """Wait until its files are measured."""
    while panel.sheet is None or not panel.progress.isHidden():
        rest(100)


def take_faults(window: MainWindow, store: Store, sample: Report, camera: Camera) -> None:
    """Take what is said where stored reports are damaged, lost or cannot be written."""
    for name, dialog in fault_dialogs(window, sample, Path("DanvanDesktop")):
        dialog.show()
        rest(600)
        camera.take_dialog(dialog, f"su-co-{name}")
    for name, widget in fault_states(window, store, sample):
        camera.take(widget, f"su-co-{name}")
    read_only = read_only_window(Path("chi-doc"), sample)
    read_only.setWindowState(Qt.WindowState.WindowNoState)
    read_only.resize(read_only.screen().size())
    read_only.open_draft(read_only.start_page._store.drafts()[0])
    read_only.workspace.tab_strip.setCurrentIndex(TABS.index("soan-bao-cao"))
    rest(600)
    camera.take(read_only, "su-co-chi-doc")
    read_only.close()


def take_files(folder: Path, camera: Camera) -> None:
    """Take the pages of the PDF, and of the Word file as LibreOffice sets it."""
    pdf, word = folder / "BC-Dan-van-2025-trinh-ky.pdf", folder / "BC-Dan-van-2025-trinh-ky.docx"
    camera.take_pages(pdf, "trang-pdf")
    if program() is None:
        print("LibreOffice is absent: no pictures of the Word file")
        return
    camera.take_pages(to_pdf(word, folder / "word"), "trang-word")


@contextlib.contextmanager
def thrown_away() -> Iterator[Path]:
    """Work in a folder of which no picture shows the name."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        try:
            yield Path()
        finally:
            os.chdir(before)
            shutil.rmtree(REPORTS, ignore_errors=True)


def main() -> int:
    """Take them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument("--small", type=Path, help="folder of the pictures that the program shows of itself")
    chosen = parser.parse_args()
    camera = Camera(chosen.folder.absolute())
    small = chosen.small.absolute() if chosen.small and chosen.scheme == "light" else None
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"
    if hasattr(time, "tzset"):
        time.tzset()
    application = make_application()
    translation.install(application)
    choose(application, chosen.scheme)
    sample = from_json(resource("samples", "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    # The clock of the window stands still: deadlines and years are the same in every picture.
    still = mock.Mock(now=lambda: MOMENT)
    with (
        thrown_away() as folder,
        mock.patch.object(clock, "datetime", still),
        mock.patch.object(saver, "datetime", still),
    ):
        store = open_store(folder / "data", lambda: MOMENT)
        window = make_window(store, folder / "data")
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(window.screen().size())
        take_first_page(window, store, sample, camera)
        take_dialogs(window, store, sample, camera)
        take_fitting(window, sample, camera)
        take_tabs(window, store, camera)
        take_next_year(window, store, sample, camera)
        take_annex(window, store, sample, camera)
        if chosen.scheme == "light":
            take_dark(window, store, camera)
        if small is not None:
            keep_small(camera, small)
        take_faults(window, store, sample, camera)
        window.close()
        store.close()
        take_files(REPORTS, camera)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
