"""What is painted the first time a long text with a table is seen, before Qt has laid it out to its end."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.text.visible_lines import first_visible
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.model import Block
from tests.builders import samples
from tests.builders.window import dispose


def long_text() -> tuple[Block, ...]:
    words = "Nội dung của một đoạn dài hơn một dòng trên màn hình. " * 6
    before = [samples.paragraph(number, words, "clause") for number in range(10, 40)]
    after = [samples.paragraph(number, words, "clause") for number in range(60, 100)]
    return (*before, samples.table(50), *after)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[QStackedWidget]:
    """Return a long text behind another page, never painted."""
    made = QStackedWidget()
    made.resize(1000, 700)
    stack = UndoStack(made)
    for _ in range(2):
        made.addWidget(BlockEditor(stack, BlockIdCounter(200)))
    behind(made).open(long_text())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    dispose(made)


def behind(stage: QStackedWidget) -> BlockEditor:
    editor = stage.widget(1)
    assert isinstance(editor, BlockEditor)
    return editor


def test_numbers_are_there_on_the_first_paint(stage: QStackedWidget) -> None:
    editor = behind(stage)
    stage.setCurrentWidget(editor)
    first = editor.viewport().grab().toImage()
    assert editor.document().documentLayout().blockBoundingRect(editor.document().lastBlock()).top() > 2000
    assert editor.viewport().grab().toImage() == first, "all is laid out now"
    editor._numbers.paint = lambda *_: None  # type: ignore[method-assign]
    assert editor.viewport().grab().toImage() != first, "without numbers it looks otherwise"


def test_the_first_line_seen_is_found_wherever_the_text_is_scrolled_to(stage: QStackedWidget) -> None:
    editor = behind(stage)
    stage.setCurrentWidget(editor)
    layout, document = editor.document().documentLayout(), editor.document()
    for top in range(0, 6000, 170):
        block = first_visible(document, top)
        assert layout.blockBoundingRect(block).top() <= max(top, 20)
        seen = [
            each.blockNumber()
            for each in editor.text_blocks()
            if layout.blockBoundingRect(each).bottom() > top and layout.blockBoundingRect(each).height()
        ]
        assert block.blockNumber() <= seen[0] <= block.blockNumber() + 9, top
