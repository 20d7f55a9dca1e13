"""Limits of the reader process: how much memory it may have, and how long it may take without getting on."""

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.limits import MEBIBYTE

MEMORY_BYTES = 550 * MEBIBYTE
"""Writable memory of its own; with the code that is 600 MB. A PDF of 500 full pages, the most that is read,
needs 430 MiB."""
LONGEST_ANSWER = 64 * MEBIBYTE
"""Bytes of an answer: the text of ten thousand pages needs 27 MB."""


@frozen
class TimeLimits:
    """How long a file may take, in seconds.

    500 pages take half a minute, on an old machine two: no fixed time tells them from a bomb. But they get
    on, and what hangs does not.
    """

    start: float = 10.0
    """Until the process says that it reads: an antivirus may look at it first."""
    silence: float = 10.0
    """From one step to the next, and for all of a file that makes none."""
    a_step: float = 0.125
    """What each step earns: a page takes 0.025 s, on an old machine 0.1 s. What is slower is no page."""


TIME = TimeLimits()
