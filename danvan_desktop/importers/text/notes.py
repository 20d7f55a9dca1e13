"""What the person should look at after an import: gathered, said once, in plain Vietnamese."""

from collections import Counter

from danvan_desktop.importers.text.marks import Mark
from danvan_desktop.report.model import ImportNote

_SHOWN = 5


def listed(texts: list[str], shown: int = _SHOWN) -> str:
    """Quote ``texts`` in a row, the first few and how many more."""
    quoted = ", ".join(f"“{text}”" for text in texts[:shown])
    return quoted if len(texts) <= shown else f"{quoted} và {len(texts) - shown} chỗ nữa"


class Notes:
    """Collects the notes of one import in the order in which they are to be read."""

    def __init__(self) -> None:
        self.all: list[ImportNote] = []
        self.numbers: list[str] = []
        """Every number and dash of a line, as typed."""
        self._restyled: dict[tuple[str, str], list[str]] = {}

    def add(self, kind: str, text: str, place: str = "") -> None:
        """Note ``text`` about ``place``."""
        self.all.append(ImportNote(kind=kind, text=text, place=place))

    def number(self, mark: Mark) -> None:
        """Count ``mark`` where its number is printed in another style than it was typed."""
        self.numbers.append(mark.typed)
        if mark.typed == mark.number or mark.kind == "part":
            return
        if mark.kind in {"dash", "plus"}:
            self._restyled.setdefault((mark.typed, mark.number), []).append(mark.typed)
            return
        style = mark.typed.lstrip("0123456789.IVXLABCDEGHĐabcdeghiklmnopqrstuvxyđ") or "."
        self._restyled.setdefault((mark.kind, style), []).append(f"“{mark.typed}” → “{mark.number}”")

    def finish(self) -> tuple[ImportNote, ...]:
        """Give all notes, those on numbers grouped: one for each style."""
        for (kind, style), cases in self._restyled.items():
            self.add("number", _about(kind, style, cases))
        return tuple(self.all)


def _about(kind: str, style: str, cases: list[str]) -> str:
    if kind not in {"section", "letter", "decimal", "point"}:
        return f"Dấu “{kind}” đầu dòng ({len(cases)} chỗ) được ghi lại thành “{style}”."
    name = {"section": "mục", "letter": "mục", "decimal": "khoản", "point": "điểm"}[kind]
    pairs = list(Counter(cases))
    shown = "; ".join(pairs[:_SHOWN]) + (f"; … (cả thảy {len(pairs)})" if len(pairs) > _SHOWN else "")
    return f"Số của {name} được ghi lại theo Nghị định 30/2020/NĐ-CP: {shown}."
