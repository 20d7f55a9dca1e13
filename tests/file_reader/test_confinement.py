"""A confined process can have so much memory and no more, and leaves no dump of a crash."""

import subprocess
import sys
from pathlib import Path

import pytest

from danvan_desktop.file_reader.confinement import Confinement
from danvan_desktop.file_reader.limits import MEMORY_BYTES
from tests.builders.wine import is_wine

if sys.platform == "win32":
    import ctypes

    from danvan_desktop.file_reader.confinement import _EXTENDED_LIMITS, _ExtendedLimits

_WAIT_AND = "import sys; sys.stdin.readline(); "


def confined(act: str, folder: Path) -> tuple[int, str, str]:
    """How a process ends, and what it says, that does ``act`` once it is confined."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WAIT_AND + act],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    confinement = Confinement(process)
    out, err = process.communicate(b"\n", timeout=60)
    confinement.end()
    return process.returncode, out.decode().strip(), err.decode()


@pytest.mark.parametrize(
    ("share", "fits"),
    [
        (0.8, True),
        pytest.param(1.1, False, marks=pytest.mark.skipif(is_wine(), reason="wine has no limit of memory")),
    ],
)
def test_memory_ends_at_the_limit(tmp_path: Path, share: float, *, fits: bool) -> None:
    _, out, err = confined(f"held = bytearray({int(MEMORY_BYTES * share)}); print('held')", tmp_path)
    assert out == ("held" if fits else "")
    assert ("MemoryError" in err) != fits


def test_a_crash_leaves_no_file(tmp_path: Path) -> None:
    code, _, _ = confined("import os; os.abort()", tmp_path)
    assert code != 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "win32", reason="on Linux the process sees to it itself")
def test_the_process_ends_with_its_job(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Confinement(process).end()
    process.wait(10)


if sys.platform == "win32":  # the names are there on Windows only

    @pytest.mark.skipif(is_wine(), reason="wine takes the limits and does not tell them")
    def test_the_limits_are_set() -> None:
        process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        confinement = Confinement(process)
        limits = _ExtendedLimits()
        assert confinement._kernel.QueryInformationJobObject(
            confinement._job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits), None
        )
        confinement.end()
        process.wait(10)
        assert limits.ProcessMemoryLimit == MEMORY_BYTES
        assert limits.BasicLimitInformation.LimitFlags == 0x2500
