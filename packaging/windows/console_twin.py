"""The program for cmd and PowerShell: danvan-desktop-cli.exe starts the danvan-desktop.exe beside it.

A windowed program is given no console: its text would go nowhere, and cmd would not wait for it. This one
is a small console program that hands on the arguments, what is printed, and the exit code.
"""

import subprocess
import sys
import time
from io import TextIOWrapper
from pathlib import Path
from threading import Thread
from typing import IO

INTERRUPTED = 130
"""What the program itself answers to Ctrl+C."""


def main() -> int:
    """Run the program to its end; the answer is its exit code."""
    program = Path(sys.executable).with_name("danvan-desktop.exe")
    with subprocess.Popen(
        [program, *sys.argv[1:]], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        readers = [
            Thread(target=hand_on, args=(process.stdout, sys.stdout)),
            Thread(target=hand_on, args=(process.stderr, sys.stderr)),
        ]
        try:
            for reader in readers:
                reader.start()
            while any(reader.is_alive() for reader in readers):
                time.sleep(0.02)  # join() would not be interrupted by Ctrl+C on Windows
            return process.wait()
        except KeyboardInterrupt:
            process.kill()
            return INTERRUPTED


def hand_on(source: IO[bytes], target: TextIOWrapper) -> None:
    """Print the UTF-8 lines of ``source``: as letters in a console, as the same bytes in a file or a pipe."""
    target.reconfigure(encoding=None if target.isatty() else "utf-8", errors="replace", newline="")
    try:
        for line in source:
            target.write(line.decode("utf-8", "replace"))
            target.flush()
    except OSError:  # whoever read our output has left: so does the program, by its own pipe
        source.close()


if __name__ == "__main__":
    sys.exit(main())
