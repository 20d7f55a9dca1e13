"""packaging/set_up.py: the Python it looks for, and what it says where system packages are missing."""

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


@pytest.fixture
def checkout(set_up: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a little of the program, which the script takes for its own."""
    root = tmp_path / "checkout"
    for name in ("danvan_desktop/app.py", "danvan_desktop/__pycache__/app.pyc", "resources/help/01.md"):
        path = root / name
        path.parent.mkdir(parents=True)
        path.write_text(name, encoding="utf-8")
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "packaging/set_up.py"):
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    monkeypatch.setattr(set_up, "ROOT", root)
    monkeypatch.setattr(set_up, "__file__", str(root / "packaging" / "set_up.py"))
    return root


@pytest.mark.parametrize("name", ["danvan_desktop/app.py", "resources/help/01.md"])
def test_an_update_of_the_program_makes_the_installed_copy_an_old_one(
    set_up: ModuleType, checkout: Path, name: str
) -> None:
    as_made(set_up, "program")
    assert set_up.is_up_to_date(dev=False)
    (checkout / name).write_text("newer", encoding="utf-8")
    assert not set_up.is_up_to_date(dev=False)


def test_a_file_that_was_added_renamed_or_removed_makes_the_copy_an_old_one(
    set_up: ModuleType, checkout: Path
) -> None:
    as_made(set_up, "program")
    added = checkout / "danvan_desktop" / "new.py"
    added.write_text("", encoding="utf-8")
    assert not set_up.is_up_to_date(dev=False)
    as_made(set_up, "program")
    added.rename(added.with_name("newer.py"))
    assert not set_up.is_up_to_date(dev=False)
    as_made(set_up, "program")
    added.with_name("newer.py").unlink()
    assert not set_up.is_up_to_date(dev=False)


def test_compiled_modules_do_not_make_the_copy_an_old_one(set_up: ModuleType, checkout: Path) -> None:
    as_made(set_up, "program")
    (checkout / "danvan_desktop" / "__pycache__" / "app.pyc").write_text("newer", encoding="utf-8")
    assert set_up.is_up_to_date(dev=False)


def test_for_development_the_program_is_not_copied_and_never_old(set_up: ModuleType, checkout: Path) -> None:
    as_made(set_up, "dev")
    (checkout / "danvan_desktop" / "app.py").write_text("newer", encoding="utf-8")
    assert set_up.is_up_to_date(dev=True)
    assert set_up.is_up_to_date(dev=False)


@pytest.fixture
def commands(set_up: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the commands that are run from here on; none of them really is."""
    run: list[list[str]] = []
    monkeypatch.setattr(set_up, "can_make_environments", lambda python: True)
    monkeypatch.setattr(set_up, "provide_system_packages", lambda *, dev: None)
    monkeypatch.setattr(set_up.subprocess, "run", lambda command, **_: run.append(command))
    return run


@pytest.mark.parametrize("dev", [False, True])
def test_only_for_development_the_program_runs_from_the_checkout(
    set_up: ModuleType,
    checkout: Path,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    dev: bool,
) -> None:
    monkeypatch.setattr(sys, "argv", ["set_up.py", *(["--dev"] if dev else [])])
    assert set_up.main() == 0
    assert commands[-1][-2:] == ["--editable" if dev else "--force-reinstall", str(checkout)]
    assert set_up.is_up_to_date(dev=dev)


def test_tools_that_are_there_are_kept_when_the_program_is_set_up_to_run(
    set_up: ModuleType, checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_made(set_up, "dev")
    (checkout / "requirements-dev.lock").write_text("newer", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["set_up.py"])
    assert set_up.main() == 0
    assert commands[-1][-2] == "--editable"
    assert set_up.is_up_to_date(dev=True)


@pytest.mark.parametrize(
    ("folder", "reads_utf8", "is_refused"),
    [("Nguyễn Văn A", False, True), ("Nguyễn Văn A", True, False), ("danvan", False, False)],
)
def test_on_windows_development_needs_a_path_that_python_can_read(  # of .pth files, in the code page
    set_up: ModuleType,
    checkout: Path,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: str,
    reads_utf8: bool,
    is_refused: bool,
) -> None:
    root = checkout.rename(checkout.with_name(folder))
    monkeypatch.setattr(set_up, "ON_WINDOWS", True)
    monkeypatch.setattr(set_up, "ROOT", root)
    monkeypatch.setattr(set_up, "__file__", str(root / "packaging" / "set_up.py"))
    monkeypatch.setattr(sys, "argv", ["set_up.py", "--dev"])
    monkeypatch.setattr(set_up, "reads_pth_as_utf8", lambda python: reads_utf8)
    assert set_up.main() == int(is_refused)
    assert (commands == []) is is_refused
    assert ("bỏ --dev" in capsys.readouterr().err) is is_refused
    monkeypatch.setattr(sys, "argv", ["set_up.py"])
    assert set_up.main() == 0


def test_which_python_reads_pth_files_as_utf8(set_up: ModuleType) -> None:
    assert set_up.reads_pth_as_utf8(sys.executable) is (sys.version_info >= (3, 13))


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
