"""The program in a process of its own, listened to and killed."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path

from tests.repository import ROOT
from tests.torture.typist import Orders

_MARK = "DANVAN_TORTURE"
_number = count()


@dataclass
class Heard:
    """What a typist has told, see :mod:`tests.torture.typist`."""

    due: list[float] = field(default_factory=list)
    """Of each letter that was handled, when it was due."""
    saved: list[tuple[int, float]] = field(default_factory=list)
    messages: list[tuple[float, str]] = field(default_factory=list)
    last_lines: list[str] | None = None
    """The text as it was shown first."""
    listed: int | None = None
    done: int = 0
    kept: int = 0
    """Rounds whose version was called kept."""
    lines: int = 0

    def take(self, line: str) -> None:
        kind, _, rest = line.partition(" ")
        words = rest.split(" ", 1)
        self.lines += 1
        if kind == "k":
            self.due.append(float(words[1]))
        elif kind == "s":
            self.saved.append((int(words[0]), float(words[1])))
        elif kind == "m":
            self.messages.append((float(words[0]), json.loads(words[1])))
        elif kind == "o":
            self.last_lines = json.loads(words[1])
        elif kind == "l":
            self.listed = int(words[0])
        elif kind == "e":
            self.done += 1
        elif kind == "v":
            self.kept = int(words[0])


class StartedProgram:
    """The window with a typist in it, on the data folder ``data``; its home is ``home``."""

    def __init__(self, data: Path, home: Path, orders: Orders, *files: Path) -> None:
        for name in ("tmp", "config", "Documents"):
            (home / name).mkdir(parents=True, exist_ok=True)
        self.heard = Heard()
        self.mark = f"{os.getpid()}-{next(_number)}"
        environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
        environment |= {
            "HOME": str(home),
            "TMPDIR": str(home / "tmp"),
            "QT_QPA_PLATFORM": "offscreen",
            _MARK: self.mark,
        }
        command = [sys.executable, "-X", "utf8", "-m", "tests.torture.typist", str(data)]
        self.started = time.monotonic()
        self._process = subprocess.Popen(
            [*command, json.dumps(asdict(orders)), *map(str, files)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
        )
        self._complaints: deque[str] = deque(maxlen=60)
        self._listeners = [
            threading.Thread(target=self._listen, daemon=True),
            threading.Thread(target=self._listen_to_complaints, daemon=True),
        ]
        for each in self._listeners:
            each.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith(b"\n"):
                self.heard.take(line.decode().rstrip("\n"))

    def _listen_to_complaints(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._complaints.append(line.decode("utf-8", "replace"))

    def wait_for(self, condition: Callable[[Heard], bool], seconds: float = 60.0) -> bool:
        """Wait until ``condition`` holds; False: it did not, or the program has ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition(self.heard):
                return True
            if self._process.poll() is not None:
                self._settle()
                return condition(self.heard)
            time.sleep(0.005)
        return False

    def kill(self) -> float:
        """Kill it; when."""
        moment = time.monotonic()
        self._process.kill()
        self._process.wait()
        self._settle()
        return moment

    def is_running(self) -> bool:
        return self._process.poll() is None

    def ask_to_end(self, seconds: float = 30.0) -> int:
        """End it as a log-off does; its exit code."""
        self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._settle()
        return code

    def _settle(self) -> None:
        for each in self._listeners:
            each.join(10)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    @property
    def complaint(self) -> str:
        """A traceback, or what else it wrote as an error; "" for nothing, or where only the log was full."""
        lines = [line for line in self._complaints if "propagateSizeHints" not in line]
        return "" if "--- Logging error ---\n" in lines else "".join(lines).strip()


def left_running(mark: str) -> list[int]:
    """Processes that a program with this mark has started and left behind."""
    wanted = f"{_MARK}={mark}".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if wanted in environment.read_bytes().split(b"\0"):
                found.append(int(environment.parent.name))
        except OSError:
            continue
    return found


class MachineDelay:
    """How late this machine is itself: a thread that does nothing but sleep and flush 4 KB now and then."""

    _KEPT = 4.0
    _SLEEP = 0.02

    def __init__(self, folder: Path) -> None:
        self._path = folder / "flushed"
        self._delays: deque[tuple[float, float]] = deque(maxlen=1000)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._measure, daemon=True)
        self._thread.start()

    def lately(self) -> float:
        """The longest of the last seconds, in seconds."""
        since = time.monotonic() - self._KEPT
        return max((delay for moment, delay in list(self._delays) if moment > since), default=0.0)

    def end(self) -> None:
        self._ending.set()
        self._thread.join()

    def _measure(self) -> None:
        with self._path.open("wb") as file:
            while not self._ending.is_set():
                begin = time.monotonic()
                time.sleep(self._SLEEP)
                file.seek(0)
                file.write(bytes(4096))
                file.flush()
                os.fsync(file.fileno())
                moment = time.monotonic()
                self._delays.append((moment, moment - begin - self._SLEEP))
