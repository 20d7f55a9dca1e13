"""Xuất bản: which paper, which files, where, under what name; then the files themselves at a click."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.dialogs.open_list import OpenList
from danvan_desktop.gui.dialogs.paper_choice import PaperChoice
from danvan_desktop.gui.help_window import help_key
from danvan_desktop.gui.jobs import Jobs
from danvan_desktop.gui.preferences import Preferences
from danvan_desktop.gui.style import GAP, fit_height, icon, spaced, title_label
from danvan_desktop.report.filename import (
    DEFAULT_PATTERN,
    LONGEST,
    Paper,
    name_for_state,
    pattern_problem,
)
from danvan_desktop.report.model import Report

_WIDTH = 660


class ExportDialog(QDialog):
    """Asks, works off the GUI thread, and shows what came of it."""

    place_wanted = Signal(str)
    """An open place is to be looked at; the dialog is over."""

    def __init__(
        self,
        report: Report,
        jobs: Jobs,
        kept: Preferences,
        parent: QWidget | None = None,
        paper: Paper | None = None,
    ) -> None:
        """Offer to export ``report`` as ``paper``, else the way it was done last."""
        super().__init__(parent)
        self._report, self._jobs, self._kept = report, jobs, kept
        self._working = False
        self.files: tuple[Path, ...] = ()
        last: Paper = "draft" if kept.text("export_paper") == "draft" else "signing"
        self.choice = PaperChoice(
            report,
            paper or last,
            wide=kept.flag("export_wide", default=False),
            line_numbers=kept.flag("export_line_numbers", default=False),
        )
        self.open_list = OpenList(report)
        self.open_list.hide()  # before it takes part in the first size
        self._pattern = kept.text("export_pattern", DEFAULT_PATTERN)
        if pattern_problem(self._pattern):
            self._pattern = DEFAULT_PATTERN
        self.setWindowTitle("Xuất bản")
        help_key(self, "xuat-ban")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._question_page())
        self._pages.addWidget(self._result_page())
        self._column = QVBoxLayout(self)
        spaced(self._column, margin=0)
        self._column.addWidget(self._pages)
        self.resize(_WIDTH, self.sizeHint().height())
        self.go.setDefault(True)
        self.choice.changed.connect(self._on_paper)
        self.open_list.place_wanted.connect(self._leave_for)
        self._on_paper()

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        return self.choice.paper()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as is needed: the look, and with it the heights, is only known now."""
        super().showEvent(event)
        fit_height(self, self._column)

    def reject(self) -> None:
        """Stay while files are being written: it takes a second, and their fate must be seen."""
        if not self._working:
            super().reject()

    # ------------------------------------------------------------------------------- the question

    def _question_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        spaced(layout)
        layout.addWidget(self.choice)
        layout.addWidget(self.open_list)
        layout.addLayout(self._choices())
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(self.message)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName("Đang xuất")
        self.progress.hide()
        layout.addWidget(self.progress)
        layout.addStretch(1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton("&Xuất", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setIcon(icon("export"))
        self.buttons.accepted.connect(self._ask_and_start)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        return page

    def _choices(self) -> QFormLayout:
        self.word = QCheckBox("Tệp &Word (.docx)")
        self.word.setChecked(self._kept.flag("export_docx", default=True))
        self.pdf = QCheckBox("Tệp &PDF (.pdf)")
        self.pdf.setChecked(self._kept.flag("export_pdf", default=True))
        self.sheet = QCheckBox("P&hiếu kiểm tra thể thức (mở bên cạnh sau khi xuất)")
        self.sheet.clicked.connect(lambda on: self._kept.keep(**{self._sheet_name(): on}))
        self.folder = QLineEdit(str(self._first_folder()))
        self.folder.setAccessibleName("Thư mục")
        self.choose = QPushButton(icon("open"), "&Chọn…")
        self.choose.setAccessibleName("Chọn thư mục")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose_folder)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName("Tên tệp")
        self.result_names = QLabel()
        self.result_names.setTextFormat(Qt.TextFormat.PlainText)
        self.result_names.setWordWrap(True)
        for box in (self.word, self.pdf):
            box.toggled.connect(self._check)
        for line in (self.folder, self.name):
            line.textChanged.connect(self._check)
        folder_row = QHBoxLayout()
        folder_row.addWidget(self.folder, 1)
        folder_row.addWidget(self.choose)
        form = QFormLayout()
        form.setSpacing(GAP)
        kinds = QHBoxLayout()
        kinds.setSpacing(3 * GAP)
        kinds.addWidget(self.word)
        kinds.addWidget(self.pdf)
        kinds.addStretch(1)
        form.addRow("Loại tệp:", kinds)
        form.addRow("", self.sheet)
        form.addRow(_buddy("&Thư mục:", self.folder), folder_row)
        pattern = QPushButton("Mẫ&u tên…")
        pattern.setToolTip("Đổi cách đặt tên tệp cho mọi báo cáo")
        pattern.setAutoDefault(False)
        pattern.clicked.connect(self._ask_pattern)
        name_row = QHBoxLayout()
        name_row.addWidget(self.name, 1)
        name_row.addWidget(pattern)
        self._pattern_button = pattern
        form.addRow(_buddy("Tê&n tệp:", self.name), name_row)
        form.addRow("", self.result_names)
        return form

    def _on_paper(self) -> None:
        """Let the name and the list of what is open follow the paper."""
        self.name.setText(name_for_state(self.choice.copy(), self._pattern, self.paper))
        warns = self.paper == "signing" and self.open_list.count > 0
        self.open_list.setVisible(warns)
        self.go.setText("&Vẫn xuất" if warns else "&Xuất")
        self.sheet.setChecked(self._kept.flag(self._sheet_name(), default=self.paper != "draft"))
        self._check()
        self._pages.updateGeometry()  # a stack of pages does not hear of what they show and hide
        fit_height(self, self._column)

    def _sheet_name(self) -> str:
        """Under what name it is kept whether the sheet is wanted: of a draft and of what is signed apart."""
        return "export_sheet_draft" if self.paper == "draft" else "export_sheet"

    def _leave_for(self, place: str) -> None:
        self.reject()
        self.place_wanted.emit(place)

    def _ask_pattern(self) -> None:
        text = (
            "Ghép từ các phần: {kind} tên loại, {subject} trích yếu, {year} năm,\n"
            "{state} tình trạng (du-thao-lan-1, trinh-ky), {agency} cơ quan."
        )
        pattern, agreed = QInputDialog.getText(self, "Mẫu tên tệp", text, text=self._pattern)
        if not agreed:
            return
        pattern = pattern.strip() or DEFAULT_PATTERN
        if problem := pattern_problem(pattern):
            self._say(problem)
            return
        self._pattern = pattern
        self._kept.keep(export_pattern=pattern)
        self._on_paper()

    def _first_folder(self) -> Path:
        last = self._kept.text("export_folder")
        if last and Path(last).is_dir():
            return Path(last)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents else Path.home()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Chọn thư mục để ghi tệp", self.folder.text())
        if chosen:
            self.folder.setText(str(Path(chosen)))

    def _targets(self) -> tuple[Path, ...]:
        suffixes = [suffix for box, suffix in ((self.word, ".docx"), (self.pdf, ".pdf")) if box.isChecked()]
        # A name that ends like a file is a file's name: no "a.docx.docx".
        name = self.name.text().strip().removesuffix(".docx").removesuffix(".pdf")
        return (
            tuple(Path(self.folder.text().strip()) / (name + suffix) for suffix in suffixes) if name else ()
        )

    def _check(self) -> None:
        targets = self._targets()
        self.result_names.setText("Sẽ ghi: " + ", ".join(path.name for path in targets) if targets else "")
        self.go.setEnabled(bool(targets) and bool(self.folder.text().strip()))
        if not self.name.text().strip():
            self._say("Hãy đặt tên tệp.")
        elif not targets:
            self._say("Hãy chọn ít nhất một loại tệp.")
        else:
            self._say("")

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _ask_and_start(self) -> None:
        targets = self._targets()
        there = [path.name for path in targets if path.exists()]
        if there and not self._overwrite(there):
            return
        self._set_working(True)
        report, numbers = self.choice.copy(), self.choice.numbers_lines()
        self._jobs.start(
            lambda: export(report, targets, force=bool(there), line_numbers=numbers),
            lambda notes: self._show_result(targets, notes),
            self._show_failure,
        )

    def _overwrite(self, names: list[str]) -> bool:
        box = QMessageBox(
            QMessageBox.Icon.Question, "Ghi đè?", f"Đã có {' và '.join(names)} trong thư mục này."
        )
        box.setParent(self, box.windowFlags())
        box.setInformativeText("Thay tệp cũ bằng tệp mới?")
        yes = box.addButton("&Ghi đè", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        answer = box.clickedButton() is yes
        box.deleteLater()
        return answer

    def _set_working(self, working: bool) -> None:  # noqa: FBT001 - says itself what it sets
        self._working = working
        self.progress.setVisible(working)
        parts = (
            *(self.choice, self.open_list, self._pattern_button),
            *(self.word, self.pdf, self.sheet, self.folder, self.choose, self.name, self.buttons),
        )
        for part in parts:
            part.setEnabled(not working)
        if working:
            self._say("Đang xuất…")

    def _show_failure(self, error: BaseException) -> None:
        self._set_working(False)
        if not isinstance(error, UserError):
            self.reject()
            raise error
        self._say(error.message)

    # --------------------------------------------------------------------------------- the result

    def _result_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        spaced(layout)
        layout.addWidget(title_label("Đã xuất xong"))
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.outcome)
        layout.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        layout.addLayout(self._row)
        return page

    def _show_result(self, files: tuple[Path, ...], notes: tuple[str, ...]) -> None:
        self._set_working(False)
        self.files = files
        self._kept.keep(
            export_folder=str(files[0].parent),
            export_docx=self.word.isChecked(),
            export_pdf=self.pdf.isChecked(),
            export_wide=self.choice.wide.isChecked(),
            export_line_numbers=self.choice.line_numbers.isChecked(),
        )
        if self.paper != "plain":
            self._kept.keep(export_paper=self.paper)
        lines = [f"Thư mục: {files[0].parent}", *(f"• {path.name}" for path in files)]
        lines += ["", "Lưu ý:", *(f"• {note}" for note in notes)] if notes else []
        self.outcome.setText("\n".join(lines))
        for path in files:
            label = "Mở tệp Word" if path.suffix == ".docx" else "Mở tệp PDF"
            self._add_button(label if len(files) > 1 else "Mở tệp", partial(_show, path))
        self._add_button("Mở thư mục", partial(_show, files[0].parent))
        close = self._add_button("Đóng", self.accept)
        close.setDefault(True)
        self._pages.setCurrentIndex(1)
        close.setFocus()

    def _add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda *_: do())
        self._row.addWidget(button)
        return button


def export(
    report: Report, paths: tuple[Path, ...], *, force: bool, line_numbers: bool = False
) -> tuple[str, ...]:
    """Write the files; imports the writers here, in the job's thread, not when the window starts."""
    from danvan_desktop import exporters

    return exporters.export(report, paths, force=force, line_numbers=line_numbers)


def _buddy(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    return label


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
