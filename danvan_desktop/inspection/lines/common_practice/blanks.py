"""Line 54: room of the blanks for number and date."""

import re
from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.inspection.flow import FlowParagraph, PrintedLine
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge_custom, not_applicable, review
from danvan_desktop.inspection.measuring.number_and_date import BLANK
from danvan_desktop.inspection.measuring.printed_file import SLACK_MM
from danvan_desktop.inspection.measuring.text_width import text_width
from danvan_desktop.inspection.measuring.units import millimetres, to_mm
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

NUMBER_MM = 12.0
DAY_MM = 7.0
_ALMOST = 0.05


def blanks(anatomy: Anatomy) -> Measurement:
    """Whether the blanks are wide enough, by the metrics of the font."""
    found = [
        (name, _blank(paragraph, pattern), least)
        for name, paragraph, pattern, least in blank_places(anatomy)
        if pattern.search(_whole(paragraph))
    ]
    if not found:
        return not_applicable("số và ngày đã điền")
    if any(width is None for _, width, _ in found):
        return review("máy không có phông Times New Roman để đo chỗ trống")
    measured = ", ".join(f"{name} {millimetres(width or 0)}" for name, width, _ in found)
    narrow = [name for name, width, least in found if to_mm(width or 0) < least - _ALMOST]
    return judge_custom(measured, [f"chỗ trống hẹp: {', '.join(narrow)}"] if narrow else [])


def blank_places(anatomy: Anatomy) -> Iterator[tuple[str, FlowParagraph, re.Pattern[str], float]]:
    """Yield each blank: its name, where it stands, its pattern and how many mm it needs."""
    if anatomy.number is not None:
        yield "số", anatomy.number, re.compile(rf"Số:({BLANK})/"), NUMBER_MM
    if anatomy.date is not None:
        yield "ngày", anatomy.date, re.compile(rf"ngày({BLANK})tháng"), DAY_MM
        yield "tháng", anatomy.date, re.compile(rf"tháng({BLANK})năm"), DAY_MM


def _whole(paragraph: FlowParagraph) -> str:
    return "".join(run.shown for run in paragraph.runs)


def _blank(paragraph: FlowParagraph, pattern: re.Pattern[str]) -> float | None:
    match = pattern.search(_whole(paragraph))
    total = text_width(paragraph)
    if match is None or total is None:
        return None
    without = _without(paragraph, match.start(1), match.end(1))
    rest = text_width(without)
    return None if rest is None else total - rest


def _without(paragraph: FlowParagraph, start: int, end: int) -> FlowParagraph:
    """Return ``paragraph`` less the characters from ``start`` to ``end``."""
    runs, at = [], 0
    for run in paragraph.runs:
        rest = "".join(c for i, c in enumerate(run.text, at) if not start <= i < end)
        runs.append(replace(run, text=rest))
        at += len(run.text)
    return replace(paragraph, runs=tuple(runs))


def printed_blanks(anatomy: Anatomy) -> Measurement:
    """The room between the printed letters before and after each blank."""
    found = [
        (name, _printed_blank(paragraph.printed[0], match), least)
        for name, paragraph, pattern, least in blank_places(anatomy)
        if (match := pattern.search(paragraph.printed[0].text))
    ]
    if not found:
        return not_applicable("số và ngày đã điền")
    measured = ", ".join(f"{name} {millimetres(room)}" for name, room, _ in found)
    narrow = [name for name, room, least in found if to_mm(room) < least - SLACK_MM]
    return judge_custom(measured, [f"chỗ trống hẹp: {', '.join(narrow)}"] if narrow else [])


def _printed_blank(line: PrintedLine, match: re.Match[str]) -> float:
    return line.lefts[match.end(1)] - line.rights[match.start(1) - 1]


LINES = (
    LineDefinition(
        Requirement(
            54,
            "Chỗ trống cho số và ngày",
            ": để trống đủ chỗ (số từ 12 mm; ngày, tháng từ 7 mm)",
            None,
        ),
        measure=blanks,
        measure_printed=printed_blanks,
        place="letterhead.number",
    ),
)
