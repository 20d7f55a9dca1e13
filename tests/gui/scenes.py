"""Every page, panel and dialog in turn, as the clerk meets it: for what is measured or photographed.

``python -m tests.gui.scenes`` walks through all of them and prints each, and what is cut off, as JSON;
with ``--access`` what no key or screen reader comes to instead, with ``--high-contrast`` what is not seen in
a system's two or three colours. With a folder it also keeps a picture of each there. The scale is the
environment's QT_SCALE_FACTOR.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.old_word.converters import Converter
from danvan_desktop.gui.application import make_application
from danvan_desktop.gui.backup.backup_dialog import BackupDialog
from danvan_desktop.gui.backup.backup_form import BackupForm
from danvan_desktop.gui.compliance.file_window import FileSheetDialog
from danvan_desktop.gui.editor.paragraphs.block_metadata import block_ids, change_metadata
from danvan_desktop.gui.editor.tables.columns_dialog import ColumnsDialog
from danvan_desktop.gui.editor.tables.new_table_dialog import TableDialog
from danvan_desktop.gui.export.export_dialog import ExportDialog, export
from danvan_desktop.gui.export.verdict import Verdict
from danvan_desktop.gui.help.about import about_box, keys_dialog
from danvan_desktop.gui.help.window import HelpWindow, topics
from danvan_desktop.gui.history.name_dialog import NameDialog
from danvan_desktop.gui.home.choose_report_dialog import ChooseReportDialog
from danvan_desktop.gui.home.drop_zone import DropZone
from danvan_desktop.gui.home.home import BACKUPS, BIN, OFFICES, REPORTS
from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
from danvan_desktop.gui.home.paste_report_dialog import PasteReportDialog
from danvan_desktop.gui.importing.import_questions import other_kind_box
from danvan_desktop.gui.importing.old_word_question import OldWordQuestion
from danvan_desktop.gui.importing.year_dialog import YearDialog
from danvan_desktop.gui.issuing.amend_issue_dialog import AmendIssueDialog
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.issuing.request_letter_dialog import RequestLetterDialog
from danvan_desktop.gui.issuing.withdraw_issue_dialog import WithdrawIssueDialog
from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.look.palette import tokens_in
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.offices_dialog import OfficesDialog
from danvan_desktop.gui.offices.take_office_dialog import TakeOfficeDialog
from danvan_desktop.gui.presentation.fit_dialog import FitDialog
from danvan_desktop.gui.presentation.presentation_dialog import PresentationDialog
from danvan_desktop.gui.rescue.data_files import copies_in
from danvan_desktop.gui.startup import crash, translation
from danvan_desktop.gui.takeback.contributions.ask_dialog import AskDialog
from danvan_desktop.gui.takeback.contributions.list_dialog import ContributionsDialog
from danvan_desktop.gui.workspace.commands.annex_dialog import AnnexDialog
from danvan_desktop.gui.workspace.commands.point_dialog import PointDialog
from danvan_desktop.gui.workspace.find.find_bar import FindBar
from danvan_desktop.gui.workspace.find.marked_hits_box import MarkedHitsBox
from danvan_desktop.gui.workspace.notes.remark_dialog import RemarkDialog
from danvan_desktop.paths import resource
from danvan_desktop.report.annexes.forms import annex_forms
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.document_kinds import LETTER
from danvan_desktop.report.find.find import find_all
from danvan_desktop.report.find.matcher import Query
from danvan_desktop.report.find.replace import MarkedHit, crossing_marks
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.own_outlines.outline_files import OwnOutlines
from danvan_desktop.report.lifecycle.promises import candidates, promises
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import (
    Cell,
    Column,
    ImportNote,
    Letterhead,
    Paragraph,
    PartialDate,
    Report,
    Request,
    Run,
    Settings,
    Signature,
    State,
    Table,
)
from danvan_desktop.report.office.office import Office, office_of
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.takeback.contribution_rows import ContributionRow
from danvan_desktop.store.takeback.received_rows import ReceivedRow
from tests.builders.window import make_window
from tests.gui.access_faults import access_faults
from tests.gui.checking_scenes import check_panels, checking_dialogs
from tests.gui.clipped_widgets import faults, menu_faults
from tests.gui.fault_scenes import fault_dialogs, fault_states
from tests.gui.history_scenes import history_panels
from tests.gui.takeback_scenes import take_back_panels
from tests.gui.unseen_words import high_contrast, unseen
from tests.gui.visible_texts import inside

MOMENT = datetime(2026, 11, 24, 3, 32, 5, tzinfo=UTC)
TODAY = date(2026, 11, 24)
Scene = tuple[str, QWidget]
FaultsOf = Callable[[QWidget], list[str]]
"""What is at fault in a window, in words."""
NOTES = (
    ImportNote("number", "Số mục “I-” được ghi là “I.” theo Nghị định 30/2020/NĐ-CP.", "section:1"),
    ImportNote("dropped", "Dòng “3” giữa hai đoạn là số trang của bản cũ, không đưa vào báo cáo.", ""),
)
WIDE = Table(1, (Column(),) * 12, ((Cell(((Run("Tên chỉ tiêu dài của cột này trong bảng"),),)),) * 12,))


def dialogs(window: MainWindow, sample: Report) -> Iterator[QDialog]:
    """Give every dialog of the shell, in each of the ways it can look; none is shown yet."""
    old = sample if sample.year < TODAY.year else replace(sample, year=TODAY.year - 1)
    new = next_year(old, TODAY.year, sample.modified, "new")
    office = office_of(sample)
    yield NewReportDialog(OwnOutlines(window.folder), 2025, (), window)
    yield NewReportDialog(OwnOutlines(window.folder), 2025, (office, office), window)
    yield ChooseReportDialog(window._store.drafts(), TODAY.year, window)
    yield ExportDialog(sample, window.jobs, window._preferences, window)
    for state in ("drafting", "issued"):
        yield ExportDialog(replace(new, state=state), window.jobs, window._preferences, window, "signing")
    yield ExportDialog(new, window.jobs, window._preferences, window, "draft")
    yield RequestLetterDialog(replace(sample, request=None), TODAY, window)
    yield RequestLetterDialog(sample, TODAY, window)
    yield IssueDialog(sample, TODAY, window)
    refused = IssueDialog(sample, TODAY, window)
    refused.number.setText("12/x")
    yield refused
    issued = issue(sample, "45", PartialDate(2025, 12, 15), sample.modified)
    yield AmendIssueDialog(issued, TODAY, window)
    yield WithdrawIssueDialog(issued, window)
    yield PresentationDialog(sample, window)
    yield PresentationDialog(replace(sample, settings=Settings(14, 15, 2, 40)), window)
    yield FitDialog(sample, window.jobs, window)
    yield PasteReportDialog(window)
    yield YearDialog("Kết quả thực hiện công tác dân vận, Quy chế dân chủ ở cơ sở", 2025, window)
    yield old_word_question().box(window)[0]
    for kind in ("TỜ TRÌNH", LETTER):
        yield other_kind_box(replace(sample, kind=kind), window)[0]
    yield TakeOfficeDialog(replace(sample, letterhead=Letterhead()), (office,), window)
    yield from _office_pages(OfficesDialog((), 0, window), window, office)
    for topic in topics():
        yield HelpWindow(topic.name, window)
    yield RemarkDialog("chờ số liệu", window)
    yield TableDialog(window)
    yield ColumnsDialog(WIDE, window)
    yield AnnexDialog(annex_forms(), window)
    marked = marked_hits(new)
    for count in (len(marked), len(marked) + 3):
        yield MarkedHitsBox(window, marked, count).box
    yield crash.message_box(ValueError(), saved=True, parent=window)
    yield crash.message_box(ValueError(), saved=False, parent=window)
    yield from (dialog for _, dialog in fault_dialogs(window, sample, window.folder / "lost"))
    answered = replace(sample, attachments=new.attachments)
    task = promises(answered)[0]
    yield PointDialog(task, candidates(answered, task), window)
    yield from checking_dialogs(window, sample)
    yield NameDialog("", window)
    yield AskDialog(sample, TODAY, ("Phòng Tổng hợp", "Phòng Nội chính"), sample.sections[1].id, window)
    yield ContributionsDialog((), TODAY, window)
    yield ContributionsDialog(asked_of_departments(), TODAY, window)
    yield from backup_dialogs(window, window.folder / "lost")
    yield about_box(Path("D:/"), window)
    yield keys_dialog(window.menus.every_action(), window)


def asked_of_departments() -> tuple[tuple[ContributionRow, ReceivedRow | None], ...]:
    """Parts that departments write: one came back, one is late, one has time, one is awaited no longer."""

    def asked(number: int, department: str, due: str, part: str, settled: str = "") -> ContributionRow:
        portions = json.dumps({"ids": [number], "name": part}, ensure_ascii=False)
        sent = "2026-11-17T02:00:00+00:00"
        return ContributionRow(number, 1, number, sent, department, due, "", portions, settled)

    back = ReceivedRow(1, 1, 1, "2026-11-23T02:00:00+00:00", "phong-tong-hop.docx", "", 3)
    return (
        (asked(1, "Phòng Tổng hợp", "2026-11-25", "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN"), back),
        (asked(2, "Trung tâm Công báo - Tin học", "2026-11-22", "3.2. Một số mô hình tiêu biểu"), None),
        (asked(3, "Phòng Nội chính", "2026-11-30", "III. ĐÁNH GIÁ CHUNG"), None),
        (asked(4, "Ban Tiếp công dân", "", "4. Cải cách hành chính, tiếp công dân", "2026-11-20"), None),
    )


def old_word_question() -> OldWordQuestion:
    """What is asked of last year's report where it is a .doc."""
    return OldWordQuestion(
        Path("Báo cáo công tác dân vận 2025.doc"), Converter("LibreOffice", Path("soffice"))
    )


def marked_hits(report: Report) -> tuple[MarkedHit, ...]:
    """Give the hits of last year's number that are still to be reviewed."""
    return crossing_marks(report, find_all(report, Query(str(report.year - 1))), str(report.year))


def backup_dialogs(window: MainWindow, folder: Path) -> Iterator[BackupDialog]:
    """Give the screen of the copies in ``folder``: as it is at first, with a second place, and at work."""
    yield BackupDialog(BackupForm(), window)
    files = copies_in(folder)
    place = Path("//may-chu/phong-van-thu/Sao lưu báo cáo công tác dân vận")
    for state in (
        "Chưa thấy: khi cắm USB hoặc nối lại mạng, các bản sao sẽ được chép sang.",
        "Có 24 bản sao.",
    ):
        dialog = BackupDialog(BackupForm(files), window)
        dialog.form.show_place(place, state)
        dialog.form.show_message("Đã sao lưu 24 báo cáo. Đã chép 1 bản sao sang nơi thứ hai.")
        yield dialog
    working = BackupDialog(BackupForm(files), window)
    working.form.show_working("Đang ghi mọi báo cáo vào Bao-cao-dan-van-20261124.danvan-toan-bo…")
    yield working


def late_states(window: MainWindow, sample: Report, folder: Path) -> Iterator[QDialog]:
    """Give the dialogs that look otherwise once a background job has answered."""
    yield from _export_states(sample, window)
    fit = FitDialog(sample, window.jobs, window)
    wait_for(lambda: not window.jobs.busy)
    yield fit
    file = folder / "bao-cao.docx"
    export(sample, (file,), force=True)
    of_file = FileSheetDialog(window.jobs, window._preferences, window)
    of_file.measure(file)
    yield of_file


def _export_states(report: Report, window: MainWindow) -> Iterator[QDialog]:
    """Give the dialog "Xuất tệp" with all its warnings, with a failure, at work, and when it is done."""
    place, note = (
        Path("D:/Hồ sơ công việc/Văn thư/Báo cáo công tác dân vận/Năm 2026"),
        "Máy này không có phông. ",
    )
    failure = UserError(f"Không ghi được tệp {place / 'BC-Dan-van-2026-trinh-ky.docx'}. " + 4 * note)
    for state in ("warned", "failed", "working", "done"):
        dialog = ExportDialog(report, window.jobs, window._preferences, window, "signing")
        wait_for(lambda: not window.jobs.busy)
        dialog.fit_hint._show(slipped=True)
        dialog.target.folder.setText(str(place))
        if state == "failed":
            dialog._show_failure(failure)
        elif state == "working":
            dialog._set_working(working=True)
        elif state == "done":
            dialog._show_result((place / "BC.docx", place / "BC.pdf"), (8 * note,) * 8)
            dialog.exported.show_verdict(Verdict(98, 2, 4))
        yield dialog
        dialog._set_working(working=False)


def _office_pages(blank: QDialog, window: MainWindow, office: Office) -> Iterator[QDialog]:
    yield blank
    refused = replace(
        office, signers=(Signature(("TM. VĂN PHÒNG", "CHÁNH VĂN PHÒNG"), None, "TS. Nguyễn Văn A"),)
    )
    for page in range(3):
        dialog = OfficesDialog((office, refused), 1, window)
        dialog.content.form.setCurrentIndex(page)
        yield dialog


def walk(window: MainWindow, store: Store, sample: Report, folder: Path) -> Iterator[Scene]:
    """Show one scene after the other: the first page, every tab, the panels beside it, every dialog."""
    yield from _first_page(window, store, sample)
    report = demanding(sample)
    store.create(report)
    window.start_page.refresh()
    yield "trang-dau", window
    yield from _edited(window, store)
    for name, widget in fault_states(window, store, sample):
        rest(100)
        yield name, widget
    for index, dialog in enumerate(chain(dialogs(window, report), late_states(window, report, folder))):
        dialog.show()
        yield f"hop-thoai-{index:02}-{type(dialog).__name__}", dialog
        dialog.close()


def demanding(sample: Report) -> Report:
    """Make of ``sample`` the report that asks most of the screen: all marks, all tabs, long names."""
    signature = Signature(
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), None, "TS. Nguyễn Văn A"
    )
    request = Request(
        "Sở Nội vụ", "1234/SNV-XDCQ", PartialDate(2026, 11, 20), "báo cáo kết quả công tác dân vận năm 2026"
    )
    return replace(
        next_year(sample, TODAY.year, MOMENT, "new"),
        signature=signature,
        addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
        request=replace(request, due=PartialDate(2026, 12, 1)),
    )


def _first_page(window: MainWindow, store: Store, sample: Report) -> Iterator[Scene]:
    window.start_page.refresh()
    yield "trang-dau-trong", window
    long = "Tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2021 - 2025 trên địa bàn toàn tỉnh"
    states: tuple[State, ...] = ("drafting", "consulting", "for_signing", "issued")
    for index, state in enumerate(states):
        moment = MOMENT - timedelta(days=40 * (index + 1))
        store.create(replace(sample, subject=long, year=2025 - index, state=state, modified=moment))
    window.start_page.refresh()
    window.banner.say("Chưa lưu được báo cáo. Đĩa đã đầy: hãy xóa bớt tệp rồi bấm “Thử lại”.")
    yield "trang-dau-bao-loi", window
    window.banner.hide()
    window.start_page.search.setText("không có gì như vậy")
    rest(200)
    yield "trang-dau-khong-thay", window
    window.start_page.search.clear()
    yield from _other_pages(window, store)
    window.home.show_page(REPORTS)
    rest(200)


def _other_pages(window: MainWindow, store: Store) -> Iterator[Scene]:
    window.home.show_page(BIN)
    yield "da-xoa-trong", window
    gone = store.drafts()[0].id
    store.delete(gone)
    window.home.show_page(BIN)
    yield "da-xoa", window
    store.restore(gone)
    for page in (OFFICES, BACKUPS):
        window.home.show_page(page)
        rest(200)
        yield f"trang-{page}", window
    window.start_page.list.selectAll()
    zone = DropZone(window)
    for name, why_not in (
        ("keo-tep", None),
        ("keo-tep-chen", ""),
        ("keo-tep-khong-chen", "thẻ này không có"),
    ):
        zone.cover(window.rect(), why_not)
        yield name, window
    zone.deleteLater()


def _edited(window: MainWindow, store: Store) -> Iterator[Scene]:
    draft = next(draft for draft in store.drafts() if draft.year == TODAY.year)
    window.open_draft(draft)
    rest(600)
    editor = window.workspace
    actions = editor.editor_actions
    for shown, name in ((False, ""), (True, "-trang-in")):
        actions.toggle_preview.setChecked(shown)
        if shown:
            wait_for(lambda: window.preview.preview is not None and window.preview.preview.panel._pages > 0)
        rest(300 if shown else 50)
        for index in range(editor.tab_strip.count()):
            editor.tab_strip.setCurrentIndex(index)
            rest(100)
            yield f"the-{index}{name}", window
    yield from _refused_fields(window)
    editor.tab_strip.setCurrentIndex(3)
    for name, toggle in (("phieu", actions.toggle_sheet), ("nhiem-vu", actions.toggle_last_tasks)):
        toggle.setChecked(False)
        toggle.trigger()
        if name == "phieu":
            wait_for(lambda: is_measured(window))
        rest(200)
        yield f"the-3-{name}", window
    actions.toggle_preview.setChecked(False)
    window.compliance.forget()
    yield from _finding(window)
    yield from _noted(window)
    yield from _reviewed(window)
    for name in history_panels(window, store, MOMENT, window.folder / "bao-cao.docx"):
        yield name, window
    window.commands.history.setChecked(False)
    for name in take_back_panels(window, store, window.folder):
        yield name, window
    for name in check_panels(window):
        yield name, window
    window.leave_report("shown")


def _refused_fields(window: MainWindow) -> Iterator[Scene]:
    """Give both forms with what the decree refuses in their fields."""
    editor = window.workspace
    general, signature = editor.opened.pages.general, editor.opened.pages.signature
    editor.editor_actions.toggle_preview.setChecked(False)
    for tab, page, fields, left_to in (
        (0, general, (general.symbol, general.place_name, general.subject), general.kind),
        (editor.tab_strip.count() - 2, signature, (signature.position, signature.signer), signature.copies),
    ):
        editor.tab_strip.setCurrentIndex(tab)
        before = [field.text() for field in fields]
        for field in fields:
            field.setFocus()
            field.fill("Ts. v/v phụ trách.")
        left_to.setFocus()
        rest(700)
        yield f"sai-{type(page).__name__}", window
        for field, text in zip(fields, before, strict=True):
            field.fill(text)


def _finding(window: MainWindow) -> Iterator[Scene]:
    """Give the find bar with the list of hits, and what it says when all were replaced."""
    window.workspace.editor_actions.find.trigger()
    (bar,) = inside(window, FindBar)
    bar.words.setText("dan van")
    rest(300)
    yield "tim", window
    window.workspace.editor_actions.replace.trigger()
    bar.words.setText("Văn phòng")
    bar.replacement.setText("Văn phòng Tỉnh ủy")
    rest(300)
    bar.replace_all.click()
    rest(300)
    yield "thay-the", window
    bar.undo.click()
    bar.close_button.click()


def _noted(window: MainWindow) -> Iterator[Scene]:
    """Give the panels of what is missing, without anything and with it, and of an import's notes."""
    editor = window.workspace
    actions = editor.editor_actions
    actions.show_notes.trigger()
    rest(100)
    yield "khong-con-thieu", window
    text = editor.current_text_page()
    if text is not None:
        change_metadata(text.editor, {block_ids(text.editor)[0]: remarked})
    editor.refresh()
    rest(100)
    yield "con-thieu", window
    window.importing.show_notes(replace(editor.opened.report(), import_notes=NOTES))
    rest(100)
    yield "can-xem-lai", window
    actions.toggle_sheet.trigger()
    wait_for(lambda: is_measured(window))
    for toggle in (actions.toggle_preview, actions.toggle_last_tasks):
        toggle.setChecked(False)
        toggle.trigger()
    rest(200)
    yield "moi-khung", window
    for toggle in (actions.toggle_preview, actions.toggle_sheet, actions.show_notes):
        toggle.setChecked(False)
    window.compliance.forget()


def remarked(block: Paragraph | Table) -> Paragraph | Table:
    """Note on ``block`` what it waits for."""
    return replace(block, note="chờ số liệu của Trung tâm Phục vụ hành chính công tỉnh")


def _reviewed(window: MainWindow) -> Iterator[Scene]:
    """Give the bar of the review: before it begins, at a place, once it is edited, and at the end."""
    editor = window.workspace
    actions = editor.editor_actions
    yield "ra-soat-con-lai", window
    actions.next_open.trigger()
    rest(100)
    yield "ra-soat", window
    text = editor.current_text_page()
    if text is not None:
        text.editor.insertPlainText("22")
    editor.refresh()
    rest(100)
    yield "ra-soat-da-sua", window
    while actions.next_open.isEnabled():
        actions.next_open.trigger()
        actions.confirm_paragraph.trigger()
    rest(100)
    yield "ra-soat-xong", window


def is_measured(window: MainWindow) -> bool:
    """Whether the sheet beside the text is filled in."""
    sheet = window.compliance.report_sheet()
    return sheet is not None and sheet.panel.sheet is not None


def rest(milliseconds: int) -> None:
    """Let the window and its threads work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(happened: Callable[[], bool]) -> None:
    """Let the window and its threads work until what they work at is there."""
    waited = QElapsedTimer()
    waited.start()
    while not happened():
        if waited.hasExpired(60_000):
            raise TimeoutError
        rest(20)


def settled_faults(faults_of: FaultsOf, widget: QWidget) -> list[str]:
    """Measure, and measure again after a rest: a word that came just now is laid out a moment later."""
    found = faults_of(widget)
    if found:
        rest(300)
        again = faults_of(widget)
        found = [fault for fault in found if fault in again]
    return found


def _room_faults(widget: QWidget) -> list[str]:
    return [*faults(widget), *menu_faults(widget)]


def main() -> int:
    """Walk, and tell what is at fault."""
    words = sys.argv[1:]
    faults_of: FaultsOf = _room_faults
    if "--access" in words:
        faults_of = access_faults
    elif "--high-contrast" in words:
        faults_of = unseen
    folders = [Path(word).absolute() for word in words if not word.startswith("-")]
    pictures = folders[0] if folders else None
    application = make_application()
    if faults_of is unseen:
        scheme.dress(application, tokens_in(high_contrast()))
    translation.install(application)
    sample = from_json(resource("samples", "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = open_store(folder, lambda: MOMENT)
        window = make_window(store, folder)
        window.resize(application.primaryScreen().availableSize())
        window.show()
        for scene, widget in walk(window, store, sample, folder):
            rest(80)
            for fault in ["", *settled_faults(faults_of, widget)]:
                print(json.dumps({"scene": scene, "fault": fault}, ensure_ascii=False), flush=True)
            if pictures is not None:
                pictures.mkdir(parents=True, exist_ok=True)
                widget.grab().save(str(pictures / f"{scene}.png"))
        window.close()
        store.close()
    application.quit()
    return 0


if __name__ == "__main__":
    os.environ.setdefault("TZ", "Asia/Ho_Chi_Minh")
    sys.exit(main())
