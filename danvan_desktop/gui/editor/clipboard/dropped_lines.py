"""Lines of a page that its layout dropped, put back in their place.

Qt shows no text that stands in a table outside its cells, in a heading of the page, or behind a title or a
style that never ends, where browsers and Word do. Nobody would notice.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.clipboard.foreign_content import recognised
from danvan_desktop.report.model import Block, Paragraph, Run, Runs, Table, plain
from danvan_desktop.report.text.normalise import normalise

_MOST_LOOKED_FOR = 1_000
"""Lines that are not where they are expected. Each is looked for in the whole text."""
_MOST_PUT_BACK = 200
_SURE = 8
"""Letters from which on a line a little further on is taken to be the one that is expected."""
_FURTHER_ON = 5_000
_NO_LETTER = re.compile(r"[\W_]+")


@frozen
class Completed:
    """The blocks of a page with all lines that it shows."""

    blocks: tuple[Block, ...]
    put_back: tuple[str, ...]
    """Lines that were dropped, in paragraphs of their own among the blocks."""


@frozen
class _Dropped:
    line: str
    above: int
    """Letters of the text that stand above it."""


def completed(blocks: Sequence[Block], words: str) -> Completed | None:
    """Put back into ``blocks``, the layout of a page, those lines of its bare ``words`` that they lack.

    None where more is absent than can be put back.
    """
    texts = [_letters(" ".join(map(plain, lines_of(block)))) for block in blocks]
    lines = normalise(words).split("\n")
    if "".join(texts) == "".join(map(_letters, lines)):  # nearly always
        return Completed(tuple(blocks), ())
    dropped = _dropped(lines, "".join(texts))
    if dropped is None:
        return None
    starts = list(accumulate(map(len, texts), initial=0))[:-1]
    made = list(blocks)
    for each in reversed(dropped):
        made.insert(bisect_left(starts, each.above), recognised((Run(each.line),)))
    return Completed(tuple(made), tuple(each.line for each in dropped))


def lines_of(block: Block) -> Iterator[Runs]:
    """Yield the paragraphs of ``block``, those in cells and its caption too."""
    if isinstance(block, Paragraph):
        yield block.runs
    elif isinstance(block, Table):
        if block.caption:
            yield block.caption
        yield from (line for row in block.rows for cell in row if cell for line in cell.paragraphs)


def _dropped(lines: list[str], text: str) -> list[_Dropped] | None:
    """Return the lines that ``text`` lacks; None where they are too many."""
    suspects: list[tuple[_Dropped, list[str]]] = []
    expected: Counter[str] = Counter()
    place = 0
    for line in lines:
        keys = _keys(line)
        if not keys:
            continue
        expected[keys[-1]] += 1
        end = _end(keys, text, place)
        if end is None:
            suspects.append((_Dropped(line, place), keys))
        place = place if end is None else end
    if len(suspects) > _MOST_LOOKED_FOR:
        return None
    dropped: list[_Dropped] = []
    for suspect, keys in reversed(suspects):  # the last ones are those too many
        if text.count(keys[-1]) < expected[keys[-1]]:
            expected[keys[-1]] -= 1
            dropped.append(suspect)
    return dropped[::-1] if len(dropped) <= _MOST_PUT_BACK else None


def _end(keys: list[str], text: str, place: int) -> int | None:
    """Where the line of these ``keys`` ends, if it begins at ``place`` or a little further on."""
    for key in keys:
        if text.startswith(key, place):
            return place + len(key)
    for key in keys:
        if len(key) >= _SURE and (start := text.find(key, place, place + len(key) + _FURTHER_ON)) >= 0:
            return start + len(key)
    return None


def _keys(line: str) -> list[str]:
    """The letters of ``line``, and those without the number or dash that makes it an entry."""
    keys = [_letters(line), _letters(plain(recognised((Run(line),)).runs))]
    return list(dict.fromkeys(filter(None, keys)))


def _letters(text: str) -> str:
    """The letters and digits of ``text`` as they are compared."""
    return _NO_LETTER.sub("", normalise(text).casefold())
