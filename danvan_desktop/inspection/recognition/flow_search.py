"""Searching a flow of paragraphs: the first that fits, its index, the empty ones below it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from danvan_desktop.inspection.flow import FlowParagraph


def first_that(flow: Iterable[FlowParagraph], holds: Callable[[FlowParagraph], bool]) -> FlowParagraph | None:
    """Return the first paragraph with text for which ``holds`` is true."""
    return next((paragraph for paragraph in flow if paragraph.text and holds(paragraph)), None)


def index_of(flow: Sequence[FlowParagraph], wanted: FlowParagraph | None) -> int | None:
    """Return where ``wanted`` itself stands, not an equal one."""
    return next((index for index, paragraph in enumerate(flow) if paragraph is wanted), None)


def with_gaps_below(flow: Sequence[FlowParagraph], first: FlowParagraph | None) -> tuple[FlowParagraph, ...]:
    """Return ``first`` and up to two paragraphs after it in its column that hold no text."""
    start = index_of(flow, first)
    if start is None:
        return ()
    return (flow[start], *takewhile(lambda p: _is_gap(p, flow[start]), flow[start + 1 : start + 3]))


def _is_gap(paragraph: FlowParagraph, above: FlowParagraph) -> bool:
    same = (paragraph.place.table, paragraph.place.column) == (above.place.table, above.place.column)
    return same and not paragraph.text.strip("_-–—─ ")
