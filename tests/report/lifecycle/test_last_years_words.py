"""What is said to have stood at a place last year did stand there; else nothing is said."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings

from danvan_desktop.report.lifecycle.last_years_words import last_years_words
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import ReviewMark, open_marks, text_stretches, touched
from danvan_desktop.report.model import Paragraph, Report, Run, Table
from danvan_desktop.report.walk import every_block
from tests.builders import samples
from tests.builders.strategies import reports

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def rolled_forward(text: str, by: int = 1) -> tuple[Paragraph, int]:
    """Give a paragraph of last year's report as it stands in the one that grew out of it, and its year."""
    old = samples.report()
    old = replace(old, opening=(Paragraph(1, runs=(Run(text),)),))
    new = next_year(old, old.year + by, NOW, "new")
    (block,) = new.opening
    assert isinstance(block, Paragraph)
    return block, new.year


def words(text: str, by: int = 1) -> dict[str, str]:
    """Say of each place of ``text`` as it now stands what it was."""
    block, year = rolled_forward(text, by)
    return {mark.text: last_years_words(block, mark, year) for mark in open_marks(block)}


def test_a_figure_is_said_with_what_it_counts() -> None:
    assert words("Giao 21 nhiệm vụ cho 09 phòng và 12 tổ, đạt 90,5%; 171 người.") == {
        "21": "21 nhiệm vụ",
        "09": "09 phòng",
        "12": "12 tổ",
        "90,5%": "90,5%",
        "171": "171 người",
    }


def test_a_day_that_went_up_is_said_as_it_was() -> None:
    year = samples.report().year
    assert words(f"Đã xong, tính đến ngày 15/11/{year}.") == {
        f"tính đến ngày 15/11/{year + 1}": f"tính đến ngày 15/11/{year}"
    }


def test_where_two_texts_could_have_become_the_one_that_stands_there_nothing_is_said() -> None:
    year = samples.report().year
    assert words(f"Đã xong, tính đến ngày 15/11/{year}.", by=2) == {f"tính đến ngày 15/11/{year + 2}": ""}


def test_a_day_that_stayed_is_said_as_it_stands() -> None:
    assert words("Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Trung ương.") == {
        "Nghị quyết số 25-NQ/TW, ngày 03/6/2013": "Nghị quyết số 25-NQ/TW, ngày 03/6/2013"
    }


def test_words_beside_a_figure_are_not_said_once_the_paragraph_was_edited() -> None:
    block, year = rolled_forward("Giao 21 nhiệm vụ.")
    (mark,) = open_marks(block)
    assert last_years_words(touched(block), mark, year) == "21"


def test_nothing_is_said_of_a_mark_that_is_no_longer_there() -> None:
    block, year = rolled_forward("Giao 21 nhiệm vụ.")
    (mark,) = open_marks(block)
    assert not last_years_words(replace(block, runs=(Run("Giao thêm 21 nhiệm vụ."),)), mark, year)
    assert not last_years_words(replace(block, origin=None), mark, year)


def said(new: Report) -> list[tuple[Paragraph | Table, ReviewMark, str]]:
    return [
        (block, mark, last_years_words(block, mark, new.year))
        for _, block in every_block(new)
        if isinstance(block, Paragraph | Table)
        for mark in open_marks(block)
    ]


def stood(old: Report, block: Paragraph | Table, mark: ReviewMark) -> str:
    """Give what last year's report says from where ``mark`` begins."""
    (before,) = [each for _, each in every_block(old) if getattr(each, "id", None) == block.id]
    (stretch,) = [each for each in text_stretches(before) if each.cell == mark.cell]
    return stretch.text[mark.start :]


def test_of_a_whole_report_nearly_all_is_known_and_all_of_it_true(sample: Report) -> None:
    old = sample
    found = said(next_year(old, old.year + 1, NOW, "new"))
    assert found
    for block, mark, words_of_it in found:
        assert stood(old, block, mark).startswith(words_of_it)
    assert sum(bool(words_of_it) for *_, words_of_it in found) > 0.9 * len(found)


@settings(max_examples=20)
@given(reports())
def test_nothing_is_invented(old: Report) -> None:
    for block, mark, words_of_it in said(next_year(old, old.year + 1, NOW, "new")):
        if not isinstance(block, Table):  # sums of a table are made anew
            assert stood(old, block, mark).startswith(words_of_it)
