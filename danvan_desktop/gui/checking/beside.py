"""The findings beside the text: listed, led to, set right, passed over."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from danvan_desktop.checks import Finding, apply, citations, fix
from danvan_desktop.checks.listing import WHOLE
from danvan_desktop.checks.proof.read_report import RULE as PROOF
from danvan_desktop.checks.standing import (
    are_alike,
    reading_order,
    still_there,
    tab_of,
    tabs_of_blocks,
    text_order,
)
from danvan_desktop.gui.checking import wording
from danvan_desktop.gui.checking.finding_cards import Groups
from danvan_desktop.gui.checking.open_findings import OpenFindings
from danvan_desktop.gui.checking.panel import BY_RULE, CheckPanel
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.side.panels import SidePanel
from danvan_desktop.gui.workspace.find.cursor_place import CursorPlace, cursor_place
from danvan_desktop.gui.workspace.find.show_hit import select_span, spot_of
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.tab_titles import tab_titles
from danvan_desktop.report.find.texts import TextPlace

_NAME, _LEAST, _WIDTH = "proof", 340, 400
_LEVELS, _ORDER = "proof_levels", "proof_order"


class CheckBeside(QObject):
    """Controls the side panel "Soát lỗi"; made when it is first asked for."""

    word_known = Signal(str)
    """These words are right in this office."""
    office_wanted = Signal()
    """The words and rules of the office are to be shown."""

    def __init__(self, workspace: Workspace, findings: OpenFindings, preferences: Preferences) -> None:
        """Put the panel beside the text."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._findings, self._preferences = findings, preferences
        self._toggle = workspace.editor_actions.toggle_check
        self._refusal = ""
        self.panel = CheckPanel()
        kept = preferences.text(_LEVELS)
        if kept:
            self.panel.want_levels(frozenset(kept.split()))
        self.panel.order.setCurrentIndex(max(0, self.panel.order.findData(preferences.text(_ORDER))))
        self._side = SidePanel(
            _NAME, self.panel, self._toggle, _LEAST, _WIDTH, self._set_visible, title=wording.TITLE
        )
        workspace.add_panel(self._side, self.panel.list)
        self._connect()

    def _connect(self) -> None:
        panel, findings = self.panel, self._findings
        panel.header.closed.connect(lambda: self._toggle.setChecked(False))
        panel.fixed.connect(self._fix)
        panel.all_fixed.connect(self._fix_all)
        panel.passed.connect(self._pass_over)
        panel.known.connect(self._know)
        panel.entered.connect(lambda: self._enter(self.panel.list.finding()))
        panel.chosen.connect(self._on_chosen)
        panel.safe_wanted.connect(self.ask_safe)
        panel.citations_wanted.connect(self.show_citations)
        panel.office_wanted.connect(self.office_wanted)
        panel.filter_changed.connect(self._on_filter)
        findings.changed.connect(self._show)
        findings.refused.connect(self._refuse)
        self._opened.read_only_changed.connect(self._show)

    # ------------------------------------------------------------------ what is shown

    def _set_visible(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        if self._workspace.show_beside(self.panel, shown=shown):
            self._findings.look_now()
            self._show()

    def _refuse(self, message: str) -> None:
        self._refusal = message
        self._show()

    def _on_filter(self) -> None:
        self._preferences.keep(
            **{
                _LEVELS: " ".join(sorted(self.panel.wanted_levels())),
                _ORDER: str(self.panel.order.currentData()),
            }
        )
        self._show()

    def shown(self) -> tuple[Finding, ...]:
        """Give the open findings of the levels that are to be seen, in reading order, as they stand now."""
        wanted = self.panel.wanted_levels()
        return tuple(each for each in self._findings.standing() if each.level in wanted)

    def _show(self, *_: object) -> None:
        """List what is open."""
        if self.panel.isHidden():
            return
        standing = self._findings.standing()
        counts = Counter(finding.level for finding in standing)
        self.panel.show_counts(counts)
        wanted = self.panel.wanted_levels()
        shown = [finding for finding in standing if finding.level in wanted]
        if shown:
            safe = sum(finding.safe for finding in shown)
            self.panel.show_findings(self._groups(shown), self.panel.list.finding(), safe)
        else:
            self.panel.say(self._nothing(is_hidden=bool(standing)))
        title = f"{wording.TITLE} ({len(shown)})" if shown else wording.TITLE
        self._workspace.tell_panel(self._side, title, has_news=False)

    def _nothing(self, *, is_hidden: bool) -> str:
        if self._opened.is_read_only:
            return wording.READ_ONLY
        if not self._findings.is_known:
            return self._refusal or wording.WAITING
        return wording.NOTHING_SHOWN if is_hidden else wording.NOTHING

    def _groups(self, shown: Sequence[Finding]) -> Groups:
        if self.panel.order.currentData() == BY_RULE:
            titles = wording.rule_titles()
            found = [finding.rule for finding in shown]
        else:
            report = self._opened.report()
            titles, tabs = {"": WHOLE} | tab_titles(report), tabs_of_blocks(report)
            found = [tab_of(finding, tabs) for finding in shown]
        names = [name for name in titles if name in set(found)]
        names += [name for name in dict.fromkeys(found) if name not in titles]
        return [
            (
                titles.get(name, name),
                [each for each, key in zip(shown, found, strict=True) if key == name],
            )
            for name in names
        ]

    def _on_chosen(self) -> None:
        """Show the chosen one in the text; the keyboard stays in the list."""
        finding = self.panel.list.finding()
        if finding is None:
            return
        is_writable = not self._opened.is_read_only
        self.panel.offer(
            fix=bool(finding.suggestion) and finding.at is not None and is_writable,
            alike=len(self._alike(finding)),
            know=finding.rule == PROOF and is_writable,
        )
        if self.panel.isVisible() and self.panel.list.hasFocus():
            self._lead_to(finding)

    # ------------------------------------------------------------------ ways

    def go_on(self, step: int) -> None:
        """Go to the next finding behind the cursor, or with a ``step`` of -1 to the one before it."""
        self._toggle.setChecked(True)
        shown = self.shown()
        if not shown:
            return
        finding = shown[self._following(shown, step)]
        self.panel.list.choose(finding)
        self._enter(finding)

    def _following(self, shown: Sequence[Finding], step: int) -> int:
        """Say which of ``shown`` comes next from the cursor; at the end it begins anew."""
        here = cursor_place(self._workspace)
        current = self.panel.list.finding()
        if current in shown and self._is_at(here, current):
            return (shown.index(current) + step) % len(shown)
        order = text_order(self._opened.report())
        cursor = order.get(here.place, self._first_of_tab(order, here)), here.start
        places = list(map(reading_order(order), shown))
        if step > 0:
            return next((at for at, place in enumerate(places) if place >= cursor), 0)
        return next((at for at in reversed(range(len(places))) if places[at] < cursor), len(places) - 1)

    @staticmethod
    def _is_at(here: CursorPlace, finding: Finding | None) -> bool:
        return finding is not None and (
            finding.at is None or (here.place, here.start) == (finding.at, finding.start)
        )

    @staticmethod
    def _first_of_tab(order: dict[TextPlace, int], here: CursorPlace) -> int:
        """Where the texts of the tab begin in which the cursor is in none."""
        return min((n for place, n in order.items() if place.tab == here.place.tab), default=0)

    def _lead_to(self, finding: Finding) -> None:
        """Bring the words of ``finding`` to the eye and select them, the keyboard staying where it is."""
        self._show_place(finding, with_keyboard=False)

    def _enter(self, finding: Finding | None) -> None:
        """Go to the words of ``finding``, keyboard and all."""
        if finding is not None:
            self._show_place(finding, with_keyboard=True)

    def _show_place(self, finding: Finding, *, with_keyboard: bool) -> None:
        workspace = self._workspace
        there = still_there(self._opened.report(), (finding,))
        spot = None if not there or there[0].at is None else spot_of(self._opened.pages, there[0].at)
        if spot is None:
            (workspace.go_to if with_keyboard else workspace.show_place)(finding.place)
            return
        if with_keyboard:
            workspace.reveal(spot.widget)
        else:
            workspace.bring_up(spot.widget)
        select_span(spot, there[0].start, there[0].end)

    # ------------------------------------------------------------------ deciding

    def _alike(self, finding: Finding) -> list[Finding]:
        return [each for each in self.shown() if are_alike(each, finding)]

    def _fix(self) -> None:
        finding = self.panel.list.finding()
        if finding is not None:
            self.fix((finding,))

    def _fix_all(self) -> None:
        finding = self.panel.list.finding()
        if finding is not None:
            self.fix_alike(finding)

    def fix(self, findings: Iterable[Finding]) -> None:
        """Set ``findings`` right, which the user has chosen."""
        chosen = tuple(each for each in findings if each.suggestion)
        count = self._findings.fix(chosen, fix) if chosen else 0
        if count > 1:
            self._opened.done.emit(f"Đã sửa {count} chỗ.", True)

    def fix_alike(self, finding: Finding) -> None:
        """Set every place right that has the mistake of ``finding``."""
        self.fix(self._alike(finding))

    def _pass_over(self) -> None:
        finding = self.panel.list.finding()
        if finding is not None and not self._opened.is_read_only:
            self._findings.pass_over(finding)

    def _know(self) -> None:
        finding = self.panel.list.finding()
        if finding is not None and finding.rule == PROOF and not self._opened.is_read_only:
            self.word_known.emit(finding.found)

    def ask_safe(self) -> None:
        """Show all that can be set right safely, and set right what stays ticked: one step to undo."""
        from danvan_desktop.gui.checking.safe_fixes_dialog import SafeFixesDialog

        safe = [finding for finding in self.shown() if finding.safe]
        if not safe or self._opened.is_read_only:
            return
        dialog = SafeFixesDialog(safe, self._opened.report(), self._workspace.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            chosen = dialog.chosen()
            count = self._findings.fix(chosen, apply)
            if count:
                self._opened.done.emit(f"Đã sửa {count} chỗ.", True)
        dialog.deleteLater()

    def show_citations(self) -> None:
        """Show the register of citations, and complete those that stay ticked: one step to undo."""
        from danvan_desktop.gui.checking.citations_dialog import CitationsDialog

        report = self._opened.report()
        dialog = CitationsDialog(
            citations(report), self._findings.standing(), tab_titles(report), self._workspace.window()
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.fix(dialog.chosen())
        else:
            self._enter(dialog.wanted)
        dialog.deleteLater()
