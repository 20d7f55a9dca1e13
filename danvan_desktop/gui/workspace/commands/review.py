"""Review commands: count what came from last year and is unchecked, go to the next place, confirm it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.paragraphs.block_metadata import Change, block_ids, change_metadata
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.workspace.commands.review_tour import ReviewTour
from danvan_desktop.gui.workspace.outline.entries import State, WhatIsOpen
from danvan_desktop.gui.workspace.review.wording import LeftElsewhere
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.lifecycle.review import (
    ReviewMark,
    confirm,
    confirm_all,
    open_marks,
    touched,
)
from danvan_desktop.report.model import Paragraph, Table
from danvan_desktop.report.tab_count import TabCount
from danvan_desktop.report.text.deadline import deadline_text


class ReviewCommands(QObject):
    """Counts what is open and leads through it. Review marks are never printed."""

    counts_changed = Signal(object)
    """What is open in each tab (:class:`TabCount` each), a moment after it changed."""

    def __init__(self, workspace: Workspace) -> None:
        """Connect the commands."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._actions = actions = workspace.editor_actions
        self.counts: tuple[TabCount, ...] = ()
        self.tour = ReviewTour(workspace)
        self._was_open: int | None = None
        """How much was open when it was last counted; None: of another report."""
        workspace.review_bar.offer_place_actions(
            actions.edit_place, actions.confirm, actions.confirm_paragraph
        )
        workspace.review_bar.offer_what_is_left(actions.show_notes, actions.toggle_sheet)
        actions.next_open.triggered.connect(partial(self.go_on, 1))
        actions.previous_open.triggered.connect(partial(self.go_on, -1))
        actions.edit_place.triggered.connect(self.edit_here)
        actions.confirm.triggered.connect(self.confirm_here)
        actions.confirm_paragraph.triggered.connect(self.confirm_paragraph)
        workspace.report_left.connect(self._forget)

    def _forget(self) -> None:
        self._was_open = None
        self.tour.forget()
        self._workspace.review_bar.forget_finished()

    # ------------------------------------------------------------------ counting

    def refresh(self) -> None:
        """Count again what changed; update tabs and review bar, and emit :attr:`counts_changed`."""
        by_tab: dict[str, TabCount] = {}
        for tab, editor in self._editors():
            layer = editor.review_marks
            layer.year_of_report = self._year
            layer.refresh()
            known = by_tab.get(tab, TabCount(tab))
            by_tab[tab] = TabCount(
                tab,
                known.unedited + layer.unedited,
                known.unchecked + layer.unchecked,
                known.missing + len(layer.notes()),
            )
        counts = tuple(by_tab.values())
        is_new, self.counts = counts != self.counts, counts
        self._update_tabs()
        if is_new:
            self.counts_changed.emit(counts)
        still_open = self.tour.count().left
        self.update()
        if self._was_open and not still_open and not self._opened.is_read_only:
            self._workspace.review_bar.show_finished(self._left_elsewhere())
        self._was_open = still_open

    def _left_elsewhere(self) -> LeftElsewhere:
        request = self._opened.report().request
        return LeftElsewhere(self.total().missing, deadline_text(request, now().date()))

    def _year(self) -> int:
        return self._opened.report().year

    def _update_tabs(self) -> None:
        by_tab = {} if self._opened.is_read_only else {count.tab: count for count in self.counts}
        self._workspace.tab_strip.show_counts(
            [by_tab.get(tab, TabCount(tab)) for tab, _ in self._workspace.tabs()]
        )

    def what_is_open(self) -> WhatIsOpen:
        """What is open in each block; nothing is in what may only be read."""
        states: dict[int, State] = {}
        counts: dict[int, int] = {}
        for _, editor in () if self._opened.is_read_only else self._editors():
            marks = editor.review_marks
            noted, found = marks.noted_ids(), marks.counts_by_id()
            counts |= found
            states |= dict.fromkeys(found, "open")
            states |= dict.fromkeys(noted, "missing")
        return WhatIsOpen(states, counts)

    def total(self) -> TabCount:
        """Count what is open in the whole report."""
        return TabCount(
            "",
            sum(count.unedited for count in self.counts),
            sum(count.unchecked for count in self.counts),
            sum(count.missing for count in self.counts),
        )

    def on_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a slot
        """Let nothing be confirmed in a report that may only be read, and show nothing as open in it."""
        self._workspace.review_bar.set_read_only(self._opened.why_read_only)
        self._update_tabs()
        self.update()

    def update(self) -> None:
        """Enable what can be done where the cursor stands."""
        editor = self.tour.editor()
        total = self.total()
        is_open = bool(total.unchecked or total.unedited) and not self._opened.is_read_only
        self._actions.next_open.setEnabled(is_open)
        self._actions.previous_open.setEnabled(is_open)
        editable = is_open and editor is not None
        spots = editor.review_marks.spots_at(editor.textCursor()) if editable and editor is not None else []
        here = editable and editor is not None and any(map(editor.review_marks.is_open, block_ids(editor)))
        self.tour.follow(spots)
        self._actions.edit_place.setEnabled(bool(spots) or self.tour.is_at_place)
        self._actions.confirm.setEnabled(bool(spots) or self.tour.is_at_place)
        self._actions.confirm_paragraph.setEnabled(here)

    # ------------------------------------------------------------------ going

    def go_on(self, step: int) -> None:
        """Go to the next place that is open, or the one before; after the last comes the first."""
        self._opened.commit_input()
        self.refresh()
        places = self.tour.places()
        if not places:
            return
        here = self.tour.here()
        if step > 0:
            wanted = next((place for place in places if place > here), places[0])
        else:
            wanted = next((place for place in reversed(places) if place < here), places[-1])
        self.tour.show(wanted)
        self.update()

    def edit_here(self) -> None:
        """Select the marked words at the cursor, so that what is typed replaces them."""
        self.tour.select_words()

    def confirm_here(self) -> None:
        """Confirm the marks at the cursor, or the paragraph that has none, and go on to the next place."""
        editor = self.tour.editor()
        if editor is None or self._opened.is_read_only:
            return
        marks: dict[int, list[ReviewMark]] = {}
        for spot in self.tour.spots():
            marks.setdefault(spot.block.id, []).append(spot.mark)
        if marks:
            self._change(
                editor, {identity: partial(_confirmed, marks=found) for identity, found in marks.items()}
            )
        elif self.tour.is_at_paragraph:
            self.confirm_paragraph()
        elif self.tour.is_at_place:
            self.go_on(1)

    def confirm_paragraph(self) -> None:
        """Confirm the paragraphs with the cursor as they stand, and go on to the next place."""
        editor = self.tour.editor()
        if editor is not None and not self._opened.is_read_only:
            self._change(editor, dict.fromkeys(block_ids(editor), confirm_all))

    def _change(self, editor: BlockEditor, changes: dict[int, Change]) -> None:
        if changes and change_metadata(editor, changes):
            self.refresh()
            if self.tour.places():
                self.go_on(1)

    def _editors(self) -> list[tuple[str, BlockEditor]]:
        return self.tour.editors()


def _confirmed(block: Paragraph | Table, marks: list[ReviewMark]) -> Paragraph | Table:
    for mark in marks:
        block = confirm(block, mark)
    # Who has been through all its places has read the paragraph: it does not come up once more.
    return block if open_marks(block) else touched(block)
