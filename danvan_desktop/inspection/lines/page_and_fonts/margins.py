"""Lines 3-6: the four page margins (PL I, Mục I, khoản 3)."""

from itertools import pairwise

from danvan_desktop.inspection.corrections import WITHIN_RANGE
from danvan_desktop.inspection.line_definition import PRESENTATION, LineDefinition, Measure
from danvan_desktop.inspection.measuring.judgement import judge, review
from danvan_desktop.inspection.measuring.printed_file import SLACK_MM, print_of
from danvan_desktop.inspection.measuring.units import millimetres, to_mm
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

_SHORT_MM = 0.5
"""Some programs end justified lines up to 0.4 mm short of the margin."""
_MARGIN_SLACK = 0.05  # mm: a twip is 0.018 mm


def set_margin(side: str, low: float, high: float) -> Measure:
    """Lines 3-6: measure one margin as the Word file sets it."""

    def measure(anatomy: Anatomy) -> Measurement:
        found = [getattr(section, side) for section in anatomy.file.sections]
        measured = ", ".join(dict.fromkeys(map(millimetres, found)))
        wrong = [m for m in found if not low - _MARGIN_SLACK <= to_mm(m) <= high + _MARGIN_SLACK]
        return judge(measured, ["ngoài khoảng quy định"] if wrong else [])

    return measure


def printed_top_margin(anatomy: Anatomy) -> Measurement:
    """Line 3: nothing of the text stands higher than the margin, and the first line near it."""
    found = [page.first for page in print_of(anatomy.file).pages if page.first is not None]
    if not found:
        return review("không có chữ để đo")
    return _edge(min(found), 20, 25, "chữ cao nhất cách mép trên", sure=True)


def printed_bottom_margin(anatomy: Anatomy) -> Measurement:
    """Line 4: the lowest line tells, as a ruler on paper does: a PDF itself says nothing of margins.

    A full page ends less than a line above its margin; only then a margin is surely too wide.
    """
    paper = print_of(anatomy.file)
    rooms = [page.height - page.last if page.last is not None else None for page in paper.pages]
    found = [room for room in rooms if room is not None]
    if not found:
        return review("không có chữ để đo")
    full = [room for index in _full_pages(anatomy) if (room := rooms[index]) is not None]
    least = max(full) - paper.pitch if full and paper.pitch else 0.0  # the margin is more than that
    what, lowest = "chữ thấp nhất cách mép dưới", min(found)
    return _edge(lowest, 20, 25, what, sure=to_mm(least) > 25 + SLACK_MM)


def _full_pages(anatomy: Anatomy) -> set[int]:
    """Return the pages that end within a paragraph of which more than two lines go on.

    With fewer a line of the page may have been taken along, so that none stands alone on the next.
    """
    return {
        above.page
        for paragraph in (block.paragraph for block in anatomy.blocks)
        for above, below in pairwise(paragraph.printed)
        if above.page != below.page and len([x for x in paragraph.printed if x.page == below.page]) > 2
    }


def _edge(room: float, low: float, high: float, what: str, *, sure: bool) -> Measurement:
    measured = f"{what} {millimetres(room)}"
    if to_mm(room) < low - SLACK_MM:
        return judge(measured, [f"lề nhỏ hơn {low:.0f} mm"])
    if to_mm(room) > high + SLACK_MM:
        if sure:
            return judge(measured, ["ngoài khoảng quy định"])
        return review(f"{measured}; không có trang đầy chữ để đo")
    return judge(measured, [])


def printed_side_margin(side: str, low: float, high: float) -> Measure:
    """Lines 5 and 6: measure the left or right margin by the lines that reach it."""

    def measure(anatomy: Anatomy) -> Measurement:
        paper = anatomy.file
        known = [
            getattr(section, side)
            for section, sides in zip(paper.sections, print_of(paper).sides, strict=True)
            if getattr(sides, side)
        ]
        if not known:
            return review("không đủ dòng chữ chạm lề để đo")
        measured = ", ".join(dict.fromkeys(map(millimetres, known)))
        most = high + (_SHORT_MM if side == "right" else SLACK_MM)
        wrong = [m for m in known if not low - SLACK_MM <= to_mm(m) <= most]
        return judge(measured, ["ngoài khoảng quy định"] if wrong else [])

    return measure


LINES = (
    LineDefinition(
        Requirement(
            3,
            "Lề trên",
            " 20-25 mm",
            "khoản 3 Mục I PL I",
        ),
        measure=set_margin("top", 20, 25),
        measure_printed=printed_top_margin,
        place=PRESENTATION,
        corrections=(WITHIN_RANGE,),
    ),
    LineDefinition(
        Requirement(
            4,
            "Lề dưới",
            " 20-25 mm",
            "khoản 3 Mục I PL I",
        ),
        measure=set_margin("bottom", 20, 25),
        measure_printed=printed_bottom_margin,
        place=PRESENTATION,
        corrections=(WITHIN_RANGE,),
    ),
    LineDefinition(
        Requirement(
            5,
            "Lề trái",
            " 30-35 mm",
            "khoản 3 Mục I PL I",
        ),
        measure=set_margin("left", 30, 35),
        measure_printed=printed_side_margin("left", 30, 35),
        place=PRESENTATION,
        corrections=(WITHIN_RANGE,),
    ),
    LineDefinition(
        Requirement(
            6,
            "Lề phải",
            " 15-20 mm",
            "khoản 3 Mục I PL I",
        ),
        measure=set_margin("right", 15, 20),
        measure_printed=printed_side_margin("right", 15, 20),
        place=PRESENTATION,
        corrections=(WITHIN_RANGE,),
    ),
)
