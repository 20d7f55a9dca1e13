"""Review commands: count what came from last year and is unchecked, go to the next place, confirm it."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.paragraphs.block_metadata import Change, block_ids, change_metadata
from danvan_desktop.gui.workspace.outline_panel import State
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.lifecycle.review import ReviewMark, TabCount, confirm, confirm_all
from danvan_desktop.report.model import Paragraph, Table


class _ReviewPlace(NamedTuple):
    """A place to review, in reading order: tab, text on it, start and end."""

    tab: int
    text: int
    start: int
    end: int


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
        actions.next_open.triggered.connect(partial(self.go_on, 1))
        actions.previous_open.triggered.connect(partial(self.go_on, -1))
        actions.confirm.triggered.connect(self.confirm_here)
        actions.confirm_paragraph.triggered.connect(self.confirm_paragraph)

    # ------------------------------------------------------------------ counting

    def refresh(self) -> None:
        """Count again what changed; update tabs and review bar, and emit :attr:`counts_changed`."""
        by_tab: dict[str, TabCount] = {}
        for tab, editor in self._editors():
            layer = editor.review_marks
            layer.refresh()
            known = by_tab.get(tab, TabCount(tab))
            by_tab[tab] = TabCount(
                tab,
                known.unedited + layer.unedited,
                known.unchecked + layer.unchecked,
                known.missing + len(layer.notes()),
            )
        counts = tuple(by_tab.values())
        self._workspace.review_bar.show_total(self.total(counts))
        is_new, self.counts = counts != self.counts, counts
        self._update_tabs()
        if is_new:
            self.counts_changed.emit(counts)
        self.update()

    def _update_tabs(self) -> None:
        by_tab = {} if self._opened.is_read_only else {count.tab: count for count in self.counts}
        self._workspace.tab_strip.show_counts(
            [by_tab.get(tab, TabCount(tab)) for tab, _ in self._workspace.tabs()]
        )

    def states(self) -> dict[int, State]:
        """What is open in each block, by its id; nothing is in what may only be read."""
        if self._opened.is_read_only:
            return {}
        found: dict[int, State] = {}
        for _, editor in self._editors():
            noted, marked = editor.review_marks.open_ids()
            found |= dict.fromkeys(marked, "open")
            found |= dict.fromkeys(noted, "missing")
        return found

    def total(self, counts: tuple[TabCount, ...] | None = None) -> TabCount:
        """Count what is open in the whole report."""
        counts = self.counts if counts is None else counts
        return TabCount(
            "",
            sum(count.unedited for count in counts),
            sum(count.unchecked for count in counts),
            sum(count.missing for count in counts),
        )

    def on_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a slot
        """Let nothing be confirmed in a report that may only be read, and show nothing as open in it."""
        self._workspace.review_bar.set_read_only(self._opened.why_read_only)
        self._update_tabs()
        self.update()

    def update(self) -> None:
        """Enable what can be done where the cursor stands."""
        editor = self._editor()
        total = self.total()
        is_open = bool(total.unchecked or total.unedited) and not self._opened.is_read_only
        self._actions.next_open.setEnabled(is_open)
        self._actions.previous_open.setEnabled(is_open)
        editable = is_open and editor is not None
        spots = editor.review_marks.spots_at(editor.textCursor()) if editable and editor is not None else []
        here = editable and editor is not None and any(map(editor.review_marks.is_open, block_ids(editor)))
        self._actions.confirm.setEnabled(bool(spots))
        self._actions.confirm_paragraph.setEnabled(here)

    # ------------------------------------------------------------------ going

    def go_on(self, step: int) -> None:
        """Go to the next place that is open, or the one before; after the last comes the first."""
        self._opened.commit_input()
        self.refresh()
        spots = self._all_spots()
        if not spots:
            return
        here = self._here()
        if step > 0:
            wanted = next((spot for spot in spots if spot > here), spots[0])
        else:
            wanted = next((spot for spot in reversed(spots) if spot < here), spots[-1])
        self._show(wanted)

    def confirm_here(self) -> None:
        """Confirm the marks at the cursor, and go on to the next."""
        editor = self._editor()
        if editor is None or self._opened.is_read_only:
            return
        marks: dict[int, list[ReviewMark]] = {}
        for spot in editor.review_marks.spots_at(editor.textCursor()):
            marks.setdefault(spot.block.id, []).append(spot.mark)
        self._change(
            editor, {identity: partial(_confirmed, marks=found) for identity, found in marks.items()}
        )

    def confirm_paragraph(self) -> None:
        """Confirm the paragraphs with the cursor as they stand, and go on to the next place."""
        editor = self._editor()
        if editor is not None and not self._opened.is_read_only:
            self._change(editor, dict.fromkeys(block_ids(editor), confirm_all))

    def _change(self, editor: BlockEditor, changes: dict[int, Change]) -> None:
        if changes and change_metadata(editor, changes):
            self.refresh()
            if self._all_spots():
                self.go_on(1)

    def _all_spots(self) -> list[_ReviewPlace]:
        return [
            _ReviewPlace(self._tab_of(tab), index, stop.start, stop.end)
            for index, (tab, editor) in enumerate(self._editors())
            for stop in editor.review_marks.stops()
        ]

    def _here(self) -> _ReviewPlace:
        tab = self._workspace.tab_strip.currentIndex()
        shown = self._editor()
        for index, (_, editor) in enumerate(self._editors()):
            if editor is shown:
                cursor = editor.textCursor()
                return _ReviewPlace(tab, index, cursor.selectionStart(), cursor.selectionEnd())
        return _ReviewPlace(tab, 0, 0, 0)

    def _show(self, spot: _ReviewPlace) -> None:
        editor = self._editors()[spot.text][1]
        self._workspace.reveal(editor)
        cursor = QTextCursor(editor.document())
        cursor.setPosition(spot.start)
        cursor.setPosition(spot.end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        self.update()

    def _editors(self) -> list[tuple[str, BlockEditor]]:
        return list(self._opened.pages.editors())

    def _editor(self) -> BlockEditor | None:
        page = self._workspace.current_text_page()
        return page.editor if page is not None else None

    def _tab_of(self, name: str) -> int:
        return next((index for index, (tab, _) in enumerate(self._workspace.tabs()) if tab == name), 0)


def _confirmed(block: Paragraph | Table, marks: list[ReviewMark]) -> Paragraph | Table:
    for mark in marks:
        block = confirm(block, mark)
    return block
