"""Deadline of a reading: it moves on with every step, and hits what hangs and what only creeps."""

from danvan_desktop.file_reader.limits import TimeLimits


class Deadline:
    """The moment until which the reader process must have got on; times are seconds of one clock."""

    def __init__(self, limits: TimeLimits, now: float) -> None:
        """Begin at ``now``."""
        self._limits = limits
        self._asked = self._begun = self._last_step = now
        self._steps = 0
        self._waited = 0.0

    def take(self, steps: int, now: float, waited: float = 0.0) -> None:
        """Hear at ``now`` that ``steps`` are made in all; the first is that it begins.

        ``waited`` are all the seconds that the disk took: they count for nothing, but show that it gets on.
        """
        if not self._steps:
            self._begun = now
        if steps > self._steps or waited > self._waited:
            self._steps, self._waited, self._last_step = steps, waited, now

    def left(self, now: float) -> float:
        """How long it may still take, 0 for no longer."""
        if not self._steps:
            return max(self._asked + self._limits.start - now, 0.0)
        by_silence = self._last_step + self._limits.silence
        by_steps = self._begun + self._waited + self._limits.silence + self._steps * self._limits.a_step
        return max(min(by_silence, by_steps) - now, 0.0)
