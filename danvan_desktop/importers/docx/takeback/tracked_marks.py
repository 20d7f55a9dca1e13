"""Marks of tracked changes, made in a Word file where a program that wrote it has forgotten them."""

import copy
from collections.abc import Iterator, Sequence
from itertools import count

from danvan_desktop.reading.docx.content import runs, typed
from danvan_desktop.reading.docx.elements import Element, children, local
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.odt.tracked_changes import letters
from danvan_desktop.report.takeback.model import Revision

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_ID = 1_000_001
"""Ids of tracked changes are numbers that nobody else in the file should have."""


class MarkMaker:
    """Makes the elements that tell of tracked changes."""

    def __init__(self) -> None:
        self._ids = count(_FIRST_ID)

    def wrapped(self, element: Element, name: str, who: Revision) -> None:
        """Put ``element`` into one that says who put it in or took it out."""
        parent = element.getparent()
        if parent is None:
            return
        around = self._mark(element, name, who)
        around.tail, element.tail = element.tail, None
        parent.replace(element, around)
        around.append(element)

    def reshaped(self, paragraph: Element, who: Revision) -> None:
        """Say that ``who`` set ``paragraph`` otherwise."""
        self._changed(paragraph, "pPr", who)

    def restyled(self, run: Element, who: Revision) -> None:
        """Say that ``who`` gave the letters of ``run`` other looks."""
        self._changed(run, "rPr", who)

    def new_end(self, paragraph: Element, who: Revision) -> None:
        """Say that ``who`` put in the end of ``paragraph``."""
        self._end(paragraph, "ins", who)

    def gone_paragraph(self, before: Element, words: str, who: Revision, put_in_by: Revision | None) -> None:
        """Put a paragraph of ``words`` before another; ``who`` took it out."""
        paragraph = before.makeelement(w("p"))
        before.addprevious(paragraph)
        self._end(paragraph, "del", who)
        if words:
            self.gone_words(None, paragraph, words, who, put_in_by)

    def gone_words(
        self, run: Element | None, paragraph: Element, words: str, who: Revision, put_in_by: Revision | None
    ) -> None:
        """Put ``words``, which ``who`` took out, before ``run``; None: at the end of ``paragraph``."""
        gone = self._mark(paragraph, "del", who)
        holder = gone.makeelement(w("r"))
        gone.append(holder)
        text = gone.makeelement(w("delText"), {_XML_SPACE: "preserve"})
        text.text = words
        holder.append(text)
        if run is None:
            paragraph.append(gone)
        else:
            run.addprevious(gone)
        if put_in_by is not None:
            self.wrapped(gone, "ins", put_in_by)

    def _changed(self, element: Element, properties: str, who: Revision) -> None:
        change = self._mark(element, f"{properties}Change", who)
        change.append(change.makeelement(w(properties)))
        _own(element, properties).append(change)

    def _end(self, paragraph: Element, name: str, who: Revision) -> None:
        properties = _own(paragraph, "pPr")
        letters_of_end = properties.find(w("rPr"))
        if letters_of_end is None:
            letters_of_end = properties.makeelement(w("rPr"))
            properties.append(letters_of_end)
        letters_of_end.insert(0, self._mark(paragraph, name, who))

    def _mark(self, beside: Element, name: str, who: Revision) -> Element:
        said = {"id": str(next(self._ids)), "author": who.author}
        if who.date:
            said["date"] = who.date
        return beside.makeelement(w(name), {w(key): text for key, text in said.items()})


def cut_runs(paragraphs: Sequence[Element], start: int, end: int) -> Iterator[Element]:
    """Give the runs with the letters from ``start`` to ``end``, cut where these begin and end within one.

    White space and signs are not counted. A run of more than letters is not cut but given whole.
    """
    at = 0
    for run in [run for paragraph in paragraphs for run in runs(paragraph)]:
        size = len(letters(typed(run)))
        low, high = max(start - at, 0), min(end - at, size)
        at += size
        if low < high:
            yield _cut(run, low, high, size)


def _cut(run: Element, low: int, high: int, size: int) -> Element:
    """Part ``run`` into up to three, and give the one with the letters from ``low`` to ``high``."""
    texts = [each for each in children(run) if local(each) != "rPr"]
    if (low, high) == (0, size) or len(texts) != 1 or local(texts[0]) != "t":
        return run
    said = typed(run)
    places = [at for at, sign in enumerate(said) if sign.isalnum()]
    first = places[low] if low else 0
    second = places[high - 1] + 1 if high < size else len(said)
    if first:
        _copy_before(run, said[:first])
    if second < len(said):
        behind = _copy_before(run, said[first:second])
        _say(run, said[second:])
        return behind
    _say(run, said[first:])
    return run


def _copy_before(run: Element, words: str) -> Element:
    made = copy.deepcopy(run)
    made.tail = None
    _say(made, words)
    run.addprevious(made)
    return made


def _say(run: Element, words: str) -> None:
    for text in run.iterchildren(w("t")):
        text.text = words
        text.set(_XML_SPACE, "preserve")


def _own(element: Element, name: str) -> Element:
    """Give the properties of a paragraph or a run, made where it has none."""
    found = element.find(w(name))
    if found is None:
        found = element.makeelement(w(name))
        element.insert(0, found)
    return found
