"""Command "Xem trang in" (F11): creates the print preview on first use."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from danvan_desktop.gui.preview.page_count import PageCounter
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from danvan_desktop.gui.preview.preview import Preview


class PreviewCommand(QObject):
    """Shows and hides the preview beside the text. While it is shown, it counts the pages."""

    def __init__(
        self, workspace: Workspace, counter: PageCounter, preferences: Preferences, printing: QAction
    ) -> None:
        """Show the preview now where it was open when the window closed; ``printing`` gets a button in it."""
        super().__init__(workspace)
        self._workspace, self._counter, self._printing = workspace, counter, printing
        self.preview: Preview | None = None
        self._toggle = workspace.editor_actions.toggle_preview
        self._toggle.toggled.connect(self._show)
        self._toggle.setChecked(preferences.flag("preview", default=False))

    def forget(self) -> None:
        """The report is closed."""
        if self.preview is not None:
            self.preview.forget()

    def close(self) -> None:
        """The window goes: end the worker process."""
        if self.preview is not None:
            self.preview.close()

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if self.preview is None:
            if not shown:
                return
            from danvan_desktop.gui.preview.preview import Preview

            self.preview = Preview(self._workspace, self._toggle, self._printing)
            self.preview.counted.connect(self._counter.counted)
            self.preview.slipped.connect(self._counter.slipped)
        self._counter.is_idle = shown
        self.preview.set_shown(shown)
