"""A worker held at arm's length: asked for one file at a time, ended when it takes too long, begun anew."""

import contextlib
import json
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.fuzz.judging.judgement import Judgement
from tests.fuzz.judging.used_memory import processor_seconds_of
from tests.repository import ROOT

PATIENCE = 60
"""Seconds of waiting after which a worker is ended: its processor may be shared with others."""
MOST_SECONDS = 15.0
"""Seconds of the processor after which it is ended."""
_FILES = 800
"""After so many files a worker begins anew: what it may have leaked is no file's fault."""


def worker(seeds: Path, run: int) -> "LimitedProcess":
    """A worker that judges mutants of the seeds in that folder."""
    return LimitedProcess([sys.executable, "-m", "tests.fuzz.running.worker", str(seeds), str(run)])


class LimitedProcess:
    """A process that says "ready", then answers a line of JSON with one; begins when it is first asked."""

    def __init__(
        self, command: Sequence[str], *, patience: int = PATIENCE, most_seconds: float = MOST_SECONDS
    ) -> None:
        self._command = list(command)
        self._patience = patience
        """Seconds of waiting."""
        self._most_seconds = most_seconds
        """Seconds of the processor."""
        self._process: subprocess.Popen[str] | None = None
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed in __exit__
        self._left = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        self._said.close()

    def ask(self, **asked: Any) -> Judgement:
        """Let a file be judged; what kills the worker or holds it is a fault of the file."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        began = time.monotonic()
        try:
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
        except BrokenPipeError:
            return self._died(process, began)
        if not self._answers(process):
            process.send_signal(signal.SIGABRT)  # faulthandler then says where it was
            return self._died(process, began, "no answer within the time")
        line = process.stdout.readline()
        if not line:
            return self._died(process, began)
        answer = json.loads(line)
        tuples = {name: tuple(value) for name, value in answer.items() if isinstance(value, list)}
        return Judgement(**(answer | tuples))

    def _answers(self, process: subprocess.Popen[str]) -> bool:
        """Wait for an answer, or the end; False: neither came in time."""
        answers = process.stdout
        assert answers is not None
        used = processor_seconds_of(process.pid)
        for _ in range(self._patience):  # counted, not by the clock: both may be stopped for a while
            ready, _, _ = select.select([answers], [], [], 1)
            if ready:
                return True
            if processor_seconds_of(process.pid) - used > self._most_seconds:
                return False
        return False

    def begin_anew(self) -> None:
        """Let the next file be judged by a worker that has seen none."""
        self._end()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._left <= 0:
            self._end()
            self._said.seek(0)
            self._said.truncate()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                text=True,
                encoding="utf-8",
                errors="replace",
                cwd=ROOT,
            )
            self._left = _FILES
            assert self._process.stdout is not None
            self._process.stdout.readline()  # it is ready; what that took is no file's
        self._left -= 1
        return self._process

    def _died(self, process: subprocess.Popen[str], began: float, how: str = "") -> Judgement:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._end()
        self._said.seek(0)
        last = self._said.read()[-6_000:]
        how = how or f"the process ended with {process.returncode}"
        return Judgement("fault", f"{last}\n{how}", (), round(time.monotonic() - began, 1), 0)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.stdin is not None and process.stdout is not None:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()
