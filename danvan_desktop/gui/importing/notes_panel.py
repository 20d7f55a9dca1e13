"""Panel of import notes ("Ghi chú khi nhập"): what was changed or not understood."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QWidget

from danvan_desktop.gui.widgets.side.list_panel import ListPanel
from danvan_desktop.report.model import ImportNote

_TITLE = "Ghi chú khi nhập"
_INTRO = "Không có chữ nào bị bỏ đi mà không ghi ở đây. Bấm vào một dòng (hoặc Enter) để tới chỗ ấy."
_ON_THE_WHOLE = "Dòng chữ nghiêng nói về cả tệp, không có chỗ riêng để tới."
_PLACE = int(Qt.ItemDataRole.UserRole.value)


class ImportNotesPanel(ListPanel):
    """Lists the notes beside the text, and leads to each place."""

    place_chosen = Signal(str)
    """The place of the note that was activated, in the words of :class:`ImportNote`."""
    all_seen = Signal()
    """The person has looked at everything: the notes are not wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__(_TITLE, "menu Báo cáo", _TITLE, parent)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.seen = QPushButton("Đã xem hết, bỏ danh sách này")
        self.seen.setAutoDefault(False)  # Enter is the list's
        self.seen.clicked.connect(self.all_seen)
        self.put_below(self.seen)

    def show_notes(self, notes: Sequence[ImportNote], *, can_end: bool) -> None:
        """List ``notes``; ``can_end``: they are stored with the report and can be taken out of it."""
        self.intro.setText(_INTRO if all(note.place for note in notes) else f"{_INTRO} {_ON_THE_WHOLE}")
        self.list.clear()
        for note in notes:
            item = QListWidgetItem(note.text, self.list)
            item.setData(_PLACE, note.place)
            if not note.place:
                font = self.list.font()
                font.setItalic(True)
                item.setFont(font)
        self.list.setCurrentRow(0)
        self.seen.setVisible(can_end)

    def _go(self, item: QListWidgetItem) -> None:
        self.place_chosen.emit(item.data(_PLACE))
