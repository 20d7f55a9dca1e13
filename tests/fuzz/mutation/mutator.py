"""What a mutator is: it changes a file as its dice say, and leaves alone what it does not understand."""

from collections.abc import Callable
from random import Random

Mutator = Callable[[bytes, Random], bytes]

NUMBERS = (
    "0", "1", "-1", "2", "9", "63", "64", "255", "1000", "99999", "-99999", "2147483647", "2147483648",
    "99999999999999999999", "1e400", "0.5", "1.5e3", "-0", "NaN", "٣", "",
)  # fmt: skip
"""Values that numbers are changed to."""
ODD_TEXT = (
    "\u00ad", "\u200b", "\u200d", "\ufeff", "\u00a0", "\u2028", "\u202e", "\ufffd", "\t", "e\u0301\u0302",
    "\u0303" * 40, "\U0001f600", "\u0110", "\u00d0", "\ue000", "./.", " " * 300, "…" * 90, "I. ", "1.1. ",
    "a) ", "- ", "Số: ", "Kính gửi: ", "Nơi nhận:", "PHỤ LỤC I", "(Kèm theo Báo cáo số 1/BC-VP)",
    "ngày 99 tháng 13 năm 20255", "KT. CHÁNH VĂN PHÒNG", "Căn cứ ", "- Lưu: VT.", "TỐI MẬT", "_______",
)  # fmt: skip
"""What is put into texts."""
