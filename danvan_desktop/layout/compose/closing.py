"""Phần cuối văn bản: the end mark, Nơi nhận and the signing block (PL I, II.7, II.9; Mẫu 1.4)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import nd30
from danvan_desktop.layout.column_edges import column_widths_on_edges
from danvan_desktop.layout.compose.letterhead import UNKNOWN
from danvan_desktop.layout.compose.spans import line
from danvan_desktop.layout.compose.styles import Styles
from danvan_desktop.layout.document import (
    Flow,
    GridCell,
    GridTable,
    HorizontalRule,
    Span,
    StyledParagraph,
    Twips,
)
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer, break_lines, line_room
from danvan_desktop.report.model import Filing, Report, Signature


def closing_table(report: Report, styles: Styles, text_width: Twips, fonts: FontSet) -> GridTable:
    """Nơi nhận on the left, the signing block on the right, level and on one page.

    What of a very long Nơi nhận has no room there stands below it, row by row.
    """
    columns = column_widths_on_edges(nd30.CLOSING_COLUMNS, text_width)
    beside, *below = _in_rows(_recipients(report, styles), columns[0], fonts)
    rows = [(GridCell(beside), GridCell(tuple(_signing(report.signature, styles))))]
    rows += ((GridCell(more), GridCell(())) for more in below)
    return GridTable(
        "closing",
        columns,
        tuple(rows),
        before=nd30.CLOSING_BEFORE,
        keep_together=True,
        parted=frozenset(range(len(below))),
    )


def _in_rows(
    paragraphs: Iterable[StyledParagraph], width: Twips, fonts: FontSet
) -> Iterator[tuple[StyledParagraph, ...]]:
    """``paragraphs`` by as many as make the lines that a page has room for beside the text's last ones."""
    row: list[StyledParagraph] = []
    lines = 0
    for paragraph in paragraphs:
        more = len(break_lines(paragraph, TextMeasurer(paragraph, fonts), line_room(paragraph, width)))
        if row and lines + more > nd30.MOST_RECIPIENT_LINES:
            yield tuple(row)
            row, lines = [], 0
        row.append(paragraph)
        lines += more
    yield tuple(row)


def _recipients(report: Report, styles: Styles) -> Iterator[StyledParagraph]:
    yield line(nd30.RECIPIENTS_LABEL, styles.recipients_label)
    names = [name.strip().rstrip(";") for name in report.recipients if name.strip()]
    if any(name.strip() for name in report.addressees) and nd30.AS_ABOVE not in names:
        names.insert(0, nd30.AS_ABOVE)
    for name in names:
        yield line(f"- {name};", styles.recipient)
    yield line(filing_line(report.filing), styles.recipient)


def filing_line(filing: Filing) -> str:
    """The last line, "- Lưu: VT, VP1.", with the drafter's code and the copies behind it (PL I, IV, ô 12)."""
    unit = f", {filing.unit.strip()}" if filing.unit and filing.unit.strip() else ""
    copies = f" ({filing.copies:02})" if filing.copies else ""
    if filing.drafter and filing.drafter.strip():
        return f"- Lưu: {nd30.FILING_OFFICE}{unit}. {filing.drafter.strip().rstrip('.')}{copies}."
    return f"- Lưu: {nd30.FILING_OFFICE}{unit}{copies}."


def _signing(signature: Signature, styles: Styles) -> Iterator[StyledParagraph]:
    for text in [text for text in signature.lines if text.strip()] or [UNKNOWN]:
        yield line(text.strip(), styles.signing, capitals=True)
    signer = (signature.signer or "").strip() or UNKNOWN
    if position := (signature.other_position or "").strip():
        # A post in another body stands above the name, below the signature (PL I, II.7.c).
        yield line(position, styles.other_position, capitals=True)
        yield line(signer, styles.signer_below)
    else:
        yield line(signer, styles.signer)


def end_marked(flow: list[Flow], styles: Styles) -> list[Flow]:
    """``flow`` with "./." at the end of its last paragraph, unless that is a title or has it already.

    One that was typed at the end of an earlier paragraph is printed as a full stop: none stands twice.
    """
    for index in range(len(flow) - 1, -1, -1):
        block = flow[index]
        if isinstance(block, StyledParagraph) and block.style in styles.running():
            flow[index] = _with_end_mark(block)
        if not isinstance(block, HorizontalRule):
            break
    last = max((index for index, block in enumerate(flow) if _is_marked(block)), default=0)
    before = (_without_end_mark(block) for block in flow[:last])
    return [*(block for block in before if block is not None), *flow[last:]]


def _is_marked(block: Flow) -> bool:
    return isinstance(block, StyledParagraph) and block.text.rstrip().endswith(nd30.END_MARK)


def _without_end_mark(block: Flow) -> Flow | None:
    """``block``; None where it is nothing but the mark."""
    if not isinstance(block, StyledParagraph) or not _is_marked(block):
        return block
    text = block.text.rstrip().removesuffix(nd30.END_MARK).rstrip()
    length = len(text) + (not text.endswith((".", "!", "?")))
    return replace(block, spans=tuple(_cut(block.spans, length))) if text else None


def _with_end_mark(paragraph: StyledParagraph) -> StyledParagraph:
    text = paragraph.text.rstrip()
    mark = nd30.END_MARK
    if text.endswith(mark):
        return paragraph
    if text.endswith((".", "…")):
        mark = mark[1:]  # the sentence brings the full stop
    *others, last = _cut(paragraph.spans, len(text))
    if last.vertical is None and not last.underline:
        return replace(paragraph, spans=(*others, replace(last, text=last.text + mark)))
    style = paragraph.style
    return replace(paragraph, spans=(*others, last, Span(mark, bold=style.bold, italic=style.italic)))


def _cut(spans: tuple[Span, ...], length: int) -> list[Span]:
    """The first ``length`` characters of ``spans``."""
    kept: list[Span] = []
    for span in spans:
        if length <= 0:
            break
        kept.append(replace(span, text=span.text[:length]))
        length -= len(span.text)
    return kept


def hold_with_closing(flow: list[Flow], lines_of: Callable[[StyledParagraph], int]) -> list[Flow]:
    """``flow`` with its end kept with what follows: as many paragraphs as make two lines, or a table."""
    lines = 0
    for index in range(len(flow) - 1, -1, -1):
        block = flow[index]
        if isinstance(block, HorizontalRule) or lines >= nd30.LINES_WITH_CLOSING:
            break
        flow[index] = replace(block, keep_next=True)
        if isinstance(block, GridTable):
            break
        lines += lines_of(block)
    return flow


def end_held(flow: Iterable[Flow], *, last: bool) -> tuple[Flow, ...]:
    """``flow``, the ``last`` of the document or another, so that a table at its end brings no empty page.

    Word wants a paragraph below it: between two parts as low as can be and held to the table, at the end
    of the document a hidden one.
    """
    *before, end = flow
    if isinstance(end, GridTable):
        end = replace(end, keep_next=True, after=0 if last else nd30.CLOSING_AFTER)
    return (*before, end)
