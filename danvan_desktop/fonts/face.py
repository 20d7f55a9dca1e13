"""One face of a typeface: its glyphs' advance widths, read from the TrueType file when first asked for."""

import struct
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_desktop.errors import UserError

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFile

_NEEDED = "aAđĐơƠưƯắẮễỄộỘửỬỹỸ"
"""Letters that a face without Vietnamese lacks (Times New Roman before 1998 lacks most of them)."""

_CACHE_LIMIT = 200_000
"""Words whose width is remembered; far more than a report of 1,000 pages has."""


class Face:
    """A font file. Nothing is read before the first width is asked for; then widths are remembered."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is not opened yet."""
        self.path = path
        self._widths: dict[str, int] = {}

    @property
    def file(self) -> "TTFontFile":
        """The font file as read, for whoever embeds it."""
        return self._file

    @cached_property
    def _file(self) -> "TTFontFile":
        return _read(self.path)

    @cached_property
    def _advances(self) -> dict[int, int]:
        scale = self.units_per_em / 1000  # reportlab's reader keeps thousandths of an em
        widths: dict[int, float] = self._file.charWidths
        return {code: round(width * scale) for code, width in widths.items()}

    @cached_property
    def units_per_em(self) -> int:
        """Font units in one em: a width in units x size / this is the width at that size."""
        return int(self._file.unitsPerEm)

    @cached_property
    def _default(self) -> int:
        width: float = self._file.defaultWidth
        return round(width * self.units_per_em / 1000)

    def width(self, text: str) -> int:
        """Advance width of ``text`` in font units, without kerning."""
        known = self._widths.get(text)
        if known is not None:
            return known
        advances, default = self._advances, self._default
        total = sum(advances.get(ord(character), default) for character in text)
        if len(self._widths) >= _CACHE_LIMIT:
            self._widths.clear()
        self._widths[text] = total
        return total

    def missing(self, text: str) -> str:
        """The characters of ``text`` that this face has no glyph for, each once, in order."""
        return "".join(c for c in dict.fromkeys(text) if ord(c) not in self._advances)


def _read(path: Path) -> "TTFontFile":
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        file = TTFontFile(str(path), validate=0)
    except (TTFError, struct.error, OSError, IndexError, KeyError, ValueError, AssertionError) as error:
        raise UserError(
            f"Không đọc được tệp phông chữ {path}: tệp hỏng hoặc không cho phép mở. "
            "Hãy cài lại phông Times New Roman rồi mở lại chương trình."
        ) from error
    if any(ord(letter) not in file.charWidths for letter in _NEEDED):
        raise UserError(
            f"Phông chữ trong tệp {path} không có đủ chữ tiếng Việt. "
            "Hãy cài bản Times New Roman mới hơn rồi mở lại chương trình."
        )
    return file
