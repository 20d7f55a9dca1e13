"""The open report as a model: pages, undo stack, block ids, the report as it stands; no widget of its own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.undo.stack import FunctionStep, ParkedSteps, UndoStack
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.gui.workspace.resumed_text import ResumedText
from danvan_desktop.gui.workspace.review.wording import ISSUED
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.presentation import Presentation


class OpenReport(QObject):
    """The report that is being edited. The workspace shows it; commands and the session act on it."""

    edited = Signal()
    """Something was edited: cheap, at every key."""
    stepped = Signal()
    """A whole step was done: what else waits for a rest (tab names, outline, word count) is due at once."""
    replaced = Signal()
    """Another report was opened in its place: :attr:`pages` are new and undo begins anew."""
    restored = Signal()
    """An earlier state was put in the place of this one, or undo took it back: some pages are others."""
    read_only_changed = Signal(bool)
    """Whether the report may only be read."""
    attached = Signal()
    """Something else is kept with the report that no page shows: an answer, what is passed over."""
    notice = Signal(str)
    """Something the user should know of what was just done."""
    done = Signal(str, bool)
    """What was asked for was done; whether it was a step that can be undone."""

    def __init__(self, report: Report, resumed: ResumedText | None = None) -> None:
        """Construct the pages of ``report``.

        ``resumed``: one of its sections was shown before all else; its page, with what was typed into it,
        and its undo stack are used.
        """
        super().__init__()
        self.stack = UndoStack(self) if resumed is None else resumed.stack
        ids = BlockIdCounter(report.next_id) if resumed is None else resumed.ids
        self.pages = ReportPages(self.stack, ids, report, None if resumed is None else resumed.page)
        self.is_read_only = False
        self.why_read_only = ""
        """Said above the text; "" while it can be edited."""
        self._is_loading = False
        self._edits = 0
        self._cached: tuple[tuple[int, ...], Report] | None = None

    def replace(self, report: Report) -> None:
        """Open ``report`` in place of the one before; undo begins anew."""
        self.stack.clear()
        self._cached = None
        self.pages = ReportPages(self.stack, BlockIdCounter(report.next_id), report)
        self.replaced.emit()

    def unpark(self, pages: ReportPages, steps: ParkedSteps) -> None:
        """Go on with the pages and the history of a report that was open before; the workspace shows them."""
        self.stack.unpark(steps)
        self._cached = None
        self.pages = pages

    def holds(self, report: Report) -> bool:
        """Whether this is ``report``, whatever the time of its last change."""
        return replace(self.report(), modified=report.modified) == report

    def restore(self, report: Report) -> None:
        """Put ``report``, an earlier state of this one, in its place: one step to undo.

        How far the report has come (its state, what was exported and signed) stays as it is.
        """
        self.commit_input()
        before = self.pages
        with self.loading():
            after = before.restored(report)
        self.stack.push(FunctionStep(lambda: self._put(after), lambda: self._put(before)))
        self._put(after)
        self.stack.close()

    def _put(self, pages: ReportPages) -> None:
        pages.take_what_stays(self.pages)
        self.pages = pages
        self._cached = None
        with self.loading():
            self.restored.emit()
        self.note_edit()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """While pages are put in place nothing counts as edited."""
        self._is_loading = True
        try:
            yield
        finally:
            self._is_loading = False

    def report(self) -> Report:
        """Return the report as it stands; call :meth:`commit_input` first where every word must be in it.

        Autosave must not: it would tear a half-composed word out of the input method. A step that is
        being done in slices is finished first.
        """
        self.stack.finish()
        if self._cached is None or self._cached[0] != self._revision():
            # What follows a rest (outline, preview, saving) asks one after the other: read once.
            report = self.pages.report()
            self._cached = self._revision(), report
        return self._cached[1]

    def reads_on(self) -> bool:
        """Read one of the texts that changed, for who has time until :meth:`report`; False: there is none."""
        for _, editor in self.pages.editors():
            if not editor.is_read:
                editor.blocks()
                return True
        return False

    def _revision(self) -> tuple[int, ...]:
        """Differs after every change of fields, parts or texts."""
        return self._edits, *(editor.document().revision() for _, editor in self.pages.editors())

    def note_edit(self) -> None:
        """Note that something was edited, and emit :attr:`edited`."""
        self._edits += 1
        if not self._is_loading:
            self.edited.emit()

    def commit_input(self) -> None:
        """Take over what an input method (IME) still composes, and interpret the paragraph being typed."""
        self.stack.finish()
        QGuiApplication.inputMethod().commit()
        for _, editor in self.pages.editors():
            editor.interpret_typed()

    def amend(self, report: Report) -> None:
        """Take from ``report`` what no tab shows, and its Mở đầu and Kết thúc, written as one undo step."""
        now = self.report()
        if (report.opening, report.closing) != (now.opening, now.closing):
            with self.stack.macro():
                self.pages.fill_frame(report)
        self.pages.amend(report)
        self.note_edit()

    def attach(self, **kept: object) -> None:
        """Keep these fields of the report's attachments with it, as one step to undo."""
        before = {name: getattr(self.pages.base.attachments, name) for name in kept}
        self.stack.push(FunctionStep(lambda: self._attach(kept), lambda: self._attach(before)))
        self._attach(kept)
        self.stack.close()

    def _attach(self, kept: Mapping[str, object]) -> None:
        report = self.report()
        attachments = replace(report.attachments, **kept)  # type: ignore[arg-type]  # its fields
        self.amend(replace(report, attachments=attachments))
        self.attached.emit()

    def fill_office(self, report: Report) -> None:
        """Put letterhead, recipients and signer of ``report`` into the fields, as one undo step."""
        self.pages.fill_office(report)
        self.stepped.emit()

    def present(self, presentation: Presentation) -> None:
        """Change how the report is presented: page setup, font size, marks. Pushes no undo step."""
        self.pages.present(presentation)
        self.note_edit()

    def set_read_only(self, read_only: bool, why: str = ISSUED) -> None:  # noqa: FBT001 - a setter
        """Let the report be read only, and say ``why``; or let it be edited again."""
        self.why_read_only = why if read_only else ""
        if read_only != self.is_read_only:
            self.is_read_only = read_only
            self.read_only_changed.emit(read_only)
