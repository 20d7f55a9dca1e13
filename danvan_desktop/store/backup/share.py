"""How far a backup has come: its parts count what they have, the listener hears a share of the whole."""

from collections.abc import Callable

Tell = Callable[[int, int], object]
"""Called with how many are done, of how many."""
WHOLE = 1000
"""Of how many parts a whole that consists of several is told."""


def untold(_done: int, _of: int) -> None:
    """Tell nobody."""


def portion(tell: Tell, first: int, last: int) -> Tell:
    """Tell a part of the work as what lies between ``first`` and ``last`` of :data:`WHOLE`."""
    return lambda done, of: tell(first + (last - first) * min(done, of) // max(of, 1), WHOLE)


def told_by_asking(is_wanted: Callable[[], bool], tell: Tell, of: int) -> Callable[[], bool]:
    """Give an ``is_wanted`` that is asked once in each of ``of`` steps, and tells of the step."""
    done = 0

    def asked() -> bool:
        nonlocal done
        done += 1
        tell(min(done, of), of)
        return is_wanted()

    return asked
