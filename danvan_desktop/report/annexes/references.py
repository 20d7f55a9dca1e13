"""References to annexes: whether the text says where an annex belongs (PL I, III.1.a), and the words that do.

"Phụ lục I ban hành kèm theo Thông tư …" is an annex of another document and no reference to ours.
"""

import re
from collections.abc import Iterator

from danvan_desktop.frozen import frozen
from danvan_desktop.report.full_text import block_texts
from danvan_desktop.report.model import Annex, Block, Paragraph, Report, plain
from danvan_desktop.report.numbering import parse_roman, roman

_NUMBER = r"(?:[IVXLC]+|\d{1,2}|[A-Z])"
_REFERENCE = re.compile(
    r"\b(?i:phụ\s+lục)\b"
    rf"(?:\s+(?:số\s+)?(?P<numbers>{_NUMBER}\b(?:\s*(?:,|;|và|-|–|đến)\s*{_NUMBER}\b)*))?"
)
_OTHERS = re.compile(
    r"(?:\s+(?:ban\s+hành|kèm\s+theo|của|tại))*\s+"
    r"(?:Nghị\s+định|Thông\s+tư|Quyết\s+định|Luật|Nghị\s+quyết|Công\s+văn|Kế\s+hoạch|Hướng\s+dẫn|Chỉ\s+thị"
    r"|Thông\s+báo|Tờ\s+trình|Quy\s+chế|Quy\s+định|Chương\s+trình|Đề\s+án|Pháp\s+lệnh)(?!\s+này)",
    re.IGNORECASE,
)
"""What follows where it is another document's."""
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|đến)\s*({_NUMBER})")
_END = ".;:,…"
"""What may close a sentence: a reference stands before it."""


@frozen
class ReferencePlace:
    """Where a reference can be put: into the paragraph ``block``, after ``offset`` of its characters."""

    block: int
    offset: int
    words: str
    """What is put there: " (xem Phụ lục II)"."""
    paragraph: str
    """The text of the paragraph, for the user to know it by."""


def without_reference(report: Report) -> tuple[Annex, ...]:
    """List the annexes that the text of ``report`` nowhere refers to; the report is numbered."""
    if not report.annexes:
        return ()
    named, unnumbered = _referred_to(report)
    return tuple(
        annex
        for annex in report.annexes
        if not (annex.number in named if annex.number else named or unnumbered)
    )


def reference_to(annex: Annex) -> str:
    """Give the words that refer to ``annex``."""
    return f"(xem Phụ lục {annex.number})" if annex.number else "(xem Phụ lục)"


def reference_place(report: Report, annex: Annex, block: int) -> ReferencePlace | None:
    """Find where ``annex`` is referred to when the user stands in ``block``; None: there is no text near.

    It is that paragraph, or the nearest before it, then after it, in the same section, that says something.
    """
    for blocks in _body(report):
        ids = [each.id for each in blocks]
        if block in ids:
            at = ids.index(block)
            nearest = (*reversed(blocks[: at + 1]), *blocks[at + 1 :])
            return next((_place(each, annex) for each in nearest if _says_something(each)), None)
    return None


def _body(report: Report) -> Iterator[tuple[Block, ...]]:
    yield report.opening
    yield from (section.blocks for section in report.sections)
    yield report.closing


def _says_something(block: Block) -> bool:
    return (
        isinstance(block, Paragraph) and block.role != "heading" and bool(plain(block.runs).strip(_END + " "))
    )


def _place(block: Block, annex: Annex) -> ReferencePlace | None:
    if not isinstance(block, Paragraph):
        return None
    text = plain(block.runs)
    offset = len(text.rstrip().rstrip(_END).rstrip())
    return ReferencePlace(block.id, offset, f" {reference_to(annex)}", text)


def _referred_to(report: Report) -> tuple[set[str], bool]:
    """The numbers of annexes that are referred to, and whether one is without a number."""
    named: set[str] = set()
    unnumbered = False
    for blocks in _body(report):
        for text in block_texts(blocks):
            for found in _REFERENCE.finditer(text):
                if _OTHERS.match(text, found.end()):
                    continue
                numbers = found["numbers"]
                named |= set(_listed(numbers)) if numbers else set()
                unnumbered = unnumbered or not numbers
    return named, unnumbered


def _listed(numbers: str) -> Iterator[str]:
    """Each number of "I, II và IV", those within "I - III" too."""
    yield from re.findall(rf"\b{_NUMBER}\b", numbers)
    for first, last in _RANGE.findall(numbers):
        low, high = parse_roman(first), parse_roman(last)
        if low is not None and high is not None:
            yield from map(roman, range(low, high + 1))
        elif first.isdecimal() and last.isdecimal():
            yield from map(str, range(int(first), int(last) + 1))
