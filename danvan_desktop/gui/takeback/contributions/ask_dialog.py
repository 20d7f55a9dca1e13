"""Dialog "Gửi phòng viết một phần": who writes which part until when, with a word of instruction."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QPlainTextEdit,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.forms.flex_row import flex_row
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.look.style_sheet import FIELD
from danvan_desktop.gui.takeback.contributions.rows import row_size
from danvan_desktop.gui.takeback.contributions.wording import ASK_TITLE
from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.gui.widgets.style import ScrollingColumn, size_dialog, spaced
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.contribution import PartRequest, Portion, ids_of, portions
from danvan_desktop.report.text.dates import whole_date

HELP = "gui-phong-viet"
_LIST_HEIGHT = 190
_LINES_HEIGHT = 64
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class AskDialog(QDialog):
    """Asks what a department is to write; the file is made by who opened it."""

    def __init__(
        self,
        report: Report,
        today: date,
        departments: Sequence[str] = (),
        here: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``departments`` that were asked before, and the parts of ``report``; ``here`` is ticked."""
        super().__init__(parent)
        self._report, self._today = report, today
        self.setWindowTitle(ASK_TITLE)
        help_key(self, HELP)
        self.department = QComboBox()
        self.department.setEditable(True)
        self.department.addItems(list(departments))
        self.department.setCurrentIndex(-1)
        self.department.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.department.setAccessibleName("Phòng, đơn vị")
        line = self.department.lineEdit()
        if line is not None:
            line.setPlaceholderText("Ví dụ: Phòng Tổng hợp")
        self.due = DateField("Hạn gửi lại", today.year, ahead_of=today)
        self.due.setFixedWidth(130)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Phần gửi đi")
        self.tree.setHeaderHidden(True)
        self.tree.setMinimumHeight(_LIST_HEIGHT)
        self._items: dict[int, QTreeWidgetItem] = {}
        self._fill(portions(report), here)
        self.instruction = QPlainTextEdit()
        self.instruction.setProperty(FIELD, True)
        self.instruction.setTabChangesFocus(True)
        self.instruction.setFixedHeight(_LINES_HEIGHT)
        self.instruction.setPlaceholderText("Ví dụ: Nêu số liệu đến hết tháng 11, không quá 01 trang.")
        self.message = FaultLine()
        self._lay_out()
        self.department.editTextChanged.connect(self._follow)
        self.due.textChanged.connect(self._follow)
        self.tree.itemChanged.connect(self._follow)
        self._follow()
        self.department.setFocus()

    def _fill(self, listed: Sequence[Portion], here: int) -> None:
        """List what can be given away, ticked where ``here`` is."""
        above: list[QTreeWidgetItem] = []
        for each in listed:
            depth = min(each.depth, len(above))
            del above[depth:]
            item = QTreeWidgetItem([each.text])
            if above:
                above[-1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            item.setToolTip(0, each.text)
            item.setSizeHint(0, row_size(self.tree, each.text))
            item.setData(0, Qt.ItemDataRole.UserRole, each.id)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsAutoTristate)
            item.setCheckState(0, _UNCHECKED)
            self._items[each.id] = item
            above.append(item)
        chosen = self._items.get(here)
        if chosen is not None:
            chosen.setCheckState(0, _CHECKED)
            self.tree.setCurrentItem(chosen)
            over = chosen.parent()
            while over is not None:
                over.setExpanded(True)
                over = over.parent()

    def _lay_out(self) -> None:
        buttons, self.go = answers(self, "&Xuất tệp Word…")
        fields = QWidget()
        column = QVBoxLayout(fields)
        spaced(column, margin=0)
        column.addLayout(
            flex_row(
                FieldCell("&Phòng, đơn vị", self.department, width=360), FieldCell("&Hạn gửi lại", self.due)
            )
        )
        column.addWidget(FieldCell("Phần &gửi đi", self.tree))
        column.addWidget(FieldCell("Lời &dặn (ghi ở đầu tệp)", self.instruction))
        column.addWidget(self.message)
        layout = framed(
            self,
            ASK_TITLE,
            "Phòng viết ngay trong tệp Word này rồi gửi lại; phần viết được nhận vào đúng chỗ của báo cáo.",
        )
        layout.addWidget(ScrollingColumn(fields), 1)
        layout.addWidget(buttons)
        size_dialog(self, 620, 560)

    def request(self) -> PartRequest:
        """What is asked for."""
        due = self.due.date()
        return PartRequest(
            " ".join(self.department.currentText().split()),
            None if due is None else whole_date(due),
            self.instruction.toPlainText().strip(),
        )

    def ids(self) -> frozenset[int]:
        """The ids of all that is ticked."""
        return ids_of(self._report, {number for number, _ in self._ticked()})

    def name(self) -> str:
        """What the part is called: the titles of what is ticked."""
        return "; ".join(title for _, title in self._ticked())

    def _ticked(self) -> Iterator[tuple[int, str]]:
        """Give what is ticked whole, without what stands under it."""
        for number, item in self._items.items():
            over: QTreeWidgetItem | None = item.parent()
            is_in_other = over is not None and over.checkState(0) == _CHECKED
            if item.checkState(0) == _CHECKED and not is_in_other:
                yield number, item.text(0)

    def _follow(self) -> None:
        """Allow to go on where all that is needed is there; say what is wrong."""
        due = self.due.date()
        is_half = due is not None and self.due.text().strip() != "" and whole_date(due) is None
        wrong = self.due.problem() or ("hãy ghi đủ ngày, tháng" if is_half else "")
        self.message.tell(f"Hạn gửi lại chưa đúng: {wrong}." if wrong else "")
        is_complete = bool(self.request().department) and any(True for _ in self._ticked())
        self.go.setEnabled(is_complete and not wrong)
