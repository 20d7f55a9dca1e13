"""The workspace: tabs, forms, one undo history, navigation, sections and annexes added and removed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.actions import Menu
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.importers import read
from danvan_desktop.report.full_text import count_words, words
from danvan_desktop.report.model import (
    Annex,
    Filing,
    Letterhead,
    Paragraph,
    Part,
    PartialDate,
    Period,
    Report,
    Run,
    Section,
    Signature,
    plain,
)
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.strategies import reports
from tests.builders.window import OpenWorkspace, dispose, make_workspace
from tests.gui.keyboard import compose, type_text
from tests.gui.visible_texts import inside

GENERAL, OPENING, FIRST, SECOND, CLOSING, SIGNATURE, ANNEXES = 0, 1, 2, 3, 6, 7, 8


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


def pages(workspace: Workspace):  # type: ignore[no-untyped-def]  # noqa: ANN201 - the pages, None ruled out
    return workspace.opened.pages


def go_to_tab(workspace: Workspace, index: int) -> None:
    rect = workspace.tab_strip.tabRect(index)
    QTest.mouseClick(workspace.tab_strip, Qt.MouseButton.LeftButton, pos=rect.center())


def changed(workspace: Workspace, **fields: object) -> bool:
    """Whether the report is the opened one with just these fields changed."""
    report = workspace.opened.report()
    return report == replace(samples.report(), next_id=report.next_id, **fields)  # type: ignore[arg-type]


# ---------------------------------------------------------------------- whole reports


@settings(max_examples=20)
@given(report=reports())
def test_an_untouched_report_comes_back_equal(qtbot: QtBot, tmp_path: Path, report: Report) -> None:
    made = make_workspace(report, tmp_path)
    assert made.opened.report() == renumber(report)
    assert not made.opened.stack.can_undo
    dispose(made)


def test_opening_tells_of_no_change(qtbot: QtBot, workspace: Workspace) -> None:
    with qtbot.assertNotEmitted(workspace.opened.edited, wait=400):
        workspace.opened.replace(samples.report())


def test_another_report_takes_the_place_of_the_first(workspace: Workspace) -> None:
    type_text(pages(workspace).opening.editor, "x")
    other = replace(samples.report(), id="r2", subject="Báo cáo khác", sections=())
    workspace.opened.replace(other)
    assert workspace.opened.report() == renumber(other)
    assert not workspace.opened.stack.can_undo
    assert workspace.tab_strip.count() == 5


def test_unchanged_blocks_are_the_same_objects(workspace: Workspace) -> None:
    before = workspace.opened.report()
    type_text(pages(workspace).sections[1].editor, "x")
    after = workspace.opened.report()
    assert after.sections[1].blocks[0] != before.sections[1].blocks[0]
    same = [
        new is old
        for new, old in zip(after.sections[1].blocks[1:], before.sections[1].blocks[1:], strict=True)
    ]
    assert all(same)


# ---------------------------------------------------------------------- tabs


def test_nine_tabs_stand_in_one_row_and_none_is_shortened(workspace: Workspace) -> None:
    strip = workspace.tab_strip
    names = [strip.tabText(index) for index in range(strip.count())]
    assert names == [
        "Thông tin chung",
        "Mở đầu",
        "I. Tình hình",
        "II. Triển khai thực hiện",
        "III. Đánh giá",
        "IV. Nhiệm vụ năm 2027",
        "Kết thúc",
        "Nơi nhận và ký",
        "Phụ lục",
    ]
    assert strip.tabRect(8).right() < 1366
    assert len({strip.tabRect(index).top() for index in range(9)}) <= 2, "the chosen one may stand higher"
    for index, name in enumerate(names):
        assert strip.fontMetrics().horizontalAdvance(name) < strip.tabRect(index).width()
    assert not [button for button in inside(strip, QAbstractButton) if button.isVisible()], "no arrows"


def test_fourteen_tabs_still_stand_in_one_row(workspace: Workspace) -> None:
    sections = tuple(Section(50 + n, title=(Run(f"MỤC THỨ {n} CÓ TÊN DÀI HƠN"),)) for n in range(9))
    workspace.opened.replace(replace(samples.report(), sections=sections))
    QApplication.processEvents()
    assert workspace.tab_strip.count() == 14
    assert workspace.tab_strip.tabRect(13).right() <= 1366


def test_a_click_on_a_tab_shows_its_page_and_commits_what_is_composed(workspace: Workspace) -> None:
    go_to_tab(workspace, FIRST)
    assert workspace.current_page() is pages(workspace).sections[0]
    assert workspace.place().startswith("section:1")


def test_keys_go_from_tab_to_tab(workspace: Workspace) -> None:
    actions = workspace.editor_actions
    actions.next_tab.trigger()
    assert workspace.tab_strip.currentIndex() == 1
    actions.previous_tab.trigger()
    actions.previous_tab.trigger()
    assert workspace.tab_strip.currentIndex() == 8


def test_f6_goes_round_the_panes(workspace: Workspace) -> None:
    go_to_tab(workspace, FIRST)
    editor = pages(workspace).sections[0].editor
    editor.setFocus()
    seen = []
    for _ in range(4):
        workspace.editor_actions.next_pane.trigger()
        seen.append(QApplication.focusWidget())
    assert seen == [workspace.outline, workspace.tab_strip, workspace.tool_bar.kinds, editor]


def test_the_name_on_a_tab_follows_its_heading(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.editor_actions.add_section.trigger()
    title = pages(workspace).sections[-1].title
    type_text(title, "KIẾN NGHỊ")
    index = workspace.tab_strip.currentIndex()
    qtbot.waitUntil(lambda: workspace.tab_strip.tabText(index) == "V. Kiến nghị")


def test_return_in_a_heading_goes_on_to_the_text(workspace: Workspace) -> None:
    go_to_tab(workspace, FIRST)
    page = pages(workspace).sections[0]
    page.title.setFocus()
    QTest.keyClick(page.title, Qt.Key.Key_Return)
    assert page.editor.hasFocus()
    assert plain(page.title.runs()) == "ĐẶC ĐIỂM TÌNH HÌNH"


# ---------------------------------------------------------------------- undo


def test_tabs_and_fields_are_undone_in_the_order_they_were_changed(workspace: Workspace) -> None:
    page = pages(workspace)
    go_to_tab(workspace, FIRST)
    first, field, second = page.sections[0].editor, page.general.agency, page.sections[1].editor
    first.setFocus()
    type_text(first, "một hai ")
    go_to_tab(workspace, SECOND)
    second.setFocus()
    type_text(second, "ba ")
    go_to_tab(workspace, GENERAL)
    field.setFocus()
    field.selectAll()
    type_text(field, "SỞ NỘI VỤ")
    go_to_tab(workspace, FIRST)
    first.setFocus()
    type_text(first, "bốn ")

    def state() -> tuple[str, str, str]:
        return (
            first.document().firstBlock().text()[:12],
            second.document().firstBlock().text()[:3],
            field.text(),
        )

    states = [state()]
    shown = []
    while workspace.opened.stack.can_undo:
        workspace.editor_actions.undo.trigger()
        states.append(state())
        shown.append(workspace.tab_strip.currentIndex())
    assert states == [
        ("một hai bốn ", "ba ", "SỞ NỘI VỤ"),
        ("một hai Tình", "ba ", "SỞ NỘI VỤ"),
        ("một hai Tình", "ba ", "SỞ NỘI "),
        ("một hai Tình", "ba ", "SỞ "),
        ("một hai Tình", "ba ", "VĂN PHÒNG"),
        ("một hai Tình", "Đoạ", "VĂN PHÒNG"),
        ("một Tình hìn", "Đoạ", "VĂN PHÒNG"),
        ("Tình hình ch", "Đoạ", "VĂN PHÒNG"),
    ]
    assert shown == [FIRST, GENERAL, GENERAL, GENERAL, SECOND, FIRST, FIRST], "undo shows where it acted"
    assert workspace.opened.report() == samples.report()
    again = [states[-1]]
    while workspace.opened.stack.can_redo:
        workspace.editor_actions.redo.trigger()
        again.append(state())
    assert again == states[::-1]


def test_ctrl_z_in_a_field_undoes_what_was_done_last_anywhere(workspace: Workspace) -> None:
    page = pages(workspace)
    go_to_tab(workspace, GENERAL)
    page.general.place_name.setFocus()
    type_text(page.general.place_name, "C")
    page.general.symbol.setFocus()
    type_text(page.general.symbol, "x")
    page.general.place_name.setFocus()
    QTest.keyClick(page.general.place_name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.general.symbol.text() == "BC-VP"
    assert page.general.symbol.hasFocus()
    QTest.keyClick(page.general.symbol, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.general.symbol.text() == "xBC-VP"


def test_ctrl_z_in_a_text_is_the_common_undo(workspace: Workspace) -> None:
    go_to_tab(workspace, FIRST)
    editor = pages(workspace).sections[0].editor
    editor.setFocus()
    type_text(editor, "một hai")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.document().firstBlock().text() == "một Tình hình chung."


def test_a_field_composed_by_an_input_method_is_one_step(workspace: Workspace) -> None:
    field = pages(workspace).signature.signer
    go_to_tab(workspace, SIGNATURE)
    field.setFocus()
    field.selectAll()
    compose(field, "T", "Trâ", "Trần", commit="Trần")
    assert workspace.opened.report().signature.signer == "Trần"
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report() == samples.report()


# ---------------------------------------------------------------------- forms


def test_every_part_of_the_letterhead_can_be_empty_alone(workspace: Workspace) -> None:
    page = pages(workspace).general
    for field in (page.parent_agency, page.agency, page.symbol, page.place_name, page.issued.year):
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert workspace.opened.report().letterhead == Letterhead()


def test_number_and_date_are_left_blank_until_the_tick_is_taken_away(workspace: Workspace) -> None:
    page = pages(workspace).general
    assert page.later.isChecked()
    assert not page.number.isEnabled()
    page.later.click()
    for field, text in ((page.number, "05"), (page.issued.day, "9"), (page.issued.month, "12")):
        assert field.isEnabled()
        type_text(field, text)
    head = workspace.opened.report().letterhead
    assert (head.number, head.issued_on) == ("05", PartialDate(2026, 12, 9))
    page.later.click()
    assert workspace.opened.report().letterhead == samples.report().letterhead
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report().letterhead == head, "the tick and what it cleared are one step"
    assert page.number.isEnabled()


def test_the_period_is_chosen_and_counted(workspace: Workspace) -> None:
    page = pages(workspace).general
    QTest.keyClick(page.period, Qt.Key.Key_Down)
    QTest.keyClick(page.period, Qt.Key.Key_Down)
    type_text(page.index, "3")
    type_text(page.cutoff.day, "30")
    assert workspace.opened.report().period == Period("quarter", 3, PartialDate(day=30))
    while workspace.opened.stack.can_undo:
        workspace.opened.stack.undo()
    assert workspace.opened.report().period == Period()


def test_the_year_must_be_a_year_and_names_follow_it(workspace: Workspace, qtbot: QtBot) -> None:
    year = pages(workspace).general.year
    year.selectAll()
    type_text(year, "abc")
    assert workspace.opened.report().year == 2026
    type_text(year, "\b\b\b\b2031")
    assert workspace.opened.report().year == 2031
    qtbot.waitUntil(lambda: workspace.tab_strip.tabText(5) == "IV. Nhiệm vụ năm 2032")


def test_recipients_are_lines_and_blank_ones_are_none(workspace: Workspace) -> None:
    go_to_tab(workspace, SIGNATURE)
    recipients = pages(workspace).signature.recipients
    recipients.selectAll()
    type_text(recipients, "Tỉnh ủy\n\nBan Dân vận ")
    assert changed(workspace, recipients=("Tỉnh ủy", "Ban Dân vận"))


def test_recipients_copied_from_paper_are_places_and_the_filing_line_has_its_fields(
    workspace: Workspace,
) -> None:
    go_to_tab(workspace, SIGNATURE)
    page = pages(workspace).signature
    page.recipients.setFocus()
    page.recipients.selectAll()
    type_text(page.recipients, "- Như trên;\n- Tỉnh ủy;\n- Lưu: VT, VP9. NVA (05).")
    assert workspace.opened.report().recipients == ("Như trên", "Tỉnh ủy")
    page.drafter.setFocus()
    assert page.recipients.lines() == ("Như trên", "Tỉnh ủy")
    assert workspace.opened.report().filing == Filing(unit="VP9", copies=5, drafter="NVA")
    workspace.opened.stack.undo()
    assert page.recipients.lines() == ("- Như trên;", "- Tỉnh ủy;", "- Lưu: VT, VP9. NVA (05).")
    workspace.opened.stack.redo()
    assert (page.recipients.lines(), page.unit.text()) == (("Như trên", "Tỉnh ủy"), "VP9")


def test_addressees_belong_to_the_tick(workspace: Workspace) -> None:
    page = pages(workspace).signature
    assert not page.addressees.isEnabled()
    page.has_addressees.click()
    type_text(page.addressees, "Sở Nội vụ")
    assert changed(workspace, addressees=("Sở Nội vụ",))
    page.has_addressees.click()
    assert changed(workspace)


def test_what_is_filed_is_kept(workspace: Workspace) -> None:
    page = pages(workspace).signature
    type_text(page.unit, "VP1")
    type_text(page.drafter, "NVA")
    type_text(page.copies, "5")
    assert changed(workspace, filing=Filing("VP1", 5, "NVA"))


def test_choosing_how_to_sign_fills_lines_that_stay_editable(workspace: Workspace) -> None:
    go_to_tab(workspace, SIGNATURE)
    page = pages(workspace).signature
    QTest.keyClick(page.form, Qt.Key.Key_Down)
    assert page.form.currentText() == "KT. - ký thay"
    signed = Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), None, "Nguyễn Văn A")
    assert workspace.opened.report().signature == signed
    page.position.selectAll()
    type_text(page.position, "PHÓ TRƯỞNG PHÒNG")
    assert workspace.opened.report().signature.lines == ("KT. CHÁNH VĂN PHÒNG", "PHÓ TRƯỞNG PHÒNG")
    while workspace.opened.stack.can_undo:
        workspace.opened.stack.undo()
    assert workspace.opened.report() == samples.report()
    assert page.form.currentText() == "Ký trực tiếp (người đứng đầu)"


# ---------------------------------------------------------------------- parts


def test_a_section_comes_and_goes_and_comes_back_with_its_text(workspace: Workspace) -> None:
    go_to_tab(workspace, SECOND)
    workspace.editor_actions.delete_section.trigger()
    assert [plain(part.title) for part in workspace.opened.report().sections][1] == "ĐÁNH GIÁ"
    assert workspace.opened.report().sections[1].number == "II."
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report() == samples.report()
    assert workspace.tab_strip.currentIndex() == SECOND


def test_a_new_section_stands_after_the_one_shown_and_is_named_at_once(workspace: Workspace) -> None:
    go_to_tab(workspace, FIRST)
    workspace.editor_actions.add_section.trigger()
    title = pages(workspace).sections[1].title
    assert title.hasFocus()
    type_text(title, "MỤC MỚI")
    sections = workspace.opened.report().sections
    assert (sections[1].number, plain(sections[1].title), sections[1].id) == ("II.", "MỤC MỚI", 100)
    while workspace.opened.stack.can_undo:
        workspace.opened.stack.undo()
    assert changed(workspace)
    while workspace.opened.stack.can_redo:
        workspace.opened.stack.redo()
    assert workspace.opened.report().sections == sections


def test_sections_change_places(workspace: Workspace) -> None:
    go_to_tab(workspace, FIRST)
    workspace.editor_actions.section_right.trigger()
    assert [part.id for part in workspace.opened.report().sections] == [2, 1, 3, 4]
    assert workspace.tab_strip.currentIndex() == SECOND
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report() == samples.report()


def test_annexes_come_and_go_and_are_numbered_from_two_on(workspace: Workspace) -> None:
    go_to_tab(workspace, ANNEXES)
    workspace.editor_actions.add_annex.trigger()
    page = pages(workspace).annexes.pages[1]
    type_text(page.title, "BIỂU SỐ LIỆU")
    type_text(page.editor, "Số liệu")
    annexes = workspace.opened.report().annexes
    assert [annex.number for annex in annexes] == ["I", "II"]
    assert annexes[1] == Annex(
        100, "II", title=(Run("BIỂU SỐ LIỆU"),), blocks=(Paragraph(101, runs=(Run("Số liệu"),)),)
    )
    workspace.editor_actions.delete_annex.trigger()
    assert changed(workspace)
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report().annexes == annexes


def test_a_part_and_the_legal_bases_can_be_edited(workspace: Workspace) -> None:
    report = samples.report()
    part = Part("Phần I", (Run("KẾT QUẢ"),))
    first = replace(report.sections[0], part=part)
    workspace.opened.replace(
        replace(report, sections=(first, *report.sections[1:]), legal_bases=((Run("Căn cứ A;"),),))
    )
    page = pages(workspace)
    assert page.sections[0].part is not None
    for edit, text in ((page.sections[0].part, "A "), (page.opening.bases, "B ")):
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        type_text(edit, text)
    told = workspace.opened.report()
    assert told.sections[0].part == Part("Phần I", (Run("A KẾT QUẢ"),))
    assert [plain(runs) for runs in told.legal_bases] == ["B Căn cứ A;"]


# ---------------------------------------------------------------------- places, outline, counts


def test_the_cursor_comes_back_to_its_place(workspace: Workspace, tmp_path: Path) -> None:
    workspace.go_to("section:2/14+3")
    assert workspace.place() == "section:2/14+3"
    other = make_workspace(workspace.opened.report(), tmp_path)
    other.go_to(workspace.place())
    assert other.place() == "section:2/14+3"
    dispose(other)


@pytest.mark.parametrize(
    ("place", "tab"),
    [
        ("block:32", 5),
        ("block:35", ANNEXES),
        ("letterhead.agency", GENERAL),
        ("signature.signer", SIGNATURE),
        ("section:3", 4),
        ("closing", CLOSING),
        ("block:9999", GENERAL),
        ("", GENERAL),
        ("/+x", GENERAL),
    ],
)
def test_notes_lead_to_their_place_and_unknown_ones_nowhere(
    workspace: Workspace, place: str, tab: int
) -> None:
    workspace.go_to(place)
    assert workspace.tab_strip.currentIndex() == tab


def test_the_outline_lists_headings_and_clauses_and_leads_to_them(workspace: Workspace, qtbot: QtBot) -> None:
    outline = workspace.outline
    lines = [(entry.depth, entry.text) for entry in outline.entries]
    assert lines[2:8] == [
        (0, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
        (0, "II. TRIỂN KHAI THỰC HIỆN"),
        (1, "1. Ưu điểm"),
        (2, "1.1. Công tác tuyên truyền"),
        (1, "2. Các tổ chức đoàn thể phối hợp."),
        (0, "III. ĐÁNH GIÁ"),
    ]
    index = outline.model().index(0, 0, outline.model().index(3, 0))
    outline.setCurrentIndex(index)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert workspace.place() == "section:2/12+0"
    assert pages(workspace).sections[1].editor.hasFocus()


def test_the_outline_follows_what_is_typed_after_a_rest(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go_to("block:12")
    type_text(pages(workspace).sections[1].editor, "Các ")
    qtbot.waitUntil(lambda: any(entry.text == "1. Các Ưu điểm" for entry in workspace.outline.entries))


def test_the_outline_can_be_hidden(workspace: Workspace) -> None:
    workspace.editor_actions.toggle_outline.trigger()
    assert not workspace.outline.isVisible()
    workspace.editor_actions.toggle_outline.trigger()
    assert workspace.outline.isVisible()


def test_words_are_counted_after_a_rest(workspace: Workspace, qtbot: QtBot) -> None:
    before = count_words(samples.report())
    with qtbot.waitSignal(workspace.counts_changed) as told:
        type_text(pages(workspace).opening.editor, "thêm hai ")
    assert told.args == [before + 2]


def test_every_edit_is_told(workspace: Workspace, qtbot: QtBot) -> None:
    page = pages(workspace)
    for act in (
        lambda: type_text(page.opening.editor, "x"),
        lambda: type_text(page.sections[0].title, "x"),
        lambda: type_text(page.general.subject, "x"),
        lambda: type_text(page.signature.recipients, "x"),
        page.general.later.click,
        workspace.editor_actions.add_annex.trigger,
        workspace.editor_actions.undo.trigger,
    ):
        with qtbot.waitSignal(workspace.opened.edited, timeout=1000):
            act()


# ---------------------------------------------------------------------- commands


def test_commands_are_enabled_where_they_act(workspace: Workspace) -> None:
    actions = workspace.editor_actions
    go_to_tab(workspace, GENERAL)
    assert not actions.undo.isEnabled()
    assert not actions.insert_table.isEnabled()
    assert not actions.delete_section.isEnabled()
    workspace.go_to("block:12")
    assert not actions.bold.isEnabled(), "a heading is bold by itself"
    assert actions.kinds[0].isChecked()
    assert actions.demote.isEnabled()
    assert actions.delete_section.isEnabled()
    workspace.go_to("block:17")
    assert actions.delete_rows.isEnabled()
    assert not actions.insert_table.isEnabled()
    assert not actions.kinds[0].isEnabled()


def test_the_kind_is_shown_and_chosen_in_the_tool_bar(workspace: Workspace) -> None:
    workspace.go_to("block:14")
    box = workspace.tool_bar.kinds
    assert box.currentText() == "Đoạn văn"
    box.setFocus()
    box.setCurrentIndex(5)
    box.activated.emit(5)
    block = next(block for block in workspace.opened.report().sections[1].blocks if block.id == 14)
    assert isinstance(block, Paragraph)
    assert block.role == "item"
    assert pages(workspace).sections[1].editor.hasFocus()


def test_cut_and_paste_act_on_the_field_with_the_keyboard(workspace: Workspace) -> None:
    field = pages(workspace).general.symbol
    field.setFocus()
    field.selectAll()
    workspace.editor_actions.cut.trigger()
    assert field.text() == ""
    workspace.editor_actions.paste.trigger()
    assert field.text() == "BC-VP"
    while workspace.opened.stack.can_undo:
        workspace.opened.stack.undo()
    assert workspace.opened.report() == samples.report()


def test_a_read_only_report_cannot_be_changed(workspace: Workspace) -> None:
    workspace.opened.set_read_only(True)
    page = pages(workspace)
    for widget in (
        page.opening.editor,
        page.general.subject,
        page.signature.recipients,
        page.sections[0].title,
    ):
        type_text(widget, "x\n")
    assert workspace.opened.report() == samples.report()
    assert not workspace.editor_actions.add_section.isEnabled()
    workspace.opened.set_read_only(False)
    type_text(page.opening.editor, "x")
    assert workspace.opened.report() != samples.report()
    assert page.general.number.isEnabled() is False, "what the tick disables stays so"


# ---------------------------------------------------------------------- for everyone


CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTextEdit,
)


def controls(widget: QWidget) -> list[QWidget]:
    found = [child for kind in CONTROLS for child in inside(widget, kind)]
    return [
        child for child in found if not child.objectName().startswith("qt_") and child.isVisibleTo(widget)
    ]


def test_every_control_has_an_accessible_name(workspace: Workspace) -> None:
    seen = 0
    for index in range(workspace.tab_strip.count()):
        go_to_tab(workspace, index)
        for control in controls(workspace):
            seen += 1
            text = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or text, control
    assert seen > 100


def mnemonic(text: str) -> str:
    keys = QKeySequence.mnemonic(text).toString()
    return keys.removeprefix("Alt+")


def leaves(menu: Menu) -> list[QAction]:
    found: list[QAction] = []
    for entry in menu.actions:
        found += leaves(entry) if isinstance(entry, Menu) else [entry] if entry is not None else []
    return found


def test_no_two_letters_with_alt_mean_two_things(workspace: Workspace) -> None:
    titles = [menu.title for menu in workspace.editor_actions.menus]
    # The window's own menus stand beside the editor's.
    taken = [mnemonic(text) for text in ("&Tệp", "Bá&o cáo", "Trợ &giúp", *titles)]
    for index in range(workspace.tab_strip.count()):
        go_to_tab(workspace, index)
        page = workspace.current_page()
        assert page is not None
        shown: list[QLabel | QAbstractButton] = [*inside(page, QLabel), *inside(page, QAbstractButton)]
        letters = [*taken, *filter(None, (mnemonic(each.text()) for each in shown if each.isVisible()))]
        assert len(set(letters)) == len(letters), letters


def test_each_menu_has_its_own_letters_that_a_keyboard_has(workspace: Workspace) -> None:
    menus = list(workspace.editor_actions.menus)
    for menu in menus:
        inside_it = [entry for entry in menu.actions if isinstance(entry, Menu)]
        menus += inside_it
        texts = [entry.text() for entry in menu.actions if isinstance(entry, QAction)]
        letters = [mnemonic(text) for text in (*texts, *(entry.title for entry in inside_it))]
        used = [letter for letter in letters if letter]
        assert len(set(used)) == len(used), (menu.title, used)
        assert all(letter.isascii() for letter in used)
    assert len(menus) > 6


def test_no_two_commands_have_one_key(workspace: Workspace) -> None:
    actions = [action for menu in workspace.editor_actions.menus for action in leaves(menu)]
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(set(keys)) == len(keys)


def test_a_section_taken_back_asks_for_its_menu_once(workspace: Workspace, qtbot: QtBot) -> None:
    go_to_tab(workspace, FIRST)
    page = pages(workspace).sections[0]
    workspace.editor_actions.delete_section.trigger()
    workspace.editor_actions.undo.trigger()
    told: list[object] = []
    workspace.opened.edited.connect(lambda: told.append(1))
    page.edited.emit()
    assert len(told) == 1


def test_a_fixed_section_number_follows_again_when_asked(workspace: Workspace) -> None:
    first, second, *rest = samples.report().sections
    fixed = replace(second, numbering="fixed", number="V.")
    workspace.opened.replace(renumber(replace(samples.report(), sections=(first, fixed, *rest))))
    go_to_tab(workspace, SECOND)
    assert workspace.tab_strip.tabText(SECOND).startswith("V.")
    workspace.editor_actions.renumber_section.trigger()
    assert workspace.opened.report() == samples.report()
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report().sections[1].number == "V."


def test_nothing_is_cut_off_in_a_low_and_narrow_window(workspace: Workspace, qtbot: QtBot) -> None:
    QApplication.processEvents()
    for index in range(workspace.tab_strip.count()):
        go_to_tab(workspace, index)
        QApplication.processEvents()
        for control in controls(workspace.current_page() or workspace):
            right = control.mapTo(workspace, control.rect().topRight()).x()
            assert right <= workspace.width(), control.accessibleName()
            if isinstance(control, QAbstractButton):
                assert control.width() >= control.sizeHint().width() - 1, control.text()
    assert workspace.minimumSizeHint().width() <= 1366
    assert workspace.minimumSizeHint().height() <= 660


def test_tab_goes_through_the_fields_in_reading_order(workspace: Workspace) -> None:
    go_to_tab(workspace, GENERAL)
    page = pages(workspace).general
    page.kind.setFocus()
    seen: list[QWidget | None] = [page.kind]
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    cutoff = page.cutoff
    assert seen == [page.kind, page.year, page.period, cutoff.day, cutoff.month, cutoff.year]


def test_reports_opened_one_after_the_other_leave_nothing_behind(workspace: Workspace) -> None:
    for number in range(12):
        report = replace(samples.report(), id=f"r{number}")
        workspace.opened.replace(report)
        type_text(pages(workspace).sections[1].editor, "một ")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert workspace.opened.report().id == report.id
    assert len(inside(workspace, BlockEditor)) == 7, "four sections, opening, closing, one annex"


def test_what_is_copied_stays_on_the_clipboard(workspace: Workspace) -> None:
    go_to_tab(workspace, SECOND)
    editor = pages(workspace).sections[1].editor
    editor.setFocus()
    workspace.editor_actions.select_all.trigger()
    for _ in range(5):
        workspace.editor_actions.copy.trigger()
    copied = QApplication.clipboard().text().split("\n")
    assert copied[:3] == ["Đoạn văn mở đầu.", "1. Ưu điểm", "1.1. Công tác tuyên truyền"]
    workspace.editor_actions.cut.trigger()
    left = workspace.opened.report().sections[1].blocks
    assert not [block for block in left if not isinstance(block, Paragraph) or plain(block.runs)]
    workspace.editor_actions.paste.trigger()
    kinds = [type(block) for block in workspace.opened.report().sections[1].blocks]
    assert kinds == [type(block) for block in samples.blocks()]
    workspace.editor_actions.undo.trigger()
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report().sections == samples.report().sections


def test_a_real_report_comes_back_equal(qtbot: QtBot, real_samples: Path, tmp_path: Path) -> None:
    files = sorted(real_samples.glob("*.txt"))
    assert files
    for file in files:
        report = renumber(read(file, samples.report().modified))
        made = make_workspace(report, tmp_path)
        assert made.opened.report() == report
        for _, editor in pages(made).editors():
            editor.selectAll()
            editor.insertFromMimeData(editor.createMimeDataFromSelection())
        pasted = made.opened.report()
        assert words(pasted) == words(report), "copied and pasted over itself, no word is lost"
        while made.opened.stack.can_undo:
            made.opened.stack.undo()
        assert replace(made.opened.report(), next_id=report.next_id) == report
        dispose(made)


def test_a_report_read_twice_is_one_and_an_edit_makes_another(workspace: Workspace) -> None:
    before = workspace.opened.report()
    assert workspace.opened.report() is before
    type_text(pages(workspace).closing.editor, "A")
    after = workspace.opened.report()
    assert after.closing != before.closing
    assert workspace.opened.report() is after
