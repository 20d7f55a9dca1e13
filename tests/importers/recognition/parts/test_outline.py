"""The outline of a text: which paragraphs are the titles of its Mục."""

import itertools

import pytest

from danvan_desktop.importers.recognition.import_notes import Notes
from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.importers.recognition.parts.outline import ReadOutline, read_outline
from danvan_desktop.importers.recognition.parts.paragraphs import ReadParagraph
from danvan_desktop.report.model import Paragraph, plain


def outlined(*texts: str) -> ReadOutline:
    """``texts`` as titles of the highest level: what a file may tag so."""
    pieces = []
    for text in texts:
        mark = parse_mark(text)
        pieces.append(ReadParagraph(mark.rest if mark else text, mark, look=Look(outline=0)))
    return read_outline(pieces, itertools.count(1).__next__, Notes())


@pytest.mark.parametrize("text", ["Tình hình chung", "1. Tình hình chung", "IV. Tình hình chung"])
def test_a_title_of_the_highest_level_is_a_section_with_or_without_a_number(text: str) -> None:
    assert [plain(section.title) for section in outlined(text).sections] == ["Tình hình chung"]


@pytest.mark.parametrize("text", ["- Lưu: VT, VP1", "+ Ở cấp xã", "a) Ở cơ quan", "• Ở cơ sở"])
def test_a_dash_or_a_point_is_no_section_though_the_file_tags_it_as_a_title(text: str) -> None:
    found = outlined("Tình hình chung", text)
    (section,) = found.sections
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == text[2:].strip()
