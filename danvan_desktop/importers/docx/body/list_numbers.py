"""Automatic numbers of Word's lists as list markers: of a mục, a khoản, an điểm, a dash."""

import re
from collections.abc import Callable

from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker, MarkKind, parse_mark
from danvan_desktop.reading.docx.effective_properties import ListMembership
from danvan_desktop.reading.docx.numbering import BULLET, ListNumber, Numbering, written
from danvan_desktop.report.text.normalise import one_line

_AFTER_D = 5
"""Where the Vietnamese alphabet has "đ" and Word has "e"."""
_BARE = " .)(/-–:"
_SIGNS = {"-": "-", "–": "-", "—": "-", "\uf02d": "-", "+": "+"}


class ListNumbers:
    """Gives each numbered paragraph its list marker; paragraphs must come in the order of the text."""

    def __init__(self, numbering: Numbering, losses: Losses) -> None:
        self._losses = losses
        self._numbering = numbering

    def marker(self, membership: ListMembership | None, text: str) -> ListMarker | str:
        """Count the paragraph with this ``text`` in its list; return its number.

        What Word writes before the text and is no number we know ("Điều 1.") is given as it is.
        """
        if membership is None:
            return ""
        counted = self._numbering.count(membership.identifier, membership.place)
        if counted is None:
            return ""
        if counted.level.kind == BULLET:
            return self._bullet(counted.label, membership.place, text)
        if counted.level.kind == "lowerLetter" and counted.values and counted.values[-1] >= _AFTER_D:
            self._losses.note("letters")
        return _marker(counted, text)

    def _bullet(self, sign: str, place: int, text: str) -> ListMarker:
        shown = _SIGNS.get(sign)
        if shown is None:
            shown = "-" if place == 0 else "+"
            self._losses.count("bullet")
        return ListMarker("dash" if shown == "-" else "plus", shown, shown, text)


def _marker(counted: ListNumber, text: str) -> ListMarker | str:
    """Parse the number that Word shows as that of a mục, khoản or điểm."""
    level, values = counted.level, counted.values
    label = one_line(counted.label)
    number = label.strip(_BARE)
    kinds: dict[str, tuple[MarkKind, Callable[[str], str]]] = {
        "upperRoman": ("section", lambda own: f"{own}."),
        "upperLetter": ("letter", lambda own: f"{own}."),
        "lowerLetter": ("point", lambda own: f"{own})"),
        "lowerRoman": ("point", lambda own: f"{own})"),
    }
    if level.kind in kinds and number and values and number == written(values[-1], level.kind):
        kind, form = kinds[level.kind]
        return ListMarker(kind, label, form(number), text, values[-1:])
    if re.fullmatch(r"\d{1,4}(?:\.\d{1,4}){0,3}", number) and all(values):
        parts = tuple(map(int, number.split(".")))
        return ListMarker("decimal", label, ".".join(map(str, parts)) + ".", text, parts)
    found = parse_mark(f"{label} {text}")
    if found is not None and found.kind == "part" and found.rest == text:
        return found
    return label
