"""Field codes: the result that Word computed is text, the instruction is not."""

from dataclasses import dataclass, field

from danvan_desktop.importers.docx.import_losses import Losses

_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_CONTENTS = "TOC"
_SILENT = frozenset({"TC", "XE", "RD", "TA", "SET", "ASK", "SEQ", "BOOKMARK", "HYPERLINK", _CONTENTS, ""})
"""Fields that by their nature may show nothing."""


@dataclass(slots=True)
class _Open:
    instruction: list[str] = field(default_factory=list)
    shows: bool = False
    """Whether its result has begun."""
    shown: bool = False
    """Whether the result has any text."""

    @property
    def name(self) -> str:
        words = "".join(self.instruction).split(None, 1)
        return words[0].upper() if words else ""


class Fields:
    """Stack of the open fields of a text, which may be nested and span several paragraphs."""

    def __init__(self, losses: Losses) -> None:
        self._losses = losses
        self._open: list[_Open] = []

    @property
    def hides_text(self) -> bool:
        """Whether text here is an instruction or a page number, and so not the author's."""
        return any(not field.shows or field.name in _PAGE_NUMBERS for field in self._open)

    @property
    def is_contents(self) -> bool:
        """Whether text here is a line of a mục lục."""
        return any(field.shows and field.name == _CONTENTS for field in self._open)

    def step(self, kind: str | None) -> None:
        """Process a ``w:fldChar``: begin, separate or end."""
        if kind == "begin":
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].shows = True
        elif kind == "end" and self._open:
            self.close(self._open.pop())

    def instruct(self, text: str) -> None:
        """Add a part of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def open_simple(self, instruction: str) -> None:
        """Open a field that is one element; :meth:`step` with "end" closes it."""
        self._open.append(_Open([instruction], shows=True))

    def mark_shown(self) -> None:
        """Mark the open fields as having a visible result."""
        for open_field in self._open:
            open_field.shown = open_field.shown or open_field.shows

    def close(self, closed: _Open) -> None:
        """Note a page number, or a field that gave no text."""
        if closed.name in _PAGE_NUMBERS:
            self._losses.count("page_field")
        elif not closed.shown and closed.name not in _SILENT:
            self._losses.quote("field", closed.name)
