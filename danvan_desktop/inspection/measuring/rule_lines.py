"""The drawn lines under the motto, the agency and the trích yếu: how they are made and how long they are."""

from collections.abc import Sequence
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import DrawnLine, FlowParagraph
from danvan_desktop.inspection.measuring.judgement import judge, review
from danvan_desktop.inspection.measuring.middle import middle_on_paper
from danvan_desktop.inspection.measuring.text_width import line_widths
from danvan_desktop.inspection.measuring.units import millimetres
from danvan_desktop.inspection.recognition.rule_places import RulePlace
from danvan_desktop.inspection.sheet import Measurement

SLACK = 57
"""1 mm: what an eye and a ruler do not tell apart."""
_ASIDE = 113
"""2 mm: a rule so far from the middle of its text is still seen in the middle."""
_OTHERS = 454
"""8 mm: a rule further from the middle of the text belongs to another one."""


@frozen
class FoundRuleLine:
    """A drawn line (đường kẻ) as it was found; twips."""

    made: Literal["border", "drawn", "underline", "underscores"]
    length: int = 0
    middle: float | None = None
    """From the left edge of the paper; None where the file does not tell."""
    solid: bool = True


def find_rule_line(place: RulePlace, lines: Sequence[FlowParagraph]) -> FoundRuleLine | None:
    """Return the line under ``lines``: in the last of them, among what follows, or anchored elsewhere."""
    under = place.under
    for index, paragraph in enumerate(under):
        borders, room = paragraph.format, paragraph.room
        below_text = borders.top_border if index else borders.bottom_border
        if below_text or (index and borders.bottom_border):
            return FoundRuleLine("border", room, paragraph.place.left + borders.left + room / 2)
        if paragraph.drawn:
            return _drawn(_nearest(paragraph.drawn, lines) or paragraph.drawn[0])
        if index and paragraph.text:
            return FoundRuleLine("underscores")
    if under and any(run.format.underline for run in under[0].visible_runs):
        return FoundRuleLine("underline")
    near = _nearest([line for paragraph in place.beside for line in paragraph.drawn], lines)
    elsewhere = _nearest(
        [line for paragraph in place.elsewhere for line in paragraph.drawn], lines, known=True
    )
    found = near or elsewhere
    return None if found is None else _drawn(found)


def _drawn(line: DrawnLine) -> FoundRuleLine:
    return FoundRuleLine("drawn", line.length, line.middle, line.solid)


def _nearest(
    drawn: Sequence[DrawnLine], lines: Sequence[FlowParagraph], *, known: bool = False
) -> DrawnLine | None:
    """Return of ``drawn`` the line that is nearest to the middle of ``lines``, None where all are far away.

    ``known``: only one whose place the file tells.
    """
    near = []
    for line in drawn:
        off = _off(line.middle, lines)
        if off is None:
            near += [] if known else [(float(_OTHERS), line)]
        elif off <= _OTHERS:
            near.append((off, line))
    return min(near, key=lambda found: found[0])[1] if near else None


def _off(place: float | None, lines: Sequence[FlowParagraph]) -> float | None:
    """Return how far ``place`` is from the middle of ``lines`` or of their column; None: unknown."""
    middles = [at for line in lines if (at := middle_on_paper(line)) is not None]
    middles += [line.place.left + line.place.width / 2 for line in lines if line.place.left]
    return None if place is None or not middles else min(abs(place - at) for at in middles)


def judge_rule_line(
    place: RulePlace,
    lines: Sequence[FlowParagraph],
    least: float,
    most: float,
    *,
    axis: Sequence[FlowParagraph | None] = (),
) -> Measurement:
    """Judge the line under ``lines``; it must be ``least`` to ``most`` times one of them.

    ``axis`` are other parts that are centred on the same middle: it tells where a line stands aside itself.
    Of a text of several lines the decree does not say which one it means.
    """
    found = find_rule_line(place, lines)
    if found is None:
        return judge("", ["không tìm thấy đường kẻ"])
    if found.made in {"underline", "underscores"}:
        how = "gạch chân chữ" if found.made == "underline" else "gõ bằng dấu gạch"
        return judge("", [f"đường kẻ {how}, không phải nét liền kẻ riêng"])
    measured = f"nét {'liền' if found.solid else 'đứt'} dài {millimetres(found.length)}"
    widths = [width for line in lines for width in line_widths(line) or ()]
    if not widths:
        return review(f"{measured}; máy không có phông Times New Roman để đo dòng chữ")
    asked = min(widths, key=lambda width: _excess(found.length, width, least, most))
    measured += f", dòng chữ {millimetres(asked)}"
    faults = []
    if _excess(found.length, asked, least, most) > SLACK:
        faults.append(f"dài bằng {found.length / max(asked, 1):.2f} dòng chữ".replace(".", ","))
    if not found.solid:
        faults.append("không phải nét liền")
    off = _off(found.middle, [*lines, *(part for part in axis if part is not None)])
    if off is not None and off > _ASIDE:
        faults.append("không cân đối giữa dòng chữ")
    if faults or off is not None:
        return judge(measured, faults)
    return review(f"{measured}; vị trí đường kẻ cần xem bằng mắt")


def _excess(length: float, width: float, least: float, most: float) -> float:
    """Return how much ``length`` lies outside of what ``width`` asks for."""
    return max(width * least - length, length - width * most, 0.0)
