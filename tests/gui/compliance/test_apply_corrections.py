"""A correction in the open report: it becomes the corrected one, and one undo makes it what it was."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from danvan_desktop.gui.compliance.apply_corrections import apply_corrected
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.inspection.lines import LINES
from danvan_desktop.report.model import Margins, Paragraph, Report, Run, Settings
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.window import OpenWorkspace

Change = Callable[[Report], Report]


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


def symbol(text: str) -> Change:
    return lambda report: replace(report, letterhead=replace(report.letterhead, symbol=text))


def place(name: str) -> Change:
    return lambda report: replace(report, letterhead=replace(report.letterhead, place=name))


def signed(*lines: str, signer: str | None = "Nguyễn Văn A") -> Change:
    return lambda report: replace(report, signature=replace(report.signature, lines=lines, signer=signer))


def typed_number(report: Report) -> Report:
    """The third khoản of the second mục numbered by hand, wrong."""
    section = report.sections[1]
    blocks = tuple(
        replace(block, number="9.", numbering="fixed")
        if isinstance(block, Paragraph) and block.id == 21
        else block
        for block in section.blocks
    )
    sections = (report.sections[0], replace(section, blocks=blocks), *report.sections[2:])
    return replace(report, sections=sections)


def two_tones(report: Report) -> Report:
    """New tones in a title, a căn cứ, a paragraph, an annex."""
    first, *others = report.sections
    (said, *more) = first.blocks
    assert isinstance(said, Paragraph)
    blocks = (replace(said, runs=(Run("Uỷ ban, "), Run("hoà giải", bold=True))), *more)
    annex = replace(report.annexes[0], title=(Run("MÔ HÌNH HOÀ GIẢI"),))
    return replace(
        report,
        legal_bases=((Run("Căn cứ Luật Thuỷ lợi;"),), (Run("Căn cứ Kế hoạch."),)),
        sections=(replace(first, title=(Run("ĐẶC ĐIỂM HOÀ BÌNH"),), blocks=blocks), *others),
        annexes=(annex,),
        settings=Settings(tone="old"),
    )


def italic(report: Report) -> Report:
    """A whole paragraph between a table and a dash in italics."""
    section = report.sections[1]
    blocks = tuple(
        replace(block, runs=tuple(replace(run, italic=True) for run in block.runs))
        if isinstance(block, Paragraph) and block.id in {14, 18}
        else block
        for block in section.blocks
    )
    sections = (report.sections[0], replace(section, blocks=blocks), *report.sections[2:])
    return replace(report, sections=sections)


def fixed_section(report: Report) -> Report:
    first, *others = report.sections
    return replace(report, sections=(replace(first, number="I-", numbering="fixed"), *others))


CASES: list[tuple[int, Change]] = [
    (5, lambda report: replace(report, settings=Settings(margins_mm=Margins(left=20)))),
    (18, symbol("bc-vp")),
    (19, place("thanh hoá")),
    (23, lambda report: replace(report, subject="V/v công tác Dân vận năm 2026.")),
    (26, lambda report: replace(report, recipients=("Như trên", *report.recipients))),
    (28, lambda report: replace(report, legal_bases=((Run("Căn cứ Luật."),), (Run("Căn cứ Kế hoạch;"),)))),
    (31, fixed_section),
    (33, typed_number),
    (35, italic),
    (40, signed("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")),
    (41, signed("CHÁNH VĂN PHÒNG", signer="TS. NGUYỄN VĂN A")),
    (55, two_tones),
]


@pytest.mark.parametrize(("number", "spoil"), CASES, ids=[str(number) for number, _ in CASES])
def test_a_mend_is_put_in_and_taken_back_in_one_step(
    workspace: Workspace, number: int, spoil: Change
) -> None:
    workspace.opened.replace(spoil(samples.report()))
    before = workspace.opened.report()
    after, told = LINES[number].corrected(before)
    assert told
    apply_corrected(workspace.opened, before, after)
    assert workspace.opened.report() == renumber(after)
    assert LINES[number].corrected(workspace.opened.report())[1] == ()
    workspace.opened.stack.undo()
    assert not workspace.opened.stack.can_undo
    assert workspace.opened.report() == before
    workspace.opened.stack.redo()
    assert workspace.opened.report() == renumber(after)


def test_nothing_to_mend_is_no_step(workspace: Workspace) -> None:
    workspace.opened.replace(samples.report())
    report = workspace.opened.report()
    apply_corrected(workspace.opened, report, report)
    assert not workspace.opened.stack.can_undo
