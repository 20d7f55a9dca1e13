"""Agency names (tên cơ quan): which of them have no parent agency above them in the letterhead."""

import re

_ALONE = re.compile(r"(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN|ĐOÀN ĐẠI BIỂU QUỐC HỘI)\b")


def has_no_parent(agency: str | None) -> bool:
    """Tell whether an office has none above it to be named: "cơ quan chủ quản trực tiếp (nếu có)".

    Source: PL I, II.2.a.
    """
    return _ALONE.match(" ".join((agency or "").upper().split())) is not None
