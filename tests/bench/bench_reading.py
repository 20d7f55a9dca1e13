"""Files from outside: how much work it is to read and to measure a long PDF, in a process of its own.

The ratio is that of the processor's time: on a machine that does other things too, that of the clock says
little. The least of it is shown beside it, for it is what somebody waits: a second, 0.8 for the sheet.
"""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

from danvan_desktop.exporters import export
from danvan_desktop.importers import read
from tests.bench.bench_export import many
from tests.bench.measuring import PAIRS, Figure, assert_within
from tests.parity.__main__ import NOW, OWN_SAMPLE

TIMES = 20
"""The text of the sample so often: 88 pages."""
ACTIONS = {
    "import": (
        "from datetime import UTC, datetime; from danvan_desktop.importers import read; "
        "read(Path(sys.argv[1]), datetime.now(UTC))"
    ),
    "inspect": "from danvan_desktop.inspection import inspect; inspect(Path(sys.argv[1]))",
}
TO_WORD = {"import": 3.2, "inspect": 3.6}
"""It was 6.1 and 5.2 before letters were read by bare calls and the garbage collector paused."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("long")
    made = (folder / "long.pdf", folder / "long.docx")
    export(many(read(OWN_SAMPLE, NOW), TIMES), list(made), force=True)
    return made


@pytest.mark.parametrize("action", ACTIONS)
def test_a_long_pdf_in_a_cold_process(action: str, files: tuple[Path, Path], tmp_path: Path) -> None:
    # An installed program has its byte code.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "pycache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(file: Path) -> tuple[float, float]:
        """Of the processor and by the clock."""
        command = [
            sys.executable,
            "-c",
            f"import sys; from pathlib import Path; {ACTIONS[action]}",
            str(file),
        ]
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return worked, time.perf_counter() - began

    for file in files:
        seconds(file)
    of_pdf, of_word = zip(*(map(seconds, files) for _ in range(PAIRS)), strict=True)
    pdf, word = (median(worked for worked, _ in each) for each in (of_pdf, of_word))
    waited = min(waited for _, waited in of_pdf)
    detail = (
        f"{pdf * 1000:.0f} ms / {word * 1000:.0f} ms of the processor; by the clock {waited * 1000:.0f} ms"
    )
    assert_within(
        Figure(f"{action} of a PDF of 88 pages / of its Word file", pdf / word, TO_WORD[action], detail)
    )
