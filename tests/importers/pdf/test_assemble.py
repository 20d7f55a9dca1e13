"""Blocks of a PDF for a report at hand: every word is in them or in a note."""

import itertools
from pathlib import Path

import pytest

from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.importers.pdf import assemble, read_blocks
from danvan_desktop.importers.recognition.parts.blocks import to_blocks
from tests.builders.drawn_pdf import plain_pages

FILES = Path(__file__).resolve().parent / "files"
READABLE = [path for path in sorted(FILES.glob("*.pdf")) if path.stem != "scan"]
LINES = [(85, 700, "Van phong da phoi hop."), (85, 640, "Don vi tiep 386 luot.")]


def unplaced(content: bytes) -> list[str]:
    """What is told to have found no place."""
    _, notes = read_blocks(InputFile(Path("a.pdf"), content), itertools.count(1).__next__)
    return [note.text for note in notes if note.kind == "unplaced"]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_every_word_of_an_office_file_finds_its_place(path: Path) -> None:
    assert unplaced(path.read_bytes()) == []


def test_a_word_that_finds_no_place_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "to_blocks", lambda pieces, mint: to_blocks(pieces, mint)[:-1])
    assert unplaced(plain_pages(LINES)) == ["Chưa đưa được vào báo cáo các chữ: Don vi tiep 386 luot"]
