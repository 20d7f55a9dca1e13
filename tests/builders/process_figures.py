"""What a process has used: processor time and the peak of its memory, on Linux and on Windows."""

import ctypes
import sys
import time
from collections.abc import Callable
from pathlib import Path

_COARSE_CLOCK_SECONDS = 0.3
"""Windows counts a process's time in ticks of 1/64 s: less than twenty of them are no measure."""


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the processor time of ``work``, which is done several times where the clock is coarse."""
    least = _COARSE_CLOCK_SECONDS if sys.platform == "win32" else 0.0
    runs = 0
    started = time.process_time()
    while True:
        work()
        runs += 1
        taken = time.process_time() - started
        if taken >= least:
            return taken / runs


class _MemoryCounters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        ("PeakWorkingSetSize", ctypes.c_size_t),
        ("others", ctypes.c_size_t * 7),
    )


_THIS_PROCESS = -1
"""What GetCurrentProcess answers: a handle like any other."""


def peak_megabytes() -> float:
    """Return the most memory this process ever had.

    Not ``ru_maxrss``: on Linux that keeps the peak of the test run from which the process was forked.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        counters = _MemoryCounters(ctypes.sizeof(_MemoryCounters))
        if not kernel.K32GetProcessMemoryInfo(
            ctypes.c_void_p(_THIS_PROCESS), ctypes.byref(counters), counters.cb
        ):
            raise ctypes.WinError()
        return float(counters.PeakWorkingSetSize) / 1024 / 1024
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
