"""Places for the damage, and one table at the end of what was done and what came of it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.torture.amounts import RUNS, SEED
from tests.torture.outcomes import OUTCOMES, table

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of one's own is made in it


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in the memory where the system has that: what is not about the drive need not wait for one."""
    if not _MEMORY.is_dir():
        yield tmp_path_factory.mktemp("memory")
        return
    folder = Path(tempfile.mkdtemp(prefix="danvan-torture-", dir=_MEMORY))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def place(memory: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder of the test's own in the memory."""
    folder = Path(tempfile.mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def pytest_report_header() -> str:
    """Say by which seed the faults were chosen."""
    return f"torture: TORTURE_RUNS={RUNS} TORTURE_SEED={SEED}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, whatever failed."""
    for line in table(OUTCOMES):
        terminalreporter.write_line(line)
