"""Figures as offices write them: decimal comma, full stops for thousands."""

import re

from danvan_desktop.checks.patterns import by_pattern
from danvan_desktop.checks.rule import CUSTOM, Rule

_COUNTED = (
    "hồ sơ|người|lượt|hộ|đồng|triệu|tỷ|đơn|văn bản|cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên"
    "|ý kiến|cuộc|buổi|suất|ngày công|cây|tin|bài|m2|m²|km|ha|tấn|kg|doanh nghiệp|học sinh|cử tri|thủ tục"
)
_MEASURED = "%|điểm|tỷ|triệu|ha|km|m2|m²|tấn|lần|giờ|lít|kg"
_YEARS = range(1900, 2101)


def _in_thousands(hit: "re.Match[str]") -> str | None:
    """Set full stops; what may be a year is none of it."""
    return None if int(hit[0]) in _YEARS else f"{int(hit[0]):,}".replace(",", ".")


RULES = (
    Rule(
        "decimal-comma",
        "warning",
        "Dấu phẩy ở số thập phân",
        CUSTOM,
        by_pattern(
            rf"(?<![\d.,/-])(?<!mục )(?<!phần )(?<!bảng )(\d+)\.(\d{{1,2}})(?=\s?(?:{_MEASURED})(?!\w))"
            r"(?! điểm [a-zđ](?!\w))",
            "Số thập phân viết với dấu phẩy: “{better}”.",
            r"\1,\2",
        ),
        bad=("đạt 98.5% kế hoạch", "được 2.0 điểm", "kinh phí 1.25 tỷ đồng"),
        good=("đạt 98,5% kế hoạch", "mục 3.1 điểm a", "tại 3.1 điểm a", "1.250 tỷ đồng", "3.1. Điểm mới"),
        safe=True,
    ),
    Rule(
        "thousands-stop",
        "warning",
        "Dấu chấm ở hàng nghìn",
        CUSTOM,
        by_pattern(
            rf"(?<!số )(?<![\d.,/\-–A-ZĐ])[1-9]\d{{3,8}}(?= (?:{_COUNTED})(?!\w))",
            "Số có từ bốn chữ số viết với dấu chấm ở hàng nghìn: “{better}”.",
            _in_thousands,
        ),
        bad=("tiếp nhận 1386 hồ sơ", "ủng hộ 25000000 đồng"),
        good=("tiếp nhận 1.386 hồ sơ", "năm 2025 cán bộ, công chức", "Kế hoạch số 4378 hồ sơ năm 2025"),
        safe=True,
    ),
    Rule(
        "thousands-comma",
        "warning",
        "Dấu phẩy ở hàng nghìn",
        CUSTOM,
        by_pattern(
            r"(?<![\d.,/-])[1-9]\d{0,2}(?:,\d{3})+"
            r"(?= (?:hồ sơ|người|lượt|hộ|đồng|đơn|văn bản|ý kiến|cây)(?!\w))",
            "Dấu phẩy dành cho số thập phân; nếu là hàng nghìn, hãy viết “{better}”.",
            lambda hit: hit[0].replace(",", "."),
        ),
        bad=("tiếp nhận 1,386 hồ sơ", "ủng hộ 25,000,000 đồng"),
        good=("tiếp nhận 1.386 hồ sơ", "rộng 1,386 ha"),
    ),
)
