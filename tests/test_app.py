"""Errors of the command line: one plain line on stderr and the right exit code."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from danvan_desktop import app, native_message
from danvan_desktop.errors import UserError
from danvan_desktop.paths import LOG_NAME


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Failing":
    return Failing(monkeypatch, tmp_path)


class Failing:
    """Runs the program with a command that ends in an error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self.folder = folder / "du-lieu"

    def __call__(self, error: BaseException) -> int:
        def fail(_: object) -> int:
            raise error

        self._monkeypatch.setattr(app, "_COMMANDS", {"check": fail})
        return app.main(["--data-dir", str(self.folder), "check", "a.txt"])


def test_what_a_person_can_act_on_is_said_as_it_stands(
    failing: Failing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(UserError("Tệp rỗng.\n Hãy chọn tệp khác.")) == 2
    assert capsys.readouterr() == ("", "Tệp rỗng. Hãy chọn tệp khác.\n")
    assert not failing.folder.exists()


def test_a_defect_is_one_line_that_names_the_log(
    failing: Failing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(ZeroDivisionError("division")) == 2
    captured = capsys.readouterr()
    log = failing.folder / LOG_NAME
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "lỗi ngoài dự kiến" in captured.err
    assert str(log) in captured.err
    assert "Traceback" not in captured.err
    assert "ZeroDivisionError: division" in log.read_text(encoding="utf-8")


def test_the_log_goes_elsewhere_when_the_folder_cannot_be_made(
    failing: Failing, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "du-lieu").write_bytes(b"a file in its place")
    elsewhere = tmp_path / "tam"
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    assert failing(RuntimeError("oops")) == 2
    assert str(elsewhere / LOG_NAME) in capsys.readouterr().err


def test_a_window_that_cannot_be_made_says_so_in_one_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise ImportError("DLL load failed")

    shown: list[str] = []
    monkeypatch.setattr(native_message, "show", shown.append)
    monkeypatch.setattr(app, "_COMMANDS", {"window": fail})
    assert app.main(["--data-dir", str(tmp_path)]) == 2
    assert "hãy thử mở lại, hoặc cài lại phần mềm" in shown[0]
    assert f"vẫn nằm nguyên trong thư mục {tmp_path}" in shown[0]
    assert capsys.readouterr().err == f"{shown[0]}\n"
    assert "DLL load failed" in (tmp_path / LOG_NAME).read_text("utf-8")


def test_too_little_memory_is_said_as_such(failing: Failing, capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(MemoryError()) == 2
    assert "không đủ bộ nhớ" in capsys.readouterr().err


def test_ctrl_c_is_no_error(failing: Failing, capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "Đã dừng theo yêu cầu.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of another kind")
def test_a_reader_who_left_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "danvan_desktop", "--help"]
    # Unbuffered, argparse itself passes over the closed pipe.
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        command, stdout=writing, stderr=subprocess.PIPE, env=buffered, check=False, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


class ClosedPipe(io.RawIOBase):
    """A pipe of Windows whose reader has left: "invalid argument", whatever is written."""

    def __init__(self, nowhere: int) -> None:
        self._nowhere = nowhere

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._nowhere

    def write(self, _: object) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")


def test_a_reader_who_left_is_no_error_on_windows_either(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "nowhere").open("wb") as nowhere:
        out = io.TextIOWrapper(io.BufferedWriter(ClosedPipe(nowhere.fileno())), encoding="utf-8")
        monkeypatch.setattr(sys, "stdout", out)
        assert app.main(["--help"]) == 141
        monkeypatch.setattr(out.buffer.raw, "write", len)
        out.close()
    assert capsys.readouterr().err == ""


def test_an_invalid_argument_of_anything_else_is_an_error(
    failing: Failing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(OSError(errno.EINVAL, "Invalid argument")) == 2
    assert "lỗi ngoài dự kiến" in capsys.readouterr().err


def test_without_a_console_a_window_of_the_system_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(native_message, "show", shown.append)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert app.main(["--khong-co"]) == 2
    assert "Không hiểu “--khong-co”" in shown[0]
    sys.stdout.close()
    sys.stderr.close()


def test_a_console_of_few_letters_takes_every_text(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="cp1252"))
    assert app.main(["--khong-co"]) == 2
    assert "Không hiểu “--khong-co”" in raw.getvalue().decode("utf-8")


def test_a_window_without_a_screen_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert app.main([]) == 2
    assert "không có màn hình" in capsys.readouterr().err


def test_starting_loads_none_of_the_heavy_libraries() -> None:
    script = (
        "import sys, danvan_desktop.app, danvan_desktop.exporters, danvan_desktop.importers\n"
        "print(sorted({name.split('.')[0] for name in sys.modules}"
        " & {'docx', 'lxml', 'reportlab', 'PIL', 'PySide6', 'peewee', 'pypdfium2', 'sqlite3'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
