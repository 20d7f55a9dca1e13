"""Drag and drop of files from a file manager: a copy only, for Windows deletes what is "moved"."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPlainTextEdit


def is_files(source: QMimeData) -> bool:
    """Tell whether ``source`` holds files, copied where files are listed: their words are only names."""
    urls = source.urls() if source.hasUrls() and not source.hasHtml() else []
    return bool(urls) and all(url.isLocalFile() for url in urls)


def accept_as_copy(event: QDropEvent) -> bool:
    """Accept ``event`` as a copy where it brings files, whatever keys are held; False: it brings none."""
    if not is_files(event.mimeData()) or not event.possibleActions() & Qt.DropAction.CopyAction:
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def dragged_files(source: QMimeData) -> list[Path]:
    """Return the files that ``source`` names."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


class WordsEdit(QPlainTextEdit):
    """Plain-text edit that takes words and no files."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Refuse files, pasted or dropped."""
        return not is_files(source) and super().canInsertFromMimeData(source)
