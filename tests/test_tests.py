"""Each test file is named after the module it tests and stands where that module stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT

JOURNEYS = "journeys"
"""The folder, in any room, of tests that go through several modules; named by what they go through."""
OF_THE_REPOSITORY = {"bench", "fuzz", "packaging", "papers", "parity", "proof", "takeback", "torture"}
OF_NO_MODULE = {"test_architecture.py", "test_documents.py", "test_tests.py"}
"""They look at the source, the documents and the tests themselves."""


def misplaced(tests: Path, package: Path) -> Iterator[str]:
    """The test files below ``tests`` that are named after no module of ``package`` and no helper."""
    for file in sorted(tests.rglob("test_*.py")):
        place = file.relative_to(tests)
        free = JOURNEYS in place.parts or place.parts[0] in OF_THE_REPOSITORY or str(place) in OF_NO_MODULE
        name = file.name.removeprefix("test_")
        helper = file.with_name(name)
        if not free and not helper.exists() and not _module_is_there(package / place.parent, name):
            yield place.as_posix()


def _module_is_there(folder: Path, name: str) -> bool:
    stem = name.removesuffix(".py")
    return any((folder / each).exists() for each in (name, f"__{stem}__.py", f"{stem}/__init__.py"))


def test_each_test_file_is_named_after_its_module() -> None:
    assert list(misplaced(ROOT / "tests", ROOT / "danvan_desktop")) == []


@pytest.mark.parametrize(
    ("file", "is_found"),
    [
        ("store/test_drafts.py", False),
        ("store/test_lock_file.py", True),
        ("test_drafts.py", True),
        ("store/journeys/test_power_cut.py", False),
        ("test_store.py", False),
        ("test_main.py", False),
        ("gui/test_modal.py", False),
    ],
)
def test_the_check_notices_a_file_that_is_named_after_nothing(
    tmp_path: Path, file: str, *, is_found: bool
) -> None:
    tests, package = tmp_path / "tests", tmp_path / "program"
    modules = ("__main__.py", "store/__init__.py", "store/drafts.py")
    for made in (tests / "gui" / "modal.py", tests / file, *(package / module for module in modules)):
        made.parent.mkdir(parents=True, exist_ok=True)
        made.touch()
    assert list(misplaced(tests, package)) == ([file] if is_found else [])
