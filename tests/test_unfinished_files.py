"""Temporary files of a killed export are deleted at the next start, and nothing else is."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from danvan_desktop import unfinished_files
from danvan_desktop.atomic_files import write_all
from danvan_desktop.unfinished_files import FOLDER, clear, noted, temporary_name
from tests.repository import ROOT

KILLED = """
import os, sys
from pathlib import Path
from danvan_desktop import atomic_files
folder, data = Path(sys.argv[1]), Path(sys.argv[2])
def die(waiting):
    atomic_files._keep(waiting[0].target, waiting[0].before)
    os._exit(9)
atomic_files._put_in_place = die
atomic_files.write_all({folder / "a.docx": b"new", folder / "a.pdf": b"new"}, force=True, data_folder=data)
"""


def killed_export(folder: Path, data: Path) -> None:
    for each in (folder, data):
        each.mkdir()
    (folder / "a.docx").write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", KILLED, folder, data], cwd=ROOT, check=False)
    assert done.returncode == 9


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_what_a_killed_export_left_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    folder, data = tmp_path / "Báo cáo", tmp_path / "data"
    killed_export(folder, data)
    (folder / ".danvan-của tôi.tmp").write_bytes(b"")
    assert len(names(folder)) == 5, "two new files and the one kept aside are left"
    clear(data)
    assert names(folder) == [".danvan-của tôi.tmp", "a.docx"]
    assert (folder / "a.docx").read_bytes() == b"old"
    assert names(data) == []


def test_on_a_drive_that_is_not_there_it_is_deleted_later(tmp_path: Path) -> None:
    folder, data = tmp_path / "usb", tmp_path / "data"
    killed_export(folder, data)
    folder.rename(tmp_path / "unplugged")
    clear(data)
    assert len(names(data)) == 1, "the note is kept"
    (tmp_path / "unplugged").rename(folder)
    clear(data)
    assert (names(folder), names(data)) == (["a.docx"], [])


def test_a_note_can_have_nothing_of_the_users_deleted(tmp_path: Path) -> None:
    mine = tmp_path / "bao-cao.docx"
    mine.write_bytes(b"mine")
    notes = tmp_path / "data" / FOLDER
    notes.mkdir(parents=True)
    (notes / "a.json").write_text(json.dumps([str(mine)]), "utf-8")
    (notes / "b.json").write_text('["cut', "utf-8")
    (notes / "c.json").write_text("{}", "utf-8")
    clear(tmp_path / "data")
    assert mine.read_bytes() == b"mine"


def test_what_is_being_written_now_is_left_alone(tmp_path: Path) -> None:
    target = temporary_name(tmp_path / "a.docx")
    with noted([target], tmp_path):
        target.write_bytes(b"half")
        clear(tmp_path)
        assert target.exists()
        target.unlink()
    assert names(tmp_path) == []
    assert unfinished_files._of_this_program == set()


def test_leftovers_of_the_programs_own_files_go_when_they_are_old(tmp_path: Path) -> None:
    old, new = temporary_name(tmp_path / "window.json"), temporary_name(tmp_path / "window.json")
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 3600,) * 2)
    clear(tmp_path)
    assert names(tmp_path) == [new.name]


def test_a_data_folder_that_takes_no_note_keeps_nothing_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"a file in its place")
    write_all({tmp_path / "a.txt": b"x"}, force=False, data_folder=tmp_path / "data")
    assert (tmp_path / "a.txt").read_bytes() == b"x"
    write_all({tmp_path / "b.txt": b"x"}, force=False, data_folder=tmp_path / "absent")
    assert names(tmp_path) == ["a.txt", "b.txt", "data"]
