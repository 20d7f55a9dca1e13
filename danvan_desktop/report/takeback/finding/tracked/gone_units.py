"""What was taken out under track changes, and which of the units that went out it was."""

from collections.abc import Iterator, Sequence

from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import GoneBlock, ReturnedFile, Revision


class GoneUnits:
    """Leads from what is gone in a file to the units that went out."""

    def __init__(self, sent: ReturnedFile, returned: ReturnedFile, olds: Sequence[Unit]) -> None:
        self._returned = returned
        self._by_mark = {mark.id: each for each in returned.gone for mark in each.marks}
        self._by_text = {_folded(each.text): each for each in returned.gone}
        self._units = {text: unit for unit in olds for text in _texts_of(unit)}
        self._ids = {unit.id: unit for unit in olds if unit.id}
        self._frame = {_folded(block.text) for block in sent.blocks if block.kind == "frame"}

    def block_of(self, unit: Unit) -> GoneBlock | None:
        """Give what tells that ``unit`` was taken out."""
        by_text = (self._by_text[text] for text in _texts_of(unit) if text in self._by_text)
        return self._by_mark.get(unit.id) or next(by_text, None)

    def who_took_out(self, units: Sequence[Unit]) -> tuple[Revision, ...]:
        """Say who took out ``units``, the first to be named first."""
        found = filter(None, map(self.block_of, units))
        return tuple(dict.fromkeys(who for each in found for who in each.people))

    def with_comments(self) -> Iterator[tuple[GoneBlock, Unit | None]]:
        """Give what is gone of the text and bore comments, with the unit that it was; None: it was new."""
        for block in self._returned.gone:
            if block.comments and not self.is_frame(block):
                marked = (self._ids[mark.id] for mark in block.marks if mark.id in self._ids)
                yield block, next(marked, None) or self._units.get(_folded(block.text))

    def is_frame(self, block: GoneBlock) -> bool:
        """Tell whether it was a line of the letterhead or of the closing."""
        return not block.marks and not block.is_table and _folded(block.text) in self._frame

    def new_behind(self, block: GoneBlock, news: Sequence[Unit]) -> int:
        """Give the unit that stands behind what is gone."""
        behind = {_folded(each.text) for each in self._returned.blocks[block.at :][:1]}
        before = {_folded(each.text) for each in self._returned.blocks[max(0, block.at - 1) : block.at]}
        for texts in (behind, before):
            for unit in news:
                if _folded(unit.block.text) in texts or _folded(plain(unit.runs)) in texts:
                    return unit.index
        return max(len(news) - 1, 0)


def _texts_of(unit: Unit) -> Iterator[str]:
    """Give the words of ``unit`` in the ways in which a file may have them: with its number or dash, too."""
    for text in (unit.text, plain(unit.runs)):
        if text:
            yield _folded(text)
            yield _folded(f"{unit.block.label} {text}")


def _folded(text: str) -> str:
    return " ".join(text.split())
