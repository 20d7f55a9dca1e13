"""Line 51: page breaks: no heading at the foot of a page, no widow or orphan line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge_custom, quoted
from danvan_desktop.inspection.measuring.paragraphs import running_text
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement


def keep_with_next(anatomy: Anatomy) -> Measurement:
    """What the file promises: "keep with next" and widow control."""
    loose = [b.paragraph for b in anatomy.blocks if b.is_title and not b.paragraph.format.keep_next]
    lone = [b.paragraph for b in anatomy.blocks if b.is_running and b.paragraph.format.lone_lines]
    faults = []
    if loose:
        faults.append(f"đề mục có thể đứng cuối trang: {_first_of(loose, 'đề mục')}")
    if lone:
        faults.append(f"đoạn có thể để lại dòng lẻ: {_first_of(lone, 'đoạn')}")
    right = "" if faults else "mọi đề mục được giữ cùng trang với dòng sau, không đoạn nào để lại dòng lẻ"
    return judge_custom(right, faults, [*loose, *lone])


def _first_of(paragraphs: Sequence[FlowParagraph], name: str) -> str:
    more = f" và {len(paragraphs) - 1} {name} nữa" if len(paragraphs) > 1 else ""
    return f"{quoted(paragraphs[0].text)}{more}"


def printed_page_breaks(anatomy: Anatomy) -> Measurement:
    """Where printed pages really break."""
    found = [*_stranded(anatomy), *_lone_lines(running_text(anatomy))]
    right = "" if found else "không có đề mục ở cuối trang, không có dòng lẻ"
    return judge_custom(right, [fault for fault, _ in found], [paragraph for _, paragraph in found])


def _stranded(anatomy: Anatomy) -> Iterator[tuple[str, FlowParagraph]]:
    for block, below in pairwise(anatomy.blocks):
        if block.is_title and block.paragraph.printed[-1].page != below.paragraph.printed[0].page:
            page = block.paragraph.printed[-1].page + 1
            yield f"đề mục {quoted(block.paragraph.text)} ở cuối trang {page}", block.paragraph


def _lone_lines(paragraphs: Sequence[FlowParagraph]) -> Iterator[tuple[str, FlowParagraph]]:
    for paragraph in paragraphs:
        pages = [line.page for line in paragraph.printed]
        if len(pages) > 2 and pages.count(pages[0]) == 1 != len(pages):
            yield f"dòng đầu của đoạn lẻ ở cuối trang {pages[0] + 1}", paragraph
        if len(pages) > 2 and pages[0] != pages[-1] and pages.count(pages[-1]) == 1:
            yield f"dòng cuối của đoạn lẻ ở đầu trang {pages[-1] + 1}", paragraph


LINES = (
    LineDefinition(
        Requirement(
            51,
            "Ngắt trang",
            ": không có đề mục ở cuối trang; không có dòng lẻ",
            None,
        ),
        measure=keep_with_next,
        measure_printed=printed_page_breaks,
    ),
)
