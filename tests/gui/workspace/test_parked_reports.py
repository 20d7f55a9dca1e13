"""Undo survives going to the list and back, also by way of other reports; not a change made meanwhile."""

from dataclasses import replace

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.parked_reports import MOST
from danvan_desktop.report.model import Block, Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from tests.gui.keyboard import type_text

FIRST = 2


def blocks(window: MainWindow) -> tuple[Block, ...]:
    return window.workspace.opened.report().sections[0].blocks


def can_undo(window: MainWindow) -> bool:
    return window.workspace.opened.stack.can_undo


def type_into_first(window: MainWindow, text: str) -> None:
    window.workspace.tab_strip.setCurrentIndex(FIRST)
    page = window.workspace.current_text_page()
    assert page is not None
    type_text(page.editor, text)


def go_back(window: MainWindow) -> None:
    window.commands.back.trigger()
    assert window.session.draft is None


def other(store: Store, sample: Report, number: int = 0) -> Draft:
    return store.create(replace(sample, id=f"another {number}", subject=f"Báo cáo khác {number}"))


def test_undo_goes_on_after_the_list(opened: MainWindow, store: Store) -> None:
    (draft,) = store.drafts()
    before = opened.workspace.opened.report().sections[0].blocks
    type_into_first(opened, "Câu ")
    go_back(opened)
    opened.open_draft(draft)
    opened.workspace.opened.stack.undo()
    assert blocks(opened) == before
    opened.workspace.opened.stack.redo()
    assert "Câu" in str(blocks(opened)[0])


def test_undo_goes_on_after_other_reports(opened: MainWindow, store: Store, sample: Report) -> None:
    (draft,) = store.drafts()
    before = blocks(opened)
    type_into_first(opened, "Câu một. ")
    go_back(opened)
    second = other(store, sample)
    opened.open_draft(second)
    assert not can_undo(opened)
    type_into_first(opened, "Câu hai. ")
    go_back(opened)
    opened.open_draft(store.draft(draft.id))
    assert "Câu một." in str(blocks(opened)[0])
    type_into_first(opened, "Câu ba. ")
    stack = opened.workspace.opened.stack
    for _ in range(20):
        stack.undo()
    assert blocks(opened) == before
    for _ in range(20):
        stack.redo()
    assert "Câu ba." in str(blocks(opened))
    go_back(opened)
    opened.open_draft(store.draft(second.id))
    assert "Câu hai." in str(blocks(opened)[0])
    assert can_undo(opened)
    go_back(opened)
    assert "Câu ba." in str(store.load(draft.id).sections[0])


def test_a_report_that_was_changed_meanwhile_begins_anew(
    opened: MainWindow, store: Store, sample: Report
) -> None:
    (draft,) = store.drafts()
    for between in (None, other(store, sample)):
        type_into_first(opened, "Câu ")
        go_back(opened)
        if between is not None:
            opened.open_draft(between)
            go_back(opened)
        store.save(draft.id, replace(store.load(draft.id), subject=f"Từ chỗ khác {between}"), "")
        opened.open_draft(store.draft(draft.id))
        assert not can_undo(opened)
        assert opened.workspace.opened.report().subject == f"Từ chỗ khác {between}"


def test_only_some_are_kept(opened: MainWindow, store: Store, sample: Report) -> None:
    (first,) = store.drafts()
    type_into_first(opened, "Câu ")
    drafts = [other(store, sample, number) for number in range(MOST + 1)]
    for draft in drafts:
        go_back(opened)
        opened.open_draft(draft)
        type_into_first(opened, "Câu ")
    go_back(opened)
    opened.open_draft(store.draft(first.id))
    assert not can_undo(opened)
    assert "Câu" in str(blocks(opened)[0])
    go_back(opened)
    opened.open_draft(store.draft(drafts[-1].id))
    assert can_undo(opened)


def test_what_was_restored_is_undone_after_another_report(
    opened: MainWindow, store: Store, sample: Report
) -> None:
    (draft,) = store.drafts()
    before = opened.workspace.opened.report()
    type_into_first(opened, "Câu ")
    typed = blocks(opened)
    opened.workspace.opened.restore(before)
    go_back(opened)
    opened.open_draft(other(store, sample))
    go_back(opened)
    opened.open_draft(store.draft(draft.id))
    opened.workspace.opened.stack.undo()
    assert blocks(opened) == typed
