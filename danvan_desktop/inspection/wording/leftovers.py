"""Leftovers of a draft: placeholders that are not filled in, TODO notes, draft marks."""

import re

_DRAFT = re.compile(r"\bDỰ THẢO\b|\bDự thảo lần\b|^\(?Dự thảo\)?$")
_DOTS = re.compile(r"(?P<before>^|[\s/(])(?P<dots>…|\.{3,4})")
"""Three dots in the place of a word; "thiên tai…" is an author's own."""
_ENUMERATED = re.compile(r"(?:[,;][^.;:]*|\b(?:như|gồm|là|qua|bằng)\b[^.;:]*)$")
_SEPARATORS = re.compile(r"[,;]\s|[,;]$|\bnhư\b")
_ENDED = re.compile(r"[.:!?]\s")
_WANTS_WORD = re.compile(
    r"(?:^|[\s(])(?:số|ngày|tháng|năm|quý|là|có|đạt|được|của|gồm|về|khoảng|trên|dưới|hơn|với|cho|từ|đến|tại|ông|bà"
    r"|bằng|theo|tỷ lệ|tổng số)\s*$",
    re.IGNORECASE,
)
"""What is followed by a figure or a name: dots behind it stand in its place."""
_UNFILLED = re.compile(
    r"\.{5,}|…{2,}"
    r"|\[\s*(?:…|\.{3}|\?+|x{2,})?\s*\]|\?{3,}|\bx{3,}\b|_{3,}"
    r"|\b(?:TODO|FIXME|Lorem ipsum)\b"
    r"|(?<=\s)/\s{2,}/\s?\d{4}"
)

_SUSPECT = re.compile(r"…|\.\.\.|\[|\?\?\?|xxx|___|TODO|FIXME|Lorem|/\s\s|Dự thảo|DỰ THẢO")
"""Whatever is found has one of these, each of which begins with a letter that can be looked for at once."""

EARLY_END_MARK = re.compile(r"(?<![.…])\.?\./\.(?![.…])(?!\s*[”\"’'])")
"""The end mark, for text before the end; in quotation marks it is spoken of, among dots it is a blank."""


def leftover(text: str) -> str | None:
    """Return what is wrong with a paragraph's text in words, None for nothing."""
    if not _SUSPECT.search(text) or not text.strip("_-–— "):
        return None  # a rule made of signs: lines 13, 17 and 24 speak of it
    if _DRAFT.search(text):
        return "còn chữ “DỰ THẢO”"
    match = _UNFILLED.search(text) or next((m for m in _DOTS.finditer(text) if _is_blank(text, m)), None)
    if match:
        around = text[max(0, match.start() - 25) : match.end() + 15].strip()
        return f"còn chỗ chưa điền: “{around}”"
    return None


def _is_blank(text: str, match: re.Match[str]) -> bool:
    """Whether three dots stand in the place of a word, and are not the author's own "and so on"."""
    before, after = text[: match.start("dots")].rstrip(), text[match.end("dots") :].lstrip()
    if before.endswith(("“", '"')) or (before.endswith(("(", "[")) and after.startswith((")", "]"))):
        return False  # what a quotation leaves out
    if before.endswith((",", ";")) and len(_SEPARATORS.findall(_ENDED.split(before)[-1])) > 1:
        return False  # "thiên tai, dịch bệnh, … được chú trọng"
    ends = not after or after.startswith((",", ".", ";", ")", "”", "/."))
    return not (ends and _ENUMERATED.search(before) and not _WANTS_WORD.search(before))
