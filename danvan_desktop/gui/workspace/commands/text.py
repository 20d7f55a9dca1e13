"""Connects the editor's commands with the text and the parts they act on, and keeps them enabled rightly."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QWidget

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.clipboard.copy_last_year_tasks import copy_tasks
from danvan_desktop.gui.editor.paragraphs import character_format, role_and_level
from danvan_desktop.gui.editor.paragraphs.move import move
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.commands.insert_file import InsertFile
from danvan_desktop.gui.workspace.commands.outline_sync import OutlineSync
from danvan_desktop.gui.workspace.commands.remarks import RemarkCommands
from danvan_desktop.gui.workspace.commands.review import ReviewCommands
from danvan_desktop.gui.workspace.commands.sections_and_annexes import SectionCommands
from danvan_desktop.gui.workspace.commands.tables import TableCommands
from danvan_desktop.gui.workspace.pages.annexes import AnnexesPage
from danvan_desktop.gui.workspace.pages.form_fields import LineField, ListField, TickField
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.editing.block_kinds import KINDS, kind_of
from danvan_desktop.report.model import Block

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.workspace import Workspace

Texts = UndoableTextEdit | LineField
W = TypeVar("W", bound=QWidget)


class TextCommands(QObject):
    """Knows which text was used last: a command from menu or tool bar acts there."""

    def __init__(self, workspace: "Workspace", actions: EditorActions) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._actions = actions
        self._last: Texts | None = None
        self._is_read_only = False
        self.parts = SectionCommands(workspace)
        self.tables = TableCommands(workspace, actions, self.parts, self._with_blocks)
        self.reviewing = ReviewCommands(workspace, actions)
        self.remarks = RemarkCommands(workspace, actions)
        self.insert_file = InsertFile(workspace, actions)
        self.following = OutlineSync(workspace)
        self._connect_common()
        self._connect_text()
        self._connect_parts()
        workspace.stack.changed.connect(self.update)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    # ------------------------------------------------------------------ connections

    def _connect_common(self) -> None:
        actions, workspace = self._actions, self._workspace
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        for action, name in (
            (actions.cut, "cut"),
            (actions.copy, "copy"),
            (actions.paste, "paste"),
            (actions.select_all, "selectAll"),
        ):
            action.triggered.connect(partial(self._on_text, name))
        actions.next_tab.triggered.connect(partial(self._step_tab, 1))
        actions.previous_tab.triggered.connect(partial(self._step_tab, -1))
        workspace.tab_strip.clicked.connect(self._enter_page)
        workspace.last_tasks.copy_wanted.connect(self._copy_tasks)
        actions.next_pane.triggered.connect(self._next_pane)

    def _connect_text(self) -> None:
        actions = self._actions
        self._with_runs(actions.bold, character_format.toggle_bold)
        self._with_runs(actions.italic, character_format.toggle_italic)
        self._with_runs(actions.underline, character_format.toggle_underline)
        self._with_runs(
            actions.superscript, partial(character_format.toggle_vertical, wanted=character_format.SUPER)
        )
        self._with_runs(
            actions.subscript, partial(character_format.toggle_vertical, wanted=character_format.SUB)
        )
        self._with_runs(actions.plain, character_format.make_plain)
        for kind, action in zip(KINDS, actions.kinds, strict=True):
            self._with_blocks(action, partial(role_and_level.set_kind, role=kind.role, level=kind.level))
        self._workspace.tool_bar.kinds.kind_chosen.connect(self._choose_kind)
        self._with_blocks(actions.promote, role_and_level.promote_selected)
        self._with_blocks(actions.demote, role_and_level.demote_selected)
        self._with_blocks(actions.renumber, role_and_level.number_selected)
        self._with_blocks(actions.move_up, partial(move, up=True))
        self._with_blocks(actions.move_down, partial(move, up=False))

    def _connect_parts(self) -> None:
        actions, parts = self._actions, self.parts
        actions.add_section.triggered.connect(parts.add_section)
        actions.delete_section.triggered.connect(parts.delete_section)
        actions.section_left.triggered.connect(lambda: parts.move_section(-1))
        actions.section_right.triggered.connect(lambda: parts.move_section(1))
        actions.renumber_section.triggered.connect(parts.renumber_section)
        actions.add_annex.triggered.connect(parts.add_annex)
        actions.add_annex_form.triggered.connect(parts.choose_annex)
        actions.keep_form.triggered.connect(parts.keep_form)
        actions.delete_annex.triggered.connect(parts.delete_annex)
        actions.add_bases.triggered.connect(parts.show_bases)

    def _with_runs(self, action: QAction, act: Callable[[UndoableTextEdit], None]) -> None:
        """Let ``action`` act on the text with runs that was used last."""

        def run() -> None:
            edit = self._text_with_runs()
            if edit is not None:
                act(edit)
                edit.setFocus()
                self.update()

        action.triggered.connect(run)

    def _with_blocks(self, action: QAction, act: Callable[[BlockEditor], None]) -> None:
        """Let ``action`` act on the blocks that are shown."""

        def run() -> None:
            editor = self._editor()
            if editor is not None:
                act(editor)
                editor.setFocus()
                self.update()

        action.triggered.connect(run)

    # ------------------------------------------------------------------ which text

    def take(self, page: TabPage) -> None:
        """Follow the texts of ``page``."""
        if isinstance(page, AnnexesPage):
            page.add_wanted.connect(self.parts.choose_annex)
            page.delete_wanted.connect(self.parts.delete_annex)
        for edit in _inside(page, UndoableTextEdit):
            edit.cursorPositionChanged.connect(self.update)
            edit.selectionChanged.connect(self.update)
            edit.said.connect(self._workspace.said)
        for line in _inside(page, LineField):
            line.selectionChanged.connect(self.update)
        self._apply_read_only(page)

    def forget(self) -> None:
        """The texts known so far belong to a report that is closed."""
        self._last = None
        self.remarks.close_list()
        self.insert_file.close_notes()
        self.update()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, UndoableTextEdit | LineField) and self._workspace.isAncestorOf(now):
            self._last = now
            self.update()

    def _text(self) -> Texts | None:
        """The text used last, as long as it is shown; else the text of the page."""
        if self._last is not None and self._last.isVisible():
            return self._last
        page = self._workspace.current_text_page()
        return page.editor if page is not None else None

    def _text_with_runs(self) -> UndoableTextEdit | None:
        text = self._text()
        return text if isinstance(text, UndoableTextEdit) and not isinstance(text, ListField) else None

    def _editor(self) -> BlockEditor | None:
        text = self._text()
        return text if isinstance(text, BlockEditor) else None

    # ------------------------------------------------------------------ acts

    def _undo(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._workspace.stack.undo()

    def _redo(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._workspace.stack.redo()

    def _on_text(self, name: str) -> None:
        text = self._text()
        if text is None:
            return
        if name == "cut" and isinstance(text, UndoableTextEdit):
            with self._workspace.stack.together():
                text.cut()
        else:
            getattr(text, name)()

    def _choose_kind(self, index: int) -> None:
        self._actions.kinds[index].trigger()

    def _copy_tasks(self, blocks: list[Block]) -> None:
        """Copy last year's tasks below the paragraph with the cursor, or the text of the heading with it."""
        page = self._workspace.current_text_page()
        if page is not None and not self._is_read_only:
            copy_tasks(page.editor, blocks)
            page.editor.setFocus()

    def _step_tab(self, step: int) -> None:
        strip = self._workspace.tab_strip
        if strip.count():
            strip.setCurrentIndex((strip.currentIndex() + step) % strip.count())
            page = self._workspace.current_page()
            if page is not None:
                page.start().setFocus(Qt.FocusReason.TabFocusReason)

    def _enter_page(self) -> None:
        """Give the keyboard to what was used last on the page, also where a panel beside it had it."""
        page = self._workspace.current_page()
        if page is not None:
            last: QWidget | None = page.focusWidget()
            (page.start() if last is None else last).setFocus()

    def _next_pane(self) -> None:
        """Go round: text, outline, tabs, panels, tool bar."""
        workspace = self._workspace
        page = workspace.current_page()
        panes = [page.start() if page is not None else workspace, workspace.outline, workspace.tab_strip]
        panes = [*panes, *workspace.panes_beside, workspace.tool_bar.kinds]
        panes = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focus = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if pane is focus), 0)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------------ states

    def update(self) -> None:
        """Enable what can be done now, and show what the cursor stands in."""
        stack, editable = self._workspace.stack, not self._is_read_only
        self._actions.undo.setEnabled(stack.can_undo and editable)
        self._actions.redo.setEnabled(stack.can_redo and editable)
        text = self._text()
        selected = _has_selection(text)
        self._actions.cut.setEnabled(selected and editable)
        self._actions.copy.setEnabled(selected)
        self._actions.paste.setEnabled(text is not None and editable)
        self._actions.select_all.setEnabled(text is not None)
        self._update_looks()
        self._update_blocks()
        self.parts.update(self._actions, editable=editable)
        self.reviewing.update()
        self.remarks.update()
        self.insert_file.update(editable=editable)

    def _update_looks(self) -> None:
        actions, edit = self._actions, self._text_with_runs()
        editable = edit is not None and not self._is_read_only
        look = edit.currentCharFormat() if edit is not None else None
        vertical = look.verticalAlignment() if look is not None else None
        actions.bold.setEnabled(editable and not isinstance(edit, TitleEdit) and not _is_heading(edit))
        actions.bold.setChecked(edit is not None and character_format.is_bold(edit))
        actions.italic.setChecked(look is not None and look.fontItalic())
        actions.underline.setChecked(look is not None and look.fontUnderline())
        actions.superscript.setChecked(vertical == character_format.SUPER)
        actions.subscript.setChecked(vertical == character_format.SUB)
        for action in (
            actions.italic,
            actions.underline,
            actions.superscript,
            actions.subscript,
            actions.plain,
        ):
            action.setEnabled(editable)

    def _update_blocks(self) -> None:
        actions, editor = self._actions, self._editor()
        editable = editor is not None and not self._is_read_only
        place = role_and_level.current_place(editor) if editor is not None else None
        self._workspace.tool_bar.kinds.show_place(place if editable else None)
        shown = kind_of(*place) if place is not None else None
        for kind, action in zip(KINDS, actions.kinds, strict=True):
            action.setEnabled(editable and place is not None)
            action.setChecked(kind == shown)
        for action in (actions.promote, actions.demote):
            action.setEnabled(editable and place is not None)
        actions.renumber.setEnabled(
            editable and editor is not None and role_and_level.has_fixed_number(editor)
        )
        for action in (actions.move_up, actions.move_down):
            action.setEnabled(editable)
        self.tables.update(editor, editable=editable)

    def fill_menu(self, menu: QMenu, widget: QWidget) -> None:
        """Put into a context menu what can be done with ``widget``."""
        widget.setFocus()
        actions = self._actions
        menu.addActions([actions.undo, actions.redo])
        menu.addSeparator()
        menu.addActions([actions.cut, actions.copy, actions.paste, actions.select_all])
        if isinstance(widget, BlockEditor):
            menu.addSeparator()
            menu.addActions([actions.confirm, actions.confirm_paragraph, actions.edit_note])
            menu.addSeparator()
            if widget.selected_table() is not None:
                menu.addActions(list(actions.of_table))
            else:
                menu.addActions(list(actions.kinds))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter
        """Let nothing be changed, or all again."""
        self._is_read_only = read_only
        self.reviewing.set_read_only(read_only)
        self._workspace.last_tasks.set_can_copy(not read_only)
        self.remarks.set_read_only(read_only)
        if self._workspace.pages is not None:
            for _, page in self._workspace.pages.in_order():
                self._apply_read_only(page)
        self.update()

    def _apply_read_only(self, page: TabPage) -> None:
        for edit in _inside(page, UndoableTextEdit):
            edit.setReadOnly(self._is_read_only)
            edit.viewport().update()
        for line in _inside(page, QLineEdit):
            line.setReadOnly(self._is_read_only)
        for field in (*_inside(page, QLineEdit), *_inside(page, ListField)):
            _look_read_only(field, read_only=self._is_read_only)
        for kind in (QComboBox, TickField, QPushButton):
            for widget in _inside(page, kind):
                widget.setEnabled(not self._is_read_only)


def _inside(page: QWidget, kind: type[W]) -> list[W]:
    return cast("list[W]", page.findChildren(kind))


def _look_read_only(field: QWidget, *, read_only: bool) -> None:
    """Give a field that cannot be typed into the ground of the page, as Qt gives to what is switched off."""
    palette = QPalette()
    if read_only:
        palette = field.palette()
        palette.setColor(QPalette.ColorRole.Base, palette.color(QPalette.ColorRole.Window))
    field.setPalette(palette)


def _has_selection(text: Texts | None) -> bool:
    if isinstance(text, UndoableTextEdit):
        return text.textCursor().hasSelection()
    return text is not None and text.hasSelectedText()


def _is_heading(edit: UndoableTextEdit | None) -> bool:
    if not isinstance(edit, BlockEditor):
        return False
    place = role_and_level.current_place(edit)
    return place is not None and place[0] == "heading"
