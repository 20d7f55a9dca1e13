"""Import notes: what the user should look at after an import, each once, in plain Vietnamese."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from danvan_desktop.importers.recognition.lines.list_markers import ListMarker
from danvan_desktop.importers.recognition.note_places import Places
from danvan_desktop.report.import_note_kinds import OTHER_KIND
from danvan_desktop.report.model import ImportNote

_SHOWN = 5


class DraftNote(NamedTuple):
    """A note of a reader of files, and texts of which the first that is found is its place."""

    kind: str
    text: str
    near: Sequence[str] = ()


def kind_first(notes: Iterable[ImportNote]) -> tuple[ImportNote, ...]:
    """``notes`` in their order, that the file is no report before all others."""
    return tuple(sorted(notes, key=lambda note: note.kind != OTHER_KIND))


def listed(texts: list[str], shown: int = _SHOWN) -> str:
    """Quote ``texts`` in a row, the first few and how many more."""
    quoted = ", ".join(f"“{text}”" for text in texts[:shown])
    return quoted if len(texts) <= shown else f"{quoted} và {len(texts) - shown} chỗ nữa"


class Notes:
    """Collects the notes of one import in the order in which they are to be read."""

    def __init__(self) -> None:
        self._all: list[tuple[ImportNote, Sequence[str]]] = []
        self.numbers: list[str] = []
        """Every number and dash of a line, as typed."""
        self._restyled: dict[tuple[str, str], list[str]] = {}
        self._first: dict[tuple[str, str], str] = {}

    def add(self, kind: str, text: str, place: str = "", near: Sequence[str] = ()) -> None:
        """Note ``text`` about ``place``, or about the paragraph with the first of ``near`` that is found."""
        self._all.append((ImportNote(kind=kind, text=text, place=place), near))

    def number(self, mark: ListMarker, text: str) -> None:
        """Count ``mark``, before ``text``, where its number is printed in another style than it was typed."""
        self.numbers.append(mark.typed)
        if mark.typed == mark.number or mark.kind == "part":
            return
        if mark.kind in {"dash", "plus"}:
            key, case = (mark.typed, mark.number), mark.typed
        else:
            style = mark.typed.lstrip("0123456789.IVXLABCDEGHĐabcdeghiklmnopqrstuvxyđ") or "."
            key, case = (mark.kind, style), f"“{mark.typed}” → “{mark.number}”"
        self._restyled.setdefault(key, []).append(case)
        self._first.setdefault(key, text)

    def finish(self, places: Places) -> tuple[ImportNote, ...]:
        """Give all notes, those on numbers grouped: one for each style."""
        for (kind, style), cases in self._restyled.items():
            self.add("number", _about(kind, style, cases), near=(self._first[kind, style],))
        return kind_first(
            replace(note, place=places.of(near)) if near and not note.place else note
            for note, near in self._all
        )


def _about(kind: str, style: str, cases: list[str]) -> str:
    if kind not in {"section", "letter", "decimal", "point"}:
        return f"Dấu “{kind}” đầu dòng ({len(cases)} chỗ) được ghi lại thành “{style}”."
    name = {"section": "mục", "letter": "mục", "decimal": "khoản", "point": "điểm"}[kind]
    pairs = list(Counter(cases))
    shown = "; ".join(pairs[:_SHOWN]) + (f"; … (cả thảy {len(pairs)})" if len(pairs) > _SHOWN else "")
    return f"Số của {name} được ghi lại theo Nghị định 30/2020/NĐ-CP: {shown}."
