"""How long it takes from a file that came back to the list of its changes, in the process that reads it."""

import time
from dataclasses import replace

from danvan_desktop.report.model import Block, OpaqueBlock, Paragraph, Report, Section
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.takeback.compare import compare
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback.cases import base
from tests.takeback.sessions import session

BOUNDS = {5: 0.5, 100: 2.5}
"""Pages, and the seconds that are allowed."""
_PAGES_OF_THE_SAMPLE = 5


def seconds(pages: int) -> float:
    """Read what came back of a report of so many pages and compare it with what went out, once."""
    report = _of_pages(pages)
    docx = sent_docx(report)
    sent, edited = read_docx(docx), session(docx, 5, "plain").docx
    start = time.perf_counter()
    comparison = compare(report, report, sent, read_docx(edited))
    passed = time.perf_counter() - start
    if not comparison.changes:
        raise ValueError("an edited file has changes")
    return passed


def _of_pages(pages: int) -> Report:
    """The sample as often as needed, each time with other ids and figures."""
    report = base()
    sections: list[Section] = []
    for time_over in range(max(1, pages // _PAGES_OF_THE_SAMPLE)):
        for section in report.sections:
            shift = report.next_id * time_over
            blocks = tuple(_again(block, block.id + shift, time_over) for block in section.blocks)
            sections.append(replace(section, id=section.id + shift, blocks=blocks))
    return renumber(replace(report, sections=tuple(sections), next_id=report.next_id * (len(sections) + 1)))


def _again(block: Block, identifier: int, time_over: int) -> Block:
    if isinstance(block, Paragraph) and block.runs and time_over:
        *before, last = block.runs
        return replace(block, id=identifier, runs=(*before, replace(last, text=f"{last.text} ({time_over})")))
    return block if isinstance(block, OpaqueBlock) else replace(block, id=identifier)
