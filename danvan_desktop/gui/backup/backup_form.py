"""The screen "Sao lưu và khôi phục": the copies, the second place, and the ways to another PC."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.look.screen import is_low_screen
from danvan_desktop.gui.look.style_sheet import CARD, PRIMARY
from danvan_desktop.gui.rescue.data_file_list import DataFileList
from danvan_desktop.gui.rescue.data_files import COPY, DataFile
from danvan_desktop.gui.widgets.style import GAP, icon, larger


class BackupForm(QWidget):
    """Asks for what is wanted by signals, and stays to show what came of it."""

    copy_wanted = Signal()
    place_wanted = Signal()
    place_unwanted = Signal()
    restore_wanted = Signal(object)
    """Reports of the file at this :class:`Path` are to be taken."""
    other_wanted = Signal()
    """Of a file from elsewhere."""
    move_out_wanted = Signal()
    move_in_wanted = Signal()

    def __init__(self, files: Sequence[DataFile] = (), parent: QWidget | None = None) -> None:
        """List ``files``, the newest chosen."""
        super().__init__(parent)
        self.list = DataFileList(files)
        self.list.itemActivated.connect(self._ask_to_restore)
        self.latest, self.place, self.message = QLabel(), QLabel(), QLabel()
        for label in (self.latest, self.place, self.message):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.message.hide()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Đang làm")
        self.progress.hide()
        self._make_buttons()
        self._lay_out()
        self.show_files(files)
        self.show_place(None, "")

    def _make_buttons(self) -> None:
        self.copy = self._button("Sao lưu &ngay", self.copy_wanted)
        self.copy.setIcon(icon("backup", "on_accent"))
        self.copy.setProperty(PRIMARY, True)
        self.choose = self._button("&Chọn nơi…", self.place_wanted)
        self.clear = self._button("&Bỏ nơi này", self.place_unwanted)
        self.other = self._button("Từ tệp &khác…", self.other_wanted)
        self.move_out = self._button("Chuyển sang &máy khác…", self.move_out_wanted)
        self.move_in = self._button("Nhận từ má&y khác…", self.move_in_wanted)
        self.restore = QPushButton(icon("restore"), "K&hôi phục…")
        self.restore.clicked.connect(self._ask_to_restore)

    @staticmethod
    def _button(text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: wanted.emit())
        return button

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.latest, 1)
        above.addWidget(self.copy)
        second, head = QFrame(), QLabel("Nơi sao lưu thứ hai (USB, ổ mạng)")
        second.setProperty(CARD, True)
        head.setFont(larger(head.font(), 1.0, bold=True))
        words = QVBoxLayout()
        words.setSpacing(GAP // 2)
        words.addWidget(head)
        words.addWidget(self.place)
        row = QHBoxLayout(second)
        row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        row.addWidget(self.clear)
        ask = QLabel("Các bản &sao:")
        ask.setBuddy(self.list)
        taking = QHBoxLayout()
        taking.addWidget(self.restore)
        taking.addWidget(self.other)
        taking.addStretch(1)
        taking.addWidget(self.move_out)
        taking.addWidget(self.move_in)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP if is_low_screen() else GAP + GAP // 2)
        layout.addLayout(above)
        layout.addWidget(second)
        layout.addWidget(ask)
        layout.addWidget(self.list, 1)
        layout.addLayout(taking)
        layout.addWidget(self.progress)
        layout.addWidget(self.message)

    def show_files(self, files: Sequence[DataFile]) -> None:
        """List ``files``; what is chosen stays so."""
        self.list.show_files(files)
        newest = max((file.modified for file in files if file.kind.startswith(COPY)), default=None)
        when = "chưa có" if newest is None else f"{newest:%H:%M} ngày {newest:%d/%m/%Y}"
        self.latest.setText(
            f"Mỗi ngày có thay đổi, phần mềm tự làm một bản sao. Bản mới nhất: {when}. "
            "Khôi phục không ghi đè báo cáo đang có."
        )
        self.restore.setEnabled(bool(files))

    def show_place(self, place: Path | None, state: str) -> None:
        """Show the second place and how things stand there; None: none was chosen."""
        text = "Chưa chọn. Nên chọn USB hoặc ổ mạng, phòng khi máy này hỏng hoặc mất."
        self.place.setText(text if place is None else f"{place}\n{state}".strip())
        self.clear.setVisible(place is not None)

    def show_working(self, text: str) -> None:
        """Show that something is being done: nothing else can be asked for meanwhile."""
        self._say(text, is_working=True)

    def show_share(self, done: int, of: int) -> None:
        """Show how much is done."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def is_working(self) -> bool:
        """Whether something is being done that was asked for."""
        return not self.progress.isHidden()

    def show_message(self, text: str) -> None:
        """Show what came of it."""
        self._say(text, is_working=False)

    def _say(self, text: str, *, is_working: bool) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.progress.setRange(0, 0)
        self.progress.setVisible(is_working)
        for button in (self.copy, self.choose, self.clear, self.other, self.move_out, self.move_in):
            button.setEnabled(not is_working)
        self.restore.setEnabled(not is_working and self.list.chosen() is not None)

    def _ask_to_restore(self) -> None:
        path = self.list.chosen()
        if path is not None and self.restore.isEnabled():
            self.restore_wanted.emit(path)
