"""Tab bar of the report: flat tabs with counters of what is open; names shorten before any tab scrolls."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QTabBar, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.screen import is_low_screen
from danvan_desktop.gui.look.tokens import Tokens
from danvan_desktop.gui.workspace.review.wording import review_summary
from danvan_desktop.report.tab_count import TabCount

_SHORT = re.compile(r"(?:\S+\.\s+)?\S+\s+\S+")
"""A number and two syllables: most Vietnamese words have two, so that "II. Triển khai" says enough."""
_MOST = 99
"""A counter shows no more than this."""
_HEIGHT, _LOW_HEIGHT = 36, 28
_SIDE, _NARROW_SIDE = 12, 7
"""Beside the words of a tab, in pixels."""
_GAP, _LINE = 6, 2
"""Between name and counter, and below the tab that is shown."""
_SMALLER = 0.88
"""Size of a counter, as a share of the name's."""


@frozen
class _Texts:
    """What stands on all tabs: the names, and the counters where there is room for them."""

    names: tuple[str, ...]
    counters: tuple[str, ...]
    side: int = _SIDE


class TabStrip(QTabBar):
    """Tabs with their names and how much is open in each, shortened to the room there is.

    The tool tips say all. Only where even the shortest names do not fit, arrows lead to the others.
    """

    clicked = Signal()
    """The mouse chose the tab that is shown now, or did so once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các phần của báo cáo")
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setDrawBase(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._names: list[tuple[str, str]] = []
        self._counts: list[TabCount] = []
        self._shown = _Texts((), ())

    def show_names(self, names: list[tuple[str, str]]) -> None:
        """Show ``names``: of each tab the short name and the whole one."""
        self._names = names
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        while self.count() < len(names):
            self.addTab("")
        self._show()

    def show_counts(self, counts: Sequence[TabCount]) -> None:
        """Show behind each name how much of the tab is still open."""
        self._counts = list(counts)
        self._show()

    def short_names(self) -> list[str]:
        """The names as they stand on the tabs where there is room, without counts."""
        return [short for short, _ in self._names]

    def whole_name(self, index: int) -> str:
        """The whole name of a tab."""
        return self._names[index][1]

    def counter(self, index: int) -> str:
        """The counter that stands behind the name of a tab; "" where there is none, or no room for it."""
        return self._shown.counters[index] if index < len(self._shown.counters) else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a tab: the keys that follow are meant for what it shows."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.tabAt(event.position().toPoint()) >= 0:
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Know only now how much room there is."""
        super().showEvent(event)
        self._show()

    # ------------------------------------------------------------------ what stands on them

    def _show(self) -> None:
        texts = next((texts for texts in self._ways() if self._fits(texts)), self._shortest())
        other_width = (self._shown.counters, self._shown.side) != (texts.counters, texts.side)
        self._shown = texts
        for index, (short, whole) in enumerate(self._names):
            shown = texts.names[index].replace("&", "&&")
            if self.tabText(index) != shown:
                self.setTabText(index, shown)
            elif other_width:
                self.setTabText(index, "")  # Qt asks for a new width only with a new text
                self.setTabText(index, shown)
            summary = self._summary(index)
            tip = f"{whole}\n{summary}" if summary else whole
            if self.tabToolTip(index) != tip:
                self.setTabToolTip(index, tip)
            spoken = f"{short}, {summary[0].lower()}{summary[1:]}" if summary else short
            if self.accessibleTabName(index) != spoken:
                self.setAccessibleTabName(index, spoken)

    def _summary(self, index: int) -> str:
        count = self._count(index)
        parts = [review_summary(count), f"{count.missing} việc chưa xong" if count.missing else ""]
        return "; ".join(filter(None, parts))

    def _ways(self) -> Iterator[_Texts]:
        """Give the texts of all tabs, the longest form first."""
        whole, counters = self.short_names(), self._all_counters()
        numbered = [_shortened(name) if _is_numbered(name) else name for name in whole]
        shortest = [_shortened(name) for name in whole]
        for names in (whole, numbered, shortest):
            yield _Texts(tuple(names), counters)
        yield _Texts(tuple(shortest), counters, _NARROW_SIDE)

    def _shortest(self) -> _Texts:
        return _Texts(tuple(map(_shortened, self.short_names())), ("",) * len(self._names), _NARROW_SIDE)

    def _all_counters(self) -> tuple[str, ...]:
        left = [
            self._count(index).unchecked + self._count(index).unedited for index in range(len(self._names))
        ]
        return tuple(f"{_MOST}+" if number > _MOST else str(number or "") for number in left)

    def _count(self, index: int) -> TabCount:
        return self._counts[index] if len(self._counts) == len(self._names) else TabCount("")

    def _fits(self, texts: _Texts) -> bool:
        """Whether ``texts`` have room side by side."""
        if not self.isVisible() or not self.count():
            return True
        words = sum(map(self._width, texts.names, texts.counters))
        return words + 2 * texts.side * len(texts.names) <= self.width()

    # ------------------------------------------------------------------ size and painting

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the name, as wide as when it is shown, and the counter."""
        name = self.tabText(index).replace("&&", "&")
        width = self._width(name, self.counter(index)) + 2 * self._shown.side
        return QSize(width, _LOW_HEIGHT if is_low_screen() else _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Names are never cut."""
        return self.tabSizeHint(index)

    def _width(self, name: str, counter: str) -> int:
        width = QFontMetrics(self._font_of_shown()).horizontalAdvance(name)
        return width + (_GAP + self._width_of(counter) if counter else 0)

    def _width_of(self, counter: str) -> int:
        return QFontMetrics(self._font_of_counter()).horizontalAdvance(counter)

    def _font_of_shown(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _font_of_counter(self) -> QFont:
        font = self._font_of_shown()
        font.setPointSizeF(self.font().pointSizeF() * _SMALLER)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint flat tabs: the one that is shown in the accent, with a line below it."""
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        painter.fillRect(event.rect(), QColor(tokens.card))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            self._paint_tab(painter, tokens, index, is_pointed=index == pointed)
        painter.end()

    def _paint_tab(self, painter: QPainter, tokens: Tokens, index: int, *, is_pointed: bool) -> None:
        room, is_shown = self.tabRect(index), index == self.currentIndex()
        has_keys = is_shown and self.hasFocus()
        if is_pointed or has_keys:
            painter.fillRect(
                room.adjusted(0, 0, 0, -1), QColor(tokens.accent_soft if has_keys else tokens.hover)
            )
        if is_shown:
            line = QRect(room.left(), room.bottom() + 1 - _LINE, room.width(), _LINE)
            painter.fillRect(line, QColor(tokens.accent))
        name, counter = self.tabText(index).replace("&&", "&"), self.counter(index)
        font = self._font_of_shown() if is_shown else self.font()
        written = QFontMetrics(font).horizontalAdvance(name)
        whole = written + (_GAP + self._width_of(counter) if counter else 0)
        words = room.adjusted((room.width() - whole) // 2, 0, 0, 0)
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent if is_shown else tokens.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._font_of_counter())
        painter.setPen(QColor(tokens.amber))
        painter.drawText(words.adjusted(written + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, counter)


def _is_numbered(name: str) -> bool:
    return "." in name.partition(" ")[0]


def _shortened(name: str) -> str:
    found = _SHORT.match(name)
    return found.group() if found else name
