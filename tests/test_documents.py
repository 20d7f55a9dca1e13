"""What README, CONTRIBUTING and ARCHITECTURE name is there: files, folders, targets of make, options."""

import re

import pytest

from danvan_desktop.checks import RULES
from tests.repository import ROOT

NOT_THERE = {"out/", "subject.py", "tests/checks/test_subject.py"}
"""What a command makes, and what a recipe makes up."""
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"]
_PATH = re.compile(r"`([a-z_.]+(?:/[a-z_.0-9-]*)+|[a-z_]+\.py)`")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_named_is_there(name: str) -> None:
    package = ROOT / "danvan_desktop"
    here = {path.name for path in package.rglob("*.py")} | {
        f"{path.parent.name}/" for path in package.rglob("*.py")
    }
    here |= {path.name for path in (ROOT / "tests").rglob("*.py")}
    absent = [
        path
        for path in _PATH.findall(text_of(name))
        if path not in NOT_THERE and not ((ROOT / path).exists() or (package / path).exists() or path in here)
    ]
    assert absent == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_between_the_documents_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text_of(name))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_target_of_make_that_is_named_is_one(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", text_of(name))) - targets == set()


def test_the_tree_in_the_readme_names_every_package() -> None:
    tree = re.search(r"```\ndanvan_desktop/\n(.*?)```", text_of("README.md"), re.DOTALL)
    assert tree is not None
    named = set(re.findall(r"([a-z_]+)/ ", tree[1]))
    packages = {path.parent.name for path in (ROOT / "danvan_desktop").glob("*/__init__.py")}
    assert packages - named == set()


def test_the_readme_says_that_the_room_of_checks_is_empty_as_long_as_it_is() -> None:
    line = next(line for line in text_of("README.md").splitlines() if "danvan-desktop check" in line)
    assert ("chưa có quy tắc nào" in line) == (not RULES)
