"""Base class of the pages (tabs) of the workspace."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.look.style_sheet import QUIET

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.pages.form_fields import ChoiceField, LineField, TickField

    Field = LineField | TickField | ChoiceField | UndoableTextEdit


class TabPage(QWidget):
    """A page: forwards the signals of its fields (edited, revealed by undo, context menu wanted)."""

    edited = Signal()
    revealed = Signal(QWidget)
    menu_wanted = Signal(QWidget, object)
    office_wanted = Signal()
    """The fields are to be filled from "Cơ quan và người ký"."""

    def add_fields(self, *fields: "Field") -> None:
        """Forward the signals of ``fields``."""
        for field in fields:
            field.edited.connect(self.edited)
            field.revealed.connect(self.revealed)
            if isinstance(field, UndoableTextEdit) or hasattr(field, "menu_wanted"):
                field.menu_wanted.connect(self.menu_wanted)

    def office_button(self) -> QPushButton:
        """Make the button that asks for "Cơ quan và người ký"."""
        button = QPushButton("Lấy từ Cơ quan và người ký…")
        button.setToolTip("Điền cơ quan, ký hiệu, địa danh, nơi nhận và người ký đã lưu")
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAutoDefault(False)
        button.setProperty(QUIET, True)
        button.clicked.connect(lambda _: self.office_wanted.emit())
        return button

    def forward_page(self, page: "TabPage") -> None:
        """Forward the signals of a page inside this one."""
        page.edited.connect(self.edited)
        page.revealed.connect(self.revealed)
        page.menu_wanted.connect(self.menu_wanted)

    def field(self, name: str) -> QWidget | None:
        """The widget of the report's field ``name`` ("letterhead.agency"); None where it is not here."""
        return None

    def start(self) -> QWidget:
        """The widget that gets the keyboard when the page is opened."""
        return self

    def bring_up(self, widget: QWidget) -> None:
        """Make ``widget``, somewhere on this page, visible on it."""
