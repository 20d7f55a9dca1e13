"""What the decree refuses in the letterhead, field by field: the sheet and the forms ask the same rules.

A fault is told twice: as the sheet of a finished file names it, and as a form asks for the right thing.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from danvan_desktop.report.document_kinds import ABBREVIATIONS, REPORT
from danvan_desktop.report.document_number import number_problem
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.provinces import NEEDS_KIND, PROVINCES, official_name
from danvan_desktop.report.office.signing_refusals import DECREE, Refusal

KIND = "BÁO CÁO"
LONGEST_SUBJECT = 500
"""Characters: the field for the trích yếu of a document sent out, Phụ lục VI."""


class Fault(NamedTuple):
    """One thing that is wrong."""

    found: str
    """What is wrong, as a line of the sheet lists it."""
    wanted: str
    """What to write, as a sentence without its full stop."""


# A parent agency in a commune bears the commune's name.
_PLACE_NAME = re.compile(r"\b(TỈNH|THÀNH PHỐ|TP\.?|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ|HUYỆN|QUẬN)\s+\S+")
_COUNCILS = "UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN"
_LOCAL = re.compile(rf"({_COUNCILS}|SỞ|VĂN PHÒNG|CHI CỤC)\b")


def names_a_place(parent_agency: str) -> bool:
    """Tell whether a parent agency names its province, city or commune."""
    return _PLACE_NAME.search(parent_agency.upper()) is not None


def is_local(parent_agency: str) -> bool:
    """Tell whether a parent agency is one of a province or a commune, going by its name."""
    return _LOCAL.match(parent_agency.upper()) is not None


def parent_agency_faults(name: str) -> Iterator[Fault]:
    """Find what is wrong in the name of the parent agency (PL I, II.2.b)."""
    if not names_a_place(name) and is_local(name):
        yield Fault(
            "không có tên tỉnh (thành phố)", "Ghi thêm tên tỉnh, thành phố, ví dụ “ỦY BAN NHÂN DÂN TỈNH …”"
        )


def symbol_faults(symbol: str, kind: str = REPORT) -> Iterator[Fault]:
    """Find what is wrong in the ký hiệu of a document of that ``kind`` (PL I, II.3.b, c; PL III, Mục I)."""
    if re.search(r"\s", symbol):
        yield Fault("ký hiệu có khoảng trắng", "Ký hiệu viết liền, không có khoảng trắng")
    short = ABBREVIATIONS.get(kind)
    rest = symbol.removeprefix(short) if short else symbol
    if rest and not rest.replace("TTg", "").isupper():
        yield Fault("ký hiệu không in hoa", "Ký hiệu phải in hoa")
    if short and not symbol.startswith(f"{short}-"):
        yield Fault(
            f"ký hiệu không bắt đầu bằng “{short}-”",
            f"Ký hiệu của {kind.lower()} bắt đầu bằng “{short}-”",
        )


def place_faults(name: str) -> Iterator[Fault]:
    """Find what is wrong in the địa danh (PL I, II.4.a)."""
    if not name:
        yield Fault("không có địa danh", "Ghi địa danh")
    elif not name[0].isupper():
        yield Fault("không viết hoa chữ cái đầu", "Địa danh viết hoa chữ cái đầu")
    if "." in name or (len(name) > 1 and name.isupper()):
        yield Fault(
            "viết tắt hoặc in hoa, không phải tên gọi chính thức",
            "Ghi tên gọi chính thức, không viết tắt, không in hoa cả chữ",
        )
    if name == NEEDS_KIND:
        yield Fault(
            f"phải ghi “Thành phố {NEEDS_KIND}” (đơn vị mang tên người)", f"Ghi “Thành phố {NEEDS_KIND}”"
        )
    elif name not in PROVINCES and (known := official_name(name)) and len(known) != len(name):
        yield Fault(f"tên gọi chính thức là “{known}”", f"Tên gọi chính thức là “{known}”")


def kind_faults(kind: str) -> Iterator[Fault]:
    """Find what is wrong in the tên loại (PL I, II.5.a)."""
    if kind.upper() != KIND:
        yield Fault(f"không phải “{KIND}”", f"Tên loại là “{KIND}”")


def subject_faults(subject: str) -> Iterator[Fault]:
    """Find what is wrong in the words of the trích yếu (PL I, II.5.a, b)."""
    if re.search(r"[.!?;]\s+[A-ZĐÀ-Ỹ]", subject):
        yield Fault("nhiều hơn một câu", "Trích yếu là một câu hoặc một cụm từ ngắn gọn")
    if subject.endswith((".", ";", ",", ":")):
        yield Fault(f"kết thúc bằng “{subject[-1]}”", f"Cuối trích yếu không có dấu “{subject[-1]}”")
    if re.match(r"V/v\b", subject):
        yield Fault("“V/v” chỉ dùng ở công văn", "Bỏ “V/v”: chỉ công văn mới dùng")
    if len(subject) > LONGEST_SUBJECT:
        yield Fault(f"dài trên {LONGEST_SUBJECT} ký tự", f"Trích yếu dài nhất là {LONGEST_SUBJECT} ký tự")


def letterhead_refusals(report: Report) -> dict[str, tuple[Refusal, ...]]:
    """List by field ("letterhead.symbol") what the decree refuses in what is filled in; blanks are none."""
    head = report.letterhead
    return {
        "letterhead.parent_agency": _of(head.parent_agency, parent_agency_faults, "Điểm b khoản 2"),
        "letterhead.number": _of_number(head.number, head.symbol),
        "letterhead.symbol": _of(head.symbol, symbol_faults, "Khoản 3"),
        "letterhead.place": _of(head.place, place_faults, "Điểm a khoản 4"),
        "kind": _of(report.kind, kind_faults, "Khoản 5"),
        "subject": _of(report.subject, subject_faults, "Khoản 5"),
    }


def _of(text: str | None, find: Callable[[str], Iterator[Fault]], clause: str) -> tuple[Refusal, ...]:
    text = " ".join((text or "").split())
    return tuple(_refusal(fault.wanted, clause) for fault in find(text)) if text else ()


def _of_number(number: str | None, symbol: str | None) -> tuple[Refusal, ...]:
    wrong = number_problem(number, symbol) if number else ""
    return (_refusal(wrong.rstrip("."), "Khoản 3"),) if wrong else ()


def _refusal(wanted: str, clause: str) -> Refusal:
    return Refusal(wanted, f"{clause} Mục II Phần I Phụ lục I {DECREE}")
