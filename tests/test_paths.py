"""Where the user's data lies: with the user, or beside a portable program."""

import sys
from pathlib import Path

import pytest

from danvan_desktop.paths import DATA_FOLDER_NAME, PORTABLE_DATA, PORTABLE_MARKER, default_data_dir


@pytest.fixture
def frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a frozen program, which this process is taken for."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "danvan-desktop.exe"))
    return tmp_path


def test_a_portable_program_keeps_its_data_beside_itself(frozen_program: Path) -> None:
    (frozen_program / PORTABLE_MARKER).write_text("")
    assert default_data_dir() == frozen_program / PORTABLE_DATA


def test_an_installed_program_keeps_its_data_with_the_user(
    frozen_program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert default_data_dir() == tmp_path / "Local" / DATA_FOLDER_NAME


def test_a_program_that_is_not_frozen_looks_for_no_marker(
    frozen_program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(sys, "frozen")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    (frozen_program / PORTABLE_MARKER).write_text("")
    assert default_data_dir() == tmp_path / "Local" / DATA_FOLDER_NAME
