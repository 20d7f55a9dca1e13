"""A reader process whose readers do what no file makes them do today: hang, crash, or have a defect.

Python itself loads a module ``sitecustomize`` where it finds one; the process is given one that changes the
importers before the program begins.
"""

import os
import time
from pathlib import Path

import pytest

ENDLESS_LOOP = "while True: pass"
DEAF_LOOP = "import re; re.match('(a+)+$', 'a' * 60 + 'b')"
"""It never lets go of the interpreter's lock."""
SLEEP = "import time; time.sleep(600)"
CRASH = "import os; os.abort()"
DEFECT = "raise KeyError('nobody foresaw this')"

_LONGEST_START = 30.0
_MODULE = """
import danvan_desktop.importers as importers
import danvan_desktop.inspection as inspection
def read(path, *_):
    from danvan_desktop.reading import progress
    progress.loaded(0.0, is_all={is_loaded})
    open({mark!r}, "w").close()
    {acts}
importers.read = importers.read_pasted = importers.read_blocks = inspection.inspect = read
"""


class BrokenReader:
    """Has reader processes do something else than read, and knows when one has begun to."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder, self._patch = folder, patch
        self._mark = folder / "begun"

    def do(self, *acts: str, is_loaded: bool = True) -> None:
        """Have each reader process that begins from now on do ``acts``, lines of Python.

        ``is_loaded``: after it has been given the bytes of its file.
        """
        module = _MODULE.format(acts="\n    ".join(acts), mark=str(self._mark), is_loaded=is_loaded)
        (self._folder / "sitecustomize.py").write_text(module, encoding="utf-8")
        self._patch.setenv(
            "PYTHONPATH", os.pathsep.join((str(self._folder), os.environ.get("PYTHONPATH", "")))
        )

    @property
    def has_begun(self) -> bool:
        """Whether it has come to that."""
        return self._mark.exists()

    def wait(self) -> None:
        """Wait until it has."""
        until = time.monotonic() + _LONGEST_START
        while not self.has_begun:
            assert time.monotonic() < until, "no reader process has begun"
            time.sleep(0.01)
