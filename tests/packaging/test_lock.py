"""The lock files say what the program is known to work with."""

import re

import pytest

from tests.repository import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6"])
def test_qt_for_python_stays_at_6_8_3(lock: str, package: str) -> None:
    # 6.12.0 on Python 3.11 drops a reference to None on every void call and aborts within 2,000 of them;
    # 6.8.3 does not, and it runs under wine as it is.
    assert pins(lock)[package] == "6.8.3"


def test_the_locks_agree_with_each_other() -> None:
    program, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert program.items() <= development.items()


@pytest.mark.parametrize("lock", [*LOCKS, "packaging/mutants.lock"])
def test_a_lock_names_hashes_and_no_place_of_download(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9.-]+==)", text, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://\S+|--(?:extra-)?index-url|file:\S+", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_what_freezing_needs_on_windows_is_locked_too(lock: str) -> None:
    assert {"pyinstaller", "pefile", "pywin32-ctypes"} <= pins(lock).keys()


def test_every_upper_bound_has_its_reason_beside_it() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    bound = [number for number, line in enumerate(lines) if re.search(r'"[^"]*(==|<)\d[^"]*"', line)]
    assert len(bound) >= len(["Python", "PySide6", "peewee", "pypdfium2", "python-docx", "reportlab"])
    above = r"\s*#"
    bare = [lines[at] for at in bound if "#" not in lines[at] and not re.match(above, lines[at - 1])]
    assert bare == []
