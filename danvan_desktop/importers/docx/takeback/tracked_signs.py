"""All that somebody tracked in a Word file, in whatever part of it: so that nobody is passed over.

Words of the text are told by the blocks; here stands, too, what no block knows: properties of tables and
pages, headers, notes, pictures.
"""

from collections.abc import Iterable, Iterator

from danvan_desktop.importers.docx.body.inline import revision_of
from danvan_desktop.importers.docx.body.unread import LETTERS, text_of
from danvan_desktop.reading.docx.content import runs, typed
from danvan_desktop.reading.docx.elements import Element, children, local, value
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.takeback.model import SignKind, TrackedSign
from danvan_desktop.report.text.normalise import one_line

_KINDS: dict[str, SignKind] = {
    "tblPrChange": "table",
    "tblPrExChange": "table",
    "tblGridChange": "table",
    "trPrChange": "table",
    "tcPrChange": "table",
    "cellMerge": "merge",
    "sectPrChange": "page",
    "numberingChange": "number",
    "customXmlInsRangeStart": "control",
    "customXmlDelRangeStart": "control",
    "customXmlMoveFromRangeStart": "control",
    "customXmlMoveToRangeStart": "control",
}
_NO_CHANGE = frozenset({"comment", "moveFromRangeStart", "moveToRangeStart"})
"""They have an author, too; a move has him at its words."""
_NO_CONTENT = frozenset({"rPr", "commentReference", "annotationRef", "lastRenderedPageBreak"})
_OBJECTS = ("{*}drawing", "{*}pict", "{*}object", "{*}oMath")


def signs_of(package: WordPackage) -> Iterator[TrackedSign]:
    """Give everything that was tracked in ``package``."""
    yield from _signs(package.body.iter(), "words")
    for story in dict.fromkeys(package.stories.values()):
        yield from _signs(story.iter(), "header")
    for kind in ("footnotes", "endnotes"):
        if (notes := package.part(kind)) is not None:
            yield from _signs(notes.iter(), "note")
    if (comments := package.part("comments")) is not None:
        yield from _signs(comments.iter(), "comment")


def _signs(elements: Iterable[Element], part: SignKind) -> Iterator[TrackedSign]:
    for element in stepped(elements, 20 * BLOCKS_A_PAGE):
        if value(element, "author") is None or local(element) in _NO_CHANGE or _holds_nothing(element):
            continue
        kind = _kind(element) if part == "words" else part
        yield TrackedSign(kind, revision_of(element), _near(element), text_of(element))


def _holds_nothing(element: Element) -> bool:
    """Tell whether it stands around runs without anything: so LibreOffice tracks that a comment was made."""
    inside = list(element.iter(w("r")))
    return bool(inside) and all(local(part) in _NO_CONTENT for run in inside for part in children(run))


def _kind(element: Element) -> SignKind:
    name = local(element)
    parents = [local(each) for each in element.iterancestors()][:3]
    if name in _KINDS:
        return _KINDS[name]
    if parents[:1] == ["numPr"]:
        return "number"
    if name == "rPrChange" and parents[:2] == ["rPr", "pPr"]:
        return "end"
    if "sdtPr" in parents:
        return "control"
    has_letters = any(True for _ in element.iter(*LETTERS))
    return "object" if next(element.iter(*_OBJECTS), None) is not None and not has_letters else "words"


def _near(element: Element) -> str:
    """Give the words of the paragraph that it stands in; of a table those of its first row with some."""
    holder = next(element.iterancestors(w("p")), None)
    if holder is None:
        holder = next(element.iterancestors(w("tc"), w("tr"), w("tbl")), None)
        paragraphs = () if holder is None else holder.iter(w("p"))
        return next(filter(None, map(_said, paragraphs)), "")
    return _said(holder)


def _said(paragraph: Element) -> str:
    """Give the words of a paragraph with all changes made; of one that went those that it had."""
    return one_line("".join(map(typed, runs(paragraph))) or text_of(paragraph))
