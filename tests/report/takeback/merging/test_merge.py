"""Words that the returned file put into paragraphs which the report has taken out come back with them."""

from dataclasses import replace
from itertools import chain

import pytest

from danvan_desktop.report.model import Annex, Paragraph, Report, Run, Section, plain
from danvan_desktop.report.takeback.compare import compare, merged
from tests.builders.reports import NOW, block
from tests.builders.returned_files import as_returned

FIRST = "Cơ quan có 12 phòng, ban chuyên môn với 168 công chức."
SECOND = "Đảng bộ có 142 đảng viên sinh hoạt tại 11 chi bộ trực thuộc."
SECOND_MORE = "Đảng bộ có 142 đảng viên gương mẫu sinh hoạt tại 11 chi bộ trực thuộc."
FIRST_MORE = "Cơ quan có 12 phòng, ban, trung tâm chuyên môn với 168 công chức."
LAST = "Đoạn sau không ai sửa."


def report(*blocks: Paragraph) -> Report:
    section = Section(1, "situation", "I.", title=(Run("TÌNH HÌNH"),), blocks=(*blocks, block(4, LAST)))
    return Report("r", NOW, 2025, "Trích yếu", 5, sections=(section,))


BASE = report(block(2, FIRST), block(3, SECOND))


def all_accepted(
    ours: Report, theirs: Report, kinds: frozenset[str] = frozenset({"edit", "merge"})
) -> Report:
    plan = compare(BASE, ours, as_returned(BASE), as_returned(theirs))
    return merged(BASE, ours, plan, frozenset(change.n for change in plan.changes if change.kind in kinds))


def said(made: Report) -> list[tuple[int, str]]:
    blocks = chain.from_iterable(section.blocks for section in made.sections)
    return [(each.id, plain(each.runs)) for each in blocks if isinstance(each, Paragraph)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (FIRST, SECOND_MORE, [(2, FIRST), (3, SECOND_MORE), (4, LAST)]),
        (FIRST_MORE, SECOND, [(2, FIRST_MORE), (4, LAST)]),
    ],
)
def test_a_word_put_into_two_merged_paragraphs_that_are_both_gone_comes_back_with_its_own(
    first: str, second: str, expected: list[tuple[int, str]]
) -> None:
    assert said(all_accepted(report(), report(block(2, f"{first} {second}")))) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (block(2, FIRST), f"{FIRST} {SECOND_MORE}", [(2, FIRST), (3, SECOND_MORE), (4, LAST)]),
        (block(3, SECOND), f"{FIRST_MORE} {SECOND}", [(2, FIRST_MORE), (3, SECOND), (4, LAST)]),
    ],
)
def test_where_one_of_the_two_is_gone_and_the_merge_is_refused_it_comes_back_at_its_place(
    ours: Paragraph, theirs: str, expected: list[tuple[int, str]]
) -> None:
    made = all_accepted(report(ours), report(block(2, theirs)), frozenset({"edit"}))
    assert said(made) == expected


def test_a_paragraph_that_is_gone_stays_so_where_theirs_has_put_no_word_into_it() -> None:
    made = all_accepted(
        report(block(3, SECOND)), report(block(2, f"{FIRST} {SECOND_MORE}")), frozenset({"edit"})
    )
    assert said(made) == [(3, SECOND_MORE), (4, LAST)]


def test_a_new_annex_has_nothing_of_what_the_file_took_out_and_the_report_keeps() -> None:
    theirs = Section(1, "situation", "I.", title=(Run("TÌNH HÌNH"),))
    annex = Annex(5, title=(Run("BIỂU TỔNG HỢP KIẾN NGHỊ"),), blocks=(block(6, "Còn 05 kiến nghị."),))
    file = replace(BASE, sections=(theirs,), annexes=(annex,), next_id=7)
    plan = compare(BASE, BASE, as_returned(BASE), as_returned(file))
    (put_in,) = (change.n for change in plan.changes if change.kind == "annex+")
    made = merged(BASE, BASE, plan, frozenset({put_in}))
    assert said(made) == [(2, FIRST), (3, SECOND), (4, LAST)]
    assert [len(each.blocks) for each in made.annexes] == [1]
    assert compare(BASE, made, as_returned(BASE), as_returned(file)).change(put_in).is_done
