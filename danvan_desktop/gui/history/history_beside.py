"""The history beside the text: reads versions, compares them with the report as it goes on, restores them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.gui.history.comparison import Comparison, Listing, VersionSource, compared, look_at
from danvan_desktop.gui.history.panel import HistoryPanel
from danvan_desktop.gui.history.places import Choice, place_now
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.gui.widgets.side.panels import SidePanel
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.diff.apply import take_back
from danvan_desktop.report.diff.model import Change
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Report
from danvan_desktop.store.history.history import History

RESTORED = "Đã khôi phục. Bản trước khi khôi phục vẫn được giữ trong “Lịch sử sửa đổi”."
_NAME, _LEAST, _WIDTH = "history", 380, 420
_REST_MS = 1000
"""After a rest in typing the versions are compared anew: this long, since it takes the processor."""


@frozen
class _Wish:
    """What is to be restored, and of which version."""

    choice: Choice
    version: int | None


class HistoryBeside(QObject):
    """Controls the side panel with the history; made when it is first asked for."""

    def __init__(
        self, workspace: Workspace, session: Session, history: History, jobs: Jobs, toggle: QAction
    ) -> None:
        """Put the panel beside the text; ``toggle`` shows and hides it."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._session, self._history, self._jobs, self._toggle = session, history, jobs, toggle
        self._source: VersionSource | None = None
        self._asked = 0
        """Counts what was asked for: what comes late is dropped."""
        self._waiting: _Wish | None = None
        """To be restored as soon as the report as it stands is compared."""
        self._is_restoring = False
        self._debounce = Debounce(_REST_MS, self._follow, self)
        self.panel = HistoryPanel()
        self._side = SidePanel(_NAME, self.panel, toggle, _LEAST, _WIDTH, self._set_visible, title="Lịch sử")
        workspace.add_panel(self._side, self.panel.versions)
        self._connect()

    def _connect(self) -> None:
        panel, workspace = self.panel, self._workspace
        panel.header.closed.connect(lambda: self._toggle.setChecked(False))
        panel.chosen.connect(self._compare)
        panel.restore_wanted.connect(lambda choice: self._restore(_Wish(choice, panel.number())))
        panel.change_wanted.connect(self._go)
        workspace.rested.connect(self._note_rest)
        workspace.report_left.connect(self.forget)
        self._opened.read_only_changed.connect(self._note_rest)
        if self._session.versions is not None:
            self._session.versions.taken.connect(self._on_version)

    def forget(self) -> None:
        """The report is closed."""
        self._asked += 1
        self._debounce.stop()
        self._source = self._waiting = None
        self._is_restoring = False
        self._workspace.dismiss_panel(self._side)
        self.panel.forget()

    def refresh(self, select: int | None = None) -> None:
        """Read the list and the report anew; ``select``: the version to be shown then."""
        draft, opened, panel = self._session.draft, self._opened, self.panel
        if draft is None:
            return
        self._debounce.stop()
        panel.set_restorable(opened.why_read_only if opened.is_read_only else "")
        before = self._source or VersionSource(self._history, draft.id, opened.report())
        source = self._source = before.at(draft.id, opened.report())
        if select is None and panel.is_chosen:
            select = panel.number()
        self._asked += 1
        asked = self._asked
        self._jobs.start(
            source.listing,
            lambda listing: self._show_listing(listing, select) if asked == self._asked else None,
            lambda error: self._fail(error) if asked == self._asked else None,
        )

    def _set_visible(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        if self._workspace.show_beside(self.panel, shown=shown):
            self._session.hurry_versions()
            self.refresh()

    # ------------------------------------------------------------------ following the report

    def _note_rest(self) -> None:
        if self.panel.isVisible():
            self._debounce.start()

    def _follow(self) -> None:
        """Compare with the report as it stands, where it has changed since."""
        source, opened = self._source, self._opened
        why_not = opened.why_read_only if opened.is_read_only else ""
        if self.panel.isVisible() and (
            source is None or why_not != self.panel.why_not or not opened.holds(source.present)
        ):
            self.refresh()

    def _on_version(self, draft_id: int) -> None:
        """A version was written just now: list it."""
        draft = self._session.draft
        if self.panel.isVisible() and draft is not None and draft.id == draft_id:
            self.refresh()

    # ------------------------------------------------------------------ the comparison

    def _show_listing(self, listing: Listing, select: int | None) -> None:
        if self.panel.show_listing(listing, select):
            self._compare()
        else:
            self._waiting = None

    def _compare(self) -> None:
        source, pair, panel = self._source, self.panel.pair(), self.panel
        if source is None or pair is None:
            return
        self._asked += 1
        asked, (old, new) = self._asked, pair
        self._jobs.start(
            lambda: compared(lambda: source.load(old), lambda: source.load(new)),
            lambda found: self._show(found) if asked == self._asked else None,
            lambda error: self._fail(error) if asked == self._asked else None,
        )
        files = [file for file in panel.versions.listing.exported if file.version == panel.number()]
        if files:
            self._jobs.start(
                lambda: look_at(files),
                lambda found: panel.changes.show_files(found) if asked == self._asked else None,
                lambda _: None,
            )

    def _show(self, comparison: Comparison) -> None:
        self.panel.show_comparison(comparison, parse(self._workspace.place()).tab)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._restore(waiting)

    def _fail(self, error: BaseException) -> None:
        self._waiting = None
        if not isinstance(error, UserError):
            raise error
        self.panel.say(error.message)

    def _go(self, change: Change) -> None:
        tab = self.panel.changes.tab()
        if tab is not None:
            self._workspace.go_to(place_now(change, tab.changes))

    # ------------------------------------------------------------------ restoring

    def _restore(self, wish: _Wish) -> None:
        """Keep the present state; when that is on disk, take back what ``wish`` names.

        What was typed since the comparison was made must not be lost: then it is made anew before.
        """
        comparison, present = self.panel.changes.comparison, self._session.current()
        is_possible = present is not None and not self._opened.is_read_only
        if self._is_restoring or not is_possible or wish.version != self.panel.number():
            return
        if comparison is None or not self._opened.holds(comparison.new):
            self._waiting = wish
            self.refresh(wish.version)
            return
        chosen = wish.choice(comparison)
        if chosen is None:
            return
        changes, place = chosen
        report = take_back(comparison.old, comparison.diff, changes)
        self._is_restoring = True
        self._session.keep_version(
            "restore", done=lambda _: self._put(comparison, report, place, wish), failed=self._stay
        )

    def _put(self, comparison: Comparison, report: Report, place: str, wish: _Wish) -> None:
        if not self._is_restoring:  # the report was left meanwhile
            return
        self._is_restoring = False
        if not self._opened.holds(comparison.new):
            self._restore(wish)
            return
        self._opened.restore(report)
        self._workspace.go_to(place)
        self._opened.done.emit(RESTORED, True)
        self.refresh()

    def _stay(self, reason: str) -> None:
        if self._is_restoring:
            self._is_restoring = False
            window: QWidget = self._workspace.window()
            show_problem("Chưa khôi phục được", f"{reason} Báo cáo vẫn như cũ.", window)
