"""A conversion ends: with the new file, with a sentence, in time or when it is stopped; nothing stays."""

import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.old_word.conversion import Conversion
from danvan_desktop.file_reader.old_word.converters import Converter
from danvan_desktop.file_reader.process import ReadingStopped
from tests.builders.old_word import copier, failing, hanging, stand_in

TELLS_ITS_CHILD = (
    "import pathlib, subprocess, sys; "
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); "
    "pathlib.Path({where!r}).write_text(str(child.pid)); child.wait()"
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo cũ.doc"
    path.write_bytes(b"old words")
    return path


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let temporary folders be made where they can be counted."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_new_file_is_there_until_the_end_and_the_old_one_stays(old: Path, place: Path) -> None:
    with Conversion(copier()) as conversion:
        new = conversion.run(old)
        assert (new.name, new.read_bytes()) == ("báo cáo cũ.docx", b"old words")
        assert new.is_relative_to(place)
    assert not list(place.iterdir())
    assert old.read_bytes() == b"old words"


@pytest.mark.parametrize("converter", [failing(), stand_in("raise SystemExit(1)")])
def test_one_that_leaves_no_file_says_what_to_do(converter: Converter, old: Path, place: Path) -> None:
    what_to_do = r"không chuyển được.*lưu lại dạng Tài liệu Word"
    with pytest.raises(UserError, match=what_to_do) as refused, Conversion(converter) as conversion:
        conversion.run(old)
    assert old.name in refused.value.message
    assert not list(place.iterdir())


def test_a_program_that_is_gone_says_what_to_do(old: Path, tmp_path: Path) -> None:
    gone = Converter("LibreOffice", tmp_path / "soffice")
    with pytest.raises(UserError, match="không chuyển được"), Conversion(gone) as conversion:
        conversion.run(old)


def test_one_that_hangs_is_ended_in_time(old: Path, place: Path) -> None:
    with pytest.raises(UserError, match="quá lâu"), Conversion(hanging(), seconds=0.5) as conversion:
        conversion.run(old)
    assert not list(place.iterdir())


def test_another_thread_may_stop_it(old: Path) -> None:
    conversion = Conversion(hanging())
    threading.Timer(0.5, conversion.stop).start()
    with pytest.raises(ReadingStopped), conversion:
        conversion.run(old)


def test_one_that_is_stopped_before_it_begins_starts_nothing(old: Path) -> None:
    conversion = Conversion(hanging())
    conversion.stop()
    with pytest.raises(ReadingStopped), conversion:
        conversion.run(old)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_what_it_has_started_ends_with_it(old: Path, tmp_path: Path) -> None:
    where = tmp_path / "child"
    converter = stand_in(TELLS_ITS_CHILD.format(where=str(where)))
    with pytest.raises(UserError), Conversion(converter, seconds=2) as conversion:
        conversion.run(old)
    child = Path("/proc") / where.read_text()
    deadline = time.monotonic() + 10
    while _lives(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _lives(child)


def _lives(process: Path) -> bool:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
