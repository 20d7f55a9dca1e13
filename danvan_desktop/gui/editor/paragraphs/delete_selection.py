"""Delete a selection over paragraphs, and join two: style and metadata of the paragraph that is left."""

from typing import NamedTuple

from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor

from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.paragraphs.merge_origin import (
    merge_origins,
    origins_to_merge,
    selected_origins,
)
from danvan_desktop.gui.editor.paragraphs.role_and_level import restyle_joined
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Origin


class JoinPlan(NamedTuple):
    """How to format the one paragraph that two become."""

    rest: QTextBlockFormat | None
    """The last paragraph, where the first one goes whole; None: it is made of both."""
    origins: tuple[Origin, ...]


def plan_join(editor: BlockText, event: QKeyEvent) -> JoinPlan:
    """Note what ``event`` may join, before it does."""
    return JoinPlan(_rest_of_selection(editor), origins_to_merge(editor, event))


def finish_join(editor: BlockText, plan: JoinPlan) -> None:
    """Format the joined line with the cursor after ``plan``, merged into the last undo step."""
    if plan.rest is not None:
        cursor = QTextCursor(editor.textCursor().block())
        with editor.stack.merging():
            cursor.joinPreviousEditBlock()
            cursor.setBlockFormat(plan.rest)
            cursor.endEditBlock()
    restyle_joined(editor)
    if plan.rest is None:
        merge_origins(editor, plan.origins)


def delete_selection(editor: BlockText) -> None:
    """Delete the selected text. Call inside a step."""
    lines = editor.document().blockCount()
    plan = JoinPlan(_rest_of_selection(editor), selected_origins(editor))
    cursor = editor.textCursor()
    cursor.removeSelectedText()
    editor.setTextCursor(cursor)
    if editor.document().blockCount() < lines:
        finish_join(editor, plan)


def _rest_of_selection(editor: BlockText) -> QTextBlockFormat | None:
    """The format of the last selected paragraph, where the first goes whole.

    Qt would give what is left the id, the kind and the remark of the first.
    """
    cursor, document = editor.textCursor(), editor.document()
    first, last = (document.findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    are_lines = kind_of_block(first) == kind_of_block(last) == "paragraph"
    goes_whole = first != last and cursor.selectionStart() == first.position()
    return last.blockFormat() if are_lines and goes_whole else None
