"""Ctrl+Shift+V in an open report: the words come, what they looked like elsewhere does not."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.text.paste_bounds import MOST_LINES, TOO_LONG
from danvan_desktop.gui.editor.text.unsupported_clipboard import FILES
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.context_menu import context_menu
from danvan_desktop.report.model import Block, Paragraph, Run, plain

RAISED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TABLE = "<table><tr><td><b>Việc</b></td><td>Số</td></tr><tr><td>Tuyên truyền</td><td>12</td></tr></table>"


@pytest.fixture
def editor(opened: MainWindow) -> BlockEditor:
    """The first section, emptied, with the keyboard."""
    opened.workspace.tab_strip.setCurrentIndex(3)
    page = opened.workspace.current_text_page()
    assert page is not None
    page.editor.setFocus()
    page.editor.selectAll()
    QTest.keyClick(page.editor, Qt.Key.Key_Delete)
    return page.editor


def pasted(window: MainWindow, *, text: str = "", page: str = "", file: str = "") -> tuple[Block, ...]:
    """Press Ctrl+Shift+V on this clipboard and give the blocks of the section."""
    data = QMimeData()
    if text:
        data.setText(text)
    if page:
        data.setHtml(page)
    if file:
        data.setUrls([QUrl.fromLocalFile(file)])
    QGuiApplication.clipboard().setMimeData(data)
    shown = window.workspace.current_text_page()
    assert shown is not None
    QTest.keyClick(shown.editor, Qt.Key.Key_V, RAISED)
    return shown.editor.blocks()


def lines(blocks: tuple[Block, ...]) -> list[str]:
    assert all(isinstance(block, Paragraph) for block in blocks)
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_of_bold_and_italic_words_only_the_words_come(opened: MainWindow, editor: BlockEditor) -> None:
    page = "<p>Đã tổ chức <b>12</b> <i>hội nghị</i> <u>chuyên đề</u></p>"
    blocks = pasted(opened, page=page, text="Đã tổ chức 12 hội nghị chuyên đề")
    assert len(blocks) == 1
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].runs == (Run("Đã tổ chức 12 hội nghị chuyên đề"),)


def test_where_there_is_a_page_alone_its_words_are_read(opened: MainWindow, editor: BlockEditor) -> None:
    assert lines(pasted(opened, page="<p><b>Một</b> việc</p><p>Hai việc</p>")) == ["Một việc", "Hai việc"]


def test_of_a_table_each_row_becomes_a_line(opened: MainWindow, editor: BlockEditor) -> None:
    blocks = pasted(opened, page=TABLE, text="Việc\tSố\nTuyên truyền\t12")
    assert lines(blocks) == ["Việc Số", "Tuyên truyền 12"]


def test_what_was_copied_here_leaves_its_bold_and_its_marks(opened: MainWindow, editor: BlockEditor) -> None:
    pasted(opened, text="Đoạn một\nĐoạn hai")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_V, RAISED)
    blocks = editor.blocks()
    assert lines(blocks) == ["Đoạn một", "Đoạn hai"] * 2
    bold = [any(run.bold for run in block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert bold == [True, True, False, False]


def test_a_letter_or_a_dash_before_the_words_is_their_kind(opened: MainWindow, editor: BlockEditor) -> None:
    blocks = pasted(opened, page="<p><b>a) Ý một</b></p><p>- Ý hai</p>", text="a) Ý một\n- Ý hai")
    assert [block.role for block in blocks if isinstance(block, Paragraph)] == ["point", "item"]


def test_it_is_one_step_to_undo(opened: MainWindow, editor: BlockEditor) -> None:
    before = editor.blocks()
    pasted(opened, page=TABLE, text="Việc\tSố\nTuyên truyền\t12")
    opened.workspace.editor_actions.undo.trigger()
    assert lines(editor.blocks()) == lines(before)


def test_files_and_too_much_are_refused_with_the_reason(opened: MainWindow, editor: BlockEditor) -> None:
    pasted(opened, file="/nơi/nào/đó.docx")
    assert opened.banner.label.text() == FILES
    pasted(opened, text="Việc.\n" * (MOST_LINES + 1))
    assert opened.banner.label.text() == TOO_LONG


def test_a_field_takes_it_like_any_paste(opened: MainWindow) -> None:
    opened.workspace.go_to("subject")
    field = opened.focusWidget()
    assert field is not None
    QGuiApplication.clipboard().setText("Kết quả công tác Dân vận năm 2025")
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClick(field, Qt.Key.Key_V, RAISED)
    assert opened.workspace.opened.report().subject == "Kết quả công tác Dân vận năm 2025"


def test_the_menu_of_the_text_offers_it_beside_paste(opened: MainWindow, editor: BlockEditor) -> None:
    actions = opened.workspace.editor_actions
    shown = context_menu(actions, editor, opened).actions()
    assert shown.index(actions.paste_words) == shown.index(actions.paste) + 1
    assert actions.paste_words.isEnabled()
