"""Locate a text of the imported file in the report, so that each import note is a link to its place."""

from collections.abc import Iterable, Iterator

from danvan_desktop.report.model import Block, Paragraph, Section, Table, plain

_SURE = 12
"""Letters: so long a part of a paragraph is known again."""
_MOST_SKIPPED = 3
"""Words at the start that may have been a number."""


class Places:
    """The places of all texts of a report or of some blocks, in the words of an ImportNote."""

    def __init__(self, blocks: Iterable[Block], sections: Iterable[Section] = ()) -> None:
        self._places: dict[str, str] = {}
        for section in sections:
            self._places.setdefault(_spaced(plain(section.title)), f"section:{section.id}/title")
        for block in blocks:
            for text in _texts(block):
                self._places.setdefault(_spaced(text), f"block:{block.id}")
        self._places.pop("", None)

    def of(self, texts: Iterable[str]) -> str:
        """The place of the first of ``texts`` that is found; "" where none is."""
        return next((place for text in texts if text and (place := self._of(_spaced(text)))), "")

    def _of(self, text: str) -> str:
        """The paragraph with ``text``, perhaps less its number or end mark, or one that has it in it."""
        words = text.split(" ")
        for first in range(min(_MOST_SKIPPED, len(words))):
            whole = " ".join(words[first:])
            for kept in (whole, whole.removesuffix("./.")):
                if kept in self._places:
                    return self._places[kept]
        if len(text) < _SURE:
            return ""
        return next((place for known, place in self._places.items() if text in known), "")


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield plain(block.runs)
    elif isinstance(block, Table):
        cells = (cell for row in block.rows for cell in row if cell is not None)
        yield from (plain(runs) for cell in cells for runs in cell.paragraphs)
        if block.caption is not None:
            yield plain(block.caption)


def _spaced(text: str) -> str:
    return " ".join(text.split())
