"""E. Thông lệ: lines 49-56, what offices do though no clause asks for it. Never an error."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.rules.closing import split_signing
from danvan_desktop.inspection.rules.head import BLANK
from danvan_desktop.inspection.rules.judging import (
    Rule,
    judge_custom,
    millimetres,
    not_applicable,
    review,
    said,
    text_width,
    to_mm,
)
from danvan_desktop.inspection.rules.page import all_runs
from danvan_desktop.inspection.sheet import Measurement

SIGNATURE_MM = 25.0
NUMBER_MM = 12.0
DAY_MM = 7.0
_ALMOST = 0.05
_SCALE_SLACK = 1  # per cent: of a printer's rounding


def signature_room(anatomy: Anatomy) -> Measurement:
    """Line 49: the widest room among the lines of signing, for another post may stand below it."""
    titles, name = split_signing(anatomy)
    if not titles or name is None:
        return review("không nhận ra chức vụ và họ tên để đo chỗ ký")
    room = max(_room(anatomy.signing, above, below) for above, below in pairwise([*titles, name]))
    if titles[-1].place.row != name.place.row:
        return review("chức vụ và họ tên ở hai hàng của bảng, cần đo trên trang in")
    faults = ["dưới 25 mm"] if to_mm(room) < SIGNATURE_MM - _ALMOST else []
    return judge_custom(f"chỗ ký {millimetres(room)}", faults)


def _room(flow: Sequence[FlowParagraph], above: FlowParagraph, below: FlowParagraph) -> float:
    first = max(index for index, p in enumerate(flow) if p is above)
    last = next(index for index, p in enumerate(flow) if p is below)
    blank = sum(p.pitch + p.look.before + p.look.after for p in flow[first + 1 : last])
    return above.look.after + blank + below.look.before


def closing_together(anatomy: Anatomy) -> Measurement:
    """Line 50: what the file promises; where pages really break only shows in print."""
    label = anatomy.recipients_label
    if label is None:
        return review("không tìm thấy Nơi nhận")
    if label.place.table is None:
        return review("Nơi nhận không nằm trong bảng, cần xem trên trang in")
    faults = []
    if label.place.splits:
        faults.append("hàng của khối ký có thể bị ngắt trang")
    if anatomy.blocks and not anatomy.blocks[-1].paragraph.look.keep_next:
        faults.append("đoạn cuối nội dung không được giữ cùng trang với khối ký")
    return judge_custom("" if faults else "khối ký không ngắt, giữ cùng trang với đoạn cuối", faults)


def headings_kept(anatomy: Anatomy) -> Measurement:
    """Line 51: what the file promises, as line 50."""
    loose = [b.paragraph for b in anatomy.blocks if b.is_title and not b.paragraph.look.keep_next]
    lone = [b.paragraph for b in anatomy.blocks if b.is_running and b.paragraph.look.lone_lines]
    faults = []
    if loose:
        faults.append(f"đề mục có thể đứng cuối trang: {_first_of(loose, 'đề mục')}")
    if lone:
        faults.append(f"đoạn có thể để lại dòng lẻ: {_first_of(lone, 'đoạn')}")
    right = "" if faults else "mọi đề mục được giữ cùng trang với dòng sau, không đoạn nào để lại dòng lẻ"
    return judge_custom(right, faults, [*loose, *lone])


def _first_of(paragraphs: Sequence[FlowParagraph], name: str) -> str:
    more = f" và {len(paragraphs) - 1} {name} nữa" if len(paragraphs) > 1 else ""
    return f"{said(paragraphs[0].text)}{more}"


def letter_spacing(anatomy: Anatomy) -> Measurement:
    """Line 52."""
    slack = _SCALE_SLACK if anatomy.paper.printed else 0
    wrong = [
        run
        for run in all_runs(anatomy)
        if run.text.strip("_-–— ") and (run.look.spacing or abs(run.look.scale - 100) > slack)
    ]
    faults = [f"chữ bị co giãn: {said(wrong[0].text.strip())}"] if wrong else []
    return judge_custom("" if faults else "khoảng cách ký tự bình thường", faults)


def blanks(anatomy: Anatomy) -> Measurement:
    """Line 54."""
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
    """Yield what may be left to fill in, where it stands and how many mm it needs."""
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
        kept = "".join(c for i, c in enumerate(run.text, at) if not start <= i < end)
        runs.append(replace(run, text=kept))
        at += len(run.text)
    return replace(paragraph, runs=tuple(runs))


def pdf(_: Anatomy) -> Measurement:
    """Line 56."""
    return not_applicable("tệp kiểm tra là tệp Word")


RULES: dict[int, Rule] = {
    49: signature_room,
    50: closing_together,
    51: headings_kept,
    52: letter_spacing,
    54: blanks,
    56: pdf,
}
