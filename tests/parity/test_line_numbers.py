"""Line numbers of a draft stand at the same lines and in the same place in both files."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from danvan_desktop.exporters import export
from danvan_desktop.fonts import find_fonts
from danvan_desktop.importers import read
from danvan_desktop.layout.nd30 import mm
from danvan_desktop.report.lifecycle.outgoing_copies import copy_for
from danvan_desktop.report.model import Report
from tests.builders.generated_report import long_report
from tests.builders.libreoffice import letters_of, program, to_pdfs
from tests.parity.__main__ import NOW, OWN_SAMPLE, real_sample

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(program() is None, reason="LibreOffice is not installed"),
]

Numbered = list[list[tuple[int, int, str, str]]]
"""Of every page the numbered lines: baseline and the number's left edge in twips, number, first letters."""
BESIDE = 40  # twips left of the text begin the numbers
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


def drafts() -> dict[str, Report]:
    real = real_sample()
    return {
        **({"real": copy_for(read(real, NOW), "draft", 1)} if real else {}),
        "own": copy_for(read(OWN_SAMPLE, NOW), "draft", 1, wide=True),
        "long": copy_for(long_report(21, 5, find_fonts()), "draft", 2, wide=True),
    }


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Numbered, Numbered]]:
    """The numbers of each draft in our PDF, and in what LibreOffice makes of the Word file."""
    folder, made = tmp_path_factory.mktemp("numbered"), drafts()
    for name, draft in made.items():
        export(draft, [folder / f"{name}.docx", folder / f"{name}.pdf"], line_numbers=True)
    theirs = to_pdfs([folder / f"{name}.docx" for name in made], folder / "libreoffice")
    found = {}
    for (name, draft), path in zip(made.items(), theirs, strict=True):
        margin = mm(draft.settings.margins_mm.left if draft.settings else 30) - BESIDE
        found[name] = numbered_lines(folder / f"{name}.pdf", margin), numbered_lines(path, margin)
    return found


@pytest.mark.parametrize("name", ["real", "own", "long"])
def test_the_same_lines_have_the_same_numbers_in_both_files(
    numbered: dict[str, tuple[Numbered, Numbered]], name: str
) -> None:
    if name not in numbered:
        pytest.skip("DANVAN_SAMPLES names no folder of real reports")
    ours, theirs = numbered[name]
    assert len(ours) == len(theirs) > 3
    for mine, other in zip(ours, theirs, strict=True):
        assert [line[2:] for line in mine] == [line[2:] for line in other]
        for (my_y, my_x, _, text), (their_y, their_x, _, _) in zip(mine, other, strict=True):
            assert abs(my_y - their_y) <= SLACK, text
            assert abs(my_x - their_x) <= SLACK, text


def test_a_signing_copy_has_nothing_in_the_margin(tmp_path: Path) -> None:
    signing = copy_for(read(OWN_SAMPLE, NOW), "signing", 1)
    export(replace(signing, settings=None), [tmp_path / "a.pdf"], line_numbers=True)
    assert not any(numbered_lines(tmp_path / "a.pdf", 1_650))
