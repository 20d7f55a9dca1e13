"""Ctrl+H as a person does it: one and all, one step of undo over all tabs, marks never unasked."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.document.formats import read_paragraph
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.find import find_all
from danvan_desktop.report.find.matcher import Query
from danvan_desktop.report.find.replace import crossing_marks, replaced
from danvan_desktop.report.find.texts import TextPlace, texts
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Paragraph, Report, Run, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.walk import every_id
from tests.builders import samples
from tests.builders.strategies import reports
from tests.builders.window import OpenWorkspace, dispose, make_workspace
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.workspace.find.driven import bar_of, click, find, press, selected

OPENING, SECOND = 1, 3


def ask(qtbot: QtBot, workspace: Workspace, words: str, new: str) -> None:
    """Ctrl+H, what to look for, and what to put in its place."""
    bar = find(qtbot, workspace, words, replacing=True)
    press(workspace, Qt.Key.Key_Tab)
    assert bar.replacement.hasFocus()
    bar.replacement.clear()
    type_text(bar.replacement, new)


def with_opening(*texts: str) -> Report:
    blocks = tuple(samples.paragraph(33 + 60 * number, text) for number, text in enumerate(texts))
    return replace(samples.report(), opening=blocks)


def opening(workspace: Workspace) -> list[str]:
    blocks = workspace.opened.report().opening
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_nothing_that_lies_between_the_hits_is_read_again(
    qtbot: QtBot, open_workspace: OpenWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(with_opening("Mô hình một.", "Đoạn giữa.", "Đoạn giữa nữa.", "Mô hình hai."))
    was_read: list[str] = []

    def read_and_note(block: QTextBlock) -> Paragraph:
        was_read.append(block.text())
        return read_paragraph(block)

    ask(qtbot, workspace, "Mô hình", "Điển hình")
    monkeypatch.setattr("danvan_desktop.gui.editor.document.read.read_paragraph", read_and_note)
    click(bar_of(workspace).replace_all)
    after = ["Điển hình một.", "Đoạn giữa.", "Đoạn giữa nữa.", "Điển hình hai."]
    assert opening(workspace) == after
    assert {each for each in was_read if "giữa" in each} == set()
    workspace.opened.stack.undo()
    assert opening(workspace) == ["Mô hình một.", "Đoạn giữa.", "Đoạn giữa nữa.", "Mô hình hai."]
    workspace.opened.stack.redo()
    assert opening(workspace) == after
    assert {each for each in was_read if "giữa" in each} == set()


def test_all_are_replaced_in_every_tab_as_one_step(qtbot: QtBot, workspace: Workspace) -> None:
    before = workspace.opened.report()
    ask(qtbot, workspace, "Mô hình", "Điển hình")
    bar = bar_of(workspace)
    assert bar.exact.isChecked()
    click(bar.exact)
    qtbot.waitUntil(lambda: "2" in bar.counter.text())
    click(bar.replace_all)
    assert bar.message.text() == "Đã thay 2 chỗ."
    expected = replaced(before, find_all(before, Query("mo hinh")), "Điển hình")
    assert workspace.opened.report() == expected
    assert expected != before
    assert bar.counter.text() == "Không thấy"
    click(bar.undo)
    assert workspace.opened.report() == before
    assert not workspace.opened.stack.can_undo
    assert not bar.undo.isVisible()
    workspace.opened.stack.redo()
    assert workspace.opened.report() == expected


def test_one_after_the_other_and_what_was_put_is_not_replaced_again(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    workspace = open_workspace(with_opening("xã A, xã B", "xã C"))
    workspace.tab_strip.setCurrentIndex(OPENING)
    ask(qtbot, workspace, "xã", "phường xã")
    bar = bar_of(workspace)
    assert bar.counter.text() == "1/3"
    press(workspace, Qt.Key.Key_Return)
    assert opening(workspace) == ["phường xã A, xã B", "xã C"]
    assert bar.counter.text() == "2/3"
    click(bar.replace)
    assert opening(workspace) == ["phường xã A, phường xã B", "xã C"]
    click(bar.next)
    assert selected(workspace) == "xã"
    assert bar.counter.text() == "1/3"
    workspace.opened.stack.undo()
    assert opening(workspace) == ["phường xã A, xã B", "xã C"]


def test_bold_and_ids_stay(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    runs = (Run("Công tác "), Run("dân vận", bold=True), Run(" khéo", italic=True))
    block = replace(samples.paragraph(33, ""), runs=runs)
    workspace = open_workspace(replace(samples.report(), opening=(block,)))
    ask(qtbot, workspace, "dân vận", "đoàn thể")
    click(bar_of(workspace).replace_all)
    changed = (Run("Công tác "), Run("đoàn thể", bold=True), Run(" khéo", italic=True))
    assert workspace.opened.report().opening == (replace(block, runs=changed),)


def test_hits_in_fields_are_left_and_told(qtbot: QtBot, workspace: Workspace) -> None:
    ask(qtbot, workspace, "Văn phòng", "Ban")
    bar = bar_of(workspace)
    click(bar.exact)
    qtbot.waitUntil(lambda: bar.counter.text() == "4 chỗ" or bar.counter.text().endswith("/4"))
    click(bar.replace_all)
    assert bar.message.text() == "Đã thay 1 chỗ. Còn 3 chỗ ở các ô thông tin: hãy sửa ngay tại ô."
    assert workspace.opened.report().letterhead.agency == "VĂN PHÒNG"
    assert not bar.replace.isEnabled()
    assert bar.next.isEnabled()


def test_one_after_the_other_a_field_is_passed_over(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.tab_strip.setCurrentIndex(0)
    ask(qtbot, workspace, "Văn phòng", "Ban")
    bar = bar_of(workspace)
    click(bar.exact)
    qtbot.waitUntil(lambda: bar.counter.text() == "1/4")
    click(bar.replace)
    assert bar.message.text() == "Chỗ vừa qua ở ô thông tin: hãy sửa ngay tại ô."
    assert (bar.counter.text(), selected(workspace)) == ("2/4", "Văn phòng")
    click(bar.replace)
    assert opening(workspace) == ["Thực hiện công văn, Ban báo cáo như sau:"]
    assert workspace.opened.report().letterhead.agency == "VĂN PHÒNG"
    assert bar.counter.text() == "2/3"
    assert not bar.replace.isEnabled()  # the rest is in fields


def test_an_empty_replacement_deletes(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(with_opening("rất rất tốt", "rất"))
    ask(qtbot, workspace, "rất ", "")
    click(bar_of(workspace).replace_all)
    assert opening(workspace) == ["tốt", "rất"]


def last_year() -> Report:
    old = replace(
        with_opening("Năm 2026 có 15 mô hình, năm 2026 khá", "mô hình mới"), annexes=(), sections=()
    )
    return renumber(next_year(old, 2027, datetime(2027, 11, 20, tzinfo=UTC), "r2"))


def answer(words: str) -> None:
    """Answer the question about marks with the button of these words."""

    def choose(box: QMessageBox) -> None:
        button = next(each for each in box.buttons() if words in each.text().replace("&", ""))
        click(button)

    when_modal(QMessageBox, choose)


def marks(workspace: Workspace) -> int:
    (editor,) = [editor for tab, editor in workspace.opened.pages.editors() if tab == "opening"]
    editor.review_marks.is_stale = True
    editor.review_marks.refresh()
    return editor.review_marks.unchecked


def test_marks_to_be_reviewed_are_asked_about(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(last_year())
    before, open_before = opening(workspace), marks(workspace)
    assert open_before
    assert "15" in before[0]
    ask(qtbot, workspace, "15", "16")
    bar = bar_of(workspace)
    answer("Thôi")
    click(bar.replace_all)
    assert opening(workspace) == before
    answer("Thay cả 1 chỗ")
    click(bar.replace_all)
    assert opening(workspace)[0] == before[0].replace("15", "16")
    assert marks(workspace) == open_before - 1


def test_paragraphs_that_count_as_edited_from_now_on_are_told(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    workspace = open_workspace(last_year())
    ask(qtbot, workspace, "mô hình", "điển hình")
    click(bar_of(workspace).replace_all)
    assert bar_of(workspace).message.text() == "Đã thay 2 chỗ. 2 đoạn chưa sửa nay tính là đã sửa."


def test_marked_hits_can_be_left_out(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace(replace(last_year(), closing=(samples.paragraph(99, "15 hộ"),)))
    before = opening(workspace)
    ask(qtbot, workspace, "15", "16")
    answer("Chừa 1 chỗ ấy")
    click(bar_of(workspace).replace_all)
    assert opening(workspace) == before
    (closing,) = workspace.opened.report().closing
    assert isinstance(closing, Paragraph)
    assert plain(closing.runs) == "16 hộ"
    assert bar_of(workspace).message.text().startswith("Đã thay 1 chỗ.")


def test_a_marked_hit_is_replaced_when_asked_a_second_time(
    qtbot: QtBot, open_workspace: OpenWorkspace
) -> None:
    workspace = open_workspace(last_year())
    workspace.tab_strip.setCurrentIndex(OPENING)
    before = opening(workspace)
    ask(qtbot, workspace, "15", "16")
    bar = bar_of(workspace)
    click(bar.replace)
    assert bar.message.text() == "Chỗ này chưa rà (tô vàng). Bấm “Thay” lần nữa để thay."
    assert opening(workspace) == before
    click(bar.replace)
    assert opening(workspace)[0] == before[0].replace("15", "16")


def test_nothing_is_replaced_in_what_may_only_be_read(qtbot: QtBot, workspace: Workspace) -> None:
    ask(qtbot, workspace, "Mô hình", "x")
    bar = bar_of(workspace)
    workspace.opened.set_read_only(True)
    assert not bar.is_replacing
    assert not workspace.editor_actions.replace.isEnabled()
    click(bar.next)
    assert bar.counter.text().startswith("1")


def test_find_again_hides_what_replaces(qtbot: QtBot, workspace: Workspace) -> None:
    ask(qtbot, workspace, "mô hình", "x")
    find(qtbot, workspace, "mô hình")
    bar = bar_of(workspace)
    assert not bar.replacement.isVisible()
    assert not bar.replace_all.isVisible()


def test_the_keyboard_goes_from_words_to_replacement(qtbot: QtBot, workspace: Workspace) -> None:
    bar = find(qtbot, workspace, "mô hình", replacing=True)
    press(workspace, Qt.Key.Key_Tab)
    assert bar.replacement.hasFocus()


@settings(max_examples=15, phases=[Phase.generate])
@given(report=reports(), wanted=st.sampled_from(("a", "van", "số", "2021")), new=st.sampled_from(("", "xy")))
def test_the_window_replaces_what_the_report_would(
    qtbot: QtBot, tmp_path: Path, report: Report, wanted: str, new: str
) -> None:
    """In any report: what is written into the texts is what the pure function makes of it."""
    workspace = make_workspace(report, tmp_path)
    workspace.show()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    before = workspace.opened.report()
    bar = find(qtbot, workspace, wanted, replacing=True)
    bar.replacement.clear()
    type_text(bar.replacement, new)
    bar.exact.setChecked(False)
    hits = [hit for hit in find_all(before, Query(wanted)) if hit.place.is_text]
    if crossing_marks(before, hits, new):
        answer("Thay cả")
    bar.replace_all_wanted.emit()
    after = workspace.opened.report()
    assert told(after) == told(replaced(before, hits, new))
    assert list(every_id(after)) == list(every_id(before))
    if hits:
        workspace.opened.stack.undo()
    assert told(workspace.opened.report()) == told(before)
    dispose(workspace)


def told(report: Report) -> dict[TextPlace, str]:
    """Every text that is not blank, with its place."""
    return {text.place: text.text for text in texts(report) if text.text.strip()}
