"""What is dragged in the outline lands in the report with all that stands under it, as one step to undo."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.outline import moves
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import Block, Paragraph, Report, plain
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text

KEYS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


def entry(workspace: Workspace, text: str) -> int:
    return next(at for at, each in enumerate(workspace.outline.entries) if each.text.startswith(text))


def drag(workspace: Workspace, what: str, to: str) -> None:
    """Drag the entry ``what`` in front of the entry ``to``."""
    outline, view = workspace.outline, workspace.outline.viewport()
    here, there = (outline.visualRect(outline.index_of(entry(workspace, text))) for text in (what, to))
    target = QPoint(there.left() + 60, there.top() + 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=here.center())
    QTest.mouseMove(view, here.center() + QPoint(0, 30))
    QTest.mouseMove(view, target)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target)


def ids(blocks: Sequence[Block]) -> list[int]:
    return [block.id for block in blocks]


def titles(report: Report) -> list[str]:
    return [f"{section.number} {plain(section.title)}" for section in report.sections]


def undone(workspace: Workspace) -> str:
    """Undo one step and give the report; then do it again."""
    actions = workspace.editor_actions
    actions.undo.trigger()
    before = to_json(workspace.opened.report())
    actions.redo.trigger()
    return before


def test_a_section_is_dragged_with_its_text_and_its_number_follows(workspace: Workspace) -> None:
    before = workspace.opened.report()
    drag(workspace, "III. ĐÁNH GIÁ", "II. TRIỂN KHAI")
    after = workspace.opened.report()
    assert titles(after)[:3] == ["I. ĐẶC ĐIỂM TÌNH HÌNH", "II. ĐÁNH GIÁ", "III. TRIỂN KHAI THỰC HIỆN"]
    assert ids(after.sections[2].blocks) == ids(before.sections[1].blocks)
    assert undone(workspace) == to_json(before)
    assert to_json(workspace.opened.report()) == to_json(after)


def test_a_heading_takes_along_what_stands_under_it(workspace: Workspace) -> None:
    before = workspace.opened.report()
    blocks = before.sections[1].blocks
    drag(workspace, "2. Các tổ chức", "1. Ưu điểm")
    after = workspace.opened.report()
    first = next(at for at, block in enumerate(blocks) if plain_of(block).startswith("Các tổ chức"))
    heading = next(at for at, block in enumerate(blocks) if plain_of(block) == "Ưu điểm")
    assert ids(after.sections[1].blocks) == [
        *ids(blocks[:heading]),
        *ids(blocks[first:]),
        *ids(blocks[heading:first]),
    ]
    assert undone(workspace) == to_json(before)


def plain_of(block: Block) -> str:
    return plain(block.runs) if isinstance(block, Paragraph) else ""


def test_a_khoan_is_dragged_into_another_section_as_one_step(workspace: Workspace) -> None:
    before = workspace.opened.report()
    whole = ids(before.sections[1].blocks)
    drag(workspace, "1. Ưu điểm", "II. TRIỂN KHAI")
    after = workspace.opened.report()
    taken = [identity for identity in whole if identity not in ids(after.sections[1].blocks)]
    assert len(taken) > 3
    assert ids(after.sections[0].blocks) == [*ids(before.sections[0].blocks), *taken]
    assert plain_of(after.sections[0].blocks[-len(taken)]) == "Ưu điểm"
    moved = {block.id: block for block in before.sections[1].blocks}
    kept = after.sections[0].blocks[-len(taken) :]
    assert [plain_of(block) for block in kept] == [plain_of(moved[block.id]) for block in kept]
    assert undone(workspace) == to_json(before)
    assert to_json(workspace.opened.report()) == to_json(after)


def test_every_move_there_is_loses_nothing_and_is_one_step(workspace: Workspace, qtbot: QtBot) -> None:
    before = workspace.opened.report()
    every = sorted(identity for section in before.sections for identity in ids(section.blocks))
    entries, tried = workspace.outline.entries, 0
    for at in range(len(entries)):
        for gap in range(len(entries) + 1):
            if not moves.allows(entries, at, gap):
                continue
            workspace.outline.moved.emit(at, gap)
            after = workspace.opened.report()
            assert sorted(each for section in after.sections for each in ids(section.blocks)) == every
            assert to_json(after) != to_json(before), (at, gap)
            workspace.editor_actions.undo.trigger()
            assert to_json(workspace.opened.report()) == to_json(before), (at, gap)
            assert not workspace.opened.stack.can_undo
            workspace.refresh()
            assert workspace.outline.entries == entries
            tried += 1
    assert tried > 20


def test_keys_move_the_chosen_entry_and_it_stays_chosen(workspace: Workspace) -> None:
    outline = workspace.outline
    outline.setFocus()
    outline.show_current(outline.entries[entry(workspace, "III. ĐÁNH GIÁ")].place)
    QTest.keyClick(outline, Qt.Key.Key_Up, KEYS)
    assert titles(workspace.opened.report())[1] == "II. ĐÁNH GIÁ"
    assert outline.hasFocus()
    assert outline.currentIndex().data() == "II. ĐÁNH GIÁ"
    QTest.keyClick(outline, Qt.Key.Key_Down, KEYS)
    assert titles(workspace.opened.report())[2] == "III. ĐÁNH GIÁ"


def test_what_was_typed_just_now_moves_too(workspace: Workspace) -> None:
    workspace.go_to("block:32")
    page = workspace.current_text_page()
    assert page is not None
    type_text(page.editor, "Vừa gõ. ")
    workspace.refresh()
    before = to_json(workspace.opened.report())
    assert "Vừa gõ. " in before
    at = next(i for i, each in enumerate(workspace.outline.entries) if "/32+" in each.place)
    gap = moves.neighbour(workspace.outline.entries, at, -1)
    assert gap is not None
    workspace.outline.moved.emit(at, gap)
    assert "Vừa gõ. " in to_json(workspace.opened.report())
    workspace.editor_actions.undo.trigger()
    assert to_json(workspace.opened.report()) == before


def test_in_a_report_that_may_only_be_read_nothing_moves(workspace: Workspace) -> None:
    workspace.opened.set_read_only(True)
    before = to_json(workspace.opened.report())
    drag(workspace, "III. ĐÁNH GIÁ", "II. TRIỂN KHAI")
    assert to_json(workspace.opened.report()) == before
