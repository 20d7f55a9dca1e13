"""Recognise the trích yếu: the lines below the tên loại that are its title, however long and however set.

What a Word file knows of a line, that it is centred or bold, says more than its words; where there are only
words, a title is told from the first paragraph of the text by its end and by what follows it.
"""

import re

from danvan_desktop.importers.recognition.lines.list_markers import is_caps, parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.kind_line import ADDRESS, SUBJECT_OPENS
from danvan_desktop.importers.recognition.parts.letterhead import LONGEST

_LONGEST_SUBJECT = 500
"""PL VI, Phần II: the field for the trích yếu holds no more."""
TEXT_OPENS = re.compile(
    r"(?:Thực hiện|Căn cứ|Triển khai|Theo|Trên cơ sở|Để|Nhằm|Kính gửi|Ngay từ|Trong năm|Năm)\s"
)
_REFERS = re.compile(r"(?:Thực hiện|Căn cứ|Theo|Trên cơ sở)\s")
"""What a report begins with that answers a letter; few titles of more than a line do."""
_SENTENCE_ENDS = re.compile(r"(?<!\.)[.;:!?][”\"’')\]»]*$")
"""A title may end with "…"; no sentence does."""


def read_subject(lines: list[TextLine], start: int, rest: str) -> tuple[str, int]:
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
    if sum(map(len, parts)) + len(text) > _LONGEST_SUBJECT or ADDRESS.match(text):
        return False
    if line.look is not None and (by_look := _by_look(lines, index, parts)) is not None:
        return by_look
    if parse_mark(text):
        return False
    return _goes_on(lines, index, parts[-1]) if parts else _is_first(lines, index)


def _goes_on(lines: list[TextLine], index: int, above: str) -> bool:
    """Tell by its words whether a line below the first one of a title goes on with it."""
    line, text = lines[index], lines[index].text
    if text.startswith("("):
        return text.endswith(")") or not line.blank_before
    if text[0].islower():
        return not is_ended(text) and (len(text) <= LONGEST or _is_last(lines, index))
    both_caps = is_caps(above) and is_caps(text)
    return both_caps or (not line.blank_before and _is_of_title(lines, index))


def _by_look(lines: list[TextLine], index: int, parts: list[str]) -> bool | None:
    """What the look of a line says: a title is centred or bold, whatever its words; None: nothing.

    What stands centred below a title without being part of it looks otherwise: who decides ("CHỦ TỊCH ỦY
    BAN NHÂN DÂN …", in capitals) or a first heading (numbered).
    """
    line, look, above = lines[index], lines[index].look, lines[index - 1]
    mark = look.mark or parse_mark(line.text) if look is not None else None
    if look is None or look.table is not None or (mark and mark.kind not in {"dash", "plus"}):
        return False
    if not line.is_centred:
        bold = line.is_bold and not line.blank_before and not is_ended(line.text)
        return False if parts and above.is_centred else (bold or None)
    if not parts:
        return True
    if _SENTENCE_ENDS.search(parts[-1]) and not line.text.startswith("("):
        return False
    decides = is_caps(line.text) and not is_caps(parts[-1]) and len(line.text.split()) > 1
    return not decides and not line.text.endswith((":", ";"))


def _is_first(lines: list[TextLine], index: int) -> bool:
    """Tell whether the line below the tên loại is the trích yếu; where it is none, the text begins."""
    text = lines[index].text
    if is_ended(text):
        alone = lines[index].blank_after and not text.endswith((":", ";")) and len(text) <= LONGEST
        return alone and not TEXT_OPENS.match(text)
    if _is_above_address(lines, index) or SUBJECT_OPENS.match(text):
        return True
    if TEXT_OPENS.match(text):
        refers = _REFERS.match(text) and len(text) > LONGEST
        return not refers and not _is_sentence(lines, index)
    return len(text) <= LONGEST or _is_last(lines, index) or not lines[index + 1].text[:1].islower()


def _is_sentence(lines: list[TextLine], index: int) -> bool:
    """Tell whether the lines from ``index`` on are one sentence, with its end sign, and no title.

    "Triển khai thực hiện …" may begin either.
    """
    for place in range(index, len(lines)):
        text = lines[place].text
        if is_ended(text):
            return True
        if _is_last(lines, place) or _begins_text(lines[place + 1]):
            return False
    return False


def _is_of_title(lines: list[TextLine], index: int) -> bool:
    """Tell whether a line that begins with a capital goes on with the title, and no text begins with it."""
    if is_ended(lines[index].text) or _begins_text(lines[index]):
        return False
    for place in range(index, len(lines)):
        if _is_last(lines, place) or _begins_text(lines[place + 1]):
            return True
        if is_ended(lines[place + 1].text):
            return False
    return False


def _begins_text(line: TextLine) -> bool:
    opens = TEXT_OPENS.match(line.text) is not None
    return opens or len(line.text) > LONGEST or parse_mark(line.text) is not None


def _is_last(lines: list[TextLine], index: int) -> bool:
    return lines[index].blank_after or index + 1 == len(lines) or _is_above_address(lines, index)


def _is_above_address(lines: list[TextLine], index: int) -> bool:
    return index + 1 < len(lines) and ADDRESS.match(lines[index + 1].text) is not None
