"""The search in the open report: connects the bar, the list of hits and the marks in the text."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.side.panels import SidePanel
from danvan_desktop.gui.workspace.find.cursor_place import CursorPlace, cursor_place
from danvan_desktop.gui.workspace.find.find_bar import FindBar
from danvan_desktop.gui.workspace.find.highlights import mark_hits
from danvan_desktop.gui.workspace.find.hit_list import LEAST, WIDTH, HitListPanel
from danvan_desktop.gui.workspace.find.running_search import RunningSearch
from danvan_desktop.gui.workspace.find.show_hit import Spot, deselect, is_selected, select, spot_of
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.find import Hit
from danvan_desktop.report.find.matcher import Matcher, Query
from danvan_desktop.report.find.texts import PlacedText, TextPlace, texts
from danvan_desktop.report.model import Report

_NOWHERE = "\uffff"
"""No character: it stands in no text."""
_REST_MS = 10
"""Debounce interval after which what was typed is looked for."""


class Finder(QObject):
    """Looks for words in the open report and shows where they are."""

    def __init__(self, workspace: Workspace, list_name: str) -> None:
        """Put bar and list, hidden, into ``workspace``; ``list_name`` is the list's among the preferences."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self.bar = FindBar(workspace.editor_actions.toggle_hits)
        self.panel = HitListPanel()
        self._search = RunningSearch(self)
        self._matcher = Matcher(Query(""))
        self._current: int | None = None
        self._changeable = 0
        self._is_typing = False
        """What was typed last is looked for, and no hit of it shown yet."""
        self._report: Report | None = None
        self._texts: tuple[PlacedText, ...] = ()
        self._order: dict[TextPlace, int] = {}
        """Of the place of each text its number among them."""
        self._debounce = Debounce(_REST_MS, self._look_while_typing, self)
        toggle = workspace.editor_actions.toggle_hits
        self._side = SidePanel(list_name, self.panel, toggle, LEAST, WIDTH, self._show_panel, title="Tìm")
        self._side.is_possible = False
        workspace.add_bar(self.bar)
        workspace.add_panel(self._side, self.panel.list)
        self._connect()

    def _connect(self) -> None:
        bar, panel, workspace = self.bar, self.panel, self._workspace
        bar.query_changed.connect(self._debounce.start)
        bar.step_wanted.connect(self.go_on)
        bar.closed.connect(self.close)
        panel.chosen.connect(self._show)
        panel.entered.connect(self._enter_text)
        panel.closed.connect(lambda: workspace.editor_actions.toggle_hits.setChecked(False))
        panel.left.connect(self.close)
        workspace.rested.connect(lambda _: self._look_again())
        self._search.ended.connect(self._tell)
        self._opened.read_only_changed.connect(lambda _: bar.show_replacing(on=False))

    # ------------------------------------------------------------------ open and close

    @property
    def has_query(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.bar.words.text())

    def ask(self, words: str, *, replacing: bool) -> None:
        """Open the bar and ask what to look for; ``words`` are proposed, ``replacing`` by what too."""
        self._open()
        self.bar.show_replacing(on=replacing)
        self.bar.ask(words)
        self._look()
        self._show_current_of_selection()

    def show_first(self, hit: Hit) -> None:
        """Open the bar with the words of ``hit``, whatever their marks, and show it in the text."""
        self.bar.exact.setChecked(False)
        self.bar.whole_words.setChecked(False)
        self.bar.show_replacing(on=False)
        self.bar.words.setText(hit.words)
        self._open()
        self.look()
        same = (each for each in self._search.hits if each.place == hit.place and each.start >= hit.start)
        found = next(same, None)
        if found is not None:
            self._show(self._search.hits.index(found))
            self._enter_text()

    def close(self) -> None:
        """Close bar and list; the text has the keyboard, the last hit selected."""
        self._hide()
        self._enter_text()

    def forget(self) -> None:
        """The report is left."""
        self._search.stop()
        self._current = self._report = None
        if not self.bar.isHidden():
            self._hide()

    def _open(self) -> None:
        self.bar.show()
        self._workspace.review_bar.stand_aside(aside=True)
        self._workspace.set_panel_possible(self._side, possible=True)

    def _hide(self) -> None:
        self._debounce.stop()
        mark_hits(self._opened.pages, None)
        self.bar.hide()
        self._workspace.review_bar.stand_aside(aside=False)
        self._workspace.set_panel_possible(self._side, possible=False)

    def _show_panel(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        if not shown and self.panel.isAncestorOf(self.panel.window().focusWidget()):
            self.bar.words.setFocus()
        self.panel.setVisible(shown)

    def _enter_text(self) -> None:
        spot = self._spot(self._current)
        page = self._workspace.current_page()
        if spot is not None:
            spot.widget.setFocus()
        elif page is not None:
            used: QWidget | None = page.focusWidget()
            (page.start() if used is None else used).setFocus()

    # ------------------------------------------------------------------ looking

    def look(self) -> tuple[Hit, ...]:
        """Look for what the bar asks in the report as it stands, to its end; the hits in reading order."""
        self._is_typing = False
        self._look()
        self._search.finish()
        return tuple(self._search.hits)

    def _look(self) -> None:
        self._debounce.stop()
        self._matcher = Matcher(self.bar.query())
        self._current = None
        mark_hits(self._opened.pages, self._matcher or None)
        self._read()
        # With nothing to look for the texts are made ready for the first letter.
        nothing = replace(self._matcher.query, text=_NOWHERE)
        self._search.begin(self._texts, self._matcher or Matcher(nothing))

    def _read(self) -> None:
        """List the texts of the report, where it has changed since."""
        report = self._opened.report()
        if report is not self._report:
            self._report, self._texts = report, tuple(texts(report))
            self._order = {text.place: number for number, text in enumerate(self._texts)}

    def _look_again(self) -> None:
        """The report has changed."""
        if not self.bar.isHidden() and not self._debounce.is_waiting:
            self.refresh()

    def refresh(self) -> None:
        """Look anew; the hit that is shown stays it, as long as it is selected."""
        shown = self._search.hits[self._current] if self._current is not None else None
        hits = self.look()
        self._current = hits.index(shown) if shown is not None and shown in hits else None
        if self._is_selected(self._current):
            self._show_count()
        else:
            self._show_current_of_selection()

    def _look_while_typing(self) -> None:
        """Look for what is typed; the first hit is shown before the rest is looked through."""
        self.bar.say("")
        self._is_typing = True
        self._look()
        self._show_first_on_tab()

    def _show_first_on_tab(self) -> None:
        """Show the first hit from the cursor on that is on the tab shown, as soon as it is known."""
        if not self._is_typing:
            return
        hits, here = self._search.hits, cursor_place(self._workspace)
        tab, after = here.place.tab, self._first_from(here)
        if after < len(hits) and hits[after].place.tab == tab:
            self._is_typing = False
            self._show(after)
        elif self._search.is_over:
            self._is_typing = False
            first = next((number for number, hit in enumerate(hits) if hit.place.tab == tab), None)
            if first is not None:
                self._show(first)

    def _tell(self) -> None:
        """All is looked through."""
        hits = self._search.hits
        self._changeable = sum(hit.place.is_text for hit in hits)
        self.panel.show_hits(hits, self._workspace.tab_names(), self._matcher.query.text)
        self._show_first_on_tab()
        self._show_count()

    def _show_count(self) -> None:
        changeable = 0 if self._opened.is_read_only else self._changeable
        self.bar.show_count(self._current, len(self._search.hits), changeable=changeable)
        if self._search.is_over:
            self.panel.show_current(self._current)

    # ------------------------------------------------------------------ going

    def go_on(self, step: int) -> None:
        """Show the next hit from the cursor on, or the one before; after the last comes the first."""
        if self.bar.isHidden():
            self._open()
            self._look()
        elif self._debounce.is_waiting:
            self._look()
        self._search.finish()
        hits = self._search.hits
        if not hits:
            self._show_count()
            return
        if self._is_selected(self._current):
            wanted = (self._current or 0) + step
        else:
            here = cursor_place(self._workspace)
            wanted = self._first_from(here) if step > 0 else self._last_before(here)
        self._show(wanted % len(hits))

    def selected_hit(self) -> Hit | None:
        """The hit that is shown, as long as it is what is selected."""
        return self._search.hits[self._current or 0] if self._is_selected(self._current) else None

    def go_behind(self, place: TextPlace, offset: int) -> None:
        """Show the first hit that begins at ``offset`` in the text at ``place``, or later."""
        if self._search.hits:
            self._show(self._first_from(CursorPlace(place, offset)) % len(self._search.hits))

    def _show(self, number: int) -> None:
        """Select a hit in the text; the keyboard stays where it is."""
        spot, before = self._spot(number), self._spot(self._current)
        if spot is not None:
            if before is not None and before.widget is not spot.widget:
                deselect(before)
            self._workspace.bring_up(spot.widget)
            select(spot, self._search.hits[number], self._matcher)
        self._current = number
        self._show_count()

    def _spot(self, number: int | None) -> Spot | None:
        if number is None or number >= len(self._search.hits):
            return None
        return spot_of(self._opened.pages, self._search.hits[number].place)

    def _is_selected(self, number: int | None) -> bool:
        spot = self._spot(number)
        if number is None or spot is None or not spot.widget.isVisible():
            return False
        return is_selected(spot, self._search.hits[number], self._matcher)

    def _show_current_of_selection(self) -> None:
        """Show which hit it is that is selected."""
        self._search.finish()
        number = self._first_from(cursor_place(self._workspace))
        self._current = number if self._is_selected(number) else None
        self._show_count()

    def _first_from(self, here: CursorPlace) -> int:
        """The number of the first hit that begins where the cursor's selection does, or later."""
        wanted = _number(self._order, here.place), here.start
        return bisect_left(self._search.hits, wanted, key=lambda hit: (self._order[hit.place], hit.start))

    def _last_before(self, here: CursorPlace) -> int:
        """The number of the last hit that ends before the cursor's selection; -1: none does."""
        wanted = _number(self._order, here.place), here.start
        hits = self._search.hits
        return bisect_right(hits, wanted, key=lambda hit: (self._order[hit.place], hit.end)) - 1


def _number(order: dict[TextPlace, int], place: TextPlace) -> int:
    """The place of a text among all; where only the tab is known, that of the tab's first."""
    if place in order:
        return order[place]
    return next((number for each, number in order.items() if each.tab == place.tab), 0)
