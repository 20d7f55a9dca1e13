"""Where the licence texts lie: beside the frozen program, in what pip installed, in the checkout."""

import sys
from pathlib import Path

import pytest

import danvan_desktop
from danvan_desktop.gui.help.licences import licences_folder


def test_in_a_checkout_they_lie_in_its_folder() -> None:
    assert {"LICENSE", "THIRD-PARTY.md"} <= {path.name for path in licences_folder().iterdir()}


def test_beside_the_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "danvan-desktop.exe"))
    assert licences_folder() == tmp_path / "licences"


def test_in_what_pip_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(danvan_desktop, "__file__", str(tmp_path / "danvan_desktop" / "__init__.py"))
    folder = tmp_path / f"danvan_desktop-{danvan_desktop.__version__}.dist-info" / "licenses"
    folder.mkdir(parents=True)
    assert licences_folder() == folder
