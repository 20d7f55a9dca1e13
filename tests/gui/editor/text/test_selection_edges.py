"""What Qt cuts of letters where a part of their paragraph is selected is painted again."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QTextCursor

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.paths import resource
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.lifecycle.next_year import next_year
from tests.builders.window import OpenWorkspace


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    sample = from_json(resource("samples", "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    return open_workspace(next_year(sample, 2026, datetime(2026, 11, 20, tzinfo=UTC), "r2"))


@pytest.fixture
def editor(workspace: Workspace) -> BlockEditor:
    workspace.resize(1366, 700)
    page = workspace.opened.pages.sections[1]
    workspace.show_page(page)
    page.editor.setCursorWidth(0)
    return page.editor


def picture_of_lower_edge(editor: BlockEditor, words: QTextCursor) -> QImage:
    """Some pixels around the lower edge of the line with ``words``, over the whole page."""
    room = editor.cursorRect(words)
    edge = QRect(0, room.bottom() - 4, editor.viewport().width(), 9)
    return editor.viewport().grab().toImage().copy(edge)


@pytest.mark.parametrize("zoom", [1.0, 1.1, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("ends", ["trong tình hình mới.", "trong tháng 12/2026."])
def test_tails_below_the_last_line_stay_whole(editor: BlockEditor, zoom: float, ends: str) -> None:
    editor.set_zoom(zoom)
    end = editor.document().find(ends)
    assert not end.isNull()
    end.setPosition(end.selectionEnd())
    editor.setTextCursor(end)
    editor.ensureCursorVisible()
    before = picture_of_lower_edge(editor, end)
    selected = QTextCursor(end.block())
    selected.setPosition(end.block().position() + 5)
    selected.setPosition(end.block().position() + 9, QTextCursor.MoveMode.KeepAnchor)
    scrolled = editor.verticalScrollBar().value()
    editor.setTextCursor(selected)
    editor.verticalScrollBar().setValue(scrolled)
    after = picture_of_lower_edge(editor, end)
    paler = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if QColor(after.pixel(x, y)).lightness() > QColor(before.pixel(x, y)).lightness() + 8
    ]
    assert paler == []
