"""Locations in a report as text: the cursor's position, and where a note or a finding points."""

from danvan_desktop.frozen import frozen

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


@frozen
class Location:
    """A tab ("section:3"), a block in it (0: none) and how far the cursor is in that block; or a field."""

    tab: str
    block: int = 0
    offset: int = 0
    length: int = 0
    """How many letters from there on are meant."""
    cell: tuple[int, int] | None = None
    """Of a table its row and column, from 0; the letters are those of that cell."""
    field: str = ""
    """The report's field on that tab: "letterhead.agency", of a section or an annex "title"."""

    def __str__(self) -> str:
        """Write "section:3/12+5~7", of a cell "section:3/34@2.4+0", or the field; :func:`parse` reads it."""
        if self.field:
            return f"{self.tab}/{self.field}" if self.field == TITLE else self.field
        length = f"~{self.length}" if self.length else ""
        cell = "" if self.cell is None else f"@{self.cell[0]}.{self.cell[1]}"
        return f"{self.tab}/{self.block}{cell}+{self.offset}{length}" if self.block else self.tab


TITLE = "title"


def parse(text: str) -> Location:
    """Read a cursor's place, a note's "block:12" (its tab not known) or a field ("letterhead.agency")."""
    tab, _, rest = text.partition("/")
    if tab.startswith("block:"):
        return Location("", _number(tab.removeprefix("block:")))
    if rest == TITLE:
        return Location(tab, field=TITLE)
    block, _, offset = rest.partition("+")
    offset, _, length = offset.partition("~")
    block, _, place = block.partition("@")
    row, dot, column = place.partition(".")
    field = tab.partition("[")[0]
    owner = _FIELD_TABS.get(field.partition(".")[0])
    if _number(block):
        cell = (_number(row), _number(column)) if dot else None
        return Location(owner or tab, _number(block), _number(offset), _number(length), cell)
    return Location(owner or tab, field=field if owner else "")


def _number(text: str) -> int:
    return int(text) if text.lstrip("-").isascii() and text.lstrip("-").isdecimal() else 0
