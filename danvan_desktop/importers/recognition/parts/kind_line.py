"""Find the tên loại of a document: the line that says "BÁO CÁO", "TỜ TRÌNH" or any other kind.

A kind's name may also be part of an agency's ("BAN QUẢN LÝ / DỰ ÁN"), of a heading or of a sentence, so a
line counts where a title stands: below the Quốc hiệu and above Kính gửi and the text.
"""

import re
from collections.abc import Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.recognition.lines.list_markers import is_caps, parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.letterhead import LONGEST, is_letterhead, is_national
from danvan_desktop.report.document_kinds import NAMES, REPORT

ADDRESS = re.compile(r"Kính\s+gửi\s*:?\s*(.*)", re.IGNORECASE)
SUBJECT_OPENS = re.compile(
    r"(?:Kết quả|Về việc|V/v|Về|Tình hình|Công tác|Sơ kết|Tổng kết|Đánh giá|Kiểm điểm)\s", re.IGNORECASE
)
_SEARCHED = 40
_SPELLINGS = {"THỎA": "(?:THỎA|THOẢ)", "ỦY": "(?:ỦY|UỶ)"}
_GOES_ON = re.compile(r"(?:VÀ|VỚI)\s")
""""KẾ HOẠCH VÀ ĐẦU TƯ": the name is part of a longer one."""


def _spelt(name: str) -> str:
    """A pattern for ``name``, also where it is typed with spaces between its letters."""
    words = (_SPELLINGS.get(word) or r"\s?".join(word) for word in name.split())
    return "(" + r"\s*".join(words) + ")"


_NAMES = sorted(NAMES, key=len, reverse=True)
_KIND = re.compile(rf"\s*(?:{'|'.join(map(_spelt, _NAMES))})(?=[\s:.]|$)\s*[:.]?\s*(.*)")
_SMALL = {name.capitalize(): name for name in NAMES} | {name.lower(): name for name in NAMES}


@frozen
class KindLine:
    """Where the tên loại stands, what it is, and what follows it on its line."""

    index: int
    kind: str
    rest: str = ""


def read_kind(text: str) -> tuple[str, str] | None:
    """The kind whose name ``text`` begins with, in capitals, and the rest of it; None where there is none."""
    match = _KIND.fullmatch(text)
    if match is None:
        return None
    *found, rest = match.groups()
    kind = next(name for name, group in zip(_NAMES, found, strict=True) if group)
    return None if _GOES_ON.match(rest) else (kind, rest)


def is_kind(text: str) -> bool:
    """Tell whether ``text`` is the name of a kind and nothing else: "TỜ TRÌNH"."""
    found = read_kind(text)
    return found is not None and not found[1]


def find_kind(lines: Sequence[TextLine]) -> KindLine | None:
    """The tên loại among the first of ``lines``; None where the text begins before one is found."""
    found: KindLine | None = None
    has_head = has_nation = False
    for index, line in enumerate(lines[:_SEARCHED]):
        if is_national(line.text) and not has_nation:
            found, has_nation = None, True  # what stood above is the name of an agency
        has_head = has_head or is_letterhead(line)
        if found is not None and has_nation:
            return found
        if _begins_text(line):
            last = _of_line(line, index, has_head=has_head)
            return found or (last if last is not None and _is_long_title(line, last) else None)
        if found is None and not is_letterhead(line):
            found = _of_line(line, index, has_head=has_head)
    return found


def _is_long_title(line: TextLine, found: KindLine) -> bool:
    """Tell whether the trích yếu stands on the line of the kind and makes it that long."""
    return SUBJECT_OPENS.match(found.rest) is not None and not is_ended(line.text)


def _begins_text(line: TextLine) -> bool:
    if len(line.text) > LONGEST or ADDRESS.match(line.text):
        return True
    if line.look is not None and line.look.table is not None:
        return True
    mark = parse_mark(line.text)
    return mark is not None and mark.kind in {"part", "section"} and is_caps(mark.rest)


def _of_line(line: TextLine, index: int, *, has_head: bool) -> KindLine | None:
    if line.text in _SMALL:
        return KindLine(index, _SMALL[line.text])
    match = read_kind(line.text)
    if match is None:
        return None
    kind, rest = match
    if not rest:
        return KindLine(index, kind)
    is_title = (is_caps(rest) or not is_ended(rest)) and (kind == REPORT or has_head or index == 0)
    return KindLine(index, kind, rest) if is_title else None
