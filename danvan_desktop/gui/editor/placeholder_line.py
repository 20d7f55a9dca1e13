"""Placeholder line below the text: the whole hint of an empty paragraph, which its own line may cut."""

from PySide6.QtWidgets import QLabel

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.properties import Key, text_property
from danvan_desktop.gui.widgets.style import GAP


class PlaceholderLine(QLabel):
    """Shows the hint below the text while it is wanted, and takes no room otherwise."""

    def __init__(self, editor: BlockEditor) -> None:
        super().__init__()
        self._editor = editor
        self.setWordWrap(True)
        self.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        self.setAccessibleName("Gợi ý")
        self.hide()
        editor.cursorPositionChanged.connect(self._show)
        editor.edited.connect(self._show)

    def _show(self) -> None:
        block = self._editor.textCursor().block()
        hint = text_property(block.blockFormat(), Key.HINT) if block.length() == 1 else ""
        self.setText(f"Gợi ý: {hint}" if hint else "")
        self.setVisible(bool(hint))
