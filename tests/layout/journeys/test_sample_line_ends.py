"""The real report's own line ends, which its .txt keeps, come back from the file to the page."""

from pathlib import Path

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.importers import read
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.pages import Pages
from danvan_desktop.layout.typeset.pagination import typeset
from tests.builders.reports import NOW
from tests.layout.page_lines import line_text, paragraphs_as_lines

NAME = "bao-cao-dan-van-2025.txt"


@pytest.fixture(scope="module")
def own_lines(real_samples: Path) -> list[str]:
    """The lines of the .txt with single spaces, without the empty ones."""
    text = (real_samples / NAME).read_text(encoding="utf-8")
    return [line for line in (" ".join(raw.split()) for raw in text.splitlines()) if line]


@pytest.fixture(scope="module")
def pages(real_samples: Path, fonts: FontSet) -> Pages:
    return typeset(compose(read(real_samples / NAME, NOW), fonts), fonts)


@pytest.fixture(scope="module")
def several(pages: Pages) -> list[list[str]]:
    """Our paragraphs of several lines."""
    return [lines for lines in paragraphs_as_lines(pages) if len(lines) > 1]


def stands_in(lines: list[str], own_lines: list[str]) -> bool:
    """True when ``lines`` are lines of the file, one after the other."""
    starts = [index for index, line in enumerate(own_lines) if line == lines[0]]
    return any(own_lines[start : start + len(lines)] == lines for start in starts)


def test_all_paragraphs_but_two_break_where_the_original_does(
    several: list[list[str]], own_lines: list[str]
) -> None:
    """One is condensed by hand; in the other a line begins with "…", as not every engine would have it."""
    # 32 paragraphs of text and one title of two lines.
    assert len(several) == 33
    other = [lines for lines in several if not stands_in(lines, own_lines)]
    assert len(other) == 2
    [dots, condensed] = other
    assert "…" in [line[:1] for line in own_lines]
    assert dots[-1].startswith("sỹ\u00a0…")
    assert len(condensed) == 9
    start = next(index for index, line in enumerate(own_lines) if line.startswith(condensed[0][:40]))
    assert " ".join(own_lines[start : start + 8]) == " ".join(condensed)


def test_it_has_five_pages_and_the_signing_block_stands_on_the_last(pages: Pages) -> None:
    assert len(pages.pages) == 5
    last = [line_text(line) for line in pages.pages[-1].lines]
    assert "Nơi nhận:" in last
    assert pages.pages[-1].lines[-1].paragraph.style.name == "signer"
