"""Recognise the title below the letterhead: tên loại, trích yếu and Kính gửi."""

from dataclasses import dataclass, field

from danvan_desktop.importers.recognition.lines.list_markers import is_caps, parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.kind_line import ADDRESS, find_kind
from danvan_desktop.importers.recognition.parts.letterhead import (
    LONGEST,
    PARTY_RULE,
    Head,
    is_about,
    is_letterhead,
)
from danvan_desktop.importers.recognition.parts.subject import TEXT_OPENS, read_subject
from danvan_desktop.report.document_kinds import LETTER, REPORT, kind_of_symbol

_SEARCHED = 20
_LONGEST_PLACE = 60
"""Characters of the second line of a place's name; the first line of a text is longer, or ends in ":"."""
_MOST_LINES_ABOVE_ADDRESS = 4
"""Lines that "V/v …" of a công văn takes in its narrow column, beside what is read as letterhead."""


@dataclass(slots=True)
class Title:
    """The lines of the file down to the first one of the text."""

    letterhead: list[TextLine] = field(default_factory=list)
    subject: str = ""
    addressees: list[str] = field(default_factory=list)
    kind: str = REPORT
    """Its tên loại, in the decree's spelling."""
    has_kind: bool = False
    """Whether it says what kind it is."""
    first: int = 0
    """The index of the first line of the text."""


def read_title(lines: list[TextLine]) -> Title:
    """Find the tên loại and read what belongs to it."""
    title = Title()
    found = find_kind(lines)
    if found is None:
        title.first = _letterhead_end(lines)
        title.letterhead = lines[: title.first]
    else:
        title.kind, title.has_kind = found.kind, True
        title.letterhead = lines[: found.index]
        title.subject, title.first = read_subject(lines, found.index + 1, found.rest)
    title.addressees, title.first = _addressees(lines, title.first)
    return title


def tell_kind(title: Title, head: Head) -> None:
    """Say what kind a document without a tên loại is, by its "V/v …", its ký hiệu and Kính gửi.

    A công văn bears none (PL I, II.5; Mẫu 1.5): its trích yếu stands below the number.
    """
    about = " ".join(head.about)
    if about and not title.subject:
        title.subject = about
    elif about:
        head.others += head.about
    if title.has_kind:
        return
    symbol = head.letterhead.symbol
    if about:
        title.kind = LETTER
    elif named := kind_of_symbol(symbol):
        title.kind = named
    elif symbol and title.addressees:
        title.kind = LETTER


def _letterhead_end(lines: list[TextLine]) -> int:
    """Without a tên loại: the lines down to the last one that only a letterhead has.

    "V/v …" of a công văn stands in the letterhead, in as many lines as its column needs.
    """
    last = 0
    about = False
    for index, line in enumerate(lines[:_SEARCHED]):
        if ADDRESS.match(line.text):
            return index if about and index - last <= _MOST_LINES_ABOVE_ADDRESS else last
        if is_about(line.text):
            last, about = index + 1, True
        elif is_letterhead(line):
            last = index + 1
        elif not about and line.text != PARTY_RULE and (not is_caps(line.text) or parse_mark(line.text)):
            break
    return last


def _is_place(line: TextLine) -> bool:
    """Tell whether ``line``, below Kính gửi and without a dash, is of its list; else the text begins."""
    if line.blank_before or len(line.text) > _LONGEST_PLACE or line.text.endswith(":"):
        return False
    return not TEXT_OPENS.match(line.text)


def _addressees(lines: list[TextLine], start: int) -> tuple[list[str], int]:
    """Read Kính gửi: one place on its line, or several below it, each with a dash."""
    match = ADDRESS.match(lines[start].text) if start < len(lines) else None
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
