"""The session of the open report: loads it into the editor and autosaves it within a second (debounced)."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.services.preferences import documents_folder
from danvan_desktop.gui.session.emergency_copy import EmergencyCopy
from danvan_desktop.gui.session.saver import Saver, SaveRequest
from danvan_desktop.gui.session.version_keeper import VersionKeeper, VersionRequest
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.history.history import History
from danvan_desktop.store.history.version_rows import Reason
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.takeback.correspondence import Correspondence
from danvan_desktop.store.takeback.received_rows import Decided

REST_MS = 350
"""Debounce interval of autosave after the last change."""
LONGEST_MS = 650
"""Longest time between two autosaves of a user who types without a pause: on disk within one second."""
_SLICES_MS = 50
"""To save in the midst of a step that is done in slices would do it at once: so long it waits for its end."""
CALM_MS = 500
CALM_LONGEST_MS = 4000
"""What is computed of a saved report waits for a longer rest: it costs more than saving."""

_log = logging.getLogger(__name__)


class Editor(Protocol):
    """What the session needs of the report editor."""

    @property
    def is_half_done(self) -> bool:
        """Whether a step is being done in slices: it is finished at once where the report is asked for."""

    def report(self) -> Report:
        """Give the report as it stands."""

    def place(self) -> str:
        """Return where the cursor stands."""

    def commit_input(self) -> None:
        """Take over the word that an input method still composes."""


class Session(QObject):
    """Saves the open report: after each pause in typing, at close, at log-off, after an unexpected error."""

    saved = Signal(object)
    """When (``datetime``) the latest state reached the disk."""
    failed = Signal(str)
    """Why it did not; it goes on trying."""
    content_saved = Signal(object)
    """The :class:`Report` now on disk, after a rest: for what is computed of it."""
    notice = Signal(str)
    """What happened to the file that the reports are in."""
    slow = Signal(float)
    """So many seconds the disk took for a save."""
    opened = Signal()
    """A report was opened, and stands in the editor."""
    closed = Signal()
    """The report was closed: what shows it, or was computed of it, is dropped."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Have no report open."""
        super().__init__(parent)
        self._store = store
        self.versions = None if store.read_only_reason else VersionKeeper(store.history, self)
        """Takes versions of the open report; None where nothing can be written."""
        self._saver = Saver(store, self, self.versions)
        self._saver.notice.connect(self.notice)
        self._saver.slow.connect(self.slow)
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        self._emergency = EmergencyCopy(documents_folder)
        self._editor: Editor | None = None
        self._draft: Draft | None = None
        self._dirty = False
        self._modified = now()
        self._debounce = Debounce(REST_MS, self._save_soon, self, longest=LONGEST_MS)
        self._calm = Debounce(CALM_MS, self._announce, self, longest=CALM_LONGEST_MS)
        self._decided: Callable[[], tuple[Decided, ...]] = tuple
        self._unannounced: Report | None = None
        self._saved_last: Report | None = None

    @property
    def draft(self) -> Draft | None:
        """The open report's entry in the list, as it was when opened; None: no report is open."""
        return self._draft

    def open(self, draft: Draft, show: Callable[[Report], Editor]) -> Report:
        """Load ``draft`` and let ``show`` open it in the editor.

        Raises:
            UserError: it cannot be read; whatever was open before stays open.
        """
        report = self._store.load(draft.id)
        self._draft = None  # what the editor signals while it fills is no edit of the user's
        self.go_on(draft, report, show(report))
        return report

    def go_on(self, draft: Draft, report: Report, editor: Editor) -> None:
        """Keep ``draft`` safe, which stands in ``editor`` already, as it was when it held ``report``."""
        self._editor = editor
        self._draft, self._dirty, self._modified = draft, False, report.modified
        self._saved_last = report
        self.opened.emit()
        if self.versions is not None:
            self.versions.begin(draft.id, report)
        try:
            self._store.mark_opened(draft.id)
        except UserError as error:
            self.failed.emit(error.message)

    def current(self) -> Report | None:
        """Return the report as it stands, words still in the input method included."""
        if self._draft is None or self._editor is None:
            return None
        self._editor.commit_input()
        return self._stamped(self._editor.report())

    def note_change(self) -> None:
        """Remember that something was edited and save it after a rest. Costs nothing: runs at each key."""
        if self._draft is None:
            return
        self._dirty = True
        self._debounce.start()
        self._calm.start()

    def save_decisions(self, decided: Callable[[], tuple[Decided, ...]]) -> None:
        """Save with the report, until it is closed, what ``decided`` says about returned files."""
        self._decided = decided

    def note_decision(self) -> None:
        """Save what was decided after a rest, also where nothing of the report was changed by it."""
        if self._draft is not None:
            self._debounce.start()

    def keep_version(
        self,
        reason: Reason,
        *,
        report: Report | None = None,
        name: str | None = None,
        done: Callable[[int], object] | None = None,
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Have the open report, or ``report`` as it was, kept as a version; returns at once.

        ``done`` is called with its number when it is on disk, or ``failed`` with the reason why it is not.
        """
        kept = self.current() if report is None else report
        if self._draft is not None and kept is not None:
            request = VersionRequest(self._draft.id, kept, reason, name, done, failed)
            self._saver.keep(request)

    @property
    def history(self) -> History:
        """The versions of all reports."""
        return self._store.history

    @property
    def correspondence(self) -> Correspondence:
        """The Word files of all reports that went out and came back."""
        return self._store.correspondence

    def hurry_versions(self) -> None:
        """Have the versions that are due written now: somebody looks at the history."""
        self._saver.hurry_versions()

    def save_everything_now(self, reason: str) -> bool:
        """Put the open report on disk before returning; never raises.

        Called when a report is closed, when the window or the system's session ends, and after an
        unexpected error. False: it is not on disk, and :attr:`failed` was emitted with the reason.
        """
        try:
            self._save_now()
        except UserError as error:
            _log.warning("not saved (%s): %s", reason, error.message)
            self._on_failed(error.message)
            return False
        except Exception as error:  # noqa: BLE001 - this is the last chance to save: it must return
            _log.exception("not saved (%s)", reason)
            self.failed.emit(f"Lỗi ngoài dự kiến khi lưu ({type(error).__name__}).")
            return False
        return True

    def close_report(self) -> None:
        """Have no report open any more; save first."""
        self._stop()
        if self._draft is not None and self._saved_last is not None:
            self._saver.keep(VersionRequest(self._draft.id, self._saved_last, "closed"))
        self._saved_last = None
        self._saver.forget()
        self._decided = tuple
        self._draft, self._dirty = None, False
        self.closed.emit()

    def close(self) -> None:
        """End the saving thread."""
        self._stop()
        self._saver.close()

    def _save_now(self) -> None:
        self._debounce.stop()
        if self._draft is None or self._editor is None:
            return
        self._editor.commit_input()
        self._saver.save_now(self._saving(self._draft.id, self._editor))

    def _save_soon(self) -> None:
        if self._editor is not None and self._editor.is_half_done:
            QTimer.singleShot(_SLICES_MS, self, self._save_soon)
        elif self._draft is not None and self._editor is not None:
            self._saver.hand_over(self._saving(self._draft.id, self._editor))

    def _saving(self, draft_id: int, editor: Editor) -> SaveRequest:
        report = self._stamped(editor.report())
        saving = SaveRequest(draft_id, report, editor.place(), self._decided())
        self._dirty = False
        return saving

    def _stamped(self, report: Report) -> Report:
        """Give the report the time of its last change, the only clock that the produced files know."""
        if self._dirty:
            self._modified = now()
        return replace(report, modified=self._modified)

    def _on_saved(self, saving: SaveRequest, moment: datetime) -> None:
        self._emergency.delete()
        if self._draft is not None and saving.draft_id == self._draft.id:
            self._saved_last = saving.report
            self.saved.emit(moment)
            self._unannounced = saving.report
            if not self._calm.is_waiting:
                self._announce()

    def _on_failed(self, message: str) -> None:
        """Keep what is open among the documents, and say why it is not where it belongs."""
        saving = self._saver.pending
        path = None if saving is None else self._emergency.write(saving.report)
        if path is not None:
            message = f"{message} Trong lúc chờ, toàn bộ báo cáo được giữ ở tệp {path}."
        self.failed.emit(message)

    def _announce(self) -> None:
        report, self._unannounced = self._unannounced, None
        if report is not None:
            self.content_saved.emit(report)

    def _stop(self) -> None:
        self._debounce.stop()
        self._calm.stop()
        self._unannounced = None
