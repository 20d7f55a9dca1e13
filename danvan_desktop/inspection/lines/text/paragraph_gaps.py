"""Line 37: the space between paragraphs (PL I, Mục II, điểm e khoản 6)."""

from collections.abc import Sequence
from itertools import pairwise

from danvan_desktop.inspection.corrections import WITHIN_RANGE
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import PRESENTATION, LineDefinition
from danvan_desktop.inspection.measuring.formatting import sizes
from danvan_desktop.inspection.measuring.judgement import judge, missing, review
from danvan_desktop.inspection.measuring.paragraphs import first_and_count
from danvan_desktop.inspection.measuring.printed_file import print_of
from danvan_desktop.inspection.measuring.units import points
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

LEAST_GAP = 6.0
_ALMOST = 0.05
_ALMOST_PT = 0.3
_UNDER = 0.2
"""The share of a line's pitch that lies under its baseline."""


def gaps(anatomy: Anatomy) -> Measurement:
    """Whether paragraphs are at least 6 pt apart, by their spacing and the empty ones between them."""
    pairs = [
        (above.paragraph, below.paragraph)
        for above, below in pairwise(anatomy.blocks)
        if below.is_running and "table" not in {above.kind, below.kind} and below.kind != "basis"
    ]
    if not pairs:
        return missing(anatomy, "các đoạn văn")
    flow = anatomy.file.paragraphs
    places = {id(paragraph): index for index, paragraph in enumerate(flow)}
    found = [_gap(above, below, flow, places.get(id(below), 0)) for above, below in pairs]
    narrow = [below for (_, below), gap in zip(pairs, found, strict=True) if gap < LEAST_GAP - _ALMOST]
    measured = f"{points(min(found))} pt" if len(set(found)) == 1 else f"từ {points(min(found))} pt"
    return judge(measured, [f"dưới 6 pt: {first_and_count(narrow)}"] if narrow else [], narrow)


def _gap(above: FlowParagraph, below: FlowParagraph, flow: Sequence[FlowParagraph], at: int) -> float:
    """Return the clear room in points; empty paragraphs before ``below`` count with their height."""
    between = 0.0
    while at > 0 and not flow[at - 1].text and flow[at - 1] is not above:
        at -= 1
        between += flow[at].pitch + flow[at].format.before + flow[at].format.after
    return (above.format.after + between + below.format.before) / 20


def printed_gaps(anatomy: Anatomy) -> Measurement:
    """The same on printed pages: from the foot of one paragraph to the next, less the pitch of the lines."""
    pitch = print_of(anatomy.file).pitch
    found = []
    for above, below in pairwise(anatomy.blocks):
        if not below.is_running or below.kind == "basis" or "table" in {above.kind, below.kind}:
            continue
        last, first = above.paragraph.printed[-1], below.paragraph.printed[0]
        if last.page == first.page:
            apart = first.baseline - last.baseline
            usual = _UNDER * (above.paragraph.pitch or _single(above.paragraph))
            below_first = _usual(below.paragraph, pitch, apart)
            if above.kind == "caption":  # set by itself: what a wider spacing adds is below each line
                below_first = min(below_first, _single(below.paragraph))
            usual += (1 - _UNDER) * below_first
            found.append(((apart - usual) / 20, below.paragraph))
    if not found:
        return review("không có hai đoạn văn liền nhau trên một trang để đo")
    narrow = [paragraph for gap, paragraph in found if gap < LEAST_GAP - _ALMOST_PT]
    measured = f"từ {max(0.0, min(gap for gap, _ in found)):.1f} pt".replace(".", ",").replace(",0", "")
    return judge(measured, [f"dưới 6 pt: {first_and_count(narrow)}"] if narrow else [], narrow)


def _usual(paragraph: FlowParagraph, pitch: float, apart: float) -> float:
    """Return the pitch of ``paragraph``; one line has the text's, unless it stands nearer than that."""
    single = _single(paragraph)
    return paragraph.pitch or (pitch if 0 < pitch <= apart else min(single, pitch or single))


def _single(paragraph: FlowParagraph) -> float:
    return 20 * 1.15 * max(sizes([paragraph]), default=14)


LINES = (
    LineDefinition(
        Requirement(
            37,
            "Khoảng cách giữa các đoạn",
            " tối thiểu 6 pt",
            "điểm e khoản 6 Mục II PL I",
        ),
        measure=gaps,
        measure_printed=printed_gaps,
        place=PRESENTATION,
        corrections=(WITHIN_RANGE,),
    ),
)
