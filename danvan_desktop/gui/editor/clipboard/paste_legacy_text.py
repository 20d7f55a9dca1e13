"""Paste of text in a legacy encoding (TCVN3, VNI): the user sees a sample converted, and chooses.

It must be converted before it is normalised, which takes away soft hyphens, the "ư" of TCVN3.
"""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.editor.clipboard.clipboard_content import ClipboardContent, fitted
from danvan_desktop.gui.editor.clipboard.foreign_content import from_html, from_text
from danvan_desktop.gui.editor.text.legacy_encoding_dialog import ask
from danvan_desktop.report.model import Block, Paragraph, Table, plain
from danvan_desktop.report.text.legacy_encodings import (
    Code,
    code_of_font,
    convert_legacy,
    from_code,
    is_better_as,
    shows_capitals,
)

Read = Callable[[str, QTextCharFormat], str]


def converted(content: ClipboardContent) -> Sequence[Block] | None:
    """Convert ``content`` from legacy encodings; None where it has none.

    In formatted text the fonts tell the code; elsewhere the syllables vote.
    """
    if not content.page and not content.text:
        return None
    unicode, voted = convert_legacy(content.text)
    if not content.page:
        return fitted(from_text(unicode))[0] if voted is not None else None
    if voted is None and not any(name in content.page.lower() for name in (".vn", "vni")):
        return None
    blocks, _ = fitted(from_html(content.page, _reader(voted)))
    return blocks if blocks and _words(blocks) != _words(content.blocks) else None


def _reader(voted: Code | None) -> Read:
    def read(text: str, shown: QTextCharFormat) -> str:
        for font in shown.fontFamilies() or []:
            code = code_of_font(font)
            if code is not None and is_better_as(text, code):
                unicode = from_code(text, code)
                return unicode.upper() if shows_capitals(font) else unicode
        return from_code(text, voted) if voted is not None and is_better_as(text, voted) else text

    return read


def offer(
    as_it_is: Sequence[Block],
    as_unicode: Sequence[Block],
    put: Callable[[Sequence[Block]], None],
    parent: QWidget,
) -> None:
    """Ask which of the two is to be ``put``; waits for nobody."""
    before, after = _first_difference(as_it_is, as_unicode)
    ask(before, after, lambda convert: put(as_unicode if convert else as_it_is), parent)


def _first_difference(before: Sequence[Block], after: Sequence[Block]) -> tuple[str, str]:
    """The first words that differ, in both spellings."""
    for old, new in zip(_words(before), _words(after), strict=False):
        if old != new:
            return old, new
    return " ".join(_words(before)), " ".join(_words(after))


def _words(blocks: Sequence[Block]) -> list[str]:
    words = []
    for block in blocks:
        if isinstance(block, Paragraph):
            words.append(plain(block.runs))
        elif isinstance(block, Table):
            words += [plain(runs) for row in block.rows for cell in row if cell for runs in cell.paragraphs]
    return words
