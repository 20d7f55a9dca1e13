import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "set_up.py"


@pytest.fixture
def set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script, with a .venv of its own that looks as if it had been made."""
    spec = importlib.util.spec_from_file_location("set_up", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path)
    monkeypatch.setattr(module, "STATE", tmp_path / "set-up.json")
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    return module


def as_made(set_up: ModuleType, kind: str) -> None:
    digest = set_up.fingerprint(dev=kind == "dev")
    set_up.STATE.write_text(json.dumps({kind: digest}), encoding="utf-8")


def test_nothing_made_is_not_up_to_date(set_up: ModuleType) -> None:
    assert not set_up.is_up_to_date(dev=False)
    assert not set_up.is_up_to_date(dev=True)


def test_an_environment_for_development_runs_the_program_too(set_up: ModuleType) -> None:
    as_made(set_up, "dev")
    assert set_up.is_up_to_date(dev=True)
    assert set_up.is_up_to_date(dev=False)


def test_an_environment_for_the_program_lacks_the_tools(set_up: ModuleType) -> None:
    as_made(set_up, "program")
    assert set_up.is_up_to_date(dev=False)
    assert not set_up.is_up_to_date(dev=True)


@pytest.mark.parametrize("state", ["", "{", "[]", '{"dev": "of yesterday"}'])
def test_a_state_that_is_broken_or_old_means_making_it_anew(set_up: ModuleType, state: str) -> None:
    set_up.STATE.write_text(state, encoding="utf-8")
    assert not set_up.is_up_to_date(dev=False)


def test_the_second_time_no_command_is_run(set_up: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    as_made(set_up, "dev")
    monkeypatch.setattr(subprocess, "run", None)
    monkeypatch.setattr(sys, "argv", ["set_up.py"])
    assert set_up.main() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="apt-get is Debian's")
def test_who_is_not_root_gets_one_line_to_run(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(set_up, "missing_system_packages", lambda *, dev: ["libegl1", "fonts-liberation"])
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(set_up.shutil, "which", lambda command: f"/usr/bin/{command}")
    monkeypatch.setattr(sys, "argv", ["set_up.py"])
    assert set_up.main() == 1
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 fonts-liberation"
    assert [said.strip() for said in capsys.readouterr().err.splitlines()].count(line) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux libraries")
def test_what_the_loader_does_not_find_is_named_by_its_package(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "is_loadable", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(set_up, "has_font", lambda name: False)
    monkeypatch.setattr(set_up, "usable_python", lambda: None)
    monkeypatch.setattr(set_up, "debian_python_is_supported", lambda: True)
    assert set_up.missing_system_packages(dev=False) == ["libxcb-cursor0", "fonts-liberation", "python3-venv"]


@pytest.mark.skipif(sys.platform != "linux", reason="fonts lie elsewhere")
def test_times_new_roman_serves_as_well_as_liberation_serif(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "is_loadable", lambda library: True)
    monkeypatch.setattr(set_up, "has_font", lambda name: name == "times.ttf")
    monkeypatch.setattr(set_up, "usable_python", lambda: sys.executable)
    assert set_up.missing_system_packages(dev=False) == []
