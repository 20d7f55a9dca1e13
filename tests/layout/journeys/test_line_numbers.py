"""The lines of a draft are numbered in the margin, from 1 on every page; those of no other paper are."""

from dataclasses import replace

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.pages import Page
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Annex, Cell, Column, Marks, Run, Table
from tests.builders.reports import SENTENCE, block, report

TEXT = tuple(block(number, SENTENCE * 4) for number in range(1, 12))
GRID = Table(20, (Column(),), ((Cell(((Run("Việc"),),)),), (Cell(((Run("một"),),)),)))
DRAFT = replace(
    report((*TEXT, GRID, block(21, "Cuối.")), marks=Marks(draft=1)),
    annexes=(Annex(30, blocks=(block(31, SENTENCE),)),),
)


@pytest.fixture(scope="module")
def pages(fonts: FontSet) -> tuple[Page, ...]:
    return typeset(compose(DRAFT, fonts, line_numbers=True), fonts).pages


def test_every_page_counts_its_lines_from_one(pages: tuple[Page, ...]) -> None:
    assert len(pages) > 2
    for page in pages:
        shown = [number.fragment.text for number in page.line_numbers]
        assert shown == [str(number) for number in range(1, len(shown) + 1)]
        assert shown


def test_a_number_stands_level_with_its_line_and_lines_in_tables_have_none(pages: tuple[Page, ...]) -> None:
    assert any(len(line.path) > 2 for page in pages for line in page.lines)
    for page in pages:
        in_the_text = [line.baseline for line in page.lines if len(line.path) == 2]
        assert [number.baseline for number in page.line_numbers] == in_the_text


def test_numbers_end_5_mm_left_of_the_text_at_9_pt(pages: tuple[Page, ...]) -> None:
    fragments = [number.fragment for page in pages for number in page.line_numbers]
    assert {fragment.x + fragment.width for fragment in fragments} == {1701 - 283}
    assert {fragment.size for fragment in fragments} == {18}


def test_lines_end_where_they_do_without_numbers(pages: tuple[Page, ...], fonts: FontSet) -> None:
    plain = typeset(compose(DRAFT, fonts), fonts).pages
    assert [page.lines for page in plain] == [page.lines for page in pages]
    assert not any(page.line_numbers for page in plain)


def test_a_signing_copy_bears_no_numbers_even_when_asked(fonts: FontSet) -> None:
    document = compose(replace(DRAFT, marks=Marks()), fonts, line_numbers=True)
    assert all(part.line_number is None for part in document.parts)
    assert not any(page.line_numbers for page in typeset(document, fonts).pages)
