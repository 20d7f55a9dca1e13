""" "Trình bày" and "Thu gọn cho vừa trang", by keys and clicks: within the decree, one undo step each."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QToolButton
from pytestqt.qtbot import QtBot

from danvan_desktop.fonts import find_fonts
from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.layout_settings_form import SettingsForm
from danvan_desktop.gui.presentation.fit_dialog import FitDialog
from danvan_desktop.gui.presentation.presentation_dialog import PresentationDialog
from danvan_desktop.gui.worker.main import RequestHandler
from danvan_desktop.gui.worker.messages import ComposedReport, ComposeReport
from danvan_desktop.layout.fit_to_pages import fitting, ways_to_fit
from danvan_desktop.layout.settings import default_settings, lawful, settings_problems
from danvan_desktop.report.model import Margins, Report, Settings
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.gui.modal import in_dialog
from tests.gui.visible_texts import controls_without_name, cut_off, english_words, inside, texts

LOOSE = Settings(14, 10, 10, 20, Margins(25, 25, 35, 20))


def long_report(paragraphs: int) -> Report:
    made = samples.report()
    text = "Cơ quan đã phối hợp với các đơn vị tuyên truyền, vận động nhân dân thực hiện tốt nhiệm vụ. " * 4
    blocks = tuple(samples.paragraph(200 + n, text) for n in range(paragraphs))
    sections = (replace(made.sections[0], blocks=blocks), *made.sections[1:])
    return replace(made, sections=sections, settings=LOOSE, next_id=400)


@pytest.fixture(scope="module")
def slipped() -> Report:
    """A report whose last page holds little but the signing block."""
    return next(one for one in map(long_report, range(2, 40)) if ways_to_fit(one, find_fonts()))


def opened(window: MainWindow, store: Store, report: Report) -> None:
    assert window.open_draft(store.create(report))


def report_of(window: MainWindow) -> Report:
    return window.workspace.opened.report()


def choose(box: QComboBox, row: int) -> None:
    """Choose a row with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(box, Qt.Key.Key_Down)


def press(dialog: QDialog, button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]  # any button


def key(window: MainWindow, qtbot: QtBot, letter: Qt.Key) -> None:
    """Press Ctrl and ``letter`` once the window has the keyboard again."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.workspace, letter, Qt.KeyboardModifier.ControlModifier)


def test_paper_urgency_and_letters_are_chosen_and_undone_in_one_step(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    opened(window, store, samples.report())
    before = report_of(window)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PresentationDialog)
        choose(dialog.medium, 1)
        choose(dialog.urgency, 3)
        choose(dialog.circulation, 2)
        choose(dialog.form.letter_size, 1)
        choose(dialog.form.first_line, 1)
        press(dialog, dialog.go)

    in_dialog(PresentationDialog, act)
    window.commands.presentation.trigger()
    after = report_of(window)
    assert (after.medium, after.marks.urgency) == ("paper", "HỎA TỐC")
    assert after.marks.circulation == "LƯU HÀNH NỘI BỘ"
    assert after.settings == Settings(13, 12.7, 6, 15.8)
    assert (window.toasts.isVisible(), window.toasts.act.text()) == (True, "Hoàn tác")
    key(window, qtbot, Qt.Key.Key_Z)
    assert report_of(window) == before
    assert not window.toasts.isVisible(), "what it says is no longer true"
    key(window, qtbot, Qt.Key.Key_Y)
    assert report_of(window) == after
    assert window.session.save_everything_now("test")
    assert store.load(store.drafts()[0].id).medium == "paper"


def test_what_is_typed_beyond_the_decree_is_not_taken(qtbot: QtBot) -> None:
    dialog = PresentationDialog(samples.report())
    qtbot.addWidget(dialog)
    dialog.show()
    for spin, typed in (
        (dialog.form.before, "2"),
        (dialog.form.pitch, "90"),
        (dialog.form.margins["left"], "9"),
    ):
        spin.setFocus()
        spin.selectAll()
        QTest.keyClicks(spin, typed)
        QTest.keyClick(spin, Qt.Key.Key_Tab)
    chosen = dialog.value().settings or default_settings()
    assert settings_problems(chosen) == ()


def test_each_range_stands_beside_its_field_with_its_clause(qtbot: QtBot) -> None:
    dialog = PresentationDialog(samples.report())
    qtbot.addWidget(dialog)
    dialog.show()
    shown = " ".join(text for _, text in texts(dialog))
    for words in (
        "từ 16,1 (đơn) đến 24,15 pt (1,5)",
        "Từ dòng đơn đến 1,5 dòng",
        "từ 6 pt trở lên",
        "từ 30 đến 35 mm",
        "từ 15 đến 20 mm",
        "Điểm e khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP",
        "Khoản 3 Mục I Phần I Phụ lục I",
        "Điểm b khoản 2, khoản 3 Mục III",
    ):
        assert words in shown
    assert controls_without_name(dialog) == []
    assert cut_off(dialog) == []
    assert [text for _, text in texts(dialog) if english_words(text)] == []
    choose(dialog.form.letter_size, 1)
    assert dialog.form.pitch_range.text().startswith("từ 14,95")


def test_untouched_settings_stay_as_they_were(qtbot: QtBot) -> None:
    for settings in (None, LOOSE, replace(LOOSE, line_pitch_pt=17.123)):
        dialog = PresentationDialog(replace(samples.report(), settings=settings))
        qtbot.addWidget(dialog)
        assert dialog.value().settings == settings


def test_one_click_brings_back_what_is_proposed(qtbot: QtBot) -> None:
    dialog = PresentationDialog(replace(samples.report(), settings=LOOSE))
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, dialog.reset)
    assert dialog.value().settings == default_settings()


def test_a_report_beyond_the_decree_is_told_and_brought_back(qtbot: QtBot) -> None:
    beyond = replace(LOOSE, line_pitch_pt=40, first_line_mm=15)
    dialog = PresentationDialog(replace(samples.report(), settings=beyond))
    qtbot.addWidget(dialog)
    assert any("Giãn dòng 40 pt: phải từ 16,1" in text for _, text in texts(dialog))
    assert dialog.value().settings == replace(LOOSE, line_pitch_pt=24.15, first_line_mm=12.7)


def test_the_choice_can_be_for_every_new_report_of_the_office(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    opened(window, store, samples.report())

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PresentationDialog)
        choose(dialog.form.letter_size, 1)
        dialog.for_office.setFocus()
        QTest.keyClick(dialog.for_office, Qt.Key.Key_Space)
        press(dialog, dialog.go)

    in_dialog(PresentationDialog, act)
    window.commands.presentation.trigger()
    (office,) = store.offices()
    assert office.agency == "VĂN PHÒNG"
    assert office.settings is not None
    assert office.settings.size_set == 13


def test_bringing_the_signing_block_back_is_one_click_and_one_step(
    window: MainWindow, store: Store, qtbot: QtBot, slipped: Report
) -> None:
    opened(window, store, slipped)
    button = next(each for each in inside(window, QToolButton) if each.defaultAction() is window.commands.fit)
    qtbot.waitUntil(button.isVisible, timeout=15000)
    wanted = next(way for way in fitting(slipped, find_fonts()).ways if way.saves)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, FitDialog)
        qtbot.waitUntil(lambda: bool(dialog.ways), timeout=15000)
        assert "trang cuối gần như trống" in dialog.pages.text()
        assert dialog.go.isEnabled()
        chosen = next(way for way in dialog.ways if way.isChecked())
        assert chosen.text() == f"{wanted.label}: {wanted.pages_before} trang, còn {wanted.pages_after} trang"
        assert "Sẽ đổi:" in dialog.summary.text()
        qtbot.waitUntil(lambda: cut_off(dialog) == [])  # the window grows an event later
        assert [text for _, text in texts(dialog) if english_words(text)] == []
        press(dialog, dialog.go)

    in_dialog(FitDialog, act)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert report_of(window).settings == wanted.settings
    assert f"còn {wanted.pages_after} trang" in window.toasts.label.text()
    assert "10 pt thành 6 pt" in window.toasts.label.text()
    qtbot.waitUntil(lambda: not button.isVisible(), timeout=15000)
    key(window, qtbot, Qt.Key.Key_Z)
    assert report_of(window).settings == LOOSE


def test_the_menu_offers_the_means_any_time_and_says_when_none_saves_a_page(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    opened(window, store, replace(samples.report(), annexes=(), sections=()))
    said: list[str] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, FitDialog)
        qtbot.waitUntil(lambda: bool(dialog.summary.text()), timeout=15000)
        said.append(dialog.summary.text())
        assert not dialog.go.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(FitDialog, act)
    window.commands.fit.trigger()
    assert said
    assert "chưa bớt được trang nào" in said[0]
    least = Settings(13, 10, 6, 14.95, Margins(20, 20, 30, 15))
    window.workspace.opened.replace(replace(samples.report(), settings=least))
    in_dialog(FitDialog, act)
    window.commands.fit.trigger()
    assert "Không còn gì để thu gọn" in said[1]


def test_nothing_of_this_is_offered_for_an_issued_report(window: MainWindow, store: Store) -> None:
    opened(window, store, replace(samples.report(), state="issued"))
    assert not window.commands.presentation.isEnabled()
    assert not window.commands.fit.isEnabled()


def test_the_export_of_the_signing_copy_leads_to_it(
    window: MainWindow, store: Store, qtbot: QtBot, slipped: Report
) -> None:
    opened(window, store, slipped)
    seen: list[str] = []

    def fit(dialog: QDialog) -> None:
        assert isinstance(dialog, FitDialog)
        qtbot.waitUntil(lambda: bool(dialog.ways), timeout=15000)
        seen.append(dialog.pages.text())
        press(dialog, dialog.go)

    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        qtbot.waitUntil(dialog.fit_hint.isVisible, timeout=15000)
        qtbot.waitUntil(lambda: cut_off(dialog) == [])
        dialog.choice.draft.click()
        assert not dialog.fit_hint.isVisible()
        dialog.choice.signing.click()
        press(dialog, dialog.fit_hint.go)
        in_dialog(FitDialog, fit)

    in_dialog(ExportDialog, export)
    window.commands.export_signing.trigger()
    qtbot.waitUntil(lambda: bool(seen), timeout=15000)
    assert "trang cuối gần như trống" in seen[0]
    assert report_of(window).settings != slipped.settings
    assert ways_to_fit(report_of(window), find_fonts()) == ()


def test_the_pages_of_the_preview_tell_it_too(slipped: Report) -> None:
    for report, told in ((slipped, True), (replace(samples.report(), annexes=(), sections=()), False)):
        answer = RequestHandler().answer(ComposeReport(report))
        assert isinstance(answer, ComposedReport)
        assert answer.slipped is told


def test_a_report_that_ends_well_is_exported_without_that_line(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    opened(window, store, replace(samples.report(), annexes=(), sections=()))

    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=15000)
        assert not dialog.fit_hint.isVisible()

    in_dialog(ExportDialog, export)
    window.commands.export_signing.trigger()


def test_whatever_settings_come_in_the_form_gives_lawful_ones_and_the_same_where_they_were(
    qtbot: QtBot,
) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    figures = st.floats(0, 60) | st.sampled_from([float("nan"), float("inf"), -1.0, 10, 12.7, 16.1, 14.95])
    margins = st.builds(Margins, figures, figures, figures, figures)
    any_settings = st.builds(
        Settings,
        size_set=st.sampled_from([13, 14]),
        first_line_mm=figures,
        space_before_pt=figures,
        line_pitch_pt=figures,
        margins_mm=margins,
        tone=st.sampled_from(["old", "new"]),
    )

    @given(any_settings)
    def holds(settings: Settings) -> None:
        form.load(settings)
        made = form.value()
        assert settings_problems(made) == ()
        form.load(lawful(settings))
        assert form.value() == lawful(settings)
        form.letter_size.setCurrentIndex(1 - form.letter_size.currentIndex())
        assert settings_problems(form.value()) == ()
        form.reset()
        assert form.value() == replace(default_settings(), tone=settings.tone)

    holds()
