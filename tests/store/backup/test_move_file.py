"""Everything goes into one file; a file that is none, is damaged or hostile is refused in one sentence."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.store.backup import move_file
from danvan_desktop.store.backup.move_file import (
    DATABASE,
    MANIFEST,
    SETTINGS,
    opened,
    proposed_name,
    write_everything,
)
from danvan_desktop.store.backup.soundness import NotWantedError
from danvan_desktop.store.drafts import Store
from tests.store.stored_reports import MOMENT, make_report


@pytest.fixture
def written(store: Store, tmp_path: Path) -> Path:
    """A file with everything of a store that has a report, a signed file and a form of an annex."""
    store.create(make_report("Một"))
    for name in ("ban-hanh/ky.pdf", "annex-forms/mau.json"):
        (store.folder / name).parent.mkdir()
        (store.folder / name).write_bytes(name.encode())
    target = tmp_path / proposed_name(MOMENT)
    assert write_everything(store.file, target, {"export_pdf": True}) == 1
    return target


def test_the_file_holds_all_and_nothing_is_left_beside_it(store: Store, written: Path) -> None:
    with opened(written, store.folder) as everything:
        assert everything.settings() == {"export_pdf": True}
        assert sorted(everything.files) == ["annex-forms/mau.json", "ban-hanh/ky.pdf"]
        assert everything.content("ban-hanh/ky.pdf") == b"ban-hanh/ky.pdf"
        assert everything.database.read_bytes()[:15] == b"SQLite format 3"
        if os.name == "posix":
            assert everything.database.stat().st_mode & 0o077 == 0
    assert list((store.folder / "sao-luu").iterdir()) == []
    assert [path.name for path in written.parent.iterdir() if path.is_file()] == [written.name]


def test_who_calls_it_off_keeps_the_file_that_was_there(store: Store, written: Path) -> None:
    before = written.read_bytes()
    answers = iter([True, True, True])
    with pytest.raises(NotWantedError):
        write_everything(store.file, written, {}, lambda: next(answers, False))
    assert written.read_bytes() == before
    assert [path.name for path in written.parent.iterdir() if path.is_file()] == [written.name]


def test_a_drive_that_loses_what_is_written_is_noticed(
    store: Store, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written.read_bytes()

    def cut(path: Path) -> None:
        os.truncate(path, path.stat().st_size // 2)

    monkeypatch.setattr(move_file, "flush", lambda path: cut(path) if path.suffix == ".tmp" else None)
    with pytest.raises(OSError, match="does not hold"):
        write_everything(store.file, written, {})
    assert written.read_bytes() == before


def rewritten(
    path: Path, change: Callable[[dict[str, bytes]], None], method: int = zipfile.ZIP_STORED
) -> None:
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w", method) as package:
        for name, content in members.items():
            package.writestr(name, content)


def manifest(members: dict[str, bytes], **changed: object) -> None:
    members[MANIFEST] = json.dumps(json.loads(members[MANIFEST]) | changed).encode()


def _listing(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members[name] = b"x"
        listed = json.loads(members[MANIFEST])["sha256"]
        manifest(members, sha256=listed | {name: "0"})

    return change


def _damaged_where_packed_otherwise(path: Path) -> None:
    rewritten(path, lambda _: None, zipfile.ZIP_LZMA)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        for entry in package.infolist():
            content[entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2] ^= 0xFF
    path.write_bytes(content)


def _without_database(members: dict[str, bytes]) -> None:
    del members[DATABASE]


BROKEN: dict[str, Callable[[Path], object]] = {
    "a text": lambda path: path.write_text("không phải"),
    "cut": lambda path: os.truncate(path, path.stat().st_size - 50),
    "a changed byte": lambda path: path.write_bytes(
        path.read_bytes().replace(b"ban-hanh/ky.pdf", b"ban-hanh/ky.pdg", 1)
    ),
    "another zip": lambda path: rewritten(path, lambda members: members.clear()),
    "another list": lambda path: rewritten(path, lambda members: manifest(members, kind="x")),
    "no list": lambda path: rewritten(path, lambda members: members.update({MANIFEST: b"[]"})),
    "no database": lambda path: rewritten(path, _without_database),
    "another database": lambda path: rewritten(path, lambda members: members.update({DATABASE: b"x"})),
    "a way out": lambda path: rewritten(path, _listing("ban-hanh/../../x")),
    "another folder": lambda path: rewritten(path, _listing("window.json")),
    "a device": lambda path: rewritten(path, _listing("ban-hanh/NUL")),
    "damage in another way of packing": _damaged_where_packed_otherwise,
}


def read_all(store: Store, path: Path) -> None:
    with opened(path, store.folder) as everything:
        for name in everything.files:
            everything.content(name)


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_such_file_is_refused(store: Store, written: Path, kind: str) -> None:
    BROKEN[kind](written)
    with pytest.raises(UserError, match="không phải tệp chuyển máy"):
        read_all(store, written)
    assert list((store.folder / "sao-luu").glob("*")) == []


def test_damaged_settings_are_refused(store: Store, written: Path) -> None:
    rewritten(written, lambda members: members.update({SETTINGS: b"{}"}))
    with opened(written, store.folder) as everything, pytest.raises(UserError):
        everything.settings()


def test_a_file_of_a_newer_release_says_so(store: Store, written: Path) -> None:
    rewritten(written, lambda members: manifest(members, format=2))
    with pytest.raises(UserError, match="bản mới hơn"), opened(written, store.folder):
        pass


def test_a_file_that_is_gone_says_so(store: Store, tmp_path: Path) -> None:
    with (
        pytest.raises(UserError, match="Không đọc được"),
        opened(tmp_path / "x.danvan-toan-bo", store.folder),
    ):
        pass


def test_a_drive_without_room_says_so(store: Store, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1))
    with pytest.raises(UserError, match="không đủ chỗ trống"), opened(written, store.folder):
        pass
