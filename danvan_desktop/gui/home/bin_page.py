"""Page "Đã xóa": reports that were deleted, as long as they can be brought back."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.home.empty_state import NothingHere
from danvan_desktop.gui.home.listing.reports_page import ReportsPage
from danvan_desktop.gui.look.style_sheet import PRIMARY, SIGN
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.widgets.buttons import follow
from danvan_desktop.gui.widgets.style import icon, page_margins, title_label
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.rows.purge import KEPT_DAYS


class BinPage(ReportsPage):
    """Lists what was deleted, the latest first."""

    is_bin = True

    def __init__(self, store: Store, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(store, jobs, self, parent)
        self.list.setAccessibleName("Danh sách báo cáo đã xóa")
        self._nothing = NothingHere()
        self.list.activated.connect(self._refuse)
        note = QLabel(
            f"Báo cáo đã xóa được giữ {KEPT_DAYS} ngày có dùng phần mềm, sau đó mới bị xóa hẳn. "
            "Muốn xem hay sửa, hãy phục hồi trước."
        )
        note.setWordWrap(True)
        note.setProperty(SIGN, "muted")
        above = QHBoxLayout()
        above.addWidget(title_label("Đã xóa"))
        above.addStretch(1)
        above.addWidget(self.search, 1)
        tools = QHBoxLayout()
        tools.addWidget(note, 1)
        self.to_file = follow(self.commands.to_file, QPushButton(icon("export"), ""))
        self.restore = follow(self.commands.restore, QPushButton(icon("restore", "on_accent"), ""))
        self.restore.setProperty(PRIMARY, True)
        for button in (self.to_file, self.restore):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        page_margins(column)
        column.addLayout(above)
        column.addLayout(tools)
        column.addWidget(self._pile, 1)

    def read(self) -> DraftList:
        """Read what was deleted, the latest first."""
        return self._store.drafts(deleted=True)

    def show_nothing(self, words: str) -> None:
        """Say that nothing was deleted, or nothing that has ``words``."""
        if words:
            self._nothing.show_in_vain(words, self.search.clear)
        else:
            self._nothing.show_text(
                "delete", "Chưa xóa báo cáo nào", "Báo cáo đã xóa nằm ở đây để phục hồi khi cần."
            )
        self.show_pile(self._nothing)

    def _refuse(self) -> None:
        self.notice.emit("Báo cáo này đã xóa: bấm “Phục hồi” rồi mở.")
