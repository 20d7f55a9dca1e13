"""The Word file, set by LibreOffice, has the lines of our own pages at the same heights."""

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from danvan_desktop.exporters.docx import docx_bytes
from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.document import Document
from danvan_desktop.layout.pages import Pages
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report import model
from danvan_desktop.report.codec.danvan_file import from_json
from tests.builders import full_report
from tests.builders.libreoffice import lines_of_pages, lines_of_pdf, program, to_pdf, to_pdfs
from tests.repository import ROOT

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(program() is None, reason="LibreOffice is not installed"),
]


BASELINE_SLACK = 2  # twips: LibreOffice counts in 1/100 mm
LAST_BORDER = 10  # twips: the line below the last row
RULE_SLACK = 12  # twips: the bounds of a drawn line include its thickness


@pytest.fixture(scope="module")
def document(fonts: FontSet) -> Document:
    sample = ROOT / "resources" / "samples" / "bao-cao-mau.danvan"
    return compose(from_json(sample.read_text(encoding="utf-8")), fonts)


@pytest.fixture(scope="module")
def pages(document: Document, fonts: FontSet) -> Pages:
    return typeset(document, fonts)


@pytest.fixture(scope="module")
def pdf(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("libreoffice")
    word_file = folder / "bao-cao.docx"
    word_file.write_bytes(docx_bytes(document))
    return to_pdf(word_file, folder)


def test_every_page_has_the_same_lines(pages: Pages, pdf: Path) -> None:
    ours, theirs = lines_of_pages(pages), lines_of_pdf(pdf)
    assert [[text for _, text in page] for page in theirs] == [[text for _, text in page] for page in ours]


def test_every_line_stands_at_the_same_height(pages: Pages, pdf: Path) -> None:
    for ours, theirs in zip(lines_of_pages(pages), lines_of_pdf(pdf), strict=True):
        for (our_y, text), (their_y, _) in zip(ours, theirs, strict=True):
            assert abs(our_y - their_y) <= BASELINE_SLACK, text


def test_tables_and_what_stands_around_them_stand_at_the_same_height(fonts: FontSet, tmp_path: Path) -> None:
    plain = full_report.report(1)
    (annex,) = plain.annexes
    (table,), text = annex.blocks, plain.opening[0]
    assert isinstance(table, model.Table)
    blocks = (table, replace(table, caption=None), text, table)
    document = compose(replace(plain, annexes=(replace(annex, blocks=blocks),)), fonts)
    (tmp_path / "a.docx").write_bytes(docx_bytes(document))
    theirs = lines_of_pdf(to_pdf(tmp_path / "a.docx", tmp_path / "pdf"))
    for ours, found in zip(lines_of_pages(typeset(document, fonts)), theirs, strict=True):
        assert [text for _, text in found] == [text for _, text in ours]
        assert [y for y, _ in found] == pytest.approx([y for y, _ in ours], abs=BASELINE_SLACK)


def test_the_rules_of_the_head_are_as_long_as_they_should_be(pages: Pages, pdf: Path) -> None:
    expected = sorted((s.x1, s.x2) for s in pages.pages[0].strokes if s.y1 == s.y2)
    found = sorted(set(horizontal_lines(pdf)))
    assert len(found) == len(expected) == 3
    for (x1, x2), (theirs1, theirs2) in zip(expected, found, strict=True):
        assert abs(theirs1 - x1) <= RULE_SLACK
        assert abs(theirs2 - x2) <= RULE_SLACK


def horizontal_lines(pdf: Path) -> list[tuple[float, float]]:
    """Left and right end of every line drawn on the first page, in twips."""
    found = []
    for drawn in pdfium.PdfDocument(pdf)[0].get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        if right - left > 10 * (top - bottom):
            found.append((left * 20, right * 20))
    return found


ROOM_LEFT = (0, 5, 10, 19, 30)
"""Twips between the end of the last table and the bottom margin: 1 pt is what Word's last paragraph takes."""


def ends_with_a_table(kind: str, fonts: FontSet) -> Document:
    made = full_report.report(1)
    if kind == "closing":
        made = replace(made, annexes=())
    return compose(made, fonts)


def ending_at(document: Document, room: int, fonts: FontSet) -> Document:
    """The last part's bottom margin is moved so that so much room is left below its last table."""
    *others, part = document.parts
    page = typeset(document, fonts).pages[-1]
    below = [line.top + line.paragraph.style.pitch + line.paragraph.style.after for line in page.lines]
    lowest = max((*below, *(stroke.y2 for stroke in page.strokes)))
    setup = replace(part.setup, bottom=part.setup.height - lowest - LAST_BORDER - room)
    return replace(document, parts=(*others, replace(part, setup=setup)))


@pytest.mark.parametrize("kind", ["closing", "annex"])
def test_a_table_at_the_bottom_of_the_last_page_begins_no_empty_page(
    kind: str, fonts: FontSet, tmp_path: Path
) -> None:
    documents = [ending_at(ends_with_a_table(kind, fonts), room, fonts) for room in ROOM_LEFT]
    paths = [tmp_path / f"{kind}-{room}.docx" for room in ROOM_LEFT]
    for document, path in zip(documents, paths, strict=True):
        path.write_bytes(docx_bytes(document))
    ours = [len(typeset(document, fonts).pages) for document in documents]
    theirs = [len(lines_of_pdf(path)) for path in to_pdfs(paths, tmp_path / "pdf")]
    assert theirs == ours
    assert len(set(ours)) == 1
