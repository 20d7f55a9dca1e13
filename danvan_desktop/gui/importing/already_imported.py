"""Duplicate check of an import: a report that is in the list already is opened, or imported as a second one.

Two drafts must never be one report: its identity names signed files and finds the blocks of an exported
Word file again.
"""

from collections.abc import Callable
from dataclasses import replace
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
OpenKnown = Callable[[Draft, Report, Purpose], object]


class AlreadyImported(QObject):
    """Asks what to do where an imported report is in the store already."""

    failed = Signal(str)
    """The list could not be read, and why."""

    def __init__(self, store: Store, window: QWidget) -> None:
        """Look in ``store``."""
        super().__init__(window)
        self._store, self._window = store, window

    def settle(self, report: Report, purpose: Purpose, bring_in: BringIn, open_known: OpenKnown) -> None:
        """Call ``bring_in`` with a report that is new here, or ``open_known`` with the draft there is."""
        try:
            known = self._store.of_report(report.id)
            draft = next((each for each in known if each.deleted is None), None)
            same = draft is not None and _says_the_same(self._store.load(draft.id), report)
        except UserError as error:
            self.failed.emit(error.message)
            return
        if draft is None or (purpose == "next_year" and not same):
            bring_in(_of_its_own(report) if known else report, purpose)
        elif purpose == "next_year":
            open_known(draft, report, purpose)
        else:
            self._ask(
                draft,
                same=same,
                open_it=lambda: open_known(draft, report, purpose),
                keep=lambda: bring_in(_of_its_own(report), purpose),
            )

    def _ask(
        self, draft: Draft, *, same: bool, open_it: Callable[[], object], keep: Callable[[], object]
    ) -> None:
        """Ask which of the two; returns at once."""
        from PySide6.QtWidgets import QMessageBox

        when = f"{draft.modified:%H:%M} ngày {draft.modified:%d/%m/%Y}"
        details = (
            "Nội dung trong tệp giống hệt báo cáo đang có."
            if same
            else "Nội dung trong tệp khác với báo cáo đang có. Nhập thành bản riêng thì báo cáo đang có vẫn "
            "được giữ nguyên."
        )
        there = f"Báo cáo này đã có trong danh sách: “{draft.title}”, sửa lần cuối lúc {when}."
        box = question(self._window, "Báo cáo này đã có", there, details)
        opens = box.addButton("&Mở báo cáo đang có", QMessageBox.ButtonRole.AcceptRole)
        keeps = box.addButton("&Nhập thành bản riêng", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(opens)

        def answer(clicked: QAbstractButton | None) -> None:
            if clicked is opens:
                open_it()
            elif clicked is keeps:
                keep()

        call_with_answer(box, answer)


def _of_its_own(report: Report) -> Report:
    return replace(report, id=uuid4().hex)


def _says_the_same(kept: Report, read: Report) -> bool:
    """Compare the contents; when they were changed and what an import noted is none."""
    bare = (replace(each, modified=kept.modified, import_notes=(), next_id=0) for each in (kept, read))
    return next(bare) == next(bare)
