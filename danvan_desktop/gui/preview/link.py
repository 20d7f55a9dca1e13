"""The window's end of the worker process: starts it, asks it, starts it anew when it died, ends it."""

import logging
import multiprocessing
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from danvan_desktop.gui.preview.messages import Answer, Compose, Request
from danvan_desktop.gui.preview.worker import serve

_LAST_WORDS_SECONDS = 1.0

_log = logging.getLogger(__name__)


class WorkerError(Exception):
    """The worker process cannot be started, or died twice over the same request."""


class Link:
    """Asks one thing at a time; one thread uses it, any thread may close it."""

    def __init__(self) -> None:
        """Start nothing: the process comes with the first request."""
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._composed: Compose | None = None
        self._closing = False
        self._guard = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The process, while there is one."""
        return self._process.pid if self._process is not None else None

    def ask(self, request: Request) -> Answer:
        """Send ``request`` and wait for the answer.

        Raises:
            WorkerError: there is no worker to answer, and a new one did not help.
        """
        try:
            return self._ask(request)
        except (EOFError, OSError) as error:
            if self._closing:
                raise WorkerError("the window is closing") from error
            _log.warning("the worker process ended unexpectedly and is started anew")
            self._drop()
        try:
            if self._composed is not None and not isinstance(request, Compose):
                self._ask(self._composed)  # what is drawn must be set first
            return self._ask(request)
        except (EOFError, OSError) as error:
            self._drop()
            raise WorkerError("the worker process does not live") from error

    def close(self) -> None:
        """End the process; a request under way fails with :class:`WorkerError`."""
        self._closing = True
        self._drop()

    def _ask(self, request: Request) -> Answer:
        connection = self._connection or self._start()
        connection.send(request)
        if isinstance(request, Compose):
            self._composed = request
        answer: Answer = connection.recv()
        return answer

    def _start(self) -> Connection:
        with self._guard:
            if self._closing:
                raise OSError("closed")
            context = multiprocessing.get_context("spawn")  # a fork would copy Qt and its threads
            ours, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs,), name="preview", daemon=True)
            self._process.start()
            theirs.close()
            self._connection = ours
            return ours

    def _drop(self) -> None:
        """End the process, which owns nothing but memory; whoever waits for its answer finds the end."""
        with self._guard:
            process = self._process
            # Not closed here: another thread may be reading from it.
            self._process = self._connection = None
        if process is None:
            return
        process.terminate()
        process.join(_LAST_WORDS_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()
