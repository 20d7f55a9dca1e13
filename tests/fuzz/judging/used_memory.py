"""What a process uses: its peak of memory, which can be forgotten and limited, and the processor."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from tests.builders.process_figures import peak_megabytes as peak_of_life

_STATUS = Path("/proc/self/status")


def forget_peak() -> None:
    """Let the peak begin anew, where the system can do that (Linux)."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak_megabytes() -> float:
    """The most memory since the last :func:`forget_peak`."""
    return peak_of_life()


def limit_memory(megabytes: int) -> None:
    """Let this process have no more than ``megabytes`` beyond the address space it has now."""
    if sys.platform != "linux":
        return
    import resource

    has = next(
        int(line.split()[1]) * 1024
        for line in _STATUS.read_text(encoding="ascii").splitlines()
        if line.startswith("VmSize")
    )
    most = has + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def processor_seconds_of(process: int) -> float:
    """Seconds of the processor that another process has used; 0 where that is not told."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
