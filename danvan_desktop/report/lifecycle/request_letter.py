"""Report request (yêu cầu báo cáo): citation of the letter, opening paragraph, deadline.

The citation follows PL I, II.6.b: type, "số" number/symbol, date, issuer, subject; no comma before "ngày".
"""

import re
from dataclasses import replace

from danvan_desktop.report.agency_in_text import agency_in_text, with_agency_named
from danvan_desktop.report.editing.block_kinds import mint
from danvan_desktop.report.model import Paragraph, PartialDate, Report, Request, Run, plain
from danvan_desktop.report.text.dates import short_date, without_day

TYPES = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "CĐ": "Công điện",
    "TT": "Thông tư",
    "KL": "Kết luận",
    "CV": "Công văn",
    "GM": "Giấy mời",
    "PC": "Phiếu chuyển",
}
"""Abbreviations of types in symbols (PL III, and the Party's KL and CV)."""

_PARTY_RULE = "QĐ/TW"
_OPENS = re.compile(r"\s*(?:Thực hiện|Căn cứ|Theo|Triển khai thực hiện)\b.*(?:\bsố\b|\bvề việc\b|:\s*$)")
_SUBJECT_START = re.compile(r"^\s*(?:(?:v/v|về\s+việc|về|việc)\b[:\s]*)+", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:(?:Ủy|Uỷ) ban|Hội đồng nhân dân|Ban (?:Dân vận|Chấp hành|Thường vụ|Tuyên giáo|Chỉ đạo)|Sở|Công an|"
    r"Bộ(?= [A-ZĐ])|Luật|Đảng|Nhà nước|Nhân dân|Quốc hội|Chính phủ|Thủ tướng|Mặt trận|"
    r"(?:Tỉnh|Thành) (?:ủy|uỷ))\b"
)
"""What keeps its capital inside a sentence."""
_WRITTEN = re.compile(
    rf"(?P<type>{'|'.join(sorted({*TYPES.values(), 'Luật', 'Văn bản', 'CV'}, key=len, reverse=True))})?"
    r"\s*(?:số\b\s*:?)?\s*(?P<symbol>.*)",
    re.IGNORECASE,
)
"""A number as it is copied from the letter: "Số: 21/KH-UBND", "Kế hoạch số 21/KH-UBND"."""
_AS_PRINTED = {key.casefold(): key for key in (*TYPES, "TTg")}


def document_type(number_symbol: str) -> str:
    """Name the type of a document by its symbol: "4378/SNV-XDCQ" is a Công văn, "21/KH-UBND" a Kế hoạch."""
    text = re.sub(r"\s+", "", number_symbol)
    if text.endswith(
        _PARTY_RULE
    ):  # the Party's QĐ of TW is a quy định or a quyết định: the number cannot tell
        return TYPES["QĐ"]
    groups = re.split(r"[/-]", re.sub(r"^[\d….]*", "", text).lstrip("/-"))
    for group in groups[:2] if groups and groups[0].isdigit() else groups[:1]:
        if group in TYPES:
            return TYPES[group]
    return "Công văn"


def citation(request: Request) -> str:
    """Cite the letter: "Công văn số 4378/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ về việc …"."""
    kind, number = _type_and_number(request.number_symbol or "")
    parts = [
        f"{kind} số {number or '…'}",
        _dated(request.date),
        f"của {(request.agency or '').strip() or '…'}",
    ]
    subject = _subject(request.subject or "")
    return " ".join([*parts, f"về việc {subject}"] if subject else parts)


def _type_and_number(text: str) -> tuple[str, str]:
    """Tell the type of a letter, as it is named or by its symbol, and its number and symbol as printed."""
    written = _WRITTEN.match(" ".join(text.split()).rstrip(".,;"))
    named, symbol = (written["type"] or "", written["symbol"]) if written else ("", text)
    symbol = re.sub(r"\s*([/-])\s*", r"\1", re.sub("[‐‑–—−]", "-", symbol))
    if not any(map(str.isupper, symbol)):  # typed in small letters
        symbol = "".join(_AS_PRINTED.get(part, part.upper()) for part in re.split(r"([/-])", symbol))
    symbol = f"…{symbol}" if symbol.startswith("/") else symbol
    kind = "" if named.casefold() in {"cv", "văn bản"} else named.capitalize()
    return kind or document_type(symbol), symbol


def _dated(when: PartialDate) -> str:
    return f"{without_day(when) or 'ngày '}{short_date(when)}"


def _subject(text: str) -> str:
    words = _SUBJECT_START.sub("", text.strip()).strip().rstrip(".;,")
    first = words.partition(" ")[0]
    if _NAMES.match(words):
        return words
    # "Báo cáo kết quả" loses its capital behind "về việc", "UBND tỉnh" does not.
    return words if first.isupper() and len(first) > 1 else words[:1].lower() + words[1:]


def opening_text(request: Request, agency: str) -> str:
    """Write the opening paragraph of the report of ``agency``, named as in running text."""
    return f"Thực hiện {citation(request)}, {agency.strip() or '…'} báo cáo kết quả như sau:"


def with_opening(report: Report, agency: str | None = None) -> Report:
    """Put the opening paragraph for the report's request in place of the old one, or before the first block.

    ``agency`` is how the office is named in running text, in Kết thúc too; None takes the name from the old
    opening, else from the letterhead. A report without a request is given back as it is.
    """
    request = report.request
    if request is None:
        return report
    before = agency_in_text(report)
    name = agency if agency is not None else before
    report = with_agency_named(report, name, before)
    text = opening_text(request, name)
    at = _opening_at(report)
    if at is None:
        identity, report = mint(report)
        return replace(report, opening=(Paragraph(identity, runs=(Run(text),)), *report.opening))
    old = report.opening[at]
    if not isinstance(old, Paragraph) or plain(old.runs) == text:
        return report
    origin = None if old.origin is None else replace(old.origin, touched=True, found=())
    new = replace(old, runs=(Run(text),), origin=origin)
    return replace(report, opening=(*report.opening[:at], new, *report.opening[at + 1 :]))


def _opening_at(report: Report) -> int | None:
    """Find the paragraph that says what the report answers: an empty one with a hint will do."""
    for at, block in enumerate(report.opening):
        if isinstance(block, Paragraph):
            text = plain(block.runs)
            if _OPENS.match(text) or (not text.strip() and block.hint is not None):
                return at
    return None
