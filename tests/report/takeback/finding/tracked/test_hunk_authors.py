"""What several people made of a text is told with each of them, and taken in whatever order."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.model import Cell, Column, Paragraph, Report, Run, Runs, Table, plain
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.tracked.hunk_authors import TextWithTraces, signed
from danvan_desktop.report.takeback.model import (
    ReturnComparison,
    ReturnedBlock,
    Revision,
    TrackedCell,
    TrackedErasure,
    TrackedStretch,
)
from danvan_desktop.report.takeback.patching.text_patch import hunks_between
from danvan_desktop.report.walk import every_block
from tests.builders.reports import block, report, table
from tests.builders.returned_files import as_returned

A = Revision("Trần Thị B", "2025-11-28T09:00:00Z")
B = Revision("Lê Văn C", "2025-11-28T10:30:00Z")
LATER = replace(A, date="2025-11-28T09:01:00Z")
TEXT = "Văn phòng đã tổ chức được mười hai hội nghị lấy ý kiến nhân dân trong tỉnh"
OLD = "Đảng bộ có 142 đảng viên"


def traces(
    tracked: tuple[TrackedStretch, ...] = (),
    erased: tuple[TrackedErasure, ...] = (),
    restyled: tuple[TrackedStretch, ...] = (),
) -> ReturnedBlock:
    return ReturnedBlock("paragraph", tracked=tracked, erased=erased, restyled=restyled)


def told(new: str, read: ReturnedBlock) -> list[tuple[str, str, tuple[Revision, ...]]]:
    texts = [TextWithTraces(len(new), read)]
    found = [each for hunk in hunks_between((Run(OLD),), (Run(new),)) for each in signed(texts, hunk)]
    return [
        (plain(each.old), plain(each.new), tuple(filter(None, (each.revision, *each.also)))) for each in found
    ]


def test_what_one_takes_out_and_another_puts_in_its_place_is_one_change_of_both() -> None:
    read = traces((TrackedStretch(11, 14, B),), (TrackedErasure(11, "142", A),))
    assert told("Đảng bộ có 145 đảng viên", read) == [("142", "145", (B, A))]


def test_what_one_takes_out_and_puts_in_at_two_times_is_one_change_with_both() -> None:
    read = traces((TrackedStretch(11, 14, LATER),), (TrackedErasure(11, "142", A),))
    assert told("Đảng bộ có 145 đảng viên", read) == [("142", "145", (LATER, A))]


def test_words_that_two_took_out_one_after_the_other_are_a_change_of_each() -> None:
    read = traces((), (TrackedErasure(11, "142 ", A), TrackedErasure(11, "đảng viên", B)))
    assert told("Đảng bộ có", read) == [(" 142", "", (A,)), (" đảng viên", "", (B,))]


def test_what_one_typed_without_tracking_stays_with_what_another_took_out() -> None:
    read = traces((), (TrackedErasure(11, "142", A),))
    assert told("Đảng bộ có 145 đảng viên", read) == [("142", "145", (A,))]


def test_the_bold_of_one_and_the_bold_of_another_beside_it_are_two() -> None:
    read = traces(restyled=(TrackedStretch(0, 7, A), TrackedStretch(7, 10, B)))
    new = (Run("Đảng bộ có", bold=True), Run(" 142 đảng viên"))
    (hunk,) = hunks_between((Run(OLD),), new)
    found = signed([TextWithTraces(len(OLD), read)], hunk)
    assert [(plain(each.new), each.revision, each.start, each.new_start) for each in found] == [
        ("Đảng bộ", A, 0, 0),
        (" có", B, 7, 7),
    ]


def test_what_was_put_in_and_taken_out_again_made_no_hunk() -> None:
    read = traces((TrackedStretch(11, 14, B),), (TrackedErasure(11, "142", B, put_in_by=A),))
    assert told("Đảng bộ có 145 đảng viên", read) == [("142", "145", (B,))]


# ---------------------------------------------------------------- as a whole


@st.composite
def edited_by_two(draw: st.DrawFn) -> tuple[str, ReturnedBlock, frozenset[Revision]]:
    """Words as they went out, the paragraph that came back with traces, and who had a part in it."""
    said: list[str] = []
    came, tracked, erased = "", [], []
    who_all = set()
    for word in TEXT.split():
        kind = draw(st.sampled_from(["keep", "keep", "keep", "drop", "add", "swap"]))
        said.append(word)
        if kind in {"drop", "swap"}:
            who = draw(st.sampled_from([A, B]))
            erased.append(TrackedErasure(len(came), f"{word} ", who))
            who_all.add(who)
        if kind in {"keep", "add"}:
            came += f"{word} "
        if kind in {"add", "swap"}:
            for _ in range(draw(st.integers(1, 2))):
                who = draw(st.sampled_from([A, B]))
                new = draw(st.sampled_from(["mới", "thêm", "khác", "nữa"]))
                tracked.append(TrackedStretch(len(came), len(came) + len(new) + 1, who))
                came += f"{new} "
                who_all.add(who)
    read = ReturnedBlock(
        "paragraph", "body", runs=(Run(came.strip()),), tracked=tuple(tracked), erased=tuple(erased)
    )
    return " ".join(said), read, frozenset(who_all)


def in_paragraph(text: str, read: ReturnedBlock) -> tuple[Report, ReturnComparison]:
    base = report((block(1, "Một đoạn đứng trước."), block(2, text), block(3, "Một đoạn đứng sau.")))
    sent = as_returned(base)
    blocks = [replace(read, marks=each.marks) if each.text == text else each for each in sent.blocks]
    return base, compare(base, base, sent, replace(sent, blocks=tuple(blocks)))


def in_cell(text: str, read: ReturnedBlock) -> tuple[Report, ReturnComparison]:
    rows = [["Nội dung", "Kết quả"], ["Tuyên truyền", text], ["Tiếp công dân", "412 lượt"]]
    base = report((table(2, (Column(1.0), Column(1.0)), rows, "Kết quả"),))
    sent = as_returned(base)
    signs = [*(each.revision for each in read.tracked), *(each.revision for each in read.erased)]
    cell = TrackedCell(1, 1, (signs or [A])[0], tuple(signs[1:]), read.tracked, read.erased)
    blocks = [
        replace(each, rows=_with_cell(each, read.runs), tracked_cells=(cell,) if signs else ())
        if each.kind == "table"
        else each
        for each in sent.blocks
    ]
    return base, compare(base, base, sent, replace(sent, blocks=tuple(blocks)))


def _with_cell(read: ReturnedBlock, runs: Runs) -> tuple[tuple[Cell | None, ...], ...]:
    rows = [list(row) for row in read.rows]
    rows[1][1] = Cell((runs,))
    return tuple(map(tuple, rows))


def text_of(made: Report) -> str:
    found = next(each for _, each in every_block(made) if each.id == 2)
    if isinstance(found, Table):
        cell = found.rows[1][1]
        return " ".join(plain(runs) for runs in cell.paragraphs) if cell else ""
    assert isinstance(found, Paragraph)
    return plain(found.runs)


PLACES = pytest.mark.parametrize("compared", [in_paragraph, in_cell])
Compared = Callable[[str, ReturnedBlock], tuple[Report, ReturnComparison]]


@PLACES
@given(edited=edited_by_two())
def test_whoever_had_a_part_in_a_text_is_named(
    compared: Compared, edited: tuple[str, ReturnedBlock, frozenset[Revision]]
) -> None:
    text, read, who = edited
    _, comparison = compared(text, read)
    signs = {Revision(each.author, each.date) for each in comparison.changes}
    named = signs.union(*(each.also for each in comparison.changes))
    left = " ".join(each.text for each in comparison.left)
    assert all(each in named or each.author in left for each in who)


@PLACES
@given(edited=edited_by_two(), dice=st.randoms(use_true_random=False))
def test_all_taken_says_what_the_file_says_in_whatever_order(
    compared: Compared, edited: tuple[str, ReturnedBlock, frozenset[Revision]], dice: Random
) -> None:
    text, read, _ = edited
    base, comparison = compared(text, read)
    numbers = [each.n for each in comparison.changes]
    assert text_of(merged(base, base, comparison, frozenset(numbers))) == plain(read.runs)
    dice.shuffle(numbers)
    made, taken = base, frozenset[int]()
    for n in numbers:
        made = merged(base, made, comparison, frozenset({n}), taken=taken)
        taken |= {n}
    assert text_of(made) == plain(read.runs)


@PLACES
@given(edited=edited_by_two())
def test_what_one_of_two_made_is_taken_without_the_words_of_the_other(
    compared: Compared, edited: tuple[str, ReturnedBlock, frozenset[Revision]]
) -> None:
    text, read, _ = edited
    base, comparison = compared(text, read)
    for change in comparison.changes:
        made = merged(base, base, comparison, frozenset({change.n}))
        old, new = Counter(plain(change.old).split()), Counter(plain(change.new).split())
        assert Counter(text_of(made).split()) == Counter(text.split()) - old + new
