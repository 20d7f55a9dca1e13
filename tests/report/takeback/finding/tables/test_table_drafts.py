"""A row or a column that was moved is one group of two changes; what only came and went is none."""

from dataclasses import replace

import pytest

from danvan_desktop.report.model import Cell, Column, Report, Run, Section, Table
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.tables.table_drafts import CellDraft, cell_drafts
from danvan_desktop.report.takeback.merging.states import EDITED_COLUMN
from danvan_desktop.report.takeback.model import ReturnedBlock, Revision, TrackedCell
from danvan_desktop.report.takeback.wording import change_name
from tests.builders.reports import report
from tests.builders.returned_files import as_returned, texts

HEAD = ("TT", "Nội dung", "Số")
MEETINGS, VISITS, LETTERS, MODELS = (
    ("1", "Hội nghị tuyên truyền", "12"),
    ("2", "Lượt công dân được tiếp", "386"),
    ("3", "Đơn tiếp nhận", "251"),
    ("4", "Mô hình đăng ký", "06"),
)


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple(Cell(((Run(text),),)) for text in row) for row in (HEAD, *rows))
    return Table(1, (Column(),) * 3, cells, header_rows=1)


BEFORE = table(MEETINGS, VISITS, LETTERS, MODELS)
BASE: Report = report((), (Section(2, "tasks", "I.", title=(Run("KẾT QUẢ"),), blocks=(BEFORE,)),), next_id=9)


def found(after: Table, *tracked: TrackedCell) -> list[CellDraft]:
    return list(cell_drafts(BEFORE, after, ReturnedBlock("table", tracked_cells=tracked)))


def rows(drafts: list[CellDraft]) -> dict[str, str]:
    return {draft.kind: draft.group for draft in drafts if draft.kind in {"row+", "row-"}}


@pytest.mark.parametrize("number", ["1", "4", "04."])
def test_a_moved_row_is_one_group_though_its_number_is_another(number: str) -> None:
    moved = (number, *MEETINGS[1:])
    groups = rows(found(table(VISITS, LETTERS, MODELS, moved)))
    assert set(groups) == {"row+", "row-"}
    assert groups["row+"] == groups["row-"] != ""


def test_both_halves_taken_move_the_row_in_the_report() -> None:
    theirs = replace(
        BASE, sections=(replace(BASE.sections[0], blocks=(table(VISITS, LETTERS, MODELS, MEETINGS),)),)
    )
    sent, returned = as_returned(BASE), as_returned(theirs)
    comparison = compare(BASE, BASE, sent, returned)
    assert sorted(map(change_name, comparison.changes)) == ["Chuyển hàng (chỗ cũ)", "Chuyển hàng (chỗ mới)"]
    assert len({change.group for change in comparison.changes}) == 1
    made = merged(BASE, BASE, comparison, frozenset({1, 2}))
    assert texts(as_returned(made)) == texts(returned)
    assert all(change.is_done for change in compare(BASE, made, sent, returned).changes)


def test_a_row_that_went_and_another_that_came_are_no_group() -> None:
    other = ("5", "Kiến nghị đã trả lời bằng văn bản", "41")
    assert rows(found(table(VISITS, LETTERS, MODELS, other))) == {"row-": "", "row+": ""}


def test_of_one_row_that_went_and_two_that_say_the_same_one_is_its_other_half() -> None:
    drafts = found(table(VISITS, MEETINGS, LETTERS, MODELS, MEETINGS))
    grouped = [draft.kind for draft in drafts if draft.group]
    assert sorted(grouped) == ["row+", "row-"]
    assert [draft.kind for draft in drafts].count("row+") == 2


def test_what_one_took_out_and_another_put_in_is_no_group() -> None:
    by = TrackedCell(4, -1, Revision("Trần Thị B")), TrackedCell(-1, -1, Revision("Lê Văn C"))
    assert rows(found(table(VISITS, LETTERS, MODELS, MEETINGS), *by)) == {"row-": "", "row+": ""}


def turned(order: tuple[int, ...], *rows: tuple[str, ...]) -> Table:
    """The table with its columns in another order."""
    cells = tuple(tuple(Cell(((Run(row[at]),),)) for at in order) for row in (HEAD, *rows))
    return Table(1, (Column(),) * len(order), cells, header_rows=1)


ALL = (MEETINGS, VISITS, LETTERS, MODELS)


def with_table(report: Report, grid: Table) -> Report:
    return replace(report, sections=(replace(report.sections[0], blocks=(grid,)),))


@pytest.mark.parametrize(
    ("order", "name"), [((0, 2, 1), "cột"), ((2, 0, 1), "cột"), ((1, 2, 0), "cột"), ((1, 0, 2), "cột")]
)
def test_a_moved_column_is_one_group_and_both_halves_move_it(order: tuple[int, ...], name: str) -> None:
    theirs = with_table(BASE, turned(order, *ALL))
    sent, returned = as_returned(BASE), as_returned(theirs)
    comparison = compare(BASE, BASE, sent, returned)
    assert sorted(map(change_name, comparison.changes)) == [
        f"Chuyển {name} (chỗ cũ)",
        f"Chuyển {name} (chỗ mới)",
    ]
    assert len({change.group for change in comparison.changes}) == 1
    made = merged(BASE, BASE, comparison, frozenset({1, 2}))
    assert texts(as_returned(made)) == texts(returned)
    assert all(change.is_done for change in compare(BASE, made, sent, returned).changes)


def test_a_column_that_ours_has_edited_is_not_taken_out_or_moved_silently() -> None:
    ours = with_table(BASE, table(MEETINGS, ("2", "Lượt công dân được tiếp", "400"), LETTERS, MODELS))
    for order, against in (((0, 1), EDITED_COLUMN), ((2, 0, 1), "")):
        theirs = with_table(BASE, turned(order, *ALL))
        comparison = compare(BASE, ours, as_returned(BASE), as_returned(theirs))
        gone = next(change for change in comparison.changes if change.kind == "col-")
        assert gone.conflict == against
        untouched = compare(BASE, BASE, as_returned(BASE), as_returned(theirs)).changes
        assert not any(change.conflict for change in untouched)
