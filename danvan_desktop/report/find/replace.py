"""Replacing: the report with other words in the place of hits, its formatting, ids and remarks kept.

Only text is replaced; fields of forms are found and left to the user. A mark that is to be reviewed is never
replaced unasked: :func:`crossing_marks` tells which hits would.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.annexes.totals import recompute_table
from danvan_desktop.report.find.find import Hit
from danvan_desktop.report.find.texts import CAPTION, LEGAL_BASES, PART, TextPlace
from danvan_desktop.report.lifecycle.review import B, CellPlace, ReviewMark, is_unedited, open_marks, touched
from danvan_desktop.report.location import ANNEXES, CLOSING, OPENING, TITLE
from danvan_desktop.report.model import (
    Annex,
    Block,
    Cell,
    Paragraph,
    Report,
    Run,
    Runs,
    Section,
    Table,
    plain,
)
from danvan_desktop.report.text.normalise import normalise
from danvan_desktop.report.walk import every_block

_Edits = Sequence[tuple[int, int, str]]
"""Start, end and what comes in their place, in reading order, none over another."""


@frozen
class MarkedHit:
    """A hit that cannot be replaced without a mark to be reviewed going with it."""

    hit: Hit
    mark: ReviewMark


def replaced(report: Report, hits: Iterable[Hit], text: str) -> Report:
    """Put ``text`` in the place of ``hits``, which were found in ``report``; those in fields stay.

    The new words look as the first letter of what they replace. What is computed in a table follows.
    """
    text = normalise(text).replace("\n", " ")
    edits: dict[TextPlace, list[tuple[int, int, str]]] = {}
    for hit in hits:
        if hit.place.is_text:
            edits.setdefault(hit.place, []).append((hit.start, hit.end, text))
    return rewritten(report, edits)


def rewritten(report: Report, edits: Mapping[TextPlace, _Edits], *, by_hand: bool = True) -> Report:
    """Make ``edits`` to texts of ``report`` (no fields): start, end and the text that comes in their place.

    Where it is not ``by_hand``, blocks *chưa sửa* stay so: nobody has looked at what they say.
    """
    return _Replacement(edits, by_hand=by_hand).in_report(report) if edits else report


def crossing_marks(report: Report, hits: Iterable[Hit], text: str) -> tuple[MarkedHit, ...]:
    """Give those of ``hits`` that would take a mark *chưa rà* away if ``text`` came in their place."""
    by_block: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.place.block:
            by_block.setdefault(hit.place.block, []).append(hit)
    return tuple(
        crossing
        for _, block in every_block(report)
        if block.id in by_block
        for crossing in _crossing(block, by_block[block.id], text)
    )


def count_unedited(report: Report, hits: Iterable[Hit]) -> int:
    """Count the blocks *chưa sửa* with one of ``hits``: replacing there makes them count as edited."""
    ids = {hit.place.block for hit in hits}
    return sum(block.id in ids and is_unedited(block) for _, block in every_block(report))


def _crossing(block: Block, hits: Sequence[Hit], text: str) -> Iterator[MarkedHit]:
    marks = open_marks(block)
    if not marks:
        return
    on_mark = {hit: mark for hit in hits for mark in marks if _overlap(hit, mark)}
    beside = [hit for hit in hits if hit not in on_mark]
    # A mark is known by the words beside it: with others it may look like one that was confirmed.
    left = Counter(mark.text for mark in open_marks(_replaced_block(block, beside, text)))
    lost = Counter(mark.text for mark in marks) - left
    for hit in hits:
        if hit in on_mark:
            yield MarkedHit(hit, on_mark[hit])
        elif lost:
            yield MarkedHit(hit, next(mark for mark in marks if mark.text in lost))


def _overlap(hit: Hit, mark: ReviewMark) -> bool:
    return mark.cell == hit.place.cell and mark.start < hit.end and hit.start < mark.end


def _replaced_block(block: Block, hits: Iterable[Hit], text: str) -> Block:
    text = normalise(text).replace("\n", " ")
    edits: dict[TextPlace, list[tuple[int, int, str]]] = {}
    for hit in hits:
        edits.setdefault(replace(hit.place, tab=""), []).append((hit.start, hit.end, text))
    return _Replacement(edits, by_hand=True).in_block("", block)


class _Replacement:
    """Makes the edits of each place."""

    def __init__(self, edits: Mapping[TextPlace, _Edits], *, by_hand: bool) -> None:
        self._edits = edits
        self._by_hand = by_hand
        self._blocks = {(place.tab, place.block) for place in edits if place.block}

    def in_report(self, report: Report) -> Report:
        return replace(
            report,
            legal_bases=tuple(self._in_bases(report.legal_bases)),
            opening=self._in_blocks(OPENING, report.opening),
            sections=tuple(map(self._in_section, report.sections)),
            closing=self._in_blocks(CLOSING, report.closing),
            annexes=tuple(map(self._in_annex, report.annexes)),
        )

    def _in_bases(self, bases: tuple[Runs, ...]) -> Iterator[Runs]:
        line = 0
        for runs in bases:
            is_blank = not plain(runs).strip()
            yield runs if is_blank else self._runs(TextPlace(OPENING, field=LEGAL_BASES, line=line), runs)
            line += not is_blank

    def _in_section(self, section: Section) -> Section:
        tab, part = f"section:{section.id}", section.part
        if part is not None:
            part = replace(part, title=self._runs(TextPlace(tab, field=PART), part.title))
        title = self._runs(TextPlace(tab, field=TITLE), section.title)
        return replace(section, part=part, title=title, blocks=self._in_blocks(tab, section.blocks))

    def _in_annex(self, annex: Annex) -> Annex:
        title = self._runs(TextPlace(ANNEXES, field=TITLE, annex=annex.id), annex.title)
        return replace(annex, title=title, blocks=self._in_blocks(ANNEXES, annex.blocks))

    def _in_blocks(self, tab: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.in_block(tab, block) for block in blocks)

    def in_block(self, tab: str, block: Block) -> Block:
        """``block`` replaced in; the same object where it has no hit."""
        if (tab, block.id) not in self._blocks:
            return block
        if isinstance(block, Paragraph):
            return self._noted(replace(block, runs=self._runs(TextPlace(tab, block.id), block.runs)))
        return self._in_table(tab, block) if isinstance(block, Table) else block

    def _in_table(self, tab: str, table: Table) -> Table:
        caption = table.caption
        if caption is not None:
            caption = self._runs(TextPlace(tab, table.id, field=CAPTION), caption)
        rows = tuple(
            tuple(self._in_cell(tab, table.id, (y, x), cell) for x, cell in enumerate(row))
            for y, row in enumerate(table.rows)
        )
        return recompute_table(self._noted(replace(table, caption=caption, rows=rows)))

    def _noted(self, block: B) -> B:
        return touched(block) if self._by_hand else block

    def _in_cell(self, tab: str, block: int, at: tuple[int, int], cell: Cell | None) -> Cell | None:
        if cell is None:
            return None
        places: list[CellPlace] = [(*at, index) for index in range(len(cell.paragraphs))]
        paragraphs = tuple(
            self._runs(TextPlace(tab, block, place), runs)
            for place, runs in zip(places, cell.paragraphs, strict=True)
        )
        return cell if paragraphs == cell.paragraphs else replace(cell, paragraphs=paragraphs)

    def _runs(self, place: TextPlace, runs: Runs) -> Runs:
        edits = self._edits.get(place)
        return runs if edits is None else rewritten_runs(runs, edits)


def rewritten_runs(runs: Runs, edits: _Edits) -> Runs:
    """Make ``edits`` to ``runs``; what is put in looks as the first letter of what goes."""
    pieces: list[Run] = []
    position = 0
    for run in runs:
        _join(pieces, replace(run, text=_kept(run.text, position, edits)))
        position += len(run.text)
    return tuple(pieces)


def _kept(run: str, position: int, edits: _Edits) -> str:
    """What becomes of ``run``, which begins at ``position``."""
    kept: list[str] = []
    at, end = position, position + len(run)
    for start, stop, text in edits:
        if stop <= at or start >= end:
            continue
        kept.append(run[at - position : max(start, at) - position])
        if start >= position:
            kept.append(text)
        at = min(stop, end)
    kept.append(run[at - position :])
    return "".join(kept)


def _join(pieces: list[Run], run: Run) -> None:
    """Add ``run``, where it looks as the one before to that."""
    if not run.text:
        return
    if pieces and replace(pieces[-1], text="") == replace(run, text=""):
        run = replace(run, text=pieces.pop().text + run.text)
    pieces.append(replace(run, text=unicodedata.normalize("NFC", run.text)))
