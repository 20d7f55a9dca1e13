"""Leftovers of a draft: placeholders that are not filled in, TODO notes, draft marks."""

import re

_DRAFT = re.compile(r"\bDỰ THẢO\b|\bDự thảo lần\b|^\(?Dự thảo\)?$")
_UNFILLED = re.compile(
    r"(^|[\s/(])(…|\.{3,})"  # three dots in the place of a word; "thiên tai…" is an author's own
    r"|\.{5,}|…{2,}"
    r"|\[\s*(?:…|\.{3}|\?+|x{2,})?\s*\]|\?{3,}|\bx{3,}\b|_{3,}"
    r"|\b(?:TODO|FIXME|Lorem ipsum)\b"
    r"|(?<=\s)/\s{2,}/\s?\d{4}"
)

EARLY_END_MARK = re.compile(r"\.?\./\.(?!\s*[”\"’'])")
"""The end mark, for text before the end; in quotation marks it is spoken of."""


def leftover(text: str) -> str | None:
    """Return what is wrong with a paragraph's text in words, None for nothing."""
    if not text.strip("_-–— "):
        return None  # a rule made of signs: lines 13, 17 and 24 speak of it
    if _DRAFT.search(text):
        return "còn chữ “DỰ THẢO”"
    if match := _UNFILLED.search(text):
        around = text[max(0, match.start() - 25) : match.end() + 15].strip()
        return f"còn chỗ chưa điền: “{around}”"
    return None
