"""The numbers in the margin of a draft stand beside the same lines in both files, in the same place."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from danvan_desktop.exporters import export
from danvan_desktop.fonts import find_fonts
from danvan_desktop.importers import read
from danvan_desktop.report.model import Report
from danvan_desktop.report.papers import copy_for
from tests.exporters.libreoffice import letters_of, program, to_pdf
from tests.parity.__main__ import NOW, OWN_SAMPLE, real_sample
from tests.parity.generated import long_report

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(program() is None, reason="LibreOffice is not installed"),
]

Numbered = list[list[tuple[int, int, str, str]]]
"""Of every page the numbered lines: baseline and the number's left edge in twips, number, first letters."""
SLACK = 3  # twips: LibreOffice counts in 1/100 mm


def numbered_lines(path: Path, margin: int) -> Numbered:
    return [_of_page(page, margin) for page in pdfium.PdfDocument(path)]


def _of_page(page: pdfium.PdfPage, margin: int) -> list[tuple[int, int, str, str]]:
    rows: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for y, x, letter in letters_of(page):
        at = next((known for known in rows if abs(known - y) <= SLACK), round(y))
        rows[at].append((x, letter))
    found = []
    for y, row in sorted(rows.items()):
        number = sorted((x, letter) for x, letter in row if x < margin)
        text = "".join(letter for x, letter in sorted(row) if x >= margin)
        if number:
            found.append((y, round(number[0][0]), "".join(letter for _, letter in number), text[:12]))
    return found


@pytest.fixture(params=["real", "own", "long"])
def draft(request: pytest.FixtureRequest) -> Report:
    if request.param == "long":
        return copy_for(long_report(21, 5, find_fonts()), "draft", 2, wide=True)
    path = OWN_SAMPLE if request.param == "own" else real_sample()
    if path is None:
        pytest.skip("DANVAN_SAMPLES names no folder of real reports")
    return copy_for(read(path, NOW), "draft", 1, wide=request.param == "own")


def test_the_same_lines_have_the_same_numbers_in_both_files(draft: Report, tmp_path: Path) -> None:
    word, ours = tmp_path / "du-thao.docx", tmp_path / "du-thao.pdf"
    export(draft, [word, ours], line_numbers=True)
    margin = round((draft.settings.margins_mm.left if draft.settings else 30) * 56.7) - 40
    ours_found, theirs_found = (
        numbered_lines(path, margin) for path in (ours, to_pdf(word, tmp_path / "libreoffice"))
    )
    assert len(ours_found) == len(theirs_found) > 3
    for mine, theirs in zip(ours_found, theirs_found, strict=True):
        assert [(number, text) for _, _, number, text in mine] == [
            (number, text) for _, _, number, text in theirs
        ]
        for (my_y, my_x, _, text), (their_y, their_x, _, _) in zip(mine, theirs, strict=True):
            assert abs(my_y - their_y) <= SLACK, text
            assert abs(my_x - their_x) <= SLACK, text


def test_a_signing_copy_has_nothing_in_the_margin(tmp_path: Path) -> None:
    signing = copy_for(read(OWN_SAMPLE, NOW), "signing", 1)
    export(replace(signing, settings=None), [tmp_path / "a.pdf"], line_numbers=True)
    assert not any(numbered_lines(tmp_path / "a.pdf", 1_650))
