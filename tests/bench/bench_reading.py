"""Files from outside: how much work it is to read and to measure a long PDF, in a process of its own.

The time is that of the processor: on a machine that does other things too, that of the clock says nothing.
"""

import os
import resource
import subprocess
import sys
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
TO_WORD = {"import": 4.2, "inspect": 4.0}
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

    def seconds(file: Path) -> float:
        command = [
            sys.executable,
            "-c",
            f"import sys; from pathlib import Path; {ACTIONS[action]}",
            str(file),
        ]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    for file in files:
        seconds(file)
    measured = [tuple(map(seconds, files)) for _ in range(PAIRS)]
    pdf, word = (median(each) for each in zip(*measured, strict=True))
    detail = f"{pdf * 1000:.0f} ms / {word * 1000:.0f} ms of the processor"
    assert_within(
        Figure(f"{action} of a PDF of 88 pages / of its Word file", pdf / word, TO_WORD[action], detail)
    )
