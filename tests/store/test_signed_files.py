"""The signed file of an issued report is copied beside the reports; nothing kept before is overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Attachments
from danvan_desktop.store.signed_files import FOLDER, find, keep
from tests.store.stored_reports import make_report


def test_a_second_file_of_the_same_report_leaves_the_first_as_it_is(tmp_path: Path) -> None:
    report = make_report()
    signed = tmp_path / "da ky.PDF"
    names = []
    for content in (b"mot", b"hai", b"ba"):
        signed.write_bytes(content)
        names.append(keep(tmp_path, report, signed))
    assert len(set(names)) == 3
    assert [(tmp_path / FOLDER / name).read_bytes() for name in names] == [b"mot", b"hai", b"ba"]
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == sorted(names), (
        "no half copy is left"
    )
    assert all(name.endswith(".pdf") for name in names)


def test_a_kept_file_is_found_while_it_is_there(tmp_path: Path) -> None:
    signed = tmp_path / "a.pdf"
    signed.write_bytes(b"%PDF")
    report = make_report()
    name = keep(tmp_path, report, signed)
    issued = replace(report, attachments=Attachments(signed_file=name))
    assert find(tmp_path, issued) == tmp_path / FOLDER / name
    (tmp_path / FOLDER / name).unlink()
    assert find(tmp_path, issued) is None
    assert find(tmp_path, report) is None


@pytest.mark.parametrize("name", ["../drafts.sqlite3", "/etc/passwd", "a/b.pdf"])
def test_a_name_that_leads_out_of_the_folder_finds_nothing(tmp_path: Path, name: str) -> None:
    assert find(tmp_path, replace(make_report(), attachments=Attachments(signed_file=name))) is None


def test_a_file_that_cannot_be_copied_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không chép được tệp khong-co"):
        keep(tmp_path, make_report(), tmp_path / "khong-co.pdf")
