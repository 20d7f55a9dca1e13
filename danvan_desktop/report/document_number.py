"""Document number (Số): parsed as typed, with "Số:" before or the ký hiệu behind, and formatted for print."""

import re

from danvan_desktop.report.document_kinds import ABBREVIATIONS

_LABEL = re.compile(r"^s[ốo]\s*:?\s*(?=\d)", re.IGNORECASE)
_BLANKS = re.compile(r"\s*([/-])\s*")
_PARTS = re.compile(r"([/-])")
_MIXED = {short.casefold(): short for short in (*ABBREVIATIONS.values(), "TTg", "HĐTr")}
"""Abbreviations that are not all capitals."""


def own_number(typed: str, symbol: str | None) -> str:
    """Give the number alone: "300" of "Số: 300/BC-VP" where "BC-VP" is the report's own ``symbol``."""
    number = _LABEL.sub("", typed.strip())
    behind, _, rest = number.partition("/")
    return behind.strip() if symbol and _bare(rest) == _bare(symbol) else number


def number_and_symbol(typed: str) -> str:
    """Give number and ký hiệu of a document as they are written: "4512/SNV" of "so: 4512/snv".

    A symbol with a capital in it stays as it was typed.
    """
    whole = _BLANKS.sub(r"\1", _LABEL.sub("", " ".join(typed.split())))
    if whole != whole.lower():
        return whole
    parts = (
        part if any(map(str.isdigit, part)) else _MIXED.get(part, part.upper())
        for part in _PARTS.split(whole)
    )
    return "".join(parts)


def number_problem(typed: str, symbol: str | None) -> str:
    """Say in Vietnamese why ``typed`` is no number to issue the report under; "" where it is one."""
    number = own_number(typed, symbol)
    if not number:
        return "Hãy ghi số của báo cáo."
    if "/" in number:
        return (
            f"Chỉ ghi số, ví dụ {number.partition('/')[0].strip() or '05'}: ký hiệu của báo cáo này là "
            f"“{symbol or ''}”, muốn đổi thì sửa ở thẻ Thông tin chung."
        )
    if not number[0].isdigit():
        return "Số của báo cáo ghi bằng chữ số Ả Rập, ví dụ 05."
    return ""


def number_shown(number: str | None) -> str:
    """A document's number as written: a 0 before one under 10 (PL I, II.3.b); "" when it is not given yet."""
    number = (number or "").strip()
    return number.zfill(2) if number.isdigit() else number


def _bare(symbol: str) -> str:
    return re.sub(r"\s+", "", symbol).casefold()
