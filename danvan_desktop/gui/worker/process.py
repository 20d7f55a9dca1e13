"""Handle of the worker process: starts it, sends requests, restarts it when it died, ends it.

The worker is this program started anew, in a checkout as in the frozen program. multiprocessing would do
the same with 12 MB more: on Linux it keeps a process of its own to track resources.
"""

import contextlib
import logging
import os
import pickle
import subprocess
import threading

from danvan_desktop import relaunch
from danvan_desktop.gui.worker.messages import Answer, ComposeReport, Request

PREVIEW_WORKER = "--preview-worker"
"""What __main__ understands."""
_LAST_WORDS_SECONDS = 1.0
_LOWER_PRIORITY = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""On Windows; elsewhere the process is made nicer by :data:`_NICER`."""
_NICER = 10

_log = logging.getLogger(__name__)

_Process = subprocess.Popen[bytes]
_DEAD = (EOFError, OSError, ValueError, pickle.UnpicklingError)
"""What asking a process that ended comes to: no answer, half an answer, a pipe that is closed."""


class WorkerError(Exception):
    """The worker process cannot be started, or died twice over the same request."""


class WorkerProcess:
    """Sends one request at a time; one thread uses it, any thread may close it."""

    def __init__(self) -> None:
        """Start nothing: the process comes with the first request."""
        self.in_background = False
        """Whether what it does may wait for the window: on two old cores its work would delay keys."""
        self._process: _Process | None = None
        self._composed: ComposeReport | None = None
        self._closing = False
        self._guard = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The process, while there is one."""
        process = self._process
        return process.pid if process is not None else None

    def ask(self, request: Request) -> Answer:
        """Send ``request`` and wait for the answer.

        Raises:
            WorkerError: there is no worker to answer, and a new one did not help.
        """
        try:
            return self._ask(request)
        except _DEAD as error:
            if self._closing:
                raise WorkerError("the window is closing") from error
            _log.warning("the worker process ended unexpectedly and is started anew")
            self._drop()
        try:
            if self._composed is not None and not isinstance(request, ComposeReport):
                self._ask(self._composed)  # what is drawn must be set first
            return self._ask(request)
        except _DEAD as error:
            self._drop()
            raise WorkerError("the worker process does not live") from error

    def rest(self) -> None:
        """End the process until there is something to ask; for the thread that asks."""
        self._drop()

    def close(self) -> None:
        """End the process; a request under way fails with :class:`WorkerError`."""
        self._closing = True
        self._drop()

    def _ask(self, request: Request) -> Answer:
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        pickle.dump(request, process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
        if isinstance(request, ComposeReport):
            self._composed = request
        answer: Answer = pickle.load(process.stdout)  # noqa: S301 - our own program has the other end
        return answer

    def _start(self) -> _Process:
        with self._guard:
            if self._closing:
                raise EOFError
            self._process = subprocess.Popen(
                relaunch.command(PREVIEW_WORKER),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=relaunch.environment(),
                creationflags=relaunch.NO_CONSOLE | (_LOWER_PRIORITY if self.in_background else 0),
            )
            if self.in_background and os.name == "posix":
                with contextlib.suppress(OSError):  # it has ended already, which the first question finds
                    os.setpriority(os.PRIO_PROCESS, self._process.pid, os.nice(0) + _NICER)
            return self._process

    def _drop(self) -> None:
        """End the process, which owns nothing but memory; whoever waits for its answer finds the end."""
        with self._guard:
            process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_LAST_WORDS_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not sent yet has nowhere to go
                    pipe.close()
