"""Python's search for objects that refer to each other in a circle, which frees what nothing else would."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Make values without the search, which comes round with every so many objects and finds no circle.

    It took a fifth of setting and writing 400 pages. May decorate a function.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
