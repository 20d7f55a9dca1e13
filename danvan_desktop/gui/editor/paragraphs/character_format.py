"""Bold, italic, underline, super- and subscript of the selection, in any text that has runs."""

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
    look = QTextCharFormat()
    look.setProperty(Key.BOLD, wanted)
    if not has_bold_style(edit.textCursor().blockFormat()):
        look.setFontWeight(QFont.Weight.Bold if wanted else QFont.Weight.Normal)
    _apply(edit, look)


def toggle_italic(edit: UndoableTextEdit) -> None:
    """Make the selection italic, or no longer."""
    look = QTextCharFormat()
    look.setFontItalic(not edit.currentCharFormat().fontItalic())
    _apply(edit, look)


def toggle_underline(edit: UndoableTextEdit) -> None:
    """Underline the selection, or no longer."""
    look = QTextCharFormat()
    look.setFontUnderline(not edit.currentCharFormat().fontUnderline())
    _apply(edit, look)


def toggle_vertical(edit: UndoableTextEdit, wanted: QTextCharFormat.VerticalAlignment) -> None:
    """Raise or lower the selection, or set it on the line again."""
    look = QTextCharFormat()
    look.setVerticalAlignment(_NORMAL if edit.currentCharFormat().verticalAlignment() == wanted else wanted)
    _apply(edit, look)


def make_plain(edit: UndoableTextEdit) -> None:
    """Take all these looks off the selection."""
    look = QTextCharFormat()
    look.setProperty(Key.BOLD, False)
    if not has_bold_style(edit.textCursor().blockFormat()):
        look.setFontWeight(QFont.Weight.Normal)
    look.setFontItalic(False)
    look.setFontUnderline(False)
    look.setVerticalAlignment(_NORMAL)
    _apply(edit, look)


def _apply(edit: UndoableTextEdit, look: QTextCharFormat) -> None:
    with edit.stack.macro():
        cursor = edit.textCursor()
        if not cursor.hasSelection():
            edit.mergeCurrentCharFormat(look)
            return
        cursor.beginEditBlock()
        cursor.mergeCharFormat(look)
        cursor.endEditBlock()
        edit.setTextCursor(QTextCursor(cursor))
