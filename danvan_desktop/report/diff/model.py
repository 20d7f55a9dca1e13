"""The difference of two reports as values: what changed, and in which order all of it stands."""

from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.fields import FieldChange
from danvan_desktop.report.model import Annex, Block, Section

BlockChangeKind = Literal["changed", "moved", "split", "merged", "added", "removed"]
TabChangeKind = Literal["changed", "moved", "added", "removed"]
Aspect = Literal["words", "looks", "kind", "number", "remark", "hint", "review", "table", "other"]
"""In what a block differs: ``kind`` is role, level, numbering and a number that was typed; ``number`` one
that follows from the others; ``review`` what is marked as not looked at."""

SILENT_ASPECTS: frozenset[Aspect] = frozenset({"number", "hint", "review"})
"""These follow by themselves; nobody calls them a change."""

Heading = Section | Annex
"""A section or an annex without its blocks."""


@frozen
class BlockChange:
    """What became of one block; of several, where it was split or merged with others."""

    number: int
    """Its place among the changes of the reports."""
    kind: BlockChangeKind
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    old_tab: str
    """Where it stood: "opening", "section:3", "closing", "annex:7"; "" for nowhere."""
    new_tab: str
    aspects: frozenset[Aspect]

    @property
    def is_silent(self) -> bool:
        """Whether it is nothing to show to a user."""
        return self.kind == "changed" and self.aspects <= SILENT_ASPECTS


@frozen
class TabChange:
    """A section or an annex that came, went, moved, or has another heading."""

    number: int
    kind: TabChangeKind
    old: Heading | None
    new: Heading | None

    @property
    def is_silent(self) -> bool:
        """Whether only its automatic number is another."""
        old, new = self.old, self.new
        if self.kind != "changed" or old is None or new is None:
            return False
        is_automatic = old.numbering == new.numbering == "auto"
        return is_automatic and (old.title, _rest(old)) == (new.title, _rest(new))


def _rest(heading: Heading) -> tuple[object, ...]:
    if isinstance(heading, Section):
        return heading.key, heading.part, heading.unknown
    return heading.orientation, heading.unknown


Change = FieldChange | BlockChange | TabChange


@frozen
class Row:
    """A place in the merged text of both reports; a block that moved has two."""

    old: tuple[Block, ...]
    new: tuple[Block, ...]
    change: int | None
    """Its number; None: the same in both."""


@frozen
class TabDiff:
    """A list of blocks: the opening, a section, the closing, an annex."""

    old_name: str
    """"section:3"; "" where it is only in the new report."""
    new_name: str
    old: Heading | None
    """Of a section or an annex; None for the others, and where it is not there."""
    new: Heading | None
    change: int | None
    """Of the section or annex itself."""
    rows: tuple[Row, ...]


@frozen
class TabPlace:
    """Where a section or an annex stands among the others in the old report, in the new one, or in both."""

    tab: int
    """Its number in :attr:`ReportDiff.tabs`."""
    in_old: bool
    in_new: bool


@frozen
class ReportDiff:
    """How two reports differ."""

    changes: tuple[Change, ...]
    tabs: tuple[TabDiff, ...]
    sections: tuple[TabPlace, ...]
    annexes: tuple[TabPlace, ...]

    @property
    def shown(self) -> tuple[Change, ...]:
        """The changes that a user would name."""
        return tuple(change for change in self.changes if not change.is_silent)
