"""What was found is listed beside the text, led to, set right and passed over, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.checking.beside import CheckBeside
from danvan_desktop.gui.checking.fix_list import CHANGES
from danvan_desktop.gui.checking.safe_fixes_dialog import SafeFixesDialog
from danvan_desktop.gui.checking.wording import NOTHING_SHOWN
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.find.texts import texts
from danvan_desktop.store.drafts import Store
from tests.gui.checking_scenes import found_words, is_checked, open_beside
from tests.gui.modal import when_modal


def text_of(window: MainWindow) -> str:
    return "\n".join(placed.text for placed in texts(window.workspace.opened.report()))


def focused(window: MainWindow) -> BlockEditor:
    widget = window.focusWidget()
    assert isinstance(widget, BlockEditor)
    return widget


def test_slips_are_listed_by_tab_and_nothing_is_changed(tired: MainWindow, beside: CheckBeside) -> None:
    found = found_words(beside.panel.list.findings())

    assert {"mư", "tiệt"} <= set(found)
    assert "tham mư tổng hợp" in text_of(tired)
    assert not tired.workspace.opened.stack.can_undo
    assert beside.panel.list.hasFocus()


def test_f7_goes_from_one_to_the_next_and_shift_f7_back(tired: MainWindow) -> None:
    tired.workspace.go_to("section:2/4+0")
    QTest.keyClick(tired.focusWidget(), Qt.Key.Key_F7)
    first = focused(tired).textCursor().selectedText()
    QTest.keyClick(tired.focusWidget(), Qt.Key.Key_F7)
    second = focused(tired).textCursor().selectedText()
    QTest.keyClick(tired.focusWidget(), Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)

    assert (first, second) == ("mư", "168  người,")
    assert focused(tired).textCursor().selectedText() == first
    assert open_beside(tired).panel.isVisible()


def test_f6_leads_from_a_finding_in_the_text_to_its_card(tired: MainWindow, beside: CheckBeside) -> None:
    tired.workspace.go_to("section:2/4+0")
    QTest.keyClick(tired.focusWidget(), Qt.Key.Key_F7)
    chosen = beside.panel.list.finding()
    assert chosen is not None
    assert chosen.found == "mư"
    QTest.keyClick(focused(tired), Qt.Key.Key_F6)
    assert beside.panel.list.hasFocus()
    QTest.keyClick(beside.panel.list, Qt.Key.Key_Return)

    assert "tham mưu tổng hợp" in text_of(tired)


def test_f7_begins_anew_behind_the_last_one(tired: MainWindow) -> None:
    tired.workspace.go_to("closing")
    QTest.keyClick(tired.focusWidget(), Qt.Key.Key_F7)

    assert focused(tired).textCursor().selectedText() == "mư"


def test_enter_sets_the_chosen_one_right_and_undo_brings_it_back(
    qtbot: QtBot, tired: MainWindow, beside: CheckBeside
) -> None:
    beside.panel.list.choose(next(each for each in beside.shown() if each.found == "mư"))
    QTest.keyClick(beside.panel.list, Qt.Key.Key_Return)

    assert "tham mưu tổng hợp" in text_of(tired)
    assert "mư" not in found_words(beside.panel.list.findings())
    tired.workspace.opened.stack.undo()
    assert "tham mư tổng hợp" in text_of(tired)
    qtbot.waitUntil(lambda: "mư" in found_words(beside.panel.list.findings()), timeout=20_000)


def test_all_places_of_one_mistake_are_set_right_as_one_step(tired: MainWindow, beside: CheckBeside) -> None:
    slip = next(each for each in beside.shown() if each.found == "tryền")
    beside.panel.list.choose(slip)

    assert beside.panel.fix_all.text() == "Sửa tất cả lỗi này (2)"
    beside.panel.fix_all.click()
    assert "tryền" not in text_of(tired)
    tired.workspace.opened.stack.undo()
    assert text_of(tired).count("tryền") == 2


def test_what_is_passed_over_is_kept_with_the_report_and_can_be_undone(
    tired: MainWindow, beside: CheckBeside, store: Store
) -> None:
    beside.panel.list.choose(next(each for each in beside.shown() if each.found == "tiệt"))
    QTest.keyClick(beside.panel.list, Qt.Key.Key_Delete)

    assert "tiệt" not in found_words(beside.panel.list.findings())
    tired.session.save_everything_now("test")
    draft = tired.session.draft
    assert draft is not None
    assert [each.found for each in store.load(draft.id).attachments.passed_over] == ["tiệt"]
    tired.workspace.opened.stack.undo()
    assert "tiệt" in found_words(beside.panel.list.findings())


def test_a_word_of_the_office_is_no_finding_any_more_and_stays_known(
    qtbot: QtBot, tired: MainWindow, beside: CheckBeside, store: Store
) -> None:
    beside.panel.list.choose(next(each for each in beside.shown() if each.found == "tiệt"))
    QTest.keyClick(beside.panel.list, Qt.Key.Key_Insert)

    qtbot.waitUntil(lambda: is_checked(tired), timeout=20_000)
    assert "tiệt" not in found_words(beside.panel.list.findings())
    assert [office.words for office in store.offices()] == [("tiệt",)]


def test_levels_that_are_hidden_are_told_and_their_choice_is_remembered(beside: CheckBeside) -> None:
    for action in beside.panel.levels.values():
        action.setChecked(False)

    assert beside.panel.list.isHidden()
    assert beside.panel.message.text() == NOTHING_SHOWN
    assert beside._preferences.text("proof_levels") == ""
    beside.panel.levels["misspelt"].trigger()
    assert {finding.level for finding in beside.panel.list.findings()} == {"misspelt"}


def test_what_is_only_doubtful_is_hidden_at_first(beside: CheckBeside) -> None:
    assert "doubtful" not in {finding.level for finding in beside.shown()}
    beside.panel.levels["doubtful"].trigger()
    assert "so" in found_words(beside.panel.list.findings())


def test_findings_are_grouped_by_rule_where_that_is_wanted(beside: CheckBeside) -> None:
    beside.panel.order.setCurrentIndex(1)
    cards = beside.panel.list
    headings = [
        cards.item(row).text() for row in range(cards.count()) if not cards.has_buttons(cards.item(row))
    ]

    assert headings[0].startswith("Chính tả (")
    assert "Nhiều dấu cách liền nhau (2)" in headings


def test_safe_fixes_are_made_together_after_a_preview_as_one_step(
    tired: MainWindow, beside: CheckBeside
) -> None:
    def leave_the_last(dialog: SafeFixesDialog) -> None:
        assert dialog.list.count() == 3
        item = dialog.list.item(0)
        gone, come = item.data(CHANGES)
        assert "168  người" in item.text()
        assert item.text()[gone.start : gone.start + gone.length].count("  ") == 1
        assert item.text()[come.start : come.start + come.length].count(" ") == 1
        shown, tokens = dialog.list.viewport().grab().toImage(), tokens_of(dialog.palette())
        seen = {
            shown.pixelColor(x, y).name()
            for x in range(shown.width())
            for y in range(min(shown.height(), 60))
        }
        assert {tokens.red, tokens.green} <= seen
        dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
        assert dialog.go.text() == "&Sửa 2 chỗ"
        dialog.go.click()

    when_modal(SafeFixesDialog, leave_the_last)
    beside.panel.safe.click()

    assert "168 người" in text_of(tired)
    assert "tuyên truyền, với" in text_of(tired)
    assert "phối hợp  chặt chẽ" in text_of(tired)
    tired.workspace.opened.stack.undo()
    assert "168  người" in text_of(tired)
    assert "tuyên truyền , với" in text_of(tired)


def test_a_preview_that_is_left_changes_nothing(tired: MainWindow, beside: CheckBeside) -> None:
    before = text_of(tired)
    when_modal(SafeFixesDialog, lambda dialog: dialog.reject())
    beside.panel.safe.click()

    assert text_of(tired) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_the_list_leads_to_the_place(tired: MainWindow, beside: CheckBeside, key: Qt.Key) -> None:
    beside.panel.list.choose(next(each for each in beside.shown() if each.found == "mư"))
    QTest.keyClick(beside.panel.list, key)

    if key == Qt.Key.Key_Space:
        assert focused(tired).textCursor().selectedText() == "mư"
    else:
        assert beside.panel.list.hasFocus()
        page = tired.workspace.current_text_page()
        assert page is not None
        assert page.editor.textCursor().selectedText() == "168  người,"


def test_a_finding_is_set_right_where_its_words_have_moved_to(tired: MainWindow, beside: CheckBeside) -> None:
    slip = next(each for each in beside.shown() if each.found == "mư")
    tired.workspace.go_to("section:2/4+0")
    QTest.keyClicks(tired.focusWidget(), "Nay ")
    beside.fix((slip,))

    assert "Nay Văn phòng UBND tỉnh là cơ quan tham mưu tổng hợp" in text_of(tired)
