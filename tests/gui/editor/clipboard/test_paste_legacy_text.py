"""Pasted TCVN3 or VNI text is shown in both spellings and pasted as the user chooses."""

from typing import cast

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.model import Paragraph, Table, plain
from tests.builders import samples
from tests.builders.samples import paragraph

TCVN3 = "H\xadíng dÉn c\xb8n bé, c«ng chøc thùc hiÖn c«ng t¸c d©n vËn."
VNI = "Höôùng daãn caùn boä, coâng chöùc thöïc hieän coâng taùc daân vaän."
UNICODE = "Hướng dẫn cán bộ, công chức thực hiện công tác dân vận."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(qtbot: QtBot) -> BlockEditor:
    made = BlockEditor(UndoStack(), BlockIdCounter(100))
    made.stack.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.open((paragraph(1, "Đoạn trước."), paragraph(2, "")))
    made.show()
    made.go_to(2)
    return made


def lines(editor: BlockEditor) -> list[str]:
    return [plain(block.runs) for block in editor.blocks() if isinstance(block, Paragraph)]


def text_of(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def html_of(page: str, words: str) -> QMimeData:
    data = text_of(words)
    data.setHtml(page)
    return data


def asked(editor: BlockEditor) -> QMessageBox | None:
    boxes = cast("list[QMessageBox]", editor.findChildren(QMessageBox))
    return next((box for box in boxes if box.isVisible()), None)


def answer(editor: BlockEditor, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
    box = asked(editor)
    assert box is not None
    box.activateWindow()
    assert QTest.qWaitForWindowActive(box)
    QTest.qWait(100)
    QTest.keyClick(box, key, modifier)
    for _ in range(40):  # a button pressed by its letter takes a moment
        if asked(editor) is None:
            return
        QTest.qWait(25)
    pytest.fail("the question stays")


@pytest.mark.parametrize("words", [TCVN3, VNI])
def test_enter_converts_and_one_undo_takes_it_back(editor: BlockEditor, words: str) -> None:
    editor.insertFromMimeData(text_of(words))
    assert lines(editor) == ["Đoạn trước.", ""]
    box = asked(editor)
    assert box is not None
    assert f"Chuyển thành: {UNICODE}" in box.informativeText()
    assert "Đang là: H" in box.informativeText()
    answer(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert lines(editor) == ["Đoạn trước.", UNICODE]
    editor.stack.undo()
    assert lines(editor) == ["Đoạn trước.", ""]
    assert not editor.stack.can_undo


def test_it_can_be_pasted_as_it_is(editor: BlockEditor) -> None:
    editor.insertFromMimeData(text_of(VNI))
    answer(editor, Qt.Key.Key_N)
    assert lines(editor) == ["Đoạn trước.", VNI]


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_K, ALT), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)]
)
def test_it_need_not_be_pasted_at_all(
    editor: BlockEditor, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    editor.insertFromMimeData(text_of(VNI))
    answer(editor, key, modifier)
    assert lines(editor) == ["Đoạn trước.", ""]
    assert not editor.stack.can_undo


@pytest.mark.parametrize(
    "words",
    [
        UNICODE,
        "Tổng số 171 người",
        "The quick brown fox",
        "résumé, café, naïve",
        "25-NQ/TW",
        "ß µ ¶",
        "",
    ],
)
def test_other_text_is_pasted_without_a_question(editor: BlockEditor, words: str) -> None:
    editor.insertFromMimeData(text_of(words))
    assert asked(editor) is None
    assert lines(editor) == ["Đoạn trước.", words]


def test_fonts_tell_the_code_run_by_run(editor: BlockEditor) -> None:
    page = (
        "<p><span style=\"font-family:'.VnTimeH'\">b¸o c¸o</span> "
        "<span style=\"font-family:'Times New Roman'\">Ủy ban</span> "
        "<span style=\"font-family:'.VnTime'\"><b>h\xadíng dÉn</b></span></p>"
    )
    editor.insertFromMimeData(html_of(page, "b¸o c¸o Ủy ban h\xadíng dÉn"))
    answer(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    last = editor.blocks()[1]
    assert isinstance(last, Paragraph)
    assert [(run.text, run.bold) for run in last.runs] == [("BÁO CÁO Ủy ban ", False), ("hướng dẫn", True)]


def test_an_old_font_around_unicode_is_a_leftover_and_asks_nothing(editor: BlockEditor) -> None:
    editor.insertFromMimeData(
        html_of("<p style=\"font-family:'.VnTime'\">Ủy ban nhân dân</p>", "Ủy ban nhân dân")
    )
    assert asked(editor) is None
    assert lines(editor) == ["Đoạn trước.", "Ủy ban nhân dân"]


def test_a_table_of_an_old_spreadsheet_is_converted_cell_by_cell(editor: BlockEditor) -> None:
    page = "<table style=\"font-family:'VNI-Times'\"><tr><td>Soá löôïng</td><td>Ñôn vò</td></tr></table>"
    editor.insertFromMimeData(html_of(page, "Soá löôïng\tÑôn vò"))
    answer(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    table = next(block for block in editor.blocks() if isinstance(block, Table))
    assert [plain(cell.paragraphs[0]) for cell in table.rows[0] if cell] == ["Số lượng", "Đơn vị"]


def test_words_of_an_old_code_go_into_a_cell(editor: BlockEditor) -> None:
    editor.open((samples.table(2),))
    editor.go_to(2)
    editor.insertFromMimeData(text_of("Soá löôïng ñôn vò"))
    answer(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    table = editor.blocks()[0]
    assert isinstance(table, Table)
    assert table.rows[0][0] is not None
    assert plain(table.rows[0][0].paragraphs[0]).startswith("Số lượng đơn vị")


def test_lines_of_a_pdf_are_joined_into_paragraphs_as_one_step(editor: BlockEditor) -> None:
    wrapped = (
        "Công tác tuyên truyền được triển khai linh hoạt, đa dạng, qua nhiều hình\n"
        "thức. Đội ngũ cán bộ, công chức, viên chức có sự chuyển biến rõ nét về nhận\n"
        "thức, phong cách làm việc gần dân.\n"
        "a) Văn phòng đã tổ chức lấy ý kiến rộng rãi cán bộ, công chức trong việc góp\n"
        "ý dự thảo các văn bản quy phạm pháp luật của địa phương.\n"
    )
    editor.insertFromMimeData(text_of(wrapped))
    assert lines(editor)[1].endswith("phong cách làm việc gần dân.")
    assert lines(editor)[2].startswith("Văn phòng đã tổ chức")
    point = editor.blocks()[2]
    assert isinstance(point, Paragraph)
    assert (point.role, point.numbering) == ("point", "auto")
    editor.stack.undo()
    assert lines(editor) == ["Đoạn trước.", ""]


def test_a_title_asks_too(qtbot: QtBot) -> None:
    title = TitleEdit(UndoStack(), "Tên mục", "")
    title.stack.setParent(title)
    title.reset_undo()
    qtbot.addWidget(title)
    title.show()
    title.insertFromMimeData(text_of(VNI))
    box = next(iter(cast("list[QMessageBox]", title.findChildren(QMessageBox))))
    assert QTest.qWaitForWindowActive(box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert title.toPlainText() == UNICODE
    title.stack.undo()
    assert title.toPlainText() == ""
