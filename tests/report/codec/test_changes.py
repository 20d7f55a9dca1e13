"""Changes of a report: the earlier text and what is said of the later state give that state."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.changes import changes, with_changes
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.model import Block, Paragraph, Report, Run, Section
from tests.builders.full_report import report as long_report
from tests.builders.strategies import reports


@given(reports(), reports())
def test_any_report_can_be_said_as_changes_of_any_other(old: Report, new: Report) -> None:
    said = changes(old, new)
    assert said is None or with_changes(to_json(old), said) == from_json(to_json(new))


def with_blocks(report: Report, blocks: tuple[Block, ...]) -> Report:
    first, *rest = report.sections
    return replace(report, sections=(replace(first, blocks=blocks), *rest))


EDITS = ["type", "insert", "delete", "move", "swap", "note"]


@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 10_000)), min_size=1, max_size=12))
def test_edits_all_over_a_long_section_come_back(edits: list[tuple[str, int]]) -> None:
    base = with_blocks(LONG, LONG.sections[0].blocks)
    blocks, next_id = list(base.sections[0].blocks), base.next_id
    for kind, number in edits:
        at = number % len(blocks)
        block = blocks[at]
        if kind == "type" and isinstance(block, Paragraph):
            blocks[at] = replace(block, runs=(*block.runs, Run(f" thêm {number}")))
        elif kind == "note" and isinstance(block, Paragraph):
            blocks[at] = replace(block, note=None if block.note else "còn thiếu số liệu")
        elif kind == "insert":
            blocks.insert(at, Paragraph(next_id, runs=(Run(f"Đoạn mới {number}."),)))
            next_id += 1
        elif kind == "delete" and len(blocks) > 2:
            del blocks[at]
        elif kind == "move":
            blocks.insert(number % 7, blocks.pop(at))
        elif kind == "swap":
            blocks[0], blocks[at] = blocks[at], blocks[0]
    new = replace(with_blocks(base, tuple(blocks)), next_id=next_id)
    said = changes(base, new)
    assert said is not None
    assert with_changes(to_json(base), said) == new


LONG = with_blocks(
    long_report(),
    tuple(
        Paragraph(number, runs=(Run(f"Đoạn thứ {number} của mục này. " * 8),)) for number in range(500, 800)
    ),
)
LONG = replace(LONG, next_id=900)


def test_a_letter_typed_into_a_long_report_is_said_in_few_bytes() -> None:
    blocks = list(LONG.sections[0].blocks)
    blocks[150] = Paragraph(650, runs=(Run("Một câu khác."),))
    new = with_blocks(LONG, (*blocks[:20], Paragraph(901, runs=(Run("Chen vào."),)), *blocks[20:]))
    said = changes(LONG, new)
    assert said is not None
    assert len(said) < 1_000 < len(to_json(LONG)) / 50


@pytest.mark.parametrize(
    "said", ["{", "[[1]]", '[[["sections",99,"blocks"],0,1,[]]]', "[7]", '[[["id"],1,2,3,4]]']
)
def test_changes_that_do_not_belong_to_the_text_are_refused_in_words(said: str) -> None:
    with pytest.raises(UserError, match="hỏng"):
        with_changes(to_json(LONG), said)


def test_changes_are_json_of_plain_values() -> None:
    assert json.loads(changes(LONG, replace(LONG, year=2031)) or "") == [[["year"], 2031]]


def test_keys_of_a_later_release_at_the_root_need_a_whole_copy() -> None:
    assert changes(LONG, replace(LONG, unknown='{"later":1}')) is None


def test_a_section_that_is_taken_out_is_one_splice() -> None:
    new = replace(LONG, sections=LONG.sections[:1])
    said = json.loads(changes(LONG, new) or "")
    assert said == [[["sections"], 1, len(LONG.sections) - 1, []]]
    assert isinstance(LONG.sections[0], Section)
