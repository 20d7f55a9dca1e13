"""Make blocks of the paragraphs of a file: headings and running text told apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from danvan_desktop.importers.input_file import Mint
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.parts.paragraphs import ReadParagraph
from danvan_desktop.report.model import Block, Paragraph, Role
from danvan_desktop.report.numbering import DEEPEST_LEVEL
from danvan_desktop.report.text.fold_diacritics import fold

_LONGEST_HEADING = 180
"""Characters: a title of a khoản fills two lines at most."""
_LONGEST_ENDED_HEADING = 40
_LOWER = ("dash", "plus", "point")


def is_closing(piece: ReadParagraph) -> bool:
    """Tell whether ``piece`` opens the closing words: "Trên đây là báo cáo …"."""
    return piece.mark is None and fold(piece.text[:20]).startswith("tren day")


def to_block(piece: ReadParagraph, following: ReadParagraph | None, mint: Mint) -> Block:
    """Make the block of ``piece``; what follows it tells a title from running text."""
    note = piece.look.note if piece.look is not None else None
    if piece.look is not None and piece.look.table is not None:
        return replace(piece.look.table, id=mint(), note=note)
    block = _paragraph(piece, following, mint)
    return replace(block, note=note) if note else block


def _paragraph(piece: ReadParagraph, following: ReadParagraph | None, mint: Mint) -> Paragraph:
    mark, look, runs = piece.mark, piece.look, piece.runs
    if mark is None and look is not None and look.outline is not None:
        level = min(max(look.outline, 1), DEEPEST_LEVEL)
        return Paragraph(mint(), role="heading", level=level, numbering="none", runs=runs)
    if mark is None:
        return Paragraph(mint(), runs=runs)
    if mark.kind in {"dash", "plus"}:
        return Paragraph(mint(), role="item", level=1 if mark.kind == "dash" else 2, runs=runs)
    level = min(len(mark.values), DEEPEST_LEVEL) if mark.kind == "decimal" else 1
    role = _role(piece, mark, following)
    return Paragraph(mint(), role=role, level=level, number=mark.number, numbering="fixed", runs=runs)


def to_blocks(pieces: Sequence[ReadParagraph], mint: Mint) -> tuple[Block, ...]:
    """Make the blocks of ``pieces``."""
    pairs = zip_longest(pieces, pieces[1:])
    return tuple(to_block(piece, following, mint) for piece, following in pairs)


def _role(piece: ReadParagraph, mark: ListMarker, following: ReadParagraph | None) -> Role:
    if mark.kind == "point":
        return "point"
    if piece.look is not None and (piece.look.running or piece.look.outline is not None):
        return "clause" if piece.look.running else "heading"
    if mark.kind in {"section", "letter", "part"}:  # inside an annex or below another Mục
        return "heading"
    return "heading" if _is_heading(piece.text, mark, following) else "clause"


def _is_heading(text: str, mark: ListMarker, following: ReadParagraph | None) -> bool:
    """A title is short and has no end sign, or announces what stands below it."""
    if len(text) > _LONGEST_HEADING:
        return False
    if not is_ended(text):
        return True
    below = following.mark if following is not None else None
    deeper = below is not None and (
        below.kind in _LOWER or (below.kind == "decimal" and len(below.values) > len(mark.values))
    )
    if text.endswith(":"):
        return deeper
    plain_below = following is not None and below is None and not is_closing(following)
    return text.endswith(".") and len(text) <= _LONGEST_ENDED_HEADING and (deeper or plain_below)
