"""Dialogs "Giới thiệu" (about box) and "Phím tắt" (keyboard shortcuts)."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop import __version__
from danvan_desktop.gui.help.licences import licences_folder
from danvan_desktop.gui.help.pictures import pictures
from danvan_desktop.gui.widgets.style import size_dialog, spaced

QT_SOURCE = "https://download.qt.io/official_releases/qt/"
PYSIDE_SOURCE = "https://download.qt.io/official_releases/QtForPython/"
"""The LGPL asks that whoever has the program is told; THIRD-PARTY.md tells the same."""


def about_box(data_folder: Path, parent: QWidget) -> QMessageBox:
    """Build "Giới thiệu"."""
    series = qVersion().rpartition(".")[0]
    box = QMessageBox(parent)
    box.setWindowTitle("Giới thiệu")
    box.setIconPixmap(pictures(box.palette(), box.devicePixelRatioF()))
    box.setText(f"Danvan Desktop {__version__}")
    box.setInformativeText(
        "Soạn báo cáo công tác Dân vận, xuất tệp Word và PDF theo thể thức Nghị định 30/2020/NĐ-CP. "
        "Làm việc hoàn toàn trên máy này, không gửi gì ra ngoài.\n\n"
        f"Báo cáo được giữ trong thư mục:\n{data_folder}\n\n"
        "Phần mềm nguồn mở, giấy phép MIT.\n\n"
        f"Dùng Qt {qVersion()} và PySide6 {pyside_version} theo giấy phép LGPL-3.0. "
        f"Mã nguồn:\n{QT_SOURCE}{series}/{qVersion()}/\n{PYSIDE_SOURCE}"
    )
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    licences = box.addButton("Các &giấy phép", QMessageBox.ButtonRole.ActionRole)
    licences.clicked.connect(_open_licences)
    box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _put_words_on_top(box)
    return box


def _put_words_on_top(box: QMessageBox) -> None:
    """Let the words begin beside the top of the pictures, which are higher."""
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        grid.setRowStretch(1, 1)
    for label in cast("list[QLabel]", box.findChildren(QLabel)):
        label.setAlignment(Qt.AlignmentFlag.AlignTop)


def _open_licences() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(licences_folder())))


def keys_dialog(actions: Iterable[QAction], parent: QWidget) -> QDialog:
    """Build "Phím tắt" from the keys that the commands really have."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Phím tắt")
    table = QTreeWidget()
    table.setAccessibleName("Phím tắt")
    table.setRootIsDecorated(False)
    table.setAlternatingRowColors(True)
    table.setHeaderLabels(["Việc", "Phím"])
    table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    for name, keys in _rows(actions):
        QTreeWidgetItem(table, [name, keys])
    table.setCurrentItem(table.topLevelItem(0))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    spaced(layout)
    layout.addWidget(table)
    layout.addWidget(buttons)
    size_dialog(dialog, 640, 480)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _rows(actions: Iterable[QAction]) -> Iterable[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    for action in actions:
        keys = [key.toString(native) for key in action.shortcuts() if not key.isEmpty()]
        if keys:
            yield action.text().replace("&", "").rstrip("…"), "  hoặc  ".join(keys)
