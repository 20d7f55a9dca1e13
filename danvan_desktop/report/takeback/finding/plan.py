"""What is to be done for each change: by places of the file that went out and of the one that came back."""

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Numbering, Role, Runs
from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import ReturnComparison
from danvan_desktop.report.takeback.patching.table_changes import CellPlace
from danvan_desktop.report.takeback.patching.text_patch import Hunk


@frozen
class EditText:
    """Put hunks of a link into its text."""

    link: int
    hunks: tuple[int, ...]


@frozen
class PutIn:
    """Put in what is new; of a Mục or a Phụ lục its heading with all that came ``under`` it."""

    new: int
    number: str | None = None
    numbering: Numbering = "none"
    under: tuple["PutIn", ...] = ()

    @property
    def all(self) -> tuple["PutIn", ...]:
        """Itself and what is put in with it, one by one."""
        return (self, *self.under)


@frozen
class TakeOut:
    """Take out what went; of a section its heading with all that went with it."""

    olds: tuple[int, ...]


@frozen
class MoveTo:
    """Put links where they stand in the file that came back."""

    links: tuple[int, ...]


@frozen
class MakeKind:
    """Make another kind of paragraph of it; ``section``: the heading of a Mục."""

    link: int
    role: Role | None
    level: int
    number: str | None
    numbering: Numbering
    typed: str = ""
    """A number that this kind has no place for: it stays as words."""


@frozen
class GiveNumber:
    """Give it a number of its own; "" for none."""

    link: int
    number: str


@frozen
class ChangeTable:
    """Change a cell, a row or a column of a linked table."""

    link: int
    rows: tuple[int | None, int | None] = (None, None)
    columns: tuple[int | None, int | None] = (None, None)
    """Before and after."""
    hunks: tuple[Hunk, ...] = ()
    """Of a cell that several people changed what one of them made; else none: all of it."""


@frozen
class PartTable:
    """Part a table: take rows out of it and put in a table behind it that has them."""

    edits: tuple[ChangeTable, ...]
    put_in: PutIn


@frozen
class SetField:
    """Let a field say something else."""

    name: str
    old: object
    new: object


@frozen
class AddRemark:
    """Add a comment to the remarks of a block: of a link's first, or of what is new."""

    link: int
    new: int
    text: str
    old: int = -1
    """What went with the comment on it: there it is added as long as that stands in the report."""


SingleOperation = (
    EditText | PutIn | TakeOut | MoveTo | MakeKind | GiveNumber | ChangeTable | SetField | AddRemark
)
Operation = SingleOperation | PartTable


def single(operation: Operation) -> tuple[SingleOperation, ...]:
    """Give an operation as those of which it consists."""
    return (*operation.edits, operation.put_in) if isinstance(operation, PartTable) else (operation,)


@frozen
class TakeBackPlan(ReturnComparison):
    """A comparison with what is to be done for each of its changes."""

    olds: tuple[Unit, ...]
    news: tuple[Unit, ...]
    links: tuple[UnitLink, ...]
    hunks: tuple[tuple[Hunk, ...], ...]
    """Of each link."""
    befores: tuple[Runs, ...]
    """Of each link its words as they went out, in one row."""
    operations: tuple[Operation, ...]
    """Of each change."""

    def operation(self, n: int) -> Operation:
        """Give what is to be done for the change with that number."""
        return self.operations[n - 1]

    def cell_hunks(self, link: int) -> dict[CellPlace, tuple[Hunk, ...]]:
        """Give the hunks of the cells of a table that several people changed."""
        found: dict[CellPlace, tuple[Hunk, ...]] = {}
        for each in self.operations:
            if isinstance(each, ChangeTable) and each.link == link and each.hunks:
                place = each.rows, each.columns
                hunks = (*found.get(place, ()), *each.hunks)
                found[place] = tuple(sorted(hunks, key=lambda hunk: (hunk.start, hunk.end, hunk.new_start)))
        return found
