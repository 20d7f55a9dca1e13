"""The line above the căn cứ of a QUYẾT ĐỊNH that says who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"."""

import re

_OPENS = re.compile(
    r"(?:CHỦ TỊCH|[ỦU][YỶ] BAN|UBND|HỘI ĐỒNG|(?:TỔNG )?GIÁM ĐỐC"
    r"|(?:BỘ |HIỆU |VIỆN |CỤC |CHI CỤC )?TRƯỞNG|CHÁNH|BAN|ĐẢNG [ỦU][YỶ]|THƯỜNG TRỰC|VĂN PHÒNG|SỞ|PHÒNG)\b"
)
_MOST_WORDS = 16


def is_issuer_line(text: str) -> bool:
    """Tell whether ``text``, which stands above the căn cứ, names who decides: in capitals, no sentence."""
    words = text.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and text == text.upper()
        and _OPENS.match(text.strip()) is not None
        and text.rstrip()[-1].isalnum()
    )
