"""Converters of old Word files that stand in for Word and LibreOffice: a Python that does as told."""

import sys
from pathlib import Path

from danvan_desktop.file_reader.old_word.converters import ConversionCommand, Converter

_PUTS_DOWN = (
    "import pathlib, sys; pathlib.Path(sys.argv[2]).write_bytes(pathlib.Path(sys.argv[1]).read_bytes())"
)
_HANGS = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"


class StandIn(Converter):
    """Runs a line of Python with the old file and the new one as its arguments."""

    __slots__ = ("line",)
    line: str

    def command(self, old: Path, new: Path, folder: Path) -> ConversionCommand:
        return ConversionCommand([sys.executable, "-c", self.line, str(old), str(new), str(folder)], {})


def stand_in(line: str) -> Converter:
    converter = StandIn("LibreOffice", Path(sys.executable))
    object.__setattr__(converter, "line", line)
    return converter


def copier() -> Converter:
    """Gives the old file back as it is: a .docx that is called .doc comes out whole."""
    return stand_in(_PUTS_DOWN)


def hanging() -> Converter:
    """Never ends, nor does the process that it starts."""
    return stand_in(_HANGS)


def failing() -> Converter:
    """Ends and leaves no file."""
    return stand_in("")
