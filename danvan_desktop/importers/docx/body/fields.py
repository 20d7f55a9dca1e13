"""Fields: the result that Word computed is text; code and page numbers are not, words in them are named."""

import re
from collections.abc import Callable

from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.reading.docx.elements import Element
from danvan_desktop.reading.docx.fields import Field, FieldStack

_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_CONTENTS = "TOC"
_SILENT = frozenset({"TC", "XE", "RD", "TA", "SET", "ASK", "SEQ", "BOOKMARK", "HYPERLINK", _CONTENTS, ""})
"""Fields that by their nature may show nothing."""
_FIGURES = re.compile(r"[\W\d_]*|[ivxlcdm]+|[a-z]", re.IGNORECASE)
"""What a page number may look like; anything else was typed."""


class Fields:
    """The open fields of a text, which may be nested and span several paragraphs."""

    def __init__(self, losses: Losses, story: Element) -> None:
        self._losses = losses
        self._stack = FieldStack(story)

    @property
    def is_contents(self) -> bool:
        """Whether text here is a line of a mục lục."""
        return any(each.has_result and each.name == _CONTENTS for each in self._stack.open)

    def step(self, character: Element) -> str:
        """Process a ``w:fldChar``; return what Word shows of a field that ends here without a result."""
        ended = self._stack.step(character)
        return self._close(ended) if ended is not None else ""

    def simple(self, instruction: str, walk: Callable[[], None]) -> str:
        """Read a field that is one element, whose result ``walk`` reads; return what :meth:`step` does."""
        around = self._stack.open
        around.append(ended := Field([instruction], has_result=True))
        walk()
        self._stack.open[:] = [each for each in self._stack.open if each is not ended]
        return self._close(ended)

    def is_instruction(self, text: str) -> bool:
        """Take ``text``, an instruction, into the code it belongs to; False: it is text, as in Word."""
        if self._stack.is_instruction(text):
            return True
        if self._stack.is_broken:
            self._losses.quote("field", text)
        return self._stack.is_broken

    def hides(self, text: str) -> bool:
        """Tell whether ``text`` is within a code or is a page number, and so not the author's."""
        pages = (each for each in self._stack.open if each.has_result and each.name in _PAGE_NUMBERS)
        hiding = self._stack.code or next(pages, None)
        if hiding is not None:
            hiding.hidden.append(text)
        elif text.strip():
            for each in self._stack.open:
                each.is_shown = True
        return hiding is not None

    def begin_paragraph(self) -> None:
        """Part what is hidden from the paragraph before."""
        for each in self._stack.open:
            each.hidden.append(" ")

    def finish(self) -> None:
        """Close what the reader found open at the end of a story: its end stood where nothing is read."""
        while self._stack.open:
            self._close(self._stack.open.pop())

    def _close(self, ended: Field) -> str:
        """Note a page number, or a field that gave no text; return what it shows all the same."""
        hidden = "".join(ended.hidden)
        if not _FIGURES.fullmatch(hidden.strip()):
            self._losses.quote("code", hidden)
        if ended.name in _PAGE_NUMBERS:
            self._losses.count("page_field")
        elif not ended.is_shown and not ended.has_result and ended.shown_without_result:
            return ended.shown_without_result
        elif not ended.is_shown and ended.name not in _SILENT and self._stack.code is None:
            self._losses.quote("field", ended.instruction)
        return ""
