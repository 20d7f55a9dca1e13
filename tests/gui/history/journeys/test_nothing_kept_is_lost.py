"""Any edits, versions, restores and undos, the list and back: no state that was called kept is ever lost."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.diff.apply import take_back
from danvan_desktop.report.diff.compare import compare
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.history.version_rows import Reason
from tests.gui.keyboard import type_text

STEPS = 24


class Clerk:
    """Works on the open report, and remembers each state of which she was told that it is kept."""

    def __init__(self, qtbot: QtBot, window: MainWindow, store: Store, dice: Random) -> None:
        self._qtbot, self._window, self._store, self._dice = qtbot, window, store, dice
        (self._draft,) = store.drafts()
        self.kept: dict[int, Report] = {}
        self._acts: tuple[Callable[[], None], ...] = (
            *(self._type, self._type, self._empty_a_tab, self._remove_a_section),
            *(self.keep, self._restore, self._restore_a_part),
            *(self._undo, self._undo, self._redo, self._leave_and_come_back),
        )

    def act(self) -> None:
        self._dice.choice(self._acts)()

    def expect_all(self) -> None:
        """See that each kept state is a version, and just what it was."""
        for number, report in self.kept.items():
            assert _same(self._store.history.report(number), report)

    def _present(self) -> Report:
        present = self._window.session.current()
        assert present is not None
        return present

    def _text(self) -> BlockEditor:
        strip = self._window.workspace.tab_strip
        strip.setCurrentIndex(self._dice.randrange(2, strip.count() - 3))
        page = self._window.workspace.current_text_page()
        assert page is not None
        return page.editor

    def _type(self) -> None:
        type_text(self._text(), f"chữ{self._dice.randrange(1000)} ")

    def _empty_a_tab(self) -> None:
        editor = self._text()
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(editor, Qt.Key.Key_Delete)

    def _remove_a_section(self) -> None:
        if len(self._window.workspace.opened.pages.sections) > 2:
            self._text()
            self._window.workspace.editor_actions.delete_section.trigger()

    def keep(self) -> None:
        self._wait_for_version("named")

    def _wait_for_version(self, reason: Reason) -> None:
        """Have the present state kept, and wait until it is called so."""
        present = self._present()
        told: list[int] = []
        self._window.session.keep_version(reason, report=present, done=told.append)
        self._qtbot.waitUntil(lambda: bool(told))
        number = told[0]
        assert _same(self.kept.setdefault(number, present), present)

    def _restore(self) -> None:
        if self.kept:
            wanted = self.kept[self._dice.choice(list(self.kept))]
            self._wait_for_version("restore")
            self._window.workspace.opened.restore(wanted)
            assert compare(self._present(), wanted).shown == ()

    def _restore_a_part(self) -> None:
        if self.kept:
            then = self.kept[self._dice.choice(list(self.kept))]
            diff = compare(then, self._present())
            chosen = [change.number for change in diff.changes if self._dice.random() < 0.3]
            wanted = take_back(then, diff, chosen)
            self._wait_for_version("restore")
            self._window.workspace.opened.restore(wanted)
            assert compare(self._present(), wanted).shown == ()

    def _undo(self) -> None:
        self._window.workspace.opened.stack.undo()

    def _redo(self) -> None:
        self._window.workspace.opened.stack.redo()

    def _leave_and_come_back(self) -> None:
        before, steps = self._present(), self._window.workspace.opened.stack.can_undo
        self._window.commands.back.trigger()
        assert self._window.open_draft(self._store.draft(self._draft.id))
        assert _same(self._present(), before)
        assert self._window.workspace.opened.stack.can_undo == steps


def _same(one: Report, other: Report) -> bool:
    return replace(one, modified=other.modified) == other


@pytest.mark.parametrize("seed", range(8))
def test_no_state_that_was_called_kept_is_lost(
    qtbot: QtBot, opened: MainWindow, store: Store, seed: int
) -> None:
    clerk = Clerk(qtbot, opened, store, Random(seed))
    clerk.keep()
    for _ in range(STEPS):
        clerk.act()
        clerk.expect_all()
