"""Commands "Tìm", "Thay thế", "Tìm tiếp": the bar and the list are made when they are first asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.workspace.pages.form_fields import LineField
from danvan_desktop.gui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.find.finder import Finder

_LONGEST = 200
_LIST = "find_list"


class FindCommands(QObject):
    """Looks for words in the open report."""

    def __init__(self, workspace: Workspace, preferences: Preferences) -> None:
        """Connect the commands; ``preferences`` remembers whether the list is shown."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._actions = actions = workspace.editor_actions
        self._finder: Finder | None = None
        actions.toggle_hits.setChecked(preferences.flag(_LIST, default=True))
        actions.find.triggered.connect(lambda: self.find(replacing=False))
        actions.replace.triggered.connect(lambda: self.find(replacing=True))
        actions.next_hit.triggered.connect(lambda: self._go_on(1))
        actions.previous_hit.triggered.connect(lambda: self._go_on(-1))
        workspace.report_left.connect(self._forget)

    def finder(self) -> "Finder":
        """The bar with all it does, made when it is first needed."""
        if self._finder is None:
            from danvan_desktop.gui.workspace.find.finder import Finder
            from danvan_desktop.gui.workspace.find.replacer import Replacer

            self._finder = Finder(self._workspace, _LIST)
            Replacer(self._workspace, self._finder)
        return self._finder

    def find(self, *, replacing: bool) -> None:
        """Ask what to look for; what is selected in a text is proposed."""
        self.finder().ask(_selected_words(), replacing=replacing and not self._opened.is_read_only)

    def look_for(self, terms: Sequence[str]) -> None:
        """Show what a search in the list of reports found: ``terms``, folded, in this one."""
        from danvan_desktop.report.find.find import first_of_terms

        hit = first_of_terms(self._opened.report(), terms) if terms else None
        if hit is not None:
            self.finder().show_first(hit)

    def update(self) -> None:
        """Enable what can be done: nothing is replaced in what may only be read."""
        self._actions.replace.setEnabled(not self._opened.is_read_only)

    def _go_on(self, step: int) -> None:
        finder = self.finder()
        if finder.has_query:
            finder.go_on(step)
        else:
            finder.ask(_selected_words(), replacing=False)

    def _forget(self) -> None:
        if self._finder is not None:
            self._finder.forget()


def _selected_words() -> str:
    """What is selected in the text with the keyboard, where it can be looked for: a part of a line."""
    widget = QApplication.focusWidget()
    text = ""
    if isinstance(widget, UndoableTextEdit):
        text = widget.textCursor().selectedText()
    elif isinstance(widget, LineField):
        text = widget.selectedText()
    return text if len(text) <= _LONGEST and text.isprintable() else ""
