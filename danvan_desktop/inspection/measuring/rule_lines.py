"""The drawn lines under the motto, the agency and the trích yếu: how they are made and how long they are."""

from collections.abc import Sequence
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.judgement import judge, review
from danvan_desktop.inspection.measuring.text_width import text_width
from danvan_desktop.inspection.measuring.units import millimetres
from danvan_desktop.inspection.sheet import Measurement

SLACK = 57
"""1 mm: what an eye and a ruler do not tell apart."""


@frozen
class FoundRuleLine:
    """A drawn line (đường kẻ) as it was found; ``length`` in twips."""

    made: Literal["border", "drawn", "underline", "underscores"]
    length: int = 0
    centred: bool | None = None
    solid: bool = True


def find_rule_line(under: Sequence[FlowParagraph]) -> FoundRuleLine | None:
    """Return the line under the paragraph ``under[0]``, in it or among the empty ones below it."""
    for index, paragraph in enumerate(under):
        borders, room = paragraph.format, paragraph.room
        below_text = borders.top_border if index else borders.bottom_border
        if below_text or (index and borders.bottom_border):
            return FoundRuleLine("border", room, abs(borders.left - borders.right) <= SLACK)
        if paragraph.drawn:
            line = paragraph.drawn[0]
            return FoundRuleLine("drawn", line.length, line.centred, line.solid)
        if index and paragraph.text:
            return FoundRuleLine("underscores")
    if under and any(run.format.underline for run in under[0].visible_runs):
        return FoundRuleLine("underline")
    return None


def judge_rule_line(
    under: Sequence[FlowParagraph], lines: Sequence[FlowParagraph], least: float, most: float
) -> Measurement:
    """Judge the line under ``lines``; it must be ``least`` to ``most`` times the longest line."""
    found = find_rule_line(under)
    if found is None:
        return judge("", ["không tìm thấy đường kẻ"])
    if found.made in {"underline", "underscores"}:
        how = "gạch chân chữ" if found.made == "underline" else "gõ bằng dấu gạch"
        return judge("", [f"đường kẻ {how}, không phải nét liền kẻ riêng"])
    widths = [text_width(line) for line in lines]
    measured = f"nét {'liền' if found.solid else 'đứt'} dài {millimetres(found.length)}"
    longest = max(
        (min(w, line.room) for w, line in zip(widths, lines, strict=True) if w is not None), default=None
    )
    if longest is None:
        return review(f"{measured}; máy không có phông Times New Roman để đo dòng chữ")
    measured += f", dòng chữ {millimetres(longest)}"
    faults = []
    if not longest * least - SLACK <= found.length <= longest * most + SLACK:
        faults.append(f"dài bằng {found.length / longest:.2f} dòng chữ".replace(".", ","))
    if not found.solid:
        faults.append("không phải nét liền")
    if found.centred is False:
        faults.append("không cân đối giữa dòng chữ")
    if faults or found.centred is not None:
        return judge(measured, faults)
    return review(f"{measured}; vị trí đường kẻ cần xem bằng mắt")
