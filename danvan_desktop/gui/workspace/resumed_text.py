"""The text shown first when a report is resumed: editable before the rest of the window is loaded."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.startup.resume_point import Margins
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from danvan_desktop.report.location import Location, parse
from danvan_desktop.report.model import Report


class ResumedText(QWidget):
    """One section of a report by itself, with an undo stack; the workspace takes both over later."""

    painted = Signal()
    """The text was painted for the first time."""

    def __init__(self, report: Report, place: str, margins: Margins, zoom: float = 1) -> None:
        """Show the section of ``place``, ``zoom`` times as large as at first.

        :attr:`page` is None where that is none: a form, an annex.
        """
        super().__init__()
        self.stack, self.ids, self.report = UndoStack(), BlockIdCounter(report.next_id), report
        self.place: Location = parse(place)
        section = next((each for each in report.sections if f"section:{each.id}" == self.place.tab), None)
        self.page = None if section is None else SectionPage(self.stack, self.ids, section)
        self.is_edited = False
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins)
        if self.page is not None:
            self.page.set_zoom(zoom)
            column.addWidget(self.page)
            self.page.edited.connect(self._note_edit)
            self.page.editor.viewport().installEventFilter(self)

    def take_keys(self) -> None:
        """Put the cursor where it was left."""
        if self.page is not None:
            self.page.start().setFocus()
            self.page.editor.go_to(self.place.block, self.place.offset)

    def scrolled(self) -> int:
        """How far the text is scrolled."""
        return 0 if self.page is None else self.page.editor.verticalScrollBar().value()

    def current(self) -> Report:
        """Give the report with what was typed."""
        if self.page is None:
            return self.report
        here = self.page.section()
        sections = tuple(here if each.id == here.id else each for each in self.report.sections)
        next_id = max(self.ids.next_id, self.report.next_id)
        return replace(self.report, sections=sections, next_id=next_id)

    def hand_over_page(self) -> SectionPage:
        """Hand the page over as it stands, what was typed included."""
        page, self.page = self.page, None
        if page is None:
            raise RuntimeError("there is no page, or it was given already")
        page.edited.disconnect(self._note_edit)
        page.setParent(None)
        return page

    def _note_edit(self) -> None:
        self.is_edited = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn of the first paint; what follows it waits until it is done."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def event(self, event: QEvent) -> bool:
        """Tell of the first paint."""
        if event.type() == QEvent.Type.User:
            self.painted.emit()
            return True
        return super().event(event)
