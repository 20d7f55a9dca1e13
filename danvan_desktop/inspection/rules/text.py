"""C. Nội dung: lines 35-39, the look of running text (PL I, Mục II, điểm e khoản 6)."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.rules.judging import (
    Rule,
    is_slanted,
    judge,
    look_faults,
    missing,
    points,
    review,
    said,
    size_faults,
    size_words,
    sizes,
    to_mm,
)
from danvan_desktop.inspection.sheet import Measurement, TextSpot
from danvan_desktop.inspection.wording.leftovers import EARLY_END_MARK

_INDENTS_MM = (10.0, 12.7)
_INDENT_SLACK = 0.15  # mm: 0.39 inch and 1 cm are the same to anybody
LEAST_GAP = 6.0
_SINGLE = 1.15
"""Single spacing in Times New Roman is 1.15 times the size; some programs write the size itself."""
_PITCH_SLACK = 4  # twips, 0.2 pt: a printer's dots, or 16 pt for 16.1
_ALMOST = 0.05


def running(anatomy: Anatomy) -> list[FlowParagraph]:
    """Return the paragraphs of lời văn, without căn cứ and tables."""
    return [b.paragraph for b in anatomy.blocks if b.is_running and b.kind != "basis"]


def where(paragraphs: Sequence[FlowParagraph]) -> str:
    """Say which paragraphs: the first, and how many more."""
    more = f" và {len(paragraphs) - 1} đoạn nữa" if len(paragraphs) > 1 else ""
    return f"{said(paragraphs[0].text)}{more}"


def look(anatomy: Anatomy) -> Measurement:
    """Line 35."""
    found = running(anatomy)
    if not found:
        return missing(anatomy, "lời văn")
    faults = [*size_faults(found, 13, 14)]
    if len(sizes(found)) > 1:
        faults.append("cỡ chữ không thống nhất")
    own = [b.paragraph for b in anatomy.blocks if b.kind in {"body", "item"}]  # the others: lines 33, 34
    slanted = [paragraph for paragraph in own if is_slanted(paragraph)]
    if slanted:
        faults.append(f"chữ nghiêng: {where(slanted)}")
    ragged = [p for p in found if p.look.align not in {"both", "line"}]
    if ragged:
        faults.append(f"không canh đều hai lề: {where(ragged)}")
    return judge(f"{len(found)} đoạn, {size_words(found)}", faults, [*slanted, *ragged])


def first_line(anatomy: Anatomy) -> Measurement:
    """Line 36: where the first letter stands, from the left edge of the text."""
    found = running(anatomy)
    if not found:
        return missing(anatomy, "lời văn")
    starts = Counter(round(to_mm(_start(p)), 1) for p in found)
    measured = "lùi " + ", ".join(f"{points(mm)} mm ({n} đoạn)" for mm, n in starts.most_common())
    wrong = [p for p in found if not any(abs(to_mm(_start(p)) - mm) <= _INDENT_SLACK for mm in _INDENTS_MM)]
    if wrong and anatomy.paper.printed and not anatomy.paper.printed.sides[0].left:
        return review("không đủ dòng chữ chạm lề trái để đo")
    faults = [f"không phải 10 mm hay 12,7 mm: {where(wrong)}"] if wrong else []
    if not wrong and max(starts) - min(starts) > 2 * _INDENT_SLACK:
        faults.append("không thống nhất")
    return judge(measured, faults, wrong)


def _start(paragraph: FlowParagraph) -> int:
    return paragraph.look.left + paragraph.look.first_line


def gaps(anatomy: Anatomy) -> Measurement:
    """Line 37."""
    pairs = [
        (above.paragraph, below.paragraph)
        for above, below in pairwise(anatomy.blocks)
        if below.is_running and "table" not in {above.kind, below.kind} and below.kind != "basis"
    ]
    if not pairs:
        return missing(anatomy, "các đoạn văn")
    flow = anatomy.paper.paragraphs
    places = {id(paragraph): index for index, paragraph in enumerate(flow)}
    found = [_gap(above, below, flow, places.get(id(below), 0)) for above, below in pairs]
    narrow = [below for (_, below), gap in zip(pairs, found, strict=True) if gap < LEAST_GAP - _ALMOST]
    measured = f"{points(min(found))} pt" if len(set(found)) == 1 else f"từ {points(min(found))} pt"
    return judge(measured, [f"dưới 6 pt: {where(narrow)}"] if narrow else [], narrow)


def _gap(above: FlowParagraph, below: FlowParagraph, flow: Sequence[FlowParagraph], at: int) -> float:
    """Return the clear room in points; empty paragraphs before ``below`` count with their height."""
    between = 0.0
    while at > 0 and not flow[at - 1].text and flow[at - 1] is not above:
        at -= 1
        between += flow[at].pitch + flow[at].look.before + flow[at].look.after
    return (above.look.after + between + below.look.before) / 20


def line_spacing(anatomy: Anatomy) -> Measurement:
    """Line 38."""
    found = running(anatomy)
    if not found:
        return missing(anatomy, "lời văn")
    found = [p for p in found if p.pitch]
    if not found:
        return review("không có đoạn nào từ hai dòng trở lên để đo")
    pitches = Counter(round(p.pitch / 20, 1) for p in found)
    measured = ", ".join(f"{points(pitch)} pt" for pitch in sorted(pitches))
    wrong = [p for p in found if not _is_spaced(p)]
    return judge(measured, [f"ngoài khoảng dòng đơn đến 1,5: {where(wrong)}"] if wrong else [], wrong)


def _is_spaced(paragraph: FlowParagraph) -> bool:
    size = max((run.look.size for run in paragraph.inked), default=14) * 20
    single = round(size * _SINGLE)
    return single - _PITCH_SLACK <= paragraph.pitch <= size * _SINGLE * 1.5 + _PITCH_SLACK


def end_mark(anatomy: Anatomy) -> Measurement:
    """Line 39: "./." at the end, and nowhere before it."""
    found = [block.paragraph for block in anatomy.blocks]
    if not found:
        return missing(anatomy, "nội dung")
    last = found[-1]
    faults = [] if last.text.endswith("./.") else ["không kết thúc bằng “./.”"]
    faults += look_faults([last], italic=False)
    early = [
        p for p in found if EARLY_END_MARK.search(p.text if p is not last else p.text.removesuffix("./."))
    ]
    places: list[FlowParagraph | TextSpot] = [TextSpot(p.text, "./.") for p in early]
    if early:
        told = ", ".join(f"“…{p.text[-30:]}”" for p in early[:3])
        return judge(f"“…{last.text[-20:]}”", [*faults, f"“./.” có trước chỗ kết thúc: {told}"], places)
    return judge(f"“…{last.text[-20:]}”", faults, [last])


RULES: dict[int, Rule] = {35: look, 36: first_line, 37: gaps, 38: line_spacing, 39: end_mark}
