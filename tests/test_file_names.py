"""Names that Windows refuses are refused here in words, on every system: the file is to be sent to others."""

import sys
from pathlib import Path

import pytest

from danvan_desktop.atomic_files import check_targets
from danvan_desktop.errors import UserError
from danvan_desktop.file_names import folder_problem, is_device, name_problem, trimmed

DEVICES = ("CON", "nul", "Prn", "AUX", "COM1", "lpt9", "COM0", "COM¹", "CONIN$")
WITH_SUFFIX = ("CON.docx", "nul.tar.gz", "con .pdf")


@pytest.mark.parametrize("name", DEVICES + WITH_SUFFIX)
def test_names_of_devices_are_refused_whatever_the_suffix(name: str) -> None:
    assert is_device(name)
    assert f"“{name}” là tên Windows giữ cho thiết bị" in (name_problem(name) or "")


@pytest.mark.parametrize("name", ["CONG-VAN", "com", "COM10", "lpt", "nullen", "bao-cao.con", "Báo cáo con"])
def test_names_that_only_look_like_it_may_stand(name: str) -> None:
    assert name_problem(name) is None


@pytest.mark.parametrize("sign", '<>:"/\\|?*')
def test_characters_that_windows_forbids_are_named(sign: str) -> None:
    assert f"không dùng được “{sign}”" in (name_problem(f"a{sign}b") or "")


def test_a_control_character_is_refused_without_being_shown() -> None:
    assert "ký tự điều khiển" in (name_problem("a\tb") or "")


@pytest.mark.parametrize(
    ("typed", "name"), [(" a. ", "a"), ("a...", "a"), ("a. .", "a"), (".", ""), ("a.b", "a.b")]
)
def test_dots_and_spaces_at_the_end_are_dropped(typed: str, name: str) -> None:
    assert trimmed(typed) == name


@pytest.mark.parametrize(
    "folder", ["D:/Báo cáo", "C:\\Users\\Nguyễn Văn Ánh", "//server/chung/2026", "/home/x", "", "D:/a/.."]
)
def test_folders_that_can_be(folder: str) -> None:
    assert folder_problem(folder) is None


@pytest.mark.parametrize("folder", ["D:/nul", "C:/a?/b", "D:/a/COM1"])
def test_folders_that_cannot_be(folder: str) -> None:
    assert "không dùng được trên Windows" in (folder_problem(folder) or "")


def test_on_windows_the_command_line_refuses_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(UserError, match="giữ cho thiết bị"):
        check_targets([tmp_path / "CON.docx"], force=False)
