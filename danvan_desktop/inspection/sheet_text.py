"""The compliance sheet as plain text and as JSON."""

import json

from danvan_desktop.inspection.lines import SECTIONS
from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome, SheetLine

TITLE = "PHIẾU KIỂM TRA THỂ THỨC, KỸ THUẬT TRÌNH BÀY VĂN BẢN"
SIGNERS = ("Người soạn thảo", "Người kiểm tra thể thức (Điều 12 khoản 2)")
"""Who puts a name under it."""
DATED = "………, ngày …… tháng …… năm ……"
"""Where and when each does."""
_COUNTED = (
    (Outcome.RIGHT, "đúng"),
    (Outcome.WRONG, "không đúng"),
    (Outcome.REVIEW, "cần xem lại"),
    (Outcome.NOT_APPLICABLE, "không áp dụng"),
    (Outcome.CUSTOM, "khác thông lệ"),
)


def summary(sheet: ComplianceSheet) -> str:
    """Return "Kết quả: … đúng, … không đúng, … cần xem lại"."""
    counts = sheet.counts
    return "Kết quả: " + ", ".join(f"{counts[outcome]} {name}" for outcome, name in _COUNTED)


def heading(sheet: ComplianceSheet) -> list[str]:
    """Return what stands under the title: the document, the file, the time, the result."""
    source = sheet.source
    pages = "số trang: chỉ biết khi in"
    if source.pages is not None:
        pages = f"{source.pages} trang ({(source.pages + 1) // 2} tờ in hai mặt)"
    return [
        f"Tên văn bản: {source.title or '(không tìm thấy)'}",
        f"Tệp kiểm tra: {source.name}, {pages}, SHA-256 {source.sha256[:16]}",
        f"Ngày giờ kiểm tra: {sheet.checked_at:%d/%m/%Y %H:%M:%S}",
        summary(sheet),
    ]


def as_text(sheet: ComplianceSheet) -> str:
    """Return the sheet for reading on a screen."""
    head = [TITLE, *heading(sheet)]
    body: list[str] = []
    for section in SECTIONS:
        body += ["", section.title, *map(_line_as_text, section.lines_of(sheet))]
    foot = ["", *(f"{name}: …………… ({DATED})" for name in SIGNERS)]
    return "\n".join(head + body + foot)


def _line_as_text(line: SheetLine) -> str:
    return (
        f"{line.number:>2}. {line.requirement.text}\n"
        f"    [{line.outcome.value}] {line.measured}\n"
        f"    Căn cứ: {line.requirement.citation}"
    )


def as_json(sheet: ComplianceSheet) -> str:
    """Return the sheet for other programs."""
    source = sheet.source
    return json.dumps(
        {
            "file": source.name,
            "sha256": source.sha256,
            "title": source.title,
            "pages": source.pages,
            "checked_at": sheet.checked_at.isoformat(),
            "passed": sheet.passed,
            "lines": [_line_as_json(line) for line in sheet.lines],
        },
        ensure_ascii=False,
        indent=2,
    )


def _line_as_json(line: SheetLine) -> dict[str, object]:
    requirement = line.requirement
    return {
        "number": line.number,
        "text": requirement.text,
        "subject": requirement.subject,
        "rule": requirement.rule,
        "measured": line.measured,
        "outcome": line.outcome.value,
        "citation": requirement.citation,
        "custom": requirement.is_custom,
    }
