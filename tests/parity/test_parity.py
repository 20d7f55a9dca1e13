"""The PDF and the Word file of one report have the same lines on the same pages (see ``make parity``)."""

import pytest

from danvan_desktop.fonts import find_fonts
from danvan_desktop.importers import read
from danvan_desktop.report.lifecycle.outgoing_copies import copy_for
from tests.builders.full_report import everything
from tests.builders.generated_report import long_report
from tests.builders.hyphened_report import dotted_report, hyphened_report
from tests.builders.libreoffice import program
from tests.parity.__main__ import NOW, OWN_SAMPLE, real_sample
from tests.parity.comparison import Comparison, compare, compare_files


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Comparison]:
    fonts = find_fonts()
    real = real_sample()
    reports = {
        **({"real": read(real, NOW)} if real else {}),
        "own": read(OWN_SAMPLE, NOW),
        "own as a draft": copy_for(read(OWN_SAMPLE, NOW), "draft", 1),
        "everything": everything(),
        "long-11": long_report(11, 6, fonts),
        "long-12": long_report(12, 6, fonts),
        "hyphened": hyphened_report(1, 20),
        "dotted": dotted_report(1, 20),
    }
    results = compare_files(reports, tmp_path_factory.mktemp("parity"))
    return {result.name: result for result in results}


@pytest.mark.libreoffice
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    "name", ["real", "own", "own as a draft", "everything", "long-11", "long-12", "hyphened", "dotted"]
)
def test_both_files_have_the_same_lines_on_the_same_pages(compared: dict[str, Comparison], name: str) -> None:
    if name not in compared:
        pytest.skip("DANVAN_SAMPLES names no folder of real reports")
    result = compared[name]
    assert result.starts_agree
    assert not result.differences
    assert result.share == 1.0


def test_a_line_that_ends_elsewhere_is_found_and_lowers_the_share() -> None:
    result = compare("x", [["mộthai", "ba"], ["2", "bốn"]], [["một", "haiba"], ["2", "bốn"]])
    assert (result.same_lines, result.lines, result.share) == (2, 4, 0.5)
    assert result.starts_agree is False
    assert [(d.page, d.ours, d.theirs) for d in result.differences] == [
        (1, ("mộthai", "ba"), ("một", "haiba"))
    ]


def test_another_page_break_is_found_though_every_line_is_the_same() -> None:
    result = compare("x", [["một", "hai"], ["2", "ba"]], [["một"], ["2", "hai", "ba"]])
    assert not result.starts_agree


def test_the_same_seed_writes_the_same_report() -> None:
    fonts = find_fonts()
    assert long_report(3, 2, fonts) == long_report(3, 2, fonts)
    assert long_report(3, 2, fonts) != long_report(4, 2, fonts)
