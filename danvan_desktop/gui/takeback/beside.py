"""The changes of a file that came back beside the text: shown, decided, undone, saved with the report."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.takeback import wording
from danvan_desktop.gui.takeback.decider import Decider
from danvan_desktop.gui.takeback.decisions import Answer, ChangeRow, taken_at_once
from danvan_desktop.gui.takeback.entries import groups_of, place_of
from danvan_desktop.gui.takeback.panel import ShownFile, TakeBackPanel
from danvan_desktop.gui.takeback.reading import TakenBack
from danvan_desktop.gui.takeback.returned_files import ReturnedFiles
from danvan_desktop.gui.takeback.wishes import Wish
from danvan_desktop.gui.widgets.side.panels import SidePanel
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.tab_titles import tab_titles

_NAME, _LEAST, _WIDTH = "take_back", 380, 440
_REST_MS = 1000
"""After a rest in typing it is looked what speaks against each change now: so long, as it takes its time."""
_PANEL_MS = 20
_ALL_DECIDED = "Đã quyết xong mọi chỗ sửa trong tệp này."
_NO_CHANGE = "Tệp này không khác gì bản đã gửi đi."


class TakeBackBeside(QObject):
    """Controls the side panel; made when the first file comes back."""

    next_round_wanted = Signal()
    """All is decided: the draft for the next round is to be exported."""
    file_chosen = Signal(int)
    """The file with this number in the store is to be shown."""
    file_wanted = Signal()

    def __init__(self, workspace: Workspace, session: Session, jobs: Jobs, toggle: QAction) -> None:
        """Put the panel beside the text; ``toggle`` shows and hides it."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._session, self._jobs, self._toggle = session, jobs, toggle
        self._files = ReturnedFiles()
        self._decider = Decider(self._opened, session, jobs, self._files, self)
        self._debounce = Debounce(_REST_MS, self._look_again, self)
        self._panel_turn = Debounce(_PANEL_MS, self._list_soon, self)
        """A panel that comes is seen before it is filled: to lay the window out anew takes long enough."""
        self._turn = Debounce(0, self._list_soon, self)
        """What was written into the text is listed in the next turn of the event loop."""
        self._place_turn = Debounce(0, self._show_place, self)
        """So is the place of the chosen change shown: while an arrow key is held down, of the last alone."""
        self._listed: tuple[ShownFile, ...] = ()
        """The files that came back for the open report."""
        self._chosen: frozenset[int] | None = None
        self._wants_keys = False
        self.panel = TakeBackPanel()
        self._side = SidePanel(_NAME, self.panel, toggle, _LEAST, _WIDTH, self._set_visible, title="Nhận lại")
        workspace.add_panel(self._side, self.panel.list)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        panel.header.closed.connect(lambda: self._toggle.setChecked(False))
        panel.taken.connect(lambda: self._answer_chosen("taken"))
        panel.both_wanted.connect(lambda: self._answer_chosen("both"))
        panel.refused.connect(lambda: self._answer_chosen("refused"))
        panel.by_hand.connect(self._edit_by_hand)
        panel.tab_taken.connect(self._take_tab)
        panel.all_taken.connect(lambda: self._take_rows(self._files.open_rows()))
        panel.none_wanted.connect(self._refuse_rest)
        panel.chosen.connect(self._on_chosen)
        panel.filter_changed.connect(self._show)
        panel.file_chosen.connect(self.file_chosen)
        panel.file_wanted.connect(self.file_wanted)
        panel.next_round.clicked.connect(self.next_round_wanted)
        self._decider.decided.connect(lambda following: self._show(chosen=following))
        self._decider.written.connect(self._on_written)
        self._decider.found_undecidable.connect(self._show)
        self._workspace.rested.connect(self._note_rest)
        self._workspace.report_left.connect(self.forget)
        self._opened.read_only_changed.connect(self._show)

    # ------------------------------------------------------------------ what is shown

    def show_file(self, taken: TakenBack, files: Sequence[ShownFile]) -> None:
        """Show the changes of ``taken``, one of the ``files`` that came back for the open report."""
        self._decider.forget_wishes()
        self._files.show(taken)
        self._session.save_decisions(self._files.decided)
        self._listed = tuple(files)
        self.panel.show_files(files, taken.number)
        how, was_kept = taken.comparison.base_how, taken.was_kept
        self.panel.show_base(
            wording.base_text(
                how,
                taken.sent,
                taken.round,
                was_kept=was_kept,
                department=taken.asked.department if taken.asked else "",
            ),
            wording.noise_text(taken.comparison.noise),
            is_sure=wording.is_sure(how, was_kept=was_kept),
        )
        self._chosen = None
        self._turn.stop()
        self._panel_turn.start()
        self._toggle.setChecked(True)
        self._session.note_decision()

    def forget(self) -> None:
        """The report is closed."""
        self._opened.stack.finish()
        self._debounce.stop()
        self._turn.stop()
        self._panel_turn.stop()
        self._place_turn.stop()
        self._wants_keys = False
        self._decider.forget_wishes()
        self._files.forget()
        self._workspace.dismiss_panel(self._side)
        self.panel.forget()

    @property
    def shown(self) -> TakenBack | None:
        """The file whose changes are shown."""
        return self._files.shown

    @property
    def is_merging(self) -> bool:
        """Whether changes are on their way into the report, or what came of them into the list."""
        return self._decider.is_waiting or self._is_listing or self._place_turn.is_waiting

    @property
    def _is_listing(self) -> bool:
        return self._turn.is_waiting or self._panel_turn.is_waiting

    @property
    def undecided(self) -> int:
        """How many changes of the file that is shown are open."""
        return len(self._files.open_rows())

    def take_keys(self) -> None:
        """Give the list the keyboard, as soon as it lists something."""
        self._wants_keys = self._is_listing
        if not self._wants_keys:
            self.panel.list.setFocus()

    def _set_visible(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        if not self._workspace.show_beside(self.panel, shown=shown):
            return
        if self._panel_turn.is_waiting:
            self._debounce.start()  # it was looked just now: the list comes first
        else:
            self._look_again()

    def _show_soon(self, chosen: frozenset[int] | None) -> None:
        """List the changes in the next turn: to write into the text takes long enough by itself."""
        self._chosen = chosen
        self._turn.start()

    def _on_written(self, following: frozenset[int] | None) -> None:
        self._debounce.start()
        self._show_soon(following)

    def _open_elsewhere(self) -> tuple[int, int]:
        """The number of the first other file of which changes are open, and how many; 0, 0 for none."""
        shown = self._files.shown
        for file in self._listed:
            count = self._files.count_elsewhere(file.number, file.open_keys)
            if count and shown is not None and file.number != shown.number:
                return file.number, count
        return 0, 0

    def _list_soon(self) -> None:
        if self._opened.stack.is_half_done or self._opened.reads_on():
            self._turn.start()  # behind what is being done in slices
        else:
            self._show(chosen=self._chosen)

    def _catch_up(self) -> None:
        """List now what waits for the next turn: somebody goes by the list."""
        if self._is_listing:
            self._show(chosen=self._chosen)

    def _show(self, *_: object, chosen: frozenset[int] | None = None) -> None:
        """List the changes as they stand now; ``chosen``: numbers of the one that is current then."""
        self._turn.stop()
        self._panel_turn.stop()
        taken = self._files.shown
        if taken is None:
            return
        decisions, ours = self._files.decisions(taken), self._opened.report()
        changes = taken.comparison.changes
        count = decisions.count(changes)
        titles = tab_titles(ours, taken.base) | {"": wording.BY_EDITOR}
        open_only = self.panel.open_only.isChecked()
        groups = groups_of(taken.comparison, decisions, titles, taken.our_words, open_only=open_only)
        if chosen is None:
            row = self.panel.list.change_row()
            chosen = frozenset() if row is None else row.numbers
        nothing = _ALL_DECIDED if changes else _NO_CHANGE
        is_over = not count and bool(changes) and ours.state == "consulting" and not self._opened.is_read_only
        self.panel.show_changes(groups, count, chosen, nothing)
        number, elsewhere = self._open_elsewhere() if not count else (0, 0)
        self.panel.offer_next_file(number, elsewhere)
        self.panel.offer_next_round(ours if is_over and not elsewhere else None)
        title = f"Nhận lại ({count})" if count else "Nhận lại"
        self._workspace.tell_panel(self._side, title, has_news=count > 0)
        if self._wants_keys:
            self.take_keys()

    def _allow(self) -> None:
        """Enable what can be done."""
        row, rows = self.panel.list.change_row(), self._at_once(self._files.open_rows())
        tab = [each for each in rows if row is not None and each.first.tab == row.first.tab]
        self.panel.allow(decide=not self._opened.is_read_only, tab=bool(tab), everything=bool(rows))

    def _on_chosen(self) -> None:
        self._allow()
        self._place_turn.start()

    def _show_place(self) -> None:
        """Show in the text where what is chosen stands; the keyboard stays in the list."""
        if self._opened.stack.is_half_done:
            self._place_turn.start()
            return
        row, taken = self.panel.list.change_row(), self._files.shown
        if taken is not None and self.panel.isVisible():
            left = self.panel.list.left_place()
            place = place_of(row.first, taken.comparison, self._opened.report()) if row is not None else left
            self._workspace.show_place(place)

    # ------------------------------------------------------------------ following the report

    def _note_rest(self) -> None:
        if self._files.shown is not None and self.panel.isVisible():
            self._debounce.start()

    def _look_again(self) -> None:
        """Look what the report as it stands says to each change."""
        taken = self._files.shown
        if taken is None or self._decider.is_merging:
            return
        if self._opened.stack.is_half_done:
            self._debounce.start()
            return
        self._debounce.stop()
        asked, ours, before = self._files.showing, self._opened.report(), self._files.made()
        self._jobs.start(
            lambda: taken.seen_from(ours, before),
            lambda found: self._take_comparison(found) if asked == self._files.showing else None,
            _raise,
        )

    def _take_comparison(self, found: TakenBack) -> None:
        shown = self._files.shown
        if shown is None or self._decider.is_merging:
            return
        if found.comparison.changes == shown.comparison.changes and found.our_words == shown.our_words:
            return
        self._files.keep(found)
        self._show()
        self._session.note_decision()  # others may be open now

    # ------------------------------------------------------------------ deciding

    def _take_tab(self) -> None:
        self._catch_up()
        row = self.panel.list.change_row()
        if row is not None:
            self._take_rows([each for each in self._files.open_rows() if each.first.tab == row.first.tab])

    def _take_rows(self, rows: Iterable[ChangeRow]) -> None:
        self._catch_up()
        numbers = frozenset[int]().union(*(row.numbers for row in self._at_once(rows)))
        if numbers:
            self._decider.wish(Wish(numbers, "taken", is_conflict_meant=False))

    def _refuse_rest(self) -> None:
        """Take nothing more of a file that is the wrong one: one step for all."""
        self._catch_up()
        numbers = frozenset[int]().union(*(row.numbers for row in self._files.open_rows()))
        if numbers and not self._opened.is_read_only:
            self._decider.decide(numbers, "refused")

    def _at_once(self, rows: Iterable[ChangeRow]) -> list[ChangeRow]:
        """Those of ``rows`` that may be taken without a look at each."""
        taken = self._files.shown
        if taken is None or self._opened.is_read_only:
            return []
        is_sure = wording.is_sure(taken.comparison.base_how, was_kept=taken.was_kept)
        return taken_at_once(rows, is_base_sure=is_sure)

    def _answer_chosen(self, answer: Answer) -> None:
        self._catch_up()
        row = self.panel.list.change_row()
        if row is None or self._files.shown is None or self._opened.is_read_only:
            return
        if answer in {"taken", "both"}:
            self._decider.wish(Wish(row.numbers, answer, is_conflict_meant=bool(row.conflict)))
            self._choose_next(row)
        else:
            self._decider.decide(row.numbers, answer)

    def _edit_by_hand(self) -> None:
        self._catch_up()
        row = self.panel.list.change_row()
        if row is None or self._files.shown is None or self._opened.is_read_only:
            return
        place = place_of(row.first, self._files.shown.comparison, self._opened.report())
        self._decider.decide(row.numbers, "by_hand")
        self._workspace.go_to(place)
        self._place_turn.stop()  # the cursor stays where the user is to write

    def _choose_next(self, row: ChangeRow) -> None:
        """Lead on to the next change while ``row`` is being merged: who presses Enter again means that."""
        following = self._decider.next_after(row.numbers)
        if following and self.panel.open_only.isChecked():
            self.panel.list.choose(following)


def _raise(error: BaseException) -> None:
    raise error
