"""Files in the data folder are named in the user's words."""

import os
from pathlib import Path

import pytest

from danvan_desktop.gui.rescue.data_files import copies_in, data_file, database_of, size_text


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("drafts.sqlite3-wal", "phần chưa ghi (-wal)"),
        ("drafts-cu-20251124-103205.sqlite3-wal", "phần chưa ghi (-wal)"),
        ("drafts-hong-20251124-103205-2.sqlite3", "tệp hỏng giữ lại"),
        ("drafts-v3-20251124-103205.sqlite3", "bản sao trước khi nâng cấp"),
        ("drafts-khac-20251124-103205.sqlite3", "tệp khác nằm ở chỗ tệp dữ liệu"),
        ("drafts-cu-20251124-103205.sqlite3", "tệp để lại khi bắt đầu danh sách mới"),
        ("drafts.sqlite3", "tệp dữ liệu"),
        ("sao-luu/drafts-20251124.sqlite3", "bản sao"),
        ("may cu.sqlite3", "tệp dữ liệu chép từ nơi khác"),
    ],
)
def test_each_file_has_its_kind(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    file = data_file(path)
    assert file is not None
    assert (file.kind, file.size) == (kind, 1)


def test_what_is_gone_meanwhile_is_none(tmp_path: Path) -> None:
    assert data_file(tmp_path / "absent.sqlite3") is None


def test_the_copies_are_listed_the_newest_first_without_the_file_in_use(tmp_path: Path) -> None:
    (tmp_path / "sao-luu").mkdir()
    names = ("drafts-v3-1.sqlite3", "sao-luu/drafts-2.sqlite3", "drafts-hong-3.sqlite3", "drafts.sqlite3")
    for age, name in enumerate(names):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (1_700_000_000 - age * 1000,) * 2)
    (tmp_path / "drafts-hong-4.sqlite3").touch()
    assert [file.path for file in copies_in(tmp_path)] == [tmp_path / name for name in names[:3]]


def test_a_wal_is_listed_where_its_database_is_gone_or_empty(tmp_path: Path) -> None:
    for name in ("drafts-cu-1.sqlite3-wal", "drafts-cu-2.sqlite3-wal", "drafts-cu-3.sqlite3-wal"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "drafts-cu-2.sqlite3").touch()
    (tmp_path / "drafts-cu-3.sqlite3").write_bytes(b"x")
    (tmp_path / "drafts.sqlite3-wal").write_bytes(b"of the one in use")
    assert {file.path.name for file in copies_in(tmp_path)} == {
        "drafts-cu-1.sqlite3-wal",
        "drafts-cu-2.sqlite3-wal",
        "drafts-cu-3.sqlite3",
    }
    assert database_of(tmp_path / "drafts-cu-1.sqlite3-wal") == tmp_path / "drafts-cu-1.sqlite3"
    assert database_of(tmp_path / "drafts-cu-3.sqlite3") == tmp_path / "drafts-cu-3.sqlite3"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 KB"), (1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (3_565_158, "3,4 MB")]
)
def test_sizes_are_written_as_explorer_does(size: int, text: str) -> None:
    assert size_text(size) == text
