"""Findings of a moment ago seen from the report as it stands now."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.checks import Finding
from danvan_desktop.checks.standing import (
    are_alike,
    count_grave,
    in_reading_order,
    nearest,
    not_passed_over,
    passed_over,
    still_there,
    tab_of,
    tabs_of_blocks,
    told_once,
)
from danvan_desktop.report.find.texts import TextPlace
from danvan_desktop.report.model import Paragraph, PassedOver, Report, Run
from tests.builders import samples

SAMPLE = samples.report()
AT = TextPlace("opening", 900)


def report(text: str) -> Report:
    return replace(SAMPLE, opening=(Paragraph(900, runs=(Run(text),)),), next_id=999)


def slip(found: str, start: int, *, at: TextPlace = AT, suggestion: str = "x") -> Finding:
    end = start + len(found)
    return Finding("misspelt", "proof", "block:900", "?", found, suggestion, at=at, start=start, end=end)


def test_words_that_moved_are_found_where_they_are_now() -> None:
    (moved,) = still_there(report("Nay tham mư cho tỉnh"), [slip("mư", 5)])

    assert (moved.start, moved.end) == (9, 11)


def test_the_nearest_of_several_is_meant() -> None:
    assert nearest("mư mư mư", "mư", 4) == 3
    assert nearest("mư mư mư", "mư", 7) == 6


def test_what_was_typed_over_is_left_out() -> None:
    assert still_there(report("Nay tham mưu cho tỉnh".replace("mưu", "dự")), [slip("mư", 5)]) == ()
    assert still_there(SAMPLE, [slip("mư", 5)]) == ()


def test_what_is_about_no_words_stays() -> None:
    whole = Finding("warning", "outline", "", "Thiếu mục.")

    assert still_there(SAMPLE, [whole]) == (whole,)


@given(st.text("ab ", max_size=20), st.text("ab", min_size=1, max_size=2), st.integers(0, 25))
def test_where_words_are_found_they_stand(text: str, words: str, start: int) -> None:
    place = nearest(text, words, start)

    assert (place < 0) == (words not in text)
    assert place < 0 or text.startswith(words, place)


def test_what_is_passed_over_covers_its_like_and_nothing_else() -> None:
    heading = Finding("warning", "empty", "section:3", "Trống.")
    passed = (passed_over(slip("mư", 5)), passed_over(heading))

    assert passed == (PassedOver("proof", "mư"), PassedOver("empty", "", "section:3"))
    assert not_passed_over([slip("mư", 40), heading], passed) == ()
    others = (slip("tiệt", 5), replace(heading, place="section:4"), replace(slip("mư", 5), rule="spaces"))
    assert not_passed_over(others, passed) == others


def test_findings_are_alike_where_one_thing_sets_them_right() -> None:
    assert are_alike(slip("mư", 5), slip("mư", 9))
    assert not are_alike(slip("mư", 5), slip("mư", 5, suggestion="mưa"))
    assert not are_alike(slip("mư", 5, suggestion=""), slip("mư", 9, suggestion=""))


def test_findings_stand_in_reading_order_the_whole_report_first() -> None:
    text = report("mư và mư")
    whole = Finding("warning", "outline", "", "Thiếu mục.")
    found = (slip("mư", 6), slip("mư", 0), whole)

    assert in_reading_order(text, found) == (whole, found[1], found[0])


def test_a_finding_belongs_to_a_tab() -> None:
    tabs = tabs_of_blocks(SAMPLE)
    section = SAMPLE.sections[1]
    assert tab_of(slip("mư", 0), tabs) == "opening"
    assert tab_of(Finding("warning", "x", "section:3", "?"), tabs) == "section:3"
    assert tab_of(Finding("warning", "x", "letterhead.agency", "?"), tabs) == "general"
    assert (
        tab_of(Finding("warning", "x", f"block:{section.blocks[2].id}", "?"), tabs) == f"section:{section.id}"
    )
    assert tab_of(Finding("warning", "x", "block:9999", "?"), tabs) == ""


def test_the_first_page_counts_what_is_wrong_and_not_what_may_be_looked_at() -> None:
    levels = ("error", "misspelt", "warning", "info", "doubtful")

    assert count_grave(replace(slip("a", 0), level=level) for level in levels) == 2  # type: ignore[arg-type]


def test_what_is_about_a_heading_stands_where_the_heading_does() -> None:
    section = SAMPLE.sections[1]
    first, third = (Finding("warning", "x", f"block:{section.blocks[at].id}", "?") for at in (0, 2))
    after = Finding("warning", "x", f"section:{SAMPLE.sections[2].id}", "?")

    assert in_reading_order(SAMPLE, [after, third, first]) == (first, third, after)


def test_a_slip_is_told_once_where_a_rule_of_more_words_sets_it_right_too() -> None:
    named = Finding(
        "warning", "spelling-list", "block:900", "?", "UBND tinh", "UBND tỉnh", at=AT, start=4, end=13
    )
    same, other = slip("tinh", 9, suggestion="tỉnh"), slip("tinh", 30, suggestion="tỉnh")
    unlike = slip("tinh", 9, suggestion="tin")

    assert told_once([named, same, other, unlike]) == (named, other, unlike)
