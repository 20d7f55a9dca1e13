"""The list of findings: a heading for each tab or rule with its count, a card for each, buttons in one."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from danvan_desktop.checks import LEVEL_LABELS, Finding
from danvan_desktop.checks.listing import shortened
from danvan_desktop.checks.proof.read_report import RULE as PROOF
from danvan_desktop.gui.checking.wording import tone_of
from danvan_desktop.gui.forms.button_cards import ButtonCards, CardFace, Index
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.tokens import Tokens

_FINDING = int(Qt.ItemDataRole.UserRole.value) + 1
Groups = Sequence[tuple[str, Sequence[Finding]]]


class FindingCards(ButtonCards):
    """Shows findings; keys and buttons settle the chosen one."""

    fixed = Signal()
    """Enter."""
    all_fixed = Signal()
    """Ctrl+Enter."""
    passed = Signal()
    """Delete."""
    known = Signal()
    """Insert."""
    entered = Signal()
    """Space, or a double click: to the place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__("Các lỗi tìm thấy", self.face, self.has_buttons, parent)
        self._looks: tuple[tuple[str, tuple[object, ...]], ...] = ()
        """What is listed, as far as it can be seen."""
        self.itemDoubleClicked.connect(lambda _: self.entered.emit())

    def face(self, index: Index) -> CardFace | None:
        """Give the words of a finding, and the colour of its level."""
        finding, tokens = index.data(_FINDING), tokens_of(self.palette())
        if not isinstance(finding, Finding):
            return None
        return CardFace(finding_html(finding, tokens), colour_of(finding, tokens))

    def has_buttons(self, item: QListWidgetItem) -> bool:
        """Tell a finding from a heading."""
        return finding_of(item) is not None

    def show_groups(self, groups: Groups, chosen: Finding | None) -> None:
        """List ``groups`` under their headings; ``chosen`` is current, or what stands where it stood."""
        looks = tuple((title, tuple(map(_look, findings))) for title, findings in groups)
        if looks == self._looks:
            return  # only places in a text have moved: they are looked for when they are wanted
        self._looks = looks
        before, scrolled = self.currentRow(), self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        wanted = -1
        for title, findings in groups:
            self.add_heading(f"{title} ({len(findings)})")
            for finding in findings:
                item = QListWidgetItem(_spoken(finding), self)
                item.setData(_FINDING, finding)
                if wanted < 0 and finding == chosen:
                    wanted = self.count() - 1
        self.blockSignals(False)
        self.setCurrentRow(wanted if wanted >= 0 else self.nearest_card(before))
        self.verticalScrollBar().setValue(scrolled)
        self._on_current()

    def finding(self) -> Finding | None:
        """The chosen finding."""
        return finding_of(self.currentItem())

    def findings(self) -> list[Finding]:
        """What is listed, in its order."""
        found = (finding_of(self.item(row)) for row in range(self.count()))
        return [finding for finding in found if finding is not None]

    def choose(self, finding: Finding) -> None:
        """Make ``finding`` the current one, where it is listed."""
        for row in range(self.count()):
            if finding_of(self.item(row)) == finding:
                self.setCurrentRow(row)
                return

    def _on_current(self) -> None:
        super()._on_current()
        self.reveal_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle the chosen finding; all else is Qt's."""
        is_all = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.all_fixed if is_all else self.fixed).emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.passed.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.known.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def finding_of(item: QListWidgetItem | None) -> Finding | None:
    """The finding that ``item`` shows; None for a heading."""
    finding = item.data(_FINDING) if item is not None else None
    return finding if isinstance(finding, Finding) else None


def colour_of(finding: Finding, tokens: Tokens) -> str:
    """Give the colour of the level of ``finding``."""
    tone = tone_of(finding.level)
    return tokens.edge if tone == "quiet" else str(getattr(tokens, tone))


def finding_html(finding: Finding, tokens: Tokens) -> str:
    """Write a card: what stands there and what would be right, the level in words, why, and by which rule."""
    head = escape(LEVEL_LABELS[finding.level])
    words = ""
    if finding.found and finding.suggestion:
        words = (
            f'<span style="color:{tokens.red}"><s>{escape(_seen(finding, finding.found))}</s></span> → '
            f'<span style="color:{tokens.green}"><u>{escape(_seen(finding, finding.suggestion))}</u></span>'
        )
    elif finding.at is not None and finding.found:
        words = f"“{escape(shortened(finding.found))}”"
    above = (
        f'<table width="100%" cellspacing="0" cellpadding="0"><tr><td><b>{words or head}</b></td>'
        f'<td align="right" style="color:{tokens.muted}; white-space:nowrap">{head if words else ""}</td>'
        "</tr></table>"
    )
    parts = [
        above,
        f'<div style="margin-top:3px">{escape(why(finding))}</div>',
    ]
    if finding.source and finding.rule != PROOF:
        parts.append(f'<div style="margin-top:2px; color:{tokens.muted}">{escape(finding.source)}</div>')
    return "".join(parts)


def _seen(finding: Finding, words: str) -> str:
    """Show spaces by a sign, where nothing but spaces differs."""
    if finding.found.replace(" ", "") != finding.suggestion.replace(" ", ""):
        return words
    return words.replace(" ", "␣")


def why(finding: Finding) -> str:
    """Say what is wrong; of a slip with a suggestion its place: the rest stands above."""
    if finding.rule == PROOF and finding.suggestion:
        return finding.message.partition(": ")[2] or finding.message
    return finding.message


def _look(finding: Finding) -> object:
    """Give what is seen of a finding, and where it stands; how far in its text may change with each key."""
    return finding.level, finding.rule, finding.message, finding.suggestion, finding.at, finding.place


def _spoken(finding: Finding) -> str:
    """The whole card in words, for screen readers."""
    return ". ".join(filter(None, (LEVEL_LABELS[finding.level], finding.message, finding.source)))
