"""Ids of blocks: one counter for the whole report, with temporary ids for lines that may stay empty."""

from functools import cached_property


class BlockIdCounter:
    """Gives out ids; ``next_id`` is what the report keeps.

    A line that may never become a block (below a table, in an empty section) has a temporary id below
    zero; the real one is taken when it first holds text, and is the same ever after.
    """

    def __init__(self, next_id: int = 1) -> None:
        self.next_id = next_id
        self._next_temporary = -1
        self._real: dict[int, int] = {}
        self.pasted: dict[str, dict[int, int]] = {}
        """Of each filling of the clipboard, the ids that its blocks got where they were pasted last."""

    @cached_property
    def report(self) -> str:
        """Names this opening of the report: ids on the clipboard mean something here only."""
        from uuid import uuid4

        return uuid4().hex

    def take(self) -> int:
        """Give an id that no other part of the report has or had."""
        taken = self.next_id
        self.next_id += 1
        return taken

    def temporary(self) -> int:
        """Give an id for a line that is no block yet."""
        taken = self._next_temporary
        self._next_temporary -= 1
        return taken

    def real(self, identity: int) -> int:
        """Give the id in the report of a block that bears ``identity`` in the editor."""
        if identity > 0:
            return identity
        if identity not in self._real:
            self._real[identity] = self.take()
        return self._real[identity]

    def known(self, identity: int) -> int:
        """Give the id in the report like :meth:`real`, but take none: a line without one keeps its own."""
        return self._real.get(identity, identity)
