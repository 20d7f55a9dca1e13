"""Recognise the title below the letterhead: tên loại, trích yếu and Kính gửi."""

import re
from dataclasses import dataclass, field

from danvan_desktop.importers.recognition.lines.list_markers import is_caps, parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.letterhead import LONGEST, is_letterhead

KIND = "BÁO CÁO"
_SEARCHED = 40
_LONGEST_SUBJECT = 500
"""PL VI, Phần II: the field for the trích yếu holds no more."""
_KIND = re.compile(r"(BÁO\s*CÁO|B\s?Á\s?O C\s?Á\s?O)(?=\s|$)[:.]?\s*(.*)")
_ADDRESS = re.compile(r"Kính\s+gửi\s*:?\s*(.*)", re.IGNORECASE)
_LONGEST_PLACE = 60
"""Characters of the second line of a place's name; the first line of a text is longer, or ends in ":"."""
_SUBJECT_OPENS = re.compile(
    r"(?:Kết quả|Về việc|V/v|Về|Tình hình|Công tác|Sơ kết|Tổng kết|Đánh giá|Kiểm điểm)\s", re.IGNORECASE
)
_TEXT_OPENS = re.compile(
    r"(?:Thực hiện|Căn cứ|Triển khai|Theo|Trên cơ sở|Để|Nhằm|Kính gửi|Ngay từ|Trong năm|Năm)\s"
)


@dataclass(slots=True)
class Title:
    """The lines of the file down to the first one of the text."""

    letterhead: list[TextLine] = field(default_factory=list)
    subject: str = ""
    addressees: list[str] = field(default_factory=list)
    has_kind: bool = False
    first: int = 0
    """The index of the first line of the text."""


def read_title(lines: list[TextLine]) -> Title:
    """Find the tên loại and read what belongs to it."""
    title = Title()
    found = _kind_line(lines)
    if found is None:
        title.first = _letterhead_end(lines)
        title.letterhead = lines[: title.first]
    else:
        index, rest = found
        title.has_kind = True
        title.letterhead = lines[:index]
        title.subject, title.first = _subject(lines, index + 1, rest)
    title.addressees, title.first = _addressees(lines, title.first)
    return title


def _kind_line(lines: list[TextLine]) -> tuple[int, str] | None:
    """The line with the tên loại and what follows on it; None where text begins before one is found."""
    for index, line in enumerate(lines[:_SEARCHED]):
        match = _KIND.match(line.text)
        if len(line.text) > LONGEST or (line.look is not None and line.look.table is not None):
            has_subject = match and _SUBJECT_OPENS.match(match[2]) and not is_ended(line.text)
            return (index, match[2]) if match and has_subject else None
        if line.text in {"Báo cáo", "báo cáo"}:
            return index, ""
        if match and (not match[2] or is_caps(match[2]) or not is_ended(line.text)):
            return index, match[2]
        mark = parse_mark(line.text)
        if mark is not None and mark.kind in {"part", "section"} and is_caps(mark.rest):
            return None
    return None


def _letterhead_end(lines: list[TextLine]) -> int:
    """Without a tên loại: the lines down to the last one that only a letterhead has."""
    last = 0
    for index, line in enumerate(lines[: _SEARCHED // 2]):
        if is_letterhead(line):
            last = index + 1
        elif not is_caps(line.text) or parse_mark(line.text):
            break
    return last


def _subject(lines: list[TextLine], start: int, rest: str) -> tuple[str, int]:
    """Read the trích yếu: the first line after the tên loại and those that go on with it."""
    parts = [rest] if rest else []
    index = start
    while index < len(lines) and _is_subject(lines, index, parts):
        parts.append(lines[index].text)
        index += 1
    return " ".join(parts), index


def _is_subject(lines: list[TextLine], index: int, parts: list[str]) -> bool:
    line = lines[index]
    text = line.text
    if sum(map(len, parts)) + len(text) > _LONGEST_SUBJECT or parse_mark(text) or _ADDRESS.match(text):
        return False
    if not parts:
        return not is_ended(text) and (len(text) <= LONGEST or _is_long_subject(lines, index))
    if text.startswith("("):
        return text.endswith(")") or not line.blank_before
    if text[0].islower():
        return not is_ended(text) and (len(text) <= LONGEST or _is_last(lines, index))
    if is_caps(parts[-1]) and is_caps(text):
        return True
    return not line.blank_before and _goes_on_to_the_end(lines, index)


def _is_long_subject(lines: list[TextLine], index: int) -> bool:
    """Tell whether an unended line below the tên loại, too long for letterhead, is no paragraph."""
    text = lines[index].text
    if _is_above_address(lines, index) or _SUBJECT_OPENS.match(text):
        return True
    return lines[index].blank_after and not _TEXT_OPENS.match(text)


def _goes_on_to_the_end(lines: list[TextLine], index: int) -> bool:
    """Tell whether no line ends a sentence or begins the text from here to a blank line or Kính gửi."""
    for place in range(index, len(lines)):
        text = lines[place].text
        if is_ended(text) or len(text) > LONGEST or parse_mark(text) or _TEXT_OPENS.match(text):
            return False
        if _is_last(lines, place):
            return True
    return False


def _is_last(lines: list[TextLine], index: int) -> bool:
    return lines[index].blank_after or _is_above_address(lines, index)


def _is_above_address(lines: list[TextLine], index: int) -> bool:
    return index + 1 < len(lines) and _ADDRESS.match(lines[index + 1].text) is not None


def _is_place(line: TextLine) -> bool:
    """Tell whether ``line``, below Kính gửi and without a dash, is of its list; else the text begins."""
    if line.blank_before or len(line.text) > _LONGEST_PLACE or line.text.endswith(":"):
        return False
    return not _TEXT_OPENS.match(line.text)


def _addressees(lines: list[TextLine], start: int) -> tuple[list[str], int]:
    """Read Kính gửi: one place on its line, or several below it, each with a dash."""
    match = _ADDRESS.match(lines[start].text) if start < len(lines) else None
    if match is None:
        return [], start
    names = [match[1]] if match[1] else []
    index = start + 1
    while index < len(lines):
        mark = parse_mark(lines[index].text)
        if mark is not None and mark.kind in {"dash", "plus"}:
            names.append(mark.rest)
        elif names and not mark and _is_place(lines[index]) and names[-1].endswith(";"):
            names.append(lines[index].text)
        elif names and not mark and _is_place(lines[index]) and not is_ended(names[-1]):
            names[-1] += " " + lines[index].text
        elif not names and not mark and len(lines[index].text) <= LONGEST:
            names.append(lines[index].text)
        else:
            break
        index += 1
    return [clean for name in names if (clean := name.lstrip("-–• ").rstrip(";.,: "))], index
