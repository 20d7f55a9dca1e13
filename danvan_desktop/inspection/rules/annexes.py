"""Đ. Phụ lục: lines 45-48 (PL I, Mục III, khoản 1)."""

import re
from collections.abc import Iterator

from danvan_desktop.inspection.anatomy import Anatomy, Annex
from danvan_desktop.inspection.flow import Paragraph
from danvan_desktop.inspection.rules.judging import (
    Rule,
    describe,
    judge,
    look_faults,
    not_applicable,
    review,
    said,
    size_faults,
)
from danvan_desktop.inspection.sheet import Measurement

_ENCLOSED = re.compile(r"\(\s*Kèm theo", re.IGNORECASE)
_NONE = "không có phụ lục"


def references(anatomy: Anatomy) -> Measurement:
    """Line 45."""
    if not anatomy.annexes:
        return not_applicable(_NONE)
    text = " ".join(block.paragraph.text for block in anatomy.blocks).lower()
    faults = []
    for annex in anatomy.annexes:
        label = " ".join(annex.label.text.split()).rstrip(".:")
        if not re.search(rf"\b{re.escape(label.lower())}\b", text):
            faults.append(f"nội dung không nhắc đến {said(label)}")
        if len(anatomy.annexes) > 1 and not re.search(r"\s[IVXLC]+$", label):
            faults.append(f"{said(label)} không đánh số La Mã")
    return judge(f"{len(anatomy.annexes)} phụ lục", faults)


def labels(anatomy: Anatomy) -> Measurement:
    """Line 46."""
    if not anatomy.annexes:
        return not_applicable(_NONE)
    measured = describe(*(annex.label for annex in anatomy.annexes))
    return judge(measured, [fault for annex in anatomy.annexes for fault in _label_faults(annex)])


def _label_faults(annex: Annex) -> Iterator[str]:
    yield from size_faults([annex.label], 14, 14)
    yield from look_faults([annex.label], bold=True, italic=False, capitals=False, centred=True)
    title = _title(annex)
    if title is None:
        yield f"{said(annex.label.text)} không có tên"
        return
    yield from (f"tên phụ lục {fault}" for fault in size_faults([title], 13, 14))
    yield from (
        f"tên phụ lục {fault}" for fault in look_faults([title], bold=True, capitals=True, centred=True)
    )


def _title(annex: Annex) -> Paragraph | None:
    first = annex.content[0] if annex.content else None
    return None if first is None or _ENCLOSED.match(first.text) else first


def enclosed(anatomy: Anatomy) -> Measurement:
    """Line 47."""
    if not anatomy.annexes:
        return not_applicable(_NONE)
    found = [p for annex in anatomy.annexes for p in annex.content[:4] if _ENCLOSED.match(p.text)]
    if len(found) < len(anatomy.annexes):
        return review("phụ lục chưa có dòng “(Kèm theo Báo cáo số …)”")
    faults = [*size_faults(found, 13, 14), *look_faults(found, italic=True, centred=True)]
    return judge(describe(*found), faults)


def numbering(anatomy: Anatomy) -> Measurement:
    """Line 48."""
    if not anatomy.annexes:
        return not_applicable(_NONE)
    faults = []
    sections = anatomy.paper.sections
    used = {paragraph.place.section for block in anatomy.blocks for paragraph in [block.paragraph]}
    for annex in anatomy.annexes:
        at = annex.label.place.section
        if at in used or sections[min(at, len(sections) - 1)].number_start != 1:
            faults.append(f"{said(annex.label.text)} không đánh số trang lại từ 1")
        used.add(at)
    return judge("số trang từng phụ lục bắt đầu từ 1" if not faults else "", faults)


RULES: dict[int, Rule] = {45: references, 46: labels, 47: enclosed, 48: numbering}
