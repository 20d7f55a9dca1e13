"""PDF bookmarks (document outline): the headings a viewer shows beside the pages."""

from itertools import pairwise

from danvan_desktop.exporters.pdf.objects import (
    Dictionary,
    PdfFile,
    Reference,
    array,
    dictionary,
    name,
    string,
)
from danvan_desktop.frozen import frozen
from danvan_desktop.layout.pages import Line, Page


@frozen
class Bookmark:
    """A heading: how deep it stands (0 for a Mục) and where it is."""

    level: int
    title: str
    page: Reference
    top: float
    """Points from the foot of the page."""


def page_bookmarks(page: Page, reference: Reference) -> list[Bookmark]:
    """The headings that begin on ``page``."""
    return [_bookmark(page, reference, line) for line in page.lines if _begins_heading(line)]


def _begins_heading(line: Line) -> bool:
    return line.start == 0 and line.paragraph.style.outline is not None and bool(line.paragraph.text.strip())


def _bookmark(page: Page, reference: Reference, line: Line) -> Bookmark:
    level = line.paragraph.style.outline or 0
    return Bookmark(level, line.paragraph.text.strip(), reference, (page.height - line.top) / 20)


def write_bookmarks(file: PdfFile, bookmarks: list[Bookmark]) -> Reference | None:
    """Add the outline to ``file``; None when there is nothing to list."""
    if not bookmarks:
        return None
    root = dictionary(Type=name("Outlines"))
    reference = file.add(root)
    _write_level(file, bookmarks, root, reference)
    return reference


def _write_level(file: PdfFile, bookmarks: list[Bookmark], parent: Dictionary, holder: Reference) -> None:
    """Enter ``bookmarks`` under ``parent``: each takes the deeper ones that follow it along."""
    entries: list[tuple[Dictionary, Reference]] = []
    for first, *deeper in _families(bookmarks):
        entry = dictionary(
            Title=string(first.title),
            Parent=holder,
            Dest=array(first.page, name("XYZ"), 0, first.top, "null"),
        )
        reference = file.add(entry)
        if deeper:
            _write_level(file, deeper, entry, reference)
        entries.append((entry, reference))
    for (before, before_reference), (after, after_reference) in pairwise(entries):
        before["Next"] = after_reference
        after["Prev"] = before_reference
    parent["First"] = entries[0][1]
    parent["Last"] = entries[-1][1]
    parent["Count"] = len(bookmarks)


def _families(bookmarks: list[Bookmark]) -> list[list[Bookmark]]:
    families: list[list[Bookmark]] = []
    for bookmark in bookmarks:
        if families and bookmark.level > families[-1][0].level:
            families[-1].append(bookmark)
        else:
            families.append([bookmark])
    return families
