"""One export, two readers: what both propose is decided once, wherever it was decided, and undone in both."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.takeback.panel import TakeBackPanel
from danvan_desktop.report.full_text import all_text
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.takeback.received_rows import decisions_of
from tests.builders.edited_word_file import replaced, tracked, with_paragraph
from tests.builders.exported_files import paragraph
from tests.gui.takeback_scenes import (
    choose_row,
    listed,
    send_and_get_back,
    settled,
    the_panel,
    with_body,
)

TakeBack = Callable[[Path], TakeBackPanel]

SHARED = replaced("Tính đến ngày", "168 người", "172 người")
FIRST = (
    tracked("Văn phòng UBND tỉnh là", "tham mưu tổng hợp", "tham mưu tổng hợp, giúp việc"),
    SHARED,
    replaced("+ Hồ sơ nộp trực tuyến", "82%", "85%"),
)
SECOND = (
    SHARED,
    with_paragraph("Văn phòng tổ chức 12", "Hội nghị chuyên đề quý IV có 96 người dự, đạt 98,9%."),
)
FROM_FIRST, FROM_SECOND = "pho.docx", "phong.docx"


@pytest.fixture
def first(consulting: MainWindow, store: Store, tmp_path: Path) -> Path:
    """Return the file of the first reader."""
    return send_and_get_back(consulting, store, tmp_path, FIRST, FROM_FIRST)


@pytest.fixture
def second(consulting: MainWindow, store: Store, tmp_path: Path, first: Path) -> Path:
    """Return the file of the second reader, made of the same export."""
    assert first.exists()
    return send_and_get_back(consulting, store, tmp_path, SECOND, FROM_SECOND)


def words(window: MainWindow) -> str:
    return all_text(window.workspace.opened.report())


def click(qtbot: QtBot, window: MainWindow, button: QAbstractButton) -> None:
    """Click, and let what it began come to its end."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)


def show_file(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Choose a file in the panel's list of files with the keyboard."""
    files = the_panel(window).files
    (row,) = [row for row in range(files.count()) if files.itemText(row).startswith(f"{name} ")]
    key = Qt.Key.Key_Down if row > files.currentIndex() else Qt.Key.Key_Up
    files.setFocus()
    while files.currentIndex() != row:
        QTest.keyClick(files, key)
    beside = window.take_back.beside
    assert beside is not None
    qtbot.waitUntil(
        lambda: settled(window) and beside.shown is not None and beside.shown.name == name, timeout=20_000
    )


def left(panel: TakeBackPanel) -> str:
    return panel.undecided.text()


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.editor_actions.undo.trigger()
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)


def open_in_store(window: MainWindow, store: Store) -> int | None:
    """How many changes the list of reports says are open."""
    draft = window.session.draft
    assert draft is not None
    assert window.session.save_everything_now("test")
    return store.draft(draft.id).undecided


def test_what_was_taken_of_the_first_is_there_in_the_second_with_who_proposed_it(
    qtbot: QtBot, consulting: MainWindow, take_back: TakeBack, first: Path, second: Path
) -> None:
    panel = take_back(first)
    choose_row(panel, "172")
    click(qtbot, consulting, panel.take)
    panel = take_back(second)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    assert not any("172" in said for said in listed(panel))
    panel.open_only.setChecked(False)
    choose_row(panel, "172")
    said = panel.list.currentItem().text()
    assert f"✓ Đã nhận (tệp {FROM_FIRST})" in said
    assert "không theo dõi" in said
    panel.open_only.setChecked(True)
    click(qtbot, consulting, panel.take_all)
    text = words(consulting)
    assert text.count("172 người") == 1
    assert text.count("96 người dự") == 1
    assert "giúp việc" not in text, "that was not decided yet"
    show_file(qtbot, consulting, FROM_FIRST)
    assert left(panel) == "còn 2 chỗ chưa quyết"
    assert any("Trần Thị B, 28/11/2025 10:32" in said for said in listed(panel))


def test_what_was_refused_of_the_first_is_not_asked_again_and_can_still_be_taken(
    qtbot: QtBot, consulting: MainWindow, take_back: TakeBack, first: Path, second: Path
) -> None:
    panel = take_back(first)
    choose_row(panel, "172")
    click(qtbot, consulting, panel.refuse)
    panel = take_back(second)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    panel.open_only.setChecked(False)
    choose_row(panel, "172")
    assert f"✕ Không nhận (tệp {FROM_FIRST})" in panel.list.currentItem().text()
    click(qtbot, consulting, panel.take)
    assert words(consulting).count("172 người") == 1
    choose_row(panel, "172")
    assert "✓ Đã nhận" in panel.list.currentItem().text()
    undo(qtbot, consulting)
    assert "168 người" in words(consulting)
    choose_row(panel, "172")
    assert f"✕ Không nhận (tệp {FROM_FIRST})" in panel.list.currentItem().text()


def test_undo_of_a_decision_on_the_first_opens_it_in_both(
    qtbot: QtBot, consulting: MainWindow, store: Store, take_back: TakeBack, first: Path, second: Path
) -> None:
    panel = take_back(first)
    choose_row(panel, "172")
    click(qtbot, consulting, panel.take)
    take_back(second)
    assert open_in_store(consulting, store) == 3
    undo(qtbot, consulting)
    assert "168 người" in words(consulting)
    assert left(panel) == "còn 2 chỗ chưa quyết"
    assert any("172" in said for said in listed(panel))
    assert open_in_store(consulting, store) == 4, "what both propose counts once"
    show_file(qtbot, consulting, FROM_FIRST)
    assert left(panel) == "còn 3 chỗ chưa quyết"
    consulting.workspace.editor_actions.redo.trigger()
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert left(panel) == "còn 2 chỗ chưa quyết"
    assert open_in_store(consulting, store) == 3


def test_what_both_propose_may_be_decided_of_the_second_and_is_decided_of_the_first(
    qtbot: QtBot, consulting: MainWindow, store: Store, take_back: TakeBack, first: Path, second: Path
) -> None:
    take_back(first)
    panel = take_back(second)
    assert open_in_store(consulting, store) == 4
    click(qtbot, consulting, panel.take_all)
    assert open_in_store(consulting, store) == 2
    show_file(qtbot, consulting, FROM_FIRST)
    assert left(panel) == "còn 2 chỗ chưa quyết"
    click(qtbot, consulting, panel.take_all)
    text = words(consulting)
    for word in ("giúp việc", "172 người", "96 người dự", "85%"):
        assert text.count(word) == 1
    assert open_in_store(consulting, store) == 0


def test_from_file_to_file_and_over_closing_all_decisions_stay(
    qtbot: QtBot, consulting: MainWindow, store: Store, take_back: TakeBack, first: Path, second: Path
) -> None:
    panel = take_back(first)
    choose_row(panel, "172")
    click(qtbot, consulting, panel.refuse)
    choose_row(panel, "giúp việc")
    click(qtbot, consulting, panel.take)
    take_back(second)
    show_file(qtbot, consulting, FROM_FIRST)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    show_file(qtbot, consulting, FROM_SECOND)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    draft = consulting.session.draft
    assert draft is not None
    consulting.leave_report("test")
    assert consulting.start_page.card.returned.text() == "nhận lại: còn 2 chỗ chưa quyết"
    later, earlier = store.correspondence.received(draft.id)
    assert decisions_of(later) == {}
    assert sorted(decisions_of(earlier).values()) == ["refused", "taken"]
    consulting.open_draft(store.draft(draft.id))
    consulting.commands.returned.trigger()
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert panel.files.currentText().startswith(FROM_SECOND)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    panel.open_only.setChecked(False)
    choose_row(panel, "172")
    assert f"✕ Không nhận (tệp {FROM_FIRST})" in panel.list.currentItem().text()
    show_file(qtbot, consulting, FROM_FIRST)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    choose_row(panel, "giúp việc")
    said = panel.list.currentItem().text()
    assert "✓ Đã nhận" in said
    assert "Trần Thị B, 28/11/2025 10:32" in said


def test_of_the_same_paragraph_at_two_places_the_one_not_taken_stays_open(
    qtbot: QtBot, consulting: MainWindow, store: Store, take_back: TakeBack, tmp_path: Path
) -> None:
    text = "Việc này do Văn phòng làm đầu mối."
    edits = tuple(with_paragraph(start, text) for start in ("Văn phòng UBND tỉnh là", "Trên cơ sở đó"))
    opened = consulting.workspace.opened
    sent = opened.report()
    panel = take_back(send_and_get_back(consulting, store, tmp_path, edits, FROM_FIRST))
    assert left(panel) == "còn 2 chỗ chưa quyết"
    click(qtbot, consulting, panel.take)
    opened.restore(with_body(sent, 23, text))  # it was cut there and pasted elsewhere
    panel.files.activated.emit(panel.files.currentIndex())
    qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    row = panel.list.change_row()
    assert row is not None
    assert row.first.after == 16
    click(qtbot, consulting, panel.take)
    assert words(consulting).count(text) == 2


def test_the_same_words_at_two_places_of_a_paragraph_are_two_proposals(
    qtbot: QtBot, consulting: MainWindow, store: Store, take_back: TakeBack, tmp_path: Path
) -> None:
    def add_after(place: int) -> Callable[[WordFile], None]:
        def edit(file: WordFile) -> None:
            found = paragraph(file, "Ngay từ đầu năm")
            parts = found.text.split(", ")
            found.runs[0].text = ", ".join(parts[:place]) + " luôn luôn, " + ", ".join(parts[place:])
            for run in found.runs[1:]:
                run.text = ""

        return edit

    one = send_and_get_back(consulting, store, tmp_path, (add_after(1),), FROM_FIRST)
    other = send_and_get_back(consulting, store, tmp_path, (add_after(2),), FROM_SECOND)
    panel = take_back(one)
    click(qtbot, consulting, panel.refuse)
    panel = take_back(other)
    assert left(panel) == "còn 1 chỗ chưa quyết"
    click(qtbot, consulting, panel.take)
    assert words(consulting).count("luôn luôn") == 1


def test_the_next_round_waits_for_the_other_file_and_a_button_leads_there(
    qtbot: QtBot, consulting: MainWindow, take_back: TakeBack, first: Path, second: Path
) -> None:
    take_back(first)
    panel = take_back(second)
    click(qtbot, consulting, panel.take_all)
    assert left(panel) == ""
    assert not panel.next_round.isVisible()
    assert panel.next_file.text() == "Xem 2 chỗ chưa quyết của tệp khác"
    click(qtbot, consulting, panel.next_file)
    qtbot.waitUntil(lambda: left(panel) == "còn 2 chỗ chưa quyết", timeout=20_000)
    assert panel.files.currentText().startswith(FROM_FIRST)
    assert not panel.next_file.isVisible()
    click(qtbot, consulting, panel.take_all)
    assert panel.next_round.isVisible()
    assert not panel.next_file.isVisible()


def test_what_is_undecided_is_shown_though_a_file_without_any_is_seen(
    qtbot: QtBot, consulting: MainWindow, take_back: TakeBack, first: Path, second: Path
) -> None:
    take_back(first)
    panel = take_back(second)
    click(qtbot, consulting, panel.take_all)
    draft = consulting.session.draft
    assert draft is not None
    consulting.leave_report("test")
    consulting.open_draft(draft)
    assert consulting.banner.label.text() == "Còn 2 chỗ chưa quyết trong tệp Word nhận lại."
    assert consulting.banner.isVisible()
    panel = take_back(second)
    assert left(panel) == ""
    assert not consulting.banner.isVisible(), "the panel tells it, with a number that is right"
    consulting.take_back.show_undecided()
    qtbot.waitUntil(lambda: left(panel) == "còn 2 chỗ chưa quyết", timeout=20_000)
    assert panel.files.currentText().startswith(FROM_FIRST)
    assert not consulting.banner.isVisible()


def test_the_list_has_the_keyboard_when_all_were_taken(
    qtbot: QtBot, consulting: MainWindow, take_back: TakeBack, first: Path
) -> None:
    panel = take_back(first)
    panel.open_only.setChecked(False)
    panel.take_all.setFocus()
    click(qtbot, consulting, panel.take_all)
    assert left(panel) == ""
    assert panel.list.hasFocus()
