"""Where pages end, for a text of every length: alike in both files, nothing lonely, nothing empty.

Every annex begins a page, so that one file holds many lengths: single lines fill the page up to its last
lines, then comes what is to be divided.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from danvan_desktop.report.model import (
    Annex,
    Block,
    Cell,
    Column,
    Paragraph,
    Report,
    Role,
    Run,
    Settings,
    Table,
)
from tests.builders.libreoffice import lines_of_pdf, program
from tests.builders.reports import report
from tests.parity.comparison import Page, compare_files

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(program() is None, reason="LibreOffice is not installed"),
]

WORDS = "nhân dân tỉnh nhà thi đua yêu nước"
IDS = count(1)
LONG_PARAGRAPHS = (1, 2, 3, 4, 6)
"""Times the words are said: two or three times make a line."""


def said(role: Role, times: int = 1) -> Paragraph:
    return Paragraph(next(IDS), role, 1, None, "none", (Run(" ".join([WORDS] * times)),))


def grid(rows: int, spanned: int = 1) -> Table:
    """A table with a head, ``rows`` rows, and ``spanned`` of them to each cell of the first column."""
    head = tuple(Cell(((Run(text),),)) for text in ("TT", "Việc"))
    body = (
        (Cell(((Run(str(row)),),), rows=spanned) if row % spanned == 0 else None, Cell(((Run(WORDS),),)))
        for row in range(rows)
    )
    return Table(next(IDS), (Column(1, "left"), Column(4, "left")), (head, *body))


def lines(number: int) -> tuple[Block, ...]:
    return tuple(said("body") for _ in range(number))


CASES: dict[str, Callable[[int], tuple[Block, ...]]] = {
    "paragraph": lambda n: (said("body", 3 * n),),
    "title": lambda n: (said("heading"), said("body", 3 * n)),
    "table": lambda n: (grid(n),),
    "spanned": lambda n: (grid(2 * n, spanned=2),),
    "long spanned": lambda n: (grid(6 * n, spanned=6 * n),),
    "titled table": lambda n: (said("body", 7), said("heading"), grid(n)),
}


def every_length(case: str) -> Report:
    made = CASES[case]
    annexes = tuple(
        Annex(next(IDS), title=(Run(case),), blocks=(*lines(filled), *made(number), said("body")))
        for number in LONG_PARAGRAPHS
        for filled in range(21, 30)
    )
    return replace(report(), settings=Settings(), annexes=annexes)


def test_both_files_end_their_pages_alike_and_leave_nothing_alone(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("breaks")
    for result in compare_files({case: every_length(case) for case in CASES}, folder):
        assert result.pages > 1.5 * len(LONG_PARAGRAPHS) * 9, "too few annexes reach a second page"
        assert result.starts_agree, result.differences
        assert result.share == 1.0, result.name


ENDINGS: dict[str, tuple[Block, ...]] = {
    "line": (said("body"),),
    "lines": (said("body", 7),),
    "title and line": (said("heading"), said("body")),
    "table": (grid(3),),
    "table and line": (grid(9), said("body")),
}
MANY_PLACES = tuple(f"Ủy ban nhân dân xã Bình Yên số {number}, tỉnh Hương Giang" for number in range(60))


def endings() -> Iterator[tuple[str, Report]]:
    for name, blocks in ENDINGS.items():
        for filled in range(10, 26):
            yield f"{name}-{filled}", report((*lines(filled), *blocks))


def test_signing_block_and_recipients_stand_together_with_two_lines_of_text(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("endings")
    turned = 0
    for result in compare_files(dict(endings()), folder):
        assert result.starts_agree, (result.name, result.differences)
        assert result.share == 1.0, (result.name, result.differences)
        for path in (folder / f"{result.name}.pdf", folder / "libreoffice" / f"{result.name}.pdf"):
            pages = [[text for _, text in page] for page in lines_of_pdf(path)]
            turned += len(pages) == 2
            assert all(len(page) > 2 for page in pages), path
            assert lines_above_the_block(pages[-1]) >= 2, path
    assert 64 <= turned <= 96, "about half of the 2 x 80 files should need a second page"


def test_more_recipients_than_a_page_holds_go_on_alike_in_both_files(tmp_path: Path) -> None:
    reports = {
        f"{filled}": replace(report((*lines(filled), said("body", 7))), recipients=MANY_PLACES)
        for filled in (0, 9, 30)
    }
    for result in compare_files(reports, tmp_path):
        assert result.starts_agree, (result.name, result.differences)
        assert result.share == 1.0, result.name


def lines_above_the_block(page: Page) -> int:
    """The lines of text above Nơi nhận, all of which is on this page."""
    (start,) = [index for index, line in enumerate(page) if line.startswith("Nơinhận:")]
    assert "NguyễnVănA" in "".join(page[start:])
    return start - 1
