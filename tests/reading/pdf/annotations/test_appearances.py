"""What annotations show is told by the annotation in whose box it stands, on a turned page too."""

import re

import pytest

from danvan_desktop.reading.pdf import read_pdf
from tests.builders.drawn_pdf import plain_pages
from tests.builders.signed_pdf import Stamp, signed

PAGE = plain_pages([(100, 700, "So:        /BC"), (100, 600, "Bao cao")], [(100, 700, "Trang hai")])


def annotations(content: bytes, page: int = 0) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in read_pdf(content).pages[page].annotations]


def letters(content: bytes, page: int = 0) -> str:
    return "".join(glyph.text for glyph in read_pdf(content).pages[page].glyphs)


def test_each_annotation_shows_its_own_words() -> None:
    stamps = (Stamp("Nguyễn Văn A", 300, 300), Stamp("Trần Thị B\nVăn thư", 100, 300, layered=True))
    assert annotations(signed(PAGE, *stamps)) == [
        ("Signature", "Nguyễn Văn A"),
        ("Signature", "Trần Thị B Văn thư"),
    ]


def test_what_fills_a_blank_is_text_of_the_page() -> None:
    content = signed(PAGE, Stamp("45", 130, 702))
    assert letters(content).startswith("So: 45/BC")
    assert annotations(content) == []


def test_the_other_pages_are_as_before() -> None:
    content = signed(PAGE, Stamp("45", 130, 702))
    assert letters(content, 1) == letters(PAGE, 1)
    assert annotations(signed(PAGE, Stamp("Nguyễn Văn A", 300, 300), page=1), 1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_looked_at_as_it_is_turned(turn: int) -> None:
    stamps = (Stamp("Nguyễn Văn A", 300, 300), Stamp("Trần Thị B", 300, 200))
    content = re.sub(rb"/Rotate 0", b"/Rotate %d" % turn, signed(PAGE, *stamps))
    assert [text.replace(" ", "") for _, text in annotations(content)] == ["NguyễnVănA", "TrầnThịB"]


def test_comments_stay_what_they_are() -> None:
    note = Stamp("45", 130, 702, entries=b"/Subtype /Text /Contents (Xem)")
    content = signed(PAGE, note, Stamp("46", 130, 702))
    assert annotations(content) == [("Text", "Xem")]
    assert "46" in letters(content)
    assert "45" not in letters(content)
