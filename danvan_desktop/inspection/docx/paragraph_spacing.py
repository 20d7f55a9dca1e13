"""Spacing between paragraphs as Word prints it: the larger of two, none where their style asks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from danvan_desktop.inspection.flow import FlowParagraph


def with_printed_spacing(paragraphs: Sequence[FlowParagraph], *, added: bool) -> Iterator[FlowParagraph]:
    """Yield ``paragraphs`` with the spacing that is printed before and after each.

    ``added`` is for files that want both spacings added up ("doNotUseHTMLParagraphAutoSpacing").
    """
    if not paragraphs:
        return
    above = paragraphs[0]
    for paragraph in paragraphs[1:]:
        first, below = _between(above, paragraph, added=added)
        yield first
        above = below
    yield above


def _between(
    above: FlowParagraph, below: FlowParagraph, *, added: bool
) -> tuple[FlowParagraph, FlowParagraph]:
    if _column(above) != _column(below):
        return above, below
    alike = above.look.style == below.look.style
    after = 0 if alike and above.look.tight else above.look.after
    before = 0 if alike and below.look.tight else below.look.before
    if not added:
        before = max(before - after, 0)
    return (
        replace(above, look=replace(above.look, after=after)),
        replace(below, look=replace(below.look, before=before)),
    )


def _column(paragraph: FlowParagraph) -> tuple[int | None, int, int]:
    return paragraph.place.table, paragraph.place.row, paragraph.place.column
