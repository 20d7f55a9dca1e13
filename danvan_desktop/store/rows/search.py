"""What a report is found by in the list, and what a search asks for."""

import re

from danvan_desktop.report.full_text import words
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.fold_diacritics import fold

_TERM = re.compile(r'"([^"]*[^"\s][^"]*)"|“([^”]*[^”\s][^”]*)”|(\S+)')


def folded_text(report: Report, name: str | None) -> str:
    """Give what ``report``, called ``name`` in the list, is found by."""
    return fold("\n".join([name or "", report.subject, str(report.year), " ".join(words(report))]))


def terms(search: str) -> list[str]:
    """Give what must be found: each word by itself, words in quotation marks as one phrase."""
    found = (next(filter(None, match.groups())) for match in _TERM.finditer(fold(search)))
    return [" ".join(term.split()) for term in found]
