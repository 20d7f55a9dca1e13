"""Line 18: number and symbol (PL I, Mục II, khoản 3)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults
from danvan_desktop.inspection.measuring.judgement import judge, missing, quoted, review
from danvan_desktop.inspection.measuring.middle import is_below_middle
from danvan_desktop.inspection.measuring.number_and_date import UNFILLED, number_match
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.document_kinds import ABBREVIATIONS
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.letterhead_refusals import symbol_faults

_YEAR = re.compile(r"^\d{4}/")
"""Between number and symbol of what makes law: "12/2025/QĐ-UBND"."""


def number(anatomy: Anatomy) -> Measurement:
    """Whether number and symbol are written and formatted as "Số: 05/BC-VP"; a blank number is right."""
    found = anatomy.number
    if found is None:
        return missing(anatomy, "số, ký hiệu")
    match = number_match(anatomy)
    if UNFILLED in (match["symbol"] if match else found.text):
        return review(f"chưa điền ký hiệu ({quoted(found.text)})")
    faults = [*_number_faults(found, match, anatomy.document_kind)]
    if not is_below_middle(found, anatomy.agencies[-1:]):
        faults.append("không canh giữa")
    return judge(describe(found), faults)


def _number_faults(found: FlowParagraph, match: re.Match[str] | None, kind: str) -> Iterator[str]:
    yield from size_faults([found], 13, 13)
    yield from format_faults([found], bold=False, italic=False)
    if match is None:
        yield f"không đúng dạng “Số: …/{ABBREVIATIONS.get(kind, '')}-…”".replace("/-…", "/…")
        return
    digits, symbol = match["number"].strip(" \t.…_\xa0"), _YEAR.sub("", match["symbol"])
    if digits and len(digits) < 2:
        yield f"số dưới 10 phải viết 0{digits}"
    if digits and match["number"].rstrip() != match["number"]:
        yield "dấu “/” cách chữ"
    yield from (fault.found for fault in symbol_faults(symbol, kind))


def write_symbol(report: Report) -> Report:
    """Write "bc - vp" as "BC-VP" (PL I, II.3.b); what follows "BC-" is the office's to know."""
    head = report.letterhead
    symbol = re.sub(r"\s", "", head.symbol or "").upper()
    if symbol and "-" not in symbol and symbol != "BC":
        symbol = f"BC-{symbol}"
    return replace(report, letterhead=replace(head, symbol=symbol or head.symbol))


SYMBOL_IN_CAPITALS = Correction("Viết ký hiệu in hoa, liền nhau, bắt đầu bằng “BC-”", write_symbol)

LINES = (
    LineDefinition(
        Requirement(
            18,
            "Số, ký hiệu",
            (
                ": “Số:” cỡ 13, đứng; dấu “/” và “-” không cách chữ; ký hiệu in hoa, bắt đầu bằng chữ "
                "viết tắt tên loại (“BC-”); số dưới 10 có số 0; canh giữa dưới tên cơ quan (để trống số: đạt)"
            ),
            "điểm b, c khoản 3 Mục II PL I; Mục I Phụ lục III",
        ),
        measure=number,
        place="letterhead.symbol",
        corrections=(SYMBOL_IN_CAPITALS,),
    ),
)
