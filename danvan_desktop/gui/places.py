"""Places in a report as text: where the cursor was, where a note or finding points."""

from dataclasses import dataclass

GENERAL, OPENING, CLOSING, SIGNATURE, ANNEXES = "general", "opening", "closing", "signature", "annexes"
_FIELD_TABS = {
    "letterhead": GENERAL,
    "kind": GENERAL,
    "subject": GENERAL,
    "year": GENERAL,
    "period": GENERAL,
    "addressees": SIGNATURE,
    "recipients": SIGNATURE,
    "filing": SIGNATURE,
    "signature": SIGNATURE,
    "legal_bases": OPENING,
    "opening": OPENING,
    "closing": CLOSING,
    "annexes": ANNEXES,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A tab ("section:3"), a block in it (0: none) and how far the cursor is in that block."""

    tab: str
    block: int = 0
    offset: int = 0

    def __str__(self) -> str:
        """Write "section:3/12+5"; :func:`parse` reads it."""
        return f"{self.tab}/{self.block}+{self.offset}" if self.block else self.tab


def parse(text: str) -> Place:
    """Read a cursor's place, a note's "block:12" (its tab not known) or a field ("letterhead.agency")."""
    tab, _, rest = text.partition("/")
    block, _, offset = rest.partition("+")
    if tab.startswith("block:"):
        return Place("", _number(tab.removeprefix("block:")))
    field = tab.partition(".")[0].partition("[")[0]
    return Place(_FIELD_TABS.get(field, tab), _number(block), _number(offset))


def _number(text: str) -> int:
    return int(text) if text.lstrip("-").isascii() and text.lstrip("-").isdecimal() else 0
