"""The rail at the left of the first window: one button for each page, and help at its foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.look.style_sheet import RAIL, SIGN
from danvan_desktop.gui.widgets.style import GAP, icon, larger

_WIDTH, _NARROW_WIDTH = 208, 56
_ICON = QSize(20, 20)


class RailButton(QPushButton):
    """A page's icon, name and count; where the rail is narrow, its icon alone."""

    def __init__(self, icon_name: str, text: str) -> None:
        """Show no count yet."""
        super().__init__(icon(icon_name), "")
        self.setProperty(RAIL, True)
        self.setIconSize(_ICON)
        self._name, self._is_narrow = text, False
        self._strong = larger(self.font(), 1.0, bold=True)
        self._note = QLabel()
        self._note.setProperty(SIGN, "muted")
        self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GAP + GAP // 2, 0)
        row.addStretch(1)
        row.addWidget(self._note)
        self._show()

    def show_note(self, note: str, spoken: str = "") -> None:
        """Show a count or a key beside the name; ``spoken`` is what a screen reader says for it."""
        self._note.setText(note)
        self._show(spoken or note)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, or all of it."""
        self._is_narrow = is_narrow
        self._show()

    @property
    def needed_width(self) -> int:
        """The width at which the name is whole, also in the strong letters of the page that is shown."""
        words = QFontMetrics(self._strong).horizontalAdvance(f"  {self._name}")
        return words + _ICON.width() + self._note.sizeHint().width() + 5 * GAP

    def _show(self, spoken: str = "") -> None:
        self.setText("" if self._is_narrow else f"  {self._name}")
        self._note.setVisible(not self._is_narrow)
        said = ", ".join(filter(None, (self._name, spoken or self._note.text())))
        self.setAccessibleName(said)
        self.setToolTip(said if self._is_narrow else "")


class Rail(QFrame):
    """Says which page is wanted."""

    wanted = Signal(str)
    """The page with this name."""

    def __init__(self, help_action: QAction, parent: QWidget | None = None) -> None:
        """Have no page yet; ``help_action`` is at the foot."""
        super().__init__(parent)
        self.setProperty(RAIL, True)
        self.setAccessibleName("Các trang")
        self._is_narrow = False
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        self.help = RailButton("help", "Hướng dẫn")
        self.help.show_note(help_action.shortcut().toString())
        self.help.setToolTip(help_action.toolTip())
        self.help.clicked.connect(help_action.trigger)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(GAP // 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, 2 * GAP)
        column.addLayout(self._pages)
        column.addStretch(1)
        column.addWidget(self.help)
        self._take_width()

    def add(self, name: str, icon_name: str, text: str) -> RailButton:
        """Add a button for the page ``name``."""
        button = self.buttons[name] = RailButton(icon_name, text)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        self._group.addButton(button)
        if len(self.buttons) > 1:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # arrows lead to it from the one that is shown
        button.clicked.connect(lambda _: self.wanted.emit(name))
        self._pages.addWidget(button)
        self._take_width()
        return button

    def show_page(self, name: str) -> None:
        """Show that the page ``name`` is shown."""
        self.buttons[name].setChecked(True)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show icons alone, or their names too."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for button in (*self.buttons.values(), self.help):
                button.set_narrow(is_narrow=is_narrow)
            self._take_width()

    @property
    def whole_width(self) -> int:
        """The width with all names."""
        names = max(button.needed_width for button in (*self.buttons.values(), self.help))
        return max(_WIDTH, names + 2 * GAP)

    def _take_width(self) -> None:
        self.setFixedWidth(_NARROW_WIDTH if self._is_narrow else self.whole_width)
