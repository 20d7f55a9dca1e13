"""Recognises the letterhead: Quốc hiệu, Tiêu ngữ, the agencies left of them, number, date and urgency."""

import re
from collections.abc import Sequence
from itertools import takewhile

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.wording.offices import office_type
from danvan_desktop.report.text.fold_diacritics import fold_words

_COLUMN_STARTS = ("cong hoa xa hoi", "doc lap", "tm.", "kt.", "tl.", "tuq.", "q.")
"""How the right column of a letterhead or closing block begins, as ``fold_words`` has it."""
_COLUMN_GAP = re.compile(r"\t+| {4,}|\xa0{4,}")
_GOES_ON = re.compile(r"(?:-|,|\bVÀ|\bLIÊN ĐOÀN|\bTRUNG TÂM|\bPHỤC VỤ)\s*$")
"""How the first line of a long name ends."""
_DATED_PLACE = re.compile(r"[^,\d]+,\s*ngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_NUMBER = re.compile(r"Số\s*:", re.IGNORECASE)
_URGENCY = re.compile(r"(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(\s+HẸN GIỜ)?")
_PEOPLES = {"uy ban nhan dan", "hoi dong nhan dan"}
"""Bodies that have no parent agency; where they are is the second line of their name."""
_WHERE = re.compile(r"(tinh|thanh pho|tp\.?|xa|phuong|dac khu|huyen|quan|thi xa|thi tran)\s")


def is_tabbed(paragraph: FlowParagraph) -> bool:
    """Whether it holds both columns of a letterhead or closing block, parted by a tab or many blanks."""
    text = paragraph.text
    if paragraph.place.table is not None:
        return False
    right = (text[gap.end() :] for gap in _COLUMN_GAP.finditer(text) if gap.start())
    return any(fold_words(part).startswith(_COLUMN_STARTS) or _DATED_PLACE.match(part) for part in right)


def is_national_name(paragraph: FlowParagraph) -> bool:
    """Whether it begins as the Quốc hiệu does."""
    return fold_words(paragraph.text).startswith("cong hoa xa hoi chu nghia")


def is_motto(paragraph: FlowParagraph) -> bool:
    """Whether it has the words of the Tiêu ngữ, with any kind of dash between them."""
    phrases = {phrase.strip(" .") for phrase in re.split(r"[-–—]", fold_words(paragraph.text))}
    return {"doc lap", "tu do", "hanh phuc"} <= phrases


def is_number(paragraph: FlowParagraph) -> bool:
    """Whether it is the line of number and symbol."""
    return bool(_NUMBER.match(paragraph.text))


def is_date(paragraph: FlowParagraph) -> bool:
    """Whether it holds a date in words."""
    return bool(_DATE.search(paragraph.text))


def is_urgency(paragraph: FlowParagraph) -> bool:
    """Whether it is a stamp of urgency."""
    return bool(_URGENCY.fullmatch(paragraph.text))


def find_agencies(
    flow: Sequence[FlowParagraph], national: FlowParagraph | None, number: FlowParagraph | None
) -> tuple[tuple[FlowParagraph, ...], tuple[FlowParagraph, ...]]:
    """Return the lines of the parent agency and of the agency: what stands left of the national name."""
    if national is None or national.place.table is None:
        return (), ()
    table, column = national.place.table, national.place.column
    names = []
    for paragraph in flow:
        if paragraph.place.table != table or paragraph.place.column >= column:
            continue
        if paragraph is number or is_number(paragraph):
            break
        if paragraph.text.strip("_-–—─ "):
            names.append(paragraph)
    if len(names) > 1 and fold_words(names[0].text) in _PEOPLES and _WHERE.match(fold_words(names[1].text)):
        rest = [name for name in names[2:] if not any(run.format.bold for run in names[0].visible_runs)]
        return (tuple(names[:2]), tuple(rest)) if rest else ((), tuple(names))
    # The issuer is the bold one; where boldness does not tell, it is the last line.
    plain = len([*takewhile(lambda p: not any(run.format.bold for run in p.visible_runs), names)])
    if (
        plain == 0
        and len(names) > 1
        and office_type(names[1].text) is None
        and _GOES_ON.search(names[0].text)
    ):
        return (), tuple(names)  # one name on two lines
    if plain in {0, len(names)}:
        plain = min(1, len(names) - 1) if plain == 0 else len(names) - 1
    return tuple(names[: max(plain, 0)]), tuple(names[max(plain, 0) :])


def _is_one_name(names: Sequence[FlowParagraph]) -> bool:
    """Whether the first two of bold lines are one long name."""
    return len(names) > 1 and office_type(names[1].text) is None and bool(_GOES_ON.search(names[0].text))
