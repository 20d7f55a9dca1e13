"""What was typed anew in its place is what stood there, whatever style it took on."""

from dataclasses import replace

import pytest

from danvan_desktop.report.model import Origin, Paragraph, Report, Run, Section, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.model import ReturnedBlock, ReturnedFile
from danvan_desktop.report.takeback.wording import change_name
from tests.builders.reports import block, report
from tests.builders.returned_files import as_returned

OLD = "Công tác dân vận được triển khai đồng bộ, có trọng tâm, gắn với cải cách hành chính."
ANEW = "Lãnh đạo quan tâm, mọi đơn vị vào cuộc nghiêm túc; nhiều việc khó nay nhân dân ủng hộ."
TEXT: Paragraph = replace(block(3, OLD), note="Xin số liệu của Phòng Nội vụ", origin=Origin(2024))
BASE: Report = renumber(
    report(
        (),
        (
            Section(
                1,
                "assessment",
                "I.",
                title=(Run("ĐÁNH GIÁ CHUNG"),),
                blocks=(
                    block(2, "Ưu điểm", "heading", "1."),
                    TEXT,
                    block(4, "Tồn tại, hạn chế", "heading", "2."),
                    block(5, "Tuyên truyền có nơi còn chậm."),
                ),
            ),
        ),
        next_id=20,
    )
)
SENT = as_returned(BASE)


def back(**found: ReturnedBlock) -> ReturnedFile:
    """The file in which others stand for the blocks that begin with ``old`` and ``head``."""
    starts = {"old": "Công tác", "head": "Ưu điểm"}
    blocks = list(SENT.blocks)
    for name, other in found.items():
        at = next(n for n, each in enumerate(blocks) if each.text.startswith(starts[name]))
        blocks[at] = other
    return replace(SENT, blocks=tuple(blocks))


def compared(file: ReturnedFile) -> TakeBackPlan:
    return compare(BASE, BASE, SENT, file)


def typed(text: str, role: str = "heading") -> ReturnedBlock:
    return ReturnedBlock("paragraph", role, 1, runs=(Run(text),))


@pytest.mark.parametrize("role", ["heading", "body", "point", "item"])
def test_a_paragraph_typed_anew_alone_in_its_gap_keeps_id_note_and_origin(role: str) -> None:
    comparison = compared(back(old=typed(ANEW, role)))
    (change,) = comparison.changes
    assert (change.kind, change_name(change), change.blocks) == ("edit", "Viết lại", (3,))
    made = merged(BASE, BASE, comparison, frozenset({1})).sections[0].blocks[1]
    assert isinstance(made, Paragraph)
    assert plain(made.runs) == ANEW
    assert replace(made, runs=TEXT.runs) == TEXT


def test_beside_a_heading_typed_anew_that_kept_its_mark_it_is_known_too() -> None:
    at = next(each for each in SENT.blocks if each.text == "Ưu điểm")
    comparison = compared(back(old=typed(ANEW), head=replace(at, runs=(Run("Kết quả đạt được"),))))
    assert [(each.kind, each.blocks) for each in comparison.changes] == [("edit", (2,)), ("edit", (3,))]


def test_a_heading_put_in_for_a_paragraph_that_went_is_none_typed_anew() -> None:
    comparison = compared(back(old=typed("Kết quả nổi bật")))
    assert sorted(each.kind for each in comparison.changes) == ["delete", "insert"]
