"""The list of reports: one row each, chosen and opened by keys and mouse."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from danvan_desktop.gui.home.report_list_model import ReportListModel
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.listing.search import Matches


class ReportList(QTreeView):
    """Shows what its :attr:`rows` hold."""

    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._widths: dict[int, int] = {}
        self.rows = ReportListModel(self)
        self.setModel(self.rows)
        self.setAccessibleName("Danh sách báo cáo")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self.choice_changed)

    def show_found(self, drafts: DraftList, found: Matches, *, is_bin: bool) -> None:
        """Show of ``drafts`` those that were ``found``; ``is_bin``: they were deleted."""
        self._widths.clear()
        self.rows.show(drafts, found, is_bin=is_bin)

    def chosen(self) -> Draft | None:
        """Return the report that is selected."""
        selected = self.selectionModel().selectedRows()
        return self.rows.draft(selected[0].row()) if selected else None

    def choose(self, number: int | None) -> bool:
        """Select the draft with this number; False: it is not shown."""
        row = self.rows.row_of(number)
        if row is None:
            return False
        self.choose_row(row)
        return True

    def choose_row(self, row: int) -> None:
        """Select the draft of a row."""
        self.setCurrentIndex(self.rows.index(row, 0))

    def sizeHintForColumn(self, column: int) -> int:
        """Give the width of the widest text; Qt would look at a thousand rows, and miss what comes below.

        It is asked for again with each change of the rows.
        """
        if column not in self._widths:
            self._widths[column] = self._widest(column)
        return self._widths[column]

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font or style."""
        self._widths.clear()
        super().changeEvent(event)

    def _widest(self, column: int) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay  # type: ignore[attr-defined]
        width = 0
        for text in self.rows.texts_to_measure(column):
            option.text = text  # type: ignore[attr-defined]
            size = self.style().sizeFromContents(QStyle.ContentsType.CT_ItemViewItem, option, QSize(), self)
            width = max(width, size.width())
        return width
