"""The program starts itself anew, whether it runs from a checkout or is frozen, in the same release."""

import os
import sys
from pathlib import Path

import pytest

from danvan_desktop import relaunch
from tests.repository import ROOT


def test_from_a_checkout_it_is_pythons_module() -> None:
    assert relaunch.command("--role") == [sys.executable, "-m", "danvan_desktop", "--role"]


def test_frozen_it_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert relaunch.command("--role") == [sys.executable, "--role"]


def test_the_other_process_finds_this_very_package_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert relaunch.environment()["PYTHONPATH"] == os.pathsep.join((str(ROOT), str(tmp_path)))
