"""A file that is open in Word is not replaced: the next free version is written, and the dialog says so."""

import errno
from pathlib import Path

import pytest

from danvan_desktop.gui.export.next_version import available_targets


def held(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let the files ``names`` be held open as Windows shows it: they cannot be renamed."""
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path.name in names:
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)


def test_what_is_free_is_written_as_asked(tmp_path: Path) -> None:
    asked = (tmp_path / "BC.docx", tmp_path / "BC.pdf")
    found = available_targets(asked)
    assert (found.files, found.existing, found.notice) == (asked, (), "")
    asked[1].write_bytes(b"old")
    assert available_targets(asked).existing == ("BC.pdf",)


def test_both_files_get_the_next_number_where_one_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (tmp_path / "BC.docx", tmp_path / "BC.pdf")
    for path in (*asked, tmp_path / "BC_v2.pdf"):
        path.write_bytes(b"old")
    held(monkeypatch, "BC.docx")
    found = available_targets(asked)
    assert [path.name for path in found.files] == ["BC_v3.docx", "BC_v3.pdf"]
    assert (found.existing, found.notice) == (
        (),
        "BC.docx đang mở trong phần mềm khác (ví dụ Word), nên tệp mới có tên BC_v3.",
    )


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("BC.docx", "~$BC.docx"),
        ("BC-2025.docx", "~$-2025.docx"),
        ("Bao-cao-nam.docx", "~$o-cao-nam.docx"),
        ("BC.docx", ".~lock.BC.docx#"),
    ],
)
def test_words_own_mark_beside_the_file_is_known(tmp_path: Path, name: str, owner: str) -> None:
    (tmp_path / name).write_bytes(b"old")
    (tmp_path / owner).write_bytes(b"")
    assert available_targets((tmp_path / name,)).files[0].stem.endswith("_v2")


def test_a_version_is_followed_by_the_next_and_stays_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("BC_v9.docx", 45 * "x" + ".docx")
    for name in names:
        (tmp_path / name).write_bytes(b"old")
    held(monkeypatch, *names)
    assert available_targets((tmp_path / names[0],)).files[0].name == "BC_v10.docx"
    assert available_targets((tmp_path / names[1],)).files[0].name == 42 * "x" + "_v2.docx"


def test_an_owner_file_without_its_document_is_left_over(tmp_path: Path) -> None:
    (tmp_path / "~$BC.docx").write_bytes(b"")
    assert available_targets((tmp_path / "BC.docx",)).notice == ""
