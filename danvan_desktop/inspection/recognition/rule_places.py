"""Where the rule under a part of the head can be anchored: Word draws it where the cursor stood."""

from collections.abc import Sequence
from itertools import islice

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.recognition.flow_search import index_of, with_gaps_below

_TEXT_BELOW = 3
"""Paragraphs of the text to which the rule under the trích yếu may be anchored."""


@frozen
class RulePlace:
    """The paragraphs of a Word file, or the printed lines, at which a rule may be found."""

    under: tuple[FlowParagraph, ...] = ()
    """The part it stands under and the empty paragraphs that follow it in its column."""
    beside: tuple[FlowParagraph, ...] = ()
    """The next paragraph with text below, and those above, in the same column."""
    elsewhere: tuple[FlowParagraph, ...] = ()
    """All other paragraphs of the head."""


def rule_place(flow: Sequence[FlowParagraph], part: FlowParagraph | None, text_at: int) -> RulePlace:
    """Return where the rule under ``part`` may be, in a flow whose text begins at ``text_at``."""
    at = index_of(flow, part)
    if part is None or at is None:
        return RulePlace()
    under = with_gaps_below(flow, part)
    if part.printed:
        return RulePlace(under)
    head = flow[: _end(flow, text_at)]
    column = (part.place.table, part.place.column)
    same = [p for p in head if (p.place.table, p.place.column) == column]
    below = next((p for p in islice(head, at + len(under), None) if p.text and _in(p, column)), None)
    above = [p for p in same if (index_of(flow, p) or 0) < at]
    beside = (*([below] if below is not None else []), *reversed(above))
    taken = {id(p) for p in (*under, *beside)}
    return RulePlace(under, beside, tuple(p for p in head if id(p) not in taken))


def _in(paragraph: FlowParagraph, column: tuple[int | None, int]) -> bool:
    return (paragraph.place.table, paragraph.place.column) == column


def _end(flow: Sequence[FlowParagraph], text_at: int) -> int:
    texts = [index for index, p in enumerate(flow) if index >= text_at and p.text]
    return texts[min(_TEXT_BELOW, len(texts)) - 1] + 1 if texts else len(flow)
