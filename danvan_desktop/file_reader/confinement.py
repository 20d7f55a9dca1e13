"""Confinement of a process by its parent: a limit of memory that the system enforces, no dump of a crash.

On Windows a job object, which also ends the process when its parent has ended; on Linux resource limits.
"""

import subprocess
import sys

from danvan_desktop.file_reader.limits import MEMORY_BYTES

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    """JobObjectExtendedLimitInformation."""
    _PROCESS_MEMORY = 0x0100
    _DIE_ON_UNHANDLED_EXCEPTION = 0x0400
    """A crash opens no window of Windows and sends no report of it."""
    _KILL_ON_JOB_CLOSE = 0x2000
    _PROCESS_TERMINATE, _PROCESS_SET_QUOTA = 0x0001, 0x0100

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class Confinement:
        """A job object with one process in it."""

        def __init__(self, process: "subprocess.Popen[bytes]") -> None:
            """Put ``process``, which has done nothing yet, into a job with the limits.

            Raises:
                OSError: Windows refuses.
            """
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel.OpenProcess.restype = wintypes.HANDLE
            self._job = wintypes.HANDLE(self._must(self._kernel.CreateJobObjectW(None, None)))
            try:
                self._limit()
                self._take(process.pid)
            except OSError:
                self.end()
                raise

        def end(self) -> None:
            """Let go of the job; what is still in it is ended."""
            self._kernel.CloseHandle(self._job)

        def _limit(self) -> None:
            limits = _ExtendedLimits()
            limits.BasicLimitInformation.LimitFlags = (
                _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
            )
            limits.ProcessMemoryLimit = MEMORY_BYTES
            self._must(
                self._kernel.SetInformationJobObject(
                    self._job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
                )
            )

        def _take(self, pid: int) -> None:
            access = _PROCESS_SET_QUOTA | _PROCESS_TERMINATE
            process = wintypes.HANDLE(self._must(self._kernel.OpenProcess(access, False, pid)))
            try:
                self._must(self._kernel.AssignProcessToJobObject(self._job, process))
            finally:
                self._kernel.CloseHandle(process)

        @staticmethod
        def _must(result: int | None) -> int:
            """Return what Windows answered, which is 0 where it refuses."""
            if not result:
                raise ctypes.WinError(ctypes.get_last_error())
            return result

else:
    import resource

    class Confinement:
        """Resource limits of one process."""

        def __init__(self, process: "subprocess.Popen[bytes]") -> None:
            """Set the limits of ``process``, which has done nothing yet.

            Raises:
                OSError: the system refuses.
            """
            for limit, most in ((resource.RLIMIT_DATA, MEMORY_BYTES), (resource.RLIMIT_CORE, 0)):
                resource.prlimit(process.pid, limit, (most, most))

        def end(self) -> None:
            """Do nothing: the limits end with the process."""
