"""Agency names (tên cơ quan): which have no parent agency above them, and how they stand in a sentence."""

import re

_ALONE = re.compile(r"(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN|ĐOÀN ĐẠI BIỂU QUỐC HỘI)\b")

_UNITS = re.compile(r"(?:sở|bộ|ban|cục|chi cục|viện|trường|trung tâm) ")
"""What kind of office it is: the word behind it names its field and has a capital too."""
_FIELD_ENDS = {"tỉnh", "thành", "huyện", "quận", "xã", "phường", "đặc"}
_PLACE_WORDS = {"tỉnh", "phố", "xã", "phường", "khu", "huyện", "quận"}
_BODIES = {
    **{
        small: small.capitalize()
        for small in (
            "ủy ban",
            "uỷ ban",
            "hội đồng",
            "đoàn đại biểu",
            "quốc hội",
            "đảng ủy",
            "đảng uỷ",
            "mặt trận",
            "liên đoàn",
            "hội liên hiệp",
            "hội nông dân",
            "hội cựu chiến binh",
            "đoàn thanh niên",
        )
    },
    "mặt trận tổ quốc": "Mặt trận Tổ quốc",
    "việt nam": "Việt Nam",
    "tỉnh ủy": "Tỉnh ủy",
    "tỉnh uỷ": "Tỉnh uỷ",
    "thành ủy": "Thành ủy",
    "thành phố hồ chí minh": "Thành phố Hồ Chí Minh",
    **{small: small.upper() for small in ("ubnd", "hđnd", "đbqh", "mttq")},
}
_OF_A_PLACE = {"ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "ubnd", "hđnd"}
"""Bodies whose name is whole only with their province, commune or ward."""
_PLACES = {"tỉnh", "thành", "xã", "phường", "đặc", "huyện", "quận", "thị"}
"""The first words of what such a place is: "thành phố", "đặc khu", "thị xã"."""
_TONES = str.maketrans({"ỷ": "y", "ủ": "u"})


def has_no_parent(agency: str | None) -> bool:
    """Tell whether an office has none above it to be named: "cơ quan chủ quản trực tiếp (nếu có)".

    Source: PL I, II.2.a.
    """
    return _ALONE.match(" ".join((agency or "").upper().split())) is not None


def spoken_name(agency: str) -> str:
    """Write an agency's name as in running text: one in capitals comes back in small letters.

    "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" becomes "Sở Nông nghiệp và Môi trường", "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ"
    "Ủy ban nhân dân tỉnh Phú Thọ" (Viết hoa tên cơ quan: PL II, mục IV).
    """
    name = " ".join(agency.split())
    if not name.isupper():
        return name
    words = _field_named(name.lower())
    places = (at for at, word in enumerate(words) if _leads_to_a_place(word, words[at + 1 :]))
    place = next(places, len(words))
    named = " ".join([*words[: place + 1], *(word.capitalize() for word in words[place + 1 :])])
    for small, written in _BODIES.items():
        named = re.sub(rf"\b{small}\b", written, named, flags=re.IGNORECASE)
    return named[0].upper() + named[1:]


def _field_named(name: str) -> list[str]:
    """Give a capital to the words that name the field of a Sở or Ban: "Sở Văn hóa, Thể thao và Du lịch"."""
    unit = _UNITS.match(name)
    if unit is None:
        return name.split(" ")
    written, is_name = unit[0].split(), True
    for word in name[unit.end() :].split(" "):
        written.append(word.capitalize() if is_name and word not in _FIELD_ENDS else word)
        is_name = word == "và" or word.endswith(",")
    return written


def _leads_to_a_place(word: str, after: list[str]) -> bool:
    """Tell whether the name of a place follows ``word``: "tỉnh Phú Thọ", and not "Tỉnh ủy"."""
    return word in _PLACE_WORDS and after[:1] not in (["ủy"], ["uỷ"])


def name_in_sentence(agency: str | None, parent_agency: str | None) -> str:
    """Name an office in a sentence after its letterhead, "" where that is blank.

    "VĂN PHÒNG" under "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ" is told by whose it is.
    """
    name, above = name_with_place(agency, parent_agency), spoken_name(parent_agency or "")
    return f"{name} {above}" if above and name.casefold() == "văn phòng" else name


def name_with_place(agency: str | None, parent_agency: str | None) -> str:
    """Name an office as :func:`spoken_name` does, "ỦY BAN NHÂN DÂN" under "TỈNH PHÚ THỌ" with its place."""
    name, above = spoken_name(agency or ""), spoken_name(parent_agency or "")
    if name.casefold() in _OF_A_PLACE and above.casefold().split(" ")[0] in _PLACES:
        return f"{name} {above[0].lower()}{above[1:]}"
    return name


def are_one_name(one: str, other: str) -> bool:
    """Tell whether two names in a sentence may be of one office: letter case, Ủy or Uỷ and UBND aside."""
    first, second = sorted((_bare(one), _bare(other)), key=len)
    return bool(first) and (second == first or second.startswith(f"{first} "))


def _bare(name: str) -> str:
    words = " ".join(name.split()).casefold().replace("ubnd", "ủy ban nhân dân")
    return words.replace("hđnd", "hội đồng nhân dân").translate(_TONES)
