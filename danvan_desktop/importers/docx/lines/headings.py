"""Heading detection: which paragraphs are titles, by Word's heading styles, bold letters and numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from danvan_desktop.importers.recognition.lines.list_markers import (
    ListMarker,
    is_caps,
    is_mostly_caps,
    parse_mark,
)
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.importers.recognition.parts.closing import is_sign_line
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Runs
from danvan_desktop.report.numbering import DEEPEST_LEVEL

_LONGEST_NUMBERED = 300
_LONGEST_BARE = 150
_LONGEST_STYLED = 250
"""Characters: a longer paragraph is no title, whatever its style."""
_LONGEST_SENTENCE = 60
"""Characters: some end a title with a full stop; what is longer is a sentence."""
_GOES_ON = re.compile(r"[^\W\d_]{2}[.;]\s+[^\W\d_a-z]\w*\s.{20}")
"""A second sentence."""
_TITLE_KINDS = ("part", "section", "letter")


@dataclass(slots=True)
class HeadingCandidate:
    """A paragraph of the text that may be a heading."""

    text: str
    """Without an automatic number."""
    runs: Runs
    mark: ListMarker | None = None
    """Its automatic number."""
    outline: int | None = None
    """The outline level of its style."""
    in_letterhead: bool = False
    """Whether it stands in the letterhead or the closing, where nothing is a title."""

    @property
    def number(self) -> ListMarker | None:
        """Its number, automatic or typed."""
        return self.mark or parse_mark(self.text)

    @property
    def is_bold(self) -> bool:
        """Whether all its letters are bold, those of a typed number apart."""
        number = self.number
        skipped = len(self.text) - len(number.rest) if number is not None else 0
        return _all(self.runs, "bold", skipped)


class HeadingClassifier:
    """Classifies the paragraphs of one file as headings or text, by how its headings are formatted."""

    def __init__(self, candidates: Sequence[HeadingCandidate]) -> None:
        text = [candidate for candidate in candidates if not candidate.in_letterhead]
        numbers = [(candidate, candidate.number) for candidate in text]
        styled = [c.outline for c in text if c.outline is not None and not _runs_on(c)]
        self._highest = min(styled, default=0)
        self._has_sections = any(
            number is not None and number.kind == "section" and (number.plain or is_mostly_caps(number.rest))
            for _, number in numbers
        ) or bool(styled)
        self._has_romans = any(number is not None and number.kind == "section" for _, number in numbers)
        self._bold_numbers = any(
            number is not None and number.kind == "decimal" and _is_short(number.rest) and candidate.is_bold
            for candidate, number in numbers
        )
        self._depth = 0

    def look(self, candidate: HeadingCandidate) -> Look:
        """Return the heading level or text that ``candidate`` is; to be called in the order of the text."""
        if candidate.in_letterhead:
            return Look(runs=candidate.runs, mark=candidate.mark)
        number = candidate.number
        outline = self._outline(candidate, number)
        running = False
        if number is not None and number.kind == "decimal":
            running = outline is None and self._bold_numbers
            self._depth = len(number.values)
        elif number is not None and number.kind in _TITLE_KINDS:
            self._depth = 0
        is_title = outline is not None or (number is not None and number.kind in _TITLE_KINDS)
        runs = not_bold(candidate.runs) if is_title and candidate.is_bold else candidate.runs
        thin = not candidate.is_bold
        return Look(runs=runs, outline=outline, running=running, mark=candidate.mark, thin=thin)

    def _outline(self, candidate: HeadingCandidate, number: ListMarker | None) -> int | None:
        if number is not None and number.kind != "decimal":
            return None
        if candidate.outline is not None and not _runs_on(candidate):
            return self._styled(candidate.outline - self._highest, number)
        if number is not None:
            bold = candidate.is_bold and len(number.rest) <= _LONGEST_NUMBERED
            return len(number.values) if bold and self._not_a_section(number) else None
        if not self._is_bare_title(candidate):
            return None
        if is_caps(candidate.text) and not self._has_sections:
            return 0
        return min(self._depth + 1, DEEPEST_LEVEL)

    def _styled(self, outline: int, number: ListMarker | None) -> int:
        """A heading style; where Mục have Roman numbers, none with another number is a Mục."""
        if number is not None and (self._has_romans or len(number.values) > 1):
            return max(outline, 1)
        return min(max(outline, 0), DEEPEST_LEVEL)

    def _not_a_section(self, number: ListMarker) -> bool:
        """Tell "1. ĐẶC ĐIỂM TÌNH HÌNH", a Mục where there are no Roman ones, from a khoản in capitals."""
        return self._has_sections or not is_mostly_caps(number.rest)

    def _is_bare_title(self, candidate: HeadingCandidate) -> bool:
        text = candidate.text
        if not 2 <= len(text) <= _LONGEST_BARE or is_ended(text) or is_sign_line(text):
            return False
        return candidate.is_bold and text[:1].isupper()


def _runs_on(candidate: HeadingCandidate) -> bool:
    """Tell whether a paragraph in a heading style is running text: long, or one that ends as a sentence.

    Who takes the look of a paragraph from the one above leaves its style behind too.
    """
    text = candidate.text
    if is_mostly_caps(text):
        return len(text) > _LONGEST_NUMBERED
    if len(text) > _LONGEST_STYLED or text.endswith((";", ",")):
        return True
    sentences = is_ended(text) and not text.endswith(":") and len(text) > _LONGEST_SENTENCE
    return sentences or _GOES_ON.search(text) is not None


def not_bold(runs: Runs) -> Runs:
    """Return ``runs`` without bold."""
    return joined(replace(run, bold=False) for run in runs)


def _all(runs: Runs, emphasis: str, skipped: int = 0) -> bool:
    """Tell whether all letters from the character ``skipped`` on have ``emphasis``."""
    position, seen = 0, False
    for run in runs:
        letters = run.text[max(skipped - position, 0) :].strip()
        position += len(run.text)
        if letters and not getattr(run, emphasis):
            return False
        seen = seen or bool(letters)
    return seen


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBERED
