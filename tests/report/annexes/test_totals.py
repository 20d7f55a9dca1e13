"""Computed tables (totals, shares, points), however the user changes their rows."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given, settings

from danvan_desktop.report.annexes.forms import annex_forms, new_annex
from danvan_desktop.report.annexes.totals import problems, recompute, recompute_table, roll_over, sum_problems
from danvan_desktop.report.model import Annex, Cell, Report, Run, Table, plain
from tests.builders.strategies import tables

FORMS = {form.id: form for form in annex_forms()}


def annex(form: str) -> Annex:
    return new_annex(FORMS[form], 2026, count(1).__next__)


def table_of(made: Annex) -> Table:
    table = made.blocks[0]
    assert isinstance(table, Table)
    return table


def put(made: Annex, texts: dict[tuple[int, int], str]) -> Annex:
    rows = [list(row) for row in table_of(made).rows]
    for (y, x), text in texts.items():
        rows[y][x] = Cell(paragraphs=((Run(text),),))
    return with_rows(made, rows)


def with_rows(made: Annex, rows: list[list[Cell | None]]) -> Annex:
    return replace(made, blocks=(replace(table_of(made), rows=tuple(map(tuple, rows))), *made.blocks[1:]))


def texts(made: Annex) -> list[list[str]]:
    return [
        ["" if c is None else " ".join(map(plain, c.paragraphs)) for c in row] for row in table_of(made).rows
    ]


def test_increase_and_percent_are_computed_beside_their_figures() -> None:
    made = recompute(
        put(annex("so-lieu-cung-ky"), {(1, 3): "09", (1, 4): "12", (2, 3): "1.000", (2, 4): "nhiều"})
    )
    assert texts(made)[1][3:] == ["09", "12", "+03", "+33,3"]
    assert texts(made)[2][3:] == ["1.000", "nhiều", "", ""]


def test_a_figure_that_is_taken_away_takes_its_increase_along() -> None:
    made = recompute(put(annex("so-lieu-cung-ky"), {(1, 3): "09", (1, 4): "12"}))
    assert texts(recompute(put(made, {(1, 4): ""})))[1][5:] == ["", ""]


def test_counters_follow_the_rows() -> None:
    made = annex("danh-muc-mo-hinh")
    rows = [list(row) for row in table_of(made).rows]
    made = recompute(with_rows(made, [rows[0], [Cell()] * 5, *rows[1:]]))
    assert [row[0] for row in texts(made)] == ["STT", "1", "2", "3", "4"]


def scores() -> Annex:
    given_points = {(2, 3): "5", (3, 3): "4,5", (5, 3): "18", (6, 3): "20", (7, 3): "20", (8, 3): "15"}
    return put(
        annex("tu-cham-diem"), {**given_points, (9, 3): "10", (10, 3): "5", (12, 3): "2", (13, 3): "0,5"}
    )


def test_points_are_summed_by_group_in_all_and_with_bonus_and_minus() -> None:
    rows = texts(recompute(scores()))
    assert [(row[0], row[3]) for row in rows if row[0] in {"I", "II"}] == [("I", "9,5"), ("II", "88")]
    assert {row[1]: (row[2], row[3]) for row in rows[11:]} == {
        "Tổng điểm": ("100", "97,5"),
        "Điểm thưởng": ("", "2"),
        "Điểm trừ": ("", "0,5"),
        "Điểm sau khi cộng điểm thưởng, trừ điểm trừ": ("100", "99"),
    }


def test_a_minus_written_with_its_sign_is_taken_off_once() -> None:
    assert texts(recompute(put(scores(), {(13, 3): "-0,5"})))[14][3] == "99"


def test_a_new_criterion_counts_and_is_numbered() -> None:
    made = scores()
    rows = [list(row) for row in table_of(made).rows]
    new: list[Cell | None] = [
        Cell(),
        *(Cell(paragraphs=((Run(t),),)) for t in ("Tiêu chí mới", "1", "1", "")),
    ]
    made = recompute(with_rows(made, [*rows[:3], new, *rows[3:]]))
    assert [row[0] for row in texts(made)[1:6]] == ["I", "1", "2", "3", "II"]
    assert texts(made)[1][2:4] == ["11", "10,5"]
    assert problems(made) == ("Tổng điểm tối đa phải bằng 100 (đang là 101).",)


def test_what_is_filled_rightly_has_no_problems() -> None:
    assert problems(recompute(scores())) == ()


@pytest.mark.parametrize(
    ("place", "text", "problem"),
    [
        (
            (2, 3),
            "6",
            (
                "“Ban hành kế hoạch công tác dân vận năm 2026 đúng thời hạn”: "
                "điểm tự chấm 6 lớn hơn điểm tối đa 5."
            ),
        ),
        ((12, 3), "3,5", "“Điểm thưởng” không được quá 3 điểm."),
        ((13, 3), "-4", "“Điểm trừ” không được quá 3 điểm."),
        ((2, 2), "3", "Tổng điểm tối đa phải bằng 100 (đang là 98)."),
    ],
)
def test_broken_rules_of_points_are_named(place: tuple[int, int], text: str, problem: str) -> None:
    assert problem in problems(recompute(put(scores(), {place: text})))


def test_what_is_broken_in_a_report_is_told_with_its_table() -> None:
    good, broken = recompute(scores()), recompute(put(scores(), {(12, 3): "9"}))
    report = Report("r", datetime(2026, 1, 1, tzinfo=UTC), 2026, "x", annexes=(good, broken))
    assert sum_problems(report) == ((table_of(broken).id, "“Điểm thưởng” không được quá 3 điểm."),)


def test_computing_twice_changes_nothing() -> None:
    once = recompute(scores())
    assert recompute(once) is once


def test_the_look_of_a_computed_place_stays() -> None:
    made = recompute(put(annex("so-lieu-cung-ky"), {(1, 3): "1", (1, 4): "2", (1, 5): "x"}))
    rows = [list(row) for row in table_of(made).rows]
    rows[1][5] = Cell(paragraphs=((Run("cũ", italic=True),),))
    cell = table_of(recompute(with_rows(made, rows))).rows[1][5]
    assert cell is not None
    assert cell.paragraphs == ((Run("+1", italic=True),),)


def test_merged_places_are_left_alone() -> None:
    made = put(annex("so-lieu-cung-ky"), {(1, 3): "1", (1, 4): "2"})
    rows = [list(row) for row in table_of(made).rows]
    rows[1][5:] = [Cell(paragraphs=((Run("gộp"),),), cols=2), None]
    result = table_of(recompute(with_rows(made, rows)))
    assert result.rows[1][6] is None


def test_rolling_over_makes_this_year_last_year() -> None:
    made = put(annex("so-lieu-cung-ky"), {(1, 3): "09", (1, 4): "12"})
    rolled = roll_over(table_of(recompute(made)))
    assert texts(replace(made, blocks=(rolled,)))[1][3:] == ["12", "", "", ""]


def scored(*rows: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Give counter and points of rows of counter, criterion and points, and of the total below, computed."""
    made = annex("tu-cham-diem")
    head, total = table_of(made).rows[0], table_of(made).rows[11]
    new: list[list[Cell | None]] = [
        [*(Cell(paragraphs=((Run(t),),)) for t in (counter, criterion, "", points)), Cell()]
        for counter, criterion, points in rows
    ]
    computed = texts(recompute(with_rows(made, [list(head), *new, list(total)])))
    return [(row[0], row[3]) for row in computed[1:]]


def test_groups_stand_in_groups_and_items_have_parts() -> None:
    assert scored(
        ("A", "Nội dung chung", ""),
        ("I", "Quán triệt", ""),
        ("1", "Kế hoạch", ""),
        ("1.1", "Đúng hạn", "2"),
        ("1.3", "Đủ nội dung", "1,5"),
        ("2", "Tuyên truyền", "5"),
        ("B", "Nội dung riêng", ""),
        ("C", "Nội dung khác", ""),
        ("", "Dân chủ", "4"),
    ) == [
        ("A", "8,5"),
        ("I", "8,5"),
        ("1", "3,5"),
        ("1.1", "2"),
        ("1.2", "1,5"),
        ("2", "5"),
        ("B", ""),
        ("C", "4"),
        ("1", "4"),
        ("", "12,5"),
    ]


def test_details_keep_their_mark_and_count_where_their_item_has_no_points() -> None:
    assert scored(
        ("1", "Báo cáo", "5"),
        ("-", "Đúng hạn", "5"),
        ("-", "Chậm", "2"),
        ("", "Đối thoại", ""),
        ("a)", "Lần một", "1"),
        ("b)", "Lần hai", "2"),
    ) == [("1", "5"), ("-", "5"), ("-", "2"), ("2", ""), ("a)", "1"), ("b)", "2"), ("", "8")]


@pytest.mark.parametrize("text", ["4.5", "1 5", "5 điểm", "5/10"])
def test_a_figure_that_cannot_be_read_leaves_the_sums_above_it_empty_and_is_named(text: str) -> None:
    made = recompute(put(scores(), {(2, 3): text}))
    rows = texts(made)
    assert [rows[y][3] for y in (1, 4, 11, 14)] == ["", "88", "", ""]
    assert problems(made) == (
        (
            f"“Ban hành kế hoạch công tác dân vận năm 2026 đúng thời hạn”: “{text}” chưa phải số hợp lệ. "
            "Chỉ ghi số, phần lẻ sau dấu phẩy, ví dụ 4,5."
        ),
    )


def test_words_where_no_points_are_given_are_no_figure() -> None:
    made = recompute(put(scores(), {(2, 3): "không chấm"}))
    assert texts(made)[11][3] == "92,5"
    assert problems(made) == ()


def test_a_bonus_that_cannot_be_read_leaves_the_final_points_empty() -> None:
    assert texts(recompute(put(scores(), {(12, 3): "2.5"})))[14][3] == ""


def test_rates_are_compared_in_points_whether_they_or_their_unit_say_so() -> None:
    made = recompute(
        put(
            annex("so-lieu-cung-ky"),
            {(1, 2): "%", (1, 3): "80,5", (1, 4): "85", (2, 3): "80,5%", (2, 4): "85%"},
        )
    )
    assert [row[5:] for row in texts(made)[1:3]] == [["+4,5 điểm %", ""]] * 2


def test_a_figure_of_a_year_that_cannot_be_read_is_named() -> None:
    made = recompute(put(annex("so-lieu-cung-ky"), {(3, 3): "10", (3, 4): "1.5"}))
    assert texts(made)[3][5:] == ["", ""]
    assert [problem.partition(" Chỉ")[0] for problem in problems(made)] == [
        "“Lượt công dân được tiếp”: “1.5” chưa phải số hợp lệ."
    ]


@settings(max_examples=30)
@given(tables())
def test_a_table_without_a_form_is_never_touched(table: Table) -> None:
    assert recompute_table(table) is table
    assert roll_over(table) is table
