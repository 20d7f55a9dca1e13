"""What the help names is there: every key, every menu, every entry."""

import re

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from danvan_desktop.gui.help.window import Topic, topics
from danvan_desktop.gui.main_window import MainWindow
from tests.gui.menu_bar import entries, menus
from tests.gui.visible_texts import inside

_KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:mũi tên lên, xuống|\w+)|\bF\d{1,2}\b|\b(?:Tab|Enter|Esc)\b")


_ENTRY = re.compile(r"[Mm]enu \*\*([^*]+)\*\*(?:, mục \*\*([^*]+)\*\*(?: hoặc \*\*([^*]+)\*\*)?)?")


OF_THE_TEXT = {"Tab", "Shift+Tab", "Enter", "Esc", "Ctrl+A", "Ctrl+C", "Ctrl+V"}
"""Keys that are no command\'s: the text, the table and the dialogs know them themselves."""


def keys_of(actions: list[QAction]) -> set[str]:
    native = QKeySequence.SequenceFormat.NativeText
    return {key.toString(native) for action in actions for key in action.shortcuts()}


def every_action(window: MainWindow) -> list[QAction]:
    return [*inside(window, QAction), *window.menus.every_action()]


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.name)
def test_every_key_the_help_names_is_a_commands(opened: MainWindow, topic: Topic) -> None:
    buttons = {button.shortcut().toString() for button in inside(opened, QPushButton)}
    known = keys_of(every_action(opened)) | buttons | OF_THE_TEXT
    for named in _KEY.findall(topic.text):
        keys = [named]
        if "mũi tên" in named:
            keys = [named.replace("mũi tên lên, xuống", arrow) for arrow in ("↑", "↓")]
        assert set(keys) <= known, f"{topic.name}: {named}"


def test_the_check_of_keys_notices_one_that_is_none(opened: MainWindow) -> None:
    named = _KEY.findall("Bấm **Ctrl+Alt+Q**, **F9** hoặc **Shift+F12**.")
    assert named == ["Ctrl+Alt+Q", "F9", "Shift+F12"]
    assert set(named) - keys_of(every_action(opened)) == {"Ctrl+Alt+Q", "F9"}


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.name)
def test_every_menu_and_entry_the_help_names_is_there(opened: MainWindow, topic: Topic) -> None:
    there = menus(opened)
    for menu, *named in _ENTRY.findall(topic.text):
        assert menu in there, f"{topic.name}: {menu}"
        texts = {action.text().replace("&", "") for action in entries(there[menu])}
        texts |= {text.rstrip("…") for text in texts}
        for entry in filter(None, named):
            assert entry in texts, f"{topic.name}: {menu} > {entry}"
