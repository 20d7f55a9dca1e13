"""All that a user reads is Vietnamese, and every control has a name to be read out."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.help.window import topics
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.paper.excerpt_view import ExcerptView
from danvan_desktop.gui.startup.translation import VietnameseTranslator
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders.window import dispose
from tests.gui.scenes import dialogs
from tests.gui.visible_texts import controls_without_name, cut_off, english_words, inside, texts

SEEN_BY_NOBODY = {"QGuiApplication", "QCoreApplication", "QLibrary"}
"""What Qt says on the command line and to programmers."""
TRIED_BY_QT = {"QShortcut"}
"""Reading one key, Qt asks for the names of all."""


@pytest.fixture
def table(resources: Path) -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = json.loads(
        (resources / "i18n" / "qt_vi.json").read_text(encoding="utf-8")
    )
    return content


@pytest.mark.parametrize("text", ["Open", "&Cancel", "Don't Save", "File name:", "No", "Select All", "Undo"])
def test_the_check_knows_english_when_it_sees_it(text: str) -> None:
    assert english_words(text)


@pytest.mark.parametrize(
    "text", ["&Thôi", "Trang in", "Ctrl+Shift+F7", "5 trang", "Mục (I.)", "Báo cáo.docx"]
)
def test_the_check_lets_vietnamese_pass(text: str) -> None:
    assert english_words(text) == []


def test_our_translation_of_qt_is_vietnamese(table: dict[str, dict[str, str]]) -> None:
    keys_and_signs = {"QShortcut", "QUnicodeControlCharacterMenu"}
    shortcuts = re.compile(r"(Alt|Ctrl)\+\w+")
    english = [
        (context, source, text)
        for context, entries in table.items()
        if context not in keys_and_signs
        for source, text in entries.items()
        if english_words(text) and not shortcuts.fullmatch(source)
    ]
    assert english == []


def test_our_translation_keeps_places_and_menu_letters(table: dict[str, dict[str, str]]) -> None:
    for context, entries in table.items():
        for source, text in entries.items():
            here = f"{context}: {source}"
            assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", text)), here
            assert ("&" in source) == ("&" in text), here


def test_no_key_becomes_something_qt_cannot_read_again(table: dict[str, dict[str, str]]) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    for name in ("F12", "Ctrl+Del", "Shift+Tab", "Alt+Shift+Up", "Ctrl+PgDown"):
        native = QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText)
        assert QKeySequence(name).toString(portable) == name
        assert not english_words(native), native


def assert_vietnamese(root: QWidget, own: frozenset[str] = frozenset()) -> None:
    wrong = {(where, text) for where, text in texts(root) if text not in own and english_words(text)}
    assert wrong == set()
    assert controls_without_name(root) == []


def test_the_help_is_vietnamese_and_its_links_lead_somewhere() -> None:
    names = {topic.name for topic in topics()}
    assert len(names) == len(topics()) >= 10
    for topic in topics():
        # What is typed without marks is an example of what is found.
        told = re.sub(r"\]\([\w-]+\)|BC-Dan-van[\w-]*|“thuc hien cong tac”", "", topic.text)
        assert english_words(told) == [], topic.name
        for link in re.findall(r"\]\(([^)]+)\)", topic.text):
            assert link in names, f"{topic.name}: {link}"


def test_every_dialog_is_vietnamese_and_has_room_for_its_words(
    qtbot: QtBot, window: MainWindow, sample: Report
) -> None:
    for dialog in dialogs(window, sample):
        dialog.show()
        qtbot.waitExposed(dialog)
        technical = {dialog.detailedText()} if isinstance(dialog, QMessageBox) else set()
        assert_vietnamese(dialog, frozenset(technical))
        assert cut_off(dialog) == []
        dispose(dialog)


def test_the_first_page_is_vietnamese(qtbot: QtBot, window: MainWindow, store: Store, sample: Report) -> None:
    assert_vietnamese(window)
    draft = store.create(sample)
    store.create(replace(sample, state="a state of a later release"))  # type: ignore[arg-type]  # on purpose
    store.create(sample, name="Bản gửi Sở")
    window.start_page.refresh()
    assert_vietnamese(window)
    store.delete(draft.id)
    for button in window.home.rail.buttons.values():
        button.click()
        assert_vietnamese(window)
    window.banner.say("Chưa lưu được báo cáo.", "Thử lại", print)
    assert_vietnamese(window)


def test_qts_own_dialogs_and_menus_are_vietnamese(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = file_dialog.file_dialog(window, "Chọn tệp", str(tmp_path))
    box = QMessageBox(window)
    box.setDetailedText("x")
    every = QMessageBox.StandardButton
    box.setStandardButtons(
        every.Ok | every.Save | every.Yes | every.No | every.Abort | every.Retry | every.Ignore
    )
    box.addButton(every.Discard)
    row = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button != QDialogButtonBox.StandardButton.NoButton:
            row.addButton(button)
    for widget in (file, box, QInputDialog(window), row):
        widget.show()
        wrong = {text for _, text in texts(widget) if english_words(text)}
        assert wrong - set(tmp_path.parts) == set()  # a file dialog names the folders above
        dispose(widget)


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QScrollBar])
def test_qts_own_context_menus_are_vietnamese(qtbot: QtBot, kind: Callable[[], QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    found: list[str] = []

    def read() -> None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                found.extend(text for _, text in texts(menu))
                menu.close()

    QTimer.singleShot(50, read)
    _ask_for_menu(widget)
    qtbot.waitUntil(lambda: bool(found))
    assert [text for text in found if english_words(text)] == []


def _ask_for_menu(widget: QWidget) -> None:
    from PySide6.QtGui import QContextMenuEvent

    place = QPoint(3, 3)
    target = widget.viewport() if isinstance(widget, QTextEdit | QPlainTextEdit) else widget
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)


def test_qt_asked_for_nothing_that_we_do_not_translate(
    qtbot: QtBot, window: MainWindow, sample: Report, translator: VietnameseTranslator
) -> None:
    for dialog in dialogs(window, sample):
        dialog.show()
        dispose(dialog)
    passed_over = SEEN_BY_NOBODY | TRIED_BY_QT
    assert {entry for entry in translator.missing if entry[0] not in passed_over} == set()


def words_of_the_person(window: MainWindow, report: Report) -> frozenset[str]:
    """Return what stands in the window because it stands in the report."""
    outline = {entry.text for entry in window.workspace.outline.entries}
    on_paper = {view.accessibleDescription() for view in inside(window, ExcerptView)}
    return frozenset({report.subject, report.kind, *report.recipients, *outline, *on_paper})


def test_every_tab_of_an_open_report_is_vietnamese(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report
) -> None:
    window.open_draft(store.create(sample))
    workspace = window.workspace
    for tab in range(workspace.tab_strip.count()):
        workspace.tab_strip.setCurrentIndex(tab)
        qtbot.wait(1)
        assert_vietnamese(window, words_of_the_person(window, sample))


def test_every_menu_is_vietnamese(qtbot: QtBot, window: MainWindow, store: Store, sample: Report) -> None:
    window.open_draft(store.create(sample))
    for action in window.menus.every_action():
        shown = [action.text(), action.toolTip(), action.statusTip()]
        assert [text for text in shown if english_words(text)] == []
        assert action.text()


def test_the_context_menus_of_an_open_report_are_vietnamese(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report
) -> None:
    window.open_draft(store.create(sample))
    found: list[str] = []

    def read() -> None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                found.extend(text for _, text in texts(menu))
                menu.close()

    for kind in (QTextEdit, QLineEdit):
        for widget in inside(window, kind):
            if widget.isVisible():
                QTimer.singleShot(20, read)
                _ask_for_menu(widget)
                qtbot.wait(40)
    workspace = window.workspace
    for tab in (1, 2):
        workspace.tab_strip.setCurrentIndex(tab)
        for widget in inside(window, QTextEdit):
            if widget.isVisible():
                QTimer.singleShot(20, read)
                _ask_for_menu(widget)
                qtbot.wait(40)
    assert len(found) > 10
    assert [text for text in found if english_words(text)] == []


NEVER_SAID = ("nháp", "template", "block", "snapshot", "profile", "document", "bạn hãy", "user")
"""Words that an office does not use for these things, or that are no Vietnamese."""


def test_words_that_an_office_does_not_use_stand_nowhere(
    qtbot: QtBot, opened: MainWindow, sample: Report
) -> None:
    said = [(topic.name, topic.text) for topic in topics()]
    said += [text for root in (opened, *dialogs(opened, sample)) for text in texts(root)]
    assert len(said) > 500
    found = {(where, text) for where, text in said for word in NEVER_SAID if word in text.lower()}
    assert found == set()
