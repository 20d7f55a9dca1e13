"""Đ. Phụ lục: lines 45-48 (PL I, Mục III, khoản 1)."""

import re
from collections.abc import Iterator

from danvan_desktop.inspection.anatomy import Anatomy, FoundAnnex
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.rules.head import UNKNOWN, date_match, number_match
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

_SOURCE = re.compile(
    r"\(Kèm theo Báo cáo số:?(?P<number>[\s\d…._]*)/(?P<symbol>\S+)\s+"
    r"ngày(?P<day>[\s\d…._]*)tháng(?P<month>[\s\d…._]*)năm(?P<year>[\s\d…._]*)của\s+\S.*\)"
)
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


def _label_faults(annex: FoundAnnex) -> Iterator[str]:
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


def _title(annex: FoundAnnex) -> FlowParagraph | None:
    first = annex.content[0] if annex.content else None
    return None if first is None or _ENCLOSED.match(first.text) else first


def enclosed(anatomy: Anatomy) -> Measurement:
    """Line 47."""
    if not anatomy.annexes:
        return not_applicable(_NONE)
    written = [lines for annex in anatomy.annexes if (lines := _enclosing(annex))]
    found = [line for lines in written for line in lines]
    faults = [*size_faults(found, 13, 14), *look_faults(found, italic=True, centred=True)]
    if len(written) < len(anatomy.annexes):
        faults.append("phụ lục chưa có dòng “(Kèm theo Báo cáo số …)”")
    for lines in written:
        faults += _source_faults(" ".join(line.text for line in lines), anatomy)
    if not faults and any(_is_unfilled(line.text) for line in found):
        return review(f"chưa điền ký hiệu hoặc tên cơ quan ({said(found[0].text)})")
    return judge(describe(*found) if found else "", faults)


def _is_unfilled(text: str) -> bool:
    """Whether symbol or agency are yet to come; number and day may be blank."""
    match = _SOURCE.fullmatch(text)
    return match is not None and UNKNOWN in match["symbol"] + text[match.end("year") :]


def _enclosing(annex: FoundAnnex) -> list[FlowParagraph]:
    """Return the lines of "(Kèm theo …)": one, or those that a break of the line makes of it."""
    near = annex.content[:6]
    start = next((index for index, line in enumerate(near[:4]) if _ENCLOSED.match(line.text)), None)
    if start is None:
        return []
    end = next((i for i, line in enumerate(near) if i >= start and line.text.endswith(")")), start)
    return [*near[start : end + 1]]


def _source_faults(text: str, anatomy: Anatomy) -> Iterator[str]:
    """Say where the line says otherwise than the head: blanks are an electronic document's own."""
    match = _SOURCE.fullmatch(text)
    if match is None:
        yield "không đúng dạng “(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm … của …)”"
        return
    filled = [any(c.isdigit() for c in match[part]) for part in ("number", "day", "month")]
    if any(filled) and not all(filled):
        yield "số, ngày, tháng chỗ điền chỗ để trống"
    head = number_match(anatomy)
    if not match["symbol"].isupper() and UNKNOWN not in match["symbol"]:
        yield f"ký hiệu {match['symbol']} không in hoa"
    if head and _bare(match["symbol"]) != _bare(head["symbol"]):
        yield f"ký hiệu {match['symbol']} khác với ký hiệu của báo cáo"
    if head and filled[0] and match["number"].strip() != head["number"].strip():
        yield "số khác với số của báo cáo"
    date = date_match(anatomy)
    parts = ("day", "month", "year")
    if date and all(filled) and [match[p].strip() for p in parts] != [date[p].strip() for p in parts]:
        yield "ngày, tháng, năm khác với ngày, tháng, năm của báo cáo"


def _bare(symbol: str) -> str:
    """``symbol`` without its form: capitals and spaces in the head's own are line 18's matter."""
    return "".join(symbol.split()).upper()


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
