"""Automatic numbers of sections, headings, clauses, points and annexes, and typed numbers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.model import (
    Annex,
    Block,
    Column,
    Numbering,
    Paragraph,
    Part,
    Report,
    Role,
    Run,
    Section,
    Table,
)
from danvan_desktop.report.numbering import (
    POINT_LETTERS,
    fixed_or_auto,
    number_blocks,
    parse_decimal,
    parse_point,
    parse_roman,
    point_letters,
    renumber,
    roman,
)
from danvan_desktop.report.walk import every_block
from tests.builders.strategies import reports


def auto(role: Role, level: int = 1) -> Paragraph:
    return Paragraph(1, role, level, numbering="auto")


def fixed(role: Role, number: str, level: int = 1) -> Paragraph:
    return Paragraph(1, role, level, number, "fixed")


def body(text: str = "") -> Paragraph:
    return Paragraph(1, runs=(Run(text),))


H, C, P, ITEM = auto("heading"), auto("clause"), auto("point"), Paragraph(1, "item")
H2, C2, H3 = auto("heading", 2), auto("clause", 2), auto("heading", 3)
TABLE = Table(1, (Column(),), ((None,),))


def numbers(*blocks: Block) -> list[str | None]:
    return [block.number for block in number_blocks(blocks) if isinstance(block, Paragraph)]


def report_of(*sections: Section, annexes: tuple[Annex, ...] = ()) -> Report:
    return Report("r", datetime(2025, 1, 1, tzinfo=UTC), 2025, "", sections=sections, annexes=annexes)


def test_headings_and_clauses_share_one_run() -> None:
    assert numbers(C, body(), C, H, ITEM, C) == ["1.", None, "2.", "3.", None, "4."]


def test_lower_levels_stand_under_the_last_number_above() -> None:
    assert numbers(H, H, H, H2, C2, H3, H3, H2, H, H2) == [
        *("1.", "2.", "3.", "3.1.", "3.2.", "3.2.1.", "3.2.2.", "3.3.", "4.", "4.1."),
    ]


def test_a_lower_level_with_nothing_above_never_gives_a_number_twice() -> None:
    assert numbers(H2, H2, H) == ["1.1.", "1.2.", "2."]
    assert numbers(H3, H2, H) == ["1.1.1.", "1.2.", "2."]


def test_points_take_the_letters_of_the_decree() -> None:
    given_letters = [number.rstrip(")") for number in numbers(*[P] * 23) if number]
    assert "".join(given_letters) == POINT_LETTERS
    assert not set(POINT_LETTERS) & set("fjwzăâêôơư")
    assert numbers(*[P] * 25)[-2:] == ["aa)", "ab)"]


@pytest.mark.parametrize("between", [H, C, H2], ids=["heading", "clause", "level 2"])
def test_points_begin_anew_after_a_heading_or_a_clause(between: Paragraph) -> None:
    assert numbers(P, P, between, P)[-1] == "a)"


def test_points_begin_anew_after_a_paragraph_that_announces_a_list() -> None:
    assert numbers(C, P, P, body("Hạn chế gồm: "), P, P)[-2:] == ["a)", "b)"]


@pytest.mark.parametrize("between", [body("Cụ thể."), ITEM, TABLE], ids=["body", "item", "table"])
def test_what_stands_between_two_points_belongs_to_the_upper_one(between: Block) -> None:
    assert numbers(C, P, between, P)[-1] == "b)"
    assert numbers(C, P, body("Cụ thể:"), ITEM, P)[-1] == "b)"


def test_a_fixed_number_stays_and_the_next_one_continues_from_it() -> None:
    assert numbers(C, fixed("clause", "6."), C, C) == ["1.", "6.", "7.", "8."]
    assert numbers(fixed("heading", "3.1.", 2), H2, H) == ["3.1.", "3.2.", "4."]
    assert numbers(fixed("point", "đ)"), P) == ["đ)", "e)"]
    assert numbers(H, fixed("heading", "4)", 2), H2) == ["1.", "4)", "1.5."]


def test_a_fixed_number_that_cannot_be_read_is_passed_over() -> None:
    assert numbers(C, fixed("clause", "*"), C) == ["1.", "*", "2."]
    assert numbers(P, fixed("point", "1)"), P) == ["a)", "1)", "b)"]


def test_body_text_and_items_have_no_number_and_an_unnumbered_heading_is_not_counted() -> None:
    stray: tuple[Paragraph, ...] = (
        Paragraph(1, "body", 1, "1.", "fixed"),
        Paragraph(2, "item", 1, None, "auto"),
    )
    assert number_blocks(stray) == (Paragraph(1), Paragraph(2, "item"))
    assert numbers(replace(H, numbering="none", number="9."), H) == [None, "1."]


def test_sections_run_in_roman_numbers_and_begin_anew_at_each_part() -> None:
    part = Part("Phần II")
    sections = [
        Section(1),
        Section(2),
        Section(3, number="V.", numbering="fixed"),
        Section(4),
        Section(5, part=part),
    ]
    report = renumber(report_of(*sections))
    assert [section.number for section in report.sections] == ["I.", "II.", "V.", "VI.", "I."]


def test_numbers_of_blocks_begin_anew_in_each_section() -> None:
    report = renumber(report_of(Section(1, blocks=(H, H)), Section(2, blocks=(C,))))
    assert [block.number for _, block in every_block(report) if isinstance(block, Paragraph)] == [
        "1.",
        "2.",
        "1.",
    ]


def test_a_single_annex_has_no_number_and_two_have_roman_ones() -> None:
    assert [annex.number for annex in renumber(report_of(annexes=(Annex(1, "I"),))).annexes] == [None]
    assert [annex.number for annex in renumber(report_of(annexes=(Annex(1), Annex(2)))).annexes] == [
        "I",
        "II",
    ]


@settings(max_examples=50)
@given(report=reports())
def test_renumbering_twice_is_renumbering_once(report: Report) -> None:
    once = renumber(report)
    assert renumber(once) is once


def _shown(report: Report) -> list[str | None]:
    numbered = [*report.sections, *report.annexes, *(block for _, block in every_block(report))]
    return [part.number for part in numbered if isinstance(part, Section | Annex | Paragraph)]


@settings(max_examples=50)
@given(report=reports())
def test_adopting_numbers_changes_none_of_them_and_renumbering_then_changes_none_either(
    report: Report,
) -> None:
    adopted = fixed_or_auto(report)

    assert _shown(adopted) == _shown(report)
    assert renumber(adopted) is adopted
    assert fixed_or_auto(adopted) is adopted


@settings(max_examples=50)
@given(report=reports())
def test_automatic_numbers_are_adopted_as_automatic(report: Report) -> None:
    def automatic(numbering: Numbering) -> Numbering:
        return "auto" if numbering == "fixed" else numbering

    def freed(block: Block) -> Block:
        return replace(block, numbering=automatic(block.numbering)) if isinstance(block, Paragraph) else block

    numbered = renumber(
        replace(
            report,
            opening=tuple(map(freed, report.opening)),
            sections=tuple(
                replace(s, numbering=automatic(s.numbering), blocks=tuple(map(freed, s.blocks)))
                for s in report.sections
            ),
            closing=tuple(map(freed, report.closing)),
            annexes=(),
        )
    )

    assert fixed_or_auto(numbered) == numbered


def test_importers_get_fixed_only_where_the_run_is_broken() -> None:
    read = [fixed("clause", number) for number in ("1.", "2.", "4.", "5.")]
    adopted = fixed_or_auto(report_of(Section(1, number="I.", numbering="fixed", blocks=tuple(read))))

    section = adopted.sections[0]
    assert section.numbering == "auto"
    assert [b.numbering for b in section.blocks if isinstance(b, Paragraph)] == [
        "auto",
        "auto",
        "fixed",
        "auto",
    ]


@given(n=st.integers(1, 3999))
def test_roman_numbers_come_back(n: int) -> None:
    assert parse_roman(roman(n) + ".") == n


@given(n=st.integers(1, 12_000))
def test_point_letters_come_back(n: int) -> None:
    assert parse_point(point_letters(n) + ")") == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        *(("IV-", 4), ("XL /", 40), ("IIII.", None), ("", None), ("A.", None)),
        *(("MMMCMXCIX", 3999), ("MMMDCCCLXXXVIII", 3888), ("MMMM", None)),
    ],
)
def test_roman_numbers_are_read_strictly(text: str, n: int | None) -> None:
    assert parse_roman(text) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("3.1.", (3, 1)),
        ("12)", (12,)),
        ("3.", (3,)),
        ("0.", None),
        ("3..1", None),
        ("x", None),
        ("1.2.3.4.", (1, 2, 3, 4)),
        ("1.2.3.4.5.", None),
    ],
)
def test_decimal_numbers_are_read_strictly(text: str, n: tuple[int, ...] | None) -> None:
    assert parse_decimal(text) == n


def test_a_typed_number_of_its_own_level_alone_goes_on_below_the_numbers_above_it() -> None:
    assert numbers(H, H2, fixed("heading", "7.", 3), H3, H2) == ["1.", "1.1.", "7.", "1.1.8.", "1.2."]


@pytest.mark.parametrize("part", ["opening", "closing", "section", "annex"])
def test_numbers_that_are_adopted_stay_as_they_are_in_every_part(part: str) -> None:
    blocks = (auto("clause"), fixed("clause", "5."), auto("point"))
    shown = tuple(
        replace(block, number=number, numbering="auto")
        for block, number in zip(blocks, ("3.", "5.", "b)"), strict=True)
    )
    report = {
        "opening": replace(report_of(), opening=shown),
        "closing": replace(report_of(), closing=shown),
        "section": report_of(Section(1, blocks=shown)),
        "annex": report_of(annexes=(Annex(1, blocks=shown),)),
    }[part]
    adopted = [block for _, block in every_block(fixed_or_auto(report)) if isinstance(block, Paragraph)]
    assert [(block.number, block.numbering) for block in adopted] == [
        *(("3.", "fixed"), ("5.", "fixed"), ("b)", "fixed")),
    ]


def test_a_section_in_which_no_number_changes_is_the_same_object() -> None:
    first, second = Section(1, blocks=(C,)), Section(2, blocks=(replace(C, id=2),))
    report = renumber(report_of(first, second))
    edited = replace(report, sections=(replace(report.sections[0], blocks=(C, C)), report.sections[1]))
    assert renumber(edited).sections[1] is report.sections[1]


def test_five_thousand_blocks_are_numbered_in_a_moment_and_nothing_changed_is_the_same_object() -> None:
    report = renumber(report_of(Section(1, blocks=tuple(replace(C, id=n) for n in range(2, 5000)))))
    assert renumber(report) is report
    assert report.sections[0].blocks[-1] == Paragraph(4999, "clause", 1, "4998.", "auto")
