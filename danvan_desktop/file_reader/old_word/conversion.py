"""Conversion of one old Word file in a process of its own, with a time limit; another thread may stop it."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from danvan_desktop.errors import UserError
from danvan_desktop.file_reader.messages import Progress
from danvan_desktop.file_reader.old_word.converters import PROCESS, Converter
from danvan_desktop.file_reader.process import ReadingStopped
from danvan_desktop.relaunch import NO_CONSOLE

SECONDS = 120.0
"""LibreOffice takes two seconds, on an old machine half a minute at first; a hung one no end."""


class Conversion:
    """Saves a ``.doc`` as ``.docx`` in a folder of its own, which goes when the context is left."""

    def __init__(self, converter: Converter, seconds: float = SECONDS) -> None:
        """Start nothing yet."""
        self._converter, self._seconds = converter, seconds
        self._guard = threading.Lock()
        self._stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None
        self.progress = Progress()
        """Pages are not counted."""

    def __enter__(self) -> Self:
        """Make the folder."""
        self._folder = Path(tempfile.mkdtemp(prefix="danvan-doc-"))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End what still runs; delete the folder with all that is in it."""
        self._end()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, path: Path) -> Path:
        """Return the new file, which is there until the context is left; ``path`` stays as it is.

        Raises:
            UserError: it could not be converted; the message says what to do.
            ReadingStopped: :meth:`stop` was called.
        """
        if self._folder is None:
            raise RuntimeError("outside of its context")
        old, new = self._folder / "in" / path.name, self._folder / f"{path.stem}.docx"
        try:
            old.parent.mkdir()
            shutil.copyfile(path, old)
            process = self._start(old, new, self._folder)
        except OSError as error:
            raise self._failed(path) from error
        try:
            process.wait(self._seconds)
        except subprocess.TimeoutExpired as error:
            raise UserError(
                f"{self._converter.name} chuyển tệp “{path.name}” quá lâu nên đã dừng lại. "
                f"Hãy mở tệp bằng {self._converter.name}, {SAVE_AS_DOCX}."
            ) from error
        finally:
            self._end()
        if self._stopped:
            raise ReadingStopped
        if not new.is_file() or not new.stat().st_size:
            raise self._failed(path)
        return new

    def stop(self) -> None:
        """End the conversion under way; any thread may call it."""
        self._stopped = True
        self._end()

    def _start(self, old: Path, new: Path, folder: Path) -> "subprocess.Popen[bytes]":
        command = self._converter.command(old, new, folder)
        with self._guard:
            if self._stopped:
                raise ReadingStopped
            self._process = subprocess.Popen(
                command.arguments,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment() | command.variables,
                creationflags=NO_CONSOLE,
                start_new_session=True,  # it starts others, which are ended with it
            )
            return self._process

    def _end(self) -> None:
        """End the process with those that it has started."""
        with self._guard:
            process, self._process = self._process, None
        if process is None:
            return
        if sys.platform == "win32":
            self._end_on_windows(process)
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()

    def _end_on_windows(self, process: "subprocess.Popen[bytes]") -> None:
        """Word is started by the system and no child of ours: its number stands in a file."""
        numbers = [str(process.pid)] if process.poll() is None else []
        if numbers and self._folder is not None:
            with contextlib.suppress(OSError):
                words = (self._folder / PROCESS).read_text(encoding="ascii").split()
                numbers += [word for word in words if word.isdigit()]
        for number in numbers:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    ["taskkill", "/T", "/F", "/PID", number],
                    capture_output=True,
                    check=False,
                    creationflags=NO_CONSOLE,
                    timeout=10,
                )

    def _failed(self, path: Path) -> UserError:
        return UserError(
            f"{self._converter.name} không chuyển được tệp “{path.name}” (có thể đã hỏng hoặc có mật khẩu). "
            f"Hãy mở tệp bằng {self._converter.name}, {SAVE_AS_DOCX}."
        )


SAVE_AS_DOCX = "lưu lại dạng Tài liệu Word (*.docx) rồi nhập tệp ấy"


def _environment() -> dict[str, str]:
    """Return ours without what a frozen program has put there for its own libraries."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if getattr(sys, "frozen", False):
        kept.pop("LD_LIBRARY_PATH", None)
        if (own := os.environ.get("LD_LIBRARY_PATH_ORIG")) is not None:
            kept["LD_LIBRARY_PATH"] = own
    return kept
