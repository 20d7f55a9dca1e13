"""Maps a line of the sheet to places in the report: paragraphs found by their printed words, or a field."""

import re
from collections.abc import Iterator, Sequence

from danvan_desktop.inspection.lines import LINES
from danvan_desktop.inspection.sheet import SheetLine, TextSpot
from danvan_desktop.report.location import TITLE, Location
from danvan_desktop.report.model import Paragraph, Report, Table, plain
from danvan_desktop.report.text.utf16 import utf16_length
from danvan_desktop.report.walk import every_block

_ITEM_LABELS = ("-", "+")


def places(line: SheetLine, report: Report) -> tuple[str, ...]:
    """Name the places of ``line`` in ``report``, each once; none where it is no matter of the report."""
    found = _PrintedWords(report).places(line.spots)
    if not found and (field := LINES[line.number].place):
        found = [field]
    return tuple(dict.fromkeys(found))


class _PrintedWords:
    """An index of the report's paragraphs by what is printed of them."""

    def __init__(self, report: Report) -> None:
        self._printed = [(_comparable(text), place, own) for text, place, own in _printed(report)]

    def places(self, spots: Sequence[TextSpot]) -> list[str]:
        return [place for spot in spots if (place := self._place(spot))]

    def _place(self, spot: TextSpot) -> str:
        printed = _comparable(spot.text)
        for text, place, own in self._printed:
            if text and (text == printed or _has_end_sign(printed, text)):
                return str(_narrowed(place, own, spot.words))
        return ""


def _has_end_sign(printed: str, text: str) -> bool:
    """Whether ``printed`` is our ``text`` with a sign or two that print adds at its end."""
    return printed.startswith(text) and len(printed) - len(text) <= 3


def _narrowed(place: Location, own: str, words: str) -> Location:
    """``place`` narrowed to ``words`` in its text; to all of it where there are none."""
    if not place.block:
        return place
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.search(pattern, own) if pattern else None
    start, end = match.span() if match else (0, len(own))
    return Location(place.tab, place.block, utf16_length(own[:start]), utf16_length(own[start:end]))


def _printed(report: Report) -> Iterator[tuple[str, Location, str]]:
    """Every paragraph as printed, its place, and its own text without number or dash."""
    yield from _fields(report)
    for section in report.sections:
        title = plain(section.title)
        yield f"{section.number or ''} {title}", Location(f"section:{section.id}", field=TITLE), title
    for _, block in every_block(report):
        if isinstance(block, Paragraph):
            label = _ITEM_LABELS[min(block.level, 2) - 1] if block.role == "item" else block.number
            own = plain(block.runs)
            yield f"{label or ''} {own}", Location("", block.id), own
        elif isinstance(block, Table):
            yield from ((text, Location("", block.id), "") for text in _cells(block))


def _fields(report: Report) -> Iterator[tuple[str, Location, str]]:
    head = report.letterhead
    for name, text in (
        ("letterhead.parent_agency", head.parent_agency),
        ("letterhead.agency", head.agency),
        ("subject", report.subject),
        *(("legal_bases", plain(runs)) for runs in report.legal_bases),
        *(("recipients", f"- {text}") for text in report.recipients),
        *(("addressees", text) for text in report.addressees),
        *(("signature.lines", text) for text in report.signature.lines),
        ("signature.signer", report.signature.signer),
    ):
        if text and text.strip():
            yield text, Location("", field=name), text


def _cells(table: Table) -> Iterator[str]:
    yield plain(table.caption or ())
    for row in table.rows:
        for cell in row:
            if cell is not None:
                yield from map(plain, cell.paragraphs)


def _comparable(text: str) -> str:
    """``text`` without what print changes: kinds of space and hyphen, capitals, signs at the end."""
    return " ".join(text.replace("\u2011", "-").split()).rstrip("./;").casefold()
