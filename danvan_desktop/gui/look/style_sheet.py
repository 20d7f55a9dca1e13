"""The style sheet (QSS) of the window's controls, over the style "Fusion", from a set of tokens.

What paints by itself (texts, lists' rows, pages) takes the palette. Here stands how controls are drawn; how
they are placed is the layouts' business. A control is told apart at a glance when it is disabled (grey, on
the ground), below the pointer (a tone darker), has the keyboard (an edge of two pixels in the accent), is
chosen (the soft accent) or can only be read (a fainter edge, on the ground).
"""

from dataclasses import asdict
from string import Template

from danvan_desktop.gui.look.tokens import (
    CARD_RADIUS,
    CONTROL_HEIGHT,
    DARK,
    LIGHT,
    RADIUS,
    Tokens,
    contrast,
)
from danvan_desktop.paths import resource

PRIMARY = "primary"
"""Property of the one button of a page that is filled: the next thing to do."""
LARGE = "large"
"""Property of a button that stands alone on a page: twice as high."""
CARD = "card"
"""Property of a frame that is a card: a line around, corners rounded, on the ground of fields."""
CARDS = "cards"
"""Property of a list whose rows are cards, and of tabs above it: they lie on the ground of the panel."""
NOTE = "note"
"""Property of a frame that tells the user something across the window."""
SIGN = "sign"
"""Property of a label whose letters have a tone of state: "green", "amber", "red" or "muted"."""
FLAT = "flat"
"""Property of a list that is a side of the window: no edge around it."""
STEP = "step"
"""Property of a button that is a step of a way: "done", "now" or "ahead"."""
QUIET = "quiet"
"""Property of a button without an edge, its words in the accent: what can be done besides."""
PILL = "pill"
"""Property of a label that says a state: "accent", "amber", "red", "green" or "quiet"."""
RAIL = "rail"
"""Property of the column with the pages of the window, and of each button in it."""
FLOAT = "float"
"""Property of a frame that floats above the window, and of each label and button in it."""
CHOSEN = "chosen"
"""Property of a card that is one of several choices: this one it is."""
FAULT = "fault"
"""Property of a field that holds what is refused, and of the label that says why."""
FIELD = "field"
"""Property of a text of several lines that is a field of a form: its edge is that of the others."""

_SHEET = Template("""
QPushButton {
    background: $card; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 0 8px; min-height: ${inner}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 0 7px; min-height: ${focused}px; }
QPushButton:disabled { background: $ground; color: $disabled; border-color: $line; }
QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $pressed; color: $disabled; border-color: $pressed; }
QPushButton[large="true"] { min-height: 40px; }

QPushButton[quiet="true"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[quiet="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:pressed, QPushButton[quiet="true"]:checked { background: $accent_soft; }
QPushButton[quiet="true"]:checked { border-color: $edge; }
QPushButton[quiet="true"]:focus { border-color: $accent; }
QPushButton[quiet="true"]:disabled { color: $disabled; }

QPushButton::menu-indicator { image: none; width: 0; }

QFrame[rail="true"] { background: $card; border: 0; border-right: 1px solid $line; }
QPushButton[rail="true"] {
    background: transparent; border: 1px solid transparent; text-align: left; padding: 0 11px;
}
QPushButton[rail="true"]:hover { background: $hover; }
QPushButton[rail="true"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[rail="true"]:focus { border: 2px solid $accent; padding: 0 10px; }

QLabel[pill] { border-radius: 8px; padding: 1px 9px; font-weight: 600; }
QLabel[pill="accent"] { background: $accent_soft; color: $accent; }
QLabel[pill="amber"] { background: $amber_soft; color: $amber; }
QLabel[pill="red"] { background: $red_soft; color: $red; }
QLabel[pill="green"] { background: $green_soft; color: $green; }
QLabel[pill="quiet"] { background: $pressed; color: $muted; }

QFrame[float="true"] { background: $float; border: 1px solid $float; border-radius: ${card_radius}px; }
QLabel[float="true"] { border: 0; background: transparent; color: $on_float; }
QLabel[float="muted"] { border: 0; background: transparent; color: $on_float_muted; }
QPushButton[float="true"] { background: transparent; color: $on_float; border-color: $on_float_muted; }
QPushButton[float="true"]:hover, QPushButton[float="true"]:pressed { border-color: $on_float; }
QPushButton[float="true"]:focus { border: 2px solid $on_float; }
QPushButton[float="primary"] {
    background: $on_float; color: $float; border-color: $on_float; font-weight: 600;
}
QPushButton[float="primary"]:hover, QPushButton[float="primary"]:pressed { background: $on_float_muted; }
QPushButton[float="primary"]:focus { border: 2px solid $accent; }
QPushButton[float="sign"] { background: transparent; border-color: transparent; padding: 0; }
QPushButton[float="sign"]:hover { border-color: $on_float_muted; }
QPushButton[float="sign"]:focus { border: 2px solid $on_float; }
QPushButton[float="true"]:disabled { color: $on_float_muted; }

QLineEdit, QComboBox, QAbstractSpinBox {
    background: $card; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 0 6px; min-height: ${inner}px;
}
QLineEdit, QAbstractSpinBox { selection-background-color: $accent; selection-color: $on_accent; }
QComboBox { padding: 0 2px 0 8px; }
QAbstractSpinBox { padding: 0 2px 0 6px; min-height: ${stepped}px; }
QComboBox:hover { background: $hover; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 5px; min-height: ${focused}px; }
QComboBox:focus { border: 2px solid $accent; padding: 0 1px 0 7px; min-height: ${focused}px; }
QAbstractSpinBox:focus { border: 2px solid $accent; padding: 0 1px 0 5px; min-height: ${stepped_in}px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $ground; color: $disabled; border-color: $line;
}
QLineEdit:read-only { background: $ground; border-color: $line; }
QAbstractItemView QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: 0; padding: 0; min-height: 0;
}
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url("$drawings/down.svg"); width: 12px; }
QAbstractSpinBox::up-arrow { image: url("$drawings/up.svg"); width: 12px; }
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::down-arrow:off { image: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: 0; border-radius: 4px; width: 18px; margin: 1px;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $pressed; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    background: $card; border: 1px solid $edge; border-radius: 4px; width: 16px; height: 16px;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$drawings/$tick.svg");
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QRadioButton::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QRadioButton::indicator:checked:focus { border: 5px solid $text; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $ground; border-color: $line;
}
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QRadioButton::indicator:checked:disabled { border-color: $disabled; }

QTextEdit[field="true"], QPlainTextEdit[field="true"] {
    background: $card; border: 1px solid $edge; border-radius: ${radius}px; padding: 2px 3px;
}
QTextEdit[field="true"]:focus, QPlainTextEdit[field="true"]:focus {
    border: 2px solid $accent; padding: 1px 2px;
}
QTextEdit[field="true"]:disabled, QPlainTextEdit[field="true"]:disabled {
    background: $ground; border-color: $line;
}
QLineEdit[fault="true"], QTextEdit[fault="true"], QPlainTextEdit[fault="true"] { border-color: $red; }
QLabel[fault="true"] { color: $red; }

QFrame[card="true"] { background: $card; border: 1px solid $line; border-radius: ${card_radius}px; }
QFrame[chosen="true"] { border-color: $accent; background: $accent_soft; }
QDialogButtonBox { button-layout: 0; dialogbuttonbox-buttons-have-icons: 0; }

QFrame[note="true"] { background: $note; border: 1px solid $edge; }

QMenuBar { background: $card; border-bottom: 1px solid $line; }
QMenuBar::item { padding: ${menu}px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accent_soft; }
QMenu { background: $card; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 8px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QToolBar {
    background: $card; border: 0; border-bottom: 1px solid $line; spacing: 0; padding: ${bar}px 4px;
}
QToolBar::separator { background: $line; width: 1px; margin: 4px 2px; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: ${radius}px;
    padding: ${tool}px 3px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: $accent_soft; }
QToolButton:checked { border-color: $edge; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }
QToolButton[step] { color: $text; padding: 1px 4px; border-radius: 4px; }
QToolButton[step]:hover { color: $accent; }
QToolButton[step]:disabled { color: $muted; }
QToolButton[step="now"], QToolButton[step="now"]:disabled { color: $accent; font-weight: 600; }

QTabBar { background: $card; border: 0; }
QTabBar::tab {
    background: $card; color: $muted; border: 0; border-bottom: 2px solid transparent;
    padding: ${tab}px 11px;
}
QTabBar[cards="true"], QTabBar[cards="true"]::tab { background: $ground; }
QTabBar::tab:hover { background: $hover; color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { background: $accent_soft; }

QLabel[sign="green"] { color: $green; }
QLabel[sign="amber"] { color: $amber; }
QLabel[sign="red"] { color: $red; font-weight: 600; }
QLabel[sign="muted"] { color: $muted; }

QStatusBar { background: $card; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: 0; }

QHeaderView::section {
    background: $card; color: $muted; border: 0; border-bottom: 1px solid $line; padding: 4px 8px;
}
QAbstractItemView { selection-background-color: $accent_soft; selection-color: $text; }
QTreeView, QListView, QTableView {
    background: $card; alternate-background-color: $card; border: 1px solid $line; border-radius: ${radius}px;
}
QListView[cards="true"] { background: $ground; border: 0; }
QTreeView:focus, QListView:focus, QTableView:focus { border-color: $accent; }
QTreeView[flat="true"] { border: 0; border-radius: 0; padding: 8px 0 4px 0; }

QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $pressed; border: 0; border-radius: 3px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolTip { background: $note; color: $text; border: 1px solid $edge; padding: 3px 6px; }
""")

_OF_FEW_COLOURS = Template("""
QAbstractItemView, QComboBox QAbstractItemView {
    selection-background-color: $accent; selection-color: $on_accent;
}
QMenuBar::item:selected, QMenuBar::item:pressed, QMenu::item:selected, QTabBar::tab:selected,
QPushButton:pressed, QPushButton:checked, QToolButton:pressed, QToolButton:checked {
    background: $accent; color: $on_accent;
}
QPushButton:hover, QToolButton:hover { border-color: $accent; }
""")
"""Where no soft tone tells what is chosen: a system in high contrast."""

_LOW_CONTROL = 21
_ROOMY = {"inner": CONTROL_HEIGHT - 2, "menu": 8, "bar": 2, "tool": 3, "tab": 5}
_LOW = {"inner": _LOW_CONTROL - 2, "menu": 1, "bar": 0, "tool": 1, "tab": 1}
"""Heights in pixels without the edges; on a low screen the text has the first right to each line."""

_SYSTEM_SIZED = "QMenuBar, QMenu, QAbstractItemView, QHeaderView, QStatusBar, QToolTip, QMessageBox"
"""What Windows gives letters of its own, whatever the letters of the program are."""


def style_sheet(tokens: Tokens, *, is_low: bool = False, points: float = 0.0) -> str:
    """Return the sheet in the colours of ``tokens``; ``is_low`` for a screen that has few lines.

    ``points``: the size of all letters, where a system has others for menus and lists; 0 leaves them.
    """
    heights = _LOW if is_low else _ROOMY
    sizes = {
        "radius": RADIUS,
        "card_radius": CARD_RADIUS,
        "focused": heights["inner"] - 2,
        # Qt adds three pixels for the steps of a number.
        "stepped": heights["inner"] - 3,
        "stepped_in": heights["inner"] - 5,
    }
    ticked = min((LIGHT, DARK), key=lambda each: contrast(each.on_accent, tokens.on_accent))
    drawings = {
        "drawings": resource("icons", "controls").as_posix(),
        "tick": "tick" if ticked is LIGHT else "tick-on-dark",
    }
    sheet = _SHEET.substitute(asdict(tokens), **sizes, **heights, **drawings)
    if tokens.accent_soft == tokens.card:
        sheet += _OF_FEW_COLOURS.substitute(asdict(tokens))
    if points:
        sheet += f"{_SYSTEM_SIZED} {{ font-size: {points:g}pt; }}\n"
    return sheet
