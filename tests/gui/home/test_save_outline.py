"""A report is saved as an outline by menu or row; it is renamed, deleted, put back, and begins a report."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.lifecycle.own_outlines.outline_files import FOLDER
from danvan_desktop.report.model import Paragraph, Report, Section, plain
from danvan_desktop.store.drafts import Store
from tests.gui.modal import the_box, when_modal
from tests.gui.visible_texts import cut_off

NAME = "Báo cáo năm của Văn phòng"


def type_name(name: str) -> None:
    """Answer the question for a name with the keyboard."""

    def fill(dialog: QInputDialog) -> None:
        dialog.setTextValue(name)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    when_modal(QInputDialog, fill)


def titles(report: Report) -> list[str]:
    """The headings of a report with the year taken out."""
    found = [plain(section.title) for section in report.sections]
    for section in report.sections:
        blocks = (block for block in section.blocks if isinstance(block, Paragraph))
        found += [plain(block.runs) for block in blocks if block.role == "heading"]
    return [title.replace(str(report.year + 1), "SAU").replace(str(report.year), "NAY") for title in found]


def saved(window: MainWindow) -> Report:
    """Save the open report as an outline, by the menu."""
    type_name(NAME)
    window.commands.to_outline.trigger()
    assert NAME in window.toasts.label.text()
    return window.workspace.opened.report()


def test_the_outline_of_a_report_begins_the_next_one(opened: MainWindow, store: Store) -> None:
    source = saved(opened)
    offered: list[str] = []

    def begin(dialog: NewReportDialog) -> None:
        offered.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        dialog.year.setValue(source.year + 5)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    when_modal(NewReportDialog, begin)
    opened.commands.new.trigger()
    assert offered[0] == f"{NAME}\nĐề cương riêng của cơ quan, lưu từ báo cáo năm {source.year}."
    made = opened.workspace.opened.report()
    assert made.id != source.id
    assert made.year == source.year + 5
    assert titles(made) == titles(source)
    assert made.signature.signer is None
    hints = [block.hint for block in _blocks(made) if isinstance(block, Paragraph) and block.hint]
    assert hints
    assert not any(str(source.year) in hint for hint in hints)


def _blocks(report: Report) -> list[object]:
    return [block for section in report.sections for block in section.blocks]


def test_a_row_of_the_list_can_be_saved_as_one(opened: MainWindow, store: Store) -> None:
    opened.leave_report("test")
    opened.start_page.list.choose_row(0)
    type_name(NAME)
    opened.start_page.commands.to_outline.trigger()
    assert NAME in opened.toasts.label.text()
    assert len(list((opened.folder / FOLDER).iterdir())) == 1


def test_the_name_proposed_is_the_kind_and_the_subject_without_the_year(opened: MainWindow) -> None:
    proposed: list[str] = []

    def look(dialog: QInputDialog) -> None:
        proposed.append(dialog.textValue())
        dialog.reject()

    when_modal(QInputDialog, look)
    opened.commands.to_outline.trigger()
    assert proposed[0].startswith("Báo cáo kết quả")
    assert str(opened.workspace.opened.report().year) not in proposed[0]
    assert not (opened.folder / FOLDER).exists()


def test_it_is_renamed_deleted_and_put_back_where_it_is_chosen(opened: MainWindow) -> None:
    saved(opened)
    names: list[str] = []

    def act(dialog: NewReportDialog) -> None:
        assert cut_off(dialog) == []
        assert dialog.rename.isEnabled()
        type_name("Tên mới của đề cương")
        QTest.mouseClick(dialog.rename, Qt.MouseButton.LeftButton)
        names.append(dialog.outline.name)
        QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
        names.append(dialog.list.item(0).text().split("\n")[0])
        assert "Đã xóa" in dialog.message.text()
        QTest.mouseClick(dialog.take_back, Qt.MouseButton.LeftButton)
        names.append(dialog.outline.name)
        assert not dialog.take_back.isVisible()
        dialog.reject()

    when_modal(NewReportDialog, act)
    opened.commands.new.trigger()
    assert names[0] == names[2] == "Tên mới của đề cương"
    assert names[1] == "Báo cáo kết quả thực hiện công tác Dân vận năm"


def test_a_shipped_outline_cannot_be_renamed_or_deleted(window: MainWindow) -> None:
    def act(dialog: NewReportDialog) -> None:
        assert not dialog.rename.isEnabled()
        assert not dialog.delete.isEnabled()
        dialog.reject()

    when_modal(NewReportDialog, act)
    window.commands.new.trigger()


def test_a_damaged_file_is_named_and_the_others_are_offered(window: MainWindow) -> None:
    (window.folder / FOLDER).mkdir()
    (window.folder / FOLDER / "hong.json").write_text("{", encoding="utf-8")
    said: list[str] = []

    def act(dialog: NewReportDialog) -> None:
        said.append(dialog.message.text())
        assert dialog.list.count() == 2
        dialog.reject()

    when_modal(NewReportDialog, act)
    window.commands.new.trigger()
    assert "hong.json không dùng được" in said[0]


def test_a_report_without_a_named_section_says_so_before_it_asks(
    qtbot: QtBot, window: MainWindow, sample: Report, store: Store
) -> None:
    window.open_draft(store.create(replace(sample, sections=(Section(9000),))))
    window.commands.to_outline.trigger()
    box: QMessageBox = the_box(qtbot)
    assert "chưa có mục nào có tên" in box.text()
    box.close()
