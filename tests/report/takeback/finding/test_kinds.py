"""A heading promoted or demoted is a change of its level; numbers that follow by themselves are none."""

from dataclasses import replace

from danvan_desktop.report.model import Paragraph, Report, Run, Section
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.takeback.change_text import change_text
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.model import ReturnedFile
from tests.builders.reports import block, report
from tests.builders.returned_files import as_returned

BASE: Report = renumber(
    report(
        (),
        (
            Section(
                1,
                "implementation",
                "I.",
                title=(Run("KẾT QUẢ THỰC HIỆN"),),
                blocks=(
                    block(2, "Xây dựng mô hình", "heading", "1."),
                    block(3, "Đăng ký mô hình", "heading", "1.1.", level=2),
                    block(4, "Lồng ghép với an sinh xã hội", "heading", "1.2.", level=2),
                    block(5, "Ủng hộ 248 triệu đồng."),
                    block(6, "Cải cách hành chính", "heading", "2."),
                ),
            ),
        ),
        next_id=20,
    )
)
SENT = as_returned(BASE)


def back(*said: tuple[int, str, int]) -> ReturnedFile:
    """The file in which blocks have another number and the style of another level."""
    blocks = list(SENT.blocks)
    for identifier, label, level in said:
        at = next(n for n, each in enumerate(blocks) if identifier in {mark.id for mark in each.marks})
        blocks[at] = replace(blocks[at], label=label, level=level)
    return replace(SENT, blocks=tuple(blocks))


def compared(file: ReturnedFile) -> TakeBackPlan:
    return compare(BASE, BASE, SENT, file)


def headings(made: Report) -> list[tuple[int, str | None, int, str]]:
    return [
        (each.id, each.number, each.level, each.numbering)
        for each in made.sections[0].blocks
        if isinstance(each, Paragraph) and each.role == "heading"
    ]


def test_a_heading_that_was_promoted_is_one_change_and_the_number_after_it_none() -> None:
    comparison = compared(back((4, "2.", 1), (6, "3.", 1)))
    (change,) = comparison.changes
    assert (change.kind, change.blocks) == ("kind", (4,))
    assert change_text(change, comparison) == "“Lồng ghép với an sinh xã hội”: đề mục 1.2. → đề mục 2."
    assert comparison.noise == (("renumbered", 1),)
    made = merged(BASE, BASE, comparison, frozenset({1}))
    assert headings(made) == [
        (2, "1.", 1, "auto"),
        (3, "1.1.", 2, "auto"),
        (4, "2.", 1, "auto"),
        (6, "3.", 1, "auto"),
    ]
    assert compare(BASE, made, SENT, back((4, "2.", 1), (6, "3.", 1))).changes[0].is_done


def test_a_heading_that_was_demoted_is_one_change() -> None:
    comparison = compared(back((6, "1.3.", 2)))
    assert [(each.kind, each.blocks) for each in comparison.changes] == [("kind", (6,))]
    assert headings(merged(BASE, BASE, comparison, frozenset({1})))[-1] == (6, "1.3.", 2, "auto")


def test_the_style_of_another_level_alone_is_no_proof() -> None:
    assert compared(back((4, "1.2.", 1))).changes == ()


def test_another_number_alone_is_a_number_of_its_own() -> None:
    assert [each.kind for each in compared(back((4, "2.", 2))).changes] == ["number"]
