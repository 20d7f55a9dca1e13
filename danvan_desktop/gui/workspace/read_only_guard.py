"""Read-only mode of the pages: fields and texts of an issued report can be read and copied, not changed."""

from typing import TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.pages.form_fields import ListField, TickField

W = TypeVar("W", bound=QWidget)


class ReadOnlyGuard(QObject):
    """Sets every widget of a page read-only, or editable again."""

    def __init__(self, opened: OpenReport) -> None:
        super().__init__(opened)
        self._opened = opened

    def apply_to_all(self) -> None:
        """Let every page be as :attr:`OpenReport.is_read_only` says."""
        for _, page in self._opened.pages.in_order():
            self.apply(page)

    def apply(self, page: QWidget) -> None:
        """Let ``page`` be as :attr:`OpenReport.is_read_only` says."""
        read_only = self._opened.is_read_only
        for edit in inside(page, UndoableTextEdit):
            edit.setReadOnly(read_only)
            edit.viewport().update()
        for line in inside(page, QLineEdit):
            line.setReadOnly(read_only)
        for field in (*inside(page, QLineEdit), *inside(page, ListField)):
            _colour(field, read_only=read_only)
        for kind in (QComboBox, TickField, QPushButton):
            for widget in inside(page, kind):
                widget.setEnabled(not read_only)


def inside(page: QWidget, kind: type[W]) -> list[W]:
    """Every widget of ``kind`` inside ``page``: Qt's type hints know no class of ours."""
    return cast("list[W]", page.findChildren(kind))


def _colour(field: QWidget, *, read_only: bool) -> None:
    """Give a field that cannot be typed into the background of the page, as Qt does for disabled ones."""
    palette = QPalette()
    if read_only:
        palette = field.palette()
        palette.setColor(QPalette.ColorRole.Base, palette.color(QPalette.ColorRole.Window))
    field.setPalette(palette)
