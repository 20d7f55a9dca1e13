"""Texts stand on a ground of their own and a disabled field is seen, whatever the system's style is."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.look.style_sheet import style_sheet
from danvan_desktop.gui.look.tokens import DARK, LIGHT
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.startup.interface_style import STYLE
from tests.gui.unseen_words import difference
from tests.repository import ROOT

STYLE_OF_THE_PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.startup import interface_style
from danvan_desktop.gui import application
scheme.follow_system = lambda _: None  # a style sheet wraps the style, which then has no name
interface_style.STYLE = sys.argv[1]
print(application.make_application().style().name())
"""
LEAST = 8
"""Of 255: how much lighter or darker the frame of a disabled field is than what lies around it."""


@pytest.fixture(params=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    scheme.dress(qapp, DARK if request.param == "dark" else LIGHT)
    yield qapp.palette()
    scheme.dress(qapp, scheme.wanted(qapp))


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_tests_see_the_style_of_the_program(qapp: QApplication) -> None:
    assert STYLE == "fusion"
    assert qapp.styleSheet() in {style_sheet(tokens) for tokens in (LIGHT, DARK)}


def test_the_program_chooses_its_style_itself() -> None:
    command = [sys.executable, "-X", "utf8", "-c", STYLE_OF_THE_PROGRAM, "windows"]  # which no system chooses
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert (done.stdout.strip(), done.returncode) == ("windows", 0), done.stderr


@pytest.mark.parametrize("kind", [QTextEdit, QPlainTextEdit])
def test_a_text_hides_what_lies_below_it(
    qtbot: QtBot, palette: QPalette, kind: type[QTextEdit | QPlainTextEdit]
) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    below.setPalette(QPalette(QColor("magenta")))
    text = kind(below)
    text.setPalette(palette)
    text.resize(200, 100)
    below.resize(240, 140)
    seen = picture(below)
    assert seen.pixelColor(220, 120) == QColor("magenta")
    assert seen.pixelColor(100, 80) == palette.color(QPalette.ColorRole.Base)


def test_the_text_of_a_section_stands_on_an_opaque_ground(palette: QPalette, opened: MainWindow) -> None:
    workspace = opened.workspace
    names = [name for name, _ in workspace.tabs()]
    workspace.tab_strip.setCurrentIndex(
        next(n for n, name in enumerate(names) if name.startswith("section:"))
    )
    page = workspace.current_text_page()
    assert page is not None
    editor = page.editor
    viewport = editor.viewport()
    ground = picture(viewport).pixelColor(viewport.width() - 3, viewport.height() - 3)
    assert ground == editor.palette().color(QPalette.ColorRole.Base)
    assert ground.alpha() == 255


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
def test_a_disabled_field_is_seen_and_seen_to_be_disabled(
    qtbot: QtBot, palette: QPalette, kind: type[QWidget]
) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    field = kind()
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    if isinstance(field, QComboBox):
        field.addItem("Huyện")
    elif isinstance(field, QLineEdit):
        field.setText("Huyện")
    dialog.show()
    enabled = picture(field)
    field.setEnabled(False)
    disabled = picture(dialog)
    around = disabled.pixelColor(2, 2)
    middle = field.geometry().center().y()
    frame = [disabled.pixelColor(field.x() + step, middle) for step in range(4)]
    assert max(difference(colour, around) for colour in frame) >= LEAST
    assert picture(field) != enabled
