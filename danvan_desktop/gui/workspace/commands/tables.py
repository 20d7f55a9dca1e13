"""Table commands (menu "Bảng"): rows, columns, merged cells, widths; each is one undo step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from danvan_desktop.errors import UserError
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.tables import insert_delete, merge_split
from danvan_desktop.gui.editor.tables.rewrite_table import table_here
from danvan_desktop.gui.widgets.message import question, show_problem, wait_for_answer
from danvan_desktop.gui.workspace.commands.annexes import AnnexCommands
from danvan_desktop.gui.workspace.commands.text import TextCommands
from danvan_desktop.gui.workspace.pages.annexes import AnnexPage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Alignment, Annex, Paragraph, Run, Table
from danvan_desktop.report.numbering import roman

_MOVE = (
    "Bảng trong bài đứng trên trang dọc. Muốn đặt ngang thì bảng thành một phụ lục khổ ngang, "
    "trong bài còn lại lời chỉ dẫn đến phụ lục ấy."
)


class TableCommands(QObject):
    """Acts on the table with the cursor in the text that was used last."""

    def __init__(self, workspace: Workspace, text: TextCommands, annexes: AnnexCommands) -> None:
        """Connect the commands; ``text`` knows the editor, ``annexes`` take a table that is turned."""
        super().__init__(workspace)
        self._workspace, self._text, self._annexes = workspace, text, annexes
        self._actions = actions = workspace.editor_actions
        connect = text.connect_to_blocks
        connect(actions.insert_table, self._insert)
        connect(actions.row_above, partial(insert_delete.insert_row, below=False))
        connect(actions.row_below, partial(insert_delete.insert_row, below=True))
        connect(actions.column_before, partial(insert_delete.insert_column, after=False))
        connect(actions.column_after, partial(insert_delete.insert_column, after=True))
        for action, delete, told in (
            (actions.delete_rows, insert_delete.delete_rows, "Đã xóa hàng của bảng."),
            (actions.delete_columns, insert_delete.delete_columns, "Đã xóa cột của bảng."),
            (actions.delete_table, insert_delete.delete_table, "Đã xóa bảng."),
        ):
            connect(action, partial(self._delete, delete=delete, told=told))
        connect(actions.caption, insert_delete.toggle_caption)
        connect(actions.header_row, merge_split.toggle_header)
        connect(actions.merge_cells, self._merge)
        connect(actions.split_cell, merge_split.split_cell)
        connect(actions.columns, self._ask_columns)
        connect(actions.landscape, self._turn)
        for align, action in actions.of_align.items():
            connect(action, partial(_align, align=align))

    def update(self) -> None:
        """Enable what can be done where the cursor stands."""
        actions, editor = self._actions, self._text.editor()
        editable = editor is not None and not self._workspace.opened.is_read_only
        found = merge_split.selected(editor) if editor is not None else None
        actions.insert_table.setEnabled(editable and found is None)
        for action in actions.of_table:
            action.setEnabled(editable and found is not None)
        actions.merge_cells.setEnabled(editable and found is not None and found.can_merge)
        actions.split_cell.setEnabled(editable and found is not None and found.is_merged)
        for align, action in actions.of_align.items():
            action.setChecked(found is not None and found.align == align)
        annex = self._annex()
        actions.landscape.setChecked(annex is not None and annex.orientation.value() == "landscape")

    def _insert(self, editor: BlockEditor) -> None:
        from danvan_desktop.gui.editor.tables.new_table_dialog import ask_table_size

        size = ask_table_size(self._workspace)
        if size is not None:
            insert_delete.insert_table(editor, *size)

    def _delete(self, editor: BlockEditor, delete: Callable[[BlockEditor], object], told: str) -> None:
        before = editor.document().revision()
        delete(editor)
        if editor.document().revision() != before:
            self._workspace.opened.done.emit(told, True)

    def _merge(self, editor: BlockEditor) -> None:
        try:
            merge_split.merge_cells(editor)
        except UserError as error:
            show_problem("Chưa gộp được ô", error.message, self._workspace.window())

    def _ask_columns(self, editor: BlockEditor) -> None:
        from danvan_desktop.gui.editor.tables.columns_dialog import ColumnsDialog

        table = table_here(editor)
        if table is None:
            return
        dialog = ColumnsDialog(table, self._workspace.window())
        accepted, wanted = dialog.exec() == QDialog.DialogCode.Accepted, dialog.table()
        dialog.deleteLater()
        if accepted:
            merge_split.put_table(editor, wanted)

    def _turn(self, editor: BlockEditor) -> None:
        """Turn the annex with the table; a table in the text becomes an annex across, if that is agreed."""
        annex, table = self._annex(), table_here(editor)
        if annex is not None:
            annex.orientation.choose("portrait" if annex.orientation.value() == "landscape" else "landscape")
        elif table is not None and self._agreed():
            self._make_annex(editor, table)
        self._workspace.refresh()

    def _agreed(self) -> bool:
        box = question(self._workspace.window(), "Trang ngang", _MOVE)
        yes = box.addButton("Chuyển thành &phụ lục", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("T&hôi", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        return wait_for_answer(box) is yes

    def _make_annex(self, editor: BlockEditor, table: Table) -> None:
        opened = self._workspace.opened
        pages = opened.pages
        number = len(pages.annexes.pages) + 1
        # Its name becomes the annex's. The text points to it; the numeral comes with the second annex.
        which = f" {roman(number)}" if number > 1 else ""
        pointer = Paragraph(
            pages.ids.take(), runs=(Run(f"(Chi tiết tại Phụ lục{which} kèm theo Báo cáo này)."),)
        )
        annex = Annex(
            pages.ids.take(),
            title=table.caption or (),
            orientation="landscape",
            blocks=(replace(table, caption=None),),
        )
        with opened.stack.macro():
            units = editor.units()
            at = next(i for i, unit in enumerate(units) if unit.blocks[:1] and unit.blocks[0].id == table.id)
            editor.replace(units, at, at, (pointer,))
            page = self._annexes.add(annex)
        (page.editor if annex.title else page.title).setFocus()

    def _annex(self) -> AnnexPage | None:
        page = self._workspace.current_text_page()
        return page if isinstance(page, AnnexPage) else None


def _align(editor: BlockEditor, align: Alignment) -> None:
    merge_split.align_columns(editor, align)
