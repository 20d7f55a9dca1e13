"""Whether a process is alive, asked of the system."""

import ctypes
import os
import sys

SYNCHRONIZE, WAIT_TIMEOUT = 0x100000, 258  # of the Windows API


def is_alive(pid: int) -> bool:
    if sys.platform == "win32":  # there os.kill ends a process with any number
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        process = ctypes.c_void_p(kernel.OpenProcess(SYNCHRONIZE, False, pid))
        try:
            return bool(process) and kernel.WaitForSingleObject(process, 0) == WAIT_TIMEOUT
        finally:
            kernel.CloseHandle(process)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
