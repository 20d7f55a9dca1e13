"""Side panel "Soát lỗi": what was found in the open report, filtered and grouped; what is done about it."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from danvan_desktop.checks import Finding, Level
from danvan_desktop.gui.checking.finding_cards import FindingCards, Groups
from danvan_desktop.gui.checking.wording import LEVELS, OFF_AT_FIRST, TITLE, WAITING, count_text, level_text
from danvan_desktop.gui.forms.card import muted
from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.help.topic_panel import TopicPanel
from danvan_desktop.gui.look.style_sheet import PRIMARY
from danvan_desktop.gui.widgets.buttons import menu_button, push_button
from danvan_desktop.gui.widgets.pill import Pill
from danvan_desktop.gui.widgets.side.header import PanelHeader, column_below
from danvan_desktop.gui.widgets.style import GAP

HELP = "soat-loi"
BY_TAB, BY_RULE = "tab", "rule"


class CheckPanel(TopicPanel):
    """Lists findings and asks; what is done about them, others do."""

    fixed = Signal()
    """The chosen one is to be set right."""
    all_fixed = Signal()
    """So is every place with the same mistake."""
    passed = Signal()
    """The chosen one and its like are not to be shown in this report any more."""
    known = Signal()
    """Its words are right in this office."""
    entered = Signal()
    """The keyboard is to go to its place."""
    chosen = Signal()
    """Another one is the current one."""
    safe_wanted = Signal()
    """All that can be set right safely is to be looked at together."""
    citations_wanted = Signal()
    """The documents that are cited are to be shown."""
    office_wanted = Signal()
    """The words and rules of the office are to be shown."""
    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(HELP, parent)
        self.header = PanelHeader(TITLE, "F7")
        self.count = Pill()
        self.order = QComboBox()
        self.order.setAccessibleName("Xếp theo")
        self.order.addItem("Theo mục", BY_TAB)
        self.order.addItem("Theo loại lỗi", BY_RULE)
        self.levels = {level: self._level(level) for level in LEVELS}
        self.shown = menu_button("Hiện", "Chọn loại lỗi được hiện", list(self.levels.values()))
        self.list = FindingCards()
        self.message = muted("")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setAccessibleName("Kết quả")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.say(WAITING)
        self.hide()

    def _level(self, level: Level) -> QAction:
        action = QAction(level_text(level, 0), self)
        action.setCheckable(True)
        action.setChecked(level not in OFF_AT_FIRST)
        action.toggled.connect(self.filter_changed)
        return action

    def _make_buttons(self) -> None:
        self.fix = push_button("Sửa", "Thay bằng chữ được gợi ý (Enter)")
        self.fix.setProperty(PRIMARY, True)
        self.fix_all = push_button("Sửa tất cả lỗi này", "Sửa mọi chỗ có cùng lỗi này (Ctrl+Enter)")
        self.pass_over = push_button("Bỏ qua", "Bỏ qua ở văn bản này (Del)")
        self.know = push_button(
            "Thêm vào từ ngữ của cơ quan", "Từ nay coi là đúng trong mọi báo cáo của cơ quan (Ins)"
        )
        self.go = push_button("Đi tới", "Tới chỗ này trong báo cáo (phím cách)", quiet=True)
        self.safe = push_button("", "Xem trước những chỗ sửa được chắc chắn, rồi sửa cùng một lúc")
        self.citations = push_button(
            "Văn bản viện dẫn…", "Các văn bản được viện dẫn, còn thiếu gì; ghi đủ cùng một lúc", quiet=True
        )
        self.office = push_button(
            "Từ ngữ và quy tắc…", "Từ ngữ của cơ quan, các quy tắc được bật, tắt", quiet=True
        )

    def _lay_out(self) -> None:
        above, foot = FlexRow(), FlexRow()
        for row, parts in (
            (above, (self.count, self.order, self.shown)),
            (foot, (self.safe, self.citations, self.office)),
        ):
            row.setSpacing(GAP)
            for part in parts:
                row.addWidget(part)
        self.list.hold_buttons(self.fix, self.pass_over, self.go, self.fix_all, self.know)
        column = column_below(self.header, self)
        column.setSpacing(GAP // 2)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.message, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        cards = self.list
        for button, signal in (
            (self.fix, self.fixed),
            (self.fix_all, self.all_fixed),
            (self.pass_over, self.passed),
            (self.know, self.known),
            (self.go, self.entered),
            (self.safe, self.safe_wanted),
            (self.citations, self.citations_wanted),
            (self.office, self.office_wanted),
        ):
            button.clicked.connect(signal)
        cards.fixed.connect(self.fixed)
        cards.all_fixed.connect(self.all_fixed)
        cards.passed.connect(self.passed)
        cards.known.connect(self.known)
        cards.entered.connect(self.entered)
        cards.chosen.connect(self.chosen)
        self.order.currentIndexChanged.connect(self.filter_changed)

    # ------------------------------------------------------------------ what is shown

    def say(self, text: str) -> None:
        """Show ``text`` in the place of findings."""
        self.list.show_groups((), None)
        self.list.hide()
        self.count.show_state("", "quiet")
        self.safe.hide()
        self.message.setText(text)
        self.message.show()

    def show_findings(self, groups: Groups, chosen: Finding | None, safe: int) -> None:
        """List ``groups``; ``safe``: how many can be set right together."""
        had_keyboard = self.list.isAncestorOf(self.window().focusWidget())
        self.message.hide()
        self.list.show()
        self.count.show_state(count_text(sum(len(findings) for _, findings in groups)), "amber")
        self.safe.setText(f"Sửa {safe} chỗ chắc chắn…")
        self.safe.setVisible(bool(safe))
        self.list.show_groups(groups, chosen)
        if had_keyboard:
            self.list.setFocus()

    def show_counts(self, counts: Mapping[Level, int]) -> None:
        """Say in the filter how much of each level there is."""
        for level, action in self.levels.items():
            action.setText(level_text(level, counts.get(level, 0)))

    def wanted_levels(self) -> frozenset[Level]:
        """The levels that are to be shown."""
        return frozenset(level for level, action in self.levels.items() if action.isChecked())

    def want_levels(self, wanted: frozenset[str]) -> None:
        """Tick the levels that are to be shown."""
        with QSignalBlocker(self):
            for level, action in self.levels.items():
                action.setChecked(level in wanted)

    def offer(self, *, fix: bool, alike: int, know: bool) -> None:
        """Offer for the chosen finding what can be done about it."""
        self.fix.setVisible(fix)
        self.fix_all.setText(f"Sửa tất cả lỗi này ({alike})")
        self.fix_all.setVisible(fix and alike > 1)
        self.know.setVisible(know)
        self.list.buttons_changed()
