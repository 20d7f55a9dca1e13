"""Signed files are copied beside the reports: whole, under a free name, or not at all."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Attachments, Report
from danvan_desktop.store import signed_files


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    file = tmp_path / "Báo cáo đã ký.PDF"
    file.write_bytes(b"%PDF signed")
    return file


def test_a_signed_file_is_kept_and_found(tmp_path: Path, sample: Report, signed: Path) -> None:
    name = signed_files.keep(tmp_path / "data", sample, signed)
    assert name.endswith(".pdf")
    issued = replace(sample, attachments=Attachments(signed_file=name))
    found = signed_files.find(tmp_path / "data", issued)
    assert found is not None
    assert found.read_bytes() == b"%PDF signed"
    assert signed.exists()


def test_a_second_one_gets_a_name_of_its_own(tmp_path: Path, sample: Report, signed: Path) -> None:
    first = signed_files.keep(tmp_path, sample, signed)
    signed.write_bytes(b"%PDF signed again")
    second = signed_files.keep(tmp_path, sample, signed)
    folder = tmp_path / signed_files.FOLDER
    assert first != second
    assert (folder / first).read_bytes() == b"%PDF signed"
    assert (folder / second).read_bytes() == b"%PDF signed again"


def test_a_file_that_cannot_be_copied_leaves_nothing_behind(
    tmp_path: Path, sample: Report, signed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = signed_files.keep(tmp_path, sample, signed)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"Không chép được tệp Báo cáo đã ký\.PDF"):
        signed_files.keep(tmp_path, sample, signed)
    assert [path.name for path in (tmp_path / signed_files.FOLDER).iterdir()] == [first]


@pytest.mark.parametrize("name", ["", "gone.pdf", "../window.json"])
def test_what_is_not_there_is_not_found(tmp_path: Path, sample: Report, name: str) -> None:
    (tmp_path / "window.json").write_text("{}", encoding="utf-8")
    report = replace(sample, attachments=Attachments(signed_file=name))
    assert signed_files.find(tmp_path, report) is None
