"""Tone mark placement on oa, oe, uy: "hòa, ủy" (old) and "hoà, uỷ" (new)."""

import re
from typing import Literal

from danvan_desktop.report.text.tone_pairs import moved_tone

Tone = Literal["old", "new"]

OLD_TONE = re.compile(r"[òóỏõọ][ae]\b|(?<!q)[ùúủũụ]y\b", re.IGNORECASE)
NEW_TONE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)


def retoned(text: str, tone: Tone) -> str:
    """Return ``text`` with every such tone placed the ``tone`` way; nothing else changes."""
    pattern = NEW_TONE if tone == "old" else OLD_TONE
    return pattern.sub(lambda match: moved_tone(match[0]), text)
