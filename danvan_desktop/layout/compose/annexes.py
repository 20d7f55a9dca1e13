"""Phụ lục: each on pages of its own, numbered from 1 (PL I, III.1)."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.body import block_flow
from danvan_desktop.layout.compose.closing import end_held, end_marked
from danvan_desktop.layout.compose.letterhead import (
    NBSP,
    UNKNOWN,
    blank,
    date_parts,
    longest_line,
    rule,
)
from danvan_desktop.layout.compose.no_break_symbols import hold_symbols
from danvan_desktop.layout.compose.spans import bookmark, has_text, line, spans_of
from danvan_desktop.layout.compose.styles import Styles
from danvan_desktop.layout.document import DocumentPart, Flow, PageSetup, StyledParagraph
from danvan_desktop.report.agency_in_text import agency_in_text
from danvan_desktop.report.agency_names import name_with_place
from danvan_desktop.report.document_number import number_shown
from danvan_desktop.report.model import Annex, Report


def annex_parts(report: Report, styles: Styles, setup: PageSetup, fonts: FontSet) -> Iterator[DocumentPart]:
    """The pages of every annex; a landscape one has its paper turned, the margins stay where they are."""
    for annex in report.annexes:
        paper = setup
        if annex.orientation == "landscape":
            paper = replace(setup, width=setup.height, height=setup.width)
        head = _head(report, annex, styles, paper, fonts)
        text = end_marked(list(block_flow(annex.blocks, styles, paper.text_width, fonts)), styles)
        last = annex is report.annexes[-1]
        flow = end_held((*head, *hold_symbols(text, paper.text_width, fonts)), last=last)
        yield DocumentPart(paper, flow, styles.page_number)


def _head(report: Report, annex: Annex, styles: Styles, paper: PageSetup, fonts: FontSet) -> Iterator[Flow]:
    """Label (14 pt), title in capitals, what it belongs to with a short rule, all centred (III.1.b, c)."""
    number = f" {annex.number}" if annex.number else ""
    yield line(f"Phụ lục{number}", styles.annex_label, bookmark=bookmark(annex.id))
    if has_text(annex.title):
        style = styles.annex_title
        yield StyledParagraph(style, spans_of(annex.title, style, capitals=True))
    source = line(_source(report, styles, fonts), styles.annex_source)
    yield source
    length = longest_line(source, paper.text_width, fonts) * nd30.SUBJECT_RULE_SHARE
    yield rule(length, after=nd30.SUBJECT_AFTER)


def _source(report: Report, styles: Styles, fonts: FontSet) -> str:
    """What the annex belongs to, "(Kèm theo Báo cáo số …)".

    Filled on paper; in an electronic document number and date stay blank for the system that issues it
    (III.1.c; Mẫu 2.1, 2.2).
    """
    head, style = report.letterhead, styles.annex_source
    kind = report.kind.strip().capitalize()
    symbol = (head.symbol or "").strip() or UNKNOWN
    number, day, month, year = "", "", "", ""
    if report.medium == "paper":
        number = number_shown(head.number)
        day, month, year = date_parts(head.issued_on)
        year = year or str(report.year)
    room = blank(nd30.ANNEX_BLANK, style, fonts)
    day, month, year = (f" {part} " if part else room for part in (day, month, year))
    number = f" {number}" if number else room
    issuer = _issuer(report)
    if len(issuer) <= _SHORT_NAME:
        issuer = issuer.replace(" ", NBSP)
    return f"(Kèm theo {kind} số{number}/{symbol} ngày{day}tháng{month}năm{year}của {issuer})"


def _issuer(report: Report) -> str:
    """Who issues the report: named in full as the opening sentence names it, else as in the letterhead."""
    name = name_with_place(report.letterhead.agency, report.letterhead.parent_agency)
    in_text = agency_in_text(report)
    same = in_text.casefold().split(" ")[:1] == name.casefold().split(" ")[:1]
    return (in_text if same and len(in_text) > len(name) else name) or UNKNOWN


_SHORT_NAME = 45
"""A name with more letters may be parted at the end of a line."""
