"""Numbers and symbols of documents, and ranges of years: hyphens and spaces in them."""

import re

from danvan_desktop.checks.patterns import by_pattern
from danvan_desktop.checks.rule import CUSTOM, Rule

SYMBOL = "điểm b khoản 3 Mục II PL I"
"""A slash stands between number and symbol, a hyphen without spaces between the groups of the symbol."""
_GROUP = r"[A-ZĐ][A-Za-zĐđ]*(?![^\W_])"
_SPACED = rf"\d+(?:/\d{{4}})?\s*/\s*{_GROUP}(?:\s*[-–—]\s*{_GROUP}(?:&{_GROUP})?)+"
_OF_THE_PARTY = rf"\d+\s*[-–—]\s*(?:NQ|QĐ|CT|KL|HD|QC|QyĐ|TB|BC|KH|CTr|CV|TTr|ĐA)\s*/\s*{_GROUP}"


def _joined(hit: "re.Match[str]") -> str | None:
    return re.sub(r"\s*[-–—]\s*", "-", re.sub(r"\s*/\s*", "/", hit[0]))


RULES = (
    Rule(
        "symbol-spaces",
        "error",
        "Dấu cách trong số, ký hiệu văn bản",
        SYMBOL,
        by_pattern(
            rf"\b(?:{_SPACED}|{_OF_THE_PARTY})",
            "Số, ký hiệu viết liền, giữa các nhóm chữ là gạch nối không có dấu cách: “{better}”.",
            _joined,
        ),
        bad=(
            "Chỉ thị số 33/CT- TTg",
            "số 12 /KH - UBND",
            "Nghị quyết số 25 - NQ/TW",
            "số 33/CT–TTg",
        ),
        good=(
            "Chỉ thị số 33/CT-TTg",
            "Nghị quyết số 25-NQ/TW",
            "Tỷ lệ 3/4 - Phòng A",
            "Số 45/BC - Văn phòng",
        ),
        safe=True,
    ),
    Rule(
        "number-colon",
        "warning",
        "Dấu hai chấm, thiếu dấu cách sau chữ “số” khi viện dẫn",
        CUSTOM,
        by_pattern(
            r"\b([Ss]ố)(?:\s*:\s*)?(?=\d+(?:/\d{4})?[-/][A-ZĐ])",
            "Khi viện dẫn, sau chữ “số” là một dấu cách, không có dấu hai chấm.",
            r"\1 ",
        ),
        bad=("Theo Công văn số: 45/SNV-XDCQ ngày 14/11/2025", "Kế hoạch số12/KH-UBND"),
        good=("Theo Công văn số 45/SNV-XDCQ", "Số: 12 người"),
        safe=True,
    ),
    Rule(
        "range-spaces",
        "warning",
        "Dấu cách hai bên gạch nối giữa hai năm, hai số",
        CUSTOM,
        by_pattern(
            r"(?<![\d/.,-])(\d{1,4})(?:- | -)(\d{1,4})(?![\d/-]|[.,]\d)",
            "“{found}” thiếu dấu cách ở một bên gạch nối, hãy viết “{better}”.",
            r"\1 - \2",
        ),
        bad=("Giai đoạn 2021- 2030.", "Nhiệm kỳ 2025 -2030"),
        good=("Giai đoạn 2021 - 2030", "Giai đoạn 2021-2030", "ngày 30/4- 01/5"),
        safe=True,
    ),
)
