"""Vietnamese as input methods write it, a millisecond apart, while all else goes on: no letter is lost.

Saving, preview and outline work meanwhile. What comes out is byte by byte what was meant, in the window, in
the report and in the file; undo takes it back word by word.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.gui.keyboard import BACKSPACE, compose, type_text
from tests.gui.vietnamese_keys import Keystroke, Method, keystrokes
from tests.gui.visible_texts import inside

TEXT = "Ủy ban đẩy mạnh tuyên truyền, vận động 1.250 hộ; đồng thuận xã hội giữ vững"
SHORT = "ĐƯỜNG LỐI của Đảng về ươm mầm, hướng dẫn"

Write = Callable[[QWidget, Keystroke], None]


def by_backspaces(widget: QWidget, stroke: Keystroke) -> None:
    """UniKey and EVKey: Backspaces, then the letters."""
    type_text(widget, BACKSPACE * stroke.taken_back + stroke.letters)


def by_selecting(widget: QWidget, stroke: Keystroke) -> None:
    """EVKey where a program completes what is typed: the letters are selected and typed over."""
    for _ in range(stroke.taken_back):
        QTest.keyClick(widget, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    type_text(widget, stroke.letters)


def by_clipboard(widget: QWidget, stroke: Keystroke) -> None:
    """UniKey with "Luôn sử dụng clipboard cho unicode": the letters come as a paste."""
    if stroke.is_let_through:
        type_text(widget, stroke.letters)
        return
    type_text(widget, BACKSPACE * stroke.taken_back)
    QApplication.clipboard().setText(stroke.letters)
    QTest.keyClick(widget, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)


WAYS: dict[str, Write] = {"backspaces": by_backspaces, "selecting": by_selecting, "clipboard": by_clipboard}


def type_in(widget: QWidget, text: str, method: Method, write: Write) -> None:
    for stroke in keystrokes(text, method):
        write(widget, stroke)
        QTest.qWait(1)


def in_text(window: MainWindow, after: str) -> QWidget:
    """The editor of the second section, its cursor behind the words ``after``."""
    window.workspace.go_to("section:2")
    page = window.workspace.current_text_page()
    assert page is not None
    found = page.editor.document().find(after)
    assert not found.isNull(), after
    found.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    page.editor.setTextCursor(found)
    page.editor.setFocus()
    return page.editor


def in_title(window: MainWindow) -> QWidget:
    window.workspace.go_to("section:2")
    page = window.workspace.current_text_page()
    assert page is not None
    title = next(edit for edit in inside(page, TitleEdit))
    title.moveCursor(QTextCursor.MoveOperation.End)
    title.setFocus()
    return title


def in_field(window: MainWindow) -> QWidget:
    window.workspace.go_to("general")
    window.workspace.opened.pages.general.agency.setFocus()
    window.workspace.opened.pages.general.agency.end(False)
    return window.workspace.opened.pages.general.agency


PLACES: dict[str, tuple[Callable[[MainWindow], QWidget], str]] = {
    "body": (lambda window: in_text(window, "Kết quả đạt được gồm:"), TEXT),
    "item": (lambda window: in_text(window, "Gạch đầu dòng;"), TEXT),
    "heading": (lambda window: in_text(window, "Công tác tuyên truyền"), SHORT),
    "table cell": (lambda window: in_text(window, "Mô hình"), TEXT),
    "title of a section": (in_title, SHORT),
    "field": (in_field, SHORT),
}


@pytest.fixture
def typing(qtbot: QtBot, window: MainWindow, store: Store) -> MainWindow:
    """A window with a report open, its preview shown, that has the keyboard."""
    window.open_draft(store.create(samples.report()))
    window.workspace.editor_actions.toggle_preview.setChecked(True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def content(widget: QWidget) -> str:
    assert isinstance(widget, QTextEdit | QLineEdit)
    return widget.toPlainText() if isinstance(widget, QTextEdit) else widget.text()


def report_in(window: MainWindow) -> Report:
    return window.workspace.opened.report()


@pytest.mark.parametrize(
    ("method", "way"), [("telex", "backspaces"), ("vni", "selecting"), ("telex", "clipboard")]
)
@pytest.mark.parametrize("place", list(PLACES))
def test_bursts_a_millisecond_apart_lose_no_letter(
    qtbot: QtBot, typing: MainWindow, store: Store, place: str, method: Method, way: str
) -> None:
    at, text = PLACES[place]
    widget = at(typing)
    before = content(widget)
    type_in(widget, f" {text}", method, WAYS[way])
    assert content(widget).count(f" {text}") == 1
    assert content(widget).replace(f" {text}", "", 1) == before, "nothing else has changed"
    assert f" {text}" in all_text(report_in(typing))
    assert typing.session.draft is not None
    number = typing.session.draft.id
    qtbot.waitUntil(lambda: all_text(store.load(number)) == all_text(report_in(typing)), timeout=5000)


def undone(widget: QWidget, until: str) -> list[str]:
    """Each text that Ctrl+Z shows, down to ``until``."""
    seen: list[str] = []
    while content(widget) != until and len(seen) < 200:
        QTest.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append(content(widget))
    return seen


@pytest.mark.parametrize("way", ["backspaces", "selecting"])
@pytest.mark.parametrize("place", ["body", "table cell", "title of a section"])
def test_undo_takes_back_word_by_word_and_never_half_a_letter(
    typing: MainWindow, place: str, way: str
) -> None:
    widget = PLACES[place][0](typing)
    before = content(widget)
    type_in(widget, f" {SHORT}", "telex", WAYS[way])
    steps = undone(widget, before)
    assert content(widget) == before, "all of it is taken back"
    words = f" {SHORT}".split(" ")
    prefixes = {" ".join(words[:count]).rstrip() for count in range(len(words) + 1)}
    typed = [_typed(step, before).rstrip() for step in steps]
    assert set(typed) <= prefixes
    assert len(words) - 2 <= len(steps) <= len(words) + 1


def _typed(now: str, before: str) -> str:
    """What stands in ``now`` more than in ``before``."""
    start = next(
        (at for at, pair in enumerate(zip(now, before, strict=False)) if pair[0] != pair[1]), len(before)
    )
    return now[start : start + len(now) - len(before)]


@pytest.mark.parametrize("place", list(PLACES))
def test_a_composition_is_kept_whatever_ends_it(qtbot: QtBot, typing: MainWindow, place: str) -> None:
    widget = PLACES[place][0](typing)
    for word in SHORT.split(" "):
        compose(widget, word[:1], word[:2], commit=f" {word}")
        QTest.qWait(1)
    assert f" {SHORT}" in content(widget)
    assert f" {SHORT}" in all_text(report_in(typing))
