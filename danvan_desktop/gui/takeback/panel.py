"""Side panel "Nhận lại bản Word đã sửa": what was changed in a file that came back, decided one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.forms.card import muted
from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.help.topic_panel import TopicPanel
from danvan_desktop.gui.look.style_sheet import PRIMARY, QUIET, SIGN
from danvan_desktop.gui.takeback.change_list import ChangeList, ListEntry
from danvan_desktop.gui.takeback.wording import TITLE, undecided_text
from danvan_desktop.gui.widgets.buttons import push_button
from danvan_desktop.gui.widgets.elided_box import ElidedBox
from danvan_desktop.gui.widgets.pill import Pill
from danvan_desktop.gui.widgets.side.header import PanelHeader, column_below
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.outgoing_copies import next_round
from danvan_desktop.report.model import Report

HELP = "nhan-lai"
_NOTHING = "Chưa có tệp nào được nhận lại. Menu Tệp, mục Nhận lại bản Word đã sửa…, hoặc kéo tệp vào đây."


@frozen
class ShownFile:
    """A file that came back, as the panel names it."""

    number: int
    text: str
    open_keys: tuple[str, ...] = ()
    """Of the changes that were open when the list was made."""


class TakeBackPanel(TopicPanel):
    """Lists changes and asks; what is done about them, others do."""

    taken = Signal()
    """The chosen change is to be taken; of a conflict the words of the returned file."""
    refused = Signal()
    both_wanted = Signal()
    """Of a conflict ours stays, with theirs behind it."""
    by_hand = Signal()
    """The user sees to the chosen change in the text."""
    tab_taken = Signal()
    """All of the tab of the chosen change are to be taken."""
    all_taken = Signal()
    none_wanted = Signal()
    """The file is the wrong one."""
    chosen = Signal()
    """Another change is the current one."""
    file_chosen = Signal(int)
    """The file with this number is to be shown."""
    file_wanted = Signal()
    """Another file is to be asked for."""
    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(HELP, parent)
        self.header = PanelHeader(TITLE, "Ctrl+Alt+W")
        self.files = ElidedBox()
        self.files.setAccessibleName("Tệp nhận lại")
        self.files.setToolTip("Tệp đã nhận lại; tệp sau được so với báo cáo đã nhận các chỗ của tệp trước")
        self.files.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.another = QPushButton("Tệp khác…")
        self.another.setProperty(QUIET, True)
        self.another.setToolTip("Nhận lại một tệp Word khác")
        self.base, self.noise = _label(), _label()
        self.base.setAccessibleName("So với bản nào")
        self.undecided = Pill()
        self.open_only = QCheckBox("Chỉ chỗ chưa quyết")
        self.open_only.setChecked(True)
        self.open_only.setToolTip("Bỏ dấu để xem lại cả những chỗ đã quyết")
        self.list = ChangeList()
        self.message = _label()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setAccessibleName("Kết quả")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.forget()
        self.hide()

    def _make_buttons(self) -> None:
        self.take = push_button("Nhận", "Đưa chỗ sửa này vào báo cáo (Enter)")
        self.refuse = push_button("Không nhận", "Giữ báo cáo như đang có (Delete)")
        self.take_theirs = push_button(
            "Lấy bản nhận lại", "Thay chữ của bản đang soạn bằng chữ của tệp nhận lại"
        )
        self.keep_ours = push_button("Giữ bản đang soạn", "Giữ báo cáo như đang có (Delete)")
        self.take_both = push_button("Lấy cả hai", "Giữ chữ đang có, thêm chữ của tệp nhận lại vào sau")
        self.edit = push_button(
            "Sửa tay", "Tới chỗ này trong báo cáo để tự sửa; coi như đã quyết", quiet=True
        )
        self.take_tab = push_button(
            "Nhận tất cả trong mục này",
            "Nhận mọi chỗ chưa quyết của mục đang chọn, trừ chỗ hai bên sửa khác nhau (Ctrl+Enter)",
        )
        self.take_all = push_button(
            "Nhận tất cả", "Nhận mọi chỗ chưa quyết, trừ chỗ hai bên sửa khác nhau", quiet=True
        )
        self.take.setProperty(PRIMARY, True)
        self.refuse_all = push_button(
            "Không nhận chỗ nào", "Tệp bị nhầm: coi mọi chỗ chưa quyết là không nhận", quiet=True
        )
        self._is_base_sure = True
        self.next_round = push_button("", "Xuất tệp dự thảo để gửi lấy ý kiến lần nữa")
        self.next_round.setProperty(PRIMARY, True)
        self.next_file = push_button("", "Chuyển sang tệp nhận lại còn chỗ chưa quyết")
        self.next_file.setProperty(PRIMARY, True)
        self._next_file = 0
        """Its number."""

    def _lay_out(self) -> None:
        above, state, foot = QHBoxLayout(), FlexRow(), FlexRow()
        above.addWidget(self.files, 1)
        above.addWidget(self.another)
        state.addWidget(self.undecided)
        state.addWidget(self.open_only)
        foot.addWidget(self.take_tab)
        foot.addWidget(self.take_all)
        for row in (above, state, foot):
            row.setSpacing(GAP)
        self.list.hold_buttons(
            *(self.take, self.refuse, self.keep_ours, self.take_theirs, self.take_both, self.edit)
        )
        column = column_below(self.header, self)
        column.setSpacing(GAP // 2)
        column.addLayout(above)
        column.addWidget(self.base)
        column.addLayout(state)
        column.addWidget(self.list, 1)
        column.addWidget(self.message, 1)
        for button in (self.next_round, self.next_file):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.noise)
        column.addLayout(foot)
        column.addWidget(self.refuse_all, 0, Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        changes = self.list
        changes.chosen.connect(self._on_chosen)
        changes.taken.connect(self._on_enter)
        changes.refused.connect(self.refused)
        changes.tab_taken.connect(self.tab_taken)
        self.take.clicked.connect(self.taken)
        self.take_theirs.clicked.connect(self.taken)
        self.refuse.clicked.connect(self.refused)
        self.keep_ours.clicked.connect(self.refused)
        self.take_both.clicked.connect(self.both_wanted)
        self.edit.clicked.connect(self.by_hand)
        self.take_tab.clicked.connect(self.tab_taken)
        self.take_all.clicked.connect(self.all_taken)
        self.refuse_all.clicked.connect(self.none_wanted)
        self.another.clicked.connect(self.file_wanted)
        self.next_file.clicked.connect(lambda: self.file_chosen.emit(self._next_file))
        self.open_only.toggled.connect(self.filter_changed)
        self.files.activated.connect(lambda _: self.file_chosen.emit(self.files.currentData()))

    # ------------------------------------------------------------------ what is shown

    def forget(self) -> None:
        """No report is open, or nothing came back for it."""
        self.show_files((), None)
        self.say(_NOTHING)

    def show_files(self, files: Sequence[ShownFile], number: int | None) -> None:
        """List the files that came back; the one with ``number`` is shown."""
        with QSignalBlocker(self.files):
            self.files.clear()
            for file in files:
                self.files.addItem(file.text, file.number)
            self.files.setCurrentIndex(max(0, self.files.findData(number)))
        self.files.setEnabled(bool(files))

    def say(self, text: str) -> None:
        """Show ``text`` in the place of changes."""
        self.base.hide()
        self.noise.hide()
        self.undecided.show_state("", "amber")
        for part in (
            self.list,
            self.open_only,
            self.take_tab,
            self.take_all,
            self.next_round,
            self.next_file,
            self.refuse_all,
        ):
            part.hide()
        self.list.show_entries((), frozenset())
        self.message.setText(text)
        self.message.show()

    def show_base(self, text: str, noise: str, *, is_sure: bool) -> None:
        """Say with what the file is compared, and what was passed over."""
        self.base.setText(text)
        self._is_base_sure = is_sure
        self.base.setProperty(SIGN, "muted" if is_sure else "amber")
        self.base.style().polish(self.base)
        self.base.show()
        self.noise.setText(noise)
        self.noise.setVisible(bool(noise))

    def show_changes(
        self,
        groups: Sequence[tuple[str, Sequence[ListEntry]]],
        count: int,
        chosen: frozenset[int],
        nothing: str,
    ) -> None:
        """List ``groups``, of which ``count`` are open; ``nothing`` is said where none is listed."""
        focus = self.window().focusWidget()
        of_all = (self.take_tab, self.take_all, self.refuse_all)
        has_keyboard = self.list.isAncestorOf(focus) or focus in of_all
        self.undecided.show_state(undecided_text(count), "amber")
        self.open_only.show()
        self.list.setVisible(bool(groups))
        self.message.setText(nothing)
        self.message.setVisible(not groups)
        for part in (self.take_tab, self.take_all):
            part.setVisible(bool(count))
        self.refuse_all.setVisible(bool(count) and not self._is_base_sure)
        self.list.show_entries(groups, chosen)
        if has_keyboard:
            (self.list if groups else self.open_only).setFocus()

    def offer_next_round(self, report: Report | None) -> None:
        """Offer to export the draft of the next round of ``report``; None: not now."""
        self.next_round.setVisible(report is not None)
        if report is not None:
            self.next_round.setText(f"Xuất dự thảo lần {next_round(report)}…")

    def offer_next_file(self, number: int, count: int) -> None:
        """Offer to go on with the file of that number, of which ``count`` changes are open; 0: with none."""
        self._next_file = number
        self.next_file.setVisible(count > 0)
        if count:
            self.next_file.setText(f"Xem {count} chỗ chưa quyết của tệp khác")

    def allow(self, *, decide: bool, tab: bool, everything: bool) -> None:
        """Enable what can be done: about the chosen change, its tab, and all."""
        for button in (self.take, self.refuse, self.take_theirs, self.keep_ours, self.take_both, self.edit):
            button.setEnabled(decide)
        self.take_tab.setEnabled(decide and tab)
        self.take_all.setEnabled(decide and everything)
        self.refuse_all.setEnabled(decide)

    def _on_chosen(self) -> None:
        row = self.list.change_row()
        is_conflict = row is not None and bool(row.conflict)
        for button in (self.take, self.refuse):
            button.setVisible(not is_conflict)
        for button in (self.keep_ours, self.take_theirs):
            button.setVisible(is_conflict)
        has_words = row is not None and all(change.has_words_to_add for change in row.changes)
        self.take_both.setVisible(is_conflict and has_words)
        self.edit.setVisible(row is not None and not row.first.is_by_editor)
        self.list.buttons_changed()
        self.chosen.emit()

    def _on_enter(self) -> None:
        """Take the chosen change; a conflict is not settled by a key pressed in passing."""
        if self.keep_ours.isVisible():
            self.keep_ours.setFocus()
        else:
            self.taken.emit()


def _label() -> QLabel:
    label = muted("")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
