"""The pages beside the editor, in the whole window: shown, followed, clicked, redrawn, remembered."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.preview.preview import Preview
from danvan_desktop.gui.worker.messages import LinePlace, Refused, ReportSpot
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Paragraph, Report
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.gui.keyboard import type_text
from tests.gui.visible_texts import controls_without_name, cut_off, english_words, texts

SLOW = 20_000
"""The worker starts once a test; on a busy machine that takes its time."""


@pytest.fixture
def report() -> Report:
    made = samples.report()
    blocks = tuple(
        replace(block, runs=(replace(block.runs[0], text=block.runs[0].text * 30),))
        if isinstance(block, Paragraph) and block.runs and block.role == "body"
        else block
        for block in made.sections[1].blocks
    )
    return replace(
        made, sections=(made.sections[0], replace(made.sections[1], blocks=blocks), *made.sections[2:])
    )


@pytest.fixture
def preview(window: MainWindow, store: Store, report: Report, qtbot: QtBot) -> Preview:
    window.open_draft(store.create(report))
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.preview.preview is not None
    wait_for_pages(qtbot, window.preview.preview)
    return window.preview.preview


def wait_for_pages(qtbot: QtBot, preview: Preview) -> None:
    qtbot.waitUntil(lambda: preview.panel.view.is_complete, timeout=SLOW)


def editor_of(window: MainWindow) -> Workspace:
    return window.workspace


def mark(preview: Preview) -> LinePlace | None:
    found = preview.panel.view.mark
    return found[1] if found is not None else None


def press(preview: Preview, line: LinePlace, page: int) -> None:
    """Click in the middle of ``line``."""
    view = preview.panel.view
    view.follow(ReportSpot(line.place, max(0, line.start), line.cell))
    room = view._line_room(page, line)
    at = room.center() - QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())


def find(preview: Preview, wanted: Callable[[LinePlace], bool]) -> tuple[int, LinePlace]:
    pages = preview.panel.view.geometry_of_pages.pages
    return next((number, line) for number, page in enumerate(pages) for line in page.lines if wanted(line))


def test_f11_shows_the_pages_and_their_number_and_hides_them(window: MainWindow, preview: Preview) -> None:
    count = len(preview.panel.view.geometry_of_pages.pages)
    assert window.status.pages.text() == f"{count} trang"
    assert preview.panel.page_label.text() == f"Trang 1/{count}"
    assert preview.panel.isVisible()
    assert preview.panel.view.fits_width
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not preview.panel.isVisible()


def test_the_paper_is_white_with_black_letters(preview: Preview) -> None:
    image = preview.panel.view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    room = preview.panel.view._page_room(0)
    corner = (room.topLeft() + QPointF(4, 4)) * ratio
    assert image.pixelColor(corner.toPoint()).lightness() > 250
    darkest = min(
        image.pixelColor(x, y).lightness() for x in range(0, image.width(), 2) for y in range(0, 300, 2)
    )
    assert darkest < 90


def test_the_urgency_stamp_is_red(window: MainWindow, store: Store, report: Report, qtbot: QtBot) -> None:
    window.open_draft(store.create(replace(report, marks=replace(report.marks, urgency="HỎA TỐC"))))
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.preview.preview is not None
    wait_for_pages(qtbot, window.preview.preview)
    image = window.preview.preview.panel.view.viewport().grab().toImage()
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert sum(dot.red() > 200 and dot.green() < 120 and dot.blue() < 120 for dot in seen) > 50


def test_what_is_typed_comes_to_paper_after_a_rest(
    window: MainWindow, preview: Preview, qtbot: QtBot
) -> None:
    workspace = editor_of(window)
    workspace.go_to("section:2/11+0")
    wait_for_pages(qtbot, preview)
    before = preview.panel.view.grab().toImage()
    text = workspace.current_text_page()
    assert text is not None
    with qtbot.waitSignal(preview.renderer.composed, timeout=SLOW):
        type_text(text.editor, "Thêm một câu. ")
    wait_for_pages(qtbot, preview)
    assert preview.panel.view.grab().toImage() != before
    lines = [line for each in preview.panel.view.geometry_of_pages.pages for line in each.lines]
    assert max(line.end for line in lines if line.place == "block:11") > 30 * len("Đoạn văn mở đầu.")


def test_a_letter_on_one_page_has_only_that_page_drawn_anew(
    window: MainWindow, preview: Preview, qtbot: QtBot
) -> None:
    workspace = editor_of(window)
    workspace.go_to("section:2/11+0")
    wait_for_pages(qtbot, preview)
    before = [page.look for page in preview.panel.view.geometry_of_pages.pages]
    text = workspace.current_text_page()
    assert text is not None
    with qtbot.waitSignal(preview.renderer.composed, timeout=SLOW):
        type_text(text.editor, "a")
    after = [page.look for page in preview.panel.view.geometry_of_pages.pages]
    assert len(after) == len(before) > 1
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_the_pages_follow_the_cursor(window: MainWindow, preview: Preview, qtbot: QtBot) -> None:
    workspace = editor_of(window)
    view = preview.panel.view
    for place, wanted in (
        ("section:2/11+300", "block:11"),
        ("section:4/32+0", "block:32"),
        ("annexes/35+0", "block:35"),
        ("section:2/17+0", "block:17"),
    ):
        workspace.go_to(place)
        qtbot.waitUntil(lambda wanted=wanted: getattr(mark(preview), "place", "") == wanted)  # type: ignore[misc]
        found = view.mark
        assert found is not None
        assert view._is_seen(found)
    workspace.go_to("section:2/11+300")
    qtbot.waitUntil(lambda: getattr(mark(preview), "place", "") == "block:11")
    line = mark(preview)
    assert line is not None
    assert line.start <= 300 <= line.end


def test_the_first_pages_are_shown_where_the_cursor_stands(
    window: MainWindow, store: Store, report: Report, qtbot: QtBot
) -> None:
    window.open_draft(store.create(report))
    editor = editor_of(window)
    editor.tab_strip.setCurrentIndex(5)
    qtbot.wait(150)
    editor.editor_actions.toggle_preview.trigger()
    assert window.preview.preview is not None
    wait_for_pages(qtbot, window.preview.preview)
    view = window.preview.preview.panel.view
    assert view.mark is not None
    on = view.mark[0]
    qtbot.waitUntil(lambda: view.page == on)
    assert view.page > 0


def test_a_click_puts_the_cursor_there(window: MainWindow, preview: Preview) -> None:
    workspace = editor_of(window)
    page, line = find(preview, lambda line: line.place == "block:14" and line.start > 0)
    press(preview, line, page)
    tab, _, offset = workspace.place().partition("+")
    assert tab == "section:2/14"
    assert line.start < int(offset) < line.end
    text = workspace.current_text_page()
    assert text is not None
    assert text.editor.hasFocus()


def test_a_click_into_a_table_goes_into_its_cell(window: MainWindow, preview: Preview) -> None:
    page, line = find(preview, lambda line: line.cell == (1, 1, 1))
    press(preview, line, page)
    text = editor_of(window).current_text_page()
    assert text is not None
    assert text.editor.textCursor().block().text() == "được công nhận"
    page, line = find(preview, lambda line: line.place == "block:17" and line.cell is None)
    press(preview, line, page)
    assert text.editor.textCursor().block().text() == "Bảng 1"


def test_a_click_on_a_heading_or_a_field_goes_there(window: MainWindow, preview: Preview) -> None:
    workspace = editor_of(window)
    page, line = find(preview, lambda line: line.place == "section:3")
    press(preview, line, page)
    assert isinstance(QApplication.focusWidget(), TitleEdit)
    page, line = find(preview, lambda line: line.place == "signature.signer")
    press(preview, line, page)
    assert workspace.place() == "signature"
    assert workspace.current_page().signer.hasFocus()  # type: ignore[union-attr]  # the tab of fields
    page, line = find(preview, lambda line: line.place == "letterhead.place")
    press(preview, line, page)
    assert workspace.current_page().place_name.hasFocus()  # type: ignore[union-attr]  # as above
    page, line = find(preview, lambda line: line.place == "letterhead")
    press(preview, line, page)
    assert workspace.place() == "general"


def test_the_pages_follow_the_keyboard_from_field_to_field(
    window: MainWindow, preview: Preview, qtbot: QtBot
) -> None:
    workspace = editor_of(window)
    for field, wanted in (
        ("letterhead.agency", "letterhead.agency"),
        ("letterhead.number", "letterhead.symbol"),
        ("subject", "subject"),
        ("signature.signer", "signature.signer"),
        ("filing.unit", "filing.unit"),
    ):
        workspace.go_to(field)
        qtbot.waitUntil(lambda wanted=wanted: getattr(mark(preview), "place", "") == wanted)  # type: ignore[misc]


def test_zoom_by_keys_wheel_and_buttons(preview: Preview, qtbot: QtBot) -> None:
    panel, view = preview.panel, preview.panel.view
    view.setFocus()
    fitting = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > fitting
    assert (view.fits_width, panel.fit.isChecked()) == (False, False)
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    panel.smaller.click()
    assert view.zoom < fitting
    assert panel.zoom_label.text() == f"{round(view.zoom * 100)} %"
    middle = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = view.zoom
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom > before
    wait_for_pages(qtbot, preview)
    panel.fit.click()
    assert view.fits_width
    assert view.zoom == fitting


def test_keys_scroll_and_escape_leads_back_to_the_text(
    window: MainWindow, preview: Preview, qtbot: QtBot
) -> None:
    view = preview.panel.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    count = len(view.geometry_of_pages.pages)
    assert preview.panel.page_label.text() == f"Trang {count}/{count}"
    wait_for_pages(qtbot, preview)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.hasFocus()


def test_a_reason_why_there_are_no_pages_is_one_line(window: MainWindow, preview: Preview) -> None:
    reason = "Máy này không có phông Times New Roman. Hãy cài phông rồi mở lại."
    preview.renderer._answered.emit(_task(preview), Refused(reason))
    QApplication.processEvents()
    assert preview.panel.message.text() == reason
    assert preview.panel.message.isVisible()
    assert window.status.pages.text() == ""


def _task(preview: Preview) -> object:
    from danvan_desktop.gui.preview.renderer import _Task
    from danvan_desktop.gui.worker.messages import ComposeReport

    return _Task(preview.renderer._last_serial, ComposeReport(samples.report()))


def test_another_report_shows_nothing_of_the_one_before(
    window: MainWindow, preview: Preview, store: Store, qtbot: QtBot
) -> None:
    window.leave_report("test")
    assert preview.panel.view.geometry_of_pages.pages == ()
    window.open_draft(store.create(samples.report()))
    assert not preview.panel.view.is_complete
    wait_for_pages(qtbot, preview)


def test_it_is_open_again_tomorrow_and_its_process_ends_today(
    window: MainWindow, preview: Preview, open_window: Callable[[], MainWindow], store: Store, qtbot: QtBot
) -> None:
    process = preview.renderer._link._process
    window.close()
    assert process is not None
    assert preview.renderer.pid is None
    again = open_window()
    again.open_draft(store.drafts()[0])
    assert again.preview.preview is not None
    wait_for_pages(qtbot, again.preview.preview)


def test_its_words_are_vietnamese_and_its_controls_have_names(preview: Preview) -> None:
    assert [text for _, text in texts(preview.panel) if english_words(text)] == []
    assert controls_without_name(preview.panel) == []
    assert cut_off(preview.panel) == []


def test_another_scale_of_the_screen_has_the_pages_drawn_anew_and_sharp(
    preview: Preview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = preview.panel.view
    dots = view.geometry_of_pages.ratio
    monkeypatch.setattr(type(view), "devicePixelRatioF", lambda _: 1.5 * dots)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert view.geometry_of_pages.ratio == 1.5 * dots
    assert not view.is_complete, "what was drawn for other dots is not sharp"
    wait_for_pages(qtbot, preview)
