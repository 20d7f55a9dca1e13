"""The pages of a PDF, read one after the other within the limits."""

import pickle
from pathlib import Path

import pytest

from danvan_desktop.reading.limits import PdfLimits
from danvan_desktop.reading.pdf import extract, read_pdf
from danvan_desktop.reading.unreadable import UnreadableFileError

FILES = Path(__file__).resolve().parents[2] / "importers" / "pdf" / "files"
DRAWN = (FILES / "drawn.pdf").read_bytes()


def test_letters_are_counted_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "GlyphReader", None)
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(DRAWN, PdfLimits(letters=1000))
    assert (caught.value.fault, caught.value.number) == ("too_much_text", 0)


def test_a_page_with_too_many_letters_is_named() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(DRAWN, PdfLimits(page_letters=1000))
    assert (caught.value.fault, caught.value.number) == ("too_much_text", 1)


@pytest.mark.parametrize("name", ["drawn", "turned", "mixed", "table_letterhead"])
def test_what_is_read_can_be_sent_to_another_process(name: str) -> None:
    file = read_pdf((FILES / f"{name}.pdf").read_bytes())
    again = pickle.loads(pickle.dumps(file))  # noqa: S301 - our own bytes
    assert again == file


def test_a_page_turned_to_be_read_gives_letters_from_left_to_right() -> None:
    page = read_pdf((FILES / "turned.pdf").read_bytes()).pages[1]
    assert page.width > page.height
    level = [glyph for glyph in page.glyphs if glyph.style.level]
    assert "Phụ lục" in "".join(glyph.text for glyph in level)
    assert all(glyph.x1 > glyph.x0 for glyph in level if not glyph.is_space)
