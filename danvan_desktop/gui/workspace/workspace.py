"""The workspace: the open report in tabs, with its panels, and the navigation to every place in it."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.editor.toolbar import EditorToolBar
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.side.panels import SidePanel, SidePanels
from danvan_desktop.gui.workspace.context_menu import context_menu
from danvan_desktop.gui.workspace.followers import Follower, Followers
from danvan_desktop.gui.workspace.last_year_tasks_panel import LEAST as TASKS_LEAST
from danvan_desktop.gui.workspace.last_year_tasks_panel import WIDTH as TASKS_WIDTH
from danvan_desktop.gui.workspace.last_year_tasks_panel import LastYearTasksPanel
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.outline.panel import OutlinePanel
from danvan_desktop.gui.workspace.pages.annexes import AnnexesPage
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.text_page import SectionPage, TextPage
from danvan_desktop.gui.workspace.resumed_text import ResumedText
from danvan_desktop.gui.workspace.review.bar import ReviewBar
from danvan_desktop.gui.workspace.review.placement import BarPlacement
from danvan_desktop.gui.workspace.tab_strip import TabStrip
from danvan_desktop.report.full_text import count_words
from danvan_desktop.report.lifecycle.next_year import last_tasks
from danvan_desktop.report.location import Location, parse

REST_MS = 300
"""Debounce interval: outline, tab names and the word count follow this long after the last key."""
_LEAST_HEIGHT = 200
"""Of a page, in pixels: Qt asks for as much as a form would be high in the width it has, which scrolls."""
_LAST_TASKS, _OUTLINE = "last_tasks", "outline"


class Workspace(QWidget):
    """Shows the open report in tabs and leads to places in it. Knows no command: it only emits signals."""

    page_taken = Signal(object)
    """A :class:`TabPage` that was not shown before: a tab's, an annex's."""
    pages_placed = Signal()
    """The pages of the open report, or of another, are in their places; some may have been elsewhere."""
    cursor_moved = Signal()
    """The cursor stands elsewhere, or another tab or annex is shown: cheap, at every key."""
    paused = Signal()
    """After a rest the tab names are up to date; what counts and lists may follow."""
    rested = Signal(object)
    """The :class:`Report` as it stands, after :attr:`paused` and the keys that waited by then.

    For what takes no time: whoever reads the text through is told by :meth:`follow`.
    """
    counts_changed = Signal(int)
    """The words of the text, a moment after they changed."""
    menu_wanted = Signal(object, object, object)
    """The :class:`QMenu` of a text or field (a widget) is about to be shown at a global point."""
    report_left = Signal()
    """The report that was shown is left: dialogs and lists about it close."""
    office_wanted = Signal()
    """The fields are to be filled from "Cơ quan và người ký"."""

    def __init__(self, opened: OpenReport, preferences: Preferences) -> None:
        """Lay out the panels around ``opened``; :meth:`show_report` or :meth:`resume` put its pages in.

        ``preferences`` remembers which panels are shown and how wide they are.
        """
        super().__init__()
        self.opened = opened
        self._tabs: list[tuple[str, TabPage]] = []
        self._taken: list[TabPage] = []
        self.editor_actions = actions = EditorActions(self)
        actions.toggle_last_tasks.setChecked(preferences.flag(_LAST_TASKS, default=True))
        actions.toggle_outline.setChecked(preferences.flag(_OUTLINE, default=True))
        self.tool_bar = EditorToolBar(actions)
        self.tab_strip = TabStrip()
        self.outline = OutlinePanel()
        self.last_tasks = LastYearTasksPanel("Ctrl+Alt+N")
        self.stage = QStackedWidget()
        """Shows the page of the tab that is chosen."""
        self.stage.setMinimumHeight(_LEAST_HEIGHT)
        self.review_bar = ReviewBar(self.stage, previous=actions.previous_open, following=actions.next_open)
        self.bar_placement = BarPlacement(self.review_bar, self.stage)
        self.panes_beside: list[QWidget] = []
        self._debounce = Debounce(REST_MS, self._pause, self)
        self._tell_timer = Debounce(0, self._tell, self)
        self._followers = Followers(self)
        self._lay_out(preferences)
        self._connect()

    def _lay_out(self, preferences: Preferences) -> None:
        outline, tasks, actions = self.outline, self.last_tasks, self.editor_actions
        self._panels = SidePanels(self.stage, preferences)
        toggle = actions.toggle_last_tasks
        self._tasks = SidePanel(
            _LAST_TASKS, tasks, toggle, TASKS_LEAST, TASKS_WIDTH, tasks.setVisible, title="Năm trước"
        )
        self._tasks.is_possible, self._tasks.has_news = False, True
        tasks.header.closed.connect(lambda: toggle.setChecked(False))
        toggle.triggered.connect(self._on_tasks_asked)
        self.panes_beside.append(tasks.list)
        self._panels.left.connect(self._enter_page)
        self._panels.add(self._tasks)
        of_outline = SidePanel(_OUTLINE, outline, actions.toggle_outline, 180, 260, outline.setVisible)
        self._panels.add(of_outline, left=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tool_bar)
        column.addWidget(self.tab_strip)
        column.addWidget(self._panels, 1)

    def _connect(self) -> None:
        opened = self.opened
        opened.edited.connect(self._debounce.start)
        opened.stepped.connect(self._on_step)
        opened.replaced.connect(self.show_report)
        opened.restored.connect(self._show_restored)
        opened.read_only_changed.connect(self._on_read_only)
        self.tab_strip.currentChanged.connect(self._show_tab)
        self.outline.wanted.connect(self.go_to)
        self.last_tasks.answers_wanted.connect(self._tell_timer.start)
        self.report_left.connect(self._followers.stop)
        self.follow(lambda report: self.counts_changed.emit(count_words(report)))

    # ------------------------------------------------------------------ the open report

    def show_report(self) -> None:
        """Show the pages of the open report, the first tab on top."""
        self._fill()
        self.tab_strip.setCurrentIndex(0)
        self._tabs[0][1].start().setFocus()
        self.refresh()

    def release_pages(self) -> list[TabPage]:
        """Give away all pages that were shown of the open report: they are not deleted with the next one."""
        taken, self._taken = self._taken, []
        return taken

    def show_parked(self, taken: list[TabPage]) -> None:
        """Show the pages of the open report again, of which ``taken`` were shown before."""
        self._taken = taken
        with self.opened.loading():
            self._place_pages()
            self.last_tasks.show_blocks(last_tasks(self.opened.pages.base))
            self.report_left.emit()
        self.refresh()

    def _show_restored(self) -> None:
        """Show the pages of an earlier state, on the tab that was shown where it has that.

        The keyboard goes into them, unless it is in a panel.
        """
        shown, keyboard = self._tabs[self.tab_strip.currentIndex()][0], self.window().focusWidget()
        is_in_panel = self._panels.isAncestorOf(keyboard) and not self.stage.isAncestorOf(keyboard)
        self._place_pages()
        if is_in_panel:
            self.show_place(shown)
        else:
            self._go_to_tab(shown, "")
        self._pause()  # the rest follows turn by turn: to place pages takes long enough

    def stage_ahead(self) -> Iterator[None]:
        """Put the pages that are not shown elsewhere where :meth:`resume` wants them, one in each piece.

        With a style sheet each takes three milliseconds for it.
        """
        for _, page in self.opened.pages.in_order():
            if page.parentWidget() is None:
                self.stage.addWidget(page)
                yield

    def resume(self, resumed: ResumedText) -> None:
        """Show the pages around the text that is there already, what was typed into it included.

        What is told of them, as the outline, comes with the next :meth:`refresh`.
        """
        QGuiApplication.inputMethod().commit()
        scrolled, page = resumed.scrolled(), resumed.hand_over_page()
        self._fill()
        self.show_page(page)
        page.editor.verticalScrollBar().setValue(scrolled)

    def leave_report(self) -> None:
        """Close the dialogs and lists about the report, which is being left."""
        self.report_left.emit()

    def _fill(self) -> None:
        with self.opened.loading():
            before, self._taken = self._taken, []
            self._place_pages()
            for page in before:
                page.deleteLater()
            self.last_tasks.show_blocks(last_tasks(self.opened.pages.base))
            self.report_left.emit()

    def _on_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a slot
        self.last_tasks.set_can_copy(not read_only)
        self._tell_timer.start()  # the outline shows what is open: nothing is in what may only be read

    # ------------------------------------------------------------------ places and panels

    def place(self) -> str:
        """Return where the cursor stands, for :meth:`go_to`."""
        tab, page = self._tabs[self.tab_strip.currentIndex()]
        text = self._text_page(page)
        if text is None:
            return str(Location(tab))
        return str(Location(tab, *text.editor.place()))

    def go_to(self, place: str) -> None:
        """Put the cursor at ``place``: a cursor's, a note's ("block:12") or a field's."""
        wanted = parse(place)
        if not place:
            return
        editor = self._at(wanted)
        if editor is not None:
            self.reveal(editor)
        else:
            self._go_to_tab(wanted.tab, wanted.field)

    def show_place(self, place: str) -> None:
        """Bring ``place`` to the eye as :meth:`go_to` does, the keyboard staying where it is."""
        wanted = parse(place)
        shown: QWidget | None = self._at(wanted)
        if shown is None:
            page = dict(self._tabs).get(wanted.tab)
            shown = page if page is None or not wanted.field else page.field(wanted.field) or page
        if shown is not None:
            self.bring_up(shown)

    def _at(self, wanted: Location) -> BlockEditor | None:
        """Put the cursor of the editor of that block at its place, and give it; None: there is none."""
        for tab, editor in self.opened.pages.editors() if wanted.block else ():
            if wanted.tab in {"", tab} and editor.go_to(
                wanted.block, wanted.offset, wanted.length, wanted.cell
            ):
                return editor
        return None

    def add_panel(self, panel: SidePanel, pane: QWidget) -> None:
        """Put ``panel`` at the right of the text; F6 leads to its ``pane``."""
        self._panels.add(panel)
        self.panes_beside.append(pane)

    def show_beside(self, panel: QWidget, *, shown: bool) -> bool:
        """Show or hide a ``panel`` beside the text; whether it is to be seen and was not.

        The keyboard that is in one that goes, goes back to the text.
        """
        page = self.current_page()
        if shown != panel.isHidden():
            return False
        if not shown and page is not None and panel.isAncestorOf(panel.window().focusWidget()):
            page.start().setFocus()
        panel.setVisible(shown)
        return shown

    def dismiss_panel(self, panel: SidePanel) -> None:
        """Show ``panel`` no more until it is asked for, also where it is only a tab behind another."""
        self._panels.dismiss(panel)

    def tell_panel(self, panel: SidePanel, title: str, *, has_news: bool) -> None:
        """Call the tab of ``panel`` by ``title``; with news it is there though nobody asked for it."""
        self._panels.tell(panel, title, has_news=has_news)

    def _enter_page(self) -> None:
        """Give the keyboard to what was used last on the page that is shown."""
        page = self.current_page()
        if page is not None:
            last: QWidget | None = page.focusWidget()
            (page.start() if last is None else last).setFocus()

    def set_panel_possible(self, panel: SidePanel, *, possible: bool) -> None:
        """Show ``panel`` where it is wanted, or hide it while it is of no use."""
        self._panels.set_possible(panel, possible)

    def add_bar(self, bar: QWidget) -> None:
        """Put ``bar`` under the tool bar."""
        self._column.insertWidget(1, bar)

    def arrange(self) -> None:
        """Show beside the text what there is room for now."""
        self._panels.arrange()

    def room_around_text(self, whole: QWidget) -> tuple[int, int, int, int]:
        """How far the text's edges are from those of ``whole``: left, top, right, bottom."""
        corner = self.stage.mapTo(whole, QPoint())
        right = whole.width() - corner.x() - self.stage.width()
        return corner.x(), corner.y(), right, whole.height() - corner.y() - self.stage.height()

    def foot_of_stage(self) -> int:
        """How much of the lower edge of the stage the review bar needs."""
        bar = self.review_bar
        is_at_foot = bar.isVisible() and bar.geometry().center().y() > self.stage.height() // 2
        return self.stage.height() - bar.y() if is_at_foot else 0

    # ------------------------------------------------------------------ tabs

    def tabs(self) -> list[tuple[str, TabPage]]:
        """Each tab's page with the name of its place, in order."""
        return self._tabs

    def current_page(self) -> TabPage | None:
        """The page that is shown; None before a report is."""
        index = self.tab_strip.currentIndex()
        return self._tabs[index][1] if 0 <= index < len(self._tabs) else None

    def current_text_page(self) -> TextPage | None:
        """The page of text that is shown: a tab's or an annex's."""
        page = self.current_page()
        return self._text_page(page) if page is not None else None

    def tab_names(self) -> dict[str, str]:
        """The names that stand on the tabs, where there is room, by the names of their places."""
        return dict(zip((tab for tab, _ in self._tabs), self.tab_strip.short_names(), strict=True))

    def reveal(self, widget: QWidget) -> None:
        """Bring ``widget`` to the eye: its tab, its place on the page, the keyboard."""
        if self.bring_up(widget):
            widget.setFocus()

    def bring_up(self, widget: QWidget) -> bool:
        """Bring ``widget`` to the eye, the keyboard staying where it is; False: it is on no tab."""
        for index, (_, page) in enumerate(self._tabs):
            if page is widget or page.isAncestorOf(widget):
                self.tab_strip.setCurrentIndex(index)
                page.bring_up(widget)
                return True
        return False

    def show_page(self, page: TabPage) -> None:
        """Show ``page`` and give it the keyboard."""
        self.tab_strip.setCurrentIndex([shown for _, shown in self._tabs].index(page))
        page.start().setFocus()

    def update_tabs(self) -> None:
        """Show the pages as they now are: a section was added, deleted or moved."""
        shown = self.current_page()
        self._place_pages()
        pages = [page for _, page in self._tabs]
        if shown in pages:
            self.tab_strip.setCurrentIndex(pages.index(shown))
        self.opened.note_edit()

    def show_names(self) -> None:
        """Let numbers and names on the tabs follow the headings."""
        self.tab_strip.show_names(self.opened.pages.show_numbers())

    def _place_pages(self) -> None:
        self._tabs = self.opened.pages.in_order()
        wanted = [page for _, page in self._tabs]
        for index in reversed(range(self.stage.count())):
            if self.stage.widget(index) not in wanted:
                self.stage.removeWidget(self.stage.widget(index))
        for page in wanted:
            if self.stage.indexOf(page) < 0:
                self.stage.addWidget(page)
            if page not in self._taken:  # one that was taken away and comes back is known
                self._take(page)
        self.tab_strip.blockSignals(True)
        self.show_names()
        self.tab_strip.blockSignals(False)
        self.pages_placed.emit()
        self._show_tab(self.tab_strip.currentIndex())

    def _take(self, page: TabPage) -> None:
        self._taken.append(page)
        page.edited.connect(self.opened.note_edit)
        page.revealed.connect(self.reveal)
        page.menu_wanted.connect(self._show_menu)
        page.office_wanted.connect(self.office_wanted)
        self._on_page_made(page)
        if isinstance(page, AnnexesPage):
            page.page_made.connect(self._on_page_made)
            page.chosen.connect(self.cursor_moved)

    def _on_page_made(self, page: TabPage) -> None:
        self.page_taken.emit(page)
        for edit in cast("list[UndoableTextEdit]", page.findChildren(UndoableTextEdit)):
            edit.cursorPositionChanged.connect(self.cursor_moved)

    def _show_tab(self, index: int) -> None:
        QGuiApplication.inputMethod().commit()
        if 0 <= index < len(self._tabs):
            self.stage.setCurrentWidget(self._tabs[index][1])
            self._show_last_tasks()
            self.cursor_moved.emit()

    def _show_last_tasks(self) -> None:
        """Show last year's tasks beside the sections that report on them, where they are wanted."""
        toggle, page = self.editor_actions.toggle_last_tasks, self.current_page()
        reports = isinstance(page, SectionPage) and page.heading().key in {"implementation", "assessment"}
        toggle.setEnabled(bool(self.last_tasks.blocks))
        self._panels.set_possible(self._tasks, bool(self.last_tasks.blocks) and reports)

    def _on_tasks_asked(self) -> None:
        """Show them beside any tab where a person asks for them: there the command did nothing."""
        if not self._tasks.is_possible:
            self._panels.set_possible(self._tasks, bool(self.last_tasks.blocks))
            self.editor_actions.toggle_last_tasks.setChecked(True)

    def _go_to_tab(self, tab: str, name: str) -> None:
        for key, page in self._tabs:
            if key == tab:
                self.show_page(page)
                field = page.field(name) if name else None
                if field is not None:
                    self.reveal(field)

    def _text_page(self, page: TabPage) -> TextPage | None:
        if page is self.opened.pages.annexes:
            return self.opened.pages.annexes.current()
        return page if isinstance(page, TextPage) else None

    def _show_menu(self, widget: QWidget, at: QPoint) -> None:
        widget.setFocus()
        menu = context_menu(self.editor_actions, widget, self)
        self.menu_wanted.emit(menu, widget, at)
        menu.exec(at)
        menu.deleteLater()

    # ------------------------------------------------------------------ what follows a rest

    def follow(self, follower: Follower) -> None:
        """Tell ``follower`` of the report after each rest, in a turn of the event loop of its own."""
        self._followers.add(follower)

    def refresh(self) -> None:
        """Let tab names, outline and word count follow the text now, without waiting for a rest."""
        self._on_step()
        self._followers.finish()

    def _on_step(self) -> None:
        """Show what a step has changed, without waiting for a rest; followers come in their turns."""
        self.opened.stack.finish()
        self._pause()
        self._tell()

    def _pause(self) -> None:
        """Update names and what is open; the rest of it comes after the keys that wait by then."""
        if self.opened.stack.is_half_done:
            self._debounce.start()
            return
        self._debounce.stop()
        if self._tabs:
            self.show_names()
            self.paused.emit()
            self._tell_timer.start()

    def _tell(self) -> None:
        self._tell_timer.stop()
        if self._tabs:
            report = self.opened.report()
            for page in (self.opened.pages.general, self.opened.pages.signature):
                page.show_report(report)
            self.rested.emit(report)
            self._followers.tell(report)
