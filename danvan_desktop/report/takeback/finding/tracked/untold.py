"""Tracked changes of which no change of the list tells: they are named with their authors.

A number that followed by itself was typed by somebody; what one put in another took out again; a paragraph
got another distance: no report says that, but its reader did it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import Runs, plain
from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.drafts import ChangeDraft
from danvan_desktop.report.takeback.finding.places import UnitPlaces
from danvan_desktop.report.takeback.finding.plan import (
    ChangeTable,
    EditText,
    GiveNumber,
    MakeKind,
    MoveTo,
    PutIn,
    SingleOperation,
    single,
)
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import (
    NotTaken,
    ReturnedBlock,
    ReturnedFile,
    Revision,
    TrackedCell,
)
from danvan_desktop.report.takeback.wording import quoted, revision_text

_Said = tuple[str, tuple[Revision, ...]]
"""What was done to which words, and by whom."""
_Place = tuple[int | None, int | None]


@dataclass(slots=True)
class _Told:
    """Who is named by the changes of a unit; of a table by place, ``None`` for a whole row or column."""

    of_unit: set[Revision] = field(default_factory=set)
    of_cells: dict[_Place, set[Revision]] = field(default_factory=lambda: defaultdict(set))

    @property
    def of_all(self) -> set[Revision]:
        return self.of_unit.union(*self.of_cells.values())

    def of_cell(self, row: int, column: int) -> set[Revision]:
        places = (row, column), (row, None), (None, column)
        return self.of_unit.union(*(self.of_cells[place] for place in places))


def untold_in_text(
    drafts: Sequence[ChangeDraft],
    news: Sequence[Unit],
    links: Sequence[UnitLink],
    places: UnitPlaces,
) -> Iterator[NotTaken]:
    """Name what was tracked in the units of the file that came back and is told by none of ``drafts``."""
    told = _told(drafts, links)
    for unit in news:
        known = told[unit.index]
        block = unit.block
        has_words = unit.kind != "annex" or bool(unit.runs)  # its first line is no words of the report
        found = [*_in_words(block, unit.runs, known.of_unit)] if has_words else []
        for cell in block.tracked_cells:
            found += _in_cell(unit, cell, known)
        yield from _named(found, places.nearest(unit.index), "")


def untold_elsewhere(drafts: Sequence[ChangeDraft], returned: ReturnedFile) -> Iterator[NotTaken]:
    """Name what was tracked in lines of the frame, and of what went, and is told by none of ``drafts``."""
    signs = {who for draft in drafts for who in draft.people}
    fields = {who for each in drafts if each.kind == "field" for who in each.people}
    for block in returned.blocks:
        if block.kind == "frame":
            yield from _named([*_in_words(block, block.runs, fields)], 0, block.role)
        elif block.kind == "annex":  # its first line, which print makes
            yield from _named([*_in_words(block, block.runs, signs)], 0, block.role)
    for gone in returned.gone:
        missed = tuple(who for who in gone.people if who not in signs and who != Revision())
        if missed:
            yield from _named([(f"bỏ {quoted(gone.text)}", missed)], 0, "")


def _told(drafts: Sequence[ChangeDraft], links: Sequence[UnitLink]) -> dict[int, _Told]:
    told = defaultdict[int, _Told](_Told)
    for draft in drafts:
        signs = set(draft.people)
        for operation in single(draft.operation):
            _tell(told, operation, signs, links)
    return told


def _tell(
    told: dict[int, _Told], operation: SingleOperation, signs: set[Revision], links: Sequence[UnitLink]
) -> None:
    if isinstance(operation, ChangeTable):
        row, column = operation.rows[1], operation.columns[1]
        told[links[operation.link].news[0]].of_cells[row, column] |= signs
    elif isinstance(operation, EditText | MakeKind | GiveNumber):
        for new in links[operation.link].news:
            told[new].of_unit |= signs
    elif isinstance(operation, MoveTo):
        for new in (new for link in operation.links for new in links[link].news):
            told[new].of_unit |= signs
    elif isinstance(operation, PutIn):
        for each in operation.all:
            told[each.new].of_unit |= signs


def _in_words(block: ReturnedBlock, runs: Runs, told: set[Revision]) -> Iterator[_Said]:
    for put_in in block.tracked:
        words = plain(cut(runs, put_in.start, put_in.end)).strip() or block.label
        if put_in.revision not in told:
            said = f"thêm {quoted(words)}" if words else "thêm khoảng trắng hoặc xuống dòng"
            yield said, (put_in.revision,)
    for gone in block.erased:
        if gone.put_in_by is not None:
            yield f"thêm rồi lại bỏ {quoted(gone.text)}", (gone.put_in_by, gone.revision)
        elif gone.revision not in told and gone.text:
            yield f"bỏ {quoted(gone.text)}", (gone.revision,)
    if block.is_new is not None and block.is_new not in told:
        yield f"xuống dòng sau {quoted(plain(runs))}", (block.is_new,)
    if block.reshaped is not None and block.reshaped not in told:
        yield f"đổi cách trình bày đoạn {quoted(plain(runs))}", (block.reshaped,)


def _in_cell(unit: Unit, cell: TrackedCell, known: _Told) -> Iterator[_Said]:
    if cell.row < 0 or cell.column < 0:
        missed = tuple(who for who in cell.people if who not in known.of_all)
        if missed:
            yield ("bỏ một ô hoặc một hàng" if cell.row < 0 else "thêm một hàng"), missed
        return
    told = known.of_cell(cell.row, cell.column)
    text = cell_text(unit.block.rows[cell.row][cell.column])
    for gone in cell.erased:
        if gone.put_in_by is not None:
            yield f"thêm rồi lại bỏ {quoted(gone.text)} trong ô", (gone.put_in_by, gone.revision)
    missed = tuple(who for who in cell.people if who not in told)
    if missed:
        yield f"đổi ô {quoted(text)} mà chữ vẫn như trước", missed


def _named(found: Sequence[_Said], block: int, place: str) -> Iterator[NotTaken]:
    """Put in one what the same people did at the same time."""
    by_people = defaultdict[tuple[Revision, ...], list[str]](list)
    for said, who in found:
        by_people[who].append(said)
    for people, several in by_people.items():
        who_said = "; ".join(map(revision_text, dict.fromkeys(people)))
        text = f"Sửa có theo dõi nhưng không làm đổi chữ của báo cáo: {'; '.join(dict.fromkeys(several))}"
        yield NotTaken("tracked", f"{text} ({who_said}).", block, place)
