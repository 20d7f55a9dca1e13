"""What the documents name is there: files, folders, targets of make, switches and exit codes of the setup."""

import re
from itertools import dropwhile, takewhile
from pathlib import Path

import pytest

from danvan_desktop.gui.services.preferences import FILE_NAME as PREFERENCES
from danvan_desktop.paths import DATA_FOLDER_NAME, LOG_NAME
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.signed_files import FOLDER as SIGNED_FILES
from tests.repository import ROOT

NOT_THERE = {"out/", "dist/windows/", "subject.py", "tests/checks/test_subject.py"}
"""What a command makes, and what a recipe makes up."""
IT = "packaging/windows/IT.md"
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", IT]
SETUP = "packaging/windows/installer.nsi"
_PATH = re.compile(r"`([a-z_.]+(?:/[a-z_.0-9-]*)+|[a-z_]+\.py)`")


def code_spans(text: str) -> set[str]:
    """Return what stands between backticks in one line."""
    return set(re.findall(r"`([^`\n]+)`", text))


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_named_is_there(name: str) -> None:
    package = ROOT / "danvan_desktop"
    here = {path.name for path in package.rglob("*.py")} | {
        f"{path.parent.name}/" for path in package.rglob("*.py")
    }
    here |= {path.name for folder in ("tests", "packaging") for path in (ROOT / folder).rglob("*.py")}
    absent = [
        path
        for path in _PATH.findall(text_of(name))
        if path not in NOT_THERE and not ((ROOT / path).exists() or (package / path).exists() or path in here)
    ]
    assert absent == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_between_the_documents_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text_of(name))
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_heading_finds_it(name: str) -> None:
    for file, heading in re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", text_of(name)):
        target = f"{(ROOT / name).parent / file if file else ROOT / name}"
        headings = re.findall(r"^#+ (.+)$", Path(target).read_text(encoding="utf-8"), re.MULTILINE)
        assert heading in {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


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


def table_below(heading: str, name: str) -> list[str]:
    """Return the first column of the first table after ``heading``, without its head."""
    lines = text_of(name).partition(heading)[2].splitlines()
    rows = list(takewhile(lambda line: line.startswith("|"), dropwhile(lambda line: line[:1] != "|", lines)))
    return [row.split("|")[1].strip() for row in rows[2:]]


def test_the_exit_codes_are_those_of_the_setup() -> None:
    ours = re.findall(r"(?m)^!define CODE_\w+ (\d)$", text_of(SETUP))
    assert table_below("Mã thoát của bộ cài", IT) == ["0", "1", "2", *ours]  # 0 to 2 are NSIS's own


def test_the_switches_of_the_setup_are_all_told_and_known() -> None:
    told = {re.sub(r"`(/\w+=?).*", r"\1", cell) for cell in table_below("## setup.exe", IT)}
    known = set(re.findall(r'GetOptions\} \$\d "(/\w+=?)"', text_of(SETUP)))
    assert told == known | {"/S", "/D="}  # NSIS's own


def test_the_setup_writes_what_it_is_said_to_write() -> None:
    script, told = text_of(SETUP), text_of(IT)
    names = dict(re.findall(r'(?m)^!define (\w+) "(.*?)"', script))
    keys = re.findall(r'(?m)^ *WriteReg\w+ (\w+) "(.*?)"', script)
    assert {root for root, _ in keys} == {"HKCU"}
    for _, key in keys:
        whole = re.sub(r"\$\{(\w+)\}", lambda name: names[name[1]], key)
        assert re.sub(r"\\(shell|DefaultIcon)\b.*", "", whole) in code_spans(told)
    folder = re.search(r'(?m)^InstallDir "\$LOCALAPPDATA(.*?)"', script)
    assert folder is not None
    assert f"`%LOCALAPPDATA%{folder[1]}`" in told


def test_where_the_reports_lie_is_where_the_program_puts_them() -> None:
    for name in ("README.md", IT):
        assert f"%LOCALAPPDATA%\\{DATA_FOLDER_NAME}" in code_spans(text_of(name))
    assert {DATABASE_NAME, f"{SIGNED_FILES}\\", PREFERENCES, LOG_NAME} <= code_spans(text_of(IT))


def test_the_msi_knows_the_properties_that_are_told() -> None:
    source = text_of("packaging/windows/msi.py")
    told = set(re.findall(r"\b([A-Z]{6,})=", text_of(IT)))
    assert told - {"ALLUSERS"} == {"NOASSOC", "INSTALLDIR"}
    assert '"NOT NOASSOC"' in source
    assert 'Id="INSTALLDIR"' in source
