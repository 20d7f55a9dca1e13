"""Chèn từ tệp vào mục này, by the menu's letters: each kind of file, its notes, one step of undo."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.importing.notes_panel import ImportNotesPanel
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import Block, Paragraph, Table, plain
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.builders.drawn_pdf import DrawnPdf, scanned
from tests.builders.window import report_editor_of
from tests.gui.keyboard import type_text
from tests.gui.modal import the_box, when_modal
from tests.gui.visible_texts import inside

ALT = Qt.KeyboardModifier.AltModifier
SECTION = "section:1"


@pytest.fixture
def opened(window: MainWindow, store: Store) -> MainWindow:
    """Open a report, the cursor in the one paragraph of its first section."""
    assert window.open_draft(store.create(samples.report()))
    window.workspace.go_to("block:31")
    return window


def editor_of(window: MainWindow) -> BlockEditor:
    page = window.workspace.current_text_page()
    assert page is not None
    return page.editor


def texts(window: MainWindow) -> list[str]:
    blocks: tuple[Block, ...] = editor_of(window).blocks()
    return [plain(block.runs) if isinstance(block, Paragraph) else "BẢNG" for block in blocks]


Insert = Callable[[Path], None]


@pytest.fixture
def insert(qtbot: QtBot, opened: MainWindow) -> Insert:
    """Choose the command by the letters of the menus, and the file in Qt's own dialog."""

    def do(path: Path) -> None:
        def give(dialog: QFileDialog) -> None:
            name = next(edit for edit in inside(dialog, QLineEdit) if edit.objectName() == "fileNameEdit")
            type_text(name, str(path))
            QTest.keyClick(name, Qt.Key.Key_Return)

        opened.activateWindow()
        qtbot.waitUntil(opened.isActiveWindow)
        QTest.keyClick(opened, Qt.Key.Key_H, ALT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        when_modal(QFileDialog, give)
        QTest.keyClick(menu, Qt.Key.Key_H)
        qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=20_000)

    return do


def shown_notes(window: MainWindow) -> list[ImportNotesPanel]:
    return [each for each in inside(window, ImportNotesPanel) if each.isVisible()]


def check_undo(window: MainWindow, before: tuple[Block, ...]) -> None:
    """One step takes the whole file back."""
    window.workspace.editor_actions.undo.trigger()
    assert editor_of(window).blocks() == before
    assert not window.workspace.opened.stack.can_undo


def cursor_is_behind(window: MainWindow, words: str) -> bool:
    cursor = editor_of(window).textCursor()
    return cursor.block().text() == words and cursor.atBlockEnd()


def test_a_text_file_goes_below_the_cursor(opened: MainWindow, insert: Insert, tmp_path: Path) -> None:
    before = editor_of(opened).blocks()
    path = tmp_path / "phòng A.txt"
    path.write_text("1. Tuyên truyền\nĐã mở 05 lớp.\n- Một việc;\n", encoding="utf-8")
    insert(path)
    assert texts(opened) == ["Tình hình chung.", "Tuyên truyền", "Đã mở 05 lớp.", "Một việc;"]
    assert cursor_is_behind(opened, "Một việc;")
    assert opened.focusWidget() is editor_of(opened)
    assert shown_notes(opened) == []
    check_undo(opened, before)


def labels(window: MainWindow) -> list[str]:
    editor = editor_of(window)
    return [editor.label(line) for line in editor.text_blocks()]


def test_the_numbers_of_a_file_go_on_from_those_above_and_the_notes_name_the_old_ones(
    opened: MainWindow, insert: Insert, tmp_path: Path
) -> None:
    editor = editor_of(opened)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    for line in ("1. Một.", "2. Hai.", "3. Ba."):
        QTest.keyClick(editor, Qt.Key.Key_Return)
        type_text(editor, line)
    path = tmp_path / "phòng.txt"
    path.write_text(
        "1. Kết quả\nĐã mở 05 lớp:\na) Một;\nb) Hai;\n2. Tồn tại\n2.1. Chưa đều.\n", encoding="utf-8"
    )
    insert(path)
    assert labels(opened) == ["", "1.", "2.", "3.", "4.", "", "a)", "b)", "5.", "5.1."]
    assert [plain(block.runs) for block in editor.blocks() if isinstance(block, Paragraph)][4] == "Kết quả"
    (dialog,) = shown_notes(opened)
    told = dialog.list.item(0).text()
    assert "“1.” → “4.”; “2.” → “5.”; “2.1.” → “5.1.”" in told
    assert dialog.list.count() == 1
    spot = dialog.list.visualItemRect(dialog.list.item(0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert editor.textCursor().block().text() == "Kết quả"


def test_numbers_that_stay_the_same_are_not_noted_and_later_ones_move_on(
    opened: MainWindow, insert: Insert, tmp_path: Path
) -> None:
    editor = editor_of(opened)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_text(editor, "1. Của mục này.")
    opened.workspace.go_to("block:31")
    path = tmp_path / "phòng.txt"
    path.write_text("1. Kết quả\nĐã mở 05 lớp.\n", encoding="utf-8")
    insert(path)
    assert labels(opened) == ["", "1.", "", "2."]
    assert shown_notes(opened) == []


def test_a_text_file_in_an_old_code_says_so(opened: MainWindow, insert: Insert, tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("Keát quaû thöïc hieän coâng taùc daân vaän.".encode("cp1252"))
    insert(path)
    assert texts(opened)[1:] == ["Kết quả thực hiện công tác dân vận."]
    (dialog,) = shown_notes(opened)
    assert "VNI" in dialog.list.item(0).text()
    assert not dialog.seen.isVisible()  # these notes are kept nowhere


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("1. Công tác tuyên truyền")
    document.add_paragraph("Đã mở 05 lớp.").add_run(" Câu ẩn.").font.hidden = True
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Việc", "Số", "Lớp", "5"), strict=True):
        cell.text = text
    document.add_paragraph("Đoạn cuối của phòng.")
    path = tmp_path / "phòng.docx"
    document.save(str(path))
    return path


def test_a_word_file_brings_tables_and_notes_that_lead_to_their_places(
    opened: MainWindow, insert: Insert, word_file: Path
) -> None:
    before = editor_of(opened).blocks()
    insert(word_file)
    assert texts(opened) == [
        "Tình hình chung.",
        "Công tác tuyên truyền",
        "Đã mở 05 lớp.",
        "BẢNG",
        "Đoạn cuối của phòng.",
    ]
    table = editor_of(opened).blocks()[3]
    assert isinstance(table, Table)
    assert len({block.id for block in editor_of(opened).blocks()}) == 5
    assert cursor_is_behind(opened, "Đoạn cuối của phòng.")
    (dialog,) = shown_notes(opened)
    row = next(row for row in range(dialog.list.count()) if "Câu ẩn" in dialog.list.item(row).text())
    spot = dialog.list.visualItemRect(dialog.list.item(row)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert editor_of(opened).textCursor().block().text() == "Đã mở 05 lớp."
    check_undo(opened, before)
    opened.leave_report("test")
    assert not dialog.isVisible()


def test_a_pdf_comes_with_its_lines_joined(opened: MainWindow, insert: Insert, tmp_path: Path) -> None:
    before = editor_of(opened).blocks()
    long = "Văn phòng đã tổ chức lấy ý kiến rộng rãi cán bộ, công chức trong việc góp ý các dự thảo văn bản. "
    path = tmp_path / "phòng.pdf"
    sheet = DrawnPdf(path)
    sheet.paragraph(long * 3)
    sheet.paragraph("Đoạn thứ hai của phòng.")
    sheet.canvas.save()
    insert(path)
    assert texts(opened) == ["Tình hình chung.", (long * 3).strip(), "Đoạn thứ hai của phòng."]
    assert cursor_is_behind(opened, "Đoạn thứ hai của phòng.")
    check_undo(opened, before)


def test_a_scan_says_what_it_is_and_what_to_do(
    qtbot: QtBot, opened: MainWindow, insert: Insert, tmp_path: Path
) -> None:
    path = tmp_path / "quet.pdf"
    scanned(path)
    insert(path)
    box = the_box(qtbot, timeout=15_000)
    assert "là ảnh quét, không có chữ để lấy. Hãy" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert texts(opened) == ["Tình hình chung."]
    assert opened.workspace.editor_actions.insert_file.isEnabled()


def test_a_report_of_this_program_is_refused_with_the_other_way(
    qtbot: QtBot, opened: MainWindow, insert: Insert, tmp_path: Path
) -> None:
    path = tmp_path / "khac.danvan"
    path.write_text(to_json(samples.report()), encoding="utf-8")
    insert(path)
    box = the_box(qtbot, timeout=15_000)
    assert "nhập tệp này thành một báo cáo riêng" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert texts(opened) == ["Tình hình chung."]


def test_into_an_empty_paragraph_the_file_takes_its_place(
    opened: MainWindow, insert: Insert, tmp_path: Path
) -> None:
    editor = editor_of(opened)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    path = tmp_path / "a.txt"
    path.write_text("Một.\nHai.\n", encoding="utf-8")
    insert(path)
    assert texts(opened) == ["Tình hình chung.", "Một.", "Hai."]


def test_another_report_opened_meanwhile_gets_nothing(
    qtbot: QtBot, opened: MainWindow, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Một.\n", encoding="utf-8")
    report_editor_of(opened.workspace).insert_file.insert(editor_of(opened), path)
    assert opened.open_draft(store.duplicate(store.drafts()[0].id))
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=15_000)
    opened.workspace.go_to("block:31")
    assert texts(opened) == ["Tình hình chung."]
    assert opened.workspace.editor_actions.insert_file.isEnabled()
