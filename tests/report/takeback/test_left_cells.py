"""Cells aligned otherwise, with a coloured ground, and columns of other widths are told; rounding is not."""

from dataclasses import replace

from danvan_desktop.report.model import Cell, Column, Run
from danvan_desktop.report.takeback.layout_values import CellLook
from danvan_desktop.report.takeback.left_cells import cells_set_otherwise
from danvan_desktop.report.takeback.model import ReturnedBlock

LOOKS = (
    CellLook("Nội dung", "center"),
    CellLook("Hội nghị"),
    CellLook("12", "right"),
    CellLook("12", "right"),
)
HEAD = Cell(((Run("Nội dung"),),)), Cell(((Run("Kết quả"),),))
BEFORE = ReturnedBlock("table", rows=(HEAD,), columns=(Column(3.0), Column(1.0)), cell_looks=LOOKS)


def told(*looks: CellLook, widths: tuple[float, ...] = (3.0, 1.0)) -> list[tuple[str, str]]:
    after = replace(BEFORE, cell_looks=looks or LOOKS, columns=tuple(map(Column, widths)))
    return list(cells_set_otherwise(BEFORE, after))


def test_a_table_as_it_went_out_has_nothing_to_tell() -> None:
    assert told() == []


def test_another_alignment_and_a_coloured_ground_are_told_with_the_words_of_the_cell() -> None:
    assert told(CellLook("Hội nghị", "right")) == [("canh trái → canh phải", "Hội nghị")]
    assert told(CellLook("Hội nghị", is_shaded=True)) == [("tô nền ô", "Hội nghị")]
    was = replace(BEFORE, cell_looks=(CellLook("Hội nghị", is_shaded=True),))
    assert list(cells_set_otherwise(was, BEFORE)) == [("bỏ tô nền ô", "Hội nghị")]


def test_of_cells_that_say_the_same_and_of_new_ones_nothing_is_told() -> None:
    assert told(CellLook("12"), CellLook("Việc mới", is_shaded=True)) == []


def test_other_widths_are_told_once_and_what_an_editor_rounds_is_not() -> None:
    assert told(widths=(2.0, 2.0)) == [("độ rộng các cột", "")]
    assert told(widths=(300.0, 103.0)) == []


def test_of_other_columns_no_widths_are_told() -> None:
    after = replace(BEFORE, rows=((HEAD[1], HEAD[0]),), columns=(Column(1.0), Column(3.0)))
    assert list(cells_set_otherwise(BEFORE, after)) == []
