"""The panel "Nhận lại bản Word đã sửa" driven with keys and clicks: each change is taken, refused, undone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from docx.document import Document as WordFile
from docx.shared import Pt
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.takeback import decider
from danvan_desktop.gui.takeback.panel import TakeBackPanel
from danvan_desktop.gui.takeback.put_report import putting_report
from danvan_desktop.gui.takeback.reading import TakenBack
from danvan_desktop.gui.takeback.wishes import Merged, Wish, merge
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.takeback.merging.our_report import OurReport
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.takeback.received_rows import decisions_of
from tests.builders.exported_files import paragraph
from tests.gui.takeback_scenes import (
    EDITS,
    choose_row,
    listed,
    send_and_get_back,
    settled,
    the_panel,
    with_words,
)

CTRL = Qt.KeyboardModifier.ControlModifier
TakeBack = Callable[[Path], TakeBackPanel]


@pytest.fixture
def panel(take_back: TakeBack, returned: Path) -> TakeBackPanel:
    """Return the panel with the changes of the file that came back."""
    return take_back(returned)


def report_of(window: MainWindow) -> Report:
    return window.workspace.opened.report()


def words(window: MainWindow) -> str:
    return all_text(report_of(window))


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is, and let what it began come to its end."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: settled(window), timeout=10_000)


def test_changes_are_listed_by_tab_with_who_made_them(consulting: MainWindow, panel: TakeBackPanel) -> None:
    said = "\n".join(listed(panel))
    assert "I. ĐẶC ĐIỂM TÌNH HÌNH (3)" in said
    assert "Trần Thị B, 28/11/2025 10:32" in said
    assert "không theo dõi" in said
    assert f"còn {len(EDITS)} chỗ chưa quyết" == panel.undecided.text()
    assert "dự thảo lần 1" in panel.base.text()
    assert QApplication.focusWidget() is panel.list
    assert consulting.commands.returned.isChecked()


def test_enter_takes_a_change_delete_refuses_one_and_the_next_is_chosen(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel
) -> None:
    press(qtbot, consulting, Qt.Key.Key_Return)
    assert "tham mưu tổng hợp, giúp việc" in words(consulting)
    row = panel.list.change_row()
    assert row is not None
    assert "172" in panel.list.currentItem().text()
    press(qtbot, consulting, Qt.Key.Key_Delete)
    assert "168 người" in words(consulting)
    assert panel.undecided.text() == f"còn {len(EDITS) - 2} chỗ chưa quyết"


def test_ctrl_enter_takes_what_is_open_in_the_tab(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel
) -> None:
    press(qtbot, consulting, Qt.Key.Key_Return, CTRL)
    text = words(consulting)
    assert "giúp việc" in text
    assert "172 người" in text
    assert "18 người lao động" not in text
    assert "96 người dự" not in text, "that is another tab"


def test_all_are_taken_with_one_click_and_the_next_round_is_offered(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel
) -> None:
    click(panel.take_all)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    text = words(consulting)
    for word in ("giúp việc", "172 người", "96 người dự", "1.402", "85%"):
        assert word in text
    assert panel.undecided.text() == ""
    assert panel.message.text() == "Đã quyết xong mọi chỗ sửa trong tệp này."
    assert panel.next_round.isVisible()
    assert panel.next_round.text() == "Xuất dự thảo lần 2…"


def test_twenty_changes_in_all_tabs_are_taken_with_two_clicks(
    qtbot: QtBot, consulting: MainWindow, store: Store, take_back: TakeBack, tmp_path: Path
) -> None:
    def add_words(file: WordFile) -> None:
        long = [each for each in file.paragraphs if len(each.text) > 90 and "Kèm theo" not in each.text]
        for number, each in enumerate(long[-20:], start=1):
            each.runs[-1].text = f"{each.runs[-1].text.rstrip('.;')}, bổ sung lần {number}."

    panel = take_back(send_and_get_back(consulting, store, tmp_path, (add_words,), "hai-muoi.docx"))
    assert panel.undecided.text() == "còn 20 chỗ chưa quyết"
    click(panel.take_tab)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    click(panel.take_all)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert panel.undecided.text() == ""
    text = words(consulting)
    assert all(f"bổ sung lần {number}." in text for number in range(1, 21))


def test_who_proposed_a_change_is_seen_after_it_was_decided(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel
) -> None:
    press(qtbot, consulting, Qt.Key.Key_Return)
    panel.open_only.setChecked(False)
    choose_row(panel, "giúp việc")
    said = panel.list.currentItem().text()
    assert "✓ Đã nhận" in said
    assert "Trần Thị B, 28/11/2025 10:32" in said
    face = panel.list.face(panel.list.currentIndex())
    assert face is not None
    assert "Trần Thị B, 28/11/2025 10:32" in face.html


def test_each_decision_is_one_step_and_undo_brings_the_row_back(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel
) -> None:
    before = report_of(consulting)
    undo, redo = consulting.workspace.editor_actions.undo, consulting.workspace.editor_actions.redo
    press(qtbot, consulting, Qt.Key.Key_Return)
    press(qtbot, consulting, Qt.Key.Key_Delete)
    click(panel.take_all)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    after = report_of(consulting)
    for left in (len(EDITS) - 2, len(EDITS) - 1, len(EDITS)):
        undo.trigger()
        qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
        assert panel.undecided.text() == f"còn {left} chỗ chưa quyết"
    undone = report_of(consulting)  # numbers of blocks are never used again
    assert replace(undone, modified=before.modified, next_id=before.next_id) == before
    for _ in range(3):
        redo.trigger()
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert panel.undecided.text() == ""
    assert consulting.workspace.opened.holds(after)


def test_what_is_written_into_the_text_is_listed_in_the_next_turn(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    show = panel.show_changes

    def put_and_tell(opened: OpenReport, report: Report) -> Iterator[None]:
        yield from putting_report(opened, report)
        done.append("viết")
        QTimer.singleShot(0, lambda: done.append("lượt sau"))

    monkeypatch.setattr(decider, "putting_report", put_and_tell)

    def show_and_tell(*said: Any) -> None:
        show(*said)
        done.append("liệt kê")

    monkeypatch.setattr(panel, "show_changes", show_and_tell)
    click(panel.take)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert done[0] == "viết"
    assert sorted(done[1:3]) == ["liệt kê", "lượt sau"]
    done.clear()
    consulting.workspace.editor_actions.undo.trigger()
    assert done == []
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert done[0] == "liệt kê"


def test_a_list_made_anew_tells_once_which_change_is_chosen(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    shown: list[str] = []
    show_place = consulting.workspace.show_place

    def show_and_note(place: str) -> None:
        shown.append(place)
        show_place(place)

    monkeypatch.setattr(consulting.workspace, "show_place", show_and_note)
    panel.chosen.connect(lambda: told.append(panel.take.isEnabled()))
    click(panel.refuse)
    assert told == [True]
    assert shown == [], "the text follows in the next turn"
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert len(shown) == 1
    for _ in range(3):
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert len(shown) == 2, "while a key is held down the text goes to the last alone"


def test_editing_by_hand_leaves_the_cursor_at_that_change(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel
) -> None:
    choose_row(panel, "giúp việc")
    click(panel.edit)
    page = consulting.workspace.current_text_page()
    assert page is not None
    at = page.editor.textCursor().position()
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    QCoreApplication.processEvents()
    assert page.editor.textCursor().position() == at
    assert page.editor.hasFocus()


def test_what_the_report_says_to_a_conflict_is_looked_up_in_jobs_alone(
    qtbot: QtBot,
    consulting: MainWindow,
    take_back: TakeBack,
    returned: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: list[str] = []
    read = OurReport.__init__

    def read_and_note(ours: OurReport, *said: Any) -> None:
        threads.append(current_thread().name)
        read(ours, *said)

    monkeypatch.setattr(OurReport, "__init__", read_and_note)
    opened = consulting.workspace.opened
    opened.restore(with_words(report_of(consulting), 5, "168 người", "170 người"))
    panel = take_back(returned)
    choose_row(panel, "172")
    assert "Bản đang soạn: " in panel.list.currentItem().text()
    choose_row(panel, "giúp việc")
    click(panel.take)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    consulting.workspace.editor_actions.undo.trigger()
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    choose_row(panel, "172")
    assert "Bản đang soạn: " in panel.list.currentItem().text()
    assert threads
    assert main_thread().name not in threads


def test_what_was_typed_meanwhile_stays_and_a_conflict_is_asked(
    qtbot: QtBot, consulting: MainWindow, take_back: TakeBack, returned: Path
) -> None:
    opened = consulting.workspace.opened
    opened.restore(with_words(report_of(consulting), 5, "168 người", "170 người"))
    opened.restore(with_words(report_of(consulting), 16, "Kế hoạch số 18", "Kế hoạch số 19"))
    panel = take_back(returned)
    choose_row(panel, "172")
    assert "Bản đang soạn cũng sửa chỗ này" in panel.list.currentItem().text()
    face = panel.list.face(panel.list.currentIndex())
    assert face is not None
    assert "<b>170</b>" in face.html, "what the report says there is read before one decides"
    page = consulting.workspace.current_text_page()
    assert page is not None
    assert page.editor.textCursor().selectedText() == "170"
    assert [button.isVisible() for button in (panel.take, panel.keep_ours)] == [False, True]
    press(qtbot, consulting, Qt.Key.Key_Return)
    assert "170 người" in words(consulting), "a key in passing settles no conflict"
    assert QApplication.focusWidget() is panel.keep_ours
    click(panel.take_all)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert panel.undecided.text() == "còn 1 chỗ chưa quyết"
    assert not panel.take_all.isEnabled()
    click(panel.take_theirs)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    text = words(consulting)
    assert "172 người" in text
    assert "170 người" not in text
    assert "Kế hoạch số 19" in text


@pytest.mark.parametrize(
    ("button", "left", "said"),
    [
        ("keep_ours", ("170 người",), "✕ Không nhận"),
        ("take_theirs", ("172 người",), "✓ Đã nhận"),
        ("take_both", ("170", "172"), "✓ Lấy cả hai"),
    ],
)
def test_each_answer_to_a_conflict_is_one_step(
    qtbot: QtBot,
    consulting: MainWindow,
    take_back: TakeBack,
    returned: Path,
    button: str,
    left: tuple[str, ...],
    said: str,
) -> None:
    opened = consulting.workspace.opened
    opened.restore(with_words(report_of(consulting), 5, "168 người", "170 người"))
    before = words(consulting)
    panel = take_back(returned)
    panel.open_only.setChecked(False)
    choose_row(panel, "172")
    click(getattr(panel, button))
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    text = words(consulting)
    assert all(word in text for word in left)
    assert [word for word in ("170", "172") if word in text and word not in " ".join(left)] == []
    choose_row(panel, "172")
    assert said in panel.list.currentItem().text()
    consulting.workspace.editor_actions.undo.trigger()
    assert words(consulting) == before
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    choose_row(panel, "172")
    assert said not in panel.list.currentItem().text()
    assert panel.undecided.text() == f"còn {len(EDITS)} chỗ chưa quyết"


def test_the_arrows_lead_from_change_to_change_and_escape_into_the_text(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel
) -> None:
    first = panel.list.change_row()
    press(qtbot, consulting, Qt.Key.Key_Down)
    second = panel.list.change_row()
    assert first is not None
    assert second is not None
    assert second.first.n == first.first.n + 1
    press(qtbot, consulting, Qt.Key.Key_Up)
    assert panel.list.change_row() == first
    for _ in range(3):
        press(qtbot, consulting, Qt.Key.Key_Down)
    moved = panel.list.change_row()
    assert moved is not None
    assert moved.first.tab != first.first.tab, "a heading is stepped over"
    press(qtbot, consulting, Qt.Key.Key_Escape)
    assert not panel.list.hasFocus()


def test_the_text_beside_shows_the_chosen_change_and_the_list_keeps_the_keyboard(
    consulting: MainWindow, panel: TakeBackPanel
) -> None:
    choose_row(panel, "96 người dự")
    page = consulting.workspace.current_text_page()
    assert page is not None
    assert page.editor.place()[0] == 18
    choose_row(panel, "82")
    page = consulting.workspace.current_text_page()
    assert page is not None
    assert page.editor.textCursor().selectedText() == "82"
    assert QApplication.focusWidget() is panel.list


def test_the_text_beside_shows_the_cell_of_a_table(consulting: MainWindow, panel: TakeBackPanel) -> None:
    choose_row(panel, "402")
    page = consulting.workspace.current_text_page()
    assert page is not None
    cursor = page.editor.textCursor()
    cell = cursor.currentTable().cellAt(cursor)
    row = panel.list.change_row()
    assert row is not None
    assert f"{cell.row()}:{cell.column()}" == row.first.place
    assert cursor.selectedText() == plain(row.first.old)
    assert page.editor.viewport().rect().contains(page.editor.cursorRect())


def test_what_cannot_be_taken_over_is_shown_at_its_place(
    consulting: MainWindow, store: Store, tmp_path: Path, take_back: TakeBack, qtbot: QtBot
) -> None:
    def larger(file: WordFile) -> None:
        for run in paragraph(file, "Toàn tỉnh tiếp nhận").runs:
            run.font.size = Pt(16)

    path = send_and_get_back(consulting, store, tmp_path, (*EDITS, larger))
    panel = take_back(path)
    choose_row(panel, "96 người dự")
    qtbot.waitUntil(lambda: place_of(consulting) == 18)
    choose_row(panel, "cỡ chữ 14 → 16")
    qtbot.waitUntil(lambda: place_of(consulting) == 31)
    assert QApplication.focusWidget() is panel.list


def place_of(window: MainWindow) -> int:
    """Return the block in which the cursor of the text is."""
    page = window.workspace.current_text_page()
    return 0 if page is None else page.editor.place()[0]


def test_by_hand_leads_into_the_text_and_counts_as_decided(
    consulting: MainWindow, panel: TakeBackPanel
) -> None:
    choose_row(panel, "172")
    click(panel.edit)
    page = consulting.workspace.current_text_page()
    assert page is not None
    assert QApplication.focusWidget() is page.editor
    assert page.editor.textCursor().selectedText() == "168"
    assert panel.undecided.text() == f"còn {len(EDITS) - 1} chỗ chưa quyết"


def test_what_is_decided_survives_closing_and_what_is_not_is_told(
    qtbot: QtBot, consulting: MainWindow, store: Store, panel: TakeBackPanel
) -> None:
    press(qtbot, consulting, Qt.Key.Key_Return)
    press(qtbot, consulting, Qt.Key.Key_Delete)
    draft = consulting.session.draft
    assert draft is not None
    consulting.leave_report("test")
    left = len(EDITS) - 2
    assert store.draft(draft.id).undecided == left
    assert consulting.start_page.card.returned.text() == f"nhận lại: còn {left} chỗ chưa quyết"
    (row,) = store.correspondence.received(draft.id)
    assert sorted(decisions_of(row).values()) == ["refused", "taken"]
    consulting.open_draft(store.draft(draft.id))
    assert f"Còn {left} chỗ chưa quyết" in consulting.banner.label.text()
    click(consulting.banner.act)
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert the_panel(consulting).undecided.text() == f"còn {left} chỗ chưa quyết"


def test_a_merge_that_failed_stops_none_of_the_report_that_was_opened_since(
    qtbot: QtBot, consulting: MainWindow, panel: TakeBackPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = consulting.take_back.beside
    draft = consulting.session.draft
    assert beside is not None
    assert draft is not None
    late, now = Event(), Event()

    def fail(*_: object) -> Merged:
        late.wait(20)
        raise RuntimeError("late")

    def merge_slowly(taken: TakenBack, ours: Report, wish: Wish, before: frozenset[int]) -> Merged:
        now.wait(20)
        return merge(taken, ours, wish, before)

    monkeypatch.setattr("danvan_desktop.gui.takeback.decider.merge", fail)
    panel.taken.emit()
    consulting.leave_report("test")
    consulting.open_draft(draft)
    click(consulting.banner.act)
    qtbot.waitUntil(lambda: beside.shown is not None, timeout=20_000)
    monkeypatch.setattr("danvan_desktop.gui.takeback.decider.merge", merge_slowly)
    panel.taken.emit()
    with qtbot.captureExceptions() as raised:
        late.set()
        qtbot.waitUntil(lambda: bool(raised), timeout=10_000)
    assert beside.is_merging
    now.set()
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    assert "tham mưu tổng hợp, giúp việc" in words(consulting)


def test_a_second_file_merges_over_the_first_and_what_both_say_counts_once(
    qtbot: QtBot, consulting: MainWindow, store: Store, take_back: TakeBack, tmp_path: Path
) -> None:
    first = send_and_get_back(consulting, store, tmp_path, EDITS[:3], "pho.docx")
    second = send_and_get_back(consulting, store, tmp_path, EDITS[1:], "phong.docx")
    panel = take_back(first)
    click(panel.take_all)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    panel = take_back(second)
    assert [panel.files.itemText(row).split(" ")[0] for row in range(panel.files.count())] == [
        "phong.docx",
        "pho.docx",
    ]
    assert panel.undecided.text() == f"còn {len(EDITS) - 3} chỗ chưa quyết"
    click(panel.take_all)
    qtbot.waitUntil(lambda: settled(consulting), timeout=10_000)
    text = words(consulting)
    for word in ("giúp việc", "172 người", "96 người dự", "85%"):
        assert text.count(word) == 1
