"""Hits are found in every part of a report, in reading order, with the words around them."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.find.find import Hit, find, find_all, first_of_terms
from danvan_desktop.report.find.matcher import Matcher, Query
from danvan_desktop.report.find.texts import PlacedText, TextPlace, texts
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.utf16 import utf16_slice
from tests.builders.samples import paragraph, report
from tests.builders.strategies import reports


def hit(text: str, words: str) -> Hit:
    """The first hit of ``words`` in a text."""
    start = text.index(words)
    return Hit(PlacedText(TextPlace("opening", 1), text), start, start + len(words))


def test_all_tabs_are_looked_through_in_their_order() -> None:
    hits = find_all(report(), Query("mo hinh"))
    assert [(each.place.tab, each.place.block, each.place.cell, each.words) for each in hits] == [
        ("section:2", 17, (1, 1, 0), "Mô hình"),
        ("annexes", 0, None, "MÔ HÌNH"),
    ]


def test_the_first_hits_come_before_the_rest_is_looked_through() -> None:
    pieces = find(texts(report()), Matcher(Query("van phong")))
    first = next(hits for hits in pieces if hits)
    assert first[0].place == TextPlace("general", field="letterhead.agency")
    assert any(hits for hits in pieces)


def test_hits_of_one_text_are_counted() -> None:
    made = replace(report(), opening=(paragraph(33, "một, một, một"),))
    assert [each.ordinal for each in find_all(made, Query("một", exact=True)) if each.place.block == 33] == [
        0,
        1,
        2,
    ]


@settings(max_examples=30)
@given(reports(), st.sampled_from(("a", "van", "so", "2021", " ")))
def test_each_hit_is_the_words_at_its_place(made: Report, wanted: str) -> None:
    by_place = {text.place: text.text for text in texts(made)}
    for each in find_all(made, Query(wanted)):
        text = by_place[each.place]
        assert text[each.start : each.end] == each.words
        start, length = each.span()
        assert utf16_slice(text, start, start + length) == each.words
        assert text.startswith(each.before(len(text))) and text.endswith(each.after(len(text)))  # noqa: PT018 - both ends


def test_the_span_counts_as_qt_does() -> None:
    assert hit("📎 dân", "dân").span() == (3, 3)


def test_the_words_around_begin_and_end_with_a_word() -> None:
    found = hit("Các cơ quan phối hợp vận động nhân dân tham gia", "vận động")
    assert found.before(14) == "…phối hợp "
    assert found.after(11) == " nhân dân…"
    assert found.before(100) == "Các cơ quan phối hợp "
    assert found.after(100) == " nhân dân tham gia"


def test_of_a_search_in_the_list_the_words_side_by_side_are_shown_first() -> None:
    opening = (paragraph(33, "vận động dân"), paragraph(36, "công tác dân vận"))
    shown = first_of_terms(replace(report(), subject="", opening=opening), ["dan", "van"])
    assert shown is not None
    assert (shown.place.block, shown.words) == (36, "dân vận")


def test_else_the_rarest_of_them_beside_the_others() -> None:
    opening = (paragraph(33, "hội nghị"), paragraph(36, "hội thi"), paragraph(37, "thi hành; thi đua, hội"))
    made = replace(report(), subject="", sections=(), annexes=(), closing=(), opening=opening)
    shown = first_of_terms(made, ["hoi", "dua"])
    assert shown is not None
    assert (shown.place.block, shown.words) == (37, "đua")


def test_what_only_the_name_in_the_list_has_is_shown_nowhere() -> None:
    assert first_of_terms(report(), ["khongco"]) is None
