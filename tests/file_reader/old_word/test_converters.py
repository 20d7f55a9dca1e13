"""The program that converts is found by its name and place, and asked in its own way."""

import base64
import shutil
import sys
from pathlib import Path

import pytest

from danvan_desktop.file_reader.old_word import converters
from danvan_desktop.file_reader.old_word.converters import Converter, find_converter

posix = pytest.mark.skipif(sys.platform == "win32", reason="the folders of Linux")


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the only folder that is looked into besides the search path, both without a program."""
    monkeypatch.setattr(converters, "_folders", lambda: iter([tmp_path]))
    monkeypatch.setattr(converters, "_has_word", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    return tmp_path


@pytest.mark.usefixtures("nowhere")
def test_where_none_is_installed_none_is_found() -> None:
    assert find_converter() is None


@posix
def test_one_in_its_usual_folder_is_found(nowhere: Path) -> None:
    (nowhere / "soffice").touch()
    assert find_converter() == Converter("LibreOffice", nowhere / "soffice")


@posix
@pytest.mark.usefixtures("nowhere")
def test_one_on_the_search_path_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "libreoffice" else None)
    assert find_converter() == Converter("LibreOffice", Path("/usr/bin/libreoffice"))


def test_libreoffice_has_a_profile_of_its_own_and_writes_beside_the_new_file(tmp_path: Path) -> None:
    old, new = tmp_path / "in" / "a b.doc", tmp_path / "a b.docx"
    command = Converter("LibreOffice", Path("soffice")).command(old, new, tmp_path)
    assert command.arguments[1] == f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    assert "--headless" in command.arguments
    assert command.arguments[-3:] == ["--outdir", str(tmp_path), str(old)]
    assert not command.variables


def test_word_is_told_by_a_script_that_runs_no_macro_and_asks_nothing(tmp_path: Path) -> None:
    old, new = tmp_path / "a'b.doc", tmp_path / "a'b.docx"
    command = Converter("Word", Path("powershell.exe")).command(old, new, tmp_path)
    script = base64.b64decode(command.arguments[-1]).decode("utf-16-le")
    assert command.arguments[-2] == "-EncodedCommand"
    assert (command.variables["DANVAN_OLD"], command.variables["DANVAN_NEW"]) == (str(old), str(new))
    assert "AutomationSecurity = 3" in script
    assert "DisplayAlerts = 0" in script
    assert str(old) not in script  # a name cannot become code
