"""The frozen program brings the licence of everything it contains."""

import runpy
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from tests.repository import ROOT


@pytest.fixture(scope="module")
def collect() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "packaging" / "licences" / "collect.py"))


@pytest.fixture(scope="module")
def folder(collect: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("licences")
    collect["write"](written)
    return written


def shipped(collect: dict[str, Any]) -> list[str]:
    return [collect["canonical"](package.name) for package in collect["shipped"]()]


def test_the_program_consists_of_its_dependencies_and_theirs(collect: dict[str, Any]) -> None:
    names = {"pyside6-essentials", "shiboken6", "python-docx", "lxml", "pillow", "peewee", "pypdfium2"}
    assert names <= set(shipped(collect))
    assert not {"pytest", "pyinstaller", "hatchling", "danvan-desktop"} & set(shipped(collect))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("LICENSE.txt", "MIT License"),
        ("THIRD-PARTY.md", "LGPL-3.0-only"),
        ("LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("GPL-3.0.txt", "END OF TERMS AND CONDITIONS"),
        ("python.txt", "Python Software Foundation"),
        ("pyinstaller.txt", "Bootloader Exception"),
    ],
)
def test_the_licences_that_are_not_a_librarys_are_there(folder: Path, name: str, words: str) -> None:
    assert words in (folder / name).read_text(encoding="utf-8")


def test_every_library_has_its_own_licence_there_and_a_line_in_the_list(
    collect: dict[str, Any], folder: Path
) -> None:
    listed = collect["canonical"]((folder / "THIRD-PARTY.md").read_text(encoding="utf-8"))
    for name in shipped(collect):
        assert name in listed
        if name not in collect["QT"]:  # whose licences are the two of the GNU project
            text = (folder / f"{name}.txt").read_text(encoding="utf-8")
            package = distribution(name)
            assert f"{package.name} {package.version}: " in text
            assert "copyright" in text.lower()


def test_a_package_without_a_licence_is_not_shipped(
    collect: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(collect["write"].__globals__, "licence_texts", lambda package: "")
    with pytest.raises(LookupError, match="brings no licence text"):
        collect["write"](tmp_path)
