"""In what two states of a block differ."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.report.diff.model import Aspect
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Block, Paragraph, Table, plain


def aspects_of(old: Block, new: Block) -> frozenset[Aspect]:
    """Name them; ids do not count."""
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return frozenset(_of_paragraphs(old, new))
    if isinstance(old, Table) and isinstance(new, Table):
        return frozenset(_of_tables(old, new))
    return frozenset({"other"})


def _of_paragraphs(old: Paragraph, new: Paragraph) -> Iterator[Aspect]:
    if plain(old.runs) != plain(new.runs):
        yield "words"
    elif joined(old.runs) != joined(new.runs):
        yield "looks"
    if (old.role, old.level, old.numbering) != (new.role, new.level, new.numbering):
        yield "kind"
    elif old.number != new.number:
        yield "number" if new.numbering == "auto" else "kind"
    if old.note != new.note:
        yield "remark"
    if old.hint != new.hint:
        yield "hint"
    if old.origin != new.origin:
        yield "review"
    if old.unknown != new.unknown:
        yield "other"


def _of_tables(old: Table, new: Table) -> Iterator[Aspect]:
    bare = {"id": 0, "note": None, "origin": None}
    if replace(old, **bare) != replace(new, **bare):  # type: ignore[arg-type]  # its fields
        yield "table"
    if old.note != new.note:
        yield "remark"
    if old.origin != new.origin:
        yield "review"
