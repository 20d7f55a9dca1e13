"""Recognises tên loại, trích yếu and "Kính gửi" below the letterhead."""

import re
from collections.abc import Sequence

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.recognition.blocks import opens_part
from danvan_desktop.inspection.recognition.flow_search import index_of
from danvan_desktop.inspection.recognition.letterhead import is_number, is_urgency
from danvan_desktop.report.document_kinds import LETTER, REPORT, kind_of_symbol, named_kind
from danvan_desktop.report.text.fold_diacritics import fold_words

_ADDRESS = re.compile(r"Kính gửi\b", re.IGNORECASE)
_LETTER_SUBJECT = re.compile(r"V/v\b|Về việc\b", re.IGNORECASE)
_SYMBOL = re.compile(r"Số\s*:[^/]*/(?P<symbol>\S+)", re.IGNORECASE)
_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)\s*[.)/:-]")
_SEARCHED = 15
"""Paragraphs below the head among which the tên loại is looked for."""
_LONG = 120
"""Characters: the text has begun."""


def find_kind(flow: Sequence[FlowParagraph], start: int, end: int) -> int | None:
    """Return where the tên loại stands: the first line below the head that is one."""
    near = range(start, min(start + _SEARCHED, end, _text_start(flow, start, end)))
    for index in near:
        text = flow[index].text
        if named_kind(text) or (fold_words(text).startswith("bao cao") and len(text) <= 40):
            return index
    for index in near:
        text = flow[index].text
        if text.isupper() and len(text.split()) <= 4 and not is_urgency(flow[index]):
            return index
    return None


def _text_start(flow: Sequence[FlowParagraph], start: int, end: int) -> int:
    """Return where Kính gửi or the text begins, above which a tên loại stands."""
    return next(
        (i for i in range(start, end) if _ADDRESS.match(flow[i].text) or len(flow[i].text) > _LONG), end
    )


def document_kind(kind: FlowParagraph | None, number: FlowParagraph | None, *, addressed: bool) -> str:
    """Return what kind of document it is, by its tên loại, else by its symbol."""
    if kind is not None:
        return named_kind(kind.text.upper()) or REPORT
    match = _SYMBOL.match(number.text) if number is not None else None
    named = kind_of_symbol(match["symbol"]) if match else None
    return named or (LETTER if addressed and number is not None else REPORT)


def find_subject(
    flow: Sequence[FlowParagraph], kind_at: int, end: int
) -> tuple[tuple[FlowParagraph, ...], int]:
    """Return the trích yếu (what is centred right below the tên loại) and where the next part begins."""
    found: list[FlowParagraph] = []
    index = kind_at + 1
    while index < end and index <= kind_at + 6:
        paragraph = flow[index]
        if _ADDRESS.match(paragraph.text) or (found and _goes_on_otherwise(paragraph, found)):
            break
        if paragraph.text.strip("_-–—─ "):
            bold = all(run.format.bold for run in paragraph.visible_runs)
            aside = paragraph.format.align != "center"
            if (aside and not bold) or (aside and found and not _goes_on_aside(paragraph, found[-1])):
                break
            found.append(paragraph)
        elif found and (paragraph.format.top_border or paragraph.drawn):
            index += 1
            break
        index += 1
    return tuple(found), index


def _goes_on_otherwise(paragraph: FlowParagraph, subject: Sequence[FlowParagraph]) -> bool:
    """Whether the text begins here: with a phần or mục, or with who issues it, in capitals."""
    text = paragraph.text
    return opens_part(paragraph) or (text.isupper() and not any(part.text.isupper() for part in subject))


def _goes_on_aside(paragraph: FlowParagraph, above: FlowParagraph) -> bool:
    """Whether a bold line that is not centred goes on with one that is not centred either."""
    ended = above.text.endswith((".", ":", ";"))
    return above.format.align != "center" and not ended and not _MARK.match(paragraph.text)


def find_letter_subject(
    flow: Sequence[FlowParagraph], number: FlowParagraph | None
) -> tuple[FlowParagraph, ...]:
    """Return "V/v …" of a công văn: the lines below its number, in the same column (PL I, II.5.b)."""
    at = index_of(flow, number)
    if number is None or at is None:
        return ()
    found: list[FlowParagraph] = []
    for paragraph in flow[at + 1 : at + 8]:
        same = (paragraph.place.table, paragraph.place.column) == (number.place.table, number.place.column)
        if is_number(paragraph) or (number.place.table is None and _ADDRESS.match(paragraph.text)):
            break
        if same and paragraph.text and (found or _LETTER_SUBJECT.match(paragraph.text)):
            found.append(paragraph)
        elif found:
            break
    return tuple(found)


def find_addressees(
    flow: Sequence[FlowParagraph], start: int, end: int
) -> tuple[tuple[FlowParagraph, ...], int]:
    """Return "Kính gửi" with the list below it, and where the text begins."""
    index = start
    while index < end and not flow[index].text:
        index += 1
    if index >= end or not _ADDRESS.match(flow[index].text):
        return (), start
    found = [flow[index]]
    index += 1
    while index < end and flow[index].text.startswith(("-", "–")):
        found.append(flow[index])
        index += 1
    return tuple(found), index
