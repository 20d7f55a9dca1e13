"""Commands of "Soát lỗi": F7 to the next finding, the panel, the menu on a marked word, office words."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from danvan_desktop.checks import Finding
from danvan_desktop.checks.listing import shortened
from danvan_desktop.checks.proof.read_report import RULE as PROOF
from danvan_desktop.checks.standing import are_alike, count_grave
from danvan_desktop.errors import UserError
from danvan_desktop.gui.checking.office_words import add_word, profile_of
from danvan_desktop.gui.checking.open_findings import OpenFindings
from danvan_desktop.gui.editor.text.finding_marks import FindingMarks
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store

if TYPE_CHECKING:
    from danvan_desktop.gui.checking.beside import CheckBeside

_log = logging.getLogger(__name__)
_MARKS = "proof_marks"
_MESSAGE_LETTERS = 48
"""How wide a message in a menu is."""
EditOffice = Callable[[Report], bool]
"""Shows the office of a report with its words and rules; whether it was stored."""


class CheckCommands(QObject):
    """Acts on what the check finds in the open report."""

    def __init__(
        self,
        workspace: Workspace,
        store: Store,
        jobs: Jobs,
        preferences: Preferences,
        edit_office: EditOffice,
        draft_id: Callable[[], int | None],
    ) -> None:
        """Connect the commands of ``workspace``; ``draft_id`` names the open report in ``store``."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._store, self._preferences, self._edit_office = store, preferences, edit_office
        self._actions = actions = workspace.editor_actions
        self._jobs, self._draft_id = jobs, draft_id
        self._noted = 0, 0, 0
        self.findings = OpenFindings(workspace, partial(profile_of, store), jobs)
        self.beside: CheckBeside | None = None
        actions.toggle_check.toggled.connect(self._on_toggled)
        actions.toggle_check.triggered.connect(self._on_asked)
        actions.next_finding.triggered.connect(lambda: self._go_on(1))
        actions.previous_finding.triggered.connect(lambda: self._go_on(-1))
        actions.toggle_marks.setChecked(preferences.flag(_MARKS, default=True))
        self.findings.show_marks(actions.toggle_marks.isChecked())
        actions.toggle_marks.toggled.connect(self._on_marks)
        workspace.menu_wanted.connect(self._add_to_menu)
        self.findings.changed.connect(self._note_count)

    def close(self) -> None:
        """The window goes."""
        self.findings.close()

    # ------------------------------------------------------------------ the list of reports

    def _note_count(self) -> None:
        """Let the list of reports say how much looks wrong in the open one: in a job, a disk may be slow."""
        draft_id = self._draft_id()
        if draft_id is None or not self.findings.is_known or self._store.read_only_reason:
            return
        count = draft_id, count_grave(self.findings.open_ones()), self.findings.unanswered
        if count != self._noted:
            self._noted = count
            self._jobs.start(lambda: self._store.note_checked(*count), lambda _: None, _log_failure)

    # ------------------------------------------------------------------ the panel

    def _made(self) -> "CheckBeside":
        if self.beside is None:
            from danvan_desktop.gui.checking.beside import CheckBeside

            self.beside = CheckBeside(self._workspace, self.findings, self._preferences)
            self.beside.word_known.connect(self.know)
            self.beside.office_wanted.connect(self._show_office)
        return self.beside

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if shown and self.beside is None:
            self._made()
            self._workspace.arrange()

    def _on_asked(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Give the list the keyboard: the person asked for it."""
        if shown:
            self._made().panel.list.setFocus()

    def _go_on(self, step: int) -> None:
        self._actions.toggle_check.setChecked(True)
        self._made().go_on(step)

    def _on_marks(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._preferences.keep(**{_MARKS: shown})
        self.findings.show_marks(shown)

    # ------------------------------------------------------------------ the office

    def know(self, word: str) -> None:
        """Take ``word`` for right in the office of the open report."""
        try:
            add_word(self._store, self._opened.report(), word)
        except UserError as error:
            show_problem("Chưa thêm được", error.message, self._workspace.window())
            return
        self.findings.refresh_office()
        self._opened.done.emit(f"Đã thêm “{word}” vào từ ngữ của cơ quan.", False)

    def _show_office(self) -> None:
        if self._edit_office(self._opened.report()):
            self.findings.refresh_office()

    # ------------------------------------------------------------------ the menu on a word

    def _add_to_menu(self, menu: QMenu, widget: QWidget, at: QPoint) -> None:
        """Put what can be done about a marked word on top of its menu."""
        if not isinstance(widget, UndoableTextEdit) or widget.isReadOnly():
            return
        marks, cursor = widget.finding_marks, widget.cursorForPosition(widget.viewport().mapFromGlobal(at))
        finding = marks.at(cursor) if isinstance(marks, FindingMarks) else None
        if finding is None:
            return
        first = menu.actions()[0]
        for action in self._offers(finding, menu):
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _offers(self, finding: Finding, menu: QMenu) -> list[QAction]:
        beside = self._made()
        offers: list[QAction] = []

        def offer(text: str, act: Callable[[], object]) -> QAction:
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False: act())
            offers.append(action)
            return action

        if finding.suggestion:
            fix = offer(
                f"Sửa thành “{_plain(shortened(finding.suggestion))}”", lambda: beside.fix((finding,))
            )
            font = fix.font()
            font.setBold(True)
            fix.setFont(font)
            alike = sum(are_alike(each, finding) for each in self.findings.open_ones())
            if alike > 1:
                offer(f"Sửa tất cả lỗi này ({alike} chỗ)", lambda: beside.fix_alike(finding))
        else:
            offers.append(message_entry(finding.message, menu))
        offer("Bỏ qua ở văn bản này", lambda: self.findings.pass_over(finding))
        if finding.rule == PROOF:
            offer("Thêm vào từ ngữ của cơ quan", lambda: self.know(finding.found))
        return offers


def message_entry(text: str, menu: QMenu) -> QWidgetAction:
    """Make an entry that says ``text`` in as many lines as it needs: an entry of Qt has one, however long."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMargin(GAP)
    label.setFixedWidth(label.fontMetrics().averageCharWidth() * _MESSAGE_LETTERS)
    label.setFixedHeight(label.heightForWidth(label.width()))
    action = QWidgetAction(menu)
    action.setText(_plain(text))
    action.setDefaultWidget(label)
    return action


def _log_failure(error: BaseException) -> None:
    _log.error("the list does not say what was found: %s", error)


def _plain(text: str) -> str:
    """Write ``text`` so that a menu shows it as it is."""
    return text.replace("&", "&&")
