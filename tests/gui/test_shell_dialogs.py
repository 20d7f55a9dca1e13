"""Request, states, offices, help: what the dialogs of the shell do to reports."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.help.window import HelpWindow, found, topic_of, topics
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.issuing.issue_warning import doubts
from danvan_desktop.gui.issuing.request_dialog import RequestDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.offices_dialog import OfficesDialog
from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import PartialDate, Report, Signature, plain
from danvan_desktop.report.office.office import Office
from danvan_desktop.store import Store
from tests.builders.window import dispose
from tests.gui.modal import when_modal
from tests.gui.visible_texts import cut_off, inside

TODAY = date(2026, 11, 24)


@pytest.fixture
def opened(window: MainWindow, store: Store, sample: Report) -> MainWindow:
    window.open_draft(store.create(sample))
    return window


def now(window: MainWindow) -> Report:
    report = window.session.current()
    assert report is not None
    return report


# ------------------------------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("typed", "year"), [("15/01", 2027), ("15/12", 2026), ("20/11", 2026), ("15/01/2026", 2026)]
)
def test_a_deadline_without_its_year_is_ahead(qtbot: QtBot, typed: str, year: int) -> None:
    line = DateField("Hạn gửi", 2026, ahead_of=date(2026, 11, 26))
    qtbot.addWidget(line)
    line.setText(typed)
    found = line.date()
    assert found is not None
    assert found.year == year


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20/11/2026", PartialDate(2026, 11, 20)),
        ("20-11-26", PartialDate(2026, 11, 20)),
        ("20.11", PartialDate(2026, 11, 20)),
        (" 5/1 ", PartialDate(2026, 1, 5)),
        ("11/2025", PartialDate(2025, 11)),
        ("2025", PartialDate(2025)),
        ("", PartialDate()),
        ("31/11", None),
        ("29/2/2026", None),
        ("mai", None),
        ("1/2/3/4", None),
    ],
)
def test_a_date_is_typed_as_it_is_written(qtbot: QtBot, typed: str, meant: PartialDate | None) -> None:
    line = DateField("Ngày", 2026)
    qtbot.addWidget(line)
    line.setText(typed)
    assert line.date() == meant
    assert bool(line.problem()) is (meant is None)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("31/11/2026", "tháng 11 chỉ có 30 ngày"),
        ("29/2/2026", "tháng 2 chỉ có 28 ngày"),
        ("32/12", "tháng 12 chỉ có 31 ngày"),
        ("0/5/2026", "không có ngày 0"),
        ("5/13/2026", "không có tháng 13"),
        ("mai", "hãy ghi ngày/tháng/năm, ví dụ 20/11/2026"),
    ],
)
def test_a_date_that_is_none_is_told_why(qtbot: QtBot, typed: str, problem: str) -> None:
    line = DateField("Ngày", 2026)
    qtbot.addWidget(line)
    line.setText(typed)
    assert line.problem() == problem


# ---------------------------------------------------------------------------------------- request


def test_the_request_writes_the_opening_as_one_step(qtbot: QtBot, opened: MainWindow, store: Store) -> None:
    before = now(opened)

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, RequestDialog)
        dialog.agency.setText("Sở Nội vụ")
        dialog.number.setText("99/SNV-XDCQ")
        dialog.sent.setText("20/11/2026")
        dialog.subject.setText("Báo cáo kết quả công tác dân vận")
        dialog.due.setText("15/12/2026")
        assert "còn" in dialog.message.text() or "quá hạn" in dialog.message.text()
        dialog.go.click()

    opened.workspace.go_to("opening")
    when_modal(QWidget, fill)
    opened.commands.request.trigger()
    after = now(opened)
    text = plain(after.opening[0].runs)  # type: ignore[union-attr]  # the opening is a paragraph
    assert text.startswith("Thực hiện Công văn số 99/SNV-XDCQ ngày 20/11/2026 của Sở Nội vụ về việc báo cáo")
    assert after.request is not None
    assert after.request.due == PartialDate(2026, 12, 15)
    assert opened.status.stage.text().startswith("Đang soạn  ·  Hạn gửi")
    assert store.drafts()[0].due == PartialDate(2026, 12, 15)
    opened.workspace.editor_actions.undo.trigger()
    assert now(opened).opening == before.opening
    opened.workspace.editor_actions.redo.trigger()
    assert now(opened).opening == after.opening


def test_the_opening_stays_where_nobody_wants_it_written(qtbot: QtBot, opened: MainWindow) -> None:
    before = now(opened)
    dialog = RequestDialog(before, TODAY, opened)
    dialog.number.setText("1/SNV")
    dialog.rewrite.setChecked(False)
    changed = dialog.changed(before)
    assert changed.opening == before.opening
    assert changed.request is not None
    assert changed.request.number_symbol == "1/SNV"
    dialog.due.setText("32/12")
    assert not dialog.go.isEnabled()
    assert dialog.message.text() == "Hạn gửi chưa đúng: tháng 12 chỉ có 31 ngày."
    dispose(dialog)


def test_the_day_of_issue_is_told_why_it_is_none(sample: Report) -> None:
    dialog = IssueDialog(sample, TODAY)
    dialog.number.setText("12")
    dialog.issued_on.setText("31/11/2026")
    assert dialog.message.text() == "Ngày ban hành chưa đúng: tháng 11 chỉ có 30 ngày."
    assert not dialog.go.isEnabled()
    dispose(dialog)


def test_the_number_is_asked_for_beside_the_symbol(sample: Report) -> None:
    head = replace(sample.letterhead, symbol="BC-VP")
    dialog = IssueDialog(replace(sample, letterhead=head), TODAY)
    assert "/BC-VP" in {label.text() for label in inside(dialog, QLabel)}
    dialog.number.setText("300/BC-VP")
    assert (dialog.message.text(), dialog.go.isEnabled()) == ("", True)
    dialog.number.setText("300/BC-UBND")
    assert dialog.message.text().startswith("Chỉ ghi số, ví dụ 300")
    assert not dialog.go.isEnabled()
    dispose(dialog)


# ----------------------------------------------------------------------------------------- states


def test_an_issued_report_keeps_its_file_and_is_only_read(
    qtbot: QtBot, opened: MainWindow, store: Store, data_dir: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    signed = tmp_path / "Đã ký.PDF"
    signed.write_bytes(b"%PDF da ky")

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, IssueDialog)
        assert not dialog.go.isEnabled()
        dialog.number.setText("45")
        dialog.issued_on.setText("15/12/2025")
        dialog.file.setText(str(signed))
        dialog.go.click()

    opened.workspace.go_to("closing")
    when_modal(QWidget, fill)
    opened.commands.to_issued.trigger()
    report = now(opened)
    assert (report.state, report.letterhead.number) == ("issued", "45")
    assert report.letterhead.issued_on == PartialDate(2025, 12, 15)
    assert opened.workspace.place().startswith("closing")
    (kept,) = (data_dir / "ban-hanh").iterdir()
    assert (kept.suffix, kept.read_bytes()) == (".pdf", b"%PDF da ky")
    urls: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(QUrl(url).toLocalFile()))
    opened.commands.signed_file.trigger()
    assert [Path(url) for url in urls] == [kept]
    QTest.keyClick(opened.workspace.current_text_page().editor, Qt.Key.Key_A)  # type: ignore[union-attr]
    assert now(opened).closing == report.closing
    symbol = report.letterhead.symbol
    assert opened.status.stage.text() == f"Đã ban hành số 45/{symbol} ngày 15/12/2025"
    visible = [action.text() for action in opened.commands.of_state if action.isVisible()]
    assert visible == ["Lập báo cáo tha&y thế…", "&Mở tệp đã ký"]

    bar = opened.workspace.review_bar
    assert bar.label.text() == "Đã ban hành, chỉ xem"
    (instead,) = (button for button in inside(bar, QToolButton) if button.isVisible())
    assert instead.defaultAction() is opened.commands.correct
    instead.click()
    assert bar.label.text() != "Đã ban hành, chỉ xem"
    correction = now(opened)
    assert (correction.state, correction.letterhead.number) == ("drafting", None)
    assert correction.id != report.id
    assert {draft.state for draft in store.drafts()} == {"issued", "drafting"}
    assert not opened.workspace.opened.pages.closing.editor.isReadOnly()


def test_the_ways_on_are_those_of_the_state(opened: MainWindow) -> None:
    commands = opened.commands

    def offered() -> list[bool]:
        ways = (commands.to_drafting, commands.to_consulting, commands.to_signing, commands.to_issued)
        return [action.isVisible() for action in ways]

    assert offered() == [False, True, True, True]
    commands.to_signing.trigger()
    assert (now(opened).state, offered()) == ("for_signing", [True, True, False, True])
    commands.to_drafting.trigger()
    assert (now(opened).state, offered()) == ("drafting", [False, True, True, True])
    assert opened.commands.notes.isVisible() == bool(now(opened).import_notes)


def test_an_issued_report_goes_out_as_it_was_issued(qtbot: QtBot, window: MainWindow, sample: Report) -> None:
    dialog = ExportDialog(replace(sample, state="issued"), window.jobs, window._kept, window, "draft")
    assert dialog.paper == "plain"
    assert dialog.target.name.text().endswith("-da-ban-hanh")
    dispose(dialog)


def test_the_choice_of_paper_changes_name_mark_and_warning(window: MainWindow, sample: Report) -> None:
    report = next_year(sample, 2026, sample.modified, "new")
    dialog = ExportDialog(report, window.jobs, window._kept, window, "draft")
    dialog.show()
    assert dialog.target.name.text() == "BC-Dan-van-2026-du-thao-lan-1"
    assert not dialog.open_list.isVisible()
    dialog.choice.wide.setChecked(True)
    assert dialog.choice.copy().settings is not None
    dialog.choice.signing.setChecked(True)
    assert dialog.target.name.text() == "BC-Dan-van-2026-trinh-ky"
    assert dialog.open_list.isVisible()
    assert (dialog.choice.copy().marks.draft, dialog.choice.copy().settings) == (None, None)
    dispose(dialog)


def test_a_pattern_for_names_is_kept_and_a_wrong_one_is_refused(
    window: MainWindow, sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QInputDialog

    dialog = ExportDialog(sample, window.jobs, window._kept, window, "signing")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("{số}", True))
    dialog.target.pattern.click()
    assert "{số}" in dialog.message.text()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("{năm}-{loại}-{tình trạng}", True))
    dialog.target.pattern.click()
    assert dialog.target.name.text() == "2025-BC-trinh-ky"
    dispose(dialog)
    again = ExportDialog(sample, window.jobs, window._kept, window, "signing")
    assert again.target.name.text() == "2025-BC-trinh-ky"
    dispose(again)


# ---------------------------------------------------------------------------------------- offices


def test_what_is_typed_of_an_office_is_kept(qtbot: QtBot) -> None:
    dialog = OfficesDialog(())
    form = dialog.form
    form.parent_agency.setText("UBND TỈNH A")
    form.agency.setText("VĂN PHÒNG")
    form.recipients.setPlainText("Sở Nội vụ\n\nTỉnh ủy")
    form.units.setText("VP1; VP2")
    form.settings.letter_size.setCurrentIndex(1)
    form.signer.form.setCurrentIndex(form.signer.form.findData("KT"))
    form.signer.head.setText("Chánh Văn phòng")
    form.signer.position.setText("Phó Chánh Văn phòng")
    form.signer.name.setText("Nguyễn Văn A")
    (office,) = dialog.offices()
    assert (office.title, office.recipients) == ("VĂN PHÒNG – UBND TỈNH A", ("Sở Nội vụ", "Tỉnh ủy"))
    assert office.units == ("VP1", "VP2")
    assert office.settings is not None
    assert office.settings.size_set == 13
    lines = ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    assert office.signers == (Signature(lines, None, "Nguyễn Văn A"),)
    again = OfficesDialog(dialog.offices())
    assert again.form.value() == office
    dispose(again)
    dispose(dialog)


def test_the_decree_refuses_titles_and_says_the_clause(qtbot: QtBot) -> None:
    dialog = OfficesDialog((Office("UBND TỈNH A", "VĂN PHÒNG"),))
    dialog.form.signer.head.setText("Chánh Văn phòng")
    dialog.form.signer.name.setText("TS. Nguyễn Văn A")
    assert not dialog.go.isEnabled()
    assert "Nghị định số 30/2020/NĐ-CP" in dialog.message.text()
    dialog.form.signer.name.setText("Nguyễn Văn A")
    assert dialog.go.isEnabled()
    dispose(dialog)


def test_a_signer_without_a_position_is_asked_for_it_in_a_sentence(qtbot: QtBot) -> None:
    dialog = OfficesDialog((Office("UBND TỈNH A", "VĂN PHÒNG"),))
    dialog.form.signer.form.setCurrentIndex(dialog.form.signer.form.findData("KT"))
    assert dialog.message.text().startswith("Sau “KT.” hãy ghi chức vụ của người đứng đầu")
    dialog.form.signer.head.setText("Chánh Văn phòng")
    dialog.form.signer.name.setText("Nguyễn Văn A")
    assert dialog.message.text().startswith("Nguyễn Văn A: Dưới dòng “KT. CHÁNH VĂN PHÒNG” phải ghi")
    dispose(dialog)


def test_offices_are_added_put_first_and_taken_away(qtbot: QtBot) -> None:
    one, two = Office("A", "VĂN PHÒNG"), Office("B", "SỞ X")
    dialog = OfficesDialog((one, two), 1)
    dialog.first.click()
    assert dialog.offices() == (two, one)
    dialog.add.click()
    dialog.form.agency.setText("BAN Y")
    assert [office.agency for office in dialog.offices()] == ["SỞ X", "VĂN PHÒNG", "BAN Y"]
    dialog.remove.click()
    assert dialog.offices() == (two, one)
    dispose(dialog)


def test_the_signer_put_first_signs_new_reports(qtbot: QtBot) -> None:
    head, deputy = (Signature((line,), None, "Nguyễn Văn A") for line in ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH X"))
    dialog = OfficesDialog((Office(agency="VĂN PHÒNG", signers=(head, deputy)),))
    form = dialog.form
    assert not form.first.isEnabled()
    form.signers.setCurrentIndex(1)
    form.first.click()
    assert dialog.offices()[0].signers == (deputy, head)
    assert form.signers.currentIndex() == 0
    dispose(dialog)


def test_addressees_of_an_office_are_seen_and_changed(qtbot: QtBot) -> None:
    dialog = OfficesDialog((Office(agency="VĂN PHÒNG", addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ")),))
    assert dialog.form.addressees.text() == "Ủy ban nhân dân tỉnh; Sở Nội vụ"
    dialog.form.addressees.setText("Kính gửi: Sở Nội vụ.")
    assert dialog.offices()[0].addressees == ("Sở Nội vụ",)
    dispose(dialog)


def test_recipients_of_an_office_are_taken_as_they_are_copied_from_paper(qtbot: QtBot) -> None:
    dialog = OfficesDialog((Office(agency="VĂN PHÒNG"),))
    dialog.form.recipients.setPlainText("Nơi nhận:\n- Sở Nội vụ (để báo cáo);\n- Lưu: VT, VP1.")
    (office,) = dialog.offices()
    assert (office.recipients, office.units) == (("Sở Nội vụ (để báo cáo)",), ("VP1",))
    dispose(dialog)


# ------------------------------------------------------------------------------------------- help


def test_f1_opens_the_topic_of_the_place(qtbot: QtBot, opened: MainWindow) -> None:
    for place, topic in (("annexes", "bang-va-phu-luc"), ("general", "co-quan-va-yeu-cau")):
        opened.workspace.go_to(place)
        opened.commands.help.trigger()
        shown = [each for each in inside(opened, HelpWindow) if each.isVisible()]
        assert shown[-1]._current() == topic
        for each in shown:
            dispose(each)
    assert topic_of("") == "bat-dau"
    assert {topic_of(place) for place in ("section:3/5+1", "opening", "closing")} <= {
        topic.name for topic in topics()
    }


def test_help_is_found_without_tone_marks_and_links_lead_on(qtbot: QtBot) -> None:
    assert found("chua ra")[0].name == "chua-ra"
    assert found("zzz") == ()
    window = HelpWindow("bat-dau")
    window.search.setText("ky thay")
    assert window.list.count() >= 1
    window._follow(QUrl("luu-o-dau"))
    assert window._current() == "luu-o-dau"
    assert "thư mục dữ liệu" in window.page.toPlainText()
    window.search.setText("zzz")
    assert "Không có việc nào" in window.page.toPlainText()
    dispose(window)


def test_f1_in_a_dialog_opens_its_topic(qtbot: QtBot, opened: MainWindow) -> None:
    dialog = RequestDialog(now(opened), TODAY, opened)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    (shown,) = inside(dialog, HelpWindow)
    assert shown._current() == "co-quan-va-yeu-cau"
    dispose(dialog)


# ------------------------------------------------------------------------- large letters, dark ground


@pytest.fixture(params=[1.25, 1.5], ids=["125 %", "150 %"])
def larger_letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    factor: float = request.param
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(before.pointSizeF() * factor)
    qapp.setFont(font)
    yield factor
    qapp.setFont(before)


def test_nothing_is_cut_off_in_larger_letters(
    qtbot: QtBot, larger_letters: float, store: Store, window: MainWindow, sample: Report
) -> None:
    new = next_year(sample, 2026, sample.modified, "new")
    store.create(new)
    window.start_page.refresh()
    qtbot.wait(20)
    assert cut_off(window) == []
    assert window.start_page.minimumSizeHint().width() <= 1366
    assert window.start_page.minimumSizeHint().height() <= 700
    dialogs = (
        ExportDialog(new, window.jobs, window._kept, window, "signing"),
        RequestDialog(sample, TODAY, window),
        IssueDialog(sample, TODAY, window),
        OfficesDialog((), 0, window),
        HelpWindow("bat-dau", window),
    )
    for dialog in dialogs:
        dialog.show()
        qtbot.waitExposed(dialog)
        assert cut_off(dialog) == [], type(dialog).__name__
        assert dialog.height() <= 740, type(dialog).__name__
        dispose(dialog)


def test_on_a_dark_ground_the_card_follows_the_systems_colours(
    qtbot: QtBot, qapp: QApplication, store: Store, window: MainWindow, sample: Report
) -> None:
    before = qapp.palette()
    dark = QPalette(QColor("#2b2b2b"))
    qapp.setPalette(dark)
    try:
        store.create(sample)
        window.start_page.refresh()
        qtbot.wait(50)
        card = window.start_page.card
        for label in (card.title, card.facts):
            ground = label.palette().color(label.backgroundRole()).lightness()
            letters = label.palette().color(label.foregroundRole()).lightness()
            assert letters - ground > 100
        window.banner.say("Chưa lưu được")
        palette = window.banner.label.palette()
        contrast = (
            palette.color(QPalette.ColorRole.WindowText).lightness()
            - palette.color(QPalette.ColorRole.Window).lightness()
        )
        assert abs(contrast) > 100
    finally:
        qapp.setPalette(before)
    assert not isinstance(QApplication.activeModalWidget(), QMessageBox)


@pytest.mark.parametrize(("answer", "state"), [("Xem lại", "drafting"), ("Vẫn ghi nhận", "issued")])
def test_issuing_before_its_day_with_places_nobody_looked_at_asks_first(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report, answer: str, state: str
) -> None:
    carried = next_year(sample, 2026, sample.modified, "new")
    assert window.open_draft(store.create(carried))

    def decide(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        assert "Ngày ban hành 31/12/2999 chưa tới" in box.text()
        assert "chỗ chưa rà" in box.text()
        (button,) = (each for each in box.buttons() if each.text().replace("&", "") == answer)
        button.click()

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, IssueDialog)
        dialog.number.setText("07")
        dialog.issued_on.setText("31/12/2999")
        when_modal(QWidget, decide)
        dialog.go.click()
        if dialog.isVisible():
            dialog.reject()

    when_modal(QWidget, fill)
    window.commands.to_issued.trigger()
    assert now(window).state == state


def test_nothing_is_asked_of_a_report_issued_today_with_nothing_open(sample: Report) -> None:
    today = PartialDate(TODAY.year, TODAY.month, TODAY.day)
    assert doubts(sample, today, TODAY) == ()
    assert doubts(sample, replace(today, day=25), TODAY) == (
        "Ngày ban hành 25/11/2026 chưa tới: hôm nay là 24/11/2026.",
    )
