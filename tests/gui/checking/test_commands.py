"""Commands of "Soát lỗi": the menu on a marked word, the lines below words, the office's words, the list."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.checking.beside import CheckBeside
from danvan_desktop.gui.checking.commands import message_entry
from danvan_desktop.gui.checking.content_checker import CheckedReport
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.offices_dialog import OfficesDialog
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.gui.checking_scenes import found_words, is_checked, menu_on_word, open_beside, with_slips
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal


def menu_on(window: MainWindow, words: str) -> list[QAction]:
    """Give what stands in the menu on ``words`` above what every text has."""
    entries = [action for action in menu_on_word(window, words).actions() if action.text()]
    return entries[: [action.text() for action in entries].index(window.workspace.editor_actions.undo.text())]


def entry(entries: Sequence[QAction], text: str) -> QAction:
    return next(action for action in entries if action.text().startswith(text))


def shown_editor(window: MainWindow) -> BlockEditor:
    page = window.workspace.current_text_page()
    assert page is not None
    return page.editor


def test_the_menu_on_a_marked_word_offers_its_fix_first(tired: MainWindow) -> None:
    tired.workspace.go_to("section:2/4+0")
    entries = menu_on(tired, "mư tổng")

    assert [action.text() for action in entries] == [
        "Sửa thành “mưu”",
        "Bỏ qua ở văn bản này",
        "Thêm vào từ ngữ của cơ quan",
    ]
    assert entries[0].font().bold()
    entries[0].trigger()
    assert "tham mưu tổng hợp" in shown_editor(tired).toPlainText()


def test_the_menu_elsewhere_is_as_it_was(tired: MainWindow) -> None:
    tired.workspace.go_to("section:2/4+0")

    assert menu_on(tired, "phục vụ công tác") == []


def test_the_menu_sets_all_places_of_one_mistake_right(tired: MainWindow) -> None:
    tired.workspace.go_to("section:35/39+0")
    entry(menu_on(tired, "tryền"), "Sửa tất cả lỗi này (2 chỗ)").trigger()

    report = tired.workspace.opened.report()
    assert not any("tryền" in text for text in _texts(report))


def test_a_message_in_the_menu_takes_as_many_lines_as_it_needs(tired: MainWindow) -> None:
    tired.workspace.go_to("section:2/4+0")
    menu = menu_on_word(tired, "mư tổng")
    plain = menu.sizeHint().width()
    said = message_entry(
        "Từ ngày 01/7/2025 không còn “cấp huyện” mà là xã, phường, đặc khu & như vậy. " * 3, menu
    )
    menu.addAction(said)
    label = said.defaultWidget()

    assert said.text().count("&&") == 3
    assert menu.sizeHint().width() < plain + label.width()
    assert label.height() >= 5 * label.fontMetrics().lineSpacing()


def test_the_menu_passes_over(tired: MainWindow) -> None:
    tired.workspace.go_to("section:2/4+0")
    entry(menu_on(tired, "mư tổng"), "Bỏ qua").trigger()

    assert "mư" not in found_words(tired.checking.findings.open_ones())
    assert menu_on(tired, "mư tổng") == []


def test_lines_below_words_can_be_switched_off_and_stay_so(tired: MainWindow) -> None:
    tired.workspace.go_to("section:2/4+0")
    assert shown_editor(tired).finding_marks is not None
    tired.workspace.editor_actions.toggle_marks.trigger()

    assert shown_editor(tired).finding_marks is None
    assert tired.checking._preferences.flag("proof_marks", default=True) is False


def test_typing_makes_new_slips_found_after_a_rest(qtbot: QtBot, tired: MainWindow) -> None:
    tired.workspace.go_to("section:2/7+0")
    type_text(shown_editor(tired), "cơ quan tham mư tổng hợp, ")

    qtbot.waitUntil(lambda: is_checked(tired), timeout=20_000)
    assert found_words(tired.checking.findings.open_ones()).count("mư") == 2


def test_the_list_of_reports_says_how_much_looks_wrong(
    qtbot: QtBot, tired: MainWindow, store: Store, beside: CheckBeside
) -> None:
    draft = tired.session.draft
    assert draft is not None
    qtbot.waitUntil(lambda: store.draft(draft.id).suspected == 5, timeout=5_000)
    beside.panel.list.choose(next(each for each in beside.shown() if each.found == "mư"))
    QTest.keyClick(beside.panel.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.draft(draft.id).suspected == 4, timeout=5_000)


def test_the_list_is_told_once_of_each_answer(
    qtbot: QtBot, tired: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not tired.jobs.busy, timeout=5_000)
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(
        store, "note_checked", lambda _, suspected, unanswered: told.append((suspected, unanswered))
    )
    findings = tired.checking.findings
    few = findings.grave()[:1]
    findings.checker.checked.emit(CheckedReport(tired.workspace.opened.report(), few, 2, 0.0))

    qtbot.waitUntil(lambda: not tired.jobs.busy, timeout=5_000)
    assert told == [(1, 2)]


def test_words_of_the_office_are_shown_and_deleted_from_the_panel(
    qtbot: QtBot, tired: MainWindow, beside: CheckBeside, store: Store
) -> None:
    tired.checking.know("mư")
    qtbot.waitUntil(lambda: is_checked(tired), timeout=20_000)
    assert "mư" not in found_words(beside.shown())

    def delete_it(dialog: OfficesDialog) -> None:
        words = dialog.content.form.words
        assert words.isVisible()
        words.words.setCurrentRow(0)
        QTest.keyClick(words.words, Qt.Key.Key_Delete)
        dialog.go.click()

    when_modal(OfficesDialog, delete_it)
    beside.panel.office.click()
    qtbot.waitUntil(lambda: is_checked(tired), timeout=20_000)
    assert store.offices()[0].words == ()
    assert "mư" in found_words(beside.shown())


def test_a_rule_that_the_office_switches_off_finds_nothing_there(
    qtbot: QtBot, tired: MainWindow, beside: CheckBeside
) -> None:
    def switch_off(dialog: OfficesDialog) -> None:
        rules = dialog.content.form.words.rules
        (item,) = rules.findItems("Nhiều dấu cách liền nhau", Qt.MatchFlag.MatchExactly)
        item.setCheckState(Qt.CheckState.Unchecked)
        dialog.go.click()

    when_modal(OfficesDialog, switch_off)
    beside.panel.office.click()
    qtbot.waitUntil(lambda: is_checked(tired), timeout=20_000)
    assert "spaces-doubled" not in {each.rule for each in beside.shown()}


def test_another_report_is_checked_for_itself(
    qtbot: QtBot, tired: MainWindow, store: Store, sample: Report
) -> None:
    tired.open_draft(store.create(sample))
    assert tired.checking.findings.open_ones() == ()
    qtbot.waitUntil(lambda: is_checked(tired), timeout=20_000)
    assert "mư" not in found_words(tired.checking.findings.open_ones())


def test_an_issued_report_is_not_checked(window: MainWindow, store: Store, sample: Report) -> None:
    window.open_draft(store.create(replace(with_slips(sample), state="issued")))
    window.workspace.editor_actions.toggle_check.trigger()

    assert "chỉ để đọc" in open_beside(window).panel.message.text()
    assert window.checking.findings.checker.pid is None


def _texts(report: Report) -> list[str]:
    return [placed.text for placed in texts(report)]


def test_what_looks_wrong_is_named_before_the_signing_copy_and_blocks_nothing(tired: MainWindow) -> None:
    def look(dialog: ExportDialog) -> None:
        rows = dialog.open_list.list
        told = [rows.item(row).text() for row in range(rows.count())]
        assert "5 chỗ nghi sai" in dialog.open_list.title.text()
        assert sum("Nghi sai chính tả" in text for text in told) == 5
        assert dialog.go.isEnabled()
        rows.setCurrentRow(next(row for row, text in enumerate(told) if "“mư”" in text))
        dialog.open_list.go.click()

    when_modal(ExportDialog, look)
    tired.report_commands.export("signing")
    assert shown_editor(tired).textCursor().selectedText() == "mư"
