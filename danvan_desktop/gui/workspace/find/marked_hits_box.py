"""Question before words are replaced that are still to be reviewed: all, all but these, or nothing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from danvan_desktop.gui.widgets.message import question
from danvan_desktop.report.find.replace import MarkedHit

_NAMED = 6


class MarkedHitsBox:
    """The question, with its answers."""

    def __init__(self, window: QWidget, marked: Sequence[MarkedHit], count: int) -> None:
        """Name the marks that ``marked`` of ``count`` hits would take away."""
        names = list(dict.fromkeys(f"“{each.mark.text}”" for each in marked))
        others = f" và {len(names) - _NAMED} chỗ khác" if len(names) > _NAMED else ""
        named = ", ".join(names[:_NAMED]) + others
        which = f"{len(marked)} chỗ" if len(marked) < count else "cả"
        text = f"Trong {count} chỗ sẽ thay, {which} còn chưa rà (tô vàng): {named}."
        details = "Thay những chỗ ấy thì dấu chưa rà mất theo, như khi sửa tay."
        self.box = question(window, "Thay tất cả", text, details)
        self.all = self.box.addButton(f"Thay &cả {count} chỗ", QMessageBox.ButtonRole.AcceptRole)
        self.rest: QPushButton | None = None
        """All but these; None where there are no others."""
        if len(marked) < count:
            self.rest = self.box.addButton(f"C&hừa {len(marked)} chỗ ấy", QMessageBox.ButtonRole.ActionRole)
        self.nothing = self.box.addButton("&Thôi", QMessageBox.ButtonRole.RejectRole)
        self.box.setDefaultButton(self.nothing if self.rest is None else self.rest)
