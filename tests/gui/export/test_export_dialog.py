"""The export dialog ("Xuất tệp"): defaults, names of files, overwriting, export off the GUI thread."""

import errno
import os
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop import exporters
from danvan_desktop.errors import UserError
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.export.result_page import ResultPage
from danvan_desktop.gui.export.verdict import Verdict
from danvan_desktop.gui.look.style_sheet import PILL
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.lifecycle.filename import Paper
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.outlines import new_report, outlines
from danvan_desktop.report.lifecycle.states import move
from danvan_desktop.report.model import Report, State
from danvan_desktop.store.drafts import Store
from tests.builders.window import dispose
from tests.builders.windows_errors import on_windows
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside


@pytest.fixture
def sample(resources: Path) -> Report:
    made = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    return replace(made, state="for_signing")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Báo cáo đã xuất"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(tmp_path: Path, folder: Path) -> Preferences:
    kept = Preferences(tmp_path)
    kept.keep(export_folder=str(folder))
    return kept


@pytest.fixture
def dialog(qtbot: QtBot, sample: Report, kept: Preferences) -> Iterator[ExportDialog]:
    jobs = Jobs()
    dialog = ExportDialog(sample, jobs, kept)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    jobs.wait()
    dialog._working = False
    dispose(dialog)


def text_of(path: Path) -> str:
    """Return all that a Word or PDF file says."""
    if path.suffix == ".docx":
        import docx

        document = docx.Document(str(path))
        return "\n".join(node.text or "" for node in document.element.iter() if node.tag.endswith("}t"))
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return text


def finish(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.files), timeout=20_000)


def answer(text: str) -> None:
    """Press the button ``text`` of the message box that opens next."""

    def press(box: QMessageBox) -> None:
        next(button for button in inside(box, QPushButton) if button.text() == text).click()

    when_modal(QMessageBox, press)


def test_enter_alone_exports_word_and_pdf(qtbot: QtBot, dialog: ExportDialog, folder: Path) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.files), timeout=20_000)
    assert sorted(path.name for path in folder.iterdir()) == [
        "BC-Dan-van-2025-trinh-ky.docx",
        "BC-Dan-van-2025-trinh-ky.pdf",
    ]
    assert (folder / "BC-Dan-van-2025-trinh-ky.pdf").read_bytes().startswith(b"%PDF")


def test_what_was_written_can_be_opened_at_a_click(
    qtbot: QtBot, dialog: ExportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_it(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).name)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    finish(qtbot, dialog)
    for button in inside(dialog, QPushButton):
        if button.isVisible() and button.text().startswith("Mở"):
            button.click()
    assert opened == ["BC-Dan-van-2025-trinh-ky.docx", "BC-Dan-van-2025-trinh-ky.pdf", folder.name]
    assert "BC-Dan-van-2025-trinh-ky.docx" in dialog.exported.outcome.text()


def test_only_what_is_ticked_is_written_and_remembered(
    qtbot: QtBot, dialog: ExportDialog, folder: Path, kept: Preferences
) -> None:
    dialog.target.word.setChecked(False)
    dialog.target.name.setText("Tên riêng")
    finish(qtbot, dialog)
    assert [path.name for path in folder.iterdir()] == ["Tên riêng.pdf"]
    assert kept.flag("export_docx", default=True) is False
    assert kept.text("export_folder") == str(folder)
    assert kept.flag("export_pdf", default=False) is True


def test_whether_the_sheet_is_wanted_is_remembered_of_drafts_and_of_what_is_signed_apart(
    dialog: ExportDialog,
) -> None:
    form = dialog.target
    assert form.sheet.isChecked()
    form.sheet.click()
    dialog.choice.draft.click()
    assert not form.sheet.isChecked()
    form.sheet.click()
    dialog.choice.signing.click()
    assert not form.sheet.isChecked()
    dialog.choice.draft.click()
    assert form.sheet.isChecked()


def test_the_lines_of_a_draft_are_numbered_when_ticked_and_the_tick_is_remembered(
    qtbot: QtBot, dialog: ExportDialog, folder: Path, kept: Preferences
) -> None:
    assert not dialog.choice.line_numbers.isEnabled()
    dialog.choice.draft.click()
    dialog.choice.line_numbers.click()
    finish(qtbot, dialog)
    (word,) = folder.glob("*.docx")
    assert b"w:lnNumType" in zipfile.ZipFile(word).read("word/document.xml")
    assert kept.flag("export_line_numbers", default=False) is True


def test_the_signing_copy_has_no_numbered_lines_whatever_is_remembered(
    qtbot: QtBot, sample: Report, kept: Preferences, folder: Path
) -> None:
    kept.keep(export_line_numbers=True)
    jobs = Jobs()
    dialog = ExportDialog(sample, jobs, kept, paper="signing")
    dialog.show()
    assert dialog.choice.line_numbers.isChecked()
    assert not dialog.choice.line_numbers.isEnabled()
    finish(qtbot, dialog)
    (word,) = folder.glob("*.docx")
    assert b"w:lnNumType" not in zipfile.ZipFile(word).read("word/document.xml")
    jobs.wait()
    dispose(dialog)


def test_the_remarks_of_the_writers_are_shown(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporters, "export", lambda *_, **__: ("Máy này không có phông.",))
    finish(qtbot, dialog)
    assert "Máy này không có phông." in dialog.exported.outcome.text()


def test_without_a_kind_or_a_name_there_is_nothing_to_export(dialog: ExportDialog) -> None:
    dialog.target.word.setChecked(False)
    dialog.target.pdf.setChecked(False)
    assert (dialog.go.isEnabled(), dialog.message.text()) == (False, "Hãy chọn ít nhất một loại tệp.")
    dialog.target.pdf.setChecked(True)
    dialog.target.name.setText("  ")
    assert (dialog.go.isEnabled(), dialog.message.text()) == (False, "Hãy đặt tên tệp.")
    dialog.target.name.setText("x")
    assert (dialog.go.isEnabled(), dialog.message.isVisible()) == (True, False)


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_a_suffix_typed_by_hand_is_not_doubled(dialog: ExportDialog, folder: Path, name: str) -> None:
    dialog.target.name.setText(name)
    assert dialog.target.files() == (folder / "a.docx", folder / "a.pdf")


def test_a_name_is_as_long_as_mail_takes_it_with_its_suffix(dialog: ExportDialog) -> None:
    QTest.keyClicks(dialog.target.name, 60 * "y")
    assert [len(path.name) for path in dialog.target.files()] == [50, 49]


@pytest.mark.parametrize(("button", "content"), [("&Ghi đè", b"PK"), ("Thôi", b"cu")])
def test_nothing_is_overwritten_unasked(
    qtbot: QtBot, dialog: ExportDialog, folder: Path, button: str, content: bytes
) -> None:
    dialog.target.pdf.setChecked(False)
    old = folder / "BC-Dan-van-2025-trinh-ky.docx"
    old.write_bytes(b"cu")
    answer(button)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog._working, timeout=20_000)
    assert old.read_bytes()[:2] == content


def test_an_error_is_told_in_the_dialog_and_can_be_mended(
    qtbot: QtBot, dialog: ExportDialog, folder: Path
) -> None:
    dialog.target.folder.setText(str(folder / "no" / "such" / "folder"))
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog._working, timeout=20_000)
    assert "thư mục" in dialog.message.text()
    assert dialog.go.isEnabled()
    dialog.target.folder.setText(str(folder))
    finish(qtbot, dialog)


def test_the_window_lives_while_files_are_written(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*_: object, **__: object) -> tuple[str, ...]:
        go_on.wait(10)
        raise UserError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(exporters, "export", slow)
    begin = time.perf_counter()
    dialog.go.click()
    assert time.perf_counter() - begin < 0.5
    assert dialog.progress.isVisible()
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: dialog.message.text() == "Ổ đĩa đã đầy.")
    assert not dialog.progress.isVisible()


def test_progress_is_the_share_of_the_steps_that_are_done(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    flushed = os.fsync

    def held(file: int) -> None:
        go_on.wait(20)
        flushed(file)

    monkeypatch.setattr(os, "fsync", held)
    dialog.go.click()
    assert dialog.progress.maximum() == 0, "nobody knows how long a drive takes to answer"
    qtbot.waitUntil(lambda: dialog.progress.maximum() > 0 and dialog.progress.value() > 0, timeout=20_000)
    qtbot.waitUntil(lambda: dialog.progress.value() * 5 == dialog.progress.maximum() * 4, timeout=20_000)
    go_on.set()
    qtbot.waitUntil(lambda: bool(dialog.files), timeout=20_000)


def test_the_result_says_whether_the_sheet_finds_the_files_right(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.target.pdf.setChecked(False)
    finish(qtbot, dialog)
    qtbot.waitUntil(lambda: "Không đúng" in dialog.exported.verdict.text(), timeout=60_000)
    assert dialog.exported.verdict.property(PILL) == "green"
    assert dialog.exported.verdict.text().startswith("✓")


def test_a_verdict_with_a_fault_is_red_and_has_its_own_sign(qtbot: QtBot) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    page.show_verdict(Verdict(50, 1, 0))
    assert page.verdict.property(PILL) == "red"
    assert page.verdict.text().startswith("✕")


def test_a_click_on_a_card_chooses_its_paper(dialog: ExportDialog) -> None:
    assert dialog.choice.signing.isChecked()
    card = dialog.choice.draft.parentWidget()
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() - QPoint(4, 4))
    assert dialog.choice.draft.isChecked()
    assert dialog.choice.line_numbers.isVisible()


def test_a_folder_can_be_chosen(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialog, "ask_folder", lambda *_: tmp_path)
    dialog.target.choose.click()
    assert dialog.target.folder.text() == str(tmp_path)
    monkeypatch.setattr(file_dialog, "ask_folder", lambda *_: None)
    dialog.target.choose.click()
    assert dialog.target.folder.text() == str(tmp_path)


def test_a_folder_that_is_gone_is_not_proposed(
    qtbot: QtBot, sample: Report, kept: Preferences, tmp_path: Path
) -> None:
    kept.keep(export_folder=str(tmp_path / "gone"))
    dialog = ExportDialog(replace(sample, subject="Công tác Dân vận"), Jobs(), kept)
    assert Path(dialog.target.folder.text()).name != "gone"
    dispose(dialog)


def test_what_is_left_empty_is_named_first_and_leads_to_its_field(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    report = new_report(outlines()[0], 2026, datetime(2026, 1, 2, tzinfo=UTC))
    window.open_draft(store.create(report))
    entries: list[str] = []

    def choose(dialog: ExportDialog, wanted: str) -> None:
        rows = dialog.open_list.list
        entries[:] = [rows.item(row).text() for row in range(rows.count())]
        assert "ô để trống" in dialog.open_list.title.text()
        assert "đề mục chưa có nội dung" in dialog.open_list.title.text()
        rows.setCurrentRow(next(row for row, entry in enumerate(entries) if wanted in entry))
        QTest.mouseClick(dialog.open_list.go, Qt.MouseButton.LeftButton)

    def leave_for(wanted: str) -> None:
        when_modal(ExportDialog, partial(choose, wanted=wanted))
        window.commands.export_signing.trigger()

    workspace = window.workspace
    leave_for("Địa danh")
    assert entries[0] == "Thông tin chung: Để trống – Tên cơ quan chủ quản"
    assert "Nơi nhận và ký: Để trống – Họ và tên người ký" in entries
    assert window.focusWidget() is workspace.opened.pages.general.place_name
    leave_for("Họ và tên người ký")
    assert window.focusWidget() is workspace.opened.pages.signature.signer
    leave_for("Ưu điểm")
    editor = window.focusWidget()
    assert isinstance(editor, BlockEditor)
    assert editor.textCursor().block().text() == "", "the line below the heading"
    assert editor.textCursor().block().previous().text().endswith("Ưu điểm")


@pytest.mark.parametrize(
    ("state", "paper"), [("drafting", "draft"), ("consulting", "draft"), ("for_signing", "signing")]
)
def test_the_paper_follows_the_state_of_the_report(
    sample: Report, kept: Preferences, state: State, paper: Paper
) -> None:
    kept.keep(export_paper="signing")  # as an older version left it
    dialog = ExportDialog(replace(sample, state=state), Jobs(), kept)
    assert dialog.paper == paper
    dispose(dialog)


def test_a_command_for_one_paper_opens_with_that_paper(sample: Report, kept: Preferences) -> None:
    dialog = ExportDialog(replace(sample, state="drafting"), Jobs(), kept, paper="signing")
    assert dialog.paper == "signing"
    dispose(dialog)


def test_the_paper_used_last_for_this_report_is_offered_again(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report, folder: Path
) -> None:
    window._preferences.keep(export_folder=str(folder))
    window.open_draft(store.create(replace(sample, state="drafting")))
    offered: list[Paper] = []

    def look(dialog: ExportDialog, *, export: bool) -> None:
        offered.append(dialog.paper)
        if export:
            dialog.choice.signing.click()
            dialog.target.sheet.setChecked(False)
            finish(qtbot, dialog)
            dialog.accept()
        else:
            dialog.reject()

    for export in (True, False):
        when_modal(ExportDialog, partial(look, export=export))
        window.commands.export.trigger()
        window.report_commands.change(lambda report: move(report, "drafting", report.modified))
    assert offered == ["draft", "signing"], "sent back to be mended, it is to be signed again"


def test_an_issued_report_goes_out_as_it_was_issued(qtbot: QtBot, window: MainWindow, sample: Report) -> None:
    dialog = ExportDialog(replace(sample, state="issued"), window.jobs, window._preferences, window, "draft")
    assert dialog.paper == "plain"
    assert dialog.target.name.text().endswith("-da-ban-hanh")
    dispose(dialog)


def test_the_choice_of_paper_changes_name_mark_and_warning(window: MainWindow, sample: Report) -> None:
    report = next_year(sample, 2026, sample.modified, "new")
    dialog = ExportDialog(report, window.jobs, window._preferences, window, "draft")
    dialog.show()
    assert dialog.target.name.text() == "BC-Dan-van-2026-du-thao-lan-1"
    assert not dialog.open_list.isVisible()
    dialog.choice.wide.setChecked(True)
    assert dialog.choice.copy().settings is not None
    dialog.choice.signing.setChecked(True)
    assert dialog.target.name.text() == "BC-Dan-van-2026-trinh-ky"
    assert dialog.open_list.isVisible()
    assert (dialog.choice.copy().marks.draft, dialog.choice.copy().settings) == (None, None)
    dispose(dialog)


def test_a_pattern_for_names_is_kept_and_a_wrong_one_is_refused(
    window: MainWindow, sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QInputDialog

    dialog = ExportDialog(sample, window.jobs, window._preferences, window, "signing")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("{số}", True))
    dialog.target.pattern.click()
    assert "{số}" in dialog.message.text()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("{năm}-{loại}-{tình trạng}", True))
    dialog.target.pattern.click()
    assert dialog.target.name.text() == "2025-BC-trinh-ky"
    dispose(dialog)
    again = ExportDialog(sample, window.jobs, window._preferences, window, "signing")
    assert again.target.name.text() == "2025-BC-trinh-ky"
    dispose(again)


def test_a_file_open_in_word_leaves_it_alone_and_says_so(
    qtbot: QtBot, dialog: ExportDialog, folder: Path
) -> None:
    for name in ("BC-Dan-van-2025-trinh-ky.docx", "~$-Dan-van-2025-trinh-ky.docx"):
        (folder / name).write_bytes(b"cu")
    finish(qtbot, dialog)  # no question whether to replace anything
    assert [path.name for path in dialog.files] == [
        "BC-Dan-van-2025-trinh-ky_v2.docx",
        "BC-Dan-van-2025-trinh-ky_v2.pdf",
    ]
    assert (folder / "BC-Dan-van-2025-trinh-ky.docx").read_bytes() == b"cu"
    assert "đang mở trong phần mềm khác (ví dụ Word)" in dialog.exported.outcome.text()


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("CON", "giữ cho thiết bị"),
        ("nul.docx", "giữ cho thiết bị"),
        ("a:b", "không dùng được “:”"),
        ("../a", "không dùng được “/”"),
        ("...", "Hãy đặt tên tệp."),
    ],
)
def test_a_name_that_windows_refuses_is_refused_as_it_is_typed(
    dialog: ExportDialog, name: str, problem: str
) -> None:
    dialog.target.name.setText(name)
    assert problem in dialog.message.text()
    assert not dialog.go.isEnabled()


def test_dots_and_spaces_at_the_end_of_a_name_are_dropped(dialog: ExportDialog, folder: Path) -> None:
    dialog.target.name.setText(" Báo cáo. ")
    assert [path.name for path in dialog.target.files()] == ["Báo cáo.docx", "Báo cáo.pdf"]
    assert dialog.go.isEnabled()


@pytest.mark.parametrize("place", ["bao-cao", "D?"])
def test_a_folder_that_is_none_is_refused_as_it_is_typed(dialog: ExportDialog, place: str) -> None:
    dialog.target.folder.setText(place)
    assert "hư mục" in dialog.message.text()
    assert not dialog.go.isEnabled()


def test_a_drive_that_is_pulled_out_during_the_export_is_one_sentence(
    qtbot: QtBot, dialog: ExportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: int) -> None:
        raise on_windows(1167, errno.EINVAL)

    with monkeypatch.context() as pulled:
        pulled.setattr(os, "fsync", gone)
        dialog.go.click()
        qtbot.waitUntil(lambda: not dialog._working, timeout=20_000)
    assert "Hãy cắm lại ổ đĩa" in dialog.message.text()
    assert list(folder.iterdir()) == []
    finish(qtbot, dialog)


def test_an_offline_network_folder_does_not_freeze_the_window(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = threading.Event()

    def exists(_: Path) -> bool:
        assert threading.current_thread() is not threading.main_thread()
        return back.wait(20)

    with monkeypatch.context() as offline:
        offline.setattr(Path, "exists", exists)
        begin = time.perf_counter()
        dialog.go.click()
        assert time.perf_counter() - begin < 0.5
        qtbot.wait(50)
        assert dialog.progress.isVisible()
    back.set()
    answer("Thôi")
    qtbot.waitUntil(lambda: not dialog._working, timeout=20_000)


def test_last_years_tasks_without_a_result_are_named_before_the_signing_copy(
    window: MainWindow, sample: Report
) -> None:
    report = next_year(sample, 2026, sample.modified, "new")
    dialog = ExportDialog(report, window.jobs, window._preferences, window, "signing")
    rows = dialog.open_list.list
    told = [rows.item(row).text() for row in range(rows.count())]

    assert "10 nhiệm vụ năm trước chưa có kết quả" in dialog.open_list.title.text()
    assert sum(text.startswith("Năm trước đã đề ra, chưa có kết quả – ") for text in told) == 10
    dispose(dialog)
