"""Letters in another font, size, spacing or with effects are told with their words; rounding is not."""

from dataclasses import replace

import pytest

from danvan_desktop.report.model import Cell, Run
from danvan_desktop.report.takeback.layout_values import LetterStretch
from danvan_desktop.report.takeback.left_letters import letters_set_otherwise
from danvan_desktop.report.takeback.model import ReturnedBlock, Revision, TrackedCell, TrackedStretch

TEXT = "Đoạn một có 12 cuộc họp"
USUAL = LetterStretch(0, len(TEXT), 14.0, "Times New Roman")
BEFORE = ReturnedBlock("paragraph", "body", runs=(Run(TEXT),), letters=(USUAL,))
WHO = Revision("Trần Thị B", "2025-11-28T10:32:00Z")


def after(*letters: LetterStretch, tracked: tuple[TrackedStretch, ...] = ()) -> ReturnedBlock:
    return replace(BEFORE, letters=letters, restyled=tracked)


def told(block: ReturnedBlock, before: ReturnedBlock = BEFORE) -> list[tuple[str, str]]:
    return list(letters_set_otherwise(before, block))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (replace(USUAL, points=16.0), "cỡ chữ 14 → 16"),
        (replace(USUAL, font="Arial"), "phông chữ Times New Roman → Arial"),
        (replace(USUAL, spacing=20), "giãn cách giữa các chữ 0 pt → 1 pt"),
        (replace(USUAL, spacing=-10), "giãn cách giữa các chữ 0 pt → -0,5 pt"),
        (replace(USUAL, width=90), "bề rộng chữ 100% → 90%"),
        (replace(USUAL, effects=("smallCaps", "shadow")), "chữ hoa nhỏ, chữ có bóng"),
        (replace(USUAL, effects=("shd", "bdr", "em")), "tô nền chữ, đóng khung chữ, dấu nhấn mạnh trên chữ"),
    ],
)
def test_all_letters_and_some_of_them_are_told(other: LetterStretch, said: str) -> None:
    assert told(after(other)) == [(said, "")]
    part = replace(other, start=12, end=14), replace(USUAL, end=12), replace(USUAL, start=14)
    assert told(after(*part)) == [(said, "12")]


def test_several_aspects_of_one_stretch_are_told_each() -> None:
    other = replace(USUAL, points=12.0, font="Arial", start=12, end=14)
    said = [("cỡ chữ 14 → 12", "12"), ("phông chữ Times New Roman → Arial", "12")]
    assert told(after(replace(USUAL, end=12), other, replace(USUAL, start=14))) == said


@pytest.mark.parametrize(
    "other",
    [
        replace(USUAL, points=14.25),
        replace(USUAL, font="Liberation Serif"),
        replace(USUAL, font="times new roman;Times"),
        replace(USUAL, font=""),
        replace(USUAL, font=".VnTime"),
        replace(USUAL, font="Symbol"),
        replace(USUAL, spacing=3),
        replace(USUAL, width=101),
    ],
)
def test_what_an_editor_rounds_or_puts_in_the_place_of_a_font_is_nothing(other: LetterStretch) -> None:
    assert told(after(other)) == []


def test_signs_without_a_letter_are_nothing() -> None:
    comma = replace(BEFORE, runs=(Run("Đoạn - một"),))
    parts = (
        replace(USUAL, end=5),
        replace(USUAL, start=5, end=7, font="Arial"),
        replace(USUAL, start=7, end=10),
    )
    assert told(replace(comma, letters=parts)) == []


def test_what_was_tracked_is_named_elsewhere() -> None:
    parts = replace(USUAL, end=12), replace(USUAL, start=12, end=14, font="Arial"), replace(USUAL, start=14)
    assert told(after(*parts, tracked=(TrackedStretch(12, 14, WHO),))) == []
    assert told(after(*parts, tracked=(TrackedStretch(0, 4, WHO),))) == [
        ("phông chữ Times New Roman → Arial", "12")
    ]


def test_a_table_may_have_two_sizes_and_a_cell_in_another_font_is_told() -> None:
    cells = (Cell(((Run("Nội dung"),),)), Cell(((Run("12 cuộc"),),)))
    small = LetterStretch(0, 8, 12.0, "Times New Roman", words="Nội dung")
    usual = LetterStretch(8, 15, 14.0, "Times New Roman", words="12 cuộc")
    before = ReturnedBlock("table", rows=((cells[0],), (cells[1],)), letters=(small, usual))
    assert told(before, before) == []
    larger = replace(before, letters=(replace(small, points=14.0), usual))
    assert told(larger, before) == [("cỡ chữ 12 → 14", "Nội dung")]
    assert told(replace(before, letters=(replace(small, points=14.0, words="Việc"), usual)), before) == []
    other = replace(before, letters=(small, replace(usual, font="Arial")))
    assert told(other, before) == [("phông chữ Times New Roman → Arial", "12 cuộc")]
    tracked = TrackedCell(1, 0, WHO, restyled=(TrackedStretch(0, 7, WHO),))
    assert told(replace(other, tracked_cells=(tracked,)), before) == []
    tracked = TrackedCell(0, 0, WHO, restyled=(TrackedStretch(0, 8, WHO),))
    assert told(replace(other, tracked_cells=(tracked,)), before) != []


def test_a_file_that_says_nothing_of_letters_has_none_set_otherwise() -> None:
    assert told(after(replace(USUAL, font="Arial")), replace(BEFORE, letters=())) == []
