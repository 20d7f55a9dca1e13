"""Cursor sync between editor and print preview: from the text cursor to the printed line and back."""

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.read import table_at
from danvan_desktop.gui.worker.messages import ReportSpot
from danvan_desktop.gui.workspace.pages.annexes import AnnexPage
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.location import GENERAL, SIGNATURE, Location

_FIELDS: dict[str, dict[str, str]] = {
    GENERAL: {
        "kind": "kind",
        "subject": "subject",
        "letterhead.parent_agency": "letterhead.parent_agency",
        "letterhead.agency": "letterhead.agency",
        "letterhead.number": "letterhead.symbol",
        "letterhead.symbol": "letterhead.symbol",
        "letterhead.place": "letterhead.place",
        "letterhead.issued_on": "letterhead.place",
    },
    SIGNATURE: {
        "addressees": "addressees",
        "recipients": "recipients",
        "filing.unit": "filing.unit",
        "filing.copies": "filing.unit",
        "filing.drafter": "filing.unit",
        "signature.lines": "signature.lines",
        "signature.other_position": "signature.other_position",
        "signature.signer": "signature.signer",
    },
}
"""The fields of each tab of fields, and the place of the line that each is printed on."""
_AT_FIRST = {GENERAL: "letterhead.agency", SIGNATURE: "signature.lines"}
"""What is looked at while the keyboard is in none of them."""


def spot_of(workspace: Workspace) -> ReportSpot | None:
    """The place in the report where the cursor stands."""
    page = workspace.current_text_page()
    if page is None:
        return _spot_of_field(workspace)
    title = getattr(page, "title", None)
    if isinstance(title, TitleEdit) and title.hasFocus():
        place = f"section:{page.identity}" if isinstance(page, SectionPage) else ""
        place = f"annex:{page.identity}" if isinstance(page, AnnexPage) else place
        return ReportSpot(place, title.textCursor().position())
    return _spot_in(page.editor)


def _spot_of_field(workspace: Workspace) -> ReportSpot | None:
    page, tab = workspace.current_page(), workspace.place()
    if page is None or tab not in _FIELDS:
        return None
    typed_in = QApplication.focusWidget()
    for name, place in _FIELDS[tab].items():
        field = page.field(name)
        if field is not None and typed_in is not None and (field is typed_in or field.isAncestorOf(typed_in)):
            return ReportSpot(place)
    return ReportSpot(_AT_FIRST[tab])


def _spot_in(editor: BlockEditor) -> ReportSpot | None:
    identity, offset = editor.place()
    cursor = editor.textCursor()
    table = table_at(cursor)
    if table is not None:
        cell = table.cellAt(cursor)
        first = cell.firstCursorPosition().block().blockNumber()
        return ReportSpot(
            f"block:{identity}", offset, (cell.row(), cell.column(), cursor.block().blockNumber() - first)
        )
    if kind_of_block(cursor.block()) == "caption":
        below = table_at(QTextCursor(cursor.block().next()))
        identity = editor.id_of(cursor.block().next()) if below is not None else identity
    return ReportSpot(f"block:{identity}", offset) if identity > 0 else None


def go_to_spot(workspace: Workspace, spot: ReportSpot) -> None:
    """Put the cursor at ``spot``."""
    kind, _, number = spot.place.partition(":")
    if kind == "block":
        workspace.go_to(str(Location("", int(number), spot.offset)))
        if spot.cell is not None:
            _go_into_cell(workspace, spot)
        else:
            _go_into_caption(workspace, int(number), spot.offset)
    elif kind in {"section", "annex"}:
        _go_to_title(workspace, kind, int(number), spot.offset)
    else:
        workspace.go_to(spot.place)


def _go_into_cell(workspace: Workspace, spot: ReportSpot) -> None:
    page = workspace.current_text_page()
    table = table_at(page.editor.textCursor()) if page is not None else None
    if page is None or table is None or spot.cell is None:
        return
    row, column, index = spot.cell
    if row >= table.rows() or column >= table.columns():
        return  # the page is older than the table
    block = table.cellAt(row, column).firstCursorPosition().block()
    for _ in range(index):
        block = block.next()
    _put_cursor(page.editor, block, spot.offset)


def _go_into_caption(workspace: Workspace, identity: int, offset: int) -> None:
    """A table's name stands in the line before it; what is clicked outside its cells is that name."""
    page = workspace.current_text_page()
    table = table_at(page.editor.textCursor()) if page is not None else None
    if page is None or table is None or page.editor.place()[0] != identity:
        return
    before = page.editor.document().findBlock(table.firstPosition() - 1)
    if kind_of_block(before) == "caption":
        _put_cursor(page.editor, before, offset)


def _go_to_title(workspace: Workspace, kind: str, identity: int, offset: int) -> None:
    report = workspace.opened.pages
    pages = report.sections if kind == "section" else report.annexes.pages
    for page in pages:
        if page.identity == identity:
            workspace.reveal(page.title)
            _put_cursor(page.title, page.title.document().begin(), offset)


def _put_cursor(edit: QWidget, block: QTextBlock, offset: int) -> None:
    if not isinstance(edit, BlockEditor | TitleEdit) or not block.isValid():
        return
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + max(0, min(offset, block.length() - 1)))
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
