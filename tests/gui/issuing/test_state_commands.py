"""A report goes from state to state: the ways on, the signed file, read only once issued, its correction."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.issuing.amend_issue_dialog import AmendIssueDialog
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.issuing.withdraw_issue_dialog import WithdrawIssueDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.store.drafts import Store
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside


def now(window: MainWindow) -> Report:
    report = window.session.current()
    assert report is not None
    return report


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
    assert opened.status.deadline.text() == f"Số 45/{symbol} ngày 15/12/2025"
    visible = [action.text() for action in opened.commands.of_state if action.isVisible()]
    assert visible == [
        *("Sửa số, &ngày ban hành…", "Bỏ &ghi nhận ban hành…", "Th&ay tệp đã ký…", "&Mở tệp đã ký"),
        "Lập báo cáo tha&y thế…",
    ]

    bar = opened.workspace.review_bar
    assert bar.label.text() == "Đã ban hành, chỉ xem"
    visible_buttons = [button for button in inside(bar, QPushButton) if button.isVisible()]
    (instead,) = [each for each in visible_buttons if each.accessibleName() == "Lập báo cáo thay thế"]
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


@pytest.fixture
def issued(window: MainWindow, store: Store, sample: Report) -> MainWindow:
    """Return the window with a report open that is issued under number 45, without its signed file."""
    done = issue(sample, "45", PartialDate(2025, 12, 15), sample.modified)
    assert window.open_draft(store.create(done))
    return window


def test_number_and_date_are_mended_and_the_history_keeps_why(
    qtbot: QtBot, issued: MainWindow, store: Store
) -> None:
    before = now(issued)

    def fill(dialog: AmendIssueDialog) -> None:
        assert dialog.focusWidget() is dialog.fields.number
        assert not dialog.go.isEnabled(), "nothing is changed yet"
        type_text(dialog.fields.number, "46")
        assert dialog.message.text() == "Hãy ghi lý do sửa."
        assert not dialog.go.isEnabled()
        dialog.fields.issued_on.selectAll()
        type_text(dialog.fields.issued_on, "16/12/2025")
        type_text(dialog.reason, "ghi nhầm số khi vào sổ")
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    when_modal(AmendIssueDialog, fill)
    issued.commands.amend_issue.trigger()
    after = now(issued)
    assert (after.state, after.letterhead.number) == ("issued", "46")
    assert after.letterhead.issued_on == PartialDate(2025, 12, 16)
    assert after.sections == before.sections
    assert issued.status.deadline.text() == f"Số 46/{after.letterhead.symbol} ngày 16/12/2025"
    draft = issued.session.draft
    assert draft is not None

    def named() -> list[str]:
        return [version.name for version in store.history.versions(draft.id) if version.name]

    qtbot.waitUntil(lambda: bool(named()))
    assert named() == [
        f"Trước khi sửa số 45/{before.letterhead.symbol} ngày 15/12/2025: ghi nhầm số khi vào sổ"
    ]
    assert store.load(draft.id).letterhead.number == "46"
    assert issued.workspace.opened.is_read_only


def withdraw(window: MainWindow, *, keep_number: bool = False) -> None:
    """Take the issue back by the menu, with the keyboard."""

    def fill(dialog: WithdrawIssueDialog) -> None:
        assert dialog.focusWidget() is dialog.reason
        assert not dialog.go.isEnabled()
        assert dialog.message.text() == "Hãy ghi lý do bỏ ghi nhận."
        type_text(dialog.reason, "ghi nhầm báo cáo")
        if keep_number:
            QTest.mouseClick(
                dialog.blank, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.blank.height() // 2)
            )
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    when_modal(WithdrawIssueDialog, fill)
    window.commands.withdraw_issue.trigger()


def test_an_issue_recorded_by_mistake_is_taken_back_and_the_history_keeps_why(
    qtbot: QtBot, issued: MainWindow, store: Store
) -> None:
    before = now(issued)
    withdraw(issued)
    after = now(issued)
    assert (after.state, after.letterhead.number) == ("for_signing", None)
    assert after.letterhead.issued_on == PartialDate(2025)
    assert after.sections == before.sections
    assert not issued.workspace.opened.is_read_only
    assert not issued.commands.withdraw_issue.isVisible()
    draft = issued.session.draft
    assert draft is not None
    history = store.history

    def named() -> list[str]:
        return [version.name for version in history.versions(draft.id) if version.name]

    qtbot.waitUntil(lambda: bool(named()))
    symbol = before.letterhead.symbol
    assert named() == [f"Trước khi bỏ ghi nhận ban hành số 45/{symbol} ngày 15/12/2025: ghi nhầm báo cáo"]
    assert store.load(draft.id).state == "for_signing"


def test_number_and_date_of_an_old_paper_can_stay(issued: MainWindow) -> None:
    withdraw(issued, keep_number=True)
    head = now(issued).letterhead
    assert (head.number, head.issued_on) == ("45", PartialDate(2025, 12, 15))


def test_what_was_taken_back_is_recorded_again_by_undo(issued: MainWindow) -> None:
    before = now(issued)
    withdraw(issued)
    assert "Đã bỏ ghi nhận ban hành" in issued.toasts.label.text()
    QTest.mouseClick(issued.toasts.act, Qt.MouseButton.LeftButton)
    after = now(issued)
    assert (after.state, after.letterhead) == ("issued", before.letterhead)
    assert issued.workspace.opened.is_read_only


def test_a_day_to_come_is_asked_about_before_it_is_recorded(qtbot: QtBot, issued: MainWindow) -> None:
    def decide(box: QMessageBox) -> None:
        assert "Ngày ban hành 31/12/2999 chưa tới" in box.text()
        QTest.keyClick(box, Qt.Key.Key_Return)

    def fill(dialog: AmendIssueDialog) -> None:
        dialog.fields.issued_on.setText("31/12/2999")
        type_text(dialog.reason, "sửa ngày")
        when_modal(QMessageBox, decide)
        QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
        assert dialog.isVisible(), "Return goes back"
        dialog.reject()

    when_modal(AmendIssueDialog, fill)
    issued.commands.amend_issue.trigger()
    assert now(issued).letterhead.issued_on == PartialDate(2025, 12, 15)


def test_a_signed_file_comes_later_is_replaced_and_taken_back(
    qtbot: QtBot, issued: MainWindow, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = issued.commands
    assert not commands.signed_file.isVisible()
    assert commands.attach_signed.text() == "Th&êm tệp đã ký…"
    opened_urls: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_urls.append(Path(url.toLocalFile())))
    for name in ("lan-1", "lan-2"):
        (tmp_path / f"{name}.pdf").write_bytes(name.encode())
        monkeypatch.setattr(file_dialog, "ask_open", lambda *_, name=name: tmp_path / f"{name}.pdf")
        commands.attach_signed.trigger()
        assert f"{name}.pdf" in issued.toasts.label.text()
        commands.signed_file.trigger()
        assert opened_urls[-1].read_bytes() == name.encode()
        assert commands.attach_signed.text() == "Th&ay tệp đã ký…"
    assert len(list((data_dir / "ban-hanh").iterdir())) == 2, "nothing that was kept is overwritten"
    QTest.mouseClick(issued.toasts.act, Qt.MouseButton.LeftButton)
    commands.signed_file.trigger()
    assert opened_urls[-1].read_bytes() == b"lan-1"
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: None)
    commands.attach_signed.trigger()
    commands.signed_file.trigger()
    assert opened_urls[-1].read_bytes() == b"lan-1", "called off"


def test_nothing_of_the_issue_is_offered_before_it(opened: MainWindow) -> None:
    assert not opened.commands.amend_issue.isVisible()
    assert not opened.commands.attach_signed.isVisible()
    assert not opened.commands.withdraw_issue.isVisible()


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
