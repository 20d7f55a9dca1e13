"""Tracked changes that were lost when an OpenDocument text was made a Word file: they are put into it again.

LibreOffice forgets who gave a paragraph another style, and who had put in what another took out; other
programs forget more. Text and places are those of the Word file; only what it does not say is filled in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from danvan_desktop.importers.docx.body.inline import revision_of
from danvan_desktop.importers.docx.takeback.tracked_marks import MarkMaker, cut_runs
from danvan_desktop.reading.docx.content import runs, typed
from danvan_desktop.reading.docx.elements import Element, children, letters_of, local, value
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.package import open_package
from danvan_desktop.reading.odt.tracked_changes import OdtChange, OdtPlace, TrackedKind, letters, read_odt
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.diff.shortest_edit import shortest_edit
from danvan_desktop.report.takeback.model import Revision

_NAMES: dict[TrackedKind, tuple[str, ...]] = {
    "insertion": ("ins", "moveTo", "cellIns"),
    "deletion": ("del", "moveFrom", "cellDel"),
    "format": ("rPrChange", "pPrChange"),
    "paragraph": ("pPrChange",),
}
"""By what elements a Word file tells of a change."""
_SECONDS = len("2025-11-28T10:32:00")


def with_lost_changes(docx: bytes, odt: bytes) -> bytes:
    """Give the Word file ``docx``, which was made of ``odt``, with the tracked changes that it lost.

    Raises:
        UnreadableFileError: one of them cannot be read.
    """
    package = open_package(docx)
    text = read_odt(odt)
    found = _Found(_lines(package.body), text.paragraphs)
    lost = [change for change in map(_in_whole_seconds, text.changes) if not found.has(change)]
    for change in lost:
        found.put_in(change)
    return package.with_document() if lost else docx


@dataclass(slots=True)
class _Line:
    """Paragraphs that are one when all tracked changes are made."""

    paragraphs: list[Element] = field(default_factory=list)
    text: str = ""
    signs: dict[str, set[Revision]] = field(default_factory=dict)
    """Who made the changes that it tells of, by the names of elements."""


def _lines(body: Element) -> list[_Line]:
    found: list[_Line] = []
    open_line: _Line | None = None
    for paragraph in stepped(body.iter(w("p")), BLOCKS_A_PAGE):
        line = open_line
        if line is None or line.paragraphs[-1].getparent() is not paragraph.getparent():
            line = _Line()
            found.append(line)
        line.paragraphs.append(paragraph)
        line.text += letters("".join(map(typed, runs(paragraph))))
        _add_signs(line, paragraph)
        end = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        goes_on = any(local(each) in {"del", "moveFrom"} for each in children(end))
        open_line = line if goes_on else None
    return found


def _add_signs(line: _Line, paragraph: Element) -> None:
    holders = [paragraph]
    for ancestor in paragraph.iterancestors(w("tc"), w("tr")):
        holders += [each for each in children(ancestor) if local(each) in {"tcPr", "trPr"}]
    for holder in holders:
        for element in holder.iter():
            if value(element, "author") is not None:
                line.signs.setdefault(local(element), set()).add(_whole_seconds(revision_of(element)))


class _Found:
    """The lines of the Word file beside those of the OpenDocument text."""

    def __init__(self, lines: Sequence[_Line], texts: Sequence[str]) -> None:
        self._lines = lines
        self._line_of = _matched(texts, [line.text for line in lines])
        self._make = MarkMaker()

    def has(self, change: OdtChange) -> bool:
        """Tell whether the Word file tells of ``change`` at its place, and of who put in what went."""
        found = self._has(change.kind, change.revision, change)
        return found and (change.put_in_by is None or self._has("insertion", change.put_in_by, change))

    def put_in(self, change: OdtChange) -> None:
        """Let the Word file tell of ``change``."""
        if change.kind == "deletion":
            if not self._has("deletion", change.revision, change):
                self._put_in_deletion(change)
            elif change.put_in_by is not None:
                self._wrap_deletion(change, change.put_in_by)
        elif change.kind == "insertion":
            self._wrap_words(change)
        elif change.kind == "paragraph" or not self._restyle_words(change):
            for paragraph in self._paragraphs(change):
                self._make.reshaped(paragraph, change.revision)

    def _has(self, kind: TrackedKind, who: Revision, change: OdtChange) -> bool:
        first, last = self._number(change.start), self._number(change.end)
        return any(
            who in line.signs.get(name, ())
            for line in self._lines[max(0, first - 1) : last + 2]
            for name in _NAMES[kind]
        )

    def _number(self, place: OdtPlace) -> int:
        """Give the line of the Word file at ``place``."""
        return self._line_of[min(place.paragraph, len(self._line_of) - 1)] if self._line_of else 0

    def _between(self, change: OdtChange) -> Iterator[tuple[_Line, int, int]]:
        """Give the lines that ``change`` is about, with the letters from which and up to which it is."""
        first, last = self._number(change.start), self._number(change.end)
        for number in range(first, min(last, len(self._lines) - 1) + 1):
            line = self._lines[number]
            start = change.start.letters if number == first else 0
            yield line, start, change.end.letters if number == last else len(line.text)

    def _paragraphs(self, change: OdtChange) -> Iterator[Element]:
        for line, start, end in self._between(change):
            if end > start or not line.text:
                yield line.paragraphs[-1]

    def _put_in_deletion(self, change: OdtChange) -> None:
        number = self._number(change.start)
        if number >= len(self._lines):
            return
        who, put_in_by, line = change.revision, change.put_in_by, self._lines[number]
        *whole, last = change.words.split("\n")
        for words in whole if change.start.letters == 0 else ():
            self._make.gone_paragraph(line.paragraphs[0], words, who, put_in_by)
        words = last if change.start.letters == 0 else " ".join([*whole, last])
        if words:
            run = next(cut_runs(line.paragraphs, change.start.letters, len(line.text)), None)
            self._make.gone_words(run, line.paragraphs[-1], words, who, put_in_by)

    def _wrap_deletion(self, change: OdtChange, put_in_by: Revision) -> None:
        said = letters(change.words)
        number = self._number(change.start)
        for line in self._lines[max(0, number - 1) : number + 2]:
            for paragraph in line.paragraphs:
                for gone in list(paragraph.iter(w("del"))):
                    words = letters("".join(letters_of(each) for each in gone.iter(w("delText"))))
                    if words and words in said and _whole_seconds(revision_of(gone)) == change.revision:
                        self._make.wrapped(gone, "ins", put_in_by)

    def _wrap_words(self, change: OdtChange) -> None:
        between = list(self._between(change))
        for line, start, end in between:
            for run in cut_runs(line.paragraphs, start, end):
                self._make.wrapped(run, "ins", change.revision)
        for line, _, _ in between[:-1]:
            self._make.new_end(line.paragraphs[-1], change.revision)

    def _restyle_words(self, change: OdtChange) -> bool:
        """Name who gave letters other looks; whether there were any."""
        is_any = False
        for line, start, end in self._between(change):
            for run in cut_runs(line.paragraphs, start, end):
                is_any = True
                self._make.restyled(run, change.revision)
        return is_any


def _matched(texts: Sequence[str], lines: Sequence[str]) -> list[int]:
    """Give for each of ``texts`` the number of the line that is the same, or stands where it would."""
    found: list[int] = []
    at = 0
    for is_same, olds, news in shortest_edit(texts, lines):
        found += [at + (each if is_same else min(each, max(0, news - 1))) for each in range(olds)]
        at += news
    return [min(each, max(0, len(lines) - 1)) for each in found]


def _in_whole_seconds(change: OdtChange) -> OdtChange:
    put_in_by = None if change.put_in_by is None else _whole_seconds(change.put_in_by)
    return replace(change, revision=_whole_seconds(change.revision), put_in_by=put_in_by)


def _whole_seconds(who: Revision) -> Revision:
    """Give a sign as Word writes it: in whole seconds, with a Z that is none."""
    return Revision(who.author, f"{who.date[:_SECONDS]}Z" if who.date else "")
