"""Changes are put into the open report: what is written, what is made anew, what undo gives back."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlock, QTextCursor

from danvan_desktop.gui.editor.document.formats import read_paragraph
from danvan_desktop.gui.takeback.put_report import putting_report
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Block, Paragraph, Report, Run
from tests.builders.window import OpenWorkspace

Change = Callable[[tuple[Block, ...]], tuple[Block, ...]]
NEW = Paragraph(900, runs=(Run("Đoạn mới."),))


@pytest.fixture
def workspace(open_workspace: OpenWorkspace, sample: Report) -> Workspace:
    return open_workspace(sample)


def put_report(opened: OpenReport, report: Report) -> None:
    """Let the open report say what ``report`` says, all at once."""
    deque(putting_report(opened, report), 0)


def retyped(blocks: tuple[Block, ...], at: int) -> tuple[Block, ...]:
    block = blocks[at]
    assert isinstance(block, Paragraph)
    return (*blocks[:at], replace(block, runs=(Run("Viết lại."),)), *blocks[at + 1 :])


CHANGES: dict[str, Change] = {
    "other words": lambda blocks: retyped(blocks, 2),
    "the first retyped": lambda blocks: retyped(blocks, 1),
    "one more at the top": lambda blocks: (NEW, *blocks),
    "one more in the middle": lambda blocks: (*blocks[:3], NEW, *blocks[3:]),
    "one more at the end": lambda blocks: (*blocks, NEW),
    "the first gone": lambda blocks: blocks[1:],
    "one gone": lambda blocks: (*blocks[:3], *blocks[4:]),
    "the last gone": lambda blocks: blocks[:-1],
    "one moved": lambda blocks: (*blocks[:2], *blocks[3:6], blocks[2], *blocks[6:]),
    "all gone": lambda _: (),
}


def with_section(report: Report, index: int, blocks: tuple[Block, ...]) -> Report:
    section = replace(report.sections[index], blocks=blocks)
    sections = (*report.sections[:index], section, *report.sections[index + 1 :])
    return replace(report, sections=sections, next_id=901)


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("index", [0, 1], ids=["without a table", "with a table"])
def test_it_is_one_step_and_undo_gives_what_was(workspace: Workspace, name: str, index: int) -> None:
    opened = workspace.opened
    before = opened.report()
    wanted = with_section(before, index, CHANGES[name](before.sections[index].blocks))
    put_report(opened, wanted)
    assert texts(opened.report()) == texts(wanted)
    opened.stack.undo()
    assert opened.report() == before
    opened.stack.redo()
    assert texts(opened.report()) == texts(wanted)


FAR_APART = (1, 3, 6)


def retyped_far_apart(report: Report) -> Report:
    blocks = report.sections[0].blocks
    for at in FAR_APART:
        blocks = retyped(blocks, at)
    return with_section(report, 0, blocks)


def long_report(report: Report, paragraphs: int) -> Report:
    blocks = tuple(Paragraph(1000 + at, runs=(Run(f"Đoạn {at}."),)) for at in range(paragraphs))
    return replace(with_section(report, 0, blocks), next_id=2000)


def test_places_far_apart_are_changes_of_their_own_and_the_rest_is_not_laid_out_anew(
    open_workspace: OpenWorkspace, sample: Report
) -> None:
    opened = open_workspace(long_report(sample, 60)).opened
    before = opened.report()
    blocks = before.sections[0].blocks
    for at in (5, 7, 30, 55):
        blocks = retyped(blocks, at)
    wanted = with_section(before, 0, blocks)
    changed = list[int]()

    def note(start: int, _: int, added: int) -> None:
        first = document.findBlock(start).blockNumber()
        changed.append(document.findBlock(start + added).blockNumber() - first + 1)

    document = opened.pages.sections[0].editor.document()
    document.contentsChange.connect(note)
    put_report(opened, wanted)
    assert len(changed) == 3, "5 and 7 are near each other"
    assert max(changed) < 8
    for replay, shows in ((opened.stack.undo, before), (opened.stack.redo, wanted)):
        changed.clear()
        replay()
        assert texts(opened.report()) == texts(shows)
        assert len(changed) == 3
        assert max(changed) < 8
    opened.stack.undo()
    assert opened.report() == before


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    places=st.sets(st.integers(0, 119), min_size=20, max_size=90),
    seen=st.integers(0, 12),
    back=st.integers(0, 5),
)
def test_whoever_looks_while_it_is_done_in_slices_sees_it_whole(
    open_workspace: OpenWorkspace, sample: Report, places: set[int], seen: int, back: int
) -> None:
    opened = open_workspace(long_report(sample, 120)).opened
    before = opened.report()
    blocks = before.sections[0].blocks
    for at in places:
        blocks = retyped(blocks, at)
    wanted = with_section(before, 0, blocks)
    opened.stack.do_in_slices(putting_report(opened, wanted))
    for _ in range(seen):
        QCoreApplication.processEvents()
    assert texts(opened.report()) == texts(wanted)
    opened.stack.undo()
    for _ in range(back):
        QCoreApplication.processEvents()
    assert opened.report() == before
    assert not opened.stack.can_undo
    opened.stack.redo()
    assert texts(opened.report()) == texts(wanted)


def test_places_near_each_other_change_a_text_once_and_so_they_are_undone(workspace: Workspace) -> None:
    opened = workspace.opened
    changes: list[int] = []
    opened.pages.sections[0].editor.document().contentsChange.connect(lambda start, *_: changes.append(start))
    put_report(opened, retyped_far_apart(opened.report()))
    assert len(changes) == 1, "Qt lays the text out once"
    opened.stack.undo()
    opened.stack.redo()
    assert len(changes) == 3


def test_nothing_that_lies_between_the_places_is_read_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, was_read = workspace.opened, list[str]()

    def read_and_note(block: QTextBlock) -> Paragraph:
        was_read.append(block.text())
        return read_paragraph(block)

    monkeypatch.setattr("danvan_desktop.gui.editor.document.read.read_paragraph", read_and_note)
    before = opened.report()
    wanted = retyped_far_apart(before)
    put_report(opened, wanted)
    opened.report()
    assert was_read == ["Viết lại."] * len(FAR_APART)
    for replay, shows in ((opened.stack.undo, before), (opened.stack.redo, wanted)):
        was_read.clear()
        replay()
        assert texts(opened.report()) == texts(shows)
        assert len(was_read) == len(FAR_APART)


def test_what_is_typed_after_it_is_read_too(workspace: Workspace) -> None:
    opened = workspace.opened
    put_report(opened, retyped_far_apart(opened.report()))
    editor = opened.pages.sections[0].editor
    for at in (2, 3):
        cursor = QTextCursor(editor.document().findBlockByNumber(at))
        cursor.insertText("Thêm chữ. ")
    said = dict(texts(opened.report()))
    assert sum("Thêm chữ. " in words for words in said.values()) == 2


def test_a_page_whose_words_changed_stays_the_same_page(workspace: Workspace) -> None:
    opened = workspace.opened
    before, page = opened.report(), opened.pages.sections[0]
    put_report(opened, with_section(before, 0, retyped(before.sections[0].blocks, 2)))
    assert opened.pages.sections[0] is page


FIELDS: dict[str, Callable[[Report], Report]] = {
    "subject": lambda report: replace(report, subject="Trích yếu khác"),
    "agency": lambda report: with_head(report, agency="ỦY BAN NHÂN DÂN XÃ KHÁC"),
    "parent agency": lambda report: with_head(report, parent_agency="HUYỆN KHÁC"),
    "place": lambda report: with_head(report, place="Nơi khác"),
    "recipients": lambda report: replace(report, recipients=(*report.recipients, "Phòng Nội vụ")),
    "signer": lambda report: replace(
        report,
        signature=replace(report.signature, signer="Trần Thị B", lines=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    ),
    "addressees": lambda report: replace(report, addressees=("Ban Dân vận Huyện ủy",)),
    "period": lambda report: replace(report, period=replace(report.period, type="half", index=1)),
}


def with_head(report: Report, **changed: Any) -> Report:
    return replace(report, letterhead=replace(report.letterhead, **changed))


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_comes_is_undone_and_done_again(workspace: Workspace, name: str) -> None:
    opened = workspace.opened
    before = opened.report()
    wanted = FIELDS[name](before)
    assert wanted != before
    put_report(opened, wanted)
    assert opened.holds(wanted)
    opened.stack.undo()
    assert opened.report() == before
    opened.stack.redo()
    assert opened.holds(wanted)


def test_for_words_of_a_field_no_page_is_made_anew(workspace: Workspace) -> None:
    opened = workspace.opened
    general, signature = opened.pages.general, opened.pages.signature
    wanted = opened.report()
    for name in ("subject", "agency", "parent agency", "place", "recipients", "signer"):
        wanted = FIELDS[name](wanted)
    put_report(opened, wanted)
    assert opened.holds(wanted)
    assert opened.pages.general is general
    assert opened.pages.signature is signature


def test_with_a_field_the_pages_stay_whose_words_alone_changed(workspace: Workspace) -> None:
    opened = workspace.opened
    before, pages = opened.report(), list(opened.pages.sections)
    wanted = replace(retyped_far_apart(before), subject="Trích yếu khác")
    put_report(opened, wanted)
    assert opened.report().subject == "Trích yếu khác"
    assert texts(opened.report()) == texts(wanted)
    assert opened.pages.sections == pages
    opened.stack.undo()
    assert opened.report() == before
    opened.stack.redo()
    assert opened.report().subject == "Trích yếu khác"
    assert texts(opened.report()) == texts(wanted)


def test_a_field_and_a_section_that_goes_come_with_pages_made_anew(workspace: Workspace) -> None:
    opened = workspace.opened
    before = opened.report()
    wanted = replace(before, subject="Trích yếu khác", sections=before.sections[:-1])
    put_report(opened, wanted)
    assert opened.report().subject == "Trích yếu khác"
    assert len(opened.report().sections) == len(before.sections) - 1
    opened.stack.undo()
    assert opened.report() == before


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(order=st.permutations(range(10)), gone=st.sets(st.integers(0, 9), max_size=4), new=st.integers(0, 10))
def test_any_order_comes_and_goes(workspace: Workspace, order: list[int], gone: set[int], new: int) -> None:
    opened = workspace.opened
    before = opened.report()
    blocks = before.sections[0].blocks
    chosen = [blocks[place] for place in order if place not in gone]
    wanted = with_section(before, 0, (*chosen[:new], NEW, *chosen[new:]))
    put_report(opened, wanted)
    assert texts(opened.report()) == texts(wanted)
    opened.stack.undo()
    assert opened.report() == before


def texts(report: Report) -> list[tuple[int, str]]:
    """The blocks of the sections as they are read, automatic numbers apart."""
    return [
        (block.id, "".join(run.text for run in block.runs) if isinstance(block, Paragraph) else "")
        for section in report.sections
        for block in section.blocks
    ]
