"""Personal data in a paper that goes out: mobile numbers and numbers of citizens."""

import re

from danvan_desktop.checks.patterns import by_pattern
from danvan_desktop.checks.rule import Rule
from danvan_desktop.checks.sentences import sentence_at

LAW = "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"
_OF_AN_OFFICE = re.compile(
    r"đường dây nóng|tổng đài|hotline|trực ban|điện thoại (?:của )?cơ quan", re.IGNORECASE
)


def _of_a_person(hit: "re.Match[str]") -> str | None:
    """Let be what is said to be an office's number, in the same part of the sentence."""
    text, (start, end) = hit.string, sentence_at(hit.string, hit.start())
    start = max(start, text.rfind(";", start, hit.start()))
    behind = text.find(";", hit.end(), end)
    return None if _OF_AN_OFFICE.search(text, start, end if behind < 0 else behind) else ""


RULES = (
    Rule(
        "private-phone",
        "warning",
        "Số điện thoại cá nhân",
        LAW,
        by_pattern(
            r"(?<![\w/.,-])0[35789]\d(?:[. ]?\d){7}(?![\w/-]|[.,]\d)",
            "“{found}” có thể là số điện thoại cá nhân; hãy cân nhắc bỏ trước khi gửi đi.",
            _of_a_person,
        ),
        bad=(
            "Liên hệ: ông Nguyễn Văn A, 0912 345 678",
            "điện thoại 0987654321",
            "SĐT 0988.123.456; trực ban 0210",
        ),
        good=("Đường dây nóng: 0912345678", "tài khoản số 12/0912-A", "0203.3835.678"),
    ),
    Rule(
        "private-citizen-number",
        "warning",
        "Số định danh cá nhân, căn cước",
        LAW,
        by_pattern(
            r"(?<![\w/.,-])0(?:[0-8]\d|9[0-6])[0-3]\d{8}(?![\w/-]|[.,]\d)",
            "“{found}” có thể là số định danh cá nhân (căn cước); hãy cân nhắc bỏ trước khi gửi đi.",
        ),
        bad=("Căn cước số 001090123456",),
        good=("Mã hồ sơ 000.00.12.H05-250101-0001", "kinh phí 120.000.000.000 đồng"),
    ),
)
