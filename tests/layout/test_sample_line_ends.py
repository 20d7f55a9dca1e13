"""The real report's own line ends, which its .txt keeps, come back."""

import re
from pathlib import Path

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose import compose
from danvan_desktop.layout.pages import Pages
from danvan_desktop.layout.typeset import typeset
from danvan_desktop.report.model import Block, Filing, Report, Section
from tests.layout.reports import block, line_text, paragraphs_as_lines, report

_SECTION = re.compile(r"(I|II|III|IV)- (.+)")
_LABEL = re.compile(r"((?:\d\.)+|-) (.+)")
_SHORT = 70


def paragraphs_of(text: str) -> list[list[str]]:
    """The paragraphs of the .txt as lists of lines: a plain reading that suits this one file."""
    paragraphs: list[list[str]] = []
    titled = blank = False
    section = ""
    for raw in text.splitlines():
        line = " ".join(raw.split())
        if not line:
            blank = True
            continue
        before = paragraphs[-1][-1] if paragraphs else ""
        ended = before.endswith((".", ":")) and (blank or len(before) <= _SHORT)
        if titled or ended or not paragraphs or _LABEL.match(line) or _SECTION.match(line):
            paragraphs.append([])
        paragraphs[-1].append(line)
        if match := _SECTION.match(line):
            section = match[1]
        # Numbered titles of one line; in the last section the numbers stand before running text.
        titled = bool(match) or (line[0].isdigit() and bool(_LABEL.match(line)) and section in {"II", "III"})
        blank = False
    return paragraphs


def as_block(identifier: int, text: str, section: str) -> Block:
    match = _LABEL.match(text)
    if not match:
        return block(identifier, text)
    if match[1] == "-":
        return block(identifier, match[2], "item")
    heading = section in {"II", "III"} or match[1] in {"3.", "4.", "5."}
    return block(identifier, match[2], "heading" if heading else "clause", match[1])


def as_report(paragraphs: list[list[str]]) -> Report:
    opening: list[Block] = []
    sections: list[Section] = []
    for identifier, lines in enumerate(paragraphs, start=1):
        text = " ".join(lines)
        if match := _SECTION.fullmatch(text):
            sections.append(Section(identifier, number=f"{match[1]}.", title=block(0, match[2]).runs))
        elif sections:
            last = sections[-1]
            made = as_block(identifier, text, (last.number or "").rstrip("."))
            sections[-1] = Section(last.id, number=last.number, title=last.title, blocks=(*last.blocks, made))
        else:
            opening.append(block(identifier, text))
    return report(tuple(opening), tuple(sections), filing=Filing(unit="VP1"))


@pytest.fixture(scope="module")
def own_lines(real_samples: Path) -> list[list[str]]:
    text = (real_samples / "bao-cao-dan-van-2025.txt").read_text(encoding="utf-8")
    _title, body = text[: text.index("Nơi nhận:")].split("\n\n", 1)
    return paragraphs_of(body)


@pytest.fixture(scope="module")
def pages(own_lines: list[list[str]], fonts: FontSet) -> Pages:
    return typeset(compose(as_report(own_lines), fonts), fonts)


def test_its_paragraphs_break_where_the_original_does(pages: Pages, own_lines: list[list[str]]) -> None:
    # 32 paragraphs of several lines and one heading of two; one paragraph was condensed by hand.
    ours = paragraphs_as_lines(pages)
    several = [lines for lines in own_lines if len(lines) > 1]
    assert len(several) == 33
    assert sum(lines in ours for lines in several) == 32


def test_its_condensed_paragraph_takes_nine_lines_instead_of_eight(
    pages: Pages, own_lines: list[list[str]]
) -> None:
    ours = paragraphs_as_lines(pages)
    [condensed] = [lines for lines in own_lines if len(lines) > 1 and lines not in ours]
    assert len(condensed) == 8
    [set_by_us] = [lines for lines in ours if " ".join(lines) == " ".join(condensed)]
    assert len(set_by_us) == 9


def test_it_has_five_pages_and_the_signing_block_stands_on_the_last(pages: Pages) -> None:
    assert len(pages.pages) == 5
    assert line_text(pages.pages[-1].lines[-1]) == "Nguyễn Văn A"
