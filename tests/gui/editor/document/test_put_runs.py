"""Other runs come into a line as they are, only what differs is written, and it is one step of undo."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.document.put_runs import put_runs
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.model import Paragraph, Run, Runs
from tests.builders.window import dispose

LOOKS = st.builds(Run, st.text("abé🙂 ", min_size=1, max_size=4), bold=st.booleans(), italic=st.booleans())


def joined(runs: list[Run]) -> Runs:
    """Equal neighbours as one run, as they are read back."""
    made: list[Run] = []
    for run in runs:
        if made and (made[-1].bold, made[-1].italic) == (run.bold, run.italic):
            made[-1] = Run(made[-1].text + run.text, run.bold, run.italic)
        else:
            made.append(run)
    return tuple(made)


def editor_with(runs: Runs) -> BlockEditor:
    editor = BlockEditor(UndoStack(), BlockIdCounter(10))
    editor.open((Paragraph(1, runs=runs), Paragraph(2, runs=(Run("dưới"),))))
    return editor


def put(editor: BlockEditor, before: Runs, after: Runs) -> None:
    with editor.stack.macro():
        cursor = QTextCursor(editor.document())
        cursor.beginEditBlock()
        put_runs(editor.document().begin(), before, after)
        cursor.endEditBlock()


@settings(max_examples=60)
@given(st.lists(LOOKS, max_size=4).map(joined), st.lists(LOOKS, max_size=4).map(joined))
def test_what_is_read_back_is_what_was_put(qtbot: QtBot, before: Runs, after: Runs) -> None:
    editor = editor_with(before)
    put(editor, before, after)
    expected = (Paragraph(1, runs=after), Paragraph(2, runs=(Run("dưới"),)))
    assert editor.blocks() == expected
    editor.stack.undo()
    assert editor.blocks() == (Paragraph(1, runs=before), expected[1])
    dispose(editor)


def test_a_cursor_beside_what_differs_stays(qtbot: QtBot) -> None:
    editor = editor_with((Run("một hai ba"),))
    cursor = editor.textCursor()
    cursor.setPosition(9)
    put(editor, (Run("một hai ba"),), (Run("một bốn ba"),))
    assert cursor.position() == 9
    dispose(editor)


def test_a_line_in_another_spelling_is_written_whole(qtbot: QtBot) -> None:
    editor = editor_with(())
    QTextCursor(editor.document()).insertText("e\u0301 hai")
    put(editor, (Run("é hai"),), (Run("é ba"),))
    assert editor.document().begin().text() == "é ba"
    dispose(editor)
