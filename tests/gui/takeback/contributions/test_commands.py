"""A part goes out to a department from the open report, comes back, and is taken into that part."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.takeback.contributions.ask_dialog import AskDialog
from danvan_desktop.gui.takeback.contributions.list_dialog import ContributionsDialog
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.store.drafts import Store
from tests.builders.edited_word_file import replaced, sent_back, with_paragraph, without
from tests.builders.reports import NOW
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.takeback_scenes import settled, the_panel

ASSESSMENT = "III. ĐÁNH GIÁ CHUNG"
EDITS = (
    replaced("Công tác dân vận của Văn phòng", "đồng bộ", "đồng bộ, hiệu quả"),
    with_paragraph("- Việc theo dõi", "Phòng bổ sung một hạn chế."),
    without("Đề nghị Phòng Tổng hợp"),
)


@pytest.fixture
def part(qtbot: QtBot, consulting: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Send Mục III out to a department; the file."""
    path = tmp_path / "phan.docx"
    monkeypatch.setattr(file_dialog, "ask_save", lambda *_: path)
    consulting.workspace.go_to("section:35")

    def fill(dialog: AskDialog) -> None:
        line = dialog.department.lineEdit()
        assert line is not None
        type_text(line, "Phòng Tổng hợp")
        type_text(dialog.due, "5/12/2025")
        type_text(dialog.instruction, "Không quá 01 trang.")
        assert dialog.name() == ASSESSMENT
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    when_modal(AskDialog, fill)
    consulting.commands.ask_part.trigger()
    qtbot.waitUntil(lambda: path.exists() and not consulting.jobs.busy, timeout=20_000)
    return path


def test_the_file_holds_the_request_and_the_part_alone(part: Path) -> None:
    words = "\n".join(each.text for each in docx.Document(str(part)).paragraphs)
    assert "Kính gửi: Phòng Tổng hợp" in words
    assert "rồi gửi lại trước ngày 05/12/2025." in words
    assert "Không quá 01 trang." in words
    assert ASSESSMENT in words
    assert "NHIỆM VỤ" not in words


def test_what_comes_back_goes_into_the_part_and_the_department_has_answered(
    qtbot: QtBot, consulting: MainWindow, store: Store, part: Path, tmp_path: Path
) -> None:
    draft = consulting.session.draft
    assert draft is not None
    assert (store.draft(draft.id).waiting, store.draft(draft.id).waiting_due) == (1, "2025-12-05")
    back = tmp_path / "gui-lai.docx"
    back.write_bytes(sent_back(part.read_bytes(), EDITS))
    before = consulting.workspace.opened.report()
    consulting.take_back.take(back)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    panel = the_panel(consulting)
    assert panel.undecided.text() == "còn 2 chỗ chưa quyết"
    assert "phần gửi Phòng Tổng hợp" in panel.base.text()
    assert panel.files.currentText().startswith("Phòng Tổng hợp: gui-lai.docx (")
    assert "1 chỗ bỏ chữ ngoài phần đã gửi" in panel.noise.text()
    QTest.mouseClick(panel.take_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    after = consulting.workspace.opened.report()
    assert "đồng bộ, hiệu quả" in all_text(after)
    assert "Phòng bổ sung một hạn chế." in all_text(after)
    kept = [each for each in before.sections if each.id != 35]
    assert [each for each in after.sections if each.id != 35] == kept
    assert (after.recipients, after.signature, after.addressees) == (
        before.recipients,
        before.signature,
        before.addressees,
    )
    consulting.leave_report("test")
    assert store.draft(draft.id).waiting == 0


def test_the_list_tells_who_is_late_and_the_first_page_too(
    qtbot: QtBot, consulting: MainWindow, store: Store, part: Path
) -> None:
    shown: list[str] = []

    def look(dialog: ContributionsDialog) -> None:
        row = dialog.list.topLevelItem(0)
        shown.extend(row.text(column) for column in range(5))
        QTest.mouseClick(dialog.settle, Qt.MouseButton.LeftButton)
        shown.append(dialog.list.topLevelItem(0).text(4))
        QTest.mouseClick(dialog.settle, Qt.MouseButton.LeftButton)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_modal(ContributionsDialog, look)
    consulting.commands.parts.trigger()
    assert shown[:2] == ["Phòng Tổng hợp", ASSESSMENT]
    assert shown[4].startswith("Chưa gửi lại, ")
    assert shown[5] == "Không chờ nữa"
    consulting.leave_report("test")
    assert consulting.start_page.card.waiting.text().startswith("chờ 1 phần phòng viết")


def test_nothing_is_listed_where_the_file_could_not_be_written(
    qtbot: QtBot, consulting: MainWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "thu-muc.docx"
    folder.mkdir()
    monkeypatch.setattr(file_dialog, "ask_save", lambda *_: folder)

    def fill(dialog: AskDialog) -> None:
        dialog.department.setEditText("Phòng Tổng hợp")
        dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
        dialog.accept()

    said: list[str] = []

    def note(box: QMessageBox) -> None:
        said.append(box.text())
        box.close()

    when_modal(AskDialog, fill)
    consulting.commands.ask_part.trigger()
    when_modal(QMessageBox, note)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    draft = consulting.session.draft
    assert draft is not None
    assert "thư mục" in said[0]
    assert store.correspondence.contributions(draft.id) == ()


def test_the_departments_that_were_asked_are_offered_again(consulting: MainWindow, part: Path) -> None:
    offered: list[str] = []

    def look(dialog: AskDialog) -> None:
        offered.extend(dialog.department.itemText(row) for row in range(dialog.department.count()))
        dialog.reject()

    when_modal(AskDialog, look)
    consulting.commands.ask_part.trigger()
    assert offered == ["Phòng Tổng hợp"]


def test_of_an_issued_report_nothing_is_sent_out(
    consulting: MainWindow, store: Store, sample: Report
) -> None:
    assert consulting.commands.ask_part.isVisible()
    ready = replace(sample, id="issued", state="for_signing")
    consulting.open_draft(store.create(issue(ready, "45", PartialDate(2025, 12, 15), NOW, None)))
    assert not consulting.commands.ask_part.isVisible()
    assert consulting.commands.parts.isVisible()
