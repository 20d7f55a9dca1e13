"""Small dialog that asks for one name."""

from PySide6.QtWidgets import QInputDialog, QWidget

_WIDTH = 560


def asked_name(title: str, label: str, proposed: str, window: QWidget) -> str | None:
    """Ask for a name and give it with single blanks; None where the user thinks better of it."""
    dialog = QInputDialog(window)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(proposed)
    dialog.resize(_WIDTH, dialog.sizeHint().height())
    accepted = dialog.exec()
    name = " ".join(dialog.textValue().split())
    dialog.deleteLater()
    return name if accepted else None
