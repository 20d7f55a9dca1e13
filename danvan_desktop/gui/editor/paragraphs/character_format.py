"""Character formatting of the selection: bold, italic, underline, superscript, subscript."""

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from danvan_desktop.gui.editor.document.formats import has_bold_style
from danvan_desktop.gui.editor.document.properties import Key
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit

SUPER = QTextCharFormat.VerticalAlignment.AlignSuperScript
SUB = QTextCharFormat.VerticalAlignment.AlignSubScript
_NORMAL = QTextCharFormat.VerticalAlignment.AlignNormal


def is_bold(edit: UndoableTextEdit) -> bool:
    """Whether the letters at the cursor are bold by the author's wish."""
    return edit.currentCharFormat().property(Key.BOLD) is True


def toggle_bold(edit: UndoableTextEdit) -> None:
    """Make the selection bold, or no longer."""
    wanted = not is_bold(edit)
    change = QTextCharFormat()
    change.setProperty(Key.BOLD, wanted)
    if not has_bold_style(edit.textCursor().blockFormat()):
        change.setFontWeight(QFont.Weight.Bold if wanted else QFont.Weight.Normal)
    _apply(edit, change)


def toggle_italic(edit: UndoableTextEdit) -> None:
    """Make the selection italic, or no longer."""
    change = QTextCharFormat()
    change.setFontItalic(not edit.currentCharFormat().fontItalic())
    _apply(edit, change)


def toggle_underline(edit: UndoableTextEdit) -> None:
    """Underline the selection, or no longer."""
    change = QTextCharFormat()
    change.setFontUnderline(not edit.currentCharFormat().fontUnderline())
    _apply(edit, change)


def toggle_vertical(edit: UndoableTextEdit, wanted: QTextCharFormat.VerticalAlignment) -> None:
    """Raise or lower the selection, or set it on the line again."""
    change = QTextCharFormat()
    change.setVerticalAlignment(_NORMAL if edit.currentCharFormat().verticalAlignment() == wanted else wanted)
    _apply(edit, change)


def make_plain(edit: UndoableTextEdit) -> None:
    """Clear the character formatting of the selection."""
    change = QTextCharFormat()
    change.setProperty(Key.BOLD, False)
    if not has_bold_style(edit.textCursor().blockFormat()):
        change.setFontWeight(QFont.Weight.Normal)
    change.setFontItalic(False)
    change.setFontUnderline(False)
    change.setVerticalAlignment(_NORMAL)
    _apply(edit, change)


def _apply(edit: UndoableTextEdit, change: QTextCharFormat) -> None:
    with edit.stack.macro():
        cursor = edit.textCursor()
        if not cursor.hasSelection():
            edit.mergeCurrentCharFormat(change)
            return
        cursor.beginEditBlock()
        cursor.mergeCharFormat(change)
        cursor.endEditBlock()
        edit.setTextCursor(QTextCursor(cursor))
