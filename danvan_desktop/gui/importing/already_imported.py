"""Duplicate check of an import: a report that is in the list already is opened, or imported as a second one.

Two drafts must never be one report: its identity names signed files and finds the blocks of an exported
Word file again.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.importing.import_file import Purpose
from danvan_desktop.gui.widgets.message import call_with_answer, question
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft

BringIn = Callable[[Report, Purpose], object]
SourceOf = Callable[[Report], Path | None]
OpenKnown = Callable[[Draft, Report, Purpose], object]


class AlreadyImported(QObject):
    """Asks what to do where an imported report is in the store already."""

    failed = Signal(str)
    """The list could not be read, and why."""
    take_back_wanted = Signal(object, object)
    """What was changed in the Word file is to go into the report there is: its :class:`Draft`, the path."""

    def __init__(self, store: Store, window: QWidget, source_of: SourceOf = lambda _: None) -> None:
        """Look in ``store``; ``source_of`` gives the file that a report was read of."""
        super().__init__(window)
        self._store, self._window, self._source_of = store, window, source_of

    def settle(self, report: Report, purpose: Purpose, bring_in: BringIn, open_known: OpenKnown) -> None:
        """Call ``bring_in`` with a report that is new here, or ``open_known`` with the draft there is."""
        try:
            known = self._store.of_report(report.id)
            draft = next((each for each in known if each.deleted is None), None)
            alike = draft or self._alike(report)
            same = alike is not None and _says_the_same(self._store.load(alike.id), report, draft is not None)
        except UserError as error:
            self.failed.emit(error.message)
            return
        own = _of_its_own(report) if known else report
        if alike is None or (purpose == "next_year" and draft is not None and not same):
            bring_in(own, purpose)
        elif purpose == "next_year" and same:
            open_known(alike, report, purpose)
        else:
            path = self._source_of(report)
            can_take_back = path is not None and path.suffix.lower() == ".docx" and alike.state != "issued"
            there = _THERE if draft is not None else _ALIKE
            details = _SAME if same else _OTHER
            self._ask(
                (there.format(alike.title, _when(alike)), details, "&Nhập thành bản riêng"),
                open_it=lambda: open_known(alike, report, purpose),
                keep=lambda: bring_in(_of_its_own(report) if draft is not None else own, purpose),
                take_back=partial(self.take_back_wanted.emit, alike, path) if can_take_back else None,
                is_taking_back=not same,
            )

    def settle_new(
        self, report: Report, keep: Callable[[Report], object], open_it: Callable[[Draft], object]
    ) -> None:
        """Call ``keep`` with ``report``, which is about to be begun, or ``open_it`` with one alike.

        Asks where there is one of the same year and trích yếu.
        """
        try:
            alike = self._alike(report)
        except UserError as error:
            self.failed.emit(error.message)
            return
        if alike is None:
            keep(report)
            return
        self._ask(
            (_ALIKE.format(alike.title, _when(alike)), _BEGUN, "&Vẫn lập báo cáo mới"),
            open_it=lambda: open_it(alike),
            keep=lambda: keep(report),
        )

    def _alike(self, report: Report) -> Draft | None:
        """Find a report of the same year and trích yếu: files of other programs name no identity."""
        return next(iter(self._store.drafts().of_subject(report.year, report.subject)), None)

    def _ask(
        self,
        texts: tuple[str, str, str],
        *,
        open_it: Callable[[], object],
        keep: Callable[[], object],
        take_back: Callable[[], object] | None = None,
        is_taking_back: bool = False,
    ) -> None:
        """Ask which of them; ``texts`` are what is there, the details, and the button that keeps both.

        ``is_taking_back``: Enter means that, where it can be done.
        """
        from PySide6.QtWidgets import QMessageBox

        there, details, keep_both = texts
        box = question(self._window, "Báo cáo này đã có", there, details)
        opens = box.addButton("&Mở báo cáo đang có", QMessageBox.ButtonRole.AcceptRole)
        keeps = box.addButton(keep_both, QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        takes = None
        if take_back is not None:
            takes = box.addButton("Nhận lại &các chỗ sửa", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(takes if takes is not None and is_taking_back else opens)

        def answer(clicked: QAbstractButton | None) -> None:
            if clicked is opens:
                open_it()
            elif clicked is keeps:
                keep()
            elif take_back is not None and clicked is not None and clicked is takes:
                take_back()

        call_with_answer(box, answer)


_THERE = "Báo cáo này đã có trong danh sách: “{}”, sửa lần cuối lúc {}."
_ALIKE = "Trong danh sách đã có báo cáo cùng năm, cùng trích yếu: “{}”, sửa lần cuối lúc {}."
_SAME = "Nội dung trong tệp giống hệt báo cáo đang có."
_OTHER = (
    "Nội dung trong tệp khác với báo cáo đang có. Nhập thành bản riêng thì báo cáo đang có vẫn được giữ "
    "nguyên."
)
_BEGUN = "Vẫn lập thì báo cáo đang có được giữ nguyên, và danh sách có hai báo cáo cùng tên."


def _when(draft: Draft) -> str:
    return f"{draft.modified:%H:%M} ngày {draft.modified:%d/%m/%Y}"


def _of_its_own(report: Report) -> Report:
    return replace(report, id=uuid4().hex)


def _says_the_same(kept: Report, read: Report, has_identity: bool) -> bool:  # noqa: FBT001 - of what was read
    """Compare the contents; when they were changed and what an import noted is none.

    A file without an identity tells nothing of what was recorded here since either.
    """
    if not has_identity:
        read = replace(
            read,
            id=kept.id,
            state=kept.state,
            marks=kept.marks,
            attachments=kept.attachments,
            outline=kept.outline,
        )
    bare = (replace(each, modified=kept.modified, import_notes=(), next_id=0) for each in (kept, read))
    return next(bare) == next(bare)
