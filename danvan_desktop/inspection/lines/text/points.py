"""Line 34: điểm, their letters and their sequence (PL I, Mục II, điểm đ khoản 6)."""

from collections.abc import Iterator, Sequence

from danvan_desktop.inspection.corrections import UPRIGHT
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.text.clauses import AUTOMATIC_NUMBERS
from danvan_desktop.inspection.lines.text.faulty_blocks import TIGHT, block_faults, faulty_paragraphs, of_kind
from danvan_desktop.inspection.measuring.formatting import is_mostly_italic
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.recognition.blocks import TextBlock
from danvan_desktop.inspection.sheet import Measurement, Requirement

POINTS = tuple("abcdđeghiklmnopqrstuvxy")
"""Letters of điểm in their order: no ă â ê ô ơ ư, no f j w z, as in the decree's own lists."""


def point_letters(anatomy: Anatomy) -> Measurement:
    """Whether điểm are lettered in sequence, with ")" after the letter."""
    found = of_kind(anatomy, "point")
    if not found:
        return not_applicable("không có điểm")
    faults_of = {
        index: [
            *([] if block.sign == ")" else ["sau chữ cái không phải dấu đóng ngoặc đơn"]),
            *([TIGHT] if block.is_tight else []),
            *(["in nghiêng"] if is_mostly_italic(block.paragraph) else []),
        ]
        for index, block in enumerate(found)
    }
    out_of_turn = [*_letter_faults(anatomy.blocks)]
    faults = [*block_faults(found, faults_of), *(fault for fault, _ in out_of_turn)]
    places = [*faulty_paragraphs(found, faults_of), *(paragraph for _, paragraph in out_of_turn)]
    return judge(f"{len(found)} điểm", faults, places)


def _letter_faults(blocks: Sequence[TextBlock]) -> Iterator[tuple[str, FlowParagraph]]:
    expected = 0
    for block in blocks:
        if block.is_title or block.kind in {"clause", "article"}:
            expected = 0
        if block.kind != "point":
            continue
        at = POINTS.index(block.number) if block.number in POINTS else None
        if at not in {expected, 0}:
            wanted = POINTS[expected] if expected < len(POINTS) else "?"
            yield f"“{block.number})” đứng ở chỗ của “{wanted})”", block.paragraph
        expected = (expected if at is None else at) + 1


LINES = (
    LineDefinition(
        Requirement(
            34,
            "Điểm",
            ": chữ cái tiếng Việt theo thứ tự (a, b, c, d, đ, e, g…), dấu đóng ngoặc đơn, đứng",
            "điểm đ khoản 6 Mục II PL I",
        ),
        measure=point_letters,
        corrections=(AUTOMATIC_NUMBERS, UPRIGHT),
    ),
)
