"""The files: how fast and in how much memory, each figure a ratio within this run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.exporters.docx import docx_bytes
from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.importers import read
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Report
from tests.bench.measuring import PAIRS, Figure, assert_within, ratio
from tests.bench.plain import platypus, python_docx
from tests.builders.libreoffice import program
from tests.parity.__main__ import NOW, OWN_SAMPLE

MEMORY_TIMES = 100
# A program of its own that loads nothing but what an export loads.
_PEAK = """
import sys
from dataclasses import replace
from pathlib import Path
from danvan_desktop.exporters import export
from danvan_desktop.report.codec.danvan_file import from_json
report = from_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
export(replace(report, sections=report.sections * int(sys.argv[2])), [Path(sys.argv[3])], force=True)
# Not ru_maxrss, which begins with the peak of the process this one was forked from.
[peak] = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")]
print(int(peak.split()[1]) / 1024)
"""


def many(report: Report, times: int) -> Report:
    """``report`` with its text so many times."""
    return replace(report, sections=report.sections * times)


def _pdf(report: Report) -> int:
    fonts = find_fonts()
    pages = typeset(compose(report, fonts), fonts)
    assert pdf_bytes(pages, fonts).startswith(b"%PDF")
    return len(pages.pages)


def _docx(report: Report) -> int:
    assert docx_bytes(compose(report, find_fonts()))
    return 0


WRITERS: dict[str, Callable[[Report], int]] = {"PDF": _pdf, "docx": _docx}


@pytest.fixture(scope="module")
def report() -> Report:
    return read(OWN_SAMPLE, NOW)


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find_fonts()


@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_a_pdf_from_the_command_line(tmp_path: Path) -> None:
    assert_within(_against_libreoffice(tmp_path))


def test_writers_that_are_warm(report: Report, fonts: FontSet) -> None:
    document = compose(report, fonts)
    assert_within(
        ratio("PDF warm / plain Platypus", 1.2, lambda: _pdf(report), lambda: platypus(document, fonts)),
        ratio("docx warm / plain python-docx", 1.2, lambda: _docx(report), lambda: python_docx(document)),
    )


@pytest.mark.parametrize("name", WRITERS)
def test_growth(name: str, report: Report) -> None:
    write, ten, hundred = WRITERS[name], many(report, 10), many(report, 100)
    what = f"{name} at 100 x / at 10 x the text"
    assert_within(ratio(what, 11, lambda: write(hundred), lambda: write(ten)))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc")
def test_memory(report: Report, tmp_path: Path) -> None:
    pages = _pdf(many(report, MEMORY_TIMES))
    assert_within(*(_memory_of(name, pages, tmp_path / f"memory.{name.lower()}") for name in WRITERS))


def _memory_of(name: str, pages: int, target: Path) -> Figure:
    peak, start = (_peak(times, target) for times in (MEMORY_TIMES, 1))
    detail = f"peak {peak:.0f} MB, {pages} pages; one time the text {start:.0f} MB"
    return Figure(f"{name}: peak MB a page at 100 x the text", peak / pages, 0.25, detail)


def _peak(times: int, target: Path) -> float:
    """The peak memory in MB of a process of its own."""
    command = [sys.executable, "-c", _PEAK, str(OWN_SAMPLE), str(times), str(target)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _against_libreoffice(folder: Path) -> Figure:
    word, pdf, profile = folder / "mau.docx", folder / "ours.pdf", (folder / "profile").as_uri()
    ours = [sys.executable, "-m", "danvan_desktop", "convert", "--force", str(OWN_SAMPLE)]
    theirs = [shutil.which("soffice") or "soffice", f"-env:UserInstallation={profile}", "--headless"]
    theirs += ["--convert-to", "pdf", "--outdir", str(folder), str(word)]

    # An installed program has its byte code; LibreOffice is compiled too.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "pycache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(command: list[str]) -> None:
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)

    run([*ours, str(word)])
    what = "PDF, cold process / LibreOffice on our docx"
    return ratio(what, 0.45, lambda: run([*ours, str(pdf)]), lambda: run(theirs), pairs=PAIRS)
