"""Offers after a report was begun or brought in: in the banner, one after the other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.shell.banner import Banner


@frozen
class Offer:
    """What may be done now: a question, and the button that says yes to it."""

    text: str
    action: str
    do: Callable[[], bool]
    """Tells whether it was done; else the question stays."""


class Offers(QObject):
    """Shows the next offer once the one before was taken or declined; whatever else is said ends them."""

    def __init__(self, banner: Banner) -> None:
        """Show them in ``banner``."""
        super().__init__(banner)
        self._banner = banner
        self._waiting: list[Offer] = []
        self._shown = ""
        banner.dismiss.clicked.connect(self._go_on)

    def begin(self, notices: Sequence[str], offers: Sequence[Offer]) -> None:
        """Say ``notices``, and make ``offers`` one after the other."""
        self._waiting = list(offers)
        self._shown = ""
        if self._waiting:
            self._offer(notices)
        elif notices:
            self._banner.say("\n".join(notices))

    def _offer(self, notices: Sequence[str] = ()) -> None:
        offer = self._waiting.pop(0)
        self._shown = "\n".join([*notices, offer.text])
        self._banner.say(self._shown, offer.action, lambda: self._take(offer))

    def _take(self, offer: Offer) -> None:
        if offer.do():
            self._banner.take_back(self._shown)
            self._go_on()

    def _go_on(self) -> None:
        """Make the next offer, unless the banner has said something else meanwhile."""
        if self._waiting and self._banner.label.text() == self._shown:
            self._offer()
