"""Comparison: equal reports give nothing; what changed is named for what it is; ids first, then words."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.diff.compare import compare
from danvan_desktop.report.diff.fields import FieldChange
from danvan_desktop.report.diff.model import BlockChange, ReportDiff, TabChange
from danvan_desktop.report.model import Block, Origin, Paragraph, Report, Run, Section, plain
from danvan_desktop.report.numbering import renumber
from tests.builders.report_edits import edited
from tests.builders.reports import block, office_report
from tests.builders.strategies import reports

SENTENCES = (
    "Văn phòng đã tham mưu ban hành kế hoạch công tác dân vận chính quyền.",
    "Các phòng chuyên môn thực hiện tốt quy chế dân chủ ở cơ sở trong năm.",
    "Công tác tiếp công dân được duy trì thường xuyên, đúng quy định.",
    "Phong trào thi đua “Dân vận khéo” có thêm ba mô hình mới.",
)


def report_of(*sections: tuple[Block, ...]) -> Report:
    made = tuple(
        Section(100 + index, number=None, title=(Run(f"MỤC {index}"),), blocks=blocks)
        for index, blocks in enumerate(sections)
    )
    return renumber(office_report("Hương Giang", sections=made, next_id=200))


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(block(number, text) for number, text in enumerate(texts, start=1))


def reworded(block: Block, text: str) -> Block:
    assert isinstance(block, Paragraph)
    return replace(block, runs=(Run(text),))


def kinds(diff: ReportDiff) -> list[str]:
    return [change.kind for change in diff.shown if isinstance(change, BlockChange | TabChange)]


@settings(max_examples=40)
@given(reports())
def test_equal_reports_give_nothing(report: Report) -> None:
    diff = compare(report, report)
    assert diff.changes == ()
    assert [row.change for tab in diff.tabs for row in tab.rows if row.change is not None] == []


@settings(max_examples=40)
@given(reports(), st.randoms(use_true_random=False))
def test_every_block_stands_once_in_the_rows_of_its_side(report: Report, dice: Random) -> None:
    old = renumber(report)
    new = edited(old, dice, times=6)
    diff = compare(old, new)
    for side, whole in (("old", old), ("new", new)):
        shown = [each.id for tab in diff.tabs for row in tab.rows for each in getattr(row, side)]
        there = [each.id for each in whole.opening]
        there += [each.id for part in whole.sections for each in part.blocks]
        there += [each.id for each in whole.closing]
        there += [each.id for part in whole.annexes for each in part.blocks]
        assert sorted(shown) == sorted(there)


def test_a_word_that_was_typed_changes_its_paragraph_only() -> None:
    old = report_of(paragraphs(*SENTENCES))
    new = report_of(paragraphs(SENTENCES[0], SENTENCES[1] + " Tốt.", *SENTENCES[2:]))
    (change,) = compare(old, new).changes
    assert isinstance(change, BlockChange)
    assert (change.kind, change.old_tab) == ("changed", "section:100")
    assert change.aspects == {"words"}


def test_a_paragraph_that_went_to_another_tab_is_moved() -> None:
    first, second, third, fourth = paragraphs(*SENTENCES)
    old, new = report_of((first, second, third), (fourth,)), report_of((first, third), (fourth, second))
    (change,) = compare(old, new).changes
    assert isinstance(change, BlockChange)
    assert (change.kind, change.old_tab, change.new_tab) == ("moved", "section:100", "section:101")


def test_of_two_that_changed_places_the_shorter_one_has_moved() -> None:
    short, long = block(1, "Ngắn."), block(2, SENTENCES[0])
    (change,) = compare(report_of((short, long)), report_of((long, short))).changes
    assert isinstance(change, BlockChange)
    assert (change.kind, change.old) == ("moved", (short,))


def test_a_paragraph_that_was_split_is_one_change() -> None:
    whole = f"{SENTENCES[0]} {SENTENCES[1]}"
    old = report_of((block(1, whole), block(2, SENTENCES[2])))
    new = report_of((block(1, SENTENCES[0]), block(9, SENTENCES[1]), block(2, SENTENCES[2])))
    (change,) = compare(old, new).changes
    assert isinstance(change, BlockChange)
    assert (change.kind, [each.id for each in change.new]) == ("split", [1, 9])


def test_the_piece_before_the_cursor_may_be_the_new_one() -> None:
    old = report_of((block(1, f"{SENTENCES[0]} {SENTENCES[1]}"),))
    new = report_of((block(9, SENTENCES[0]), block(1, SENTENCES[1])))
    assert kinds(compare(old, new)) == ["split"]


def test_two_that_became_one_are_merged() -> None:
    old = report_of(paragraphs(*SENTENCES[:3]))
    new = report_of((block(1, f"{SENTENCES[0]} {SENTENCES[1]}"), block(3, SENTENCES[2])))
    (change,) = compare(old, new).changes
    assert isinstance(change, BlockChange)
    assert (change.kind, [each.id for each in change.old]) == ("merged", [1, 2])


def test_a_new_paragraph_beside_a_changed_one_is_no_piece_of_it() -> None:
    old = report_of(paragraphs(SENTENCES[0]))
    new = report_of((block(1, SENTENCES[0] + " Kết quả tốt."), block(2, SENTENCES[1])))
    assert sorted(kinds(compare(old, new))) == ["added", "changed"]


def test_numbers_that_follow_are_no_change_to_be_shown() -> None:
    numbered = [block(1, SENTENCES[0], "heading", "1."), block(2, SENTENCES[1], "heading", "2.")]
    old, new = report_of(tuple(numbered)), report_of(tuple(numbered[1:]))
    diff = compare(old, new)
    assert len(diff.changes) == 2
    assert kinds(diff) == ["removed"]


def test_what_only_marks_as_looked_at_is_not_shown() -> None:
    old = report_of((Paragraph(1, runs=(Run("Câu."),), origin=Origin(2024)),))
    new = report_of((Paragraph(1, runs=(Run("Câu."),), origin=Origin(2024, touched=True)),))
    assert compare(old, new).shown == ()


def test_bold_letters_are_a_change_of_looks() -> None:
    old = report_of((block(1, "Một câu."),))
    new = report_of((Paragraph(1, runs=(Run("Một "), Run("câu", bold=True), Run("."))),))
    (change,) = compare(old, new).changes
    assert isinstance(change, BlockChange)
    assert change.aspects == {"looks"}


def test_fields_are_named_one_by_one() -> None:
    old = report_of(())
    new = replace(old, subject="Khác", letterhead=replace(old.letterhead, agency="Sở"), recipients=("A",))
    changes = [change for change in compare(old, new).changes if isinstance(change, FieldChange)]
    assert [(change.name, change.new) for change in changes] == [
        ("subject", "Khác"),
        ("letterhead.agency", "Sở"),
        ("recipients", ("A",)),
    ]


def test_what_the_program_keeps_for_itself_is_not_shown() -> None:
    old = report_of(())
    assert compare(old, replace(old, next_id=500)).shown == ()


def test_a_section_that_is_gone_is_one_change_whatever_stood_in_it() -> None:
    old = report_of(paragraphs(*SENTENCES[:2]), (block(7, SENTENCES[2]),))
    new = replace(old, sections=old.sections[1:])
    diff = compare(old, renumber(new))
    assert kinds(diff) == ["removed"]


def test_a_block_that_was_saved_from_a_section_that_is_gone_has_moved() -> None:
    old = report_of(paragraphs(*SENTENCES[:2]), (block(7, SENTENCES[2]),))
    (kept,) = old.sections[1:]
    saved = old.sections[0].blocks[1]
    new = renumber(replace(old, sections=(replace(kept, blocks=(*kept.blocks, saved)),)))
    assert sorted(kinds(compare(old, new))) == ["moved", "removed"]


def test_of_sections_in_another_order_the_lighter_one_has_moved() -> None:
    old = report_of(paragraphs(*SENTENCES[:3]), (block(7, SENTENCES[3]),))
    new = renumber(replace(old, sections=old.sections[::-1]))
    (change,) = [each for each in compare(old, new).shown if isinstance(each, TabChange)]
    assert (change.kind, change.old) == ("moved", replace(old.sections[1], blocks=()))


def anew(report: Report, start: int = 1000) -> Report:
    """All ids minted anew, as by a way through a program that knows none."""
    sections = []
    for part in report.sections:
        blocks = []
        for each in part.blocks:
            start += 1
            blocks.append(replace(each, id=start))
        sections.append(replace(part, id=start + 5000, blocks=tuple(blocks)))
    return replace(report, id="another", sections=tuple(sections), next_id=9000)


def test_without_ids_the_words_tell_which_is_which() -> None:
    old = report_of(paragraphs(*SENTENCES[:3]), (block(7, SENTENCES[3]),))
    new = anew(old)
    first, second = new.sections
    typed = reworded(first.blocks[1], SENTENCES[1].replace("trong năm", "suốt năm"))
    new = replace(new, sections=(replace(first, blocks=(first.blocks[0], typed, first.blocks[2])), second))
    shown = [change for change in compare(old, new).shown if not isinstance(change, FieldChange)]
    assert [type(change) for change in shown] == [BlockChange]
    assert isinstance(shown[0], BlockChange)
    assert (shown[0].kind, shown[0].old[0].id) == ("changed", 2)


def test_without_ids_a_block_far_away_is_known_by_its_words() -> None:
    old = report_of(paragraphs(*SENTENCES[:3]), (block(7, SENTENCES[3]),))
    new = anew(old)
    first, second = new.sections
    moved = reworded(first.blocks[0], SENTENCES[0] + " Nay.")
    new = replace(
        new,
        sections=(
            replace(first, blocks=first.blocks[1:]),
            replace(second, blocks=(*second.blocks, moved)),
        ),
    )
    assert kinds(compare(old, new)) == ["moved"]


def test_without_ids_what_was_rewritten_in_its_place_is_one_change() -> None:
    old = report_of(paragraphs(*SENTENCES[:3]))
    new = anew(old)
    (part,) = new.sections
    rewritten = reworded(part.blocks[1], "Hoàn toàn khác.")
    new = replace(new, sections=(replace(part, blocks=(part.blocks[0], rewritten, part.blocks[2])),))
    assert kinds(compare(old, new)) == ["changed"]


def test_with_ids_what_has_no_word_in_common_came_and_went() -> None:
    old = report_of(paragraphs(*SENTENCES[:2]))
    new = report_of((block(1, SENTENCES[0]), block(9, "Hoàn toàn khác.")))
    assert sorted(kinds(compare(old, new))) == ["added", "removed"]


def test_of_near_duplicates_each_keeps_its_own_partner() -> None:
    texts = [f"Phòng {number} đã hoàn thành kế hoạch công tác dân vận năm." for number in range(30)]
    old = report_of(paragraphs(*texts))
    new = anew(old)
    (part,) = new.sections
    blocks = [
        replace(each, runs=(Run(plain(each.runs) + " Tốt."),))
        for each in part.blocks
        if isinstance(each, Paragraph)
    ]
    diff = compare(old, replace(new, sections=(replace(part, blocks=tuple(blocks)),)))
    pairs = [(change.old[0].id, change.new[0].id) for change in diff.shown if isinstance(change, BlockChange)]
    assert pairs == [(number, 1000 + number) for number in range(1, 31)]
