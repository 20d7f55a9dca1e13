"""Full runs of the cyclic garbage collector at quiet moments alone.

One run looks through all that a report of 100 pages is made of, 45 ms that no key may wait. Nothing
is lost by putting it off: reports hold no cycles, and go as soon as nobody has them any more. What a run has
left is not looked through again until the report is closed: most of it stays as long as that.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from danvan_desktop.gui.services.debounce import Debounce

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

REST_MS = 2_000
"""Without a save: nobody types."""
LONGEST_MS = 60_000
"""At the latest, for who never rests; and between two looks when nothing is saved."""
_WORTH_IT = 10
"""So many runs through the younger objects since the last full one, as Python itself counts."""
_NEVER = 2**31 - 1


class QuietCollection(QObject):
    """Takes the full runs from the interpreter, which would start one with any object that is made."""

    def __init__(self, parent: QObject) -> None:
        """Begin; the younger objects are looked through as before."""
        super().__init__(parent)
        young, middle, old = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        self.destroyed.connect(lambda: gc.set_threshold(young, middle, old))
        self.destroyed.connect(gc.unfreeze)
        self._is_due = False
        self._rest = Debounce(REST_MS, self._collect, self, longest=LONGEST_MS)
        looks = QTimer(self)
        looks.timeout.connect(self.put_off)
        looks.start(LONGEST_MS)

    def follow(self, *, opened: "SignalInstance", saved: "SignalInstance", closed: "SignalInstance") -> None:
        """Run after a report was ``opened``, ``saved`` or ``closed``, in a rest."""
        opened.connect(self._look_soon)
        saved.connect(self.put_off)
        closed.connect(self._look_at_all)

    def leave_out(self) -> None:
        """What was just made is much, and stays until the report is closed: no run looks through it."""
        gc.collect(1)
        gc.freeze()

    def put_off(self) -> None:
        """The user is at work: wait for a rest."""
        self._rest.start()

    def _look_soon(self) -> None:
        self._is_due = True
        self._rest.start()

    def _look_at_all(self) -> None:
        gc.unfreeze()
        self._look_soon()

    def _collect(self) -> None:
        if self._is_due or gc.get_count()[2] >= _WORTH_IT:
            self._is_due = False
            gc.collect()
            gc.freeze()
