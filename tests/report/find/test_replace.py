"""Replacing changes the hits and nothing else: looks, ids, remarks and marks to be reviewed stay."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from danvan_desktop.report.annexes.forms import annex_forms, new_annex
from danvan_desktop.report.find.find import find_all
from danvan_desktop.report.find.matcher import Query
from danvan_desktop.report.find.replace import count_unedited, crossing_marks, replaced, rewritten_runs
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.lifecycle.review import open_marks
from danvan_desktop.report.lifecycle.year_rules import tokens
from danvan_desktop.report.model import Cell, Origin, Paragraph, Report, Run, Runs, Table, plain
from danvan_desktop.report.walk import every_block, every_id
from tests.builders.samples import paragraph, report
from tests.builders.strategies import reports, runs

WANTED = ("a", "van", "so", "2021", "1", "vận", " ")
NEW = ("", "x", "Đoàn thể", "2021", "a a")


def old_text(text: str, year: int = 2025) -> Paragraph:
    """A paragraph that came over from last year, its year to be looked at."""
    found = tuple(token.text for token in tokens(text) if str(year) in token.text)
    return replace(paragraph(33, text), origin=Origin(year, found=found))


def with_opening(*blocks: Paragraph) -> Report:
    return replace(report(), opening=blocks)


def looks(of: Runs) -> Iterator[Run]:
    """The look of each letter."""
    for run in of:
        for _ in run.text:
            yield replace(run, text="")


@settings(max_examples=30)
@given(reports(), st.sampled_from(WANTED), st.sampled_from(NEW), st.booleans())
def test_every_text_is_what_python_makes_of_it_and_ids_stay(
    made: Report, wanted: str, new: str, exact: bool
) -> None:
    made = replace(made, annexes=())  # what is computed there follows
    hits = find_all(made, Query(wanted, exact))
    after = replaced(made, hits, new)
    assert list(every_id(after)) == list(every_id(made))
    changed = {text.place: text.text for text in texts(after)}
    by_place = {place: list(each) for place, each in groupby(hits, key=lambda hit: hit.place)}
    for text in texts(made):
        expected = text.text
        for hit in reversed(by_place.get(text.place, []) if text.place.is_text else []):
            expected = expected[: hit.start] + new + expected[hit.end :]
        assert changed[text.place] == expected


@settings(max_examples=30)
@given(reports(), st.sampled_from(NEW))
def test_without_hits_the_report_is_the_same(made: Report, new: str) -> None:
    assert replaced(made, (), new) is made


@settings(max_examples=30)
@given(reports(), st.sampled_from(WANTED))
def test_blocks_without_a_hit_stay_the_same_objects(made: Report, wanted: str) -> None:
    hits = find_all(made, Query(wanted))
    touched_ids = {hit.place.block for hit in hits}
    after = replaced(made, hits, "x")
    for (_, old), (_, new) in zip(every_block(made), every_block(after), strict=True):
        assert (new is old) or old.id in touched_ids


@given(runs(), st.data())
def test_letters_that_are_not_replaced_keep_their_look(made: Runs, data: st.DataObject) -> None:
    text = plain(made)
    assume(text)
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    before, new = list(looks(made)), rewritten_runs(made, [(*span, "xy") for span in spans])
    expected: list[Run] = []
    for index, look in enumerate(before):
        if any(start == index for start, _ in spans):
            expected += [look, look]
        if not any(start <= index < end for start, end in spans):
            expected.append(look)
    assert list(looks(new)) == expected


def test_the_new_words_look_as_the_first_letter_of_the_old() -> None:
    made: Runs = (Run("Công tác "), Run("Dân", bold=True), Run(" vận khéo", italic=True))
    assert rewritten_runs(made, [(9, 16, "dân tộc")]) == (
        Run("Công tác "),
        Run("dân tộc", bold=True),
        Run(" khéo", italic=True),
    )


def test_headings_captions_cells_and_bases_are_replaced_and_fields_are_not() -> None:
    made = replace(report(), legal_bases=((Run("Căn cứ mô hình"),),), subject="Mô hình")
    after = replaced(made, find_all(made, Query("mo hinh")), "điển hình")
    assert [text.text for text in texts(after) if "điển hình" in text.text] == [
        "Căn cứ điển hình",
        "điển hình",
        "DANH MỤC điển hình",
    ]
    assert after.subject == "Mô hình"
    assert after.legal_bases == ((Run("Căn cứ điển hình"),),)
    assert after.annexes[0].title == (Run("DANH MỤC điển hình"),)


def test_new_words_are_composed_and_stay_in_their_line() -> None:
    made = with_opening(paragraph(33, "một"))
    after = replaced(made, find_all(made, Query("một", exact=True)), "e\u0301\nhai")
    (block,) = after.opening
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == "é hai"


def test_last_years_paragraph_counts_as_edited() -> None:
    made = with_opening(old_text("Kết quả đạt được năm 2025"))
    after = replaced(made, find_all(made, Query("đạt được", exact=True)), "nổi bật")
    (block,) = after.opening
    assert isinstance(block, Paragraph)
    assert block.origin == Origin(2025, touched=True, found=("năm 2025",))


def test_paragraphs_that_will_count_as_edited_are_counted() -> None:
    edited = replace(old_text("một 2025"), id=36, origin=Origin(2025, touched=True))
    made = with_opening(old_text("một, một"), edited, replace(old_text("hai"), id=37))
    assert count_unedited(made, find_all(made, Query("mot"))) == 1


def test_a_remark_stays() -> None:
    made = with_opening(replace(paragraph(33, "một"), note="chờ số liệu"))
    after = replaced(made, find_all(made, Query("một", exact=True)), "hai")
    assert after.opening == (replace(paragraph(33, "hai"), note="chờ số liệu"),)


def test_what_is_computed_in_a_table_follows() -> None:
    form = next(form for form in annex_forms() if form.full_marks is not None)
    ids = iter(range(100, 1000))
    annex = new_annex(form, 2026, lambda: next(ids))
    table = next(block for block in annex.blocks if isinstance(block, Table))
    row = list(table.rows[2])
    row[3] = Cell(((Run("7777"),),))
    made = replace(
        report(), annexes=(replace(annex, blocks=(replace(table, rows=(*table.rows[:2], tuple(row))),)),)
    )
    once = replaced(made, find_all(made, Query("7777")), "3")
    again = replaced(made, find_all(made, Query("7777")), "5")
    assert sum_of(once) != sum_of(again)


def sum_of(made: Report) -> list[str]:
    """The texts of the table's rows above the one with the figure."""
    return [text.text for text in texts(made) if text.place.cell is not None and text.place.cell[0] < 2]


# ---------------------------------------------------------------------------- marks to be reviewed


def test_a_hit_on_a_mark_is_named() -> None:
    made = with_opening(old_text("Năm 2025 tăng; năm 2026 giảm"))
    hits = find_all(made, Query("202"))
    crossing = crossing_marks(made, [hit for hit in hits if hit.place.block == 33], "203")
    assert [(each.hit.start, each.mark.text) for each in crossing] == [(4, "Năm 2025")]


def test_words_beside_a_mark_may_be_replaced() -> None:
    made = with_opening(old_text("Năm 2025 tăng"))
    assert crossing_marks(made, find_all(made, Query("tang")), "giảm") == ()


def test_a_figure_that_would_grow_out_of_its_mark_is_named() -> None:
    made = with_opening(old_text("đạt 2025, tăng"))
    crossing = crossing_marks(made, find_all(made, Query(", tăng", exact=True)), "5")
    assert [each.mark.text for each in crossing] == ["2025"]


def test_a_mark_that_would_look_like_a_confirmed_one_is_named() -> None:
    block = old_text("số 2025 tăng, số 2025 giảm")
    confirmed = open_marks(block)[0].key
    origin = block.origin
    assert origin is not None
    made = with_opening(replace(block, origin=replace(origin, confirmed=(confirmed,))))
    assert len(open_marks(made.opening[0])) == 1
    crossing = crossing_marks(made, find_all(made, Query("giảm", exact=True)), "tăng,")
    assert [each.mark.text for each in crossing] == ["2025"]


@given(
    st.lists(st.sampled_from(("năm", "2025", "2024", "tăng", "số", "1")), min_size=1, max_size=12),
    st.sampled_from(("năm", "2025", "20", "tăng", "số ", "1", "0")),
    st.sampled_from(("", "5", "năm", " 2025", "hai")),
    st.booleans(),
)
def test_no_open_mark_goes_where_the_named_hits_are_left_out(
    words: list[str], wanted: str, new: str, confirm_first: bool
) -> None:
    text = " ".join(words)
    found = tuple(token.text for token in tokens(text))
    block = replace(paragraph(33, text), origin=Origin(2025, found=found))
    marks = open_marks(block)
    if marks and confirm_first and block.origin is not None:
        block = replace(block, origin=replace(block.origin, confirmed=(marks[0].key,)))
    made = with_opening(block)
    hits = [hit for hit in find_all(made, Query(wanted)) if hit.place.block == 33]
    named = {each.hit for each in crossing_marks(made, hits, new)}
    after = replaced(made, [hit for hit in hits if hit not in named], new)
    before_marks = Counter(mark.text for mark in open_marks(block))
    assert before_marks <= Counter(mark.text for mark in open_marks(after.opening[0]))
