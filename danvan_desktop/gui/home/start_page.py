"""Page "Trang đầu": the report that is due, the ways to begin one, and the list of all."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.home.current_report_card import CurrentReportCard
from danvan_desktop.gui.home.listing.reports_page import ReportsPage
from danvan_desktop.gui.home.listing.row_texts import today_here
from danvan_desktop.gui.look.screen import is_high_screen
from danvan_desktop.gui.look.style_sheet import QUIET, SIGN
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.buttons import follow
from danvan_desktop.gui.widgets.style import GAP, icon, larger, page_margins, title_label
from danvan_desktop.report.lifecycle.states import STATE_LABELS
from danvan_desktop.store.listing.draft_list import DraftList, Order

if TYPE_CHECKING:
    from danvan_desktop.gui.home.empty_state import NothingHere
    from danvan_desktop.store.drafts import Store

_ORDERS: dict[Order, tuple[str, str]] = {
    "year": ("Theo &năm", "Theo năm"),
    "modified": ("&Mới sửa trước", "Mới sửa trước"),
    "due": ("Gần &hạn gửi trước", "Gần hạn gửi trước"),
    "title": ("Theo &tên", "Theo tên"),
    "state": ("Theo tình t&rạng", "Theo tình trạng"),
}
"""Each as the menu has it, and the button."""
_SMALLER = 0.94
_KEPT_AS = "list_order"
"""The preference that holds the order."""


class StartPage(ReportsPage):
    """The page that is shown while no report is open."""

    open_requested = Signal(object)
    """A :class:`Draft` is to be opened."""
    pages_requested = Signal(object)
    """A :class:`Draft` is to be opened with its printed pages beside it."""
    found_requested = Signal(object, object)
    """A :class:`Draft` that was found is to be opened where these terms stand in it."""

    def __init__(
        self,
        store: "Store | None",
        jobs: Jobs,
        commands: Commands,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """Show, from the first :meth:`refresh` on, what is in ``store``; ``commands`` begin a report.

        Without a store it shows what :meth:`show_early` is given, until one is taken.
        """
        super().__init__(store, jobs, self, parent)
        self._preferences, self._beginning = preferences, commands
        self._first_steps: QWidget | None = None
        self._in_vain: NothingHere | None = None
        self.card = CurrentReportCard()
        self.card.opened.connect(self.open_requested)
        self.card.pages_wanted.connect(self.pages_requested)
        self._make_order(preferences.text(_KEPT_AS))
        self.beginnings = [
            follow(action, QPushButton(icon(name, "accent"), ""), short=True)
            for action, name in (
                (commands.next_year, "next-year"),
                (commands.new, "new"),
                (commands.bring_in, "import"),
            )
        ]
        self.list.activated.connect(self._open)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(commands.paste_in.trigger)
        self._lay_out()

    def take_store(self, store: "Store") -> None:
        """As every such page; the menu of a row opens its report too."""
        super().take_store(store)
        self.commands.open_wanted.connect(self._open)

    # ------------------------------------------------------------------------------ what is shown

    def show_early(self, drafts: DraftList) -> None:
        """Show ``drafts``, read before the store was open, in the chosen order."""
        self.show_read(drafts.sorted_by(self._order))

    def read(self) -> DraftList:
        """Read the reports in the chosen order."""
        return self._store.drafts().sorted_by(self._order)

    def groups(self) -> list[tuple[str, int]]:
        """Give "NĂM 2026" and the like."""
        return [(_head(shared), first) for shared, first in self._drafts.groups(self._order)]

    def show_all(self, drafts: DraftList) -> None:
        """Show the report that is due, or how one begins."""
        is_writable = self._acting is None or not self._store.read_only_reason
        self.card.show_draft(drafts.current(), today_here(), editable=is_writable)
        for part in (self._row, self.search, self.order):
            part.setVisible(bool(drafts))

    def show_nothing(self, words: str) -> None:
        """Show that nothing has ``words``; without any report, how one begins."""
        from danvan_desktop.gui.home.empty_state import FirstSteps, NothingHere

        if self._drafts or words:
            if self._in_vain is None:
                self._in_vain = NothingHere()
            self._in_vain.show_in_vain(words, self.search.clear)
            self.show_pile(self._in_vain)
            return
        if self._first_steps is None:
            self._first_steps = FirstSteps(self._beginning)
        self.show_pile(self._first_steps)

    def show_new(self, draft_id: int) -> None:
        """Choose the report with this number, and let nothing hide it."""
        self.search.clear()
        self.refresh()
        self._wanted = draft_id
        self.list.choose(draft_id)

    # --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(GAP)
        above.addWidget(title_label("Trang đầu"))
        above.addStretch(1)
        above.addWidget(self.order)
        above.addWidget(self.search, 2)
        hint = QLabel("hoặc kéo tệp Word, PDF vào cửa sổ này")
        hint.setToolTip("Cũng có thể dán toàn văn một báo cáo cũ (Ctrl+V)")
        hint.setProperty(SIGN, "muted")
        hint.setFont(larger(hint.font(), _SMALLER))
        hint.setMinimumHeight(self.beginnings[0].sizeHint().height())
        self._row = QWidget()
        row = FlexRow(self._row)
        row.setSpacing(GAP)
        for part in (*self.beginnings, hint):
            row.addWidget(part)
        if not is_high_screen():
            hint.hide()  # each line is the list's
        column = QVBoxLayout(self)
        page_margins(column)
        column.addLayout(above)
        column.addWidget(self.card)
        column.addWidget(self._row)
        column.addWidget(self._pile, 1)

    def _make_order(self, kept: str) -> None:
        """Make the button that says in which order the list is, with a menu of all orders."""
        self._order: Order = next((order for order in _ORDERS if order == kept), "year")
        self.order = QPushButton(icon("sort", "accent"), "")
        self.order.setProperty(QUIET, True)
        self.order.setToolTip("Thứ tự của danh sách")
        menu, group = QMenu(self.order), QActionGroup(self.order)
        for order, (text, _) in _ORDERS.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(order == self._order)
            action.triggered.connect(partial(self._on_order, order))
            group.addAction(action)
        self.order.setMenu(menu)
        self._show_order()

    def _show_order(self) -> None:
        words = _ORDERS[self._order][1]
        self.order.setText(f" {words}")
        self.order.setAccessibleName(f"Thứ tự của danh sách: {words}")

    def _on_order(self, order: Order, _: object = None) -> None:
        self._order = order
        self._preferences.keep(**{_KEPT_AS: order})
        self._show_order()
        self.refresh()

    def _open(self) -> None:
        from danvan_desktop.store.rows.search import terms

        draft = self.chosen()
        if draft is None:
            return
        if found_by := terms(self.search.text()):
            self.found_requested.emit(draft, found_by)
        else:
            self.open_requested.emit(draft)


def _head(shared: int | str) -> str:
    if isinstance(shared, int):
        return f"NĂM {shared}" if shared else "CHƯA RÕ NĂM"
    label = next((text for state, text in STATE_LABELS.items() if state == shared), "Không rõ tình trạng")
    return label.upper()
