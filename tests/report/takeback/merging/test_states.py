"""What ours says to a change of looks, kinds, numbers and cells: nothing, the same, something else."""

from dataclasses import replace

import pytest

from danvan_desktop.report.model import Cell, Column, Paragraph, Report, Run, Runs, Section, Table, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.merging.states import (
    LOOK_OF_OTHER_WORDS,
    OTHER_KIND,
    OTHER_LOOK,
    OTHER_NUMBER,
    OTHER_WORDS,
)
from tests.builders.reports import NOW
from tests.builders.returned_files import as_returned

TEXT = "Tiếp 386 lượt công dân, giải quyết xong 41 đơn đúng hạn trên 40 m2 sàn."
BLOCK = Paragraph(3, "clause", 1, "1.", "auto", (Run(TEXT),))
HEADING = Paragraph(2, "heading", 1, "1.", "auto", (Run("Tiếp công dân, giải quyết đơn thư"),))
GRID = Table(4, (Column(), Column()), tuple((Cell(((Run(a),),)), Cell(((Run(b),),))) for a, b in (
    ("Nội dung", "Số"), ("Hội nghị", "12"), ("Lượt người dân", "1.386"))))  # fmt: skip
TITLE = (Run("KẾT QUẢ THỰC HIỆN"),)


def report(
    block: Paragraph = BLOCK, heading: Paragraph = HEADING, grid: Table = GRID, title: Runs = TITLE
) -> Report:
    last = Paragraph(5, runs=(Run("Đoạn sau không ai sửa gì cả."),))
    section = Section(1, "situation", "I.", title=title, blocks=(heading, block, grid, last))
    return Report("r", NOW, 2025, "Trích yếu", 6, sections=(section,))


BASE = report()


def plan_of(ours: Report, theirs: Report) -> TakeBackPlan:
    return compare(BASE, ours, as_returned(BASE), as_returned(theirs))


def looks(words: str, **look: object) -> Paragraph:
    before, _, after = TEXT.partition(words)
    return replace(BLOCK, runs=(Run(before), Run(words, **look), Run(after)))  # type: ignore[arg-type]  # its fields


def cell(text: str, **look: object) -> Table:
    rows = [list(row) for row in GRID.rows]
    rows[1][1] = Cell(((Run(text, **look),),))  # type: ignore[arg-type]  # its fields
    return replace(GRID, rows=tuple(map(tuple, rows)))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (report(looks("386", italic=True)), report(looks("386", bold=True)), ""),
        (report(looks("2 ", vertical="sub")), report(looks("2 ", vertical="super")), OTHER_LOOK),
        (
            report(replace(BLOCK, runs=(Run(TEXT.replace("386", "400")),))),
            report(looks("386", bold=True)),
            LOOK_OF_OTHER_WORDS,
        ),
        (report(grid=cell("12", vertical="sub")), report(grid=cell("12", vertical="super")), OTHER_LOOK),
        (report(grid=cell("12", italic=True)), report(grid=cell("12", bold=True)), ""),
        (report(grid=cell("13")), report(grid=cell("12", bold=True)), LOOK_OF_OTHER_WORDS),
        (report(grid=cell("13")), report(grid=cell("14")), OTHER_WORDS),
        (report(replace(BLOCK, role="item")), report(replace(BLOCK, role="point", number="a)")), OTHER_KIND),
        (report(), report(replace(BLOCK, role="point", number="a)")), ""),
        (
            report(heading=replace(HEADING, number="5.", numbering="fixed")),
            report(heading=replace(HEADING, number="7.", numbering="fixed")),
            OTHER_NUMBER,
        ),
        (report(), report(heading=replace(HEADING, number="7.", numbering="fixed")), ""),
    ],
)
def test_what_speaks_against_a_change_is_said(ours: Report, theirs: Report, expected: str) -> None:
    (change,) = plan_of(ours, theirs).changes
    assert (change.conflict, change.is_done) == (expected, False)
    (done,) = plan_of(theirs, theirs).changes
    assert (done.conflict, done.is_done) == ("", True)


def test_of_a_cell_that_both_changed_both_words_can_stay() -> None:
    ours = report(grid=cell("13"))
    plan = plan_of(ours, report(grid=cell("14")))
    for both, expected in ((frozenset({1}), "13 14"), (frozenset[int](), "14")):
        made = merged(BASE, ours, plan, frozenset({1}), both).sections[0].blocks[2]
        assert isinstance(made, Table)
        assert [plain(each.paragraphs[0]) for each in made.rows[1] if each] == ["Hội nghị", expected]


def test_where_there_are_no_words_to_add_taking_both_leaves_ours() -> None:
    ours = report(replace(BLOCK, runs=(Run(f"{TEXT} Còn 05 đơn."),)))
    without = replace(BASE.sections[0], blocks=(HEADING, GRID, BASE.sections[0].blocks[3]))
    plan = plan_of(ours, replace(BASE, sections=(without,)))
    (change,) = plan.changes
    assert (change.kind, bool(change.conflict), change.has_words_to_add) == ("delete", True, False)
    assert merged(BASE, ours, plan, frozenset({1}), frozenset({1})) == ours


@pytest.mark.parametrize(
    ("theirs", "block"),
    [
        (report(title=(Run("KẾT QUẢ "), Run("THỰC HIỆN", italic=True))), 1),
        (report(grid=replace(GRID, caption=(Run("Biểu "), Run("số 1", italic=True)))), 4),
    ],
)
def test_looks_of_headings_and_captions_are_changes(theirs: Report, block: int) -> None:
    base = report(grid=replace(GRID, caption=(Run("Biểu số 1"),))) if block == 4 else BASE
    plan = compare(base, base, as_returned(base), as_returned(theirs))
    assert [(each.kind, each.blocks) for each in plan.changes] == [("look", (block,))]
    assert merged(base, base, plan, frozenset({1})) == renumber(theirs)


@pytest.mark.parametrize(("title", "kinds"), [("KẾT QUẢ THỰC HIỆN", []), ("Kết quả Thực hiện", ["edit"])])
def test_of_a_heading_the_capitals_of_print_are_no_change_but_others_are(
    title: str, kinds: list[str]
) -> None:
    base = report(title=(Run("Kết quả thực hiện"),))
    theirs = report(title=(Run(title),))
    plan = compare(base, base, as_returned(base), as_returned(theirs))
    assert [change.kind for change in plan.changes] == kinds
    if kinds:
        assert merged(base, base, plan, frozenset({1})) == renumber(theirs)
