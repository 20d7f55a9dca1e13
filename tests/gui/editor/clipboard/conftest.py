"""An editor with an empty paragraph to paste into."""

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.undo.stack import UndoStack
from tests.builders.samples import paragraph


@pytest.fixture
def editor(qtbot: QtBot) -> BlockEditor:
    made = BlockEditor(UndoStack(), BlockIdCounter(100))
    made.stack.setParent(made)
    qtbot.addWidget(made)
    made.open((paragraph(1, "Đoạn trước."), paragraph(2, "")))
    made.show()
    made.go_to(2)
    return made
