"""Finding: every hit of a query in a report, piece by piece, with the words around it."""

from collections.abc import Iterable, Iterator, Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.report.find.matcher import Matcher, Query
from danvan_desktop.report.find.texts import PlacedText, TextPlace, texts
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.fold_diacritics import fold
from danvan_desktop.report.text.utf16 import utf16_length


@frozen
class Hit:
    """A place where what is looked for stands."""

    text: PlacedText
    start: int
    end: int
    """From ``start`` up to here, in letters of Python; :meth:`span` has what Qt counts."""
    ordinal: int = 0
    """The how-manieth it is in its text."""

    @property
    def place(self) -> TextPlace:
        """Where its text stands."""
        return self.text.place

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text.text[self.start : self.end]

    def span(self) -> tuple[int, int]:
        """Start and length in UTF-16 code units."""
        return utf16_length(self.text.text[: self.start]), utf16_length(self.words)

    def before(self, most: int) -> str:
        """At most so many letters in front of it, from the beginning of a word on."""
        left = self.text.text[: self.start]
        if len(left) <= most:
            return left
        cut = left[-most:]
        return "…" + (cut.partition(" ")[2] or cut)

    def after(self, most: int) -> str:
        """At most so many letters behind it, up to the end of a word."""
        right = self.text.text[self.end :]
        if len(right) <= most:
            return right
        cut = right[:most]
        return (cut.rpartition(" ")[0] or cut) + "…"


def find(placed: Iterable[PlacedText], matcher: Matcher) -> Iterator[tuple[Hit, ...]]:
    """Look through the texts of a report: for each its hits, often none; whoever asks may pause between."""
    for text in placed:
        yield hits_in(text, matcher)


def hits_in(text: PlacedText, matcher: Matcher) -> tuple[Hit, ...]:
    """Give the hits in one text."""
    spans = matcher.spans(text.text)
    return tuple(Hit(text, start, end, ordinal) for ordinal, (start, end) in enumerate(spans))


def find_all(report: Report, query: Query) -> tuple[Hit, ...]:
    """Give every hit of ``query`` in ``report``, in the order of the tabs."""
    return tuple(hit for hits in find(texts(report), Matcher(query)) for hit in hits)


def first_of_terms(report: Report, terms: Sequence[str]) -> Hit | None:
    """Give the hit to show of a report that was found by ``terms``; None: they stand in no text of it.

    The terms side by side come first. Else it is the one that stands in the fewest places, where possible in
    a text that has the others too.
    """
    phrase = " ".join(terms)
    together = find_all(report, Query(phrase))
    if together:
        return together[0]
    apart = [hits for hits in (find_all(report, Query(term)) for term in terms) if hits]
    if not apart:
        return None
    rarest = min(apart, key=len)
    folded = [fold(term) for term in terms]
    return max(rarest, key=lambda hit: sum(term in fold(hit.text.text) for term in folded))
