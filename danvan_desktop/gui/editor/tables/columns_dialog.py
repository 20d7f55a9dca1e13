"""Dialog "Cột và hàng tiêu đề": column widths, column alignment, number of header rows."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.widgets.number_box import NumberBox
from danvan_desktop.gui.widgets.style import GAP, size_dialog
from danvan_desktop.report.editing.table_edit import aligned, column_name, has_own_shares, headed, shared_out
from danvan_desktop.report.model import Alignment, Table

ALIGNMENTS: tuple[tuple[Alignment, str], ...] = (
    ("left", "Tự động: chữ bên trái, số bên phải"),
    ("center", "Giữa"),
    ("right", "Bên phải"),
    ("justify", "Đều hai bên"),
)
_NAME_LENGTH = 34
_WHOLE = 100


class ColumnsDialog(QDialog):
    """A row of inputs for each column; below, the header rows."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        """Show the columns of ``table``."""
        super().__init__(parent)
        self.setWindowTitle("Cột và hàng tiêu đề")
        help_key(self, "bang-va-phu-luc")
        self._table = table
        own = has_own_shares(table)
        self.by_content = QRadioButton("Phần mềm &chia độ rộng theo nội dung")
        self.by_shares = QRadioButton("&Tự chia theo tỷ lệ phần trăm:")
        self._group = QButtonGroup(self)
        for button in (self.by_content, self.by_shares):
            self._group.addButton(button)
        (self.by_shares if own else self.by_content).setChecked(True)
        self._percents = percents([column.share for column in table.columns])
        self.shares: list[NumberBox] = []
        self.aligns: list[QComboBox] = []
        self.total = QLabel()
        self.header = NumberBox(0, len(table.rows), table.header_rows, "Số hàng tiêu đề")
        self.header.setMaximumWidth(90)
        self._lay_out()
        self.by_shares.toggled.connect(self._follow)
        for share in self.shares:
            share.valueChanged.connect(self._follow)
        self._follow()
        height = min(280 + 36 * len(table.columns), 640)
        size_dialog(self, 720, height)

    def _lay_out(self) -> None:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP // 2)
        for at, head in enumerate(("Cột", "Độ rộng", "Canh chữ")):
            grid.addWidget(QLabel(head), 0, at)
        for x in range(len(self._table.columns)):
            self._add_line(grid, x)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._table.columns) + 1, 1)
        scrolled = QScrollArea()
        scrolled.setWidget(lines)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = QFormLayout()
        heads.addRow("Số &hàng tiêu đề (in lại ở đầu mỗi trang):", self.header)
        buttons, self.go = answers(self, "Á&p dụng")
        column = framed(self)
        for widget in (self.by_content, self.by_shares, scrolled, self.total):
            column.addWidget(widget, 1 if widget is scrolled else 0)
        column.addLayout(heads)
        column.addWidget(buttons)

    def _add_line(self, grid: QGridLayout, x: int) -> None:
        column = self._table.columns[x]
        name = f"{x + 1}. {column_name(self._table, x)}".strip()
        shown = QLabel(name if len(name) <= _NAME_LENGTH else name[:_NAME_LENGTH].rpartition(" ")[0] + "…")
        shown.setToolTip(name)
        most = 99 if len(self._table.columns) > 1 else _WHOLE
        share = NumberBox(1, most, self._percents[x], f"Độ rộng cột {x + 1}")
        share.setSuffix(" %")
        align = QComboBox()
        for value, label in ALIGNMENTS:
            align.addItem(label, value)
        align.setCurrentIndex(align.findData(column.align))
        align.setAccessibleName(f"Canh chữ cột {x + 1}")
        self.shares.append(share)
        self.aligns.append(align)
        for at, widget in enumerate((shown, share, align)):
            grid.addWidget(widget, x + 1, at)

    def table(self) -> Table:
        """The table as it is wanted; a share that was not touched stays as fine as it was."""
        made, heads = self._table, self.header.value()
        if heads != made.header_rows:
            made = headed(made, heads)
        for x, box in enumerate(self.aligns):
            align = cast("Alignment", box.currentData())
            if align != made.columns[x].align:
                made = aligned(made, {x}, align)
        if self.by_content.isChecked():
            return shared_out(made, None) if has_own_shares(made) else made
        wanted = [share.value() for share in self.shares]
        return made if wanted == self._percents and has_own_shares(made) else shared_out(made, wanted)

    def _follow(self) -> None:
        own = self.by_shares.isChecked()
        for share in self.shares:
            share.setEnabled(own)
        values = [share.value() for share in self.shares]
        if not own:
            self.total.setText("Cột hẹp cho chữ ngắn, cột rộng cho chữ dài.")
        elif len(set(values)) == 1:
            self.total.setText("Các cột bằng nhau hết thì phần mềm chia theo nội dung.")
        elif sum(values) != _WHOLE:
            self.total.setText(f"Tổng {sum(values)} %: khi in được chia lại cho đủ bề ngang trang.")
        else:
            self.total.setText("Tổng 100 %.")


def percents(shares: Sequence[float]) -> list[int]:
    """``shares`` in whole per cents that come to a hundred, as near as can be, none below one."""
    given = [max(share, 0.0) for share in shares]
    given = given if any(given) else [1.0] * len(given)
    whole = sum(given)
    exact = [_WHOLE * share / whole for share in given]
    made = [max(1, int(share)) for share in exact]
    by_rest = sorted(range(len(made)), key=lambda x: int(exact[x]) - exact[x])
    for x in by_rest[: max(0, _WHOLE - sum(made))]:
        made[x] += 1
    return made
