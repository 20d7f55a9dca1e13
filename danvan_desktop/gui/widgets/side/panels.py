"""Side panels (splitter): what stands beside the text, one panel at a time, and how wide it is.

The outline stands at the left. All else shares one column at the right: what was asked for last is shown,
the others are tabs of it. Pages have a width of their own; where the window is very wide they stand beside
the other panels. What has no room gives way, and comes back with the room. A command is ticked while its
panel is visible, so that the same command always shows it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.side.column import SideColumn

_LEAST_TEXT, _ROOMY_TEXT = 500, 640
"""The text's width beside one or two panels, and beside three: in device-independent pixels."""
_NARROWEST_TEXT = 440
"""What it keeps beside panels that the user made wide."""
_VERY_WIDE = 1600
"""From this width on, pages and another panel stand beside each other: three columns of words."""
_COMMON = "side"
_COMMON_WIDTH = 340
_KEEP_MS = 500


@dataclass(eq=False, slots=True)
class _Extent:
    """How wide something is: its name in the preferences, the width, whether the person chose it."""

    name: str
    width: int
    is_chosen: bool = False


@dataclass(eq=False, slots=True)
class SidePanel:
    """A panel: its name in the preferences, its least and its first width, the command that shows it."""

    name: str
    widget: QWidget
    toggle: QAction
    least: int
    width: int
    show: Callable[[bool], object]
    title: str = ""
    """What its tab is called."""
    holds_pages: bool = False
    """It is as wide as pages need, whatever the others are."""
    is_possible: bool = True
    """False while what is on the screen has no use for it."""
    has_news: bool = False
    """It has a tab beside the others also while nobody asked for it."""


class SidePanels(QSplitter):
    """Splitter of outline, text and the columns of panels; it hides what the text has no room for."""

    left = Signal()
    """The keyboard is to go back to the text."""

    def __init__(self, text: QWidget, preferences: Preferences | None) -> None:
        super().__init__()
        self._text, self._preferences = text, preferences
        self._panels: list[SidePanel] = []
        self._wanted: list[SidePanel] = []
        self._columns: dict[bool, SideColumn] = {}
        """Of pages, and of all else."""
        self._extents: dict[QWidget, _Extent] = {}
        self._tabs: dict[SideColumn, list[SidePanel]] = {}
        self._arranging = False
        self._debounce = Debounce(_KEEP_MS, self._keep_widths, self)
        self.splitterMoved.connect(self._on_moved)
        self.addWidget(text)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        # Pages that nobody sees ask for room as they lay when they were wide.
        text.setMinimumWidth(_NARROWEST_TEXT)

    def add(self, panel: SidePanel, *, left: bool = False) -> None:
        """Take ``panel``; shown from now on while its command is ticked and there is room."""
        if left:
            self._insert(0, panel.widget, _Extent(panel.name, panel.width))
            panel.widget.setMinimumWidth(panel.least)
        else:
            self._column_for(panel).take(panel.widget)
        self._panels.append(panel)
        if panel.toggle.isChecked():
            self._wanted.insert(0, panel)
            self._keep_wish(panel, on=True)
        panel.toggle.toggled.connect(lambda on: self._on_toggled(panel, on))

    def _column_for(self, panel: SidePanel) -> SideColumn:
        column = self._columns.get(panel.holds_pages)
        if column is None:
            column = self._columns[panel.holds_pages] = SideColumn()
            column.hide()
            column.left.connect(self.left)
            column.chosen.connect(partial(self._on_tab, column))
            own = _Extent(panel.name, panel.width) if panel.holds_pages else _Extent(_COMMON, _COMMON_WIDTH)
            self._insert(self.count() if panel.holds_pages else self.indexOf(self._text) + 1, column, own)
        return column

    def _insert(self, at: int, widget: QWidget, extent: _Extent) -> None:
        self.insertWidget(at, widget)
        self.setStretchFactor(self.indexOf(widget), 0)
        self.setStretchFactor(self.indexOf(self._text), 1)
        if self._preferences is not None:
            width = self._preferences.text(f"{extent.name}_width")
            extent.is_chosen = width.isdecimal()
            extent.width = int(width) if extent.is_chosen else extent.width
        self._extents[widget] = extent

    def set_possible(self, panel: SidePanel, possible: bool) -> None:  # noqa: FBT001 - a setter
        """Show ``panel`` where it is wanted and of use."""
        panel.is_possible = possible
        self.arrange()

    def dismiss(self, panel: SidePanel) -> None:
        """Show ``panel`` no more until it is asked for, also where it is only a tab behind another."""
        panel.toggle.setChecked(False)
        if panel in self._wanted:
            self._on_toggled(panel, on=False)

    def tell(self, panel: SidePanel, title: str, *, has_news: bool) -> None:
        """Call the tab of ``panel`` by ``title``; ``has_news``: it is there though nobody asked for it."""
        if (panel.title, panel.has_news) != (title, has_news):
            panel.title, panel.has_news = title, has_news
            self.arrange()

    # ------------------------------------------------------------------ what is shown

    def arrange(self) -> None:
        """Show what there is room for, each as wide as it was left."""
        if self._arranging or not self.isVisible():  # not yet: nobody knows the room
            return
        self._arranging = True
        try:
            seen = self._seen()
            for panel in self._panels:
                if panel.is_possible:
                    panel.toggle.setChecked(panel in seen)
                elif panel in self._wanted:
                    panel.toggle.setChecked(True)
                panel.show(panel in seen)
            for column in self._columns.values():
                self._fill(column, seen)
            self._set_widths(seen)
        finally:
            self._arranging = False

    def _seen(self) -> list[SidePanel]:
        """Choose the panels to show, the one asked for last first; that one is always shown."""
        seen: list[SidePanel] = []
        for panel in self._wanted:
            if not panel.is_possible or not self._has_column_free(panel, seen):
                continue
            text = _LEAST_TEXT if len(seen) < 2 else _ROOMY_TEXT
            needed = sum(other.least for other in seen) + panel.least + text
            if not seen or needed <= self.width():
                seen.append(panel)
        return seen

    def _has_column_free(self, panel: SidePanel, seen: list[SidePanel]) -> bool:
        """Whether ``panel`` would not be a second one beside the text, or may be."""
        beside = [other for other in seen if self._column_of(other) is not None]
        if self._column_of(panel) is None or not beside:
            return True
        return self.width() >= _VERY_WIDE and all(other.holds_pages != panel.holds_pages for other in beside)

    def _fill(self, column: SideColumn, seen: list[SidePanel]) -> None:
        """Show in ``column`` the tabs of what can be had there."""
        here = [panel for panel in seen if self._column_of(panel) is column]
        column.setVisible(bool(here))
        if not here:
            return
        listed = [
            panel
            for panel in self._panels
            if self._column_of(panel) is not None
            and panel.is_possible
            and (panel in here or (panel not in seen and (panel in self._wanted or panel.has_news)))
        ]
        if self.width() >= _VERY_WIDE:
            listed = [panel for panel in listed if self._column_of(panel) is column]
        self._tabs[column] = listed
        column.setMinimumWidth(here[0].least)
        titles, hints = [panel.title for panel in listed], [panel.toggle.toolTip() for panel in listed]
        column.show_tabs(titles, hints, listed.index(here[0]))

    def _on_tab(self, column: SideColumn, number: int) -> None:
        """Show the panel of a tab; the keyboard stays on the tabs, where it was there."""
        listed = self._tabs.get(column, [])
        if not 0 <= number < len(listed):
            return
        had_keyboard = column.tabs.hasFocus()
        panel = listed[number]
        self._on_toggled(panel, on=True)
        other = self._column_of(panel)
        if had_keyboard and other is not None and other is not column:
            other.tabs.setFocus()

    def _column_of(self, panel: SidePanel) -> SideColumn | None:
        """The column that holds ``panel``; None for the outline."""
        column = self._columns.get(panel.holds_pages)
        return column if column is not None and panel.widget not in self._extents else None

    # ------------------------------------------------------------------ widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panels anew."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Know only now how much room there is."""
        super().showEvent(event)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """Panels that have no room give way: they ask for none."""
        return QSize(_NARROWEST_TEXT, super().minimumSizeHint().height())

    def _holder(self, panel: SidePanel) -> QWidget:
        return self._column_of(panel) or panel.widget

    def _set_widths(self, seen: list[SidePanel]) -> None:
        is_chosen = any(self._extents[self._holder(panel)].is_chosen for panel in seen)
        text = _NARROWEST_TEXT if is_chosen else _LEAST_TEXT
        room = self.width() - text - sum(panel.least for panel in seen)
        sizes = dict.fromkeys(range(self.count()), 0)
        for panel in seen:  # the latest wish first
            holder = self._holder(panel)
            more = max(0, min(self._extents[holder].width - panel.least, room))
            sizes[self.indexOf(holder)] = panel.least + more
            room -= more
        rest = self.width() - sum(sizes.values()) - self.handleWidth() * len(seen)
        sizes[self.indexOf(self._text)] = max(rest, 1)
        wanted = list(sizes.values())
        if self.sizes() != wanted:
            self.setSizes(wanted)

    # ------------------------------------------------------------------ wishes

    def _on_toggled(self, panel: SidePanel, on: bool) -> None:  # noqa: FBT001 - a slot
        if self._arranging:
            return
        if panel in self._wanted:
            self._wanted.remove(panel)
        if on:
            self._wanted.insert(0, panel)
        self._keep_wish(panel, on=on)
        if not self.isVisible():
            panel.show(on)
        self.arrange()

    def _keep_wish(self, panel: SidePanel, *, on: bool) -> None:
        # Not the tick: what else hears of it first may have arranged the panels by the wish before.
        if self._preferences is not None:
            self._preferences.keep(**{panel.name: on})

    def _on_moved(self) -> None:
        for widget, extent in self._extents.items():
            if widget.isVisible() and extent.width != widget.width():
                extent.width, extent.is_chosen = widget.width(), True
        self._debounce.start()

    def _keep_widths(self) -> None:
        if self._preferences is not None:
            chosen = [extent for extent in self._extents.values() if extent.is_chosen]
            self._preferences.keep(**{f"{extent.name}_width": str(extent.width) for extent in chosen})
