"""Changes before they are numbered: each with where it stands and what is to be done."""

from dataclasses import dataclass

from danvan_desktop.report.model import Runs
from danvan_desktop.report.takeback.finding.plan import Operation
from danvan_desktop.report.takeback.model import ChangeKind, Revision


@dataclass(slots=True)
class ChangeDraft:
    """A change on its way."""

    place: tuple[float, int]
    """Where it stands among the others: of the text that came back, then the order of kinds."""
    kind: ChangeKind
    operation: Operation
    tab: str = ""
    blocks: tuple[int, ...] = ()
    after: int = 0
    before: int = 0
    field: str = ""
    old: Runs = ()
    new: Runs = ()
    revision: Revision | None = None
    about: str = ""
    group: str = ""
    is_by_editor: bool = False
    is_resolved: bool = False
    author: str = ""
    date: str = ""
    """Of a comment; of other changes they come from the revision."""
