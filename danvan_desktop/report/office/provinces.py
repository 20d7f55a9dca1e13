"""The 34 provinces and cities as named since 01/7/2025 (Nghị quyết số 202/2025/QH15), and those before."""

from datetime import date

from danvan_desktop.report.text.fold_diacritics import fold

PROVINCES: frozenset[str] = frozenset(
    {
        *("An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên"),
        *("Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Huế", "Hưng Yên"),
        *("Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Nghệ An", "Ninh Bình", "Phú Thọ"),
        *("Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Nguyên", "Thanh Hóa"),
        *("Thành phố Hồ Chí Minh", "Tuyên Quang", "Vĩnh Long"),
    }
)

MERGED: dict[str, str] = {
    "Bà Rịa - Vũng Tàu": "Thành phố Hồ Chí Minh",
    "Bạc Liêu": "Cà Mau",
    "Bắc Giang": "Bắc Ninh",
    "Bắc Kạn": "Thái Nguyên",
    "Bến Tre": "Vĩnh Long",
    "Bình Dương": "Thành phố Hồ Chí Minh",
    "Bình Định": "Gia Lai",
    "Bình Phước": "Đồng Nai",
    "Bình Thuận": "Lâm Đồng",
    "Đắk Nông": "Lâm Đồng",
    "Hà Giang": "Tuyên Quang",
    "Hà Nam": "Ninh Bình",
    "Hải Dương": "Hải Phòng",
    "Hậu Giang": "Cần Thơ",
    "Hòa Bình": "Phú Thọ",
    "Kiên Giang": "An Giang",
    "Kon Tum": "Quảng Ngãi",
    "Long An": "Tây Ninh",
    "Nam Định": "Ninh Bình",
    "Ninh Thuận": "Khánh Hòa",
    "Phú Yên": "Đắk Lắk",
    "Quảng Bình": "Quảng Trị",
    "Quảng Nam": "Đà Nẵng",
    "Sóc Trăng": "Cần Thơ",
    "Thái Bình": "Hưng Yên",
    "Tiền Giang": "Đồng Tháp",
    "Trà Vinh": "Vĩnh Long",
    "Vĩnh Phúc": "Phú Thọ",
    "Yên Bái": "Lào Cai",
}
"""Provinces that are no more, with what each is part of now."""
MERGED_ON = date(2025, 7, 1)
"""Since when: Nghị quyết số 202/2025/QH15."""
RENAMED: dict[str, tuple[str, date]] = {"Thừa Thiên Huế": ("Huế", date(2025, 1, 1))}
"""Provinces that bear another name since a day (Nghị quyết số 175/2024/QH15)."""

NEEDS_KIND = "Hồ Chí Minh"
"""Named after a person: the kind of unit belongs to the name (điểm a khoản 4 Mục II)."""

_BY_FOLD = {fold(name): name for name in PROVINCES}


def official_name(name: str) -> str | None:
    """Return the province that ``name`` means, however its tone marks are set; None for another place."""
    return _BY_FOLD.get(fold(name))


def was_official(name: str, day: date) -> bool:
    """Tell whether ``name`` was that of a province on ``day``."""
    folded = fold(name)
    until = [(old, MERGED_ON) for old in MERGED] + [(old, since) for old, (_, since) in RENAMED.items()]
    return folded in _BY_FOLD or any(fold(old) == folded and day < end for old, end in until)
