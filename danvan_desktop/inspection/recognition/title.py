"""Recognises tên loại, trích yếu and "Kính gửi" below the letterhead."""

import re
from collections.abc import Sequence

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.recognition.flow_search import index_of
from danvan_desktop.inspection.recognition.letterhead import is_urgency
from danvan_desktop.report.text.fold_diacritics import fold_words

_ADDRESS = re.compile(r"Kính gửi\b", re.IGNORECASE)


def find_kind(flow: Sequence[FlowParagraph], head: Sequence[FlowParagraph | None]) -> int | None:
    """Return where the tên loại stands: the first short line in capitals below the head."""
    start = max((index for part in head if (index := index_of(flow, part)) is not None), default=-1) + 1
    for index in range(start, min(start + 15, len(flow))):
        text = flow[index].text
        if fold_words(text).startswith("bao cao") and len(text) <= 40:
            return index
    for index in range(start, min(start + 15, len(flow))):
        text = flow[index].text
        if text.isupper() and len(text.split()) <= 4 and not is_urgency(flow[index]):
            return index
    return None


def find_subject(
    flow: Sequence[FlowParagraph], kind_at: int | None, end: int
) -> tuple[tuple[FlowParagraph, ...], int]:
    """Return the trích yếu (what is centred right below the tên loại) and where the next part begins."""
    if kind_at is None:
        return (), 0
    found: list[FlowParagraph] = []
    index = kind_at + 1
    while index < end and index <= kind_at + 6:
        paragraph = flow[index]
        if _ADDRESS.match(paragraph.text):
            break
        if paragraph.text.strip("_-–—─ "):
            bold = all(run.format.bold for run in paragraph.visible_runs)
            if (found and paragraph.format.align != "center") or (
                not bold and paragraph.format.align != "center"
            ):
                break
            found.append(paragraph)
        elif found and (paragraph.format.top_border or paragraph.drawn):
            index += 1
            break
        index += 1
    return tuple(found), index


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
