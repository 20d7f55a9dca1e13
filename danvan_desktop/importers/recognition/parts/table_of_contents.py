"""Table of contents (mục lục): its lines repeat titles with page numbers and are no part of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.importers.recognition.lines.text_lines import CleanedLines
from danvan_desktop.report.text.fold_diacritics import fold

_LABEL = "muc luc"
_HEAD_OF_NUMBERS = "trang"
_ENTRY = re.compile(r".*[^\W_].*?(?:[\s.…·_]*[.…·_]{2,}\s*|\s+)(\d{1,3})")
_LEADER = re.compile(r"[.…·_]{2,}\s*\d{1,3}$")
_LONGEST = 250
_FEWEST = 2


def is_label(text: str) -> bool:
    """Tell whether ``text`` is the line "MỤC LỤC" and nothing else."""
    return fold(text).strip(" :.") == _LABEL


def find_contents(texts: Sequence[str]) -> range:
    """The places of the lines of a mục lục among ``texts``, its label first; empty where there is none."""
    for start, text in enumerate(texts):
        if is_label(text):
            first = start + 1
            if first < len(texts) and fold(texts[first]) == _HEAD_OF_NUMBERS:
                first += 1
            end, count = _end(texts, first)
            if count >= _FEWEST:
                return range(start, end)
    return range(0)


def _end(texts: Sequence[str], first: int) -> tuple[int, int]:
    """Where the entries from ``first`` on end, and how many there are: their page numbers never go back."""
    end, count, page = first, 0, 0
    for index in range(first, len(texts)):
        number = _page_of(texts[index])
        if number is None and index + 1 < len(texts) and _LEADER.search(texts[index + 1]) and end == index:
            continue  # a title on two lines has its number on the second
        if number is None or number < page:
            break
        end, count, page = index + 1, count + 1, number
    return end, count


def _page_of(text: str) -> int | None:
    match = _ENTRY.fullmatch(text) if len(text) <= _LONGEST else None
    return int(match[1]) if match else None


def without_contents(page: CleanedLines) -> CleanedLines:
    """``page`` with the lines of its mục lục, if it has one, set aside."""
    places = find_contents([line.text for line in page.lines])
    if not places:
        return page
    texts = tuple(line.text for line in page.lines[places.start : places.stop])
    lines = (*page.lines[: places.start], *page.lines[places.stop :])
    return replace(page, lines=lines, contents=texts)
