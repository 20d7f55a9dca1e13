"""Review marks on text from last year: counted until confirmed, never on new text."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import (
    confirm,
    confirm_all,
    counts,
    is_unedited,
    open_marks,
    open_things,
    settled_places,
    total,
    touched,
)
from danvan_desktop.report.model import (
    Annex,
    Cell,
    Column,
    OpaqueBlock,
    Origin,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    plain,
)
from danvan_desktop.report.tab_count import TabCount
from tests.builders.strategies import reports

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def paragraph(text: str, *found: str, identity: int = 1) -> Paragraph:
    return Paragraph(identity, runs=(Run(text),), origin=Origin(2025, found=found))


def table(*rows: tuple[str, ...], found: tuple[str, ...] = ()) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Run(text),),)) for text in row) for row in rows)
    return Table(7, (Column(),) * len(rows[0]), cells, origin=Origin(2025, found=found))


def shown(block: Paragraph | Table) -> list[str]:
    return [mark.text for mark in open_marks(block)]


def test_what_came_over_is_marked_where_it_stands() -> None:
    block = paragraph("Cơ quan có 171 người, tăng 02 người so với năm 2025", "171", "02", "so với năm 2025")
    marks = open_marks(block)
    assert [(mark.text, mark.kind) for mark in marks] == [
        ("171", "figure"),
        ("02", "figure"),
        ("so với năm 2025", "year"),
    ]
    assert all(plain(block.runs)[mark.start : mark.end] == mark.text for mark in marks)


def test_a_figure_typed_anew_is_not_marked_and_takes_the_old_mark_away() -> None:
    assert shown(paragraph("Cơ quan có 175 người", "171")) == []


def test_a_block_of_this_year_has_no_marks() -> None:
    assert open_marks(Paragraph(1, runs=(Run("Cơ quan có 171 người"),))) == ()


def test_confirming_one_leaves_the_others() -> None:
    block = paragraph("05 cuộc và 05 hội nghị", "05")
    confirmed = confirm(block, open_marks(block)[0])
    assert [mark.start for mark in open_marks(confirmed)] == [open_marks(block)[1].start]


def test_a_confirmed_mark_stays_confirmed_when_text_is_added_before_it() -> None:
    block = paragraph("tăng 05 cuộc", "05")
    block = confirm(block, open_marks(block)[0])
    assert shown(replace(block, runs=(Run("Trong năm, tăng 05 cuộc"),))) == []


def test_confirming_a_whole_paragraph_ends_chua_sua_too() -> None:
    block = confirm_all(paragraph("05 cuộc, 07 hội nghị", "05", "07"))
    assert (open_marks(block), is_unedited(block)) == ((), False)


def test_editing_ends_chua_sua_but_leaves_the_marks() -> None:
    block = touched(paragraph("05 cuộc", "05"))
    assert (is_unedited(block), shown(block)) == (False, ["05"])
    assert touched(block) is block


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(1, role="heading", runs=(Run("Ưu điểm"),), origin=Origin(2025)),
        Paragraph(1, runs=(Run(" "),), origin=Origin(2025)),
        Paragraph(1, runs=(Run("Mới viết"),)),
        OpaqueBlock(1, "image", '{"id":1,"type":"image"}'),
    ],
)
def test_headings_empty_and_new_blocks_are_never_chua_sua(block: Paragraph | OpaqueBlock) -> None:
    assert not is_unedited(block)


def test_nothing_can_be_confirmed_in_a_new_paragraph() -> None:
    new = Paragraph(1, runs=(Run("05 cuộc"),))
    assert confirm_all(new) is new
    assert touched(new) is new


def test_equal_figures_of_a_table_are_told_by_row_and_column() -> None:
    block = table(
        ("STT", "Nội dung", "Năm 2025", "Năm 2026"),
        ("1", "Hội nghị", "09", "09"),
        ("2", "Đối thoại", "09", "12"),
        found=("09", "12", "1", "2"),
    )
    assert [mark.cell for mark in open_marks(block)] == [(1, 2, 0), (1, 3, 0), (2, 2, 0), (2, 3, 0)]
    block = confirm(block, open_marks(block)[0])
    assert [mark.cell for mark in open_marks(block)] == [(1, 3, 0), (2, 2, 0), (2, 3, 0)]
    moved = replace(block, rows=(block.rows[0], block.rows[2], block.rows[1]))
    assert [mark.cell for mark in open_marks(moved)] == [(1, 2, 0), (1, 3, 0), (2, 3, 0)]


def report() -> Report:
    section = Section(
        2,
        blocks=(
            paragraph("Có 171 người và 05 chi bộ", "171", "05", identity=3),
            replace(paragraph("Tiếp tục thực hiện", identity=4), note="chờ số liệu của Trung tâm"),
        ),
    )
    annex = Annex(5, blocks=(Paragraph(6, runs=(Run("x"),), note=" "),))
    return Report("r", NOW, 2026, "Trích yếu", next_id=9, sections=(section,), annexes=(annex,))


def test_each_tab_is_counted() -> None:
    assert counts(report()) == (
        TabCount("opening"),
        TabCount("section:2", unedited=2, unchecked=2, missing=1),
        TabCount("closing"),
        TabCount("annexes"),
    )
    assert total(report()) == TabCount("", 2, 2, 1)


def test_a_place_is_reviewed_when_it_was_confirmed_or_written_over() -> None:
    block = paragraph("Có 171 người, tăng 02 người, giảm 02 đảng viên", "171", "02")
    begun = replace(report(), sections=(Section(2, blocks=(block,)),))

    def settled(block: Paragraph) -> tuple[int, int]:
        changed = replace(begun, sections=(Section(2, blocks=(block,)),))
        return settled_places(changed), total(changed).unchecked

    assert settled(block) == (0, 3)
    assert settled(confirm(block, open_marks(block)[1])) == (1, 2)
    assert settled(confirm_all(block)) == (3, 0)
    assert settled(replace(block, runs=(Run("Có 180 người, tăng 02 người, giảm 02 đảng viên"),))) == (1, 2)
    assert settled(replace(block, runs=())) == (2, 0)
    assert settled(replace(block, origin=None)) == (0, 0)


def test_open_things_come_in_reading_order_with_their_place() -> None:
    things = open_things(report())
    assert [(thing.kind, thing.tab, thing.block, thing.text) for thing in things] == [
        ("unedited", "section:2", 3, "Có 171 người và 05 chi bộ"),
        ("mark", "section:2", 3, "171"),
        ("mark", "section:2", 3, "05"),
        ("missing", "section:2", 4, "chờ số liệu của Trung tâm"),
        ("unedited", "section:2", 4, "Tiếp tục thực hiện"),
    ]


def test_a_long_paragraph_is_named_by_its_beginning() -> None:
    (thing,) = open_things(replace(report(), sections=(Section(2, blocks=(paragraph("dân vận " * 50),)),)))
    assert thing.text.endswith("vận dân…")
    assert len(thing.text) <= 61


@settings(max_examples=25)
@given(reports(), st.data())
def test_confirming_is_final_and_changes_no_word(source: Report, data: st.DataObject) -> None:
    new = next_year(source, source.year + 1, NOW, "n")
    blocks = [b for s in new.sections for b in s.blocks if isinstance(b, Paragraph | Table)]
    for block in blocks:
        marks = open_marks(block)
        if marks:
            mark = data.draw(st.sampled_from(marks))
            once = confirm(block, mark)
            assert confirm(once, mark) == once
            assert {m.key for m in open_marks(once)} == {m.key for m in marks} - {mark.key}
        done = confirm_all(block)
        assert open_marks(done) == ()
        assert not is_unedited(done)
        assert confirm_all(done) == done
        assert replace(done, origin=None) == replace(block, origin=None)
