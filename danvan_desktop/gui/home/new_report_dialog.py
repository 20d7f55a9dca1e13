"""Báo cáo mới theo đề cương mẫu: which outline, which year, which office."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.flex_row import flex_row
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.widgets.ask_name import asked_name
from danvan_desktop.gui.widgets.number_box import NumberBox
from danvan_desktop.gui.widgets.style import GAP, size_dialog
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.report.lifecycle.outlines import Outline
from danvan_desktop.report.lifecycle.own_outlines.outline_files import OwnOutlines
from danvan_desktop.report.office.office import Office


class NewReportDialog(QDialog):
    """The first outline and this year are chosen already: Enter is enough.

    The office's own outlines can be renamed and deleted here.
    """

    def __init__(
        self,
        outlines: OwnOutlines,
        year: int,
        offices: Sequence[Office] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``outlines`` and the shipped ones, propose ``year``, and fill in the first of ``offices``.

        Raises:
            UserError: a shipped outline is damaged.
        """
        super().__init__(parent)
        self._kept, self._own = outlines, frozenset[str]()
        self._outlines: tuple[Outline, ...] = ()
        self._deleted: Outline | None = None
        self.setWindowTitle("Báo cáo mới theo đề cương mẫu")
        help_key(self, "bat-dau")
        self._make_list()
        self.year = NumberBox(1945, 2999, year, "Năm báo cáo")
        self.offices = QComboBox()
        self.offices.setAccessibleName("Cơ quan")
        for office in offices:
            self.offices.addItem(office.title, office)
        self.offices.addItem("(không điền sẵn)", None)
        self.offices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(has_offices=bool(offices))
        self._read(row=0)
        self.list.setFocus()
        size_dialog(self, 620, 420)

    def _make_list(self) -> None:
        self.list = WrappedList("Đề cương")
        self.list.itemActivated.connect(self.accept)
        self.list.currentRowChanged.connect(self._follow)
        self.rename, self.delete = QPushButton("Đổi &tên…"), QPushButton("&Xóa đề cương")
        self.take_back = QPushButton("&Hoàn tác")
        self.rename.setToolTip("Đổi tên đề cương riêng của cơ quan")
        self.delete.setToolTip("Xóa đề cương riêng của cơ quan; báo cáo đã lập không đổi")
        for button, do in (
            (self.rename, self._rename),
            (self.delete, self._delete),
            (self.take_back, self._put_back),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setMinimumHeight(self.take_back.sizeHint().height())  # what stands below never moves

    def _lay_out(self, *, has_offices: bool) -> None:
        label = QLabel("Đề cươn&g")
        label.setBuddy(self.list)
        cells = [FieldCell("&Năm báo cáo", self.year)]
        if has_offices:
            cells.append(FieldCell("&Cơ quan", self.offices, width=300))
        beside = QVBoxLayout()
        beside.addWidget(self.rename)
        beside.addWidget(self.delete)
        beside.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(beside)
        said = QHBoxLayout()
        said.addWidget(self.message, 1)
        said.addWidget(self.take_back)
        buttons, _ = answers(self, "&Lập báo cáo")
        layout = framed(self, "Báo cáo mới theo đề cương mẫu")
        layout.addWidget(label)
        layout.addLayout(middle, 1)
        layout.addLayout(said)
        layout.addLayout(flex_row(*cells))
        layout.addSpacing(GAP)
        layout.addWidget(buttons)

    @property
    def office(self) -> Office | None:
        """The office that is filled in."""
        office: Office | None = self.offices.currentData()
        return office

    @property
    def outline(self) -> Outline:
        """The chosen outline."""
        return self._outlines[self.list.currentRow()]

    def _read(self, *, row: int, chosen: str = "") -> None:
        """List the outlines as they are stored now, ``chosen`` or the one of ``row`` chosen."""
        found = self._kept.read()
        self._outlines, self._own = found.all, found.own
        self.list.clear()
        for outline in found.all:
            QListWidgetItem(f"{outline.name}\n{outline.description}".strip(), self.list)
        ids = [outline.id for outline in found.all]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else min(row, len(ids) - 1))
        self._say("\n".join(f"⚠ {problem}" for problem in found.problems))

    def _say(self, text: str, deleted: Outline | None = None) -> None:
        self._deleted = deleted
        self.message.setText(text)
        self.take_back.setVisible(deleted is not None)

    def _follow(self, row: int) -> None:
        is_own = 0 <= row < len(self._outlines) and self._outlines[row].id in self._own
        self.rename.setEnabled(is_own)
        self.delete.setEnabled(is_own)

    def _rename(self) -> None:
        outline = self.outline
        name = asked_name("Đổi tên đề cương", "Tên đề cương:", outline.name, self)
        if name and name != outline.name:
            try:
                self._kept.rename(outline, name)
                self._read(row=0, chosen=outline.id)
            except UserError as error:
                self._say(error.message)

    def _delete(self) -> None:
        outline, row = self.outline, self.list.currentRow()
        try:
            self._kept.delete(outline)
            self._read(row=row)
        except UserError as error:
            self._say(error.message)
            return
        self._say(f"Đã xóa đề cương “{outline.name}”.", outline)
        self.list.setFocus()

    def _put_back(self) -> None:
        outline = self._deleted
        if outline is None:
            return
        try:
            self._kept.keep(outline)
            self._read(row=0, chosen=outline.id)
        except UserError as error:
            self._say(error.message, outline)
            return
        self.list.setFocus()
