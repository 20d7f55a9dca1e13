"""A typist inside the real window, to be killed: ``python -m tests.torture.typist FOLDER ORDERS [FILE…]``.

``ORDERS`` is a :class:`Orders` as JSON. Each thing that happens is a line of its own on standard output: a
letter, then words, of which times are those of ``time.monotonic``, the same in all processes.

=====  ==============================================================
r      the run has begun: the interpreter and Qt are loaded
o t    a report is open; its last lines as JSON
k n t  letter n was handled, which was due at t
s n t  "Đã lưu" is shown for a state that has the first n letters
m t    a message is shown; its text as JSON
l n t  the list of reports is shown, with n entries
e t    the task is done: all typed, imported or exported
v n t  the version of round n was called kept; n decisions are on the disk
=====  ==============================================================
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMessageBox, QTextEdit

from danvan_desktop.gui.application import make_application, run
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Paragraph, Report
from danvan_desktop.report.walk import every_block
from tests.gui.keyboard import type_text
from tests.gui.visible_texts import inside
from tests.torture import at_backups, at_decisions, at_versions

_TICK_MS = 4
_BLOCKS_TOLD = 3
_WITH_REPORT = {"type", "type later", "export", "backup", *at_decisions.TASKS, *at_versions.TASKS}
"""Tasks for which the report that was made last is opened."""
_TELLS = {"Banner", "UnsavedBanner", "NoticePanel"}
"""What stands above the list and the text when there is something to tell."""


@dataclass(frozen=True)
class Orders:
    """What the typist does."""

    task: str
    """"type": from the first moment that text is there; "type later": when the window is whole;
    "look": nothing but what is shown; "export": write files to ``target`` again and again; "backup" (typing
    on), "restore" and "move" likewise, see :mod:`tests.torture.at_backups`; "keep versions" and "restore
    versions", see :mod:`tests.torture.at_versions`; "decide" about the changes of the file ``target``, or
    "decide all at once", see :mod:`tests.torture.at_decisions`."""
    tag: str = ""
    """Every word contains it."""
    pace: str = "steady"
    """"human": a few letters a second, with rests; "steady": quick, never a pause; "burst": faster than any
    hand, never a pause."""
    seconds: float = 3600.0
    """How long to type."""
    target: str = ""


def typed_text(tag: str) -> Iterator[str]:
    """The letters of numbered words, without an end."""
    number = 0
    while True:
        number += 1
        yield from f"{tag}từ{number:05d} "


def delays(pace: str, chance: Random) -> Iterator[float]:
    """Seconds before each letter."""
    while True:
        if pace == "human":
            yield chance.uniform(0.4, 1.2) if chance.random() < 0.05 else chance.uniform(0.06, 0.3)
        else:
            yield chance.uniform(0.05, 0.15) if pace == "steady" else 0.012


def tell(kind: str, *words: object) -> None:
    """Write a line at once: nobody will be there to flush it."""
    os.write(1, (" ".join([kind, *map(str, words)]) + "\n").encode())


def tell_done(*_: object) -> None:
    """Tell that something was done."""
    tell("e", time.monotonic())


class Typist(QObject):
    """Watches the window and types into it."""

    def __init__(self, orders: Orders) -> None:
        super().__init__()
        self._orders = orders
        self._text = typed_text(orders.tag)
        self._delays = delays(orders.pace, Random(orders.tag))
        self._due = self._end = 0.0
        self._count = 0
        self._shown: set[str] = set()
        self._is_told = self._is_connected = self._is_listed = self._is_at_copies = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._tell_messages()
        window = main_window()
        if window is None:
            return
        if window._is_furnished and not self._is_connected:
            self._is_connected = True
            window.session._saver.saved.connect(lambda saving, _: self._on_saved(saving.report))
        is_whole = window.finish_start is None and window._is_furnished
        if is_whole and self._orders.task in at_backups.TASKS and not self._is_at_copies:
            self._is_at_copies = True
            at_backups.TASKS[self._orders.task](window, Path(self._orders.target), tell_done)
        if is_whole and window.session.draft is None:
            self._tell_list(window)
            if self._orders.task in _WITH_REPORT:
                window.open_draft(max(window._store.drafts(), key=lambda draft: draft.id))
        editor = self._editor(window)
        if editor is None:
            return
        if not self._is_told:
            self._is_told = True
            tell("o", time.monotonic(), json.dumps(_last_lines(editor)))
        self._work(window, editor, is_whole=is_whole)

    def _work(self, window: MainWindow, editor: QTextEdit, *, is_whole: bool) -> None:
        """Do what is ordered with the text that is shown."""
        if self._orders.task == "type" or (self._orders.task in {"type later", "backup"} and is_whole):
            self._type(editor)
        elif self._orders.task == "export" and is_whole:
            self._timer.stop()
            export_for_ever(window, Path(self._orders.target))
        elif self._orders.task in at_versions.TASKS and is_whole:
            self._timer.stop()
            at_versions.TASKS[self._orders.task](window, tell_kept)
        elif self._orders.task in at_decisions.TASKS and is_whole:
            self._timer.stop()
            at_decisions.TASKS[self._orders.task](window, Path(self._orders.target), tell_kept)

    def _editor(self, window: MainWindow) -> QTextEdit | None:
        focus = QApplication.focusWidget()
        if isinstance(focus, BlockEditor):
            return focus
        if window._resumed is not None:
            return None if window._resumed.page is None else window._resumed.page.editor
        if window._editor is None or window.session.draft is None:
            return None
        page = window.workspace.current_text_page()
        if page is None:
            section = window.workspace.opened.report().sections[0]
            window.workspace.go_to(f"section:{section.id}")
            page = window.workspace.current_text_page()
        return None if page is None else page.editor

    def _type(self, editor: QTextEdit) -> None:
        now = time.monotonic()
        if not self._due:
            cursor = editor.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            editor.setTextCursor(cursor)
            type_text(editor, "\n")
            self._due, self._end = now, now + self._orders.seconds
        while self._due <= now:
            if self._due > self._end:
                self._timer.stop()
                self._watch_messages()
                tell_done()
                return
            type_text(editor, next(self._text))
            self._count += 1
            tell("k", self._count, self._due)
            self._due += next(self._delays)

    def _watch_messages(self) -> None:
        timer = QTimer(self)
        timer.timeout.connect(self._tell_messages)
        timer.start(50)

    def _on_saved(self, report: Report) -> None:
        tell("s", letters_in(report, self._orders.tag), time.monotonic())

    def _tell_messages(self) -> None:
        """Tell what the banner and boxes say, and what stands in the place of "Đã lưu"."""
        for text in shown_messages():
            if text not in self._shown:
                self._shown.add(text)
                tell("m", time.monotonic(), json.dumps(text))

    def _tell_list(self, window: MainWindow) -> None:
        if not self._is_listed:
            self._is_listed = True
            tell("l", len(window._store.drafts()), time.monotonic())


def tell_kept(number: int) -> None:
    """Tell that the version of this round was called kept."""
    tell("v", number, time.monotonic())


def main_window() -> MainWindow | None:
    """The window, once it is shown."""
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    return next((each for each in windows if each.isVisible()), None)


def shown_messages() -> Iterator[str]:
    """What the user is told at this moment."""
    window = main_window()
    if window is not None and window._is_furnished:
        for panel in inside(window, QFrame):
            if type(panel).__name__ in _TELLS and panel.isVisible():
                yield " ".join(label.text() for label in inside(panel, QLabel))
        if "CHƯA" in window.status.saved.text():
            yield window.status.saved.text()
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            yield f"{box.text()} {box.informativeText()}".strip()
        elif box.isModal() and box.isVisible():
            yield " ".join(label.text() for label in inside(box, QLabel) if label.isVisible())


def export_for_ever(window: MainWindow, target: Path) -> None:
    """Write the files of the open report with the dialog "Xuất tệp" again and again, over those there are."""
    from danvan_desktop.gui.export.export_dialog import ExportDialog

    rounds = 0

    def again() -> None:
        nonlocal rounds
        rounds += 1
        tell("e", time.monotonic())
        report = replace(window.workspace.opened.report(), subject=f"Bản xuất số {rounds}")
        dialog = ExportDialog(report, window.jobs, window._preferences, window)
        dialog.target.folder.setText(str(target))
        dialog.target.name.setText(f"bao-cao-{rounds % 2}")
        dialog.__dict__["_overwrite"] = lambda _: True  # the question is answered
        dialog.show()
        dialog.go.click()
        wait = QTimer(dialog)
        wait.timeout.connect(lambda: end(dialog) if dialog.files else None)
        wait.start(20)

    def end(dialog: ExportDialog) -> None:
        dialog.close()
        dialog.deleteLater()
        again()

    again()


def _last_lines(editor: QTextEdit) -> list[str]:
    block = editor.document().lastBlock()
    lines: list[str] = []
    while block.isValid() and len(lines) < _BLOCKS_TOLD:
        lines.append(block.text())
        block = block.previous()
    return lines


def letters_in(report: Report, tag: str) -> int:
    """How many letters of the typed text ``report`` has."""
    return len(typed_in(report, tag))


def typed_in(report: Report, tag: str) -> str:
    """What ``report`` has of the text with ``tag``."""
    begin = f"{tag}từ00001"
    for _, block in every_block(report):
        if isinstance(block, Paragraph):
            text = "".join(run.text for run in block.runs)
            if text.startswith(begin) or (text and begin.startswith(text)):
                return text
    return ""


def main() -> None:
    make_application()
    orders = Orders(**json.loads(sys.argv[2]))
    typist = Typist(orders)
    tell("r")
    code = run(Path(sys.argv[1]), list(map(Path, sys.argv[3:])))
    typist.deleteLater()
    sys.exit(code)


if __name__ == "__main__":
    main()
