"""Block-level and inline content: paragraphs, tables and runs, whatever they are wrapped in."""

from collections.abc import Iterator

from danvan_desktop.reading.docx.elements import Element, children, first_choice, letters_of, local
from danvan_desktop.reading.docx.namespaces import w

BLOCK_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})
"""Content controls and the like, which stand around paragraphs and tables without changing them."""
INLINE_WRAPPERS = BLOCK_WRAPPERS | {"hyperlink", "bdo", "dir", "ruby", "rubyBase", "rt"}
"""The same around runs."""
INSERTIONS = frozenset({"ins", "moveTo"})
"""Tracked changes whose content is in the text; what "del" and "moveFrom" hold is not."""


def blocks(container: Element) -> Iterator[Element]:
    """Yield the paragraphs (``w:p``) and tables (``w:tbl``) of a body, a cell or a text box."""
    for child in children(container):
        name = local(child)
        if name in {"p", "tbl"}:
            yield child
        elif name in BLOCK_WRAPPERS or name in INSERTIONS:
            yield from blocks(child)
        elif name == "AlternateContent" and (chosen := first_choice(child)) is not None:
            yield from blocks(chosen)


def runs(container: Element) -> Iterator[Element]:
    """Yield the runs (``w:r``) of a paragraph, the results of simple fields among them."""
    for child in children(container):
        name = local(child)
        if name == "r":
            yield child
        elif name in INLINE_WRAPPERS or name in INSERTIONS or name == "fldSimple":
            yield from runs(child)
        elif name == "AlternateContent" and (chosen := first_choice(child)) is not None:
            yield from runs(chosen)


def typed(run: Element) -> str:
    """Return the letters of a run (``w:t``); tabs, breaks and what was deleted are none."""
    return "".join(letters_of(each) for each in run.iterchildren(w("t")))
