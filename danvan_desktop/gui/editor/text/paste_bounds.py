"""Bounds of what is pasted at once: what is more is no part of a report, and would keep the window busy.

A paste is read in the window, by Qt: unlike a file it cannot be given to another process. Qt's own reader
takes time and memory with the square of how deep elements lie and how many cells a table comes to, so
formatted text is measured before it is read.
"""

import re
from collections import Counter

from PySide6.QtCore import QMimeData

MOST_CHARACTERS = 1_000_000
"""Of plain text: 400 pages."""
MOST_BLOCKS = 5_000
"""Paragraphs and lines; a section of 200 pages has as many."""
_MOST_OF_HTML = 5_000_000
"""Characters: Word writes ten for each one that is read."""
_MOST_TAGS = 100_000
_DEEPEST = 200
MOST_CELLS = 10_000

TOO_LONG = (
    "Phần vừa dán quá dài nên chưa được dán. Hãy chép từng phần, hoặc nhập cả báo cáo ở Trang đầu bằng "
    "“Dán toàn văn báo cáo cũ…” hay “Nhập báo cáo cũ”."
)
WORDS_ONLY = "Định dạng của phần vừa dán quá phức tạp nên chỉ lấy được chữ; bảng, nếu có, thành từng dòng."

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)")
_SPAN = re.compile(r"\bcolspan\s*=\s*[\"']?\s*(\d{1,9})", re.IGNORECASE)
_ENDS_BY_ITSELF = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param", "wbr"}
    | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "head", "body"}
)
"""Elements that hold nothing, or whose end need not be written and that do not lie within themselves."""
_LINES = frozenset({"p", "br", "li", "dt", "dd", "tr", "div", "h1", "h2", "h3", "h4", "h5", "h6"})


def is_too_long(text: str) -> bool:
    """Tell whether plain ``text`` is beyond the bounds."""
    return len(text) > MOST_CHARACTERS or text.count("\n") > MOST_BLOCKS


def html_within(source: QMimeData) -> str | None:
    """Return the formatted text of ``source``, "" where it has none; None where it is beyond the bounds."""
    page = source.html() if source.hasHtml() else ""
    return page if len(page) <= _MOST_OF_HTML and _Extent(page).is_within else None


class _Extent:
    """How much a page of HTML comes to, by its tags alone."""

    def __init__(self, page: str) -> None:
        self._depth = self._deepest = self._width = self._widest = 0
        self._counts = Counter[str]()
        for end, name, attributes in _TAG.findall(page):
            self._take(name.lower(), attributes, is_end=bool(end))

    @property
    def is_within(self) -> bool:
        lines = sum(self._counts[name] for name in _LINES)
        return (
            self._counts.total() <= _MOST_TAGS
            and lines <= 2 * MOST_BLOCKS  # of two that lie within one another one makes a line
            and self._deepest <= _DEEPEST
            and self._counts["tr"] * self._widest <= MOST_CELLS
        )

    def _take(self, name: str, attributes: str, *, is_end: bool) -> None:
        if name not in _ENDS_BY_ITSELF and not attributes.endswith("/"):
            self._depth = max(self._depth + (-1 if is_end else 1), 0)
            self._deepest = max(self._deepest, self._depth)
        if is_end:
            return
        self._counts[name] += 1
        if name == "tr":
            self._width = 0
        elif name in {"td", "th"}:
            span = _SPAN.search(attributes)
            self._width += int(span[1]) if span else 1
            self._widest = max(self._widest, self._width)
