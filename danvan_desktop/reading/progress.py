"""Progress of reading: the loops over the parts of a foreign file say that they go on; one may listen.

The reader process (``file_reader/``) listens, and so tells a long file from one that hangs. Anywhere else
nobody does, and a step costs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

T = TypeVar("T")

BLOCKS_A_PAGE, LINES_A_PAGE = 20, 40
"""How many of them about make a page: a step is to be a page's work, wherever it is made."""


class Listener(Protocol):
    """Hears how the reading gets on."""

    def step(self, page: int = 0, pages: int = 0) -> None:
        """A step is made: ``page`` of ``pages`` is read; 0, 0 where it is no page."""

    def loaded(self, seconds: float, *, is_all: bool) -> None:
        """A piece of the file, the last one where ``is_all``, has come from the disk in so many seconds."""


class _Nobody:
    """Hears nothing."""

    def step(self, page: int = 0, pages: int = 0) -> None:
        pass

    def loaded(self, seconds: float, *, is_all: bool) -> None:
        pass


_listener: Listener = _Nobody()


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Let ``listener`` hear of all steps meanwhile; a process reads one file at a time."""
    global _listener  # noqa: PLW0603 - what reads a file knows nothing of who waits for it
    before, _listener = _listener, listener
    try:
        yield
    finally:
        _listener = before


def stepped(items: Iterable[T], every: int = 1) -> Iterator[T]:
    """Yield ``items``; a step is made with each ``every`` of them, about the work of a page."""
    for index, item in enumerate(items):
        yield item
        if not (index + 1) % every:
            _listener.step()


def pages(items: Sequence[T]) -> Iterator[T]:
    """Yield the pages ``items``; a step is made with each."""
    for index, item in enumerate(items):
        yield item
        _listener.step(index + 1, len(items))


def loaded(seconds: float, *, is_all: bool) -> None:
    """Say that a piece of the file has been read: the time that the disk took is not the reader's."""
    _listener.loaded(seconds, is_all=is_all)
