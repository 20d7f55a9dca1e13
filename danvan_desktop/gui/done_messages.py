"""What was done, told over the foot of the window, with the offer to take it back while that is true."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # the list of reports appears sooner without it
    from danvan_desktop.gui.widgets.toast import Toasts


class DoneMessages(QObject):
    """One toast at a time; one that offers to undo a step of the text goes when something newer is done."""

    def __init__(self, window: QWidget, undo_step: Callable[[], object], foot: Callable[[], int]) -> None:
        """``undo_step`` takes the last step of the open report back; ``foot``: how much is to stay free."""
        super().__init__(window)
        self._window, self._undo_step, self._foot = window, undo_step, foot
        self._toasts: Toasts | None = None
        self._offers_step = False

    @property
    def toasts(self) -> "Toasts":
        """What shows them; made when it is first used."""
        if self._toasts is None:
            from danvan_desktop.gui.widgets.toast import Toasts

            self._toasts = Toasts(self._window)
            self._toasts.keep_clear = self._foot
        return self._toasts

    def say(self, text: str, can_be_undone: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        """Tell what was done; where it is a step of the text, offer to undo it."""
        self._offers_step = can_be_undone
        if can_be_undone:
            self.toasts.say(text, "Hoàn tác", self._undo_step)
        else:
            self.toasts.say(text)

    def offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        """Tell what was done, with a button that runs ``undo``."""
        self._offers_step = False
        self.toasts.say(text, "&Hoàn tác", undo)

    def withdraw_step(self) -> None:
        """Offer no longer to undo the step that was done last: something newer would be undone."""
        if self._offers_step:
            self._offers_step = False
            self.withdraw()

    def withdraw(self) -> None:
        """Take away what is shown: what it says, or offers, is no longer true."""
        if self._toasts is not None:
            self._toasts.withdraw()
