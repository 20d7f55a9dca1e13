"""What came into the file: a paragraph, a table, a căn cứ; a Mục or a Phụ lục with all that came under it."""

from collections.abc import Iterator, Mapping, Sequence

from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.takeback.finding.authors import who_else, who_put_in
from danvan_desktop.report.takeback.finding.drafts import ChangeDraft
from danvan_desktop.report.takeback.finding.kinds import UnitSort
from danvan_desktop.report.takeback.finding.places import UnitPlaces
from danvan_desktop.report.takeback.finding.plan import PutIn
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import ChangeKind, NotTaken
from danvan_desktop.report.takeback.patching.text_patch import in_one

NUMBERED = frozenset({"heading", "clause", "point", "section"})
"""Sorts of paragraphs that bear a number."""
_MANY = 2
"""So many that came with the heading of a Mục make one change with it; a single one is decided by itself."""


class Arrivals:
    """Finds what came; ``left`` has what of it cannot be taken, once the drafts were given."""

    def __init__(
        self,
        olds: Sequence[Unit],
        news: Sequence[Unit],
        places: UnitPlaces,
        sorts: Mapping[int, UnitSort],
        labels: Mapping[int, str],
    ) -> None:
        """``labels``: the numbers that the units of ``news`` would have if all were counted."""
        self.left: list[NotTaken] = []
        self._news, self._places, self._sorts, self._labels = news, places, sorts, labels
        self._known = {unit.key for unit in olds}
        gone = (unit for unit in olds if unit.kind == "table" and unit.index not in places.link_of_old)
        self._captions = {plain(unit.runs): unit.id for unit in gone if unit.runs}

    def drafts(self) -> Iterator[ChangeDraft]:
        """Give them in the order of the text."""
        told: set[int] = set()
        for unit in self._news:
            if unit.index in told or not self._is_new(unit):
                continue
            if self._is_caption_of_gone(unit):
                text = f"Tên bảng “{unit.text}” không còn bảng ở dưới, không nhận riêng được."
                self.left.append(NotTaken("caption", text, self._captions[plain(unit.runs)]))
                continue
            under = list(self._came_under(unit))
            if unit.kind != "annex" and len(under) < _MANY:
                under = []
            told.update(each.index for each in under)
            last = max([unit.index, *(each.index for each in under)])
            yield ChangeDraft(
                (unit.index, 1),
                self._kind(unit),
                self._as_put_in(unit, tuple(map(self._as_put_in, under))),
                self._places.tab_of_new(unit.index),
                after=self._places.id_before(unit.index),
                before=self._places.id_behind(last),
                new=in_one(map(whole, (unit, *under))),
                about=unit.text,
                revision=who_put_in(unit),
                also=tuple(who for each in (unit, *under) for who in who_else(each)),
            )

    def _is_new(self, unit: Unit) -> bool:
        return unit.index not in self._places.link_of_new and bool(unit.text.strip() or unit.kind == "table")

    def _is_caption_of_gone(self, unit: Unit) -> bool:
        return unit.kind == "paragraph" and plain(unit.runs) in self._captions

    def _kind(self, unit: Unit) -> ChangeKind:
        if unit.kind == "table":
            return "table+"
        if unit.kind == "annex":
            return "annex+"
        if self._is_section(unit):
            return "section+"
        return "copy" if unit.key in self._known and unit.kind == "paragraph" else "insert"

    def _is_section(self, unit: Unit) -> bool:
        return self._sorts[unit.index].role == "section"

    def _came_under(self, heading: Unit) -> Iterator[Unit]:
        """Give what came with a heading, up to the next one or to what went out; another's words stay his."""
        if heading.kind != "annex" and not self._is_section(heading):
            return
        who = who_put_in(heading)
        for unit in self._news[heading.index + 1 :]:
            if unit.kind not in {"paragraph", "table"} or self._is_section(unit):
                return
            if unit.index in self._places.link_of_new:
                return
            other = who_put_in(unit)
            is_same = (other and other.author) == (who and who.author)
            if is_same and self._is_new(unit) and not self._is_caption_of_gone(unit):
                yield unit

    def _as_put_in(self, unit: Unit, under: tuple[PutIn, ...] = ()) -> PutIn:
        label = unit.block.label
        if not label or self._sorts[unit.index].role not in NUMBERED:
            return PutIn(unit.index, under=under)
        is_counted = self._labels.get(unit.index, label) == label
        return PutIn(unit.index, label, "auto" if is_counted else "fixed", under)


def whole(unit: Unit) -> Runs:
    """All words of a unit; of a table those of its cells."""
    return (Run(unit.text),) if unit.kind == "table" else unit.runs
