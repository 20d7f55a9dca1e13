"""Dialog "Dán toàn văn báo cáo cũ": imports a report pasted from a mail, a web page or another program."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QMessageBox,
    QWidget,
)

from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.look.style_sheet import FIELD
from danvan_desktop.gui.widgets.file_drag import WordsEdit
from danvan_desktop.gui.widgets.message import question, wait_for_answer
from danvan_desktop.gui.widgets.style import size_dialog

_FEWEST_CHARACTERS = 200
"""Less is hardly a report: it may be what was last copied for something else."""
_MOST_CHARACTERS = 1_000_000
"""More takes long to show; it may still be pasted."""


class PasteReportDialog(QDialog):
    """Text field, filled from the clipboard where a long text is there already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Read the clipboard."""
        super().__init__(parent)
        self.setWindowTitle("Dán toàn văn báo cáo cũ")
        help_key(self, "nhap-tep-cu")
        explained = (
            "Ở nơi có báo cáo, chọn hết (Ctrl+A) và sao chép (Ctrl+C), rồi dán (Ctrl+V) vào ô dưới đây. "
            "Phần mềm nhận ra phần đầu, các mục, nơi nhận và người ký, như khi nhập từ tệp."
        )
        self.text = WordsEdit()
        self.text.setAccessibleName("Toàn văn báo cáo")
        self.text.setProperty(FIELD, True)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("Dán toàn văn báo cáo vào đây")
        self._buttons, self.go = answers(self, "&Nhập báo cáo này")
        layout = framed(self, "Dán toàn văn báo cáo cũ", explained)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._buttons)
        self.text.textChanged.connect(self._follow)
        copied = QGuiApplication.clipboard().text()
        if _FEWEST_CHARACTERS <= len(copied) <= _MOST_CHARACTERS:
            self.text.setPlainText(copied)
        self._offered = self.pasted()
        self._follow()
        self.setTabOrder(self.text, self.go)
        (self.text if self.text.document().isEmpty() else self.go).setFocus()
        size_dialog(self, 820, 560)

    def pasted(self) -> str:
        """Give the text, every character of it: Qt's own ``toPlainText`` changes unbreakable spaces."""
        lines = []
        block = self.text.document().begin()
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        return "\n".join(lines)

    def reject(self) -> None:
        """Ask before a pasted text is lost: the clipboard may not hold it any more."""
        text = self.pasted()
        if not text.strip() or text == self._offered or self._may_lose():
            super().reject()

    def _may_lose(self) -> bool:
        box = question(
            self,
            "Bỏ văn bản vừa dán?",
            "Văn bản trong ô này chưa được nhập thành báo cáo.",
            "Đóng lại thì văn bản này không được giữ.",
        )
        stay = box.addButton("&Quay lại", QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton("&Bỏ văn bản này", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        return wait_for_answer(box) is leave

    def _follow(self) -> None:
        """Enable the button while there is a text to import."""
        self.go.setEnabled(not self.text.document().isEmpty())
        self.go.setDefault(self.go.isEnabled())
