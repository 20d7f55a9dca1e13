"""Six menus at most; each command stands in one of them, and each letter with Alt means one thing there."""

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu

from danvan_desktop.gui.main_window import MainWindow
from tests.gui.menu_bar import entries
from tests.gui.visible_texts import inside


def every_menu(window: MainWindow) -> Iterator[QMenu]:
    """Give the menus of the bar and those that lie in them."""
    yield from (menu for menu in inside(window.menuBar(), QMenu) if menu.title() and entries(menu))


def in_menus(window: MainWindow) -> list[str]:
    return [action.text() for menu in every_menu(window) for action in entries(menu)]


def test_an_open_report_has_six_menus(opened: MainWindow) -> None:
    shown = [action.text().replace("&", "") for action in opened.menuBar().actions() if action.isVisible()]
    assert shown == ["Tệp", "Sửa", "Chèn", "Báo cáo", "Xem", "Trợ giúp"]


def test_every_command_of_the_editor_stands_in_a_menu_once(opened: MainWindow) -> None:
    actions = opened.workspace.editor_actions
    wanted = [
        *(actions.undo, actions.find, actions.bold, actions.promote, actions.move_up, actions.renumber),
        *actions.kinds,
        *(actions.insert_table, *actions.of_table, actions.insert_file, actions.add_bases),
        *(actions.add_section, actions.delete_section, actions.add_annex, actions.keep_form),
        *(actions.next_open, actions.confirm, actions.edit_note, actions.show_notes, actions.toggle_sheet),
        *(actions.toggle_outline, actions.toggle_preview, actions.next_tab, actions.next_pane),
    ]
    listed = in_menus(opened)
    assert {action.text(): listed.count(action.text()) for action in wanted} == {
        action.text(): 1 for action in wanted
    }


def test_review_and_states_stand_in_the_menu_of_the_report(opened: MainWindow) -> None:
    report = next(menu for menu in every_menu(opened) if menu.title() == "Bá&o cáo")
    listed = [action.text().replace("&", "") for action in entries(report)]
    assert listed[0] == "Chỗ cần rà tiếp theo"
    assert {"Phiếu kiểm tra thể thức", "Tình trạng", "Yêu cầu báo cáo…", "Lịch sử sửa đổi"} <= set(listed)
    known = set(opened.menus.every_action())
    assert {opened.commands.to_signing, opened.workspace.editor_actions.confirm} <= known


def test_the_letters_with_alt_of_each_submenu_differ(opened: MainWindow) -> None:
    for menu in every_menu(opened):
        texts = [action.text() for action in entries(menu) if action.isVisible()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert sorted(letters) == sorted(set(letters)), f"{menu.title()}: {letters}"
