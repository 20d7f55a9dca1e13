"""Proposed file name of an exported report, short and plain ASCII: ``BC-Dan-van-2025``."""

import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal

from danvan_desktop.errors import UserError
from danvan_desktop.file_names import is_device
from danvan_desktop.report.model import Report, State
from danvan_desktop.report.text.fold_diacritics import fold

LONGEST = 50
"""Characters of a file's name, suffix included: such names pass every mail gateway and old drive."""
_LONGEST_SUFFIX = len(".danvan")

_STOCK = re.compile(
    r"^(về|việc|báo cáo|kết quả|tình hình|tổng kết|sơ kết|thực hiện|triển khai|công tác)\b", re.IGNORECASE
)


def proposed_name(report: Report) -> str:
    """Give a file name without suffix: the kind's initials, the subject's own words, the year."""
    initials = _initials(report)
    subject = _without_year(report)
    room = LONGEST - _LONGEST_SUFFIX - len(initials) - len(str(report.year)) - 2
    return "-".join(part for part in (initials, _clipped(_telling(subject), room), str(report.year)) if part)


def name_of_part(report: Report, department: str) -> str:
    """Give a file name without suffix for the part that ``department`` writes: "BC-2025-Phong-Tong-hop"."""
    start = f"{_initials(report)}-{report.year}"
    room = LONGEST - _LONGEST_SUFFIX - len(start) - 1
    return "-".join(filter(None, (start, _clipped("-".join(_ascii(department).split()), room))))


PARTS = ("loại", "trích yếu", "năm", "tình trạng", "cơ quan")
"""What a pattern for names is made up of; each may be written without its tone marks."""

DEFAULT_PATTERN = "{loại}-{trích yếu}-{năm}-{tình trạng}"
"""How the name of an exported file is made up, unless the office says otherwise."""

Paper = Literal["plain", "draft", "signing"]
"""What is exported: the report as it is, bản dự thảo lấy ý kiến, bản trình ký."""

_STATE_NAMES: dict[State, str] = {
    "drafting": "",
    "consulting": "",
    "for_signing": "trinh-ky",
    "issued": "da-ban-hanh",
}


def name_for_state(report: Report, pattern: str = DEFAULT_PATTERN, paper: Paper = "plain") -> str:
    """Give a file name without suffix after the office's ``pattern``: "BC-Dan-van-2025-du-thao-lan-1".

    ``paper`` is what is exported, "plain" goes by the state of ``report``. Where the name is too long the
    subject is cut first, then the agency.

    Raises:
        UserError: ``pattern`` names a part that does not exist.
    """
    parts = {
        "loại": _initials(report),
        "trích yếu": _telling(_without_year(report)),
        "năm": str(report.year),
        "tình trạng": _state_words(report, paper),
        "cơ quan": "-".join(_ascii(report.letterhead.agency or "").split()),
    }
    problem = pattern_problem(pattern)
    if problem is not None:
        raise UserError(problem)
    name = _filled(pattern, parts)
    room = LONGEST - _LONGEST_SUFFIX
    for part in ("trích yếu", "cơ quan"):
        if (over := len(name) - room) > 0:
            parts[part] = _clipped(parts[part], max(0, len(parts[part]) - over))
            name = _filled(pattern, parts)
    name = _clipped(name, room) or _initials(report) or "tep"
    return f"tep-{name}" if is_device(name) else name


def pattern_problem(pattern: str) -> str | None:
    """Say in Vietnamese why ``pattern`` cannot be used; None where it can."""
    known = ", ".join("{" + part + "}" for part in PARTS)
    try:
        fields = [
            (name, spec, how) for _, name, spec, how in string.Formatter().parse(pattern) if name is not None
        ]
    except ValueError:
        return f"Mẫu tên tệp có dấu ngoặc nhọn không khớp. Các phần dùng được: {known}."
    for name, spec, how in fields:
        if _part(name) is None or spec or how:
            return f"Mẫu tên tệp có phần lạ “{{{name}}}”. Các phần dùng được: {known}."
    return None if fields else f"Mẫu tên tệp phải có ít nhất một trong các phần: {known}."


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return "-".join(_ascii("".join(_pieces(pattern, parts))).split())


def _pieces(pattern: str, parts: Mapping[str, str]) -> Iterator[str]:
    for text, name, _, _ in string.Formatter().parse(pattern):
        yield text
        yield parts.get(_part(name or "") or "", "")


def _part(name: str) -> str | None:
    wanted = " ".join(fold(name).split())
    return next((part for part in PARTS if fold(part) == wanted), None)


def _state_words(report: Report, paper: Paper) -> str:
    if paper == "signing":
        return "trinh-ky"
    if paper == "draft" or report.state == "consulting":
        return f"du-thao-lan-{report.marks.draft or 1}"
    return _STATE_NAMES[report.state]


def _initials(report: Report) -> str:
    return "".join(word[0] for word in _ascii(report.kind).split()).upper()


def _without_year(report: Report) -> str:
    subject = unicodedata.normalize("NFC", report.subject)
    return re.sub(rf"\bnăm\s+{report.year}\b", " ", subject, flags=re.IGNORECASE)


def _telling(subject: str) -> str:
    """Drop the words that every report's subject begins with, unless nothing else is left."""
    rest = subject.strip()
    while match := _STOCK.match(rest):
        rest = rest[match.end() :].strip()
    words = "-".join(_ascii(rest).split()) or "-".join(_ascii(subject).split())
    return words[:1].upper() + words[1:]


def _clipped(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return words[: room + 1].rpartition("-")[0] or words[:room]


def _ascii(text: str) -> str:
    """Return the letters and digits without tone marks, everything else as spaces."""
    bare = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return re.sub(r"[^A-Za-z0-9]+", " ", bare)
