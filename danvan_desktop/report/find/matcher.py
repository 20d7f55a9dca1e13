"""Matching of words in one text: as typed, or whatever the tone marks and capitals; whole words or parts.

Places are those of Python in the text that was given, composed (NFC) or decomposed, whichever it is.
"""

import re
import unicodedata
from functools import lru_cache

from danvan_desktop.frozen import frozen
from danvan_desktop.report.text.fold_diacritics import fold
from danvan_desktop.report.text.normalise import compose

_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = re.compile(_MARK + "+")
_CLUSTER = re.compile(f"(?s:.){_MARK}*")
"""A letter with all marks that stand behind it: nothing begins or ends within."""
_KEPT = 8192
"""Texts kept as they are compared: the paragraphs and cells of 300 pages, while more letters are typed."""


@frozen
class Query:
    """What is looked for."""

    text: str
    exact: bool = False
    """Capitals and tone marks count; else "dang" finds Đảng."""
    whole_words: bool = False
    """No letter or figure may stand right before or behind."""


@frozen
class _Compared:
    """A text as it is compared."""

    text: str
    offsets: tuple[int, ...] = ()
    """Of each letter, and of the end: its place in the text as it was; () where they are the same."""


class Matcher:
    """Finds a :class:`Query` in texts."""

    def __init__(self, query: Query) -> None:
        """Prepare ``query``; one without letters is found nowhere."""
        self.query = query
        self._wanted = _compared(query.text, query.exact).text
        self._begins_word = query.whole_words and _is_of_word(self._wanted[:1])
        self._ends_word = query.whole_words and _is_of_word(self._wanted[-1:])

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._wanted)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Give start and end of each match in ``text``, from left to right; none overlaps another."""
        if not self._wanted or not text:
            return ()
        compared = _compared(text, self.query.exact)
        at = compared.text.find(self._wanted)
        if at < 0:
            return ()
        found: list[tuple[int, int]] = []
        while at >= 0:
            span = _original(compared, at, at + len(self._wanted))
            if span is not None and self._is_whole(text, *span):
                found.append(span)
                at = compared.text.find(self._wanted, at + len(self._wanted))
            else:
                at = compared.text.find(self._wanted, at + 1)
        return tuple(found)

    def _is_whole(self, text: str, start: int, end: int) -> bool:
        return not (
            (self._begins_word and _is_of_word(text[start - 1 : start]))
            or (self._ends_word and _is_of_word(text[end : end + 1]))
        )


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or bool(_MARKS.match(sign))


def _original(compared: _Compared, start: int, end: int) -> tuple[int, int] | None:
    """The place in the text as it was; None where a letter would be cut from its marks."""
    offsets = compared.offsets
    if not offsets:
        return start, end
    if (start and offsets[start] == offsets[start - 1]) or offsets[end] == offsets[end - 1]:
        return None
    return offsets[start], offsets[end]


@lru_cache(maxsize=_KEPT)
def _compared(text: str, exact: bool) -> _Compared:  # noqa: FBT001 - a key of the cache
    if not _MARKS.search(text) and unicodedata.is_normalized("NFC", text):
        return _Compared(_shown(text, exact=exact))
    letters: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        shown = _shown(compose(cluster.group()), exact=exact)
        if not exact:
            shown = _MARKS.sub("", shown)
        letters.append(shown)
        offsets += [cluster.start()] * len(shown)
    return _Compared("".join(letters), (*offsets, len(text)))


def _shown(text: str, *, exact: bool) -> str:
    """``text`` (NFC) letter by letter as it is compared."""
    text = text.replace("\u00a0", " ")
    return text if exact else fold(text)
