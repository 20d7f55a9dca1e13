"""Changes before they are numbered: each with where it stands and what is to be done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from danvan_desktop.report.model import Runs, plain
from danvan_desktop.report.takeback.finding.plan import AddRemark, ChangeTable, EditText, Operation
from danvan_desktop.report.takeback.model import Change, ChangeKind, Revision
from danvan_desktop.report.takeback.patching.text_patch import Hunk


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
    also: tuple[Revision, ...] = ()

    @property
    def people(self) -> tuple[Revision, ...]:
        """All who made it under track changes."""
        return self.also if self.revision is None else (self.revision, *self.also)


def numbered(
    drafts: Sequence[ChangeDraft], hunks: Sequence[Sequence[Hunk]]
) -> tuple[list[Change], list[Operation]]:
    """Put changes in the order of the text and number them; ``hunks`` are those of each link.

    The key of a change is that of the same change in another file made of the same that went out.
    """
    changes, operations = [], []
    again = Counter[str]()
    for n, draft in enumerate(sorted(drafts, key=lambda each: each.place), start=1):
        who = draft.revision or Revision(draft.author, draft.date)
        blocks, where = ",".join(map(str, draft.blocks)), _where(draft, hunks)
        key = "/".join((draft.kind, blocks, draft.field, where, plain(draft.old), plain(draft.new)))
        again[key] += 1
        changes.append(
            Change(
                n,
                draft.kind,
                draft.tab,
                tuple(block for block in draft.blocks if block),
                draft.after,
                draft.before,
                draft.field,
                draft.old,
                draft.new,
                who.author,
                who.date,
                tracked=draft.revision is not None,
                also=tuple(each for each in dict.fromkeys(draft.also) if each != who),
                group=draft.group,
                is_by_editor=draft.is_by_editor,
                is_resolved=draft.is_resolved,
                key=f"{key}/{again[key]}",
                about=draft.about,
            )
        )
        operations.append(draft.operation)
    return changes, operations


def _where(draft: ChangeDraft, hunks: Sequence[Sequence[Hunk]]) -> str:
    """Say where in its block a change is, by what went out: letters, a cell; of a remark whose it is."""
    operation = draft.operation
    if isinstance(operation, EditText):
        places = (hunks[operation.link][number] for number in operation.hunks)
        return ",".join(f"{hunk.start}-{hunk.end}" for hunk in places)
    if isinstance(operation, ChangeTable):
        pairs = (operation.rows, operation.columns)
        return ",".join(f"+{new}" if old is None else f"{old}" for old, new in pairs)
    if isinstance(operation, AddRemark):
        return operation.text
    return f"{draft.after}-{draft.before}"
