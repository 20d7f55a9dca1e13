"""Files are written in full and all together, or nothing has happened."""

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from danvan_desktop.atomic_files import check_targets, write_all, write_file
from danvan_desktop.errors import UserError
from tests.builders.windows_errors import on_windows


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _refusing(victim: Path, error: OSError) -> Callable[[Path, Path], Path]:
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target) == victim:
            raise error
        return real(self, target)

    return replace


def raising(error: OSError) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise error

    return refuse


def test_all_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_all({tmp_path / "a.pdf": b"one", tmp_path / "b.docx": b"two"}, force=False)
    assert (tmp_path / "a.pdf").read_bytes() == b"one"
    assert (tmp_path / "b.docx").read_bytes() == b"two"
    assert _names(tmp_path) == {"a.pdf", "b.docx"}


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path) -> None:
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    with pytest.raises(UserError, match=r"đã có.*--force"):
        write_all({tmp_path / "b.pdf": b"new", old: b"new"}, force=False)
    assert old.read_bytes() == b"old"
    assert _names(tmp_path) == {"a.pdf"}
    write_all({old: b"new"}, force=True)
    assert old.read_bytes() == b"new"
    assert _names(tmp_path) == {"a.pdf"}


@pytest.mark.parametrize("linking", [True, False])
def test_a_file_held_open_elsewhere_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linking: bool
) -> None:
    first, new, held = tmp_path / "a.pdf", tmp_path / "b.txt", tmp_path / "c.docx"
    first.write_bytes(b"old first")
    held.write_bytes(b"old held")
    if not linking:
        monkeypatch.setattr(os, "link", _no_links)
    monkeypatch.setattr(Path, "replace", _refusing(held, PermissionError(errno.EACCES, "in use")))
    with pytest.raises(UserError, match=r"c\.docx đang được mở trong phần mềm khác\. Hãy đóng tệp đó"):
        write_all({first: b"1", new: b"2", held: b"3"}, force=True)
    assert first.read_bytes() == b"old first"
    assert held.read_bytes() == b"old held"
    assert _names(tmp_path) == {"a.pdf", "c.docx"}


def test_a_file_held_open_on_windows_is_found_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = tmp_path / "a.docx"
    held.write_bytes(b"old")

    def rename(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(UserError, match="đang được mở trong phần mềm khác"):
        check_targets([tmp_path / "b.pdf", held], force=True)


def _no_links(*_: object) -> None:
    raise OSError(errno.ENOTSUP, "no links on this drive")


def test_a_full_drive_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    count = 0

    def fsync(_: int) -> None:
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(UserError, match="đã đầy"):
        write_all({old: b"new", tmp_path / "b.pdf": b"new"}, force=True)
    assert old.read_bytes() == b"old"
    assert _names(tmp_path) == {"a.pdf"}


def test_a_new_folder_is_made_for_the_files_and_taken_back_when_they_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all({tmp_path / "out" / "a.pdf": b"1", tmp_path / "out" / "b.pdf": b"2"}, force=False)
    assert _names(tmp_path / "out") == {"a.pdf", "b.pdf"}
    monkeypatch.setattr(Path, "replace", _refusing(tmp_path / "neu" / "a.pdf", OSError(errno.EIO, "broken")))
    with pytest.raises(UserError, match="Không ghi được tệp"):
        write_all({tmp_path / "neu" / "a.pdf": b"1"}, force=False)
    assert _names(tmp_path) == {"out"}


def test_a_folder_two_levels_away_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Chưa có thư mục .*Hãy tạo thư mục"):
        check_targets([tmp_path / "no" / "such" / "a.pdf"], force=True)
    assert _names(tmp_path) == set()


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="là một thư mục"):
        check_targets([tmp_path], force=True)


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(UserError, match="a không phải là thư mục"):
        check_targets([tmp_path / "a" / "b.pdf"], force=True)


def test_a_read_only_file_is_refused_even_when_forced(tmp_path: Path) -> None:
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    old.chmod(0o444)
    with pytest.raises(UserError, match="chỉ cho phép đọc"):
        write_all({old: b"new"}, force=True)
    assert old.read_bytes() == b"old"
    old.chmod(0o644)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(UserError, match="Không được phép ghi vào thư mục"):
        write_all({tmp_path / "a.pdf": b"1"}, force=False)
    tmp_path.chmod(0o755)


def test_a_name_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Hãy đặt tên ngắn hơn"):
        write_all({tmp_path / ("d" * 300 + ".pdf"): b"1"}, force=False)


def test_the_same_file_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="hai lần"):
        check_targets([tmp_path / "a.pdf", tmp_path / "x" / ".." / "a.pdf"], force=True)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX")
def test_a_new_file_may_be_read_by_others_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_all({tmp_path / "a.pdf": b"1"}, force=False)
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_keeps_pointing_to_the_file_that_was_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_all({link: b"new"}, force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_one_file_of_the_programs_own_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    for text in (b"old", b"new"):
        write_file(path, text)
        assert path.read_bytes() == text
        assert _names(tmp_path) == {"window.json"}


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_one_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(b"old")
    full = OSError(errno.ENOSPC, "No space left on device")
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", raising(full))
    else:
        monkeypatch.setattr(Path, "replace", _refusing(path, full))
    with pytest.raises(OSError, match="No space"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == {"window.json"}


def hold(monkeypatch: pytest.MonkeyPatch, times: int, winerror: int) -> list[Path]:
    """Let ``Path.replace`` fail as on Windows for the first ``times``, as if an antivirus held the file."""
    tries: list[Path] = []
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        tries.append(path)
        if len(tries) <= times:
            raise on_windows(winerror)
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    return tries


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_fresh_file_that_an_antivirus_looks_into_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    tries = hold(monkeypatch, 3, winerror)
    write_all({tmp_path / "a.docx": b"1"}, force=False)
    assert len(tries) == 4
    write_file(tmp_path / "b.json", b"2")
    assert _names(tmp_path) == {"a.docx", "b.json"}


def test_it_is_not_waited_for_longer_than_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch, 10**6, 32)
    begin = time.monotonic()
    with pytest.raises(UserError, match="đang được mở trong phần mềm khác"):
        write_all({tmp_path / "a.docx": b"1"}, force=False)
    assert 0.9 < time.monotonic() - begin < 3
    begin = time.monotonic()
    with pytest.raises(PermissionError):
        write_file(tmp_path / "window.json", b"1", durable=False)
    assert time.monotonic() - begin < 0.5, "the GUI thread writes this one"
    assert _names(tmp_path) == set()


@pytest.mark.parametrize("error", [on_windows(19), OSError(errno.EIO, "broken")])
def test_another_error_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    monkeypatch.setattr(time, "sleep", raising(OSError("waited")))
    monkeypatch.setattr(Path, "replace", raising(error))
    with pytest.raises(UserError):
        write_all({tmp_path / "a.docx": b"1"}, force=False)
    assert _names(tmp_path) == set()


def test_a_drive_that_is_not_there_is_named_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    with pytest.raises(UserError, match="Không tới được ổ đĩa hoặc thư mục mạng"):
        check_targets([tmp_path / "a.docx"], force=False)


def test_a_drive_that_is_pulled_out_between_two_files_tells_what_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.pdf"
    first.write_bytes(b"old")
    real, gone = Path.replace, on_windows(1167, errno.EINVAL)

    def replace(path: Path, target: Path) -> Path:
        if target == second or (target == first and first.read_bytes() == b"new"):
            raise gone
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(UserError, match=r"Hãy cắm lại ổ đĩa.* Chưa trả lại được như cũ: a\.docx"):
        write_all({first: b"new", second: b"new"}, force=True)
