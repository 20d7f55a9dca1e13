"""Recognise the letterhead (phần đầu văn bản): agency, number, place and date, in columns or stacked."""

import re
from dataclasses import dataclass, field, replace

from danvan_desktop.importers.recognition.lines.list_markers import is_mostly_caps
from danvan_desktop.importers.recognition.lines.text_lines import TextLine, is_rule
from danvan_desktop.report.model import Letterhead, Marks, PartialDate

_NATION = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM(?!\S)", re.IGNORECASE)
_MOTTO = re.compile(r"Độc\s+lập\s*[-–—.]?\s*Tự\s+do\s*[-–—.]?\s*Hạnh\s+phúc(?!\S)", re.IGNORECASE)
_BLANK = r"[.…_\s]*"
_NUMBER = re.compile(
    rf"(?<!\w)Số\s*[:.]?\s*(\d{{1,5}}[a-z]?)?{_BLANK}[/-]\s*((?:(?:19|20)\d\d/)?(?:QyĐ|[A-ZĐƯ]{{2,}})[A-Za-zĐđƯư0-9&]*(?:[-–/][A-ZĐƯ0-9][\w&]*)*)"
)
_DATE = re.compile(
    rf"(?:([^,;\n]{{1,120}}),\s*)?(?<!\w)ngày\s*(\d{{1,2}})?{_BLANK}tháng\s*(\d{{1,2}})?{_BLANK}năm\s*((?:19|20)\d\d)?[.…_\d]*",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:V/v|Về việc)[\s:.]", re.IGNORECASE)
_URGENCY = re.compile(r"(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)")
_DRAFT = re.compile(r"DỰ THẢO(?:\s+LẦN(?:\s+THỨ)?\s+(\d{1,2}))?[.:]?", re.IGNORECASE)
_CIRCULATION = re.compile(r"(LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI)")
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
"""Heads a document of the Party in place of the Quốc hiệu: such a report is laid out by other rules."""
PARTY_RULE = "*"
"""Stands below the name of an office of the Party, in place of the rule."""
_GAP = re.compile(r"\t+| {3,}")
_PROVINCE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|XÃ|PHƯỜNG|VÀ|CỦA)\s")
_UNFINISHED = re.compile(r"(?:NHÂN DÂN|\sVÀ|TỈNH|THÀNH PHỐ|,)$")
_JOINT = re.compile(
    r"\S\s+[-–]\s+(?:SỞ|BAN|BỘ|HỘI|LIÊN ĐOÀN|ĐOÀN|UBND|ỦY BAN|CÔNG AN|CỤC|TỈNH ĐOÀN)(?:\s+\w+)?$"
)
"""The first of two lines that name two issuers: "SỞ NỘI VỤ - LIÊN ĐOÀN / LAO ĐỘNG TỈNH"."""
_HOLES = re.compile(r"[.…_]{2,}|…")
LONGEST = 120
"""Characters: a longer line is text, not letterhead."""


@dataclass(slots=True)
class Head:
    """What stood above the tên loại."""

    letterhead: Letterhead = field(default_factory=Letterhead)
    marks: Marks = field(default_factory=Marks)
    agencies: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    """The lines of "V/v …" below the number of a công văn (ô 5b, PL I, IV)."""
    others: list[str] = field(default_factory=list)
    """Read but not understood."""
    fixed: list[str] = field(default_factory=list)
    """Quốc hiệu and Tiêu ngữ as they were written: print has its own."""
    seen: list[re.Pattern[str]] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)
    """Lines with dots or blanks to be filled in."""


def is_letterhead(line: TextLine) -> bool:
    """Tell whether ``line`` bears something that only a letterhead bears."""
    if len(line.text) > LONGEST:
        return False
    if _NATION.search(line.text) or _MOTTO.search(line.text):
        return True
    number, date = _NUMBER.search(line.text), _DATE.search(line.text)
    return bool(
        (number and number.start() <= 2) or (date and date[1] and len(line.text) <= 90 and not number)
    )


def is_about(text: str) -> bool:
    """Tell whether ``text`` begins with "V/v", as the trích yếu of a công văn does."""
    return _ABOUT.match(text) is not None


def is_national(text: str) -> bool:
    """Tell whether ``text`` bears the Quốc hiệu, the Tiêu ngữ or what the Party has in their place."""
    return bool(_NATION.search(text) or _MOTTO.search(text) or text.strip() == _PARTY)


def read_letterhead(lines: list[TextLine]) -> Head:
    """Read the lines above the tên loại."""
    head = Head()
    for line in lines:
        for rest in _GAP.split(_known_parts(line, head)):
            if text := " ".join(rest.split()).strip(" -–"):
                _sort(text, head)
    names = not any(map(_DRAFT.fullmatch, head.others))
    if names and not head.agencies and len(head.others) <= 2:
        head.agencies, head.others = head.others, []
    head.letterhead = _with_agencies(head.letterhead, _whole_names(head.agencies))
    return head


def read_date(text: str, letterhead: Letterhead) -> tuple[Letterhead, str]:
    """Take place and date out of ``text``; give what is left of it."""
    match = _DATE.search(text)
    if match is None or letterhead.place or letterhead.issued_on != PartialDate():
        return letterhead, text
    before, place = _place(match[1] or "")
    day, month, year = (int(digits) if digits else None for digits in match.groups()[1:])
    date = PartialDate(
        year=year,
        month=month if month and 1 <= month <= 12 else None,
        day=day if day and 1 <= day <= 31 else None,
    )
    return (
        replace(letterhead, place=place or letterhead.place, issued_on=date),
        f"{text[: match.start()]}   {before}   {text[match.end() :]}",
    )


def _known_parts(line: TextLine, head: Head) -> str:
    """Read what is sure on ``line``; give the rest with a gap where something was taken out."""
    text = line.raw.strip()
    for pattern in (_NATION, _MOTTO):
        if pattern not in head.seen and (match := pattern.search(text)):
            head.seen.append(pattern)
            head.fixed.append(" ".join(match.group().split()))
            text = f"{text[: match.start()]}   {text[match.end() :]}"
    if _HOLES.search(text) and not is_rule(text):
        head.left_open.append(line.text)
    if (match := _NUMBER.search(text)) and head.letterhead.symbol is None:
        head.letterhead = replace(head.letterhead, number=match[1], symbol=match[2].replace("–", "-"))
        text = f"{text[: match.start()]}   {text[match.end() :]}"
    head.letterhead, text = read_date(text, head.letterhead)
    return text


def _place(text: str) -> tuple[str, str]:
    """Part "VĂN PHÒNG   Hương Giang" into what is not the place and the place."""
    *before, last = _GAP.split(text.strip())
    words = last.split()
    caps = 0
    while caps < len(words) - 1 and words[caps].isupper() and not words[caps].startswith("TP"):
        caps += 1
    place = " ".join(words[caps:]).strip(" .…_-")
    return "   ".join([*before, " ".join(words[:caps])]), place


def _sort(text: str, head: Head) -> None:
    """Put one remaining text of the letterhead where it belongs."""
    if match := _URGENCY.fullmatch(text):
        head.marks = replace(head.marks, urgency=match[1])
    elif match := _CIRCULATION.fullmatch(text):
        head.marks = replace(head.marks, circulation=match[1])
    elif (match := _DRAFT.fullmatch(text)) and head.marks.draft is None:
        head.marks = replace(head.marks, draft=max(int(match[1] or 1), 1))
    elif is_about(text) or (head.about and not is_mostly_caps(text) and text.strip(" .…_-–")):
        head.about.append(text)
    elif is_mostly_caps(text) and text != _PARTY and match is None:
        head.agencies.append(text)
    elif text.strip(" .…_-–") and text != PARTY_RULE:
        head.others.append(text)


def _whole_names(agencies: list[str]) -> list[str]:
    """Join the lines of a name that was too long for one: "ỦY BAN NHÂN DÂN / TỈNH HƯƠNG GIANG"."""
    names: list[str] = []
    for text in agencies:
        joint = bool(names) and _JOINT.search(names[-1]) is not None
        if names and (joint or _PROVINCE.match(text) or _UNFINISHED.search(names[-1])):
            names[-1] += " " + text
        else:
            names.append(text)
    return names


def _with_agencies(letterhead: Letterhead, names: list[str]) -> Letterhead:
    if not names:
        return letterhead
    return replace(letterhead, parent_agency=" ".join(names[:-1]) or None, agency=names[-1])
