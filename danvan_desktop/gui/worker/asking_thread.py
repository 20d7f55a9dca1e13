"""The thread in which a worker process is asked: one question after the other, none once the window goes."""

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from danvan_desktop.gui.worker.messages import Answer, Refused, Request
from danvan_desktop.gui.worker.process import WorkerError, WorkerProcess

T = TypeVar("T")

_log = logging.getLogger(__name__)


class AskingThread(Generic[T]):
    """Takes tasks from their owner, asks, and hands over each answer; what waits is kept by the owner."""

    def __init__(
        self,
        name: str,
        take: Callable[[], T | None],
        request: Callable[[T], Request],
        tell: Callable[[T, Answer], None],
        failure: str,
        idle_seconds: float | None = None,
    ) -> None:
        """Start neither thread nor process: they come with :meth:`wake` and the first task.

        ``take`` gives the next task, or None, and is called with :attr:`lock` held. ``request`` and ``tell``
        are called in the thread. ``failure`` is the refusal where there is no answer, in Vietnamese. After
        ``idle_seconds`` without a task the process ends until there is one; None: it stays.
        """
        self.lock = threading.Condition()
        """Guards what ``take`` reads."""
        self.link = WorkerProcess()
        self.is_ending = False
        self._name = name
        self._take, self._request, self._tell = take, request, tell
        self._failure, self.idle_seconds = failure, idle_seconds
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Say that there is a task."""
        with self.lock:
            self.lock.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End thread and process."""
        with self.lock:
            self.is_ending = True
            self.lock.notify()
        self.link.close()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            try:
                answer = self.link.ask(self._request(task))
            except WorkerError:
                if self.is_ending:
                    return
                answer = self._failed()
            except Exception:  # noqa: BLE001 - logged and shown; the thread must live on
                answer = self._failed()
            self._tell(task, answer)

    def _failed(self) -> Refused:
        _log.exception("no answer for %s", self._name)
        return Refused(self._failure)

    def _next(self) -> T | None:
        """Wait for a task; None: the end."""
        with self.lock:
            while not self.is_ending:
                task = self._take()
                if task is not None:
                    return task
                if not self.lock.wait(self.idle_seconds):
                    self.link.rest()
            return None
