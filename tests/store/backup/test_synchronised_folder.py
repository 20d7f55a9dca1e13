"""Folders that a service synchronises are known by their names, or as Windows says."""

from pathlib import Path

import pytest

from danvan_desktop.store.backup.synchronised_folder import service_of, warning


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Users/lan/OneDrive - UBND/DanvanDesktop", "OneDrive"),
        ("Users/lan/OneDrive/DanvanDesktop", "OneDrive"),
        ("Users/lan/Google Drive/x", "Google Drive"),
        ("My Drive/x", "Google Drive"),
        ("Users/lan/Dropbox (Cá nhân)/x", "Dropbox"),
        ("Users/lan/Documents/Zalo Received Files/x", "Zalo"),
        ("Users/lan/iCloudDrive/x", "iCloud Drive"),
        ("Users/lan/AppData/Local/DanvanDesktop", ""),
        ("Users/lan/Báo cáo/onedrive.txt.d", "OneDrive"),
        ("Users/lan/Không phải OneDrive", ""),
    ],
)
def test_the_service_of_a_folder(tmp_path: Path, folder: str, service: str) -> None:
    assert service_of(tmp_path / folder) == service


def test_windows_says_where_onedrive_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Tài liệu"))
    assert service_of(tmp_path / "Tài liệu" / "DanvanDesktop") == "OneDrive"
    assert service_of(tmp_path / "Tài liệu khác") == ""


def test_the_warning_says_what_to_do() -> None:
    assert "ổ của máy này" in warning(Path("D:/OneDrive/x"), "OneDrive")
