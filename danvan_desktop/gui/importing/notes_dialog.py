"""Dialog of import notes ("Những chỗ cần xem lại sau khi nhập"): what was changed or not understood."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.widgets.style import spaced
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.report.model import ImportNote

_INTRO = "Không có chữ nào bị bỏ đi mà không ghi ở đây. Bấm vào một dòng (hoặc Enter) để tới chỗ ấy."
_ON_THE_WHOLE = "Dòng chữ nghiêng nói về cả tệp, không có chỗ riêng để tới."


class ImportNotesDialog(QDialog):
    """Non-modal list of the notes: it stays open while the user looks at each place."""

    place_chosen = Signal(str)
    """The place of the note that was activated, in the words of :class:`ImportNote`."""
    all_seen = Signal()
    """The person has looked at everything; the list has closed."""

    def __init__(self, notes: Sequence[ImportNote], parent: QWidget | None = None) -> None:
        """Show ``notes``."""
        super().__init__(parent)
        self.setWindowTitle("Những chỗ cần xem lại sau khi nhập")
        help_key(self, "nhap-tep-cu")
        layout = QVBoxLayout(self)
        spaced(layout)
        intro = QLabel(_INTRO if all(note.place for note in notes) else f"{_INTRO} {_ON_THE_WHOLE}")
        intro.setWordWrap(True)
        layout.addWidget(intro)
        self.list = WrappedList("Những chỗ cần xem lại sau khi nhập")
        self.list.setAlternatingRowColors(True)
        for note in notes:
            item = QListWidgetItem(note.text, self.list)
            item.setData(256, note.place)
            if not note.place:
                font = item.font()
                font.setItalic(True)
                item.setFont(font)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        layout.addWidget(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self.seen = buttons.addButton("Đã &xem hết, bỏ danh sách này", QDialogButtonBox.ButtonRole.ActionRole)
        self.seen.clicked.connect(self._end)
        self.seen.hide()
        button: QPushButton
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is the list's
        layout.addWidget(buttons)
        self.resize(640, 420)

    def offer_end(self, offered: bool) -> None:  # noqa: FBT001 - a setter
        """Show the button that deletes the notes, where they are stored with a report."""
        self.seen.setVisible(offered)

    def _end(self) -> None:
        self.close()
        self.all_seen.emit()

    def _go(self, item: QListWidgetItem) -> None:
        self.place_chosen.emit(item.data(256))
