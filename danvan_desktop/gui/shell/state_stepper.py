"""Stepper at the right end of the menu bar: a report's states in a row, each a button that leads there."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QMenuBar, QToolButton, QWidget

from danvan_desktop.gui.look.marked import mark
from danvan_desktop.gui.look.style_sheet import SIGN, STEP
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.states import STATE_LABELS, rounds
from danvan_desktop.report.model import Report, State

_SIGNS = {"done": "✓", "now": "●", "ahead": "○"}
_SPOKEN = {"done": "đã qua", "now": "hiện nay", "ahead": "chưa tới"}
_LEAST_ROOM = 3 * GAP
"""Between the last menu and the first step."""


class StateStepper(QWidget):
    """Shows where the open report stands; where it has no room, the present state alone, with a menu."""

    def __init__(self, commands: Commands, bar: QMenuBar) -> None:
        """Stand at the right end of ``bar``; a step does what its command of the menu "Tình trạng" does."""
        super().__init__(bar)
        self.setAccessibleName("Tình trạng của báo cáo")
        self._bar = bar
        self._ways: dict[State, QAction] = {
            "drafting": commands.to_drafting,
            "consulting": commands.to_consulting,
            "for_signing": commands.to_signing,
            "issued": commands.to_issued,
        }
        self.steps = {state: self._step(action) for state, action in self._ways.items()}
        self._lines = [QLabel("—") for _ in range(len(self.steps) - 1)]
        self.short = QToolButton()
        self.short.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.short.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.short.setProperty(STEP, "now")
        self._menu = QMenu(self)
        self._menu.addActions(list(commands.of_state))
        self.short.setMenu(self._menu)
        self._lay_out()
        self.is_short = False
        self.hide()
        bar.setCornerWidget(self, Qt.Corner.TopRightCorner)
        bar.installEventFilter(self)

    def _step(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        action.changed.connect(self._allow)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GAP // 2, 0)
        row.setSpacing(2)
        for index, button in enumerate(self.steps.values()):
            if index:
                line = self._lines[index - 1]
                line.setProperty(SIGN, "muted")
                row.addWidget(line)
            row.addWidget(button)
        row.addWidget(self.short)

    # ------------------------------------------------------------------ what is shown

    def show_report(self, report: Report) -> None:
        """Show how far ``report`` has come."""
        order = list(self.steps)
        here = order.index(report.state)
        for index, (state, button) in enumerate(self.steps.items()):
            is_done = index < here and (state != "consulting" or rounds(report) > 0)
            step = "now" if index == here else "done" if is_done else "ahead"
            label = _label(state, report)
            button.setText(f"{_SIGNS[step]} {label}")
            button.setAccessibleName(f"{label}, {_SPOKEN[step]}")
            mark(button, STEP, step)
        label = _label(report.state, report)
        self.short.setText(f"{_SIGNS['now']} {label} ▾")
        self.short.setAccessibleName(f"Tình trạng: {label}")
        self.short.setToolTip("Chuyển báo cáo sang tình trạng khác")
        self._allow()
        self.show()
        self.make_room()

    def _allow(self) -> None:
        """Let each step do what its command can do now."""
        for state, button in self.steps.items():
            action = self._ways[state]
            can = action.isVisible() and action.isEnabled()
            button.setEnabled(can)
            button.setCursor(Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor)
            is_now = button.property(STEP) == "now"
            button.setToolTip(action.toolTip() if can else _WHY_NOT[is_now])
            button.setAccessibleDescription(button.toolTip())
        self.short.setEnabled(any(action.isVisible() for action in self._menu.actions()))

    # ------------------------------------------------------------------ room

    def make_room(self) -> None:
        """Show all steps where there is room beside the menus, else the present one."""
        shown = [
            self._bar.actionGeometry(action).right() for action in self._bar.actions() if action.isVisible()
        ]
        room = self._bar.width() - max(shown, default=0) - _LEAST_ROOM
        is_short = self._whole_width() > room
        if is_short != self.is_short or self.short.isHidden() == is_short:
            self.is_short = is_short
            for part in (*self.steps.values(), *self._lines):
                part.setVisible(not is_short)
            self.short.setVisible(is_short)
        if self.isVisible() and self.width() != self.sizeHint().width():
            self.hide()  # only then the bar asks again how wide this is
            self.show()

    def _whole_width(self) -> int:
        parts = cast("list[QWidget]", [*self.steps.values(), *self._lines])
        return sum(part.sizeHint().width() + 2 for part in parts) + GAP // 2

    def sizeHint(self) -> QSize:
        """As wide as what is shown, as high as the menus."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._bar.height() - 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the menu bar."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.make_room()
        return super().eventFilter(watched, event)


_WHY_NOT = {
    True: "Báo cáo đang ở tình trạng này",
    False: "Từ tình trạng hiện nay báo cáo không chuyển thẳng tới đây được",
}


def _label(state: State, report: Report) -> str:
    label = STATE_LABELS[state]
    number = report.marks.draft if state == "consulting" == report.state else None
    return f"{label} lần {number}" if number is not None else label
