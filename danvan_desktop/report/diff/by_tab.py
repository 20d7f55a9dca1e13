"""The difference of two reports tab by tab, as the window shows a report."""

from collections.abc import Iterator

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.fields import FieldChange
from danvan_desktop.report.diff.model import BlockChange, Change, ReportDiff, TabChange, TabDiff
from danvan_desktop.report.location import ANNEXES, CLOSING, GENERAL, OPENING, SIGNATURE, parse

OTHER = "other"
"""Of fields that stand on no tab: the request, the presentation."""
NEVER_SHOWN = frozenset({"outline", "regime", "attachments", "import_notes"})
"""Fields beside the text that nobody edits as such."""
_WITH_FIELDS = frozenset({GENERAL, OPENING, CLOSING, SIGNATURE})


@frozen
class TabChanges:
    """What changed on one tab; of annexes each has its own."""

    name: str
    """The tab in the window: "general", "section:3", "annexes"."""
    fields: tuple[FieldChange, ...]
    diff: TabDiff | None
    """Its blocks; None where it has fields only."""
    changes: tuple[int, ...]
    """The numbers of all changes on it."""
    shown: tuple[int, ...]
    """Of these the ones that a user would name."""

    @property
    def key(self) -> str:
        """What tells it from every other one."""
        return self.name if self.diff is None else self.diff.new_name or self.diff.old_name


def by_tab(diff: ReportDiff) -> tuple[TabChanges, ...]:
    """Give all tabs in the order of the window, those without a change too."""
    return tuple(_tabs(diff))


def _tabs(diff: ReportDiff) -> Iterator[TabChanges]:
    yield _of(diff, GENERAL, None)
    for tab in diff.tabs:
        name = tab.new_name or tab.old_name
        if name.startswith("annex:"):
            continue
        yield _of(diff, name, tab)
        if name == CLOSING:
            yield _of(diff, SIGNATURE, None)
    for tab in diff.tabs:
        if (tab.new_name or tab.old_name).startswith("annex:"):
            yield _of(diff, ANNEXES, tab)
    other = _of(diff, OTHER, None)
    if other.shown:
        yield other


def _of(diff: ReportDiff, name: str, tab: TabDiff | None) -> TabChanges:
    fields = [
        change for change in diff.changes if isinstance(change, FieldChange) and _tab_of(change) == name
    ]
    numbers = [change.number for change in fields]
    if tab is not None:
        numbers += [change.number for change in diff.changes if _is_on(change, tab)]
    shown = [number for number in numbers if not diff.changes[number].is_silent]
    return TabChanges(name, tuple(fields), tab, tuple(numbers), tuple(shown))


def _tab_of(change: FieldChange) -> str:
    if change.is_silent or change.name.partition(".")[0] in NEVER_SHOWN:
        return ""
    tab = parse(change.name).tab
    return tab if tab in _WITH_FIELDS else OTHER


def _is_on(change: Change, tab: TabDiff) -> bool:
    if isinstance(change, BlockChange):
        return bool({change.old_tab, change.new_tab} & ({tab.old_name, tab.new_name} - {""}))
    return isinstance(change, TabChange) and change.number == tab.change
