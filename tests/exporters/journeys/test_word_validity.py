"""Our Word files before the Open XML SDK's validator, which knows what each release of Word takes."""

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from danvan_desktop.exporters.docx import docx_bytes
from danvan_desktop.fonts import find_fonts
from danvan_desktop.importers import read
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.report.lifecycle.outgoing_copies import copy_for
from danvan_desktop.report.model import Report
from tests.builders.full_report import everything, unknown_letterhead
from tests.builders.generated_report import long_report
from tests.builders.reports import NOW
from tests.repository import ROOT

VALIDATOR = ROOT / "build" / "ooxml-validator" / "node_modules" / ".bin" / "ooxml-validator"
RELEASES = ("Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365")
LONG, PAGES = range(1, 4), 6


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    fonts = find_fonts()
    sample = read(ROOT / "resources" / "samples" / "bao-cao-mau.danvan", NOW)
    reports: dict[str, Report] = {
        "sample": sample,
        "draft": copy_for(sample, "draft", 1),
        "signing": copy_for(sample, "signing", 1),
        "everything": everything(),
        "unknown": unknown_letterhead(),
        **{f"long-{number}": long_report(number, PAGES, fonts) for number in LONG},
    }
    folder = tmp_path_factory.mktemp("validity")
    for name, report in reports.items():
        document = compose(report, fonts, line_numbers=name == "draft")
        (folder / f"{name}.docx").write_bytes(docx_bytes(document))
    return sorted(folder.iterdir())


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the validator is not here: `make schema` brings it")
@pytest.mark.skipif(shutil.which("node") is None, reason="the validator needs node")
@pytest.mark.parametrize("release", RELEASES)
def test_every_release_of_word_takes_our_files(files: list[Path], release: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        told = [line for lines in pool.map(partial(_errors, release), files) for line in lines]
    print(f"{release}: {len(files)} files, {len(told)} errors")
    assert not told


def _errors(release: str, file: Path) -> list[str]:
    done = subprocess.run(
        [VALIDATOR, file, "--officeVersion", release],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    told = json.loads(done.stdout)
    assert told["ok"] == (not told["errors"]), done.stderr
    return [f"{file.name}: {each['description']} {each['xPath']}" for each in told["errors"]]
