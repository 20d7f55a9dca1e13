"""One file, one process: what it holds arrives, refusals word for word; whatever fails is one sentence."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from danvan_desktop import importers, relaunch
from danvan_desktop.__main__ import FILE_READER
from danvan_desktop.errors import UserError
from danvan_desktop.file_reader import process as process_module
from danvan_desktop.file_reader.limits import TimeLimits
from danvan_desktop.file_reader.process import FileReader, ReadingStopped
from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection import inspect
from danvan_desktop.report.full_text import all_text
from tests.builders import samples
from tests.builders.broken_reader import CRASH, DEAF_LOOP, DEFECT, ENDLESS_LOOP, SLEEP, BrokenReader
from tests.builders.exported_files import as_docx, as_pdf
from tests.builders.processes import is_alive

NOW = datetime(2026, 1, 2, tzinfo=UTC)
SOON = TimeLimits(silence=1.5)
TEXT = "BÁO CÁO\nKết quả năm 2025\n\nI. TÌNH HÌNH\nĐoạn một.\n"


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def word_file(tmp_path: Path, fonts: FontSet) -> Path:
    path = tmp_path / "báo cáo.docx"
    path.write_bytes(as_docx(samples.report(), fonts))
    return path


# -------------------------------------------------------------------------------------------- what goes well


def test_a_file_is_the_report_it_is_in_this_process(word_file: Path) -> None:
    assert FileReader().report(word_file, NOW) == importers.read(word_file, NOW)


def test_a_pasted_text_arrives_however_long_it_is() -> None:
    text = TEXT + "Công tác dân vận của tỉnh.\n" * 8_000
    assert all_text(FileReader().pasted(text, NOW)).count("của tỉnh.") == 8_000


def test_blocks_and_notes_arrive(word_file: Path) -> None:
    blocks, notes = FileReader().blocks(word_file)
    numbers = iter(range(1, 1_000))
    assert (blocks, notes) == importers.read_blocks(word_file, lambda: next(numbers))


def test_a_sheet_arrives(tmp_path: Path, fonts: FontSet) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(as_pdf(samples.report(), fonts))
    assert FileReader().sheet(path).lines == inspect(path).lines


def test_the_pages_are_counted(tmp_path: Path, fonts: FontSet) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(as_pdf(samples.report(), fonts))
    reader = FileReader()
    reader.report(path, NOW)
    assert reader.progress.pages == 2


def test_a_process_that_was_warmed_up_reads_the_file(word_file: Path) -> None:
    reader = FileReader()
    reader.warm_up()
    warm = reader.pid
    assert warm is not None
    assert reader.report(word_file, NOW).subject == samples.report().subject
    assert not is_alive(warm)
    assert reader.pid is None


def test_a_name_that_is_no_text_is_no_hindrance(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such names")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe1o c\xe1o.txt"))
    path.write_text(TEXT, encoding="utf-8")
    assert FileReader().report(path, NOW).sections


# ------------------------------------------------------------------------------------------- what is refused

WAYS: dict[str, tuple[Callable[[Path], object], Callable[[FileReader, Path], object]]] = {
    "import": (lambda path: importers.read(path, NOW), lambda reader, path: reader.report(path, NOW)),
    "insert": (lambda path: importers.read_blocks(path, lambda: 1), lambda reader, path: reader.blocks(path)),
    "inspect": (inspect, lambda reader, path: reader.sheet(path)),
}
"""How a file is read in this process and in its own."""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("hỏng.docx", b"PK\x03\x04" + bytes(100)),
        ("rỗng.pdf", b""),
        ("lạ.xyz", b"text"),
        ("không có.docx", None),
    ],
)
def test_the_readers_own_words_arrive_word_for_word(
    tmp_path: Path, way: str, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    in_here, over_there = WAYS[way]
    with pytest.raises(UserError) as here:
        in_here(path)
    with pytest.raises(UserError) as there:
        over_there(FileReader(), path)
    assert there.value.message == here.value.message
    assert there.value.trace == ""


# ------------------------------------------------------------------------------------------- what goes wrong


def failure(reader: FileReader, path: Path) -> UserError:
    """The one sentence with which a reading ends."""
    with pytest.raises(UserError) as failed:
        reader.report(path, NOW)
    message = failed.value.message
    assert "\n" not in message
    assert path.name in message
    assert "Hãy" in message
    assert message.endswith(".")
    return failed.value


@pytest.mark.parametrize("loop", [ENDLESS_LOOP, DEAF_LOOP, SLEEP], ids=["loop", "deaf", "sleep"])
def test_what_hangs_is_ended_in_time(broken_reader: BrokenReader, text_file: Path, loop: str) -> None:
    broken_reader.do(loop)
    reader = FileReader(SOON)
    reader.start()
    pid = reader.pid
    begun = time.monotonic()
    assert "quá lâu" in failure(reader, text_file).message
    assert SOON.silence <= time.monotonic() - begun < SOON.silence + SOON.start
    assert broken_reader.has_begun
    assert pid is not None
    assert not is_alive(pid)


def test_what_only_creeps_is_ended_too(broken_reader: BrokenReader, text_file: Path) -> None:
    broken_reader.do("import time; [time.sleep(0.2) for _ in progress.stepped(range(1_000))]")
    begun = time.monotonic()
    assert "quá lâu" in failure(FileReader(SOON), text_file).message
    assert time.monotonic() - begun < 10


def test_what_gets_on_may_take_longer_than_the_limit(broken_reader: BrokenReader, text_file: Path) -> None:
    broken_reader.do(
        "import time; [time.sleep(0.06) for _ in progress.stepped(range(40))]; raise MemoryError"
    )
    begun = time.monotonic()
    assert "quá lớn" in failure(FileReader(TimeLimits(silence=1.0)), text_file).message
    assert time.monotonic() - begun > 2


def test_a_drive_that_gives_the_file_slowly_is_waited_for(
    broken_reader: BrokenReader, text_file: Path
) -> None:
    act = "for _ in range(40): time.sleep(0.06); progress.loaded(0.06, is_all=False)"
    broken_reader.do("import time", act, "raise MemoryError", is_loaded=False)
    begun = time.monotonic()
    assert "quá lớn" in failure(FileReader(TimeLimits(silence=1.0)), text_file).message
    assert time.monotonic() - begun > 2


def test_a_drive_that_never_answers_is_told_from_a_file_that_hangs(
    broken_reader: BrokenReader, text_file: Path
) -> None:
    broken_reader.do(SLEEP, is_loaded=False)
    message = failure(FileReader(SOON), text_file).message
    assert "ổ đĩa hoặc thư mục mạng chưa trả lời" in message


def test_a_crash_of_the_reader_is_a_sentence(broken_reader: BrokenReader, text_file: Path) -> None:
    broken_reader.do(CRASH)
    assert "hỏng" in failure(FileReader(), text_file).message


def test_a_defect_of_the_reader_is_a_sentence_and_a_trace_for_the_log(
    broken_reader: BrokenReader, text_file: Path
) -> None:
    broken_reader.do(DEFECT)
    error = failure(FileReader(), text_file)
    assert "nhật ký" in error.message
    assert "nobody foresaw this" in error.trace


def test_a_text_that_was_pasted_is_not_called_a_file(broken_reader: BrokenReader) -> None:
    broken_reader.do(CRASH)
    with pytest.raises(UserError, match=r"Văn bản dán vào .* Hãy chỉ sao chép phần báo cáo rồi dán lại"):
        FileReader().pasted("x", NOW)


def test_a_process_that_cannot_be_started_is_not_blamed_on_the_file(
    monkeypatch: pytest.MonkeyPatch, text_file: Path
) -> None:
    for command in (["/no/such/program"], [sys.executable, "-c", "pass"]):
        monkeypatch.setattr(relaunch, "command", lambda _, command=command: command)
        reader = FileReader()
        reader.start()
        with pytest.raises(UserError, match="Máy không mở được phần đọc tệp"):
            reader.report(text_file, NOW)


@pytest.mark.parametrize(
    "said",
    [
        "print('nonsense')",
        "import pickle, sys; pickle.dump(print, sys.stdout.buffer)",
        'print(\'{"steps": 1, "page": 0, "pages": 0}\\n{"answer": "report", "size": 2}\\n[]\')',
        'print(\'{"answer": "report", "size": 99999999999}\'); input()',
    ],
    ids=["nonsense", "pickle", "no report", "too much"],
)
def test_a_reader_that_was_taken_over_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, text_file: Path, said: str
) -> None:
    monkeypatch.setattr(relaunch, "command", lambda _: [sys.executable, "-c", f"input(); {said}"])
    with pytest.raises(UserError, match="Hãy"):
        FileReader().report(text_file, NOW)


# ----------------------------------------------------------------------------------------------- how it ends


def test_it_can_be_stopped_from_another_thread_at_any_time(
    broken_reader: BrokenReader, text_file: Path
) -> None:
    broken_reader.do(DEAF_LOOP)
    reader = FileReader()
    reader.start()
    pid = reader.pid
    ended: list[BaseException] = []

    def read() -> None:
        try:
            reader.report(text_file, NOW)
        except ReadingStopped as error:
            ended.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    broken_reader.wait()
    stopped = time.monotonic()
    reader.stop()
    thread.join(5)
    assert len(ended) == 1
    assert time.monotonic() - stopped < 2
    assert pid is not None
    assert not is_alive(pid)
    with pytest.raises(ReadingStopped):
        reader.report(text_file, NOW)


def test_a_process_that_is_not_needed_after_all_ends(text_file: Path) -> None:
    reader = FileReader()
    reader.warm_up()
    pid = reader.pid
    assert pid is not None
    reader.stop()
    assert not is_alive(pid)


def test_neither_an_end_nor_a_stop_leaves_a_file_behind(
    broken_reader: BrokenReader, text_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    FileReader().report(text_file, NOW)
    broken_reader.do(DEAF_LOOP)
    failure(FileReader(TimeLimits(silence=0.7)), text_file)
    assert list(temporary.iterdir()) == []


_ASKER = """
import sys, threading
from datetime import datetime, UTC
from pathlib import Path
from danvan_desktop.file_reader.process import FileReader
reader = FileReader()
reader.start()
print(reader.pid, flush=True)
reader.report(Path(sys.argv[1]), datetime.now(UTC))
"""


@pytest.mark.parametrize("act", ["idle", "loop"])
def test_a_process_whose_window_was_killed_ends_by_itself(
    broken_reader: BrokenReader, text_file: Path, act: str
) -> None:
    """On Linux the system ends one that makes no step: here after 2 seconds, not the usual 20."""
    script = _ASKER if act == "loop" else _ASKER.replace("reader.report(", "input() #")
    if act == "loop":
        broken_reader.do("import signal", "getattr(signal, 'alarm', int)(2)", ENDLESS_LOOP)
    asker = subprocess.Popen(
        [sys.executable, "-c", script, str(text_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=relaunch.environment(),
    )
    with asker:
        assert asker.stdout is not None
        pid = int(asker.stdout.readline())
        if act == "loop":
            broken_reader.wait()
        asker.kill()
    until = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(pid)


def test_the_program_knows_what_it_is_started_with() -> None:
    assert process_module.FILE_READER == FILE_READER
