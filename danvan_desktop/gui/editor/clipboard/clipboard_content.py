"""Content of the clipboard as blocks, within bounds: our own blocks, a formatted text, or a plain one.

A paste is read in the window, by Qt: unlike a file it cannot be given to another process. Whatever a program
put there, it ends in blocks that hold all words of it, or in a sentence.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QMimeData

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.clipboard.copy import BLOCKS
from danvan_desktop.gui.editor.clipboard.dropped_lines import completed, lines_of
from danvan_desktop.gui.editor.clipboard.foreign_content import from_html, from_text
from danvan_desktop.gui.editor.text.paste_bounds import (
    LONGEST_WORD,
    MOST_CHARACTERS,
    TOO_LONG,
    is_too_long,
    longest_word,
)
from danvan_desktop.reading.html import bare_words, prepared
from danvan_desktop.report.codec.decode import Misfit, decode
from danvan_desktop.report.integrity import WIDEST_TABLE, grid_problem
from danvan_desktop.report.model import Block, Paragraph, Run, Section, Table, plain

_MOST_LINES = 10_000
"""Paragraphs, those in cells too."""
_MOST_RUNS = 40_000
_MORE_OF_OUR_OWN = 1.5
"""Times as much of our own blocks: they need no recognition."""
_LARGEST_OWN = 12_000_000
"""Bytes of our own blocks: twice the longest report."""
WORDS_ONLY = (
    "Định dạng của nội dung đã sao chép quá phức tạp nên chỉ dán được chữ: chữ đậm, chữ nghiêng không giữ, "
    "bảng thành từng dòng. Muốn giữ, hãy sao chép và dán từng phần."
)
_WIDE = (
    f"Bảng rộng hơn {WIDEST_TABLE} cột hoặc có ô gộp không khớp không đưa vào báo cáo được: mỗi hàng được "
    "dán thành một đoạn chữ. Bấm Ctrl+Z để trở lại."
)
_PUT_BACK = (
    "Nội dung đã sao chép có chữ đặt sai quy cách của trang. Chữ ấy được dán thành đoạn riêng, có thể chưa "
    "đúng chỗ, hãy xem lại: {}."
)
_QUOTED, _LONGEST_QUOTE = 3, 60
"""Lines and their letters that are named."""


@frozen
class ClipboardContent:
    """What is pasted, and what the user is to be told about it."""

    blocks: tuple[Block, ...] = ()
    remarks: tuple[str, ...] = ()
    page: str = ""
    """The formatted text whose layout the blocks are; "" where they are of ``text`` or of our own."""
    text: str = ""
    """Plain text of the same words; "" of our own blocks."""


def read_clipboard(source: QMimeData) -> ClipboardContent:
    """Read what ``source`` holds."""
    text = source.text() if source.hasText() else ""
    page = source.html() if source.hasHtml() else ""
    if source.hasFormat(BLOCKS):
        own = _own_blocks(bytes(source.data(BLOCKS).data()), takes_torn=not text)
        if own is not None:
            return own
    if page and (content := _formatted(page, text)) is not None:
        return content
    return _of_text(text)


def fitted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], bool]:
    """Return ``blocks`` with tables that no report can hold as lines; and whether there were any."""
    unfit = [_is_torn(block) for block in blocks]
    if not any(unfit):
        return tuple(blocks), False
    lines = (
        _rows_of(block) if is_unfit and isinstance(block, Table) else (block,)
        for block, is_unfit in zip(blocks, unfit, strict=True)
    )
    return tuple(chain.from_iterable(lines)), True


def _own_blocks(data: bytes, *, takes_torn: bool) -> ClipboardContent | None:
    """Blocks copied here; None where another release wrote what we cannot read: its text is there too."""
    if len(data) > _LARGEST_OWN:
        return ClipboardContent(remarks=(TOO_LONG,))
    try:
        blocks = decode(Section, json.loads(data.decode("utf-8"))).blocks
    except (Misfit, ValueError, RecursionError):
        return None
    if not blocks or (any(map(_is_torn, blocks)) and not takes_torn):
        return None
    return _bounded(blocks, (), more=_MORE_OF_OUR_OWN)


def _formatted(page: str, text: str) -> ClipboardContent | None:
    """What HTML holds; its bare words where it is too much to lay out; None where only ``text`` holds any."""
    ready, has_text = prepared(page), bool(text.strip())
    if ready is None:
        return _words_only(text if has_text else bare_words(page))
    blocks, words = from_html(ready), bare_words(ready)
    if not blocks and has_text:
        return None
    whole = None if words is None else completed(blocks, words)
    if whole is None:
        return _words_only(words)
    if not whole.put_back:
        return _bounded(blocks, (), page=ready, text=text)
    return _bounded(whole.blocks, (_PUT_BACK.format(_quoted(whole.put_back)),), text=words or "")


def _words_only(words: str | None) -> ClipboardContent:
    if words is None:
        return ClipboardContent(remarks=(TOO_LONG,))
    content = _of_text(words)
    remarks = (WORDS_ONLY, *content.remarks) if content.blocks else content.remarks
    return ClipboardContent(content.blocks, remarks, text=content.text)


def _of_text(text: str) -> ClipboardContent:
    if is_too_long(text):
        return ClipboardContent(remarks=(TOO_LONG,))
    return _bounded(from_text(text), (), text=text)


def _bounded(
    blocks: Sequence[Block], remarks: tuple[str, ...], *, page: str = "", text: str = "", more: float = 1
) -> ClipboardContent:
    found, was_unfit = fitted(blocks)
    if was_unfit:
        remarks = (_WIDE, *remarks)
    lines = [line for block in found for line in lines_of(block)]
    texts = [plain(line) for line in lines]
    runs, characters = sum(map(len, lines)), sum(map(len, texts))
    is_long = (
        len(lines) > more * _MOST_LINES or runs > more * _MOST_RUNS or characters > more * MOST_CHARACTERS
    )
    if is_long or any(longest_word(each) > LONGEST_WORD for each in texts):
        return ClipboardContent(remarks=(TOO_LONG,))
    return ClipboardContent(found, remarks, page, text)


def _is_torn(block: Block) -> bool:
    return isinstance(block, Table) and grid_problem(block) is not None


def _rows_of(table: Table) -> Iterator[Block]:
    for row in table.rows:
        words = " ".join(plain(line) for cell in row if cell is not None for line in cell.paragraphs)
        if words := " ".join(words.split()):
            yield Paragraph(1, runs=(Run(words),))


def _quoted(lines: Sequence[str]) -> str:
    """The first of ``lines``, and how many there are besides."""
    shown = [
        f"“{line}”" if len(line) <= _LONGEST_QUOTE else f"“{line[:_LONGEST_QUOTE]}…”"
        for line in lines[:_QUOTED]
    ]
    rest = f" và {len(lines) - _QUOTED} dòng nữa" if len(lines) > _QUOTED else ""
    return ", ".join(shown) + rest
