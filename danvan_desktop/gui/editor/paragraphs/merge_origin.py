"""Merging the origins (last year's paragraphs) of two paragraphs that are joined into one."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextBlockFormat, QTextCursor

from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.properties import Key, dump_origin, load_origin, text_property
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Origin


def origins_to_merge(editor: BlockText, event: QKeyEvent) -> tuple[Origin, ...]:
    """The origins of the two lines that ``event`` may join; none where it joins nothing that has any."""
    cursor = editor.textCursor()
    line = cursor.block()
    if cursor.hasSelection():
        document = editor.document()
        lines = (document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd()))
    elif event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart():
        lines = (line.previous(), line)
    elif event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd():
        lines = (line, line.next())
    else:
        return ()
    if lines[0] == lines[1]:
        return ()
    return tuple(origin for each in lines if (origin := _origin(each)) is not None)


def merge_origins(editor: BlockText, origins: tuple[Origin, ...]) -> None:
    """Keep the marks of both lines in the one they have become, in the same step."""
    line = editor.textCursor().block()
    if not origins or kind_of_block(line) != "paragraph":
        return
    merged = merged_origin(origins)
    if merged == _origin(line):
        return
    shown = QTextBlockFormat()
    shown.setProperty(Key.ORIGIN, dump_origin(merged))
    cursor = QTextCursor(line)
    with editor.stack.merging():
        cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(shown)
        cursor.endEditBlock()


def selected_origins(editor: BlockText) -> tuple[Origin, ...]:
    """The origins of the two lines that become one when the selection is deleted."""
    cursor, document = editor.textCursor(), editor.document()
    lines = (document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd()))
    return () if lines[0] == lines[1] else tuple(filter(None, map(_origin, lines)))


def merged_origin(origins: Sequence[Origin]) -> Origin:
    """Give the origin of what was written together out of paragraphs of ``origins``."""
    return replace(
        origins[0],
        touched=True,
        found=tuple(dict.fromkeys(text for origin in origins for text in origin.found)),
        confirmed=tuple(dict.fromkeys(key for origin in origins for key in origin.confirmed)),
    )


def _origin(line: QTextBlock) -> Origin | None:
    if not line.isValid() or kind_of_block(line) != "paragraph":
        return None
    return load_origin(text_property(line.blockFormat(), Key.ORIGIN))
