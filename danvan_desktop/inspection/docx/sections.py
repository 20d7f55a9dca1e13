"""Sections of a finished Word file: page setup, headers and footers, page numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from danvan_desktop.inspection.docx.paragraph_reader import ParagraphReader
from danvan_desktop.inspection.finished_file import PageNumber, PageSection
from danvan_desktop.inspection.flow import FlowParagraph, FlowPlace
from danvan_desktop.reading.docx.elements import Element, is_on, local, value, whole
from danvan_desktop.reading.docx.namespaces import RELATIONSHIP_ID, w
from danvan_desktop.reading.docx.page_setup import page_setup

_NEAR_MIDDLE = 170
"""3 mm: where Word's own header style has its tab, on paper of another width."""

_PAGE = re.compile(r"(?<![A-Z])PAGE(?![A-Z])", re.IGNORECASE)

_Stories = Mapping[tuple[str, str], Element]
"""A header or footer by "header" or "footer" and the pages it is for: "default", "first", "even"."""


def read_sections(
    document: Element, stories: Mapping[str, Element], reader: ParagraphReader
) -> Iterator[PageSection]:
    """Yield the sections of ``document``, whose headers and footers are ``stories`` by relationship id."""
    inherited: dict[tuple[str, str], Element] = {}
    for section in document.iter(w("sectPr")):
        parent = section.getparent()
        if parent is not None and local(parent) == "sectPrChange":
            continue
        for reference in section:
            if local(reference) in {"headerReference", "footerReference"}:
                story = stories.get(reference.get(RELATIONSHIP_ID, ""))
                if story is not None:
                    inherited[local(reference)[:6], value(reference, "type") or "default"] = story
        yield _section(section, inherited, reader)


def _section(section: Element, stories: _Stories, reader: ParagraphReader) -> PageSection:
    setup = page_setup(section)
    numbers = section.find(w("pgNumType"))
    start = value(numbers, "start")
    place = FlowPlace(section=0, width=setup.width - setup.left - setup.right)
    read = [paragraph for story in stories.values() for paragraph in _paragraphs(story, place, reader)]
    found = {key: tuple(_page_numbers(story, place, reader)) for key, story in stories.items()}
    return PageSection(
        width=setup.width,
        height=setup.height,
        top=setup.top,
        bottom=setup.bottom,
        left=setup.left,
        right=setup.right,
        first_page_differs=bool(is_on(section.find(w("titlePg")))),
        number_start=None if start is None else whole(start),
        number_format=value(numbers, "fmt") or "decimal",
        numbers=_of_pages(found, "default"),
        first_page_numbers=_of_pages(found, "first"),
        stories=tuple(read),
    )


def _of_pages(found: Mapping[tuple[str, str], tuple[PageNumber, ...]], pages: str) -> tuple[PageNumber, ...]:
    return tuple(
        replace(number, in_header=story == "header")
        for (story, of), numbers in found.items()
        if of == pages
        for number in numbers
    )


def _paragraphs(story: Element, place: FlowPlace, reader: ParagraphReader) -> Iterator[FlowParagraph]:
    for element in story.iter(w("p")):
        yield reader.paragraph(element, place)


def _page_numbers(story: Element, place: FlowPlace, reader: ParagraphReader) -> Iterator[PageNumber]:
    for element in story.iter(w("p")):
        if _PAGE.search(_field_codes(element)):
            number = reader.paragraph(element, place)
            if _is_led_to_the_middle(number) or _has_middle_tab(element):
                middle = replace(number.format, align="center", left=0, first_line=0, right=0)
                number = replace(number, format=middle)
            yield PageNumber(number, in_header=True)


def _is_led_to_the_middle(number: FlowParagraph) -> bool:
    """Whether tabs before a page number lead to the middle of the text."""
    text = "".join(run.text for run in number.runs)
    tabs = text[: len(text) - len(text.lstrip())].count("\t")
    if not 0 < tabs <= len(number.format.tabs):
        return False
    place, kind = number.format.tabs[tabs - 1]
    return kind == "center" and abs(place - number.place.width / 2) <= _NEAR_MIDDLE


def _has_middle_tab(number: Element) -> bool:
    """Whether one of Word's newer tabs leads to the middle, which need no tab stops (``w:ptab``)."""
    return any(value(tab, "alignment") == "center" for tab in number.iter(w("ptab")))


def _field_codes(paragraph: Element) -> str:
    codes = [element.text or "" for element in paragraph.iter(w("instrText"))]
    codes += [value(element, "instr") or "" for element in paragraph.iter(w("fldSimple"))]
    return "".join(codes)
