"""The same paper as Word file and as PDF gets the same verdicts."""

from pathlib import Path

import pytest

from danvan_desktop.inspection import READERS
from danvan_desktop.inspection.measure import measure
from danvan_desktop.inspection.sheet import Outcome
from tests.builders import libreoffice
from tests.builders.foreign_paper import CENTRE, PAPER, drawn_rule, paper, size
from tests.builders.word_file import p
from tests.inspection.journeys.test_other_kinds import KINDS

ONLY_PRINT = {4, 7, 50, 51, 56}
"""What a file sets and print does not show, or the other way round; the font LibreOffice has here."""
PAPERS: dict[str, dict[str, object]] = {"báo cáo": {}, "báo cáo dài": {"body": PAPER.body * 4}, **KINDS}
FAULTY: dict[int, dict[str, object]] = {
    11: {"national": p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", properties=CENTRE, run=size(11, "b"))},
    13: {"motto": p("Độc lập - Tự do - Hạnh phúc", drawn_rule(30, down_pt=17), properties=CENTRE,
                    run=size(14, "b"))},
    22: {"kind": p("BÁO CÁO", properties=CENTRE, run=size(14))},
    39: {"closing": PAPER.closing.replace("./.", ".")},
    43: {"recipients": (PAPER.recipients[0], p("- Sở Nội vụ.", run=size(11)), PAPER.recipients[2])},
}  # fmt: skip


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[dict[int, Outcome], ...]]:
    """The outcomes of each paper as Word file and as PDF, all set by LibreOffice in one run."""
    if libreoffice.program() is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("papers")
    made = PAPERS | {str(line): parts for line, parts in FAULTY.items()}
    words = []
    for index, parts in enumerate(made.values()):
        words.append(folder / f"{index}.docx")
        words[-1].write_bytes(paper(**parts))
    prints = libreoffice.to_pdfs(words, folder)
    return {
        name: (outcomes(word), outcomes(printed))
        for name, word, printed in zip(made, words, prints, strict=True)
    }


def outcomes(path: Path) -> dict[int, Outcome]:
    found = measure(READERS[path.suffix](path.read_bytes(), path.name))[1]
    return {number: each.outcome for number, each in found.items() if number not in ONLY_PRINT}


@pytest.mark.parametrize("name", PAPERS)
def test_a_right_paper_is_right_in_both(sheets: dict[str, tuple[dict[int, Outcome], ...]], name: str) -> None:
    word, printed = sheets[name]
    assert {n: printed[n] for n in word if printed[n] is not word[n]} == {}
    assert Outcome.WRONG not in word.values()


@pytest.mark.parametrize("line", FAULTY)
def test_a_fault_is_told_in_both(sheets: dict[str, tuple[dict[int, Outcome], ...]], line: int) -> None:
    for found in sheets[str(line)]:
        assert [number for number, outcome in found.items() if outcome is Outcome.WRONG] == [line]
