"""A font face: advance widths of its glyphs, read from the TrueType file when first asked for."""

import struct
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.fonts.subset import subset
from danvan_desktop.fonts.truetype import FontFileError, TrueType

_NEEDED = "aAđĐơƠưƯắẮễỄộỘửỬỹỸ"
"""Letters that a face without Vietnamese lacks (Times New Roman before 1998 lacks most of them)."""

_CACHE_LIMIT = 200_000
"""Words and lines whose width is remembered; far more than a report of 1,000 pages has."""
_LONGEST_REMEMBERED = 200
"""Characters: more than a line holds."""


class Face:
    """A font file. Nothing is read before the first width is asked for; then widths are remembered."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is not opened yet."""
        self.path = path
        self._widths: dict[str, int] = {}

    @cached_property
    def file(self) -> TrueType:
        """The font file as read, for whoever describes it."""
        return _read(self.path)

    def subset(self, points: Sequence[int]) -> bytes:
        """The file of just these characters, for whoever embeds it: byte ``n`` draws ``points[n]``."""
        try:
            return subset(self.file, points)
        except (struct.error, IndexError) as error:
            raise _unreadable(self.path) from error

    @property
    def units_per_em(self) -> int:
        """Font units in one em: a width in units x size / this is the width at that size."""
        return self.file.units_per_em

    def width(self, text: str) -> int:
        """Advance width of ``text`` in font units, without kerning."""
        known = self._widths.get(text)
        if known is not None:
            return known
        glyphs, advances = self.file.glyphs, self.file.advances
        total = sum([advances[glyphs[ord(character)]] for character in text])
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self._widths) >= _CACHE_LIMIT:
                self._widths.clear()
            self._widths[text] = total
        return total

    def missing(self, text: str) -> str:
        """The characters of ``text`` that this face has no glyph for, each once, in order."""
        return "".join(c for c in dict.fromkeys(text) if not self.file.glyphs[ord(c)])


def _read(path: Path) -> TrueType:
    try:
        file = TrueType(path.read_bytes())
    except (FontFileError, OSError) as error:
        raise _unreadable(path) from error
    if not all(file.glyphs[ord(letter)] for letter in _NEEDED):
        raise UserError(
            f"Phông chữ trong tệp {path} không có đủ chữ tiếng Việt. "
            "Hãy cài bản Times New Roman mới hơn rồi mở lại phần mềm."
        )
    return file


def _unreadable(path: Path) -> UserError:
    return UserError(
        f"Không đọc được tệp phông chữ {path}: tệp hỏng hoặc không cho phép mở. "
        "Hãy cài lại phông Times New Roman rồi mở lại phần mềm."
    )
