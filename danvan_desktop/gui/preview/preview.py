"""Print preview of the open report: updates after a pause in typing and follows the cursor."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.preview.cursor_sync import go_to_spot, spot_of
from danvan_desktop.gui.preview.panel import PreviewPanel
from danvan_desktop.gui.preview.renderer import PageSet, Renderer
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.side.panels import SidePanel
from danvan_desktop.gui.worker.messages import ReportSpot
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report

_FOLLOW_MS = 80
"""The pages follow the cursor this long after it moved."""
_NAME = "preview"
_LEAST, _WIDTH = 400, 560


class Preview(QObject):
    """Connects editor, panel and renderer; the worker process is started when pages are first shown."""

    counted = Signal(int)
    """The number of pages; 0 when there are none to show."""
    slipped = Signal(bool)
    """Whether the signing block stands on a last page that holds hardly more."""

    def __init__(self, workspace: Workspace, toggle: QAction, printing: QAction) -> None:
        """Put a panel beside the editor; ``toggle`` shows and hides it."""
        super().__init__(workspace)
        self._workspace, self._toggle = workspace, toggle
        self.panel = PreviewPanel(printing)
        self.renderer = Renderer(self)
        self._is_outdated = True
        self._debounce = Debounce(_FOLLOW_MS, self._follow_cursor, self)
        self.panel.hide()
        # Shown by set_shown, which the command asks for: pages are not drawn for nobody.
        panel = SidePanel(
            _NAME, self.panel, toggle, _LEAST, _WIDTH, lambda _: None, title="Trang in", holds_pages=True
        )
        workspace.add_panel(panel, self.panel.view)
        self._connect()

    def _connect(self) -> None:
        workspace, renderer, view = self._workspace, self.renderer, self.panel.view
        workspace.rested.connect(self.show_report)
        workspace.cursor_moved.connect(self._note_move)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._note_move)
        renderer.composed.connect(self._on_composed)
        renderer.drawn.connect(view.show_sheet)
        renderer.refused.connect(self._on_refused)
        view.images_wanted.connect(renderer.want)
        view.clicked.connect(self._go_to)
        view.focus_released.connect(self._leave)
        self.panel.closed.connect(lambda: self._toggle.setChecked(False))

    @property
    def is_shown(self) -> bool:
        """Whether the user wants to see pages."""
        return not self.panel.isHidden()

    def set_shown(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Show the pages or hide them."""
        if shown == self.is_shown:
            return
        if not shown and self.panel.isAncestorOf(self.panel.window().focusWidget()):
            self._leave()
        self.panel.setVisible(shown)
        self._workspace.arrange()
        if shown:
            if self._is_outdated and self._workspace.current_page() is not None:
                self.show_report(self._workspace.opened.report())
            self._note_move()

    def show_report(self, report: Report) -> None:
        """Show the pages of ``report``, when they are wanted."""
        self._is_outdated = not self.is_shown
        if self.is_shown:
            self.renderer.show(report)

    def forget(self) -> None:
        """The report is closed: its pages must not be seen again."""
        self._is_outdated = True
        self.renderer.forget()
        self.panel.forget()

    def close(self) -> None:
        """The window goes: end the process."""
        self._debounce.stop()
        self.renderer.close()

    def _on_composed(self, pages: PageSet) -> None:
        self.panel.show_pages(pages)
        self.counted.emit(len(pages.pages))
        self.slipped.emit(pages.slipped)

    def _on_refused(self, message: str) -> None:
        self.panel.show_problem(message)
        self.counted.emit(0)

    def _note_move(self) -> None:
        if self.is_shown:
            self._debounce.start()

    def _follow_cursor(self) -> None:
        if self.is_shown and self._workspace.current_page() is not None:
            self.panel.view.follow(spot_of(self._workspace))

    def _go_to(self, spot: ReportSpot) -> None:
        go_to_spot(self._workspace, spot)

    def _leave(self) -> None:
        page = self._workspace.current_page()
        if page is not None:
            page.start().setFocus()
