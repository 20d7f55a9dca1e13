"""The name proposed for a finished file: plain ASCII, short, telling: ``BC-Dan-van-2025``."""

import re
import unicodedata

from danvan_desktop.report.model import Report

LONGEST = 50
"""Characters of a file's name, suffix included: such names pass every mail gateway and old drive."""
_LONGEST_SUFFIX = len(".danvan")

_STOCK = re.compile(
    r"^(về|việc|báo cáo|kết quả|tình hình|tổng kết|sơ kết|thực hiện|triển khai|công tác)\b", re.IGNORECASE
)


def proposed_name(report: Report) -> str:
    """Give a file name without suffix: the kind's initials, the subject's own words, the year."""
    initials = "".join(word[0] for word in _ascii(report.kind).split()).upper()
    subject = re.sub(
        rf"\bnăm\s+{report.year}\b", " ", unicodedata.normalize("NFC", report.subject), flags=re.IGNORECASE
    )
    room = LONGEST - _LONGEST_SUFFIX - len(initials) - len(str(report.year)) - 2
    return "-".join(part for part in (initials, _clipped(_telling(subject), room), str(report.year)) if part)


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
