"""The sources of our modules stay unread at the start, and what is imported works as before."""

import subprocess
import sys

import pytest

from tests.repository import ROOT

IMPORTING = """
import linecache
from danvan_desktop.gui.startup.unread_sources import leave_sources_unread
{first}
import danvan_desktop.gui.look.palette
from danvan_desktop.gui.look.tokens import LIGHT
danvan_desktop.gui.look.palette.palette_of(LIGHT)
print(sum("danvan_desktop" in path for path in linecache.cache))
"""


@pytest.mark.parametrize(("first", "are_read"), [("leave_sources_unread()", False), ("", True)])
def test_no_source_of_ours_is_read_after_it(first: str, *, are_read: bool) -> None:
    """Without it they are: when PySide6 leaves that off by itself, the module can go."""
    command = [sys.executable, "-c", IMPORTING.format(first=first)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert (int(done.stdout) > 0) is are_read
