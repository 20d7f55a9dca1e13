"""Which of last year's tasks this year's report speaks of: those whose very words stand in it.

Only words that are found are told; that a task is not mentioned cannot be known from words alone.
"""

from collections.abc import Iterator

from danvan_desktop.report.lifecycle.next_year import last_tasks
from danvan_desktop.report.model import Block, Paragraph, Report, Section, plain

_ANSWERING = ("implementation", "assessment")
"""The sections that report on what was done; the new tasks are written after last year's."""
_SHORTEST = 20
"""Shorter words may stand anywhere by chance."""


def answered_tasks(report: Report) -> dict[int, str]:
    """Give of each of last year's tasks, by its place in the list, where its words stand: "II.1"."""
    places = [(text.casefold(), place) for place, text in _answers(report)]
    found = {}
    for index, task in enumerate(last_tasks(report)):
        words = _words(task)
        place = next((place for text, place in places if len(words) >= _SHORTEST and words in text), None)
        if place is not None:
            found[index] = place
    return found


def _words(block: Block) -> str:
    text = plain(block.runs) if isinstance(block, Paragraph) else ""
    return text.casefold().strip(" .;:,")


def _answers(report: Report) -> Iterator[tuple[str, str]]:
    for section in report.sections:
        if section.key in _ANSWERING:
            yield from _placed(section)


def _placed(section: Section) -> Iterator[tuple[str, str]]:
    """Give what was written this year in ``section``, with the numbers of section and khoản above it."""
    outer = (section.number or "").rstrip(".")
    inner = ""
    for block in section.blocks:
        if not isinstance(block, Paragraph):
            continue
        if block.role in {"heading", "clause"} and block.number:
            inner = block.number.rstrip(".")
        if block.origin is not None and not block.origin.touched:
            continue  # it stood there last year already
        yield ".".join(filter(None, (outer, inner))), plain(block.runs)
