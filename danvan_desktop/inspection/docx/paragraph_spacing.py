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
    alike = above.format.style == below.format.style
    after = 0 if alike and above.format.tight else above.format.after
    before = 0 if alike and below.format.tight else below.format.before
    if not added:
        before = max(before - after, 0)
    return (
        replace(above, format=replace(above.format, after=after)),
        replace(below, format=replace(below.format, before=before)),
    )


def _column(paragraph: FlowParagraph) -> tuple[int | None, int, int]:
    return paragraph.place.table, paragraph.place.row, paragraph.place.column
