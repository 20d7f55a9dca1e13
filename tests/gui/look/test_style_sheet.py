"""Fields and choices are of one family: corners, edges, arrows and ticks in the same tones."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QRadioButton,
    QSpinBox,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.look.style_sheet import style_sheet
from danvan_desktop.gui.look.tokens import (
    CONTROL_HEIGHT,
    DARK,
    LEAST_CONTRAST_OF_SIGNS,
    LIGHT,
    Tokens,
    contrast,
)
from danvan_desktop.paths import resource

FIELDS = pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
CHOICES = pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Tokens]:
    scheme.dress(qapp, request.param)
    yield request.param
    scheme.dress(qapp, scheme.wanted(qapp))


def drawn_in(name: str) -> str:
    (found,) = re.findall(r"#[0-9a-f]{6}", resource("icons", "controls", f"{name}.svg").read_text("utf-8"))
    return str(found)


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def show_on(ground: QWidget, qtbot: QtBot, widget: QWidget) -> None:
    """Show ``widget`` on the ground, and something else that has the keyboard."""
    column = QVBoxLayout(ground)
    column.addWidget(widget)
    other = QLineEdit()
    column.addWidget(other)
    ground.resize(240, 120)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    other.setFocus()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("name", ["up", "down"])
def test_an_arrow_is_seen_on_every_field(name: str) -> None:
    for each in (LIGHT, DARK):
        for ground in (each.card, each.hover):
            assert contrast(drawn_in(name), ground) >= LEAST_CONTRAST_OF_SIGNS, ground


def test_a_tick_has_the_tone_of_words_on_the_accent() -> None:
    assert (drawn_in("tick"), drawn_in("tick-on-dark")) == (LIGHT.on_accent, DARK.on_accent)


@FIELDS
def test_every_field_is_as_high_and_has_the_same_edge(
    qtbot: QtBot, ground: QWidget, tokens: Tokens, kind: type[QWidget]
) -> None:
    field = kind()
    show_on(ground, qtbot, field)
    assert field.height() == CONTROL_HEIGHT
    image = picture(ground)
    corner, middle = field.geometry().topLeft(), field.geometry().center().y()
    assert image.pixelColor(corner) == QColor(tokens.ground), "its corner is round"
    assert image.pixelColor(corner.x(), middle) == QColor(tokens.edge)
    assert image.pixelColor(corner.x() + 2, middle) == QColor(tokens.card)


@FIELDS
def test_the_field_with_the_keyboard_has_an_edge_of_two_pixels_in_the_accent(
    qtbot: QtBot, ground: QWidget, tokens: Tokens, kind: type[QWidget]
) -> None:
    field = kind()
    show_on(ground, qtbot, field)
    height = field.height()
    field.setFocus()
    image = picture(field)
    edge = [image.pixelColor(x, field.height() // 2).name() for x in range(3)]
    assert edge == [tokens.accent, tokens.accent, tokens.card]
    assert field.height() == height


@CHOICES
def test_what_is_chosen_is_filled_with_the_accent(
    qtbot: QtBot, ground: QWidget, tokens: Tokens, kind: type[QCheckBox | QRadioButton]
) -> None:
    box = kind("Tệp")
    show_on(ground, qtbot, box)
    assert tokens.accent not in colours(picture(box))
    box.setChecked(True)
    assert tokens.accent in colours(picture(box))


def test_the_tick_is_drawn(qtbot: QtBot, ground: QWidget, tokens: Tokens) -> None:
    box = QCheckBox()
    show_on(ground, qtbot, box)
    box.setChecked(True)
    image = picture(box)
    inside = image.copy(box.rect().adjusted(2, 2, -2, -2))
    strokes = [
        contrast(inside.pixelColor(QPoint(x, y)).name(), tokens.accent)
        for x in range(16)
        for y in range(inside.height())
    ]
    assert sum(each >= LEAST_CONTRAST_OF_SIGNS for each in strokes) >= 8


@CHOICES
@pytest.mark.parametrize("checked", [False, True])
def test_the_keyboard_is_seen_on_a_choice(
    qtbot: QtBot, ground: QWidget, tokens: Tokens, kind: type[QCheckBox | QRadioButton], *, checked: bool
) -> None:
    box = kind("Tệp")
    show_on(ground, qtbot, box)
    box.setChecked(checked)
    before = picture(box)
    box.setFocus()
    after = picture(box)
    assert before != after
    assert (tokens.text if checked else tokens.accent) in colours(after.copy(0, 0, 19, after.height()))


@CHOICES
def test_a_choice_that_cannot_be_made_has_no_accent(
    qtbot: QtBot, ground: QWidget, tokens: Tokens, kind: type[QCheckBox | QRadioButton]
) -> None:
    box = kind("Tệp")
    show_on(ground, qtbot, box)
    box.setChecked(True)
    box.setEnabled(False)
    assert tokens.accent not in colours(picture(box))


def test_menus_and_lists_have_the_letters_of_the_window_where_the_system_has_others_for_them(
    qtbot: QtBot,
) -> None:
    """As Windows has: its menus and lists would be in 9 points beside 10.5."""
    menus, tree = QMenuBar(), QTreeView()
    for widget in (menus, tree):
        qtbot.addWidget(widget)
        widget.setFont(QFont(widget.font().family(), 7))
        widget.setStyleSheet(style_sheet(LIGHT, points=10.5))
        widget.ensurePolished()
        assert widget.font().pointSizeF() == 10.5
    assert "font-size" not in style_sheet(LIGHT)
