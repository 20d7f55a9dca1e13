"""The register of a report's citations: each document once, with what its first mention lacks.

When a document is cited for the first time, its kind, number, symbol, date, issuer and title are written;
from then on its kind, number and symbol alone (điểm b khoản 6 Mục II PL I).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from danvan_desktop.checks.citations.citation import KINDS, SYMBOL, Citation, citations_in
from danvan_desktop.checks.citations.same_document import are_two
from danvan_desktop.checks.running_texts import prose
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.report.text.dates import short_date

Lack = Literal["số", "ngày ban hành", "cơ quan ban hành", "trích yếu"]
_OWN = re.compile(r"\(\s*(?:Kèm theo|Ban hành kèm theo|Ban hành theo)\s*$", re.IGNORECASE)
"""Before the document itself, below the title of its annex."""
_ISSUING = re.compile(
    r"(?:ban hành|xây dựng|tham mưu|có|gửi|trình|tại)(?: các| những)?"
    rf"(?: (?:{'|'.join(KINDS)})(?: số)? {SYMBOL}[^.;]{{0,200}}?(?:,| và|;))*$",
    re.IGNORECASE,
)
"""Verbs before a citation whose subject is the issuer, or before several: "ban hành Kế hoạch số …, …"."""


_FAR = 400


@frozen
class CitedDocument:
    """A document that the report cites, with its mentions in reading order."""

    mentions: tuple[Citation, ...]
    lacks: tuple[Lack, ...]
    """What its first mention does not say."""

    @property
    def first(self) -> Citation:
        """Its first mention in running text, which has to say everything."""
        return _first(self.mentions)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other documents."""
        return _key(self.first)

    @property
    def days(self) -> frozenset[PartialDate]:
        """The dates it is given; more than one: one of them is wrong."""
        return frozenset(each.issued_on for each in self.mentions if each.issued_on != PartialDate())


def citations(report: Report) -> tuple[CitedDocument, ...]:
    """List the documents that ``report`` cites by number and symbol, in the order of their first mention."""
    return registered(each for text in prose(report) for each in citations_in(text))


def registered(mentions: Iterable[Citation]) -> tuple[CitedDocument, ...]:
    """List the documents that ``mentions``, read from prose, are of."""
    found: dict[tuple[str, str], list[list[Citation]]] = {}
    for each in mentions:
        alike = found.setdefault(_key(each), [])
        ours = next((known for known in alike if not any(are_two(each, other) for other in known)), None)
        if ours is None:
            alike.append(ours := [])
        ours.append(each)
    return tuple(_document(tuple(each)) for alike in found.values() for each in alike)


def standing_citations(earlier: Iterable[Report]) -> tuple[Citation, ...]:
    """Give what ``earlier`` reports of the office cite that is still in use, for :func:`complete`.

    A document is known by its number, and numbers begin anew each year: what was of an earlier report's own
    year may be another document now. What was older then stands: a resolution, a law's decree.
    """
    return tuple(
        each
        for report in earlier
        for document in citations(report)
        for each in document.mentions
        if each.day is not None and each.day.year < report.year
    )


def complete(document: CitedDocument, known: Iterable[Citation]) -> str:
    """Cite ``document`` in full, with what ``known`` citations say of it.

    The first that knows something is believed. "" where nothing is lacking, or nobody knows it.
    """
    first = document.first
    if not document.lacks:
        return ""
    full = first
    for other in [*document.mentions, *known]:
        if _key(other) == document.key and (full.day is None or other.day in {None, full.day}):
            full = replace(
                full,
                issued_on=full.issued_on if full.day else other.issued_on,
                issuer=full.issuer or other.issuer,
                title=full.title or other.title,
            )
    gained = (full.issued_on, full.issuer, full.title) != (first.issued_on, first.issuer, first.title)
    return full_citation(full) if gained or not first.has_so else ""


def full_citation(citation: Citation) -> str:
    """Write what is known of a document as it is cited for the first time."""
    parts = [citation.short]
    if citation.issued_on != PartialDate():
        parts.append(f"ngày {short_date(citation.issued_on)}")
    if citation.issuer and citation.issuer != citation.title:  # a conference of the Party stands for both
        parts.append(f"của {citation.issuer}")
    return " ".join([*parts, citation.title] if citation.title else parts)


def _document(mentions: tuple[Citation, ...]) -> CitedDocument:
    return CitedDocument(mentions, _lacks(_first(mentions)))


def _first(mentions: tuple[Citation, ...]) -> Citation:
    return next((each for each in mentions if not each.in_title), mentions[0])


def _key(citation: Citation) -> tuple[str, str]:
    """Kind and symbol; of an unnamed kind ("Văn bản") the symbol tells."""
    kind = "Công văn" if citation.kind == "Văn bản" else citation.kind
    return kind.casefold(), citation.symbol.casefold()


def _lacks(first: Citation) -> tuple[Lack, ...]:
    if first.in_title or _OWN.search(first.text.text[: first.start]):
        return ()
    before = first.text.text[: first.start].rstrip().lower()
    lacks: list[Lack] = []
    if not first.has_so:
        lacks.append("số")
    if first.issued_on == PartialDate():
        lacks.append("ngày ban hành")
    if not first.issuer and not _ISSUING.search(before[-_FAR:]):
        lacks.append("cơ quan ban hành")
    if not first.title and not before.endswith(" tại"):
        lacks.append("trích yếu")
    return tuple(lacks)
