"""The short form of ``make fuzz``: a few hundred mutants of every kind show no defect."""

import sys
from pathlib import Path

import pytest

from tests.fuzz.running.campaign import Campaign
from tests.fuzz.seeds.all import seeds
from tests.fuzz.seeds.seed import KINDS, keep

RUNS = 240


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be limited there as these are")
def test_no_mutant_shows_a_defect(tmp_path: Path) -> None:
    keep(seeds(), tmp_path)
    campaign = Campaign(tmp_path, 1)
    campaign.go(range(RUNS), 1)
    findings = campaign.findings
    print(findings.table())
    assert [findings.report(finding, tmp_path, 1) for finding in findings.found] == []
    assert set(findings.figures) == set(KINDS)
    taken = sum(figures.outcomes["taken"] for figures in findings.figures.values())
    assert taken > RUNS / 4, "mutants that are all refused try nothing"
