"""Cells merged or parted in a file that came back: each word is kept once, and it is said what was done."""

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Cell, Column, Run, Table, plain
from danvan_desktop.report.takeback.patching.same_grid import on_grid_of

WORDS = (("TT", "Nội dung", "2024", "2025"), ("1", "Lượt", "412", "386"), ("2", "Đơn", "274", "251"))


def cell(*lines: str, rows: int = 1, cols: int = 1) -> Cell:
    return Cell(tuple((Run(line),) if line else () for line in lines), rows, cols)


def table(rows: tuple[tuple[Cell | None, ...], ...]) -> Table:
    made = Table(1, tuple(Column() for _ in rows[0]), rows)
    assert grid_problem(made) is None
    return made


BEFORE = table(tuple(tuple(cell(text) for text in row) for row in WORDS))


def said(rows: tuple[tuple[Cell | None, ...], ...]) -> list[list[str]]:
    return [
        ["" if each is None else " ".join(plain(line) for line in each.paragraphs) for each in row]
        for row in rows
    ]


def test_cells_merged_sideways_keep_their_own_words() -> None:
    row = (cell("1"), cell("Lượt"), cell("412", "386", cols=2), None)
    found = on_grid_of(BEFORE, table((BEFORE.rows[0], row, BEFORE.rows[2])))
    assert found.rows == BEFORE.rows
    assert "“412”, “386”" in found.notes[0]


def test_the_same_words_merged_downwards_and_said_once_stay_in_each() -> None:
    before = table(tuple((cell(str(n)), cell("Cấp cơ sở")) for n in range(3)))
    after = table(((cell("0"), cell("Cấp cơ sở", rows=3)), (cell("1"), None), (cell("2"), None)))
    found = on_grid_of(before, after)
    assert found.rows == before.rows
    assert len(found.notes) == 1


def test_merged_cells_that_say_something_else_are_said_once() -> None:
    row = (cell("1"), cell("Lượt"), cell("798 cả hai năm", cols=2), None)
    found = on_grid_of(BEFORE, table((BEFORE.rows[0], row, BEFORE.rows[2])))
    assert said(found.rows)[1] == ["1", "Lượt", "798 cả hai năm", ""]


def test_a_cell_that_was_parted_is_one_again_with_all_its_words() -> None:
    head = (cell("TT"), cell("Nội dung"), cell("Số", cols=2), None)
    before = table((head, *BEFORE.rows[1:]))
    after = table(((cell("TT"), cell("Nội dung"), cell("Số"), cell("Tăng")), *BEFORE.rows[1:]))
    found = on_grid_of(before, after)
    assert found.rows[0] == (cell("TT"), cell("Nội dung"), cell("Số", "Tăng", cols=2), None)
    assert "Tách ô “Số”" in found.notes[0]


def test_what_is_merged_alike_is_left_as_it_is() -> None:
    head = (cell("TT"), cell("Nội dung"), cell("Số", cols=2), None)
    before = table((head, *BEFORE.rows[1:]))
    after = table((head, (cell("1"), cell("Lượt người"), cell("412"), cell("386")), BEFORE.rows[2]))
    assert on_grid_of(before, after).notes == ()
    assert on_grid_of(before, after).rows == after.rows


@given(st.integers(0, 2), st.integers(0, 3), st.integers(1, 3), st.integers(1, 4))
def test_whatever_is_merged_the_grid_is_full_and_no_word_is_there_twice(
    y: int, x: int, down: int, right: int
) -> None:
    down, right = min(down, 3 - y), min(right, 4 - x)
    inside = {(y + a, x + b) for a in range(down) for b in range(right)}
    lines = [text for a, row in enumerate(WORDS) for b, text in enumerate(row) if (a, b) in inside]
    rows = tuple(
        tuple(
            cell(*lines, rows=down, cols=right)
            if (a, b) == (y, x)
            else None
            if (a, b) in inside
            else BEFORE.rows[a][b]
            for b in range(4)
        )
        for a in range(3)
    )
    found = on_grid_of(BEFORE, table(rows))
    assert grid_problem(Table(1, BEFORE.columns, found.rows)) is None
    words = sorted(" ".join(text for row in said(found.rows) for text in row).split())
    assert words == sorted(" ".join(text for row in WORDS for text in row).split())
