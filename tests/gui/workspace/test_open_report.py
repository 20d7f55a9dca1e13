"""Restoring an earlier state: exactly that state, one step to undo, and undo goes on beyond it."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Annex, Attachments, Marks, Report, Run, Settings
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.report_edits import edited
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text

FIRST = 2
LATER = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(renumber(samples.report()))


def text_of(workspace: Workspace) -> QWidget:
    page = workspace.current_text_page()
    assert page is not None
    return page.editor


def same(one: Report, other: Report) -> bool:
    return replace(one, modified=LATER, next_id=1) == replace(other, modified=LATER, next_id=1)


def test_texts_that_changed_are_read_one_at_a_time_for_who_has_time(workspace: Workspace) -> None:
    opened = workspace.opened
    opened.report()
    assert not opened.reads_on()
    for page in opened.pages.sections[:2]:
        type_text(page.editor, "x")
    assert [opened.reads_on() for _ in range(3)] == [True, True, False]
    assert all_text(opened.report()).count("x") >= 2


def test_a_section_that_was_emptied_comes_back_in_one_step(workspace: Workspace) -> None:
    opened = workspace.opened
    before = opened.report()
    workspace.tab_strip.setCurrentIndex(FIRST)
    editor = text_of(workspace)
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    emptied = opened.report()
    assert emptied.sections[0].blocks != before.sections[0].blocks
    opened.restore(before)
    assert same(opened.report(), before)
    assert workspace.tab_strip.currentIndex() == FIRST
    opened.stack.undo()
    assert same(opened.report(), emptied)
    opened.stack.undo()
    assert same(opened.report(), before)
    opened.stack.redo()
    opened.stack.redo()
    assert same(opened.report(), before)


def test_what_is_typed_after_it_goes_into_the_text_that_came_back(workspace: Workspace) -> None:
    opened = workspace.opened
    workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(workspace), "trước ")
    kept = opened.report()
    type_text(text_of(workspace), "sau ")
    opened.restore(kept)
    workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(workspace), "mới ")
    assert "mới" in str(opened.report().sections[0])
    assert "sau" not in str(opened.report().sections[0])
    opened.stack.undo()
    assert same(opened.report(), kept)


def test_a_tab_on_which_nothing_differs_keeps_its_widget(workspace: Workspace) -> None:
    opened = workspace.opened
    before = opened.report()
    page = opened.pages.sections[1]
    workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(workspace), "thêm ")
    changed = opened.pages.sections[0]
    opened.restore(before)
    assert opened.pages.sections[1] is page
    assert opened.pages.sections[0] is not changed


def test_fields_annexes_and_presentation_come_back_too(workspace: Workspace) -> None:
    opened = workspace.opened
    before = opened.report()
    earlier = replace(
        before,
        subject="Trích yếu cũ",
        recipients=("Như trên",),
        settings=Settings(size_set=13),
        annexes=(Annex(before.next_id, title=(Run("Phụ lục cũ"),)),),
        next_id=before.next_id + 1,
    )
    opened.restore(renumber(earlier))
    assert same(opened.report(), renumber(earlier))
    opened.stack.undo()
    assert same(opened.report(), before)


def test_how_far_the_report_has_come_is_not_taken_back(workspace: Workspace) -> None:
    opened = workspace.opened
    earlier = replace(opened.report(), subject="Trích yếu cũ")
    opened.amend(
        replace(
            opened.report(),
            state="consulting",
            marks=Marks(urgency="Hỏa tốc", draft=2),
            attachments=Attachments(rounds=2),
        )
    )
    opened.restore(earlier)
    report = opened.report()
    assert (report.state, report.marks.draft, report.attachments.rounds) == ("consulting", 2, 2)
    assert (report.subject, report.marks.urgency) == ("Trích yếu cũ", earlier.marks.urgency)
    opened.amend(replace(report, state="for_signing"))
    opened.stack.undo()
    assert (opened.report().state, opened.report().marks.urgency) == ("for_signing", "Hỏa tốc")


def test_restoring_is_an_edit(workspace: Workspace) -> None:
    edits: list[None] = []
    workspace.opened.edited.connect(lambda: edits.append(None))
    workspace.opened.restore(replace(workspace.opened.report(), subject="Khác"))
    assert len(edits) == 1
    workspace.opened.stack.undo()
    assert len(edits) == 2


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_restores_and_undos_lead_back_to_every_state(
    open_workspace: OpenWorkspace, seed: int
) -> None:
    """What undo and redo are: a line of states, of which none is lost while one goes up and down on it."""
    dice = Random(seed)
    start = renumber(samples.report())
    workspace = open_workspace(start)
    opened = workspace.opened
    line, at = [opened.report()], 0
    for _ in range(25):
        act = dice.choice(("restore", "type", "undo", "undo", "redo"))
        if act == "undo" and at:
            opened.stack.undo()
            at -= 1
        elif act == "redo" and at + 1 < len(line):
            opened.stack.redo()
            at += 1
        elif act == "restore":
            wanted = edited(dice.choice(line), dice, times=2)
            if same(wanted, opened.report()):
                continue
            opened.restore(replace(wanted, id=start.id))
            line[at + 1 :] = [opened.report()]
            at += 1
            assert same(opened.report(), wanted)
        elif act == "type":
            workspace.tab_strip.setCurrentIndex(dice.randrange(1, workspace.tab_strip.count() - 2))
            if workspace.current_text_page() is None:
                continue
            opened.stack.close()
            type_text(text_of(workspace), "chữ")
            line[at + 1 :] = [opened.report()]
            at += 1
        assert same(opened.report(), line[at])
