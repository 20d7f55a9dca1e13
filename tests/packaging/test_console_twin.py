"""The console twin of the frozen program hands on what is asked, what is printed, and the exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT

TWIN = ROOT / "packaging" / "windows" / "console_twin.py"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the windowed program")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the frozen program; a script runs it from the source, with pipes and nothing else."""
    program = tmp_path / "Bộ cài" / "danvan-desktop.exe"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m danvan_desktop "$@"\n')
    program.chmod(0o755)
    return program.parent


def twin(folder: Path, *words: str, encoding: str = "utf-8") -> "subprocess.CompletedProcess[bytes]":
    code = f"""
import runpy, sys
sys.executable = sys.argv.pop(1)
runpy.run_path({str(TWIN)!r}, run_name="__main__")
"""
    return subprocess.run(
        [sys.executable, "-c", code, str(folder / "danvan-desktop-cli.exe"), *words],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_the_help_page_arrives_with_all_its_letters(folder: Path, encoding: str) -> None:
    done = twin(folder, "--help", encoding=encoding)
    page = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert page.startswith("Cách dùng: danvan-desktop")
    assert "Trên Windows gõ danvan-desktop-cli thay cho danvan-desktop" in page


def test_a_mistake_is_on_stderr_with_its_exit_code(folder: Path) -> None:
    done = twin(folder, "check", "không có.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "không có.txt" in done.stderr.decode("utf-8")


def test_files_are_converted_as_by_the_program_itself(folder: Path, tmp_path: Path) -> None:
    sample = ROOT / "resources" / "samples" / "bao-cao-mau.danvan"
    done = twin(folder, "convert", str(sample), str(tmp_path / "báo cáo.txt"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "BÁO CÁO" in (tmp_path / "báo cáo.txt").read_text("utf-8")
