"""What is left where a selection over several paragraphs is taken away, or two paragraphs are joined."""

from typing import NamedTuple

from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor

from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.paragraphs.merge_origin import meeting_origins, merge_origins, selected_origins
from danvan_desktop.gui.editor.paragraphs.role_and_level import mend_looks
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Origin


class Left(NamedTuple):
    """What the line is to be that two become."""

    rest: QTextBlockFormat | None
    """The last paragraph, where the first one goes whole; None: it is made of both."""
    origins: tuple[Origin, ...]


def left_of_two(editor: BlockText, event: QKeyEvent) -> Left:
    """Look what ``event`` may join, before it does."""
    return Left(_rest_of_selection(editor), meeting_origins(editor, event))


def mend_joined(editor: BlockText, left: Left) -> None:
    """Make the line of the cursor what is ``left`` of two, as part of the last step."""
    if left.rest is not None:
        cursor = QTextCursor(editor.textCursor().block())
        with editor.stack.joining():
            cursor.joinPreviousEditBlock()
            cursor.setBlockFormat(left.rest)
            cursor.endEditBlock()
    mend_looks(editor)
    if left.rest is None:
        merge_origins(editor, left.origins)


def take_selection(editor: BlockText) -> None:
    """Take the selected text away. Inside a step."""
    lines = editor.document().blockCount()
    left = Left(_rest_of_selection(editor), selected_origins(editor))
    cursor = editor.textCursor()
    cursor.removeSelectedText()
    editor.setTextCursor(cursor)
    if editor.document().blockCount() < lines:
        mend_joined(editor, left)


def _rest_of_selection(editor: BlockText) -> QTextBlockFormat | None:
    """The format of the last selected paragraph, where the first goes whole.

    Qt would give what is left the id, the kind and the remark of the first.
    """
    cursor, document = editor.textCursor(), editor.document()
    first, last = (document.findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    are_lines = kind_of_block(first) == kind_of_block(last) == "paragraph"
    goes_whole = first != last and cursor.selectionStart() == first.position()
    return last.blockFormat() if are_lines and goes_whole else None
