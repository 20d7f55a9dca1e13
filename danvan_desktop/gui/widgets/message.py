"""Message boxes: a warning that waits for nobody, and questions, modal or answered later by callback."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:  # the list of reports appears sooner without the names of its buttons
    from PySide6.QtWidgets import QMessageBox

Answer = Callable[[QAbstractButton | None], object]
"""What is done with the clicked button; None: the program is being ended."""


def show_problem(title: str, message: str, window: QWidget) -> None:
    """Show a warning over ``window``; returns at once."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, title, message, QMessageBox.StandardButton.Close, window)
    box.setTextFormat(Qt.TextFormat.PlainText)  # it may quote a file
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def question(window: QWidget, title: str, text: str, details: str = "") -> "QMessageBox":
    """Make a question over ``window``; the caller adds the buttons and shows it with one of the two below."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Question, title, text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setParent(window, box.windowFlags())
    box.setInformativeText(details)
    return box


def wait_for_answer(box: "QMessageBox") -> QAbstractButton | None:
    """Show ``box`` as a modal dialog and return the clicked button; None: the program is being ended."""
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked


def call_with_answer(box: "QMessageBox", answer: Answer) -> None:
    """Show ``box`` over its window, return at once, and call ``answer`` with the clicked button."""
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: answer(box.clickedButton()))
    box.open()
