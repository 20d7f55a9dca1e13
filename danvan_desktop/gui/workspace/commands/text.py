"""Commands on the text with the cursor: undo, clipboard, character format, kind and place of paragraphs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.clipboard.copy_last_year_tasks import copy_tasks
from danvan_desktop.gui.editor.paragraphs import character_format, role_and_level
from danvan_desktop.gui.editor.paragraphs.move import move
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.pages.form_fields import LineField, ListField
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.gui.workspace.read_only_guard import inside
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.editing.block_kinds import KINDS, kind_of
from danvan_desktop.report.model import Block

Texts = UndoableTextEdit | LineField


class TextCommands(QObject):
    """Knows which text was used last: a command from menu or tool bar acts there."""

    updated = Signal()
    """The cursor, the selection, the tab or the report changed: commands are enabled again."""

    def __init__(self, workspace: Workspace) -> None:
        """Connect the commands."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._actions = workspace.editor_actions
        self._last: Texts | None = None
        self._connect_common()
        self._connect_text()
        workspace.page_taken.connect(self._take)
        workspace.cursor_moved.connect(self.update)
        workspace.report_left.connect(self._forget)
        self._opened.stack.changed.connect(self.update)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    # ------------------------------------------------------------------ connections

    def _connect_common(self) -> None:
        actions = self._actions
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        for action, name in (
            (actions.cut, "cut"),
            (actions.copy, "copy"),
            (actions.paste, "paste"),
            (actions.select_all, "selectAll"),
        ):
            action.triggered.connect(partial(self._on_text, name))
        actions.paste_words.triggered.connect(self._paste_words)
        self._workspace.last_tasks.copy_wanted.connect(self._copy_tasks)

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
            self.connect_to_blocks(action, partial(role_and_level.set_kind, role=kind.role, level=kind.level))
        self._workspace.tool_bar.kinds.kind_chosen.connect(self._choose_kind)
        self.connect_to_blocks(actions.promote, role_and_level.promote_selected)
        self.connect_to_blocks(actions.demote, role_and_level.demote_selected)
        self.connect_to_blocks(actions.renumber, role_and_level.number_selected)
        self.connect_to_blocks(actions.move_up, partial(move, up=True))
        self.connect_to_blocks(actions.move_down, partial(move, up=False))

    def _with_runs(self, action: QAction, act: Callable[[UndoableTextEdit], None]) -> None:
        """Let ``action`` act on the text with runs that was used last."""

        def run() -> None:
            edit = self._text_with_runs()
            if edit is not None:
                act(edit)
                edit.setFocus()
                self.update()

        action.triggered.connect(run)

    def connect_to_blocks(self, action: QAction, act: Callable[[BlockEditor], None]) -> None:
        """Let ``action`` act on the editor of blocks that was used last."""

        def run() -> None:
            editor = self.editor()
            if editor is not None:
                act(editor)
                editor.setFocus()
                self.update()

        action.triggered.connect(run)

    # ------------------------------------------------------------------ which text

    def _take(self, page: QWidget) -> None:
        """Follow the texts of ``page``."""
        for edit in inside(page, UndoableTextEdit):
            edit.selectionChanged.connect(self.update)
            edit.notice.connect(self._opened.notice)
            edit.raise_wanted.connect(self._actions.superscript.trigger)
        for line in inside(page, LineField):
            line.selectionChanged.connect(self.update)

    def _forget(self) -> None:
        """The texts known so far belong to a report that is closed."""
        self._last = None
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

    def editor(self) -> BlockEditor | None:
        """The editor of blocks that was used last, as long as it is shown."""
        text = self._text()
        return text if isinstance(text, BlockEditor) else None

    # ------------------------------------------------------------------ what the commands do

    def _undo(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._opened.stack.undo()

    def _redo(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._opened.stack.redo()

    def _on_text(self, name: str) -> None:
        text = self._text()
        if text is None:
            return
        if name == "cut" and isinstance(text, UndoableTextEdit):
            with self._opened.stack.macro():
                text.cut()
        else:
            getattr(text, name)()

    def _paste_words(self) -> None:
        """Paste words alone; a field and a heading never take more."""
        text = self._text()
        if isinstance(text, BlockEditor):
            from danvan_desktop.gui.editor.clipboard.paste_words import paste_words

            paste_words(text, QGuiApplication.clipboard().mimeData())
        elif text is not None:
            text.paste()

    def _choose_kind(self, index: int) -> None:
        self._actions.kinds[index].trigger()

    def _copy_tasks(self, blocks: list[Block]) -> None:
        """Copy last year's tasks below the paragraph with the cursor, or the text of the heading with it."""
        page = self._workspace.current_text_page()
        if page is not None and not self._opened.is_read_only:
            copy_tasks(page.editor, blocks)
            page.editor.setFocus()

    # ------------------------------------------------------------------ what is enabled

    def update(self) -> None:
        """Enable what can be done now, and show the formatting and the kind at the cursor."""
        stack, editable = self._opened.stack, not self._opened.is_read_only
        if stack.is_in_step:
            return  # the stack says when that is done
        self._actions.undo.setEnabled(stack.can_undo and editable)
        self._actions.redo.setEnabled(stack.can_redo and editable)
        text = self._text()
        selected = _has_selection(text)
        self._actions.cut.setEnabled(selected and editable)
        self._actions.copy.setEnabled(selected)
        for action in (self._actions.paste, self._actions.paste_words):
            action.setEnabled(text is not None and editable)
        self._actions.select_all.setEnabled(text is not None)
        self._update_character_format()
        self._update_blocks()
        self.updated.emit()

    def _update_character_format(self) -> None:
        actions, edit = self._actions, self._text_with_runs()
        editable = edit is not None and not self._opened.is_read_only
        shown = edit.currentCharFormat() if edit is not None else None
        vertical = shown.verticalAlignment() if shown is not None else None
        actions.bold.setEnabled(editable and not isinstance(edit, TitleEdit) and not _is_heading(edit))
        actions.bold.setChecked(edit is not None and character_format.is_bold(edit))
        actions.italic.setChecked(shown is not None and shown.fontItalic())
        actions.underline.setChecked(shown is not None and shown.fontUnderline())
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
        actions, editor = self._actions, self.editor()
        editable = editor is not None and not self._opened.is_read_only
        place = role_and_level.current_role_and_level(editor) if editor is not None else None
        self._workspace.tool_bar.kinds.show_kind(place if editable else None)
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


def _has_selection(text: Texts | None) -> bool:
    if isinstance(text, UndoableTextEdit):
        return text.textCursor().hasSelection()
    return text is not None and text.hasSelectedText()


def _is_heading(edit: UndoableTextEdit | None) -> bool:
    if not isinstance(edit, BlockEditor):
        return False
    place = role_and_level.current_role_and_level(edit)
    return place is not None and place[0] == "heading"
