"""The workspace: a report open for editing, a tab for each of its parts."""

from typing import cast

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.editor.toolbar import EditorToolBar
from danvan_desktop.gui.services.jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.widgets.side_panels import SidePanel, SidePanels
from danvan_desktop.gui.workspace.commands.text import TextCommands
from danvan_desktop.gui.workspace.last_year_tasks_panel import WIDTH as TASKS_WIDTH
from danvan_desktop.gui.workspace.last_year_tasks_panel import LastYearTasksPanel
from danvan_desktop.gui.workspace.outline_entries import outline_of
from danvan_desktop.gui.workspace.outline_panel import OutlinePanel
from danvan_desktop.gui.workspace.pages.annexes import AnnexesPage
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.gui.workspace.pages.text_page import SectionPage, TextPage
from danvan_desktop.gui.workspace.resumed_text import ResumedText
from danvan_desktop.gui.workspace.tab_strip import TabStrip
from danvan_desktop.report.lifecycle.next_year import last_tasks
from danvan_desktop.report.lifecycle.review import TabCount
from danvan_desktop.report.model import Report
from danvan_desktop.report.place import Place, parse
from danvan_desktop.report.words import count_words

REST_MS = 300
"""Quiet time after which outline, tab names and the word count follow what was typed."""
_LAST_TASKS, _OUTLINE = "last_tasks", "outline"


class Workspace(QWidget):
    """Shows one report in tabs and gives it back as it stands."""

    changed = Signal()
    """Something was edited: cheap, at every key."""
    counts_changed = Signal(int)
    """The words of the text, a moment after they changed."""
    rested = Signal(object)
    """The :class:`Report` as it stands, a moment after it changed."""
    cursor_moved = Signal()
    """The cursor stands elsewhere, or another tab is shown: cheap, at every key."""

    said = Signal(str)
    """Something the person should know of what was just done."""
    office_wanted = Signal()
    """The fields are to be filled from "Cơ quan và người ký"."""
    review_changed = Signal(object)
    """What is open in each tab (:class:`TabCount` each), a moment after it changed."""

    def __init__(
        self,
        parent: QWidget | None = None,
        kept: Preferences | None = None,
        jobs: Jobs | None = None,
        stack: UndoStack | None = None,
    ) -> None:
        """``kept`` remembers what is shown, ``jobs`` read files off the GUI thread; ``stack``: see go_on."""
        super().__init__(parent)
        self.kept = kept
        self.jobs = jobs if jobs is not None else Jobs(self)
        self.stack = stack if stack is not None else UndoStack(self)
        self.pages: ReportPages | None = None
        self._is_loading = False
        self._edits = 0
        self._read: tuple[tuple[int, ...], Report] | None = None
        self._tabs: list[tuple[str, TabPage]] = []
        self._taken: list[TabPage] = []
        self._actions = EditorActions(self)
        self.tool_bar = EditorToolBar(self._actions)
        self.tab_strip = TabStrip()
        self.outline = OutlinePanel()
        self._actions.toggle_last_tasks.setChecked(kept is None or kept.flag(_LAST_TASKS, default=True))
        self._actions.toggle_outline.setChecked(kept is None or kept.flag(_OUTLINE, default=True))
        self.last_tasks = LastYearTasksPanel(self._actions.toggle_last_tasks)
        self._stage = QStackedWidget()
        self.panes_beside: list[QWidget] = []
        self._rest, self._telling = QTimer(self), QTimer(self)
        self._rest.setInterval(REST_MS)
        for timer, act in ((self._rest, self._show_open), (self._telling, self._tell)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self._wiring = TextCommands(self, self._actions)
        self.review_bar = self._wiring.reviewing.bar
        self._lay_out()
        self.tab_strip.currentChanged.connect(self._show_tab)
        self.outline.wanted.connect(self.go_to)

    def _lay_out(self) -> None:
        outline, tasks, actions = self.outline, self.last_tasks, self._actions
        self._panels = SidePanels(self._stage, self.kept)
        self._tasks = SidePanel(
            _LAST_TASKS, tasks, actions.toggle_last_tasks, 250, TASKS_WIDTH, tasks.setVisible
        )
        self._tasks.is_possible = False
        self._panels.add(self._tasks)
        of_outline = SidePanel(_OUTLINE, outline, actions.toggle_outline, 180, 230, outline.setVisible)
        self._panels.add(of_outline, left=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tool_bar)
        column.addWidget(self.tab_strip)
        column.addWidget(self.review_bar)
        column.addWidget(self._panels, 1)

    # ------------------------------------------------------------------ what the window asks for

    def open_report(self, report: Report) -> None:
        """Show ``report`` in place of the one before; undo begins anew."""
        self.stack.clear()
        self._fill(ReportPages(self.stack, BlockIdCounter(report.next_id), report), report)
        self.tab_strip.setCurrentIndex(0)
        self._tabs[0][1].start().setFocus()
        self.refresh()

    def pages_around(self, first: ResumedText) -> ReportPages:
        """Make all other pages of the report of ``first``."""
        return ReportPages(self.stack, first.ids, first.report, first.page)

    def go_on(self, first: ResumedText, pages: ReportPages) -> None:
        """Show ``pages`` with the text that is there already, what was typed included."""
        QGuiApplication.inputMethod().commit()
        scrolled, page = first.scrolled(), first.give()
        self._fill(pages, first.report)
        self.show_page(page)
        page.editor.verticalScrollBar().setValue(scrolled)
        self.refresh()

    def room_around_text(self, whole: QWidget) -> tuple[int, int, int, int]:
        """How far the text's edges are from those of ``whole``: left, top, right, bottom."""
        corner = self._stage.mapTo(whole, QPoint())
        right = whole.width() - corner.x() - self._stage.width()
        return corner.x(), corner.y(), right, whole.height() - corner.y() - self._stage.height()

    def _fill(self, pages: ReportPages, report: Report) -> None:
        self._is_loading, self._read = True, None
        try:
            before, self._taken = self._taken, []
            self.pages = pages
            self._place_pages()
            for page in before:
                page.deleteLater()
            self.last_tasks.show_blocks(last_tasks(report))
            self._wiring.forget()
        finally:
            self._is_loading = False

    def report(self) -> Report:
        """Give the report as it stands; call :meth:`commit_input` first where every word must be in it.

        Autosave must not: it would tear a half-composed word out of the input method.
        """
        if self.pages is None:
            raise RuntimeError("no report was opened")
        if self._read is None or self._read[0] != self._state():
            # What follows a rest (outline, preview, saving) asks one after the other: read once.
            report = self.pages.report()
            self._read = self._state(), report
        return self._read[1]

    def _state(self) -> tuple[int, ...]:
        """Differs after every change of fields, parts or texts."""
        editors = self.pages.editors() if self.pages is not None else ()
        return self._edits, *(editor.document().revision() for _, editor in editors)

    def amend(self, report: Report) -> None:
        """Take from ``report`` what no tab shows, and its opening, which is written as one step of undo."""
        if self.pages is None:
            return
        editor = self.pages.opening.editor
        if report.opening != self.report().opening:
            with self.stack.together():
                editor.replace(editor.units(), 0, len(editor.units()) - 1, report.opening)
        self.pages.amend(report)
        self.note_edit()

    def fill_fields(self, report: Report) -> None:
        """Take letterhead, recipients and signer of ``report`` into the fields, as one step of undo."""
        if self.pages is not None:
            self.pages.fill_office(report)
            self.refresh()

    def commit_input(self) -> None:
        """Take over what an input method still composes, and understand the paragraph being typed."""
        QGuiApplication.inputMethod().commit()
        if self.pages is not None:
            for _, editor in self.pages.editors():
                editor.settle()

    def close_lists(self) -> None:
        """Take away the lists beside the window: they speak of the report that is being left."""
        self._wiring.forget()

    def actions(self) -> EditorActions:  # type: ignore[override]  # QWidget.actions lists shortcuts: none here
        """Give the editor's commands, for the menu bar."""
        return self._actions

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter
        """Let the report be read only, or edited again."""
        is_new = self._wiring.reviewing.is_read_only != read_only
        self._wiring.set_read_only(read_only)
        if is_new and self.pages is not None:
            self._telling.start()  # the outline tells what is open: nothing is in what may only be read

    def place(self) -> str:
        """Say where the cursor stands, for :meth:`go_to`."""
        tab, page = self._tabs[self.tab_strip.currentIndex()]
        text = self._text_page(page)
        if text is None:
            return str(Place(tab))
        return str(Place(tab, *text.editor.place()))

    def go_to(self, place: str) -> None:
        """Put the cursor at ``place``: a cursor's, a note's ("block:12") or a field's."""
        wanted = parse(place)
        if self.pages is None or not place:
            return
        if wanted.block:
            for tab, editor in self.pages.editors():
                if wanted.tab in {"", tab} and editor.go_to(wanted.block, wanted.offset, wanted.length):
                    self.reveal(editor)
                    return
        self._go_to_tab(wanted.tab, wanted.field)

    def add_panel(self, panel: SidePanel, pane: QWidget) -> None:
        """Put ``panel`` at the right of the text; F6 leads to its ``pane``."""
        self._panels.add(panel)
        self.panes_beside.append(pane)

    def arrange(self) -> None:
        """Show beside the text what there is room for now."""
        self._panels.arrange()

    # ------------------------------------------------------------------ tabs

    def tabs(self) -> list[tuple[str, TabPage]]:
        """Each tab's page with the name of its place, in order."""
        return self._tabs

    def review_counts(self) -> tuple[TabCount, ...]:
        """What is open in each tab that holds text, as it was last told."""
        return self._wiring.reviewing.counts

    def current_page(self) -> TabPage | None:
        """The page that is shown."""
        index = self.tab_strip.currentIndex()
        return self._tabs[index][1] if 0 <= index < len(self._tabs) else None

    def current_text_page(self) -> TextPage | None:
        """The page of text that is shown: a tab's or an annex's."""
        page = self.current_page()
        return self._text_page(page) if page is not None else None

    def reveal(self, widget: QWidget) -> None:
        """Bring ``widget`` to the eye: its tab, its place on the page, the keyboard."""
        for index, (_, page) in enumerate(self._tabs):
            if page is widget or page.isAncestorOf(widget):
                self.tab_strip.setCurrentIndex(index)
                page.bring_up(widget)
                widget.setFocus()

    def show_page(self, page: TabPage) -> None:
        """Show ``page`` and give it the keyboard."""
        self.tab_strip.setCurrentIndex([shown for _, shown in self._tabs].index(page))
        page.start().setFocus()

    def place_pages_anew(self) -> None:
        """Show the pages as they now are: a section came, went or moved."""
        shown = self.current_page()
        self._place_pages()
        pages = [page for _, page in self._tabs]
        if shown in pages:
            self.tab_strip.setCurrentIndex(pages.index(shown))
        self.note_edit()

    def refresh(self) -> None:
        """Let tab names, outline and word count follow the text."""
        self._show_open()
        self._tell()

    def _show_open(self) -> None:
        """After a rest: names and what is open. The rest of it comes after the keys that wait by then."""
        self._rest.stop()
        if self.pages is not None:
            self.show_names()
            self._wiring.reviewing.refresh()
            self._wiring.remarks.refresh()
            self._telling.start()

    def _tell(self) -> None:
        self._telling.stop()
        if self.pages is None:
            return
        report = self.report()
        names = [(tab, self.tab_strip.whole_name(index)) for index, (tab, _) in enumerate(self._tabs)]
        self.outline.show_entries(outline_of(report, names, self._wiring.reviewing.states()))
        self.counts_changed.emit(count_words(report))
        self.rested.emit(report)

    def show_names(self) -> None:
        """Let numbers and names on the tabs follow the headings."""
        if self.pages is not None:
            self.tab_strip.show_names(self.pages.show_numbers())

    def note_edit(self) -> None:
        """Tell of an edit; what is slower follows after a rest."""
        self._edits += 1
        if not self._is_loading:
            self.changed.emit()
            self._rest.start()

    def _place_pages(self) -> None:
        if self.pages is None:
            return
        self._tabs = self.pages.in_order()
        wanted = [page for _, page in self._tabs]
        for index in reversed(range(self._stage.count())):
            if self._stage.widget(index) not in wanted:
                self._stage.removeWidget(self._stage.widget(index))
        for page in wanted:
            if self._stage.indexOf(page) < 0:
                self._stage.addWidget(page)
            if page not in self._taken:  # one that was taken away and comes back is known
                self._take(page)
        self.tab_strip.blockSignals(True)
        self.show_names()
        self.tab_strip.blockSignals(False)
        self._show_tab(self.tab_strip.currentIndex())

    def _take(self, page: TabPage) -> None:
        self._taken.append(page)
        page.edited.connect(self.note_edit)
        page.revealed.connect(self.reveal)
        page.menu_wanted.connect(self._show_menu)
        page.office_wanted.connect(self.office_wanted)
        self._wiring.take(page)
        self._watch_cursors(page)
        if isinstance(page, AnnexesPage):
            page.page_made.connect(self._wiring.take)
            page.page_made.connect(self._watch_cursors)
            page.chosen.connect(self.cursor_moved)
            page.chosen.connect(self._wiring.update)

    def _watch_cursors(self, page: TabPage) -> None:
        for edit in cast("list[UndoableTextEdit]", page.findChildren(UndoableTextEdit)):
            edit.cursorPositionChanged.connect(self.cursor_moved)

    def _show_tab(self, index: int) -> None:
        QGuiApplication.inputMethod().commit()
        if 0 <= index < len(self._tabs):
            self._stage.setCurrentWidget(self._tabs[index][1])
            self.show_last_tasks()
            self._wiring.update()
            self.cursor_moved.emit()

    def show_last_tasks(self) -> None:
        """Show last year's tasks beside the sections that report on them, where they are wanted."""
        toggle, page = self._actions.toggle_last_tasks, self.current_page()
        reports = isinstance(page, SectionPage) and page.heading().key in {"implementation", "assessment"}
        toggle.setEnabled(bool(self.last_tasks.blocks))
        self._panels.set_possible(self._tasks, bool(self.last_tasks.blocks) and reports)

    def _go_to_tab(self, tab: str, name: str) -> None:
        for key, page in self._tabs:
            if key == tab:
                self.show_page(page)
                field = page.field(name) if name else None
                if field is not None:
                    self.reveal(field)

    def _text_page(self, page: TabPage) -> TextPage | None:
        if self.pages is not None and page is self.pages.annexes:
            return self.pages.annexes.current()
        return page if isinstance(page, TextPage) else None

    def _show_menu(self, widget: QWidget, at: QPoint) -> None:
        menu = QMenu(self)
        self._wiring.fill_menu(menu, widget)
        menu.exec(at)
        menu.deleteLater()
