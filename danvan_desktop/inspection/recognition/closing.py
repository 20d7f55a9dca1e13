"""Recognises where the text ends, the closing block (recipients, signing) and the annexes after it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.recognition.anatomy import FoundAnnex
from danvan_desktop.inspection.recognition.flow_search import index_of

_RECIPIENTS = re.compile(r"Nơi nhận\b", re.IGNORECASE)
_SIGNING_ABOVE, _SIGNING_WORDS = 14, 8
"""Paragraphs, empty ones included, and words in each."""
_ANNEX = re.compile(r"Phụ lục(\s+(số\s+)?([IVXLC]+|\d+|[A-Z]))?\s*[.:]?", re.IGNORECASE)


def find_end(flow: Sequence[FlowParagraph]) -> int:
    """Return where the text ends: at the closing table or the line "Nơi nhận"."""
    for index, paragraph in enumerate(flow):
        if _RECIPIENTS.match(paragraph.text):
            table = paragraph.place.table
            while table is not None and index and flow[index - 1].place.table == table:
                index -= 1  # noqa: PLW2901 - back to the first paragraph of the table
            return index if table is not None or paragraph.printed else _signing_above(flow, index)
    return len(flow)


def _signing_above(flow: Sequence[FlowParagraph], label: int) -> int:
    """Return where the signing lines begin that stand above "Nơi nhận" outside of a table, else ``label``."""
    start = label
    while start and label - start < _SIGNING_ABOVE and _may_sign(flow[start - 1]):
        start -= 1
    first = next((i for i in range(start, label) if flow[i].text), label)
    return start if first < label and flow[first].text.isupper() else label


def _may_sign(paragraph: FlowParagraph) -> bool:
    """Whether it is as short as a line of signing and ends no sentence."""
    text = paragraph.text
    ended = text.endswith((".", ":", ";")) or text.startswith(("-", "–", "+"))
    return not ended and len(text.split()) <= _SIGNING_WORDS


def find_closing(
    flow: Sequence[FlowParagraph], start: int
) -> tuple[FlowParagraph | None, tuple[FlowParagraph, ...], tuple[FlowParagraph, ...], int]:
    """Return the label, the recipients, the signing column and where the annexes begin."""
    label = next((p for p in flow[start:] if _RECIPIENTS.match(p.text)), None)
    if label is None:
        return None, (), (), len(flow)
    if "\t" in label.text and label.place.table is None:
        return None, (), (), next((i for i in range(start, len(flow)) if is_annex(flow[i])), len(flow))
    table, column = label.place.table, label.place.column
    end = start
    while end < len(flow) and _is_closing(flow[end], table):
        end += 1
    inside = flow[start:end]
    after = inside[(index_of(inside, label) or 0) + 1 :]
    if table is None:
        listed = tuple(takewhile(lambda p: p.text.startswith(("-", "–")), (p for p in after if p.text)))
        above = flow[start : start + (index_of(flow[start:], label) or 0)]
        return label, listed, tuple(above), end
    recipients = tuple(p for p in after if p.place.column <= column and p.text)
    signing = tuple(p for p in inside if p.place.column > column)
    return label, recipients, signing, end


def _is_closing(paragraph: FlowParagraph, table: int | None) -> bool:
    return not is_annex(paragraph) if table is None else paragraph.place.table == table


def is_annex(paragraph: FlowParagraph) -> bool:
    """Whether ``paragraph`` is the label of an annex, outside of tables."""
    return paragraph.place.table is None and is_annex_label(paragraph.text)


def is_annex_label(text: str) -> bool:
    """Tell whether ``text`` is the label of an annex: "Phụ lục", "Phụ lục II"."""
    return bool(_ANNEX.fullmatch(text))


def find_annexes(flow: Sequence[FlowParagraph]) -> tuple[FoundAnnex, ...]:
    """Return each annex: its label and the paragraphs with text up to the next one."""
    found: list[tuple[FlowParagraph, list[FlowParagraph]]] = []
    for paragraph in flow:
        if is_annex(paragraph):
            found.append((paragraph, []))
        elif found and paragraph.text:
            found[-1][1].append(paragraph)
    return tuple(FoundAnnex(label, tuple(content)) for label, content in found)
