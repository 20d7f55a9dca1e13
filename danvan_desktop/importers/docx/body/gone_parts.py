"""Rows and cells of a table that were taken out under track changes: who did it, and what hung on them."""

from collections.abc import Sequence

from danvan_desktop.importers.docx.body.inline import revision_of
from danvan_desktop.importers.docx.body.items import GonePart
from danvan_desktop.importers.docx.body.unread import LETTERS, text_of
from danvan_desktop.reading.docx.elements import Element, letters_of, local, value
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.report.takeback.model import Revision

_COMMENT = ("commentRangeStart", "commentRangeEnd", "commentReference")
_TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellDel", "cellIns")


def gone_part(element: Element, who: Sequence[Revision]) -> GonePart:
    """Say what is known of a row or a cell that ``who`` took out."""
    others = (revision_of(each) for each in element.iter(*map(w, _TRACKED)))
    return GonePart(
        tuple(dict.fromkeys((*who, *others))),
        _comments_on(element),
        [value(each, "name") or "" for each in element.iter(w("bookmarkStart"))],
        text_of(element),
    )


def _comments_on(element: Element) -> dict[str, str]:
    """Give the ids of comments with the words that they are about."""
    comments: dict[str, str] = {}
    begun: list[str] = []
    for each in element.iter(*map(w, _COMMENT), *LETTERS):
        name, key = local(each), value(each, "id") or ""
        if name == "commentRangeStart":
            begun.append(key)
        elif name == "commentRangeEnd":
            begun = [other for other in begun if other != key]
        elif name == "commentReference":
            comments.setdefault(key, "")
        else:
            for other in begun:
                comments[other] = comments.get(other, "") + letters_of(each)
    return {key: " ".join(words.split()) for key, words in comments.items()}
