"""Target of an export: file formats, folder and file name, the lower half of the dialog "Xuất tệp"."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.file_names import folder_problem, name_problem, trimmed
from danvan_desktop.gui.forms.card import FieldCell, muted
from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.services.preferences import Preferences, folder_or_documents
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.filename import (
    DEFAULT_PATTERN,
    LONGEST,
    Paper,
    name_for_state,
    pattern_problem,
)
from danvan_desktop.report.model import Report


class DestinationForm(QWidget):
    """Three check boxes, a folder and a name, each as it was last time."""

    changed = Signal()
    """Other files would be written now."""
    renamed = Signal()
    """Names are made up another way from now on."""
    refused = Signal(str)
    """Why a pattern for names cannot be used."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Offer what ``preferences`` remembers."""
        super().__init__(parent)
        self._preferences = preferences
        self._paper: Paper = "signing"
        self._pattern = preferences.text("export_pattern", DEFAULT_PATTERN)
        if pattern_problem(self._pattern):
            self._pattern = DEFAULT_PATTERN
        self.word = QCheckBox("Tệp &Word (.docx)")
        self.word.setChecked(preferences.flag("export_docx", default=True))
        self.pdf = QCheckBox("Tệp &PDF (.pdf)")
        self.pdf.setChecked(preferences.flag("export_pdf", default=True))
        self.sheet = QCheckBox("P&hiếu kiểm tra thể thức")
        self.sheet.setToolTip("Kiểm tra tệp vừa xuất và mở phiếu bên cạnh báo cáo")
        self.folder, self.name = QLineEdit(str(Path(preferences.folder_of("export_folder")))), QLineEdit()
        self.folder.setAccessibleName("Thư mục")
        self.name.setMaxLength(LONGEST - len(".docx"))
        self.name.setAccessibleName("Tên tệp")
        self.choose, self.pattern = QPushButton("&Chọn…"), QPushButton("Mẫ&u tên…")
        self.choose.setAccessibleName("Chọn thư mục")
        self.pattern.setToolTip("Đổi cách đặt tên tệp cho mọi báo cáo")
        for button in (self.choose, self.pattern):
            button.setAutoDefault(False)
        self.names = muted("")
        self.names.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(3 * GAP)
        for tick in (self.word, self.pdf, self.sheet):
            kinds.addWidget(tick)
        kinds.addStretch(1)
        places = FlexRow()
        places.addWidget(
            FieldCell("&Thư mục", _with_button(self.folder, self.choose), self.folder, width=320)
        )
        places.addWidget(FieldCell("Tê&n tệp", _with_button(self.name, self.pattern), self.name, width=320))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(kinds)
        column.addLayout(places)
        column.addWidget(self.names)

    def _connect(self) -> None:
        for box in (self.word, self.pdf):
            box.toggled.connect(self._on_changed)
        for line in (self.folder, self.name):
            line.textChanged.connect(self._on_changed)
        self.sheet.clicked.connect(lambda on: self._preferences.keep(**{self._sheet_name(): on}))
        self.choose.clicked.connect(self._choose_folder)
        self.pattern.clicked.connect(self._ask_pattern)

    def follow(self, copy: Report, paper: Paper) -> None:
        """Propose the name of ``copy``, the compliance sheet as for this ``paper`` last time."""
        self._paper = paper
        self.sheet.setChecked(self._preferences.flag(self._sheet_name(), default=paper != "draft"))
        self.name.setText(name_for_state(copy, self._pattern, paper))
        self._on_changed()

    def files(self) -> tuple[Path, ...]:
        """The files that would be written; none without a kind or a name."""
        suffixes = [suffix for box, suffix in ((self.word, ".docx"), (self.pdf, ".pdf")) if box.isChecked()]
        # A name that ends like a file is a file's name: no "a.docx.docx".
        name = trimmed(trimmed(self.name.text()).removesuffix(".docx").removesuffix(".pdf"))
        return (
            tuple(Path(self.folder.text().strip()) / (name + suffix) for suffix in suffixes) if name else ()
        )

    def problem(self) -> str:
        """Say what is still to be chosen; "" for nothing."""
        name, folder = trimmed(self.name.text()), self.folder.text().strip()
        if not name:
            return "Hãy đặt tên tệp."
        if wrong := name_problem(name) or folder_problem(folder):
            return wrong
        if folder and not Path(folder).is_absolute():
            return "Hãy ghi đủ đường dẫn của thư mục, hoặc bấm “Chọn…”."
        return "" if self.files() else "Hãy chọn ít nhất một loại tệp."

    def is_complete(self) -> bool:
        """Tell whether there is something to write, and a folder for it."""
        return bool(self.files()) and bool(self.folder.text().strip()) and not self.problem()

    def remember(self) -> None:
        """Keep the choices for the next time."""
        self._preferences.keep(
            export_folder=str(self.files()[0].parent),
            export_docx=self.word.isChecked(),
            export_pdf=self.pdf.isChecked(),
        )

    def _on_changed(self) -> None:
        files = self.files()
        self.names.setText("Sẽ ghi: " + ", ".join(path.name for path in files) if files else "")
        self.changed.emit()

    def _sheet_name(self) -> str:
        """Return the preference for the compliance sheet: drafts and copies to sign have one each."""
        return "export_sheet_draft" if self._paper == "draft" else "export_sheet"

    def _choose_folder(self) -> None:
        chosen = file_dialog.ask_folder(
            self, "Chọn thư mục để ghi tệp", folder_or_documents(self.folder.text())
        )
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _ask_pattern(self) -> None:
        text = (
            "Ghép từ các phần, mỗi phần trong ngoặc nhọn: {loại} (BC), {trích yếu}, {năm},\n"
            "{tình trạng} (du-thao-lan-1, trinh-ky), {cơ quan}. Bỏ trống để đặt tên như ban đầu."
        )
        pattern, agreed = QInputDialog.getText(self, "Mẫu tên tệp", text, text=self._pattern)
        if not agreed:
            return
        pattern = pattern.strip() or DEFAULT_PATTERN
        if problem := pattern_problem(pattern):
            self.refused.emit(problem)
            return
        self._pattern = pattern
        self._preferences.keep(export_pattern=pattern)
        self.renamed.emit()


def _with_button(field: QLineEdit, button: QPushButton) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addWidget(field, 1)
    row.addWidget(button)
    whole.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return whole
