"""Phần đầu văn bản: agency, Quốc hiệu, number, date, tên loại, trích yếu, Kính gửi (PL I, II.1-5, II.9)."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import nd30
from danvan_desktop.layout.column_edges import EDGE_SLACK, column_widths_on_edges
from danvan_desktop.layout.compose.balance_lines import balanced
from danvan_desktop.layout.compose.spans import line, upper
from danvan_desktop.layout.compose.styles import Styles
from danvan_desktop.layout.document import (
    Flow,
    GridCell,
    GridTable,
    HorizontalRule,
    NamedStyle,
    StyledParagraph,
    Twips,
)
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer, break_lines, line_room
from danvan_desktop.report.agency_names import has_no_parent
from danvan_desktop.report.document_number import number_shown
from danvan_desktop.report.model import Letterhead, PartialDate, Report

UNKNOWN = "…"
"""What stands for a part that the report does not know."""

NBSP = "\u00a0"
"""Blanks for the clerk to overtype: they neither break nor stretch."""


def letterhead(report: Report, styles: Styles, text_width: Twips, fonts: FontSet) -> Iterator[Flow]:
    """Everything above the first line of the text."""
    yield _table(report, styles, text_width, fonts)
    yield line(report.kind, styles.kind, capitals=True)
    if report.subject.strip():
        subject = line(report.subject, styles.subject)
        yield subject
        longest = longest_line(subject, text_width, fonts)
        yield rule(longest * nd30.SUBJECT_RULE_SHARE, after=nd30.SUBJECT_AFTER)
    yield from _addressees(report, styles, fonts)


def _table(report: Report, styles: Styles, text_width: Twips, fonts: FontSet) -> GridTable:
    """The boxes of PL I, IV: above 11; then 2 and 1; then 3 with 10b below it, and 4."""
    columns = _columns(report, styles, text_width, fonts)
    rows = [
        (
            GridCell(tuple(_agencies(report.letterhead, styles, columns[0], fonts))),
            GridCell(tuple(_nation(styles, columns[1], fonts))),
        ),
        (
            GridCell((_number(report, styles, fonts), *_marks(report, styles, columns[0], fonts))),
            GridCell((_date(report, styles, columns[1], fonts),)),
        ),
    ]
    if circulation := " ".join((report.marks.circulation or "").split()):
        rows.insert(0, (GridCell(()), GridCell((_circulation(circulation, styles, columns[1], fonts),))))
    return GridTable("letterhead", columns, tuple(rows))


def _columns(report: Report, styles: Styles, text_width: Twips, fonts: FontSet) -> tuple[Twips, ...]:
    """The house columns; the right one is as wide as place and date need, where the left one can lend it."""
    columns = column_widths_on_edges(nd30.LETTERHEAD_COLUMNS, text_width)
    date = _date(report, styles, columns[1], fonts)
    need = ceil(TextMeasurer(date, fonts).width(0, len(date.text))) + EDGE_SLACK
    if columns[1] < need <= columns[1] + nd30.LETTERHEAD_LOAN:
        return column_widths_on_edges((text_width - need, need), text_width)
    return columns


def _agencies(
    head: Letterhead, styles: Styles, width: Twips, fonts: FontSet
) -> Iterator[StyledParagraph | HorizontalRule]:
    if head.parent_agency or not has_no_parent(head.agency):
        parent = line(head.parent_agency or UNKNOWN, styles.parent_agency, capitals=True)
        yield balanced(parent, width, fonts)
    agency = balanced(line(head.agency or UNKNOWN, styles.agency, capitals=True), width, fonts)
    yield agency
    length = longest_line(agency, width, fonts) * nd30.AGENCY_RULE_SHARE
    yield rule(length if head.agency else nd30.RULE_LENGTH_UNKNOWN, after=nd30.NUMBER_GAP)


def _nation(styles: Styles, width: Twips, fonts: FontSet) -> Iterator[StyledParagraph | HorizontalRule]:
    yield line(nd30.NATIONAL_NAME, styles.national_name)
    motto = line(nd30.MOTTO, styles.motto)
    yield motto
    yield rule(longest_line(motto, width, fonts), after=nd30.NUMBER_GAP)


def _number(report: Report, styles: Styles, fonts: FontSet) -> StyledParagraph:
    style, head = styles.number, report.letterhead
    number = number_shown(head.number)
    shown = f" {number}" if number else blank(nd30.NUMBER_BLANK, style, fonts)
    return line(f"Số:{shown}/{(head.symbol or '').strip() or UNKNOWN}", style)


def _date(report: Report, styles: Styles, width: Twips, fonts: FontSet) -> StyledParagraph:
    style = styles.date
    paragraph = line(_dated(report, style, fonts), style)
    smaller = replace(style, name="date_small", title=f"{style.title} (cỡ 13)", size=nd30.DATE_SIZE_MIN)
    if TextMeasurer(paragraph, fonts).width(0, len(paragraph.text)) > width and style.size > smaller.size:
        return line(_dated(report, smaller, fonts), smaller)
    return paragraph


def _dated(report: Report, style: NamedStyle, fonts: FontSet) -> str:
    """Place and date; the blanks are as wide as they must be in ``style``."""
    room = blank(nd30.DAY_BLANK, style, fonts)
    day, month, year = date_parts(report.letterhead.issued_on)
    place = (report.letterhead.place or "").strip() or UNKNOWN
    day = f" {day} " if day else room
    month = f" {month} " if month else room
    return f"{place}, ngày{day}tháng{month}năm {year or report.year}"


def date_parts(date: PartialDate) -> tuple[str, str, str]:
    """Day, month and year as written: a 0 before a day under 10 and before months 1 and 2 (PL I, II.4.b)."""
    day = "" if date.day is None else f"{date.day:02}"
    month = "" if date.month is None else f"{date.month:02}" if date.month <= 2 else str(date.month)
    return day, month, "" if date.year is None else str(date.year)


def _marks(report: Report, styles: Styles, column: Twips, fonts: FontSet) -> Iterator[StyledParagraph]:
    """Under the number: the urgency stamp (ô 10b) and "DỰ THẢO LẦN n", of which the decree says nothing."""
    if urgency := " ".join((report.marks.urgency or "").split()):
        yield _stamp(report, urgency, styles, column, fonts)
    if report.marks.draft:
        yield line(f"DỰ THẢO LẦN {report.marks.draft}", styles.draft)


def _circulation(text: str, styles: Styles, column: Twips, fonts: FontSet) -> StyledParagraph:
    """How far the document may go, in a single box in proportion to its words (III.2.c; ô 11)."""
    words = line(text, styles.circulation, capitals=True)
    return _in_box(words, round(_natural(words, fonts)), column)


def _stamp(report: Report, urgency: str, styles: Styles, column: Twips, fonts: FontSet) -> StyledParagraph:
    """The stamp of an electronic document; on paper the clerk of records strikes it (Điều 17.1.b)."""
    if report.medium == "paper":
        return StyledParagraph(styles.stamp_room, ())
    words = line(urgency, styles.stamp, capitals=True)
    known = nd30.STAMPS_MM.get(upper(urgency).replace("HOẢ", "HỎA"))
    return _in_box(words, nd30.mm(known[0]) if known else round(_natural(words, fonts)), column)


def _natural(words: StyledParagraph, fonts: FontSet) -> float:
    """The width of a box for ``words`` where the decree gives none."""
    return TextMeasurer(words, fonts).width(0, len(words.text)) + 2 * nd30.CIRCULATION_SIDE


def _in_box(words: StyledParagraph, width: Twips, column: Twips) -> StyledParagraph:
    """``words`` whose box is ``width`` wide and stands in the middle of its column."""
    side = max(0, column - width) // 2
    return replace(words, style=replace(words.style, left=side, right=side))


def _addressees(report: Report, styles: Styles, fonts: FontSet) -> Iterator[StyledParagraph]:
    """Kính gửi: one agency on the same line; several under one another, dashes below the colon (II.9.b)."""
    names = [name.strip() for name in report.addressees if name.strip()]
    if len(names) == 1:
        yield line(f"{nd30.ADDRESS_LABEL} {names[0]}", styles.address)
    elif names:
        label = line(nd30.ADDRESS_LABEL, styles.address_label)
        yield label
        colon = nd30.ADDRESS_LEFT + round(TextMeasurer(label, fonts).width(0, len(nd30.ADDRESS_LABEL) - 1))
        style = replace(styles.address_list, left=colon, before=0)
        for name in names:
            end = "." if name is names[-1] else ";"
            yield line(f"- {name.rstrip(';.')}{end}", style)


def blank(room: Twips, style: NamedStyle, fonts: FontSet) -> str:
    """Blanks for the clerk to overtype: they neither break nor stretch."""
    one = TextMeasurer(line(NBSP, style), fonts).width(0, 1)
    return NBSP * ceil(room / one)


def longest_line(paragraph: StyledParagraph, width: Twips, fonts: FontSet) -> float:
    """How long the longest line of ``paragraph`` is, for the rule under it."""
    measure = TextMeasurer(paragraph, fonts)
    text = paragraph.text
    lines = break_lines(paragraph, measure, line_room(paragraph, width))
    return max(measure.width(start, start + len(text[start:end].rstrip(" "))) for start, end in lines)


def rule(length: float, after: Twips) -> HorizontalRule:
    """The line under an agency, the motto or a title."""
    return HorizontalRule(round(length), nd30.RULE_THICKNESS, before=nd30.RULE_GAP, after=after)
