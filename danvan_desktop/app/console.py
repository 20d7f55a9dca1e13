"""Console output: stdout and stderr in UTF-8, error messages."""

import errno
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO


def prepare_streams() -> bool:
    """Make stdout and stderr take any Vietnamese text; False: there is no stderr that anybody could read.

    A Windows pipe speaks a code page that lacks most letters; a windowed program has no streams at all,
    unless it is started with pipes, as by its console twin (danvan-desktop-cli). It does not attach itself
    to the console that started it: cmd does not wait for it, and closing that console would end the window.
    """
    is_read = sys.stderr is not None
    sys.stdout = _prepared(sys.stdout)
    sys.stderr = _prepared(sys.stderr)
    return is_read


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    return stream


def print_error(message: str) -> None:
    """Print ``message`` in one line on stderr."""
    print(message, file=sys.stderr, flush=True)


def reader_has_left(error: OSError) -> bool:
    """Tell whether ``error`` came from writing to a pipe that nobody reads any more.

    Windows says "invalid argument" of such a pipe, as of much else: of stdout if it says so once more.
    """
    if isinstance(error, BrokenPipeError):
        return True
    if error.errno != errno.EINVAL or error.filename is not None:
        return False
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def drop_output() -> None:
    """Let what is still to be written go nowhere: whoever read our output has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
