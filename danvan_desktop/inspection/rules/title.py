"""B. Phần đầu văn bản: lines 22-27, from tên loại to Kính gửi (PL I, Mục II, khoản 5 and 9)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from danvan_desktop.inspection.anatomy import Anatomy
from danvan_desktop.inspection.flow import FlowParagraph, FlowRun, PrintedFile
from danvan_desktop.inspection.rules.judging import (
    Rule,
    describe,
    judge,
    look_faults,
    missing,
    not_applicable,
    points,
    printed_pitch,
    review,
    said,
    size_faults,
    sizes,
    text_width,
    to_mm,
)
from danvan_desktop.inspection.rules.marks import judge_mark
from danvan_desktop.inspection.sheet import Measurement
from danvan_desktop.layout import nd30

_STAMP_SLACK = 1.0  # mm
_NEAR = 6  # pt: more is not right below any more
_BELOW = 85  # twips, 1.5 mm: what an eye takes for straight below
_SUBJECT_LIMIT = 500
"""Characters: the field for the trích yếu of a document sent out, Phụ lục VI."""


def kind(anatomy: Anatomy) -> Measurement:
    """Line 22."""
    found = anatomy.kind
    if found is None:
        return missing(anatomy, "tên loại “BÁO CÁO”")
    faults = [
        *size_faults([found], 13, 14),
        *look_faults([found], bold=True, italic=False, capitals=True, centred=True),
    ]
    if found.text.upper() != "BÁO CÁO":
        faults.append("không phải “BÁO CÁO”")
    return judge(describe(found), faults)


def subject(anatomy: Anatomy) -> Measurement:
    """Line 23."""
    found = anatomy.subject
    if not found:
        return missing(anatomy, "trích yếu")
    return judge(describe(*found), [*_subject_faults(found, anatomy.kind)])


def _subject_faults(found: Sequence[FlowParagraph], above: FlowParagraph | None) -> Iterator[str]:
    yield from size_faults(found, 13, 14)
    yield from look_faults(found, bold=True, italic=False, capitals=False, centred=True)
    gap = 0.0 if above is None else _gap(above, found[0])
    if gap > _NEAR:
        yield f"cách tên loại {points(gap)} pt, không ở ngay dưới"
    text = " ".join(p.text for p in found)
    if re.search(r"[.!?;]\s+[A-ZĐÀ-Ỹ]", text):
        yield "nhiều hơn một câu"
    if text.endswith((".", ";", ",", ":")):
        yield f"kết thúc bằng “{text[-1]}”"
    if re.match(r"V/v\b", text):
        yield "“V/v” chỉ dùng ở công văn"
    if len(text) > _SUBJECT_LIMIT:
        yield f"dài trên {_SUBJECT_LIMIT} ký tự"


def _gap(above: FlowParagraph, below: FlowParagraph) -> float:
    """Return the clear room in points between two lines."""
    if above.printed and below.printed:
        apart = printed_pitch(above, below)
        return 0.0 if apart is None else apart - 1.15 * max(sizes([below]), default=14)
    return (above.look.after + below.look.before) / 20


def subject_rule(anatomy: Anatomy) -> Measurement:
    """Line 24."""
    if not anatomy.subject:
        return missing(anatomy, "trích yếu")
    return judge_mark(anatomy.under_subject, anatomy.subject, 1 / 3, 1 / 2)


def addressees(anatomy: Anatomy) -> Measurement:
    """Line 25."""
    found = anatomy.addressees
    if not found:
        return not_applicable("không có “Kính gửi”")
    faults = [*size_faults(found, 13, 14), *look_faults(found, italic=False)]
    first, *others = found
    if not first.text.startswith("Kính gửi:"):
        faults.append("sau “Kính gửi” không có dấu hai chấm")
    for index, paragraph in enumerate(others):
        end = "." if index == len(others) - 1 else ";"
        if not paragraph.text.endswith(end):
            faults.append(f"{said(paragraph.text)} không kết thúc bằng “{end}”")
    aligned = all(_is_below_colon(first, paragraph) for paragraph in others)
    if others and not aligned:
        faults.append("gạch đầu dòng không thẳng dưới dấu hai chấm")
    return judge(describe(*found), faults)


def _is_below_colon(label: FlowParagraph, listed: FlowParagraph) -> bool:
    """Whether the dash of ``listed`` stands right below the colon of ``label``."""
    if label.printed and listed.printed:
        line = label.printed[0]
        at = line.text.find(":")
        return at >= 0 and abs(listed.printed[0].left - line.lefts[at]) <= _BELOW
    before = replace(label, runs=_before_colon(label))
    width = text_width(before)
    if width is None or label.look.align == "center" or listed.look.align == "center":
        return False
    colon = label.look.left + label.look.first_line + width
    return abs(listed.look.left + listed.look.first_line - colon) <= _BELOW


def _before_colon(label: FlowParagraph) -> tuple[FlowRun, ...]:
    kept = []
    for run in label.runs:
        head, found, _ = run.text.partition(":")
        kept.append(replace(run, text=head))
        if found:
            break
    return tuple(kept)


def as_above(anatomy: Anatomy) -> Measurement:
    """Line 26."""
    addressed = bool(anatomy.addressees)
    answered = any(p.text.startswith(("- Như trên", "-Như trên")) for p in anatomy.recipients)
    if not addressed and not answered:
        return not_applicable("không có “Kính gửi”")
    faults = []
    if addressed and not answered:
        faults.append("có “Kính gửi” nhưng Nơi nhận không có “- Như trên;”")
    if answered and not addressed:
        faults.append("Nơi nhận có “Như trên” nhưng không có “Kính gửi”")
    return judge("" if faults else "có “Kính gửi” và “- Như trên;”", faults)


def urgency(anatomy: Anatomy) -> Measurement:
    """Line 27: the box is measured; of a Word file as Word draws the borders of a paragraph."""
    found = anatomy.urgency
    if found is None:
        return not_applicable("không có dấu chỉ mức độ khẩn")
    faults = [*size_faults([found], 13, 14), *look_faults([found], bold=True, capitals=True)]
    asked = nd30.STAMPS_MM.get(found.text.replace("HOẢ", "HỎA"))
    printed = anatomy.paper.printed
    box = _box_set(found) if printed is None else _box_around(found, printed)
    if box is None and printed is not None:
        faults.append("không có khung")
    if asked is None or box is None or faults:
        measured = f"{describe(found)}; khung và kích thước dấu cần đo trên giấy"
        return judge(describe(found), faults) if faults else review(measured)
    width, height = map(to_mm, box)
    if abs(width - asked[0]) > _STAMP_SLACK or abs(height - asked[1]) > _STAMP_SLACK:
        faults.append(f"quy định {asked[0]} x {asked[1]} mm")
    return judge(f"{describe(found)}, khung {width:.0f} x {height:.0f} mm", faults)


def _box_set(stamp: FlowParagraph) -> tuple[float, float] | None:
    """Return width and height of the box that the borders of one line of text make, None for no box."""
    width, frame = text_width(stamp), stamp.look.frame
    if frame is None or (width is not None and width > stamp.room):
        return None
    return stamp.room + frame[0], stamp.pitch + frame[1]


def _box_around(stamp: FlowParagraph, paper: PrintedFile) -> tuple[float, float] | None:
    line = stamp.printed[0]
    return next(
        (
            (box.right - box.left, box.bottom - box.top)
            for box in paper.pages[line.page].boxes
            if box.left <= line.centre <= box.right and box.top <= line.baseline <= box.bottom
        ),
        None,
    )


RULES: dict[int, Rule] = {
    22: kind,
    23: subject,
    24: subject_rule,
    25: addressees,
    26: as_above,
    27: urgency,
}
