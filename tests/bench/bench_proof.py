"""The proof-reader: what it costs to load its table, and to read 5 and 100 pages. Time of the processor."""

import time
from collections.abc import Callable
from statistics import median

from danvan_desktop.checks.proof.lexis import Lexis
from danvan_desktop.checks.proof.proofreader import proofreader
from danvan_desktop.checks.proof.table import read_table
from danvan_desktop.paths import resource
from tests.bench.measuring import PAIRS, Figure, assert_within
from tests.proof.measure import paragraphs, reports

LOAD, FIVE_PAGES = 0.1, 0.2
"""Seconds."""
HUNDRED_PAGES = 20 * FIVE_PAGES


def figure(what: str, bar: float, action: Callable[[], object]) -> Figure:
    """Measure ``action`` after a first run, which fills the caches of keys and confusion sets."""
    action()
    took = []
    for _ in range(PAIRS):
        begun = time.process_time()
        action()
        took.append(time.process_time() - begun)
    return Figure(what, median(took), bar, f"{median(took) * 1000:.0f} ms of the processor")


def test_the_table_is_loaded_at_once() -> None:
    path = resource("proof", "table.bin")
    assert_within(figure("proof-reader: load its table, s", LOAD, lambda: Lexis(read_table(path))))


def test_pages_are_read_at_once() -> None:
    five_pages, *_ = reports(paragraphs("development.txt"))
    hundred_pages = five_pages * 20
    read = proofreader().read
    assert_within(
        figure("proof-reader: read 5 pages, s", FIVE_PAGES, lambda: read(five_pages)),
        figure("proof-reader: read 100 pages, s", HUNDRED_PAGES, lambda: read(hundred_pages)),
    )
