"""Side panels (splitter): which panels beside the text there is room for, and how wide each is.

What was asked for last is shown; another panel gives way where the text would become too narrow, and comes
back with the room. Its command is ticked while it is visible, so that the same command always shows it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.services.preferences import Preferences

_LEAST_TEXT, _ROOMY_TEXT = 500, 640
"""The text's width beside one or two panels, and beside three: in device-independent pixels."""
_NARROWEST_TEXT = 440
"""What it keeps beside panels that the user made wide."""
_KEEP_MS = 500


@dataclass(eq=False, slots=True)
class SidePanel:
    """A panel: its name in the preferences, its least and its present width, the command that shows it."""

    name: str
    widget: QWidget
    toggle: QAction
    least: int
    width: int
    show: Callable[[bool], object]
    is_possible: bool = True
    """False while what is on the screen has no use for it."""
    is_chosen: bool = False
    """The person made it as wide as it is."""


class SidePanels(QSplitter):
    """Splitter that hides panels where the text would become too narrow."""

    def __init__(self, text: QWidget, preferences: Preferences | None) -> None:
        super().__init__()
        self._text, self._preferences = text, preferences
        self._panels: list[SidePanel] = []
        self._wanted: list[SidePanel] = []
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
        self.insertWidget(0 if left else self.count(), panel.widget)
        self.setStretchFactor(self.indexOf(panel.widget), 0)
        self.setStretchFactor(self.indexOf(self._text), 1)
        if self._preferences is not None:
            width = self._preferences.text(f"{panel.name}_width")
            panel.is_chosen = width.isdecimal()
            panel.width = int(width) if panel.is_chosen else panel.width
        panel.widget.setMinimumWidth(panel.least)
        self._panels.append(panel)
        if panel.toggle.isChecked():
            self._wanted.insert(0, panel)
            self._keep_wish(panel, on=True)
        panel.toggle.toggled.connect(lambda on: self._on_toggled(panel, on))

    def set_possible(self, panel: SidePanel, possible: bool) -> None:  # noqa: FBT001 - a setter
        """Show ``panel`` where it is wanted and of use."""
        panel.is_possible = possible
        self.arrange()

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
            self._set_widths(seen)
        finally:
            self._arranging = False

    def _seen(self) -> list[SidePanel]:
        """Choose the panels to show, the one asked for last first; that one is always shown."""
        seen: list[SidePanel] = []
        for panel in self._wanted:
            if not panel.is_possible:
                continue
            text = _LEAST_TEXT if len(seen) < 2 else _ROOMY_TEXT
            needed = sum(other.least for other in seen) + panel.least + text
            if not seen or needed <= self.width():
                seen.append(panel)
        return seen

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

    def _set_widths(self, seen: list[SidePanel]) -> None:
        text = _NARROWEST_TEXT if any(panel.is_chosen for panel in seen) else _LEAST_TEXT
        room = self.width() - text - sum(panel.least for panel in seen)
        sizes = dict.fromkeys(range(self.count()), 0)
        for panel in seen:  # the latest wish first
            more = max(0, min(panel.width - panel.least, room))
            sizes[self.indexOf(panel.widget)] = panel.least + more
            room -= more
        rest = self.width() - sum(sizes.values()) - self.handleWidth() * len(seen)
        sizes[self.indexOf(self._text)] = max(rest, 1)
        wanted = list(sizes.values())
        if self.sizes() != wanted:
            self.setSizes(wanted)

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
        for panel in self._panels:
            if panel.widget.isVisible() and panel.width != panel.widget.width():
                panel.width, panel.is_chosen = panel.widget.width(), True
        self._debounce.start()

    def _keep_widths(self) -> None:
        if self._preferences is not None:
            chosen = [panel for panel in self._panels if panel.is_chosen]
            self._preferences.keep(**{f"{panel.name}_width": str(panel.width) for panel in chosen})
