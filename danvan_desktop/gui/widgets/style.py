"""Style: icons, spacing, font sizes and dialog sizes, on top of the system's own palette."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QWidget

from danvan_desktop.gui.look.screen import is_high_screen
from danvan_desktop.paths import resource

if TYPE_CHECKING:  # with all the names of icons, the first text would wait for it
    from PySide6.QtGui import QIcon

GAP = 8
"""Between neighbours, in device-independent pixels; margins are twice as wide."""

ICON = QSize(20, 20)


def icon(name: str, tone: str = "text") -> "QIcon":
    """Return our icon ``name``, tinted from the palette; ``tone`` is the name of a token (look/tokens.py)."""
    from PySide6.QtGui import QIcon

    from danvan_desktop.gui.look.icons import TintedIcon

    return QIcon(TintedIcon(name, tone))


def program_icon() -> "QIcon":
    """Return the icon of the program, in its own colours."""
    from PySide6.QtGui import QIcon

    return QIcon(str(resource("icons", "danvan-desktop.svg")))


def spaced(layout: QBoxLayout, *, margin: int = 2 * GAP) -> None:
    """Give a layout the common margins and gaps."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(GAP)


def page_margins(layout: QBoxLayout) -> None:
    """Give the layout of a page of the window its margins and gaps; fewer where the screen has few lines."""
    side, above = (4 * GAP, 3 * GAP) if is_high_screen() else (2 * GAP, GAP)
    layout.setContentsMargins(side, above, side, above)
    layout.setSpacing(2 * GAP if is_high_screen() else GAP)


def title_label(text: str, parent: QWidget | None = None) -> QLabel:
    """Return the title of a page, 20 points where the window's own letters have 10.5."""
    return _heading(text, 20 / 10.5, parent)


def heading_label(text: str, parent: QWidget | None = None) -> QLabel:
    """Return the heading of a part of a page or of a panel, 14 points where its letters have 10.5."""
    return _heading(text, 14 / 10.5, parent)


def _heading(text: str, factor: float, parent: QWidget | None) -> QLabel:
    label = QLabel(text, parent)
    font = larger(label.font(), factor)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def size_dialog(dialog: QWidget, width: int, height: int) -> None:
    """Give ``dialog`` that size, or what the screen has room for where letters are large."""
    room = dialog.screen().availableSize()  # of several, that of the window it stands over
    dialog.resize(min(width, room.width() - 5 * GAP), min(height, room.height() - 4 * GAP))


def fit_height(dialog: QWidget, layout: QBoxLayout) -> None:
    """Make ``dialog`` as high as its wrapped lines need: Qt takes each for one line when it sizes it."""
    for _ in range(2):  # a scrolling column gets its width first, then it knows its height
        for part in cast("list[ScrollingColumn]", dialog.findChildren(ScrollingColumn)):
            part.updateGeometry()
        layout.invalidate()
        layout.activate()
    width = max(dialog.width(), dialog.minimumWidth())
    height = max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())
    size_dialog(dialog, width, height)


class ScrollingColumn(QScrollArea):
    """Scroll area that asks for all the height of its page and takes less where the screen is low."""

    def __init__(self, page: QWidget) -> None:
        """Show ``page``; a field that gets the keyboard is scrolled into view."""
        super().__init__()
        _scroll_vertically(self, page)

    def sizeHint(self) -> QSize:
        """Return the size of the whole page, its lines wrapped to the width it has now."""
        page = self.widget()
        hint, width = page.sizeHint(), self.viewport().width()
        height = page.heightForWidth(width) if page.hasHeightForWidth() else hint.height()
        return QSize(hint.width(), max(height, page.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the page and a height at which three or four lines are seen."""
        return QSize(self.minimumWidth(), min(self.sizeHint().height(), 5 * self.fontMetrics().lineSpacing()))


def scrolled(page: QWidget) -> QScrollArea:
    """Let ``page`` be scrolled up and down where the screen is low; it is never wider than what shows it."""
    area = QScrollArea()
    _scroll_vertically(area, page)
    return area


def _scroll_vertically(area: QScrollArea, page: QWidget) -> None:
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The style sheet widens what is shown only later: by less than a gap.
    area.setMinimumWidth(page.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width() + GAP)
    page.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)


def larger(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return ``font`` at ``factor`` times its size."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    other.setBold(bold)
    return other


def row_size(font: QFont) -> QSize:
    """Return the size of a list's row: room to breathe, room to hit."""
    return QSize(0, round(QFontMetrics(font).height() * 1.8))
