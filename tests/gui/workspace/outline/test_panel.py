"""The outline as it is seen and driven: rows grow with the width, an entry is dragged or moved by keys."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.outline.entries import OutlineEntry
from danvan_desktop.gui.workspace.outline.panel import OutlinePanel

ENTRIES = (
    OutlineEntry(0, "Thông tin chung", "general"),
    OutlineEntry(0, "I. ĐẶC ĐIỂM TÌNH HÌNH", "section:1", "open", 5),
    OutlineEntry(1, "1. Chức năng, tổ chức và con người của Văn phòng", "section:1/11+0", "missing", 3),
    OutlineEntry(1, "2. Thuận lợi, khó khăn", "section:1/12+0", "open", 2),
    OutlineEntry(0, "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN", "section:2"),
    OutlineEntry(1, "1. Lãnh đạo, chỉ đạo và ban hành văn bản", "section:2/21+0"),
    OutlineEntry(0, "Kết thúc", "closing"),
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> OutlinePanel:
    made = OutlinePanel()
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show_entries(ENTRIES)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def moved(panel: OutlinePanel) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    panel.moved.connect(lambda at, gap: found.append((at, gap)))
    return found


def row(panel: OutlinePanel, at: int, share: float = 0.5) -> QPoint:
    room = panel.visualRect(panel.index_of(at))
    return QPoint(room.left() + 60, room.top() + round(share * room.height()))


def drag(panel: OutlinePanel, at: int, to: QPoint, *, drop: bool = True) -> None:
    view = panel.viewport()
    QTest.mousePress(view, LEFT, pos=row(panel, at))
    QTest.mouseMove(view, row(panel, at) + QPoint(0, 30))
    QTest.mouseMove(view, to)
    if drop:
        QTest.mouseRelease(view, LEFT, pos=to)


def test_titles_wrap_and_rows_follow_the_width(qtbot: QtBot, panel: OutlinePanel) -> None:
    one, two = (panel.visualRect(panel.index_of(at)).height() for at in (3, 2))
    assert two > 1.4 * one
    panel.resize(640, 500)
    qtbot.waitUntil(lambda: panel.visualRect(panel.index_of(2)).height() == one)


def test_where_nothing_is_folded_another_report_lays_no_line_out_anew(
    panel: OutlinePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfolded: list[bool] = []
    expand = panel.expandAll

    def expand_and_note() -> None:
        unfolded.append(True)
        expand()

    monkeypatch.setattr(panel, "expandAll", expand_and_note)
    panel.forget_folded()
    assert unfolded == []
    panel.collapse(panel.index_of(1))
    panel.forget_folded()
    assert unfolded == [True]
    assert panel.isExpanded(panel.index_of(1))


def test_of_other_words_only_their_line_is_written(qtbot: QtBot, panel: OutlinePanel) -> None:
    told: list[str] = []
    model = panel.model()
    model.rowsInserted.connect(lambda *_: told.append("dòng mới"))
    model.modelReset.connect(lambda: told.append("làm lại"))
    model.dataChanged.connect(lambda index, *_: told.append(index.data()))
    one, two = (panel.visualRect(panel.index_of(at)).height() for at in (3, 2))
    panel.setCurrentIndex(panel.index_of(3))
    longer = replace(ENTRIES[3], text="2. Thuận lợi, khó khăn và nguyên nhân của khó khăn", count=0)
    panel.show_entries((*ENTRIES[:3], longer, *ENTRIES[4:]))
    assert told == [longer.text]
    assert panel.index_of(3).data(Qt.ItemDataRole.ToolTipRole) == longer.text
    assert panel.currentIndex() == panel.index_of(3)
    qtbot.waitUntil(lambda: panel.visualRect(panel.index_of(3)).height() == two)
    panel.show_entries(ENTRIES)
    qtbot.waitUntil(lambda: panel.visualRect(panel.index_of(3)).height() == one)
    below = [panel.visualRect(panel.index_of(at)) for at in (3, 4)]
    assert below[1].top() == below[0].bottom() + 1
    panel.show_entries(ENTRIES[:-1])
    assert "làm lại" in told


def test_what_is_open_is_told_to_who_hears_and_to_who_points(panel: OutlinePanel) -> None:
    index = panel.index_of(2)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith(
        "\nCòn 3 chỗ chưa rà hoặc chưa sửa; có việc chưa xong"
    )
    assert panel.index_of(0).data(Qt.ItemDataRole.ToolTipRole) == "Thông tin chung"
    read = QAccessible.queryAccessibleInterface(panel)
    names = [read.child(at).text(QAccessible.Text.Name) for at in range(read.childCount())]
    assert "I. ĐẶC ĐIỂM TÌNH HÌNH, còn 5 chỗ chưa rà hoặc chưa sửa" in names


def test_a_section_is_dragged_behind_another(panel: OutlinePanel, moved: list[tuple[int, int]]) -> None:
    drag(panel, 1, row(panel, 5, 0.9))
    assert moved == [(1, 6)]


def test_a_khoan_is_dragged_into_another_section(panel: OutlinePanel, moved: list[tuple[int, int]]) -> None:
    drag(panel, 2, row(panel, 5, 0.1))
    assert moved == [(2, 5)]


@pytest.mark.parametrize(
    ("at", "over"),
    [
        (1, lambda panel: row(panel, 0, 0.1)),  # before the first tab
        (2, lambda panel: row(panel, 6, 0.9)),  # behind the closing
        (2, lambda panel: row(panel, 3, 0.2)),  # where it is
        (2, lambda panel: QPoint(-200, 100)),  # out of the panel
        (0, lambda panel: row(panel, 5, 0.9)),  # what has its fixed place
    ],
)
def test_where_it_may_not_land_nothing_is_moved(
    panel: OutlinePanel, moved: list[tuple[int, int]], at: int, over: Callable[[OutlinePanel], QPoint]
) -> None:
    drag(panel, at, over(panel))
    assert moved == []


def test_the_mouse_says_whether_it_may_land(panel: OutlinePanel) -> None:
    drag(panel, 2, row(panel, 5, 0.1), drop=False)
    assert panel.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
    before = panel.viewport().grab().toImage()
    QTest.mouseMove(panel.viewport(), row(panel, 6, 0.9))
    assert panel.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert panel.viewport().grab().toImage() != before, "the line is elsewhere"
    QTest.mouseRelease(panel.viewport(), LEFT, pos=row(panel, 6, 0.9))
    assert panel.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_escape_calls_a_drag_off(panel: OutlinePanel, moved: list[tuple[int, int]]) -> None:
    drag(panel, 1, row(panel, 5, 0.9), drop=False)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    QTest.mouseRelease(panel.viewport(), LEFT, pos=row(panel, 5, 0.9))
    assert moved == []


def seen(panel: OutlinePanel) -> list[int]:
    return [at for at in range(len(ENTRIES)) if panel.visualRect(panel.index_of(at)).isValid()]


def states(panel: OutlinePanel, at: int) -> tuple[bool, bool]:
    """Whether that line is told to who hears as one that can be folded, and is unfolded."""
    read = QAccessible.queryAccessibleInterface(panel)
    found = [read.child(row) for row in range(read.childCount())]
    (line,) = [each for each in found if each.text(QAccessible.Text.Name).startswith(ENTRIES[at].text)]
    state: Any = line.state()  # Qt's type hints leave its fields out
    return bool(state.expandable), bool(state.expanded)


def test_keys_fold_and_unfold_a_section(panel: OutlinePanel) -> None:
    panel.show_current("section:1")
    assert states(panel, 1) == (True, True)
    QTest.keyClick(panel, Qt.Key.Key_Left)
    assert seen(panel) == [0, 1, 4, 5, 6]
    assert states(panel, 1) == (True, False)
    QTest.keyClick(panel, Qt.Key.Key_Right)
    assert seen(panel) == list(range(7))


def test_the_sign_folds_and_leads_nowhere(panel: OutlinePanel, moved: list[tuple[int, int]]) -> None:
    wanted: list[str] = []
    panel.wanted.connect(wanted.append)
    sign = QPoint(12, row(panel, 4).y())
    QTest.mouseClick(panel.viewport(), LEFT, pos=sign)
    assert seen(panel) == [0, 1, 2, 3, 4, 6]
    assert (wanted, moved) == ([], [])
    QTest.mouseClick(panel.viewport(), LEFT, pos=sign)
    assert seen(panel) == list(range(7))


def test_what_is_folded_stays_so_until_the_cursor_comes_or_another_report(panel: OutlinePanel) -> None:
    panel.show_current("section:2/21+0")
    QTest.mouseClick(panel.viewport(), LEFT, pos=QPoint(12, row(panel, 4).y()))
    QTest.mouseClick(panel.viewport(), LEFT, pos=QPoint(12, row(panel, 1).y()))
    panel.show_current("section:2/21+0")
    panel.show_entries((*ENTRIES[:-1], OutlineEntry(0, "Kết luận", "closing")))
    assert seen(panel) == [0, 1, 4, 6], "the cursor was there before it was folded"
    assert panel.currentIndex() == panel.index_of(4)
    panel.show_current("section:1/12+0")
    assert seen(panel) == [0, 1, 2, 3, 4, 6]
    assert panel.currentIndex() == panel.index_of(3)
    panel.forget_folded()
    assert seen(panel) == list(range(7))


def test_what_is_dragged_lands_behind_a_folded_section(
    panel: OutlinePanel, moved: list[tuple[int, int]]
) -> None:
    QTest.mouseClick(panel.viewport(), LEFT, pos=QPoint(12, row(panel, 4).y()))
    drag(panel, 1, row(panel, 4, 0.9))
    assert moved == [(1, 6)]


def test_a_click_moves_nothing_and_leads_there(panel: OutlinePanel, moved: list[tuple[int, int]]) -> None:
    wanted: list[str] = []
    panel.wanted.connect(wanted.append)
    QTest.mouseClick(panel.viewport(), LEFT, pos=row(panel, 3))
    assert (wanted, moved) == (["section:1/12+0"], [])


def test_keys_move_what_is_chosen(panel: OutlinePanel, moved: list[tuple[int, int]]) -> None:
    modifiers = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    panel.show_current("section:1/12+0")
    QTest.keyClick(panel, Qt.Key.Key_Up, modifiers)
    QTest.keyClick(panel, Qt.Key.Key_Down, modifiers)
    assert moved == [(3, 2), (3, 5)]
    panel.show_current("general")
    QTest.keyClick(panel, Qt.Key.Key_Down, modifiers)
    assert len(moved) == 2
    panel.can_be_changed = False
    panel.show_current("section:1/12+0")
    QTest.keyClick(panel, Qt.Key.Key_Up, modifiers)
    assert len(moved) == 2
