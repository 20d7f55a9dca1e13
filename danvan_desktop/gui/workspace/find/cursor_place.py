"""Where the cursor stands among the texts of the report: from there the next hit is looked for."""

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.read import table_at, table_blocks
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.pages.annexes import AnnexPage
from danvan_desktop.gui.workspace.pages.opening import OpeningPage
from danvan_desktop.gui.workspace.pages.text_page import SectionPage, TextPage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.texts import CAPTION, LEGAL_BASES, PART, TextPlace
from danvan_desktop.report.location import TITLE
from danvan_desktop.report.text.utf16 import utf16_slice


@frozen
class CursorPlace:
    """A text, and from where to where something is selected in it, in letters of Python."""

    place: TextPlace
    start: int = 0
    end: int = 0


def cursor_place(workspace: Workspace) -> CursorPlace:
    """Give the place of the cursor; on a form, and beside all text, only the tab is known."""
    tab = workspace.tabs()[workspace.tab_strip.currentIndex()][0]
    page = workspace.current_text_page()
    if page is None:
        return CursorPlace(TextPlace(tab))
    heading = _heading(page, tab)
    return heading if heading is not None else _in_text(page.editor, tab)


def _heading(page: TextPage, tab: str) -> CursorPlace | None:
    """The place in a heading above the text, where that was used last."""
    used: QWidget | None = page.focusWidget()
    if isinstance(page, SectionPage) and used is not None and used in {page.title, page.part}:
        place = TextPlace(tab, field=TITLE if used is page.title else PART)
    elif isinstance(page, AnnexPage) and used is page.title:
        place = TextPlace(tab, field=TITLE, annex=page.identity)
    elif isinstance(page, OpeningPage) and used is page.bases:
        line = sum(bool(text.strip()) for text in _lines_above(page.bases.textCursor()))
        place = TextPlace(tab, field=LEGAL_BASES, line=line)
    else:
        return None
    return _selected(used.textCursor(), place) if isinstance(used, UndoableTextEdit) else None


def _lines_above(cursor: QTextCursor) -> list[str]:
    block = cursor.document().findBlock(cursor.selectionStart()).previous()
    lines = []
    while block.isValid():
        lines.append(block.text())
        block = block.previous()
    return lines


def _in_text(editor: BlockEditor, tab: str) -> CursorPlace:
    cursor = editor.textCursor()
    line = editor.document().findBlock(cursor.selectionStart())
    while line.isValid() and editor.id_of(line) <= 0:  # an empty line that is none of the report's
        line = line.next()
    if not line.isValid():
        return CursorPlace(TextPlace(tab))
    return _selected(cursor, TextPlace(tab, editor.id_of(line), _cell(line), _field(line)))


def _field(line: QTextBlock) -> str:
    return CAPTION if kind_of_block(line) == "caption" else ""


def _cell(line: QTextBlock) -> tuple[int, int, int] | None:
    grid = table_at(QTextCursor(line))
    if grid is None:
        return None
    cell = grid.cellAt(line.position())
    index = next((index for index, each in enumerate(table_blocks(cell)) if each == line), 0)
    return cell.row(), cell.column(), index


def _selected(cursor: QTextCursor, place: TextPlace) -> CursorPlace:
    line = cursor.document().findBlock(cursor.selectionStart())
    text, first = line.text(), line.position()
    start, end = (
        len(utf16_slice(text, 0, each - first)) for each in (cursor.selectionStart(), cursor.selectionEnd())
    )
    return CursorPlace(place, start, end)
