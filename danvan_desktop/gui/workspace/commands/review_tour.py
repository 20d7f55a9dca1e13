"""Tour of the places to review: which one is looked at, what the bar says of it, where the cursor goes."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.text.review_marks import PlacedMark
from danvan_desktop.gui.workspace.review.wording import ReviewedPlace
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.lifecycle.review_progress import ReviewProgress, summed


class ReviewPlace(NamedTuple):
    """A place to review, in reading order: tab, text on it, start and end."""

    tab: int
    text: int
    start: int
    end: int


@dataclass(slots=True)
class _Looked:
    """The place that is looked at: it stays it while the cursor is in its paragraph."""

    editor: BlockEditor
    block: int
    shown: ReviewedPlace
    spot: PlacedMark | None = None
    """The mark, as long as nothing was counted since."""


class ReviewTour(QObject):
    """Follows the cursor from place to place; nothing of it is stored."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._looked: _Looked | None = None
        self._progress = ReviewProgress()
        workspace.review_bar.closed.connect(self._on_closed)
        workspace.review_bar.stood_aside.connect(self._on_stood_aside)

    def editors(self) -> list[tuple[str, BlockEditor]]:
        """All texts of the report with the names of their tabs, in reading order."""
        return list(self._opened.pages.editors())

    def editor(self) -> BlockEditor | None:
        """The text that is shown."""
        page = self._workspace.current_text_page()
        return page.editor if page is not None else None

    # ------------------------------------------------------------------ counting

    def count(self) -> ReviewProgress:
        """Count again how far the review has come; the marks are up to date."""
        self._progress = summed(
            part for _, editor in self.editors() for part in editor.review_marks.progress()
        )
        if self._looked is not None:
            self._looked.spot = None
        return self._progress

    @property
    def is_at_paragraph(self) -> bool:
        """Whether what is looked at is a whole paragraph, still open."""
        looked = self._looked
        return looked is not None and not looked.shown.words and not looked.shown.is_edited

    @property
    def is_at_place(self) -> bool:
        """Whether a place is looked at, be it edited meanwhile."""
        return self._looked is not None

    # ------------------------------------------------------------------ what is looked at

    def follow(self, spots: list[PlacedMark]) -> None:
        """The cursor has moved, or something was edited; ``spots`` are the marks where it stands."""
        editor = self.editor()
        self._workspace.bar_placement.follow(editor)
        if editor is None or self._opened.is_read_only:
            self._look_away()
        elif spots:
            self._look_at_mark(editor, spots[0])
        elif self._looked is not None:
            self._look_again(editor, self._looked)
        else:
            self._show()

    def look_at_paragraph(self, editor: BlockEditor) -> None:
        """The cursor was put into a paragraph that came over without marks."""
        start = editor.textCursor().selectionStart()
        self._look(editor, ReviewedPlace(self._progress.paragraphs, self._progress.total, "", ""))
        editor.reviewed_place.show(start, start)

    def forget(self) -> None:
        """Other pages are shown."""
        self._looked = None
        self._workspace.bar_placement.release()

    def _look_at_mark(self, editor: BlockEditor, spot: PlacedMark) -> None:
        if self._looked is not None and self._looked.spot is spot:
            return  # at every key
        start, end = spot.cursor.selectionStart(), spot.cursor.selectionEnd()
        number, last_year = self._number(spot), editor.review_marks.last_year(spot)
        self._look(editor, ReviewedPlace(number, self._progress.total, spot.mark.text, last_year), spot)
        editor.reviewed_place.show(start, end)

    def _look_again(self, editor: BlockEditor, looked: _Looked) -> None:
        """No mark is at the cursor: it was edited, or the cursor is elsewhere."""
        elsewhere = editor is not looked.editor or editor.id_of_cursor() != looked.block
        if elsewhere or not self._progress.left:
            self._look_away()
            return
        if not looked.shown.is_edited and not self._is_still_open(looked):
            looked.shown = replace(looked.shown, is_edited=True)
        self._show()

    def _is_still_open(self, looked: _Looked) -> bool:
        marks = looked.editor.review_marks
        if not looked.shown.words:
            return marks.is_open(looked.block)
        return any(
            spot.block.id == looked.block and spot.mark.text == looked.shown.words for spot in marks.spots
        )

    def _look(self, editor: BlockEditor, shown: ReviewedPlace, spot: PlacedMark | None = None) -> None:
        if self._looked is not None and self._looked.editor is not editor:
            self._looked.editor.reviewed_place.hide()
        self._looked = _Looked(editor, editor.id_of_cursor(), shown, spot)
        editor.reviewed_place.cover(covered=self._workspace.review_bar.is_aside)
        self._show()

    def _look_away(self) -> None:
        if self._looked is not None:
            self._looked.editor.reviewed_place.hide()
            self._looked = None
        self._show()

    def _show(self) -> None:
        bar = self._workspace.review_bar
        if self._looked is not None:
            bar.show_place(self._looked.shown)
        else:
            bar.show_waiting(self._progress)

    def _number(self, spot: PlacedMark) -> int:
        """Number the place of ``spot``: those that are done come first, then the open ones in order."""
        spots = [each for _, editor in self.editors() for each in editor.review_marks.spots]
        at = next((index for index, each in enumerate(spots) if each is spot), 0)
        return min(self._progress.done + at + 1, self._progress.total)

    def _on_stood_aside(self, aside: bool) -> None:  # noqa: FBT001 - a slot
        if self._looked is not None:
            self._looked.editor.reviewed_place.cover(covered=aside)

    def _on_closed(self) -> None:
        editor = self.editor()
        self._look_away()
        if editor is not None:
            editor.setFocus()

    # ------------------------------------------------------------------ going

    def places(self) -> list[ReviewPlace]:
        """All that is open, in reading order."""
        return [
            ReviewPlace(self._tab_of(tab), index, stop.start, stop.end)
            for index, (tab, editor) in enumerate(self.editors())
            for stop in editor.review_marks.stops()
        ]

    def here(self) -> ReviewPlace:
        """Where the cursor stands among them."""
        tab = self._workspace.tab_strip.currentIndex()
        shown = self.editor()
        for index, (_, editor) in enumerate(self.editors()):
            if editor is shown:
                cursor = editor.textCursor()
                return ReviewPlace(tab, index, cursor.selectionStart(), cursor.selectionEnd())
        return ReviewPlace(tab, 0, 0, 0)

    def show(self, place: ReviewPlace) -> None:
        """Bring ``place`` to the eye, its words selected: what is typed replaces them."""
        self._workspace.review_bar.bring_back()
        editor = self.editors()[place.text][1]
        self._workspace.reveal(editor)
        cursor = QTextCursor(editor.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        if place.start == place.end:
            self.look_at_paragraph(editor)

    def spots(self) -> list[PlacedMark]:
        """The marks that are meant: those at the cursor, else that of the place that is looked at."""
        editor = self.editor()
        if editor is None:
            return []
        at_cursor = editor.review_marks.spots_at(editor.textCursor())
        if at_cursor or self._looked is None or self._looked.shown.is_edited:
            return at_cursor
        return editor.review_marks.spots_at(editor.reviewed_place.cursor())

    def select_words(self) -> None:
        """Give the keyboard to the text, the words of the place selected."""
        editor, spots = self.editor(), self.spots()
        if editor is None:
            return
        editor.setFocus()
        if spots:
            editor.setTextCursor(QTextCursor(spots[0].cursor))

    def _tab_of(self, name: str) -> int:
        return next((index for index, (tab, _) in enumerate(self._workspace.tabs()) if tab == name), 0)
