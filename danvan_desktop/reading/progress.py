"""Progress of reading: the loops over the parts of a foreign file say that they go on; one may listen.

The reader process (``file_reader/``) listens, and so tells a long file from one that hangs. Anywhere else
nobody does, and a step costs nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

BLOCKS_A_PAGE, LINES_A_PAGE = 20, 40
"""How many of them about make a page: a step is to be a page's work, wherever it is made."""

Listener = Callable[[int, int], None]
"""Hears of each step: how many pages of how many are read; 0, 0 where the step is no page."""


def _nobody(_done: int, _total: int) -> None:
    pass


_listener: Listener = _nobody


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
            _listener(0, 0)


def pages(items: Sequence[T]) -> Iterator[T]:
    """Yield the pages ``items``; a step is made with each."""
    for index, item in enumerate(items):
        yield item
        _listener(index + 1, len(items))
