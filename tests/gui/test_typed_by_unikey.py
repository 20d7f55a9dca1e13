"""Every place takes what the real Unikey makes of a keyboard's keys, byte by byte."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.typed_by_unikey import WORDS
from tests.repository import ROOT

NEEDED = ("xvfb-run", "xdotool", "dbus-run-session", "ibus-daemon", "/usr/libexec/ibus-engine-unikey")
MISSING = [command for command in NEEDED if not shutil.which(command)]


@pytest.fixture
def home() -> Iterator[Path]:
    """A home with a short name: the path of a socket has at most 107 characters, and IBus makes one there."""
    with tempfile.TemporaryDirectory(prefix="ibus-", ignore_cleanup_errors=True) as made:
        yield Path(made)


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_words_typed_through_unikey_arrive_in_every_place_and_in_the_store(
    tmp_path: Path, home: Path
) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "DBUS_"))}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    environment.pop("QT_QPA_PLATFORM", None)
    session = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]
    program = [sys.executable, "-m", "tests.gui.typed_by_unikey", str(tmp_path / "data")]
    done = subprocess.run(
        [*session, *program],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment,
        text=True,
        timeout=300,
    )
    told = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert told, done.stderr[-2000:]
    found = json.loads(told[0])
    assert len(found["shown"]) == 6
    assert [place for place, text in found["shown"].items() if f" {WORDS}" not in text] == []
    assert found["stored"].count(f" {WORDS}") == 6
