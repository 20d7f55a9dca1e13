"""Paste the words of the clipboard alone: no emphasis, no table, no marks of what was copied here."""

import re

from PySide6.QtCore import QMimeData

from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.editor.text.paste_bounds import TOO_LONG
from danvan_desktop.gui.widgets.file_drag import is_files
from danvan_desktop.reading.html import bare_words

_CELLS = re.compile(r" *\t[ \t]*")
"""Between the cells of a row, and columns set with tabs."""


def paste_words(editor: BlockText, source: QMimeData) -> None:
    """Put the words of ``source`` at the cursor of ``editor``, of a table a line for each row.

    The kinds of paragraphs that the words themselves say ("a) …", "- …") are kept: they would be typed so.
    """
    if is_files(source) or not (source.hasText() or source.hasHtml()):
        editor.insertFromMimeData(source)  # it has no words, and says why
        return
    words = source.text() if source.hasText() else bare_words(source.html())
    if words is None:
        editor.notice.emit(TOO_LONG)
        return
    alone = QMimeData()
    alone.setText(_CELLS.sub(" ", words))
    editor.insertFromMimeData(alone)
