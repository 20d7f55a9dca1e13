"""Comparison of two states of a report, ready to be shown: made off the GUI thread."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.by_tab import TabChanges, by_tab
from danvan_desktop.report.diff.compare import compare
from danvan_desktop.report.diff.model import ReportDiff
from danvan_desktop.report.find.tab_titles import TABS, part_title
from danvan_desktop.report.model import Report
from danvan_desktop.store.history.exported_files import ExportedFile, FileState
from danvan_desktop.store.history.history import History, Version
from danvan_desktop.store.history.packing import digest

LIMIT_SECONDS = 3.0
Load = Callable[[], Report]


@frozen
class Listing:
    """The versions of a report and what was exported of them."""

    versions: tuple[Version, ...]
    """The newest first."""
    exported: tuple[ExportedFile, ...]
    as_now: frozenset[int]
    """Numbers of the versions that hold just what the report holds now."""


class VersionSource:
    """Gives the versions of one report; called from threads other than the window's."""

    def __init__(self, history: History, draft_id: int, present: Report) -> None:
        """``present``: the report as it stands."""
        self._history, self._draft_id, self.present = history, draft_id, present
        self._loaded: dict[int, Report] = {}

    def at(self, draft_id: int, present: Report) -> "VersionSource":
        """Give the same versions beside a later ``present``; what was loaded last is not read again."""
        later = VersionSource(self._history, draft_id, present)
        if draft_id == self._draft_id:
            later._loaded = self._loaded
        return later

    def listing(self) -> Listing:
        """List what there is."""
        versions = self._history.versions(self._draft_id)
        now = digest(self.present)
        as_now = frozenset(version.number for version in versions if version.digest == now)
        return Listing(versions, self._history.exported(self._draft_id), as_now)

    def load(self, number: int | None) -> Report:
        """Give the report as it was in a version; None: as it is now.

        Raises:
            UserError: it cannot be read.
        """
        if number is None:
            return self.present
        report = self._loaded.get(number) or self._history.report(number)
        self._loaded = {**dict(list(self._loaded.items())[-1:]), number: report}
        return report


@frozen
class ShownTab:
    """A tab with its name as both states have it."""

    changes: TabChanges
    title: str


@frozen
class Comparison:
    """An earlier state, a later one, and the difference."""

    old: Report
    new: Report
    diff: ReportDiff
    tabs: tuple[ShownTab, ...]

    def titles(self) -> dict[str, str]:
        """The title of each list of blocks, by the names it has in both states."""
        found = {}
        for tab in self.tabs:
            if tab.changes.diff is not None:
                found[tab.changes.diff.old_name] = found[tab.changes.diff.new_name] = tab.title
        return found


def compared(load_old: Load, load_new: Load) -> Comparison:
    """Load both states and compare them.

    Raises:
        UserError: one of them cannot be read.
    """
    old, new = load_old(), load_new()
    diff = compare(old, new)
    return Comparison(old, new, diff, tuple(_shown(diff)))


def look_at(files: Sequence[ExportedFile]) -> list[tuple[ExportedFile, FileState | None]]:
    """Say of each file whether it is as it was exported; None: a drive did not answer in time."""
    found: dict[ExportedFile, FileState] = {}

    def look(file: ExportedFile) -> None:
        found[file] = file.state()

    # Not jobs: the end of the dialog must not wait for a drive that is out of reach.
    threads = [threading.Thread(target=look, args=(file,), name="file", daemon=True) for file in files]
    for thread in threads:
        thread.start()
    until = time.monotonic() + LIMIT_SECONDS
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    return [(file, found.get(file)) for file in files]


def _shown(diff: ReportDiff) -> Iterator[ShownTab]:
    for tab in by_tab(diff):
        yield ShownTab(tab, _title(tab))


def _title(tab: TabChanges) -> str:
    heading = None if tab.diff is None else tab.diff.new or tab.diff.old
    if heading is None or tab.diff is None:
        return TABS.get(tab.name, "")
    text = part_title(heading)
    if tab.diff.new is None:
        return f"{text} (đã bỏ)"
    return f"{text} (mới)" if tab.diff.old is None else text
