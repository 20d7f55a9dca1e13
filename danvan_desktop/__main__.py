"""``python -m danvan_desktop``, ``danvan-desktop`` and the frozen program begin here."""

import gc
import sys

PREVIEW_WORKER = "--preview-worker"
"""The argument of the worker process, which sets and draws pages for the window (gui/worker/process.py)."""
FILE_READER = "--file-reader"
"""The argument of the process that reads a file from outside (file_reader/process.py)."""
CONVERT = "convert"
"""The command after which the process ends at once (app/arguments.py)."""


def main() -> int:
    """Run the program; the answer is the exit code."""
    leave_out_openssl()
    words = sys.argv[1:]
    if words == [PREVIEW_WORKER]:
        from danvan_desktop.gui.worker.main import main as work

        return work()
    if words == [FILE_READER]:
        from danvan_desktop.file_reader.main import main as read

        return read()
    if words[:1] == [CONVERT]:
        return _convert()
    from danvan_desktop.app import main as run

    return run()


def leave_out_openssl() -> None:
    """Let Python do without it: hashlib has its own functions, and nothing here talks to a network.

    Each process of ours has 4 MB less and starts a little sooner.
    """
    sys.modules.update({"_hashlib": None, "_ssl": None})  # type: ignore[dict-item]  # None: not to be had


def _convert() -> int:
    """Run "convert" without the cyclic garbage collector.

    Reports and pages are values and make no circles: the peak of memory stays the same, also with 400 pages,
    and an export takes a tenth less time, most of it as libraries are loaded and as the process ends.
    """
    gc.disable()
    from danvan_desktop.app import main as run

    code = run()
    gc.freeze()  # else all is searched once more as the interpreter ends
    return code


if __name__ == "__main__":
    sys.exit(main())
