"""Changes are put into the open report: what is written, what is made anew, what undo gives back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danvan_desktop.gui.takeback.put_report import put_report
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Block, Paragraph, Report, Run
from tests.builders.window import OpenWorkspace

Change = Callable[[tuple[Block, ...]], tuple[Block, ...]]
NEW = Paragraph(900, runs=(Run("Đoạn mới."),))


@pytest.fixture
def workspace(open_workspace: OpenWorkspace, sample: Report) -> Workspace:
    return open_workspace(sample)


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


def test_a_page_whose_words_changed_stays_the_same_page(workspace: Workspace) -> None:
    opened = workspace.opened
    before, page = opened.report(), opened.pages.sections[0]
    put_report(opened, with_section(before, 0, retyped(before.sections[0].blocks, 2)))
    assert opened.pages.sections[0] is page


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
