"""How a reading went, measured in a small process of its own: its words, its time, the reader's memory."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.repository import ROOT

Way = Literal["report", "blocks", "sheet"]

# What a child has had at its peak begins, on Linux, with what its parent had: so the asker must be small.
_ASKER = """
import json, sys, time
from datetime import datetime, UTC
from pathlib import Path
from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.process import FileReader
reader, path, way, megabytes = FileReader(), Path(sys.argv[1]), sys.argv[2], 0.0
begun = time.monotonic()
try:
    getattr(reader, way)(path, *([datetime.now(UTC)] if way == "report" else []))
    message = ""
except UserError as error:
    message = error.message
seconds = time.monotonic() - begun
if sys.platform != "win32":
    import resource
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1_000_000
print(json.dumps([message, seconds, megabytes]))
"""


@dataclass(frozen=True)
class Reading:
    """How a reading went."""

    message: str
    """"" where the file was taken."""
    seconds: float
    """By the clock, from the request on."""
    megabytes: float
    """The most memory of the reader process, in millions of bytes; 0 on Windows, which does not tell."""


def reading_of(path: Path, way: Way = "report") -> Reading:
    """Have ``path`` read as the program does."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _ASKER, str(path), way],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    message, seconds, megabytes = json.loads(done.stdout)
    return Reading(message, seconds, megabytes)
