"""Search in the draft list: which reports match, and in which order."""

import re

import peewee

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


def has_all(folded: peewee.Column, search: str) -> tuple[peewee.Expression, ...]:
    """Give the conditions under which a ``folded`` text has all of ``search``."""
    return tuple(peewee.fn.INSTR(folded, term) > 0 for term in terms(search))


def as_typed_first(folded: peewee.Column, search: str) -> tuple[peewee.Node, ...]:
    """Order by whether the words stand together as they were typed."""
    wanted = terms(search)
    if len(wanted) < 2:
        return ()
    return (peewee.Case(None, [(peewee.fn.INSTR(folded, " ".join(wanted)) > 0, 0)], 1),)
