"""Parse recipients (Nơi nhận, Kính gửi) as typed or pasted: the entries, and the Lưu line (PL I, II.9)."""

import re
from collections.abc import Iterable

from danvan_desktop.report.model import Filing

_LABEL = re.compile(r"(?:Nơi\s+nhận|Kính\s+gửi)\s*:\s*", re.IGNORECASE)
_DASH = re.compile(r"[-–—•+*]\s*")
_NEXT = re.compile(r";\s*(?=[-–—•]\s)")
_FILING = re.compile(r"Lưu\s*:\s*(?P<with>.*)|Lưu\s+(?P<clerk>VT\b.*)", re.IGNORECASE)
_FILED = re.compile(
    r"(?:VT|Văn thư)?\s*[,;.-]?\s*(?P<unit>[^()]*?)\s*(?:\.\s*(?P<drafter>[\w.]{1,12}?))?\s*"
    r"(?:\(\s*(?P<copies>\d{1,3})\s*(?:b|bản)?\s*\))?"
)
_CLERK = re.compile(r"\s*(?:VT|Văn thư)\s*[,;]\s*", re.IGNORECASE)
"""Print adds it again."""


def places(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the places of ``lines`` without label, dashes, end signs and the Lưu line, which print adds."""
    entries = (without_end_sign(entry) for entry in _entries(lines) if not _FILING.fullmatch(entry))
    return tuple(filter(None, entries))


def filed(lines: Iterable[str]) -> Filing | None:
    """Read the Lưu line among ``lines``; None where there is none."""
    for entry in _entries(lines):
        if match := _FILING.fullmatch(entry):
            return read_filing(match["with"] or match["clerk"] or "")
    return None


def _entries(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        for entry in _NEXT.split(_LABEL.sub("", line.strip(), count=1)):
            yield _DASH.sub("", entry.strip(), count=1) if _DASH.match(entry.strip()) else entry.strip()


def without_end_sign(text: str) -> str:
    """Take the end sign off a place of Nơi nhận."""
    return text.strip().rstrip(";.,").rstrip()


def read_filing(text: str) -> Filing:
    """Read what follows "Lưu:": "VT, VP1." or "VT, VP1. NVA (05)."."""
    match = _FILED.fullmatch(text.strip().rstrip(".;").strip())
    if match is None:
        clerk = _CLERK.match(text)
        return Filing(unit=without_end_sign(text[clerk.end() :] if clerk else text) or None)
    copies = int(match["copies"]) if match["copies"] else None
    return Filing(unit=without_end_sign(match["unit"]) or None, copies=copies, drafter=match["drafter"])
