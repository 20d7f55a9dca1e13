"""A table that was parted in two is one change: the first part stays the table, the second follows it."""

from dataclasses import replace

import pytest

from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.model import Block, Cell, Column, Report, Run, Table, plain
from danvan_desktop.report.takeback.change_text import change_text
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.model import ReturnedFile, Revision, TrackedCell
from danvan_desktop.report.takeback.wording import change_name
from tests.builders.reports import block, report, table
from tests.builders.returned_files import as_returned

HEAD = ["TT", "Nội dung", "Kết quả"]
ROWS = [[str(n), f"Nội dung công việc thứ {n}", f"{n}0 lượt"] for n in range(1, 7)]
COLUMNS = (Column(1.0), Column(3.0), Column(1.0))
WHO = Revision("Trần Thị B", "2025-11-28T09:00:00Z")


def grid(identifier: int, rows: list[list[str]]) -> Table:
    return replace(
        table(identifier, COLUMNS, [HEAD, *rows], "Kết quả"), header_rows=1, note="Hỏi lại số liệu"
    )


BASE: Report = report((block(1, "Kết quả như sau:"), grid(2, ROWS), block(3, "Đoạn sau bảng.")), next_id=20)
SENT = as_returned(BASE)


def parted(at: int, between: tuple[Block, ...] = (), *, has_head: bool = True) -> ReturnedFile:
    """The file with the table parted before a row; its second part has no mark."""
    head = [HEAD] if has_head else []
    second = replace(table(9, COLUMNS, [*head, *ROWS[at:]], ""), caption=None, header_rows=len(head))
    blocks = (BASE.opening[0], grid(2, ROWS[:at]), *between, second, BASE.opening[2])
    return as_returned(replace(BASE, opening=blocks), frozenset({1, 2, 3}))


def compared(file: ReturnedFile, ours: Report = BASE) -> TakeBackPlan:
    return compare(BASE, ours, SENT, file)


def tables(made: Report) -> list[Table]:
    return [each for each in made.opening if isinstance(each, Table)]


def words(found: Table) -> list[list[str]]:
    return [[*map(cell_text, row)] for row in found.rows]


@pytest.mark.parametrize("has_head", [True, False])
@pytest.mark.parametrize("at", [1, 3, 5])
def test_it_is_one_change_wherever_it_was_parted(at: int, has_head: bool) -> None:
    comparison = compared(parted(at, has_head=has_head))
    (change,) = comparison.changes
    assert (change.kind, change_name(change), change.blocks) == ("split", "Tách bảng", (2,))
    assert not change.takes_away
    first, second = tables(merged(BASE, BASE, comparison, frozenset({1})))
    assert (first.id, first.note, plain(first.caption or ())) == (2, "Hỏi lại số liệu", "Kết quả")
    assert words(first) == [HEAD, *ROWS[:at]]
    assert words(second) == [*([HEAD] if has_head else []), *ROWS[at:]]
    assert second.id not in {1, 2, 3}


def test_it_says_from_which_row_on_and_which_rows_those_are() -> None:
    comparison = compared(parted(3))
    assert plain(comparison.changes[0].new).split("\n") == ["\t".join(row) for row in ROWS[3:]]
    assert change_text(comparison.changes[0], comparison) == (
        "từ hàng “Nội dung công việc thứ 4” trở đi thành một bảng riêng"
    )


def test_words_typed_between_the_parts_are_a_change_of_their_own_in_whatever_order() -> None:
    comparison = compared(parted(3, (block(8, "Các chỉ tiêu còn lại như sau:"),)))
    assert sorted(each.kind for each in comparison.changes) == ["insert", "split"]
    both = merged(BASE, BASE, comparison, frozenset({1, 2}))
    assert [type(each).__name__ for each in both.opening] == [
        "Paragraph",
        "Table",
        "Paragraph",
        "Table",
        "Paragraph",
    ]
    for first, second in ((1, 2), (2, 1)):
        one = merged(BASE, BASE, comparison, frozenset({first}), taken=frozenset())
        made = merged(BASE, one, comparison, frozenset({second}), taken=frozenset({first}))
        assert [plain_text(each) for each in made.opening] == [plain_text(each) for each in both.opening]


def plain_text(found: Block) -> str:
    return str(words(found)) if isinstance(found, Table) else plain(getattr(found, "runs", ()))


def test_once_taken_it_is_done_and_a_row_that_we_edited_speaks_against_it() -> None:
    comparison = compared(parted(3))
    made = merged(BASE, BASE, comparison, frozenset({1}))
    assert compared(parted(3), made).changes[0].is_done
    rows = list(grid(2, ROWS).rows)
    rows[5] = (*rows[5][:2], Cell(((Run("77 lượt"),),)))
    ours = replace(BASE, opening=(BASE.opening[0], replace(grid(2, ROWS), rows=tuple(rows)), BASE.opening[2]))
    assert compared(parted(3), ours).changes[0].conflict
    assert not compared(parted(3), ours).changes[0].has_words_to_add


def test_who_parted_it_under_track_changes_is_named() -> None:
    file = parted(3)
    first, second = (each for each in file.blocks if each.kind == "table")
    gone = tuple(TrackedCell(-1, -1, WHO) for _ in ROWS[3:])
    came = tuple(TrackedCell(row, -1, WHO) for row in range(len(second.rows)))
    told = {id(first): replace(first, tracked_cells=gone), id(second): replace(second, tracked_cells=came)}
    blocks = tuple(told.get(id(each), each) for each in file.blocks)
    (change,) = compared(replace(file, blocks=blocks)).changes
    assert (change.kind, change.author, change.date) == ("split", WHO.author, WHO.date)


def test_a_table_that_only_says_something_alike_is_new() -> None:
    other = table(9, COLUMNS, [HEAD, ["1", "Việc khác", "5 lượt"]], "Bảng khác")
    file = as_returned(
        replace(BASE, opening=(*BASE.opening[:1], grid(2, ROWS[:3]), other, BASE.opening[2])),
        frozenset({1, 2, 3}),
    )
    assert sorted(each.kind for each in compared(file).changes) == ["row-", "row-", "row-", "table+"]
