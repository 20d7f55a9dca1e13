"""Tracked changes of an OpenDocument text: who did what when, and where (ODF 1.3 part 3, 5.5).

They stand apart from the text, in ``text:tracked-changes``; marks in the text say where each begins and ends.
What was deleted is kept there too. White space and signs are not counted in a place: programs change them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import Element, children, local
from danvan_desktop.reading.docx.package import opened, part_of
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.takeback.model import Revision

TrackedKind = Literal["insertion", "deletion", "format", "paragraph"]
"""``format``: of letters; ``paragraph``: of a whole one, which LibreOffice calls an unknown change."""

_CONTENT = "content.xml"
_KINDS: dict[str, TrackedKind] = {
    "insertion": "insertion",
    "deletion": "deletion",
    "format-change": "format",
    "UnknownChange": "paragraph",
}
_PARAGRAPHS = frozenset({"p", "h"})
_ASIDE = frozenset({"annotation", "note", "tracked-changes", "ruby-text", "sequence-decls"})
"""What is not of the text, though it stands in it."""


@frozen
class OdtPlace:
    """A place in the text: how many letters of the paragraph of that number stand before it."""

    paragraph: int
    letters: int


@frozen
class OdtChange:
    """One tracked change."""

    kind: TrackedKind
    revision: Revision
    start: OdtPlace
    end: OdtPlace
    words: str = ""
    """What was deleted, its paragraphs parted by line feeds."""
    put_in_by: Revision | None = None
    """Who had put in what was deleted, where that was tracked too."""


@dataclass(slots=True)
class OdtText:
    """The letters of the paragraphs in order, all tracked changes made, and these changes."""

    paragraphs: list[str] = field(default_factory=list)
    changes: list[OdtChange] = field(default_factory=list)


def letters(text: str) -> str:
    """Give the letters and figures of ``text``, by which places are counted."""
    return "".join(filter(str.isalnum, text))


def read_odt(content: bytes) -> OdtText:
    """Read the OpenDocument text whose bytes are ``content``.

    Raises:
        UnreadableFileError: it is none, damaged, or protected by a password.
    """
    root = part_of(opened(content), _CONTENT)
    walk = _Walk()
    walk.through(root)
    walk.text.changes = [
        change for region in root.iter("{*}changed-region") if (change := _change(region, walk)) is not None
    ]
    return walk.text


@dataclass(slots=True)
class _Walk:
    """Goes through the text and notes where marks stand."""

    text: OdtText = field(default_factory=OdtText)
    starts: dict[str, OdtPlace] = field(default_factory=dict)
    ends: dict[str, OdtPlace] = field(default_factory=dict)
    _open: int | None = None
    """The paragraph that is being read."""

    def through(self, parent: Element) -> None:
        for element in stepped(children(parent), BLOCKS_A_PAGE):
            name = local(element)
            if name in _PARAGRAPHS:
                self._paragraph(element)
            elif name not in _ASIDE:
                self._mark(name, element)
                self._said(element.text)
                self.through(element)
            self._said(element.tail)

    def _paragraph(self, element: Element) -> None:
        before, self._open = self._open, len(self.text.paragraphs)
        self.text.paragraphs.append("")
        self._said(element.text)
        self.through(element)
        self._open = before

    def _said(self, text: str | None) -> None:
        if text and self._open is not None:
            self.text.paragraphs[self._open] += letters(text)

    def _mark(self, name: str, element: Element) -> None:
        if name not in {"change-start", "change-end", "change"}:
            return
        identifier, here = _attribute(element, "change-id"), self._here()
        if name != "change-end":
            self.starts[identifier] = here
        if name != "change-start":
            self.ends[identifier] = here

    def _here(self) -> OdtPlace:
        if self._open is None:  # between two paragraphs
            return OdtPlace(len(self.text.paragraphs), 0)
        return OdtPlace(self._open, len(self.text.paragraphs[self._open]))


def _change(region: Element, walk: _Walk) -> OdtChange | None:
    """Read one change; None for what stands nowhere in the text."""
    identifier = _attribute(region, "id")
    start = walk.starts.get(identifier)
    found = [each for each in children(region) if local(each) in _KINDS]
    if start is None or not found:
        return None
    first = found[0]
    below = next((each for each in found[1:] if local(each) == "insertion"), None)
    kind = _KINDS[local(first)]
    return OdtChange(
        kind,
        _revision(first),
        start,
        walk.ends.get(identifier, start),
        "\n".join(_deleted(first)) if kind == "deletion" else "",
        _revision(below) if below is not None and kind == "deletion" else None,
    )


def _deleted(deletion: Element) -> Iterator[str]:
    """Give the words of each paragraph that was taken out."""
    for element in deletion.iter("{*}p", "{*}h"):
        if not any(local(each) in {"annotation", "note"} for each in element.iterancestors()):
            yield " ".join("".join(_words(element)).split())


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in children(element):
        name = local(child)
        if name in {"s", "tab", "line-break"}:
            yield " "
        elif name not in _ASIDE | _PARAGRAPHS:
            yield from _words(child)
        yield child.tail or ""


def _revision(change: Element) -> Revision:
    said = {local(each): (each.text or "").strip() for each in change.iter("{*}creator", "{*}date")}
    return Revision(said.get("creator", ""), said.get("date", ""))


def _attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without a namespace: "id" stands in two."""
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )
