"""File dialogs (open, save, folder): the system's native one, or Qt's own with file types in Vietnamese.

Qt's own dialog (shown where the platform has no native one) takes the names of the kinds from the MIME
database, which is English where the package shared-mime-info is missing: here the program names them itself.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileInfo, QIdentityProxyModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QTreeView, QWidget

from danvan_desktop.file_names import name_problem
from danvan_desktop.gui.services.path_probe import probe

_KIND_COLUMN = 2
_READABLE = {
    ".docx": "Tệp Word",
    ".doc": "Tệp Word kiểu cũ",
    ".odt": "Tệp LibreOffice Writer",
    ".rtf": "Tệp RTF",
    ".pdf": "Tệp PDF có chữ",
    ".txt": "Tệp văn bản",
    ".danvan": "Báo cáo của phần mềm này",
}
"""How a filter names the files that the program reads."""
_WORD, _EXCEL, _POWERPOINT = (
    "Tài liệu Microsoft Word",
    "Sổ làm việc Microsoft Excel",
    "Bản trình bày Microsoft PowerPoint",
)
_KINDS = {
    "danvan": "Báo cáo của phần mềm này",
    "doc": _WORD,
    "docm": _WORD,
    "docx": _WORD,
    "dot": "Mẫu Word",
    "dotx": "Bản mẫu Tài liệu Microsoft Word",
    "odt": "Văn bản OpenDocument",
    "rtf": "Tài liệu RTF",
    "pdf": "Tài liệu PDF",
    "ofd": "Tài liệu OFD",
    "txt": "Tệp văn bản",
    "csv": "Tài liệu CSV",
    "htm": "Tài liệu HTML",
    "html": "Tài liệu HTML",
    "xml": "Tài liệu XML",
    "xls": _EXCEL,
    "xlsm": _EXCEL,
    "xlsx": _EXCEL,
    "ods": "Bảng tính OpenDocument",
    "ppt": _POWERPOINT,
    "pptx": _POWERPOINT,
    "odp": "Trình chiếu OpenDocument",
    "bmp": "Ảnh BMP Windows",
    "gif": "Ảnh GIF",
    "jpeg": "Ảnh JPEG",
    "jpg": "Ảnh JPEG",
    "png": "Ảnh PNG",
    "svg": "Ảnh SVG",
    "tif": "Ảnh TIFF",
    "tiff": "Ảnh TIFF",
    "mp3": "Âm thanh MP3",
    "mp4": "Ảnh động MPEG-4",
    "7z": "Kho nén 7-zip",
    "rar": "Kho nén RAR",
    "zip": "Kho nén zip",
}
"""What an office has in its folders, by suffix, as the Vietnamese MIME database names it."""


def ask_open(window: QWidget, title: str, start: str, filters: str) -> Path | None:
    """Ask for one file that exists; ``start`` is a folder or a file in it. None: cancelled."""
    dialog = file_dialog(window, title, start, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _run(dialog)


def ask_save(window: QWidget, title: str, proposed: str, filters: str) -> Path | None:
    """Ask where to write a file, proposing ``proposed``; the dialog asks before overwriting.

    A name that no system takes is refused and asked for again: "BC/2026" would be a file in a new folder.
    """
    while True:
        dialog = file_dialog(window, title, proposed, filters)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        path = _run(dialog)
        problem = None if path is None else _save_problem(path)
        if problem is None:
            return path
        _say_why_not(window, problem)


def _save_problem(path: Path) -> str | None:
    if problem := name_problem(path.name):
        return problem
    if probe(path.parent, "folder") is False:
        return (
            f"Chưa có thư mục {path.parent}. Trong tên tệp không dùng được “/” và “\\”: hãy thay bằng “-”, "
            "hoặc chọn thư mục đã có."
        )
    return None


def _say_why_not(window: QWidget, problem: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    from danvan_desktop.gui.widgets.message import question, wait_for_answer

    box = question(window, "Tên tệp chưa dùng được", problem)
    again = box.addButton("&Đặt tên khác", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(again)
    box.setEscapeButton(again)
    wait_for_answer(box)


def ask_folder(window: QWidget, title: str, start: str) -> Path | None:
    """Ask for a folder, beginning in ``start``. None: cancelled."""
    dialog = file_dialog(window, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _run(dialog)


def file_dialog(window: QWidget | None, title: str, start: str, filters: str = "") -> QFileDialog:
    """Make the dialog; where it is Qt's own, with our names for the kinds of files."""
    dialog = QFileDialog(window, title, start, filters)
    # Without a native dialog the tree is there from the start.
    tree: QTreeView | None = dialog.findChild(QTreeView, "treeView")
    if tree is not None:
        widths = tree.header().saveState()
        dialog.setProxyModel(FileKinds(dialog))
        tree.header().restoreState(widths)
    return dialog


class FileKinds(QIdentityProxyModel):
    """Proxy model of the file system that names the kind of each file in Vietnamese.

    Not a QFileIconProvider, whose type() would be the natural place: Qt asks that one in a thread of its own,
    which would then wait for the interpreter's lock (GIL) while the closing dialog waits for the thread.
    """

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the kind of a file from our table; folders and drives are named by Qt's translation."""
        if index.column() == _KIND_COLUMN and role == Qt.ItemDataRole.DisplayRole:
            file = super().data(
                self.index(index.row(), 0, index.parent()), QFileSystemModel.Roles.FileInfoRole
            )
            if isinstance(file, QFileInfo) and file.isFile():
                return file_kind(file)
        return super().data(index, role)


def file_kind(file: QFileInfo) -> str:
    """Name the kind of ``file`` by its suffix, for example "Tài liệu PDF"; an unknown one is "Tệp XYZ"."""
    suffix = file.suffix().lower()
    return _KINDS.get(suffix, f"Tệp {suffix.upper()}" if suffix else "Tệp")


def name_filters(title: str, suffixes: Iterable[str]) -> str:
    """Return Qt's name filters: all files that can be read under ``title``, then each kind by itself."""
    known = [suffix for suffix in _READABLE if suffix in set(suffixes)]
    every = " ".join(f"*{suffix}" for suffix in known)
    return ";;".join([f"{title} ({every})", *(f"{_READABLE[suffix]} (*{suffix})" for suffix in known)])


def _run(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
