"""Light or dark is chosen in the menu, painted at once and kept for the next start."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.look.palette import palette_of
from danvan_desktop.gui.look.style_sheet import style_sheet
from danvan_desktop.gui.look.tokens import DARK, LIGHT, Tokens
from danvan_desktop.gui.main_window import MainWindow
from tests.builders.window import OpenWindow


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    scheme.choose(qapp, "system")


def is_painted(qapp: QApplication, tokens: Tokens) -> bool:
    ground = palette_of(tokens).color(QPalette.ColorRole.Window)
    same_sheet = qapp.styleSheet() in {style_sheet(tokens, is_low=is_low) for is_low in (True, False)}
    return same_sheet and qapp.palette().color(QPalette.ColorRole.Window) == ground


@pytest.mark.parametrize(("chosen", "tokens"), [("dark", DARK), ("light", LIGHT)])
def test_what_is_chosen_is_painted_and_kept(
    qapp: QApplication, window: MainWindow, open_window: OpenWindow, chosen: scheme.Scheme, tokens: Tokens
) -> None:
    window.commands.schemes[chosen].trigger()
    assert is_painted(qapp, tokens)
    scheme.choose(qapp, "light" if chosen == "dark" else "dark")
    window.close()
    again = open_window()
    assert again.commands.schemes[chosen].isChecked()
    again.dress(qapp)
    assert is_painted(qapp, tokens)


def test_at_first_the_system_decides(qapp: QApplication, window: MainWindow) -> None:
    assert window.commands.schemes["system"].isChecked()
    before = qapp.styleSheet()
    window.dress(qapp)
    assert qapp.styleSheet() == before
