"""A part that a department writes: what goes out, and that its return changes that part and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from docx.document import Document as WordFile

from danvan_desktop.exporters import word_file
from danvan_desktop.report.model import Paragraph, Report, Run, plain
from danvan_desktop.report.takeback.compare import compare, merged, seen_from
from danvan_desktop.report.takeback.contribution import (
    OUTSIDE,
    PartRequest,
    ids_of,
    only_concerning,
    part_of,
    portions,
    with_hints,
    without_hints,
)
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.walk import every_block
from tests.builders.edited_word_file import Edit, replaced, sent_back, with_paragraph, without
from tests.builders.returned_files import read_docx

REQUEST = PartRequest(
    "Phòng Tổng hợp", date(2025, 12, 5), "Nêu số liệu đến hết tháng 11.\n\nKhông quá 1 trang."
)
MODELS, ASSESSMENT = 21, 35
"""In our sample the khoản "3. Xây dựng mô hình" of Mục II, and Mục III."""

Portioned = Callable[..., tuple[TakeBackPlan, Report]]


def text_of(report: Report, block: int) -> str:
    found = next(each for _, each in every_block(report) if each.id == block)
    assert isinstance(found, Paragraph)
    return plain(found.runs)


@pytest.fixture
def returned(sample: Report) -> Portioned:
    """Return a function: the plan for what a department made of its part, and the part."""

    def compared(chosen: set[int], *edits: Edit, ours: Report = sample) -> tuple[TakeBackPlan, Report]:
        ids = ids_of(sample, chosen)
        part = part_of(sample, ids, REQUEST)
        docx = word_file(part, is_part=True)
        plan = compare(part, ours, read_docx(docx), read_docx(sent_back(docx, edits)))
        return only_concerning(plan, ids), part

    return compared


def test_sections_clauses_and_annexes_can_be_given_away(sample: Report) -> None:
    listed = {each.id: (each.depth, each.text) for each in portions(sample)}
    assert listed[ASSESSMENT] == (0, "III. ĐÁNH GIÁ CHUNG")
    assert listed[MODELS] == (1, "3. Xây dựng mô hình “Dân vận khéo”")
    assert listed[24] == (2, "3.2. Một số mô hình tiêu biểu")
    assert [text for depth, text in listed.values() if not depth][-1].startswith("Phụ lục")


def test_a_clause_holds_all_that_stands_under_it(sample: Report) -> None:
    assert ids_of(sample, {MODELS}) == set(range(21, 30))
    assert ids_of(sample, {24}) == {24, 25, 26, 27}
    assert ids_of(sample, {ASSESSMENT}) == set(range(35, 48))


def test_the_part_has_the_request_on_top_and_the_headings_above_it(sample: Report) -> None:
    part = part_of(sample, ids_of(sample, {24}), REQUEST)
    assert [plain(block.runs) for block in part.opening if isinstance(block, Paragraph)] == [
        "Đề nghị Phòng Tổng hợp viết phần dưới đây, ngay trong tệp này, rồi gửi lại trước ngày 05/12/2025.",
        "Nêu số liệu đến hết tháng 11.",
        "Không quá 1 trang.",
    ]
    (section,) = part.sections
    assert (section.number, [block.id for block in section.blocks]) == ("II.", [21, 24, 25, 26, 27])
    assert part.addressees == ("Phòng Tổng hợp",)
    assert part.id == sample.id
    assert not {block.id for block in part.opening} & {block.id for _, block in every_block(sample)}


def test_its_word_file_bears_no_signing_block(sample: Report) -> None:
    part = part_of(sample, ids_of(sample, {24}), REQUEST)
    content = word_file(part, is_part=True)
    words: list[str] = []

    def look(file: WordFile) -> None:
        words.extend(each.text for each in file.paragraphs)
        words.extend(cell.text for table in file.tables for row in table.rows for cell in row.cells)

    sent_back(content, [look])
    text = "\n".join(words)
    assert "Kính gửi: Phòng Tổng hợp" in text
    assert "Nơi nhận" not in text
    assert "./." not in text


def test_sent_back_unedited_it_changes_nothing(returned: Portioned) -> None:
    for chosen in ({MODELS}, {24}, {ASSESSMENT}, {2, 48}):
        plan, _ = returned(chosen)
        assert (plan.changes, plan.left) == ((), ())


def test_what_the_department_wrote_goes_into_its_part(returned: Portioned, sample: Report) -> None:
    plan, part = returned(
        {MODELS},
        replaced("Năm 2025, các phòng", "06 mô hình", "09 mô hình"),
        with_paragraph("Công chức, viên chức", "Phòng đã tặng 15 phần quà."),
    )
    assert [change.kind for change in plan.changes] == ["edit", "insert"]
    result = merged(part, sample, plan, frozenset({1, 2}))
    assert "09 mô hình" in text_of(result, 23)
    section = result.sections[1]
    place = [block.id for block in section.blocks].index(29)
    new = section.blocks[place + 1]
    assert isinstance(new, Paragraph)
    assert plain(new.runs) == "Phòng đã tặng 15 phần quà."
    assert section.blocks[place + 2].id == 30
    untouched = (*result.sections[:1], *result.sections[2:])
    assert untouched == (*sample.sections[:1], *sample.sections[2:])
    assert (result.opening, result.closing, result.recipients) == (
        sample.opening,
        sample.closing,
        sample.recipients,
    )


def test_the_request_that_was_taken_out_is_no_change_and_words_beside_the_part_are_named(
    returned: Portioned,
) -> None:
    plan, _ = returned(
        {24},
        without("Nêu số liệu"),
        replaced("3. Xây dựng mô hình", "Xây dựng", "Xây dựng, nhân rộng"),
        with_paragraph("Không quá 1 trang.", "Phòng chưa có số liệu tháng 11."),
    )
    assert plan.changes == ()
    assert dict(plan.noise)[OUTSIDE] == 1
    said = " ".join(each.text for each in plan.left)
    assert "nhân rộng" in said
    assert "Phòng chưa có số liệu tháng 11." in said


def test_what_was_typed_meanwhile_stays_and_the_same_place_is_a_conflict(
    returned: Portioned, sample: Report
) -> None:
    def typed(block: object) -> object:
        if isinstance(block, Paragraph) and block.id == 23:
            return replace(block, runs=(Run(plain(block.runs).replace("06 mô hình", "07 mô hình")),))
        if isinstance(block, Paragraph) and block.id == 15:
            return replace(block, runs=(*block.runs, Run(" Thêm một câu.")))
        return block

    section = sample.sections[1]
    changed = replace(section, blocks=tuple(map(typed, section.blocks)))  # type: ignore[arg-type]  # blocks
    ours = replace(sample, sections=(sample.sections[0], changed, *sample.sections[2:]))
    plan, part = returned(
        {MODELS},
        replaced("Năm 2025, các phòng", "06 mô hình", "09 mô hình"),
        replaced("Công chức, viên chức", "248 triệu", "260 triệu"),
        ours=ours,
    )
    assert [bool(change.conflict) for change in plan.changes] == [True, False]
    result = merged(part, ours, plan, frozenset({2}))
    assert "07 mô hình" in text_of(result, 23)
    assert "260 triệu" in text_of(result, 29)
    assert text_of(result, 15).endswith("Thêm một câu.")
    assert [change.is_done for change in seen_from(part, result, plan).changes] == [False, True]


@pytest.mark.parametrize("chosen", [{2}, {14, 24}, {21, 36}, {ASSESSMENT, 48}], ids=str)
def test_nothing_outside_the_part_is_ever_changed(
    returned: Portioned, sample: Report, chosen: set[int]
) -> None:
    def retype(file: WordFile) -> None:
        for each in file.paragraphs:
            if len(each.text) > 40 and each.runs:
                each.runs[-1].text = f"{each.runs[-1].text.rstrip('.;')}, phòng bổ sung."

    ids = ids_of(sample, chosen)
    plan, part = returned(chosen, retype)
    result = merged(part, sample, plan, frozenset(change.n for change in plan.changes))
    before, after = ({block.id: block for _, block in every_block(each)} for each in (sample, result))
    assert {each for each in before if before[each] != after[each]} == {
        change.blocks[0] for change in plan.changes
    }
    assert {change.blocks[0] for change in plan.changes} <= ids
    assert len(plan.changes) > 2


HINT = "Nêu số mô hình đã đăng ký, số được công nhận."
SHOWN = "(Nêu số mô hình đã đăng ký, số được công nhận.)"
EMPTY = 23
"""In our sample what stands under "3.1. Đăng ký và công nhận mô hình"."""


@pytest.fixture
def begun(sample: Report) -> Report:
    """Return the report as it is begun from an outline: a paragraph is empty, and has a hint."""

    def emptied(block: object) -> object:
        if isinstance(block, Paragraph) and block.id == EMPTY:
            return replace(block, runs=(), hint=HINT, origin=None)
        return block

    section = sample.sections[1]
    changed = replace(section, blocks=tuple(map(emptied, section.blocks)))  # type: ignore[arg-type]  # blocks
    return replace(sample, sections=(sample.sections[0], changed, *sample.sections[2:]))


def written(report: Report, *edits: Edit) -> tuple[TakeBackPlan, Report]:
    """What comes of the khoản after a department edited it: its changes, and the report with all of them."""
    ids = ids_of(report, {MODELS})
    part = part_of(report, ids, REQUEST)
    docx = word_file(part, is_part=True)
    ours = with_hints(report, ids)
    plan = only_concerning(compare(part, ours, read_docx(docx), read_docx(sent_back(docx, edits))), ids)
    made = merged(part, ours, plan, frozenset(change.n for change in plan.changes))
    return plan, without_hints(report, made, ids)


def words_under(report: Report, heading: int) -> list[str]:
    """The words of the blocks between a heading and the next."""
    blocks = report.sections[1].blocks
    start = [block.id for block in blocks].index(heading) + 1
    found = []
    for block in blocks[start:]:
        if not isinstance(block, Paragraph) or block.role == "heading":
            break
        found.append(plain(block.runs))
    return found


def test_the_hint_of_an_empty_paragraph_goes_out_and_is_no_word_of_the_report(begun: Report) -> None:
    part = part_of(begun, ids_of(begun, {MODELS}), REQUEST)
    assert text_of(part, EMPTY) == SHOWN
    plan, made = written(begun)
    assert plan.changes == ()
    assert made == begun


def test_words_written_over_the_hint_fill_the_empty_paragraph(begun: Report) -> None:
    plan, made = written(begun, replaced("(Nêu số mô hình", SHOWN, "Phòng đăng ký 06 mô hình."))
    assert [bool(change.conflict) for change in plan.changes] == [False]
    assert words_under(made, 22) == ["Phòng đăng ký 06 mô hình."]
    (block,) = (each for _, each in every_block(made) if each.id == EMPTY)
    assert isinstance(block, Paragraph)
    assert block.hint == HINT


def test_words_written_behind_the_hint_fill_it_too(begun: Report) -> None:
    _, made = written(
        begun, replaced("(Nêu số mô hình", "công nhận.)", "công nhận.) Phòng đăng ký 06 mô hình.")
    )
    assert words_under(made, 22) == ["Phòng đăng ký 06 mô hình."]


@pytest.mark.parametrize("stays", [True, False], ids=["the hint left", "the hint deleted"])
def test_paragraphs_written_below_the_hint_take_its_place(begun: Report, stays: bool) -> None:
    new = (with_paragraph("(Nêu số mô hình", "Đoạn hai."), with_paragraph("(Nêu số mô hình", "Đoạn một."))
    _, made = written(begun, *new, *(() if stays else (without("(Nêu số mô hình"),)))
    assert words_under(made, 22) == ["Đoạn một.", "Đoạn hai."]


def test_what_the_clerk_wrote_there_meanwhile_is_a_conflict(begun: Report) -> None:
    ids = ids_of(begun, {MODELS})
    part = part_of(begun, ids, REQUEST)
    docx = word_file(part, is_part=True)
    section = begun.sections[1]
    blocks = tuple(
        replace(each, runs=(Run("Đã có 05 mô hình."),))
        if isinstance(each, Paragraph) and each.id == EMPTY
        else each
        for each in section.blocks
    )
    ours = replace(begun, sections=(begun.sections[0], replace(section, blocks=blocks), *begun.sections[2:]))
    edited = sent_back(docx, [replaced("(Nêu số mô hình", SHOWN, "Phòng đăng ký 06 mô hình.")])
    plan = only_concerning(compare(part, with_hints(ours, ids), read_docx(docx), read_docx(edited)), ids)
    assert [bool(change.conflict) for change in plan.changes] == [True]
    assert without_hints(ours, with_hints(ours, ids), ids) == ours
