"""Cơ quan và người ký reaches a report that was brought in, next year's, and on wish the open one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.take_office_dialog import TakeOfficeDialog
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.lifecycle.outlines import new_report, outlines
from danvan_desktop.report.model import Letterhead, Report, Signature
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.drafts import Store
from tests.gui.home.test_paste_report_dialog import TEXT, opened
from tests.gui.modal import when_modal

DEPUTY = Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), None, "Nguyễn Văn A")
HEAD = Signature(("CHÁNH VĂN PHÒNG",), None, "Trần Thị B")
OFFICE = Office(
    "UBND TỈNH HƯƠNG GIANG",
    "VĂN PHÒNG",
    symbol="BC-VP",
    place="Hương Giang",
    signers=(DEPUTY, HEAD),
    recipients=("Sở Nội vụ", "Lưu trữ tỉnh"),
)
HEADED = Letterhead("UBND TỈNH HƯƠNG GIANG", "VĂN PHÒNG", None, "BC-VP", "Hương Giang")


@pytest.fixture
def report(store: Store) -> Report:
    """Keep the office, and make a report that names none."""
    store.keep_offices((OFFICE,))
    name = "Văn phòng UBND tỉnh"
    made = new_report(outlines()[0], this_year(), datetime(2026, 1, 2, tzinfo=UTC), name)
    return replace(made, letterhead=Letterhead(), recipients=(), signature=Signature())


def names(head: Letterhead) -> tuple[str | None, ...]:
    return head.parent_agency, head.agency, head.symbol, head.place


def with_dialog(act: Callable[[TakeOfficeDialog], object]) -> None:
    when_modal(TakeOfficeDialog, act)


def test_a_text_without_a_head_gets_that_of_the_office_and_it_is_said(
    qtbot: QtBot, window: MainWindow, report: Report
) -> None:
    window.importing.bring_in_text(TEXT)
    brought = opened(qtbot, window)
    assert names(brought.letterhead) == names(HEADED)
    assert (brought.signature, brought.recipients) == (DEPUTY, OFFICE.recipients)
    assert window.banner.isVisible()
    assert "Lấy từ Cơ quan và người ký: cơ quan chủ quản" in window.banner.label.text()
    assert "letterhead.symbol" not in {note.place for note in brought.import_notes}


def test_a_file_without_a_head_gets_that_of_the_office(
    qtbot: QtBot, window: MainWindow, report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "bao cao.txt"
    path.write_text(TEXT, encoding="utf-8")
    window.importing.bring_in(path)
    assert names(opened(qtbot, window).letterhead) == names(HEADED)


def test_next_years_report_gets_what_last_years_left_blank(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report
) -> None:
    last = store.create(replace(report, year=this_year() - 1, letterhead=Letterhead(place="Xã C")))
    window.open_draft(last)
    window.commands.continued.trigger()
    new = opened(qtbot, window)
    assert (new.year, names(new.letterhead)) == (this_year(), (*names(HEADED)[:3], "Xã C"))
    assert "cơ quan ban hành, ký hiệu" in window.banner.label.text()
    assert store.load(last.id).letterhead.agency is None, "last year's stays as it was"


def test_the_button_fills_the_open_report_in_one_step(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report
) -> None:
    window.open_draft(store.create(report))
    workspace = window.workspace
    before = workspace.opened.report()
    with_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    QTest.mouseClick(workspace.opened.pages.general.from_office, Qt.MouseButton.LeftButton)
    filled = workspace.opened.report()
    assert names(filled.letterhead) == names(HEADED)
    assert (filled.signature, filled.recipients) == (DEPUTY, OFFICE.recipients)
    assert workspace.opened.pages.signature.form.value() == "KT"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.opened.report() == before
    assert workspace.opened.pages.signature.form.value() == "direct"
    assert not workspace.opened.stack.can_undo
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert workspace.opened.report() == filled


def test_another_signer_is_chosen_beside_the_signing_fields(
    window: MainWindow, store: Store, report: Report
) -> None:
    window.open_draft(
        store.create(replace(report, letterhead=HEADED, signature=DEPUTY, recipients=("Sở X",)))
    )
    workspace = window.workspace
    workspace.go_to("signature.signer")

    def choose(dialog: TakeOfficeDialog) -> None:
        assert not dialog.only_blank.isChecked(), "nothing is blank"
        dialog.only_blank.click()
        assert (dialog.summary.text(), dialog.go.isEnabled()) == ("Không có ô nào phải điền.", False)
        dialog.signer.setFocus()
        QTest.keyClick(dialog.signer, Qt.Key.Key_End)
        assert dialog.summary.text() == "Sẽ điền: người ký."
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    with_dialog(choose)
    QTest.mouseClick(workspace.opened.pages.signature.from_office, Qt.MouseButton.LeftButton)
    changed = workspace.opened.report()
    assert (changed.signature, changed.recipients) == (HEAD, ("Sở X",))


SECOND = Office("UBND TỈNH HƯƠNG GIANG", "SỞ DU LỊCH", signers=(Signature(("GIÁM ĐỐC",), None, "Lê Văn C"),))


def all_of(window: MainWindow) -> str:
    made = window.workspace.opened.report()
    return "\n".join([all_text(made), *made.recipients, *made.signature.lines, made.filing.unit or ""])


@pytest.mark.parametrize("office", [SECOND, replace(SECOND, signers=())], ids=["signed", "bare"])
def test_a_report_begun_for_a_second_office_names_no_other(
    window: MainWindow, store: Store, office: Office
) -> None:
    store.keep_offices((OFFICE, office))

    def fill(dialog: NewReportDialog) -> None:
        dialog.offices.setFocus()
        QTest.keyClick(dialog.offices, Qt.Key.Key_Down)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    when_modal(NewReportDialog, fill)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    made = window.workspace.opened.report()
    assert made.letterhead.agency == "SỞ DU LỊCH"
    assert made.signature == (office.signers[0] if office.signers else Signature())
    words = all_of(window).casefold()
    assert "văn phòng" not in words
    assert "vp1" not in words
    assert words.count("sở du lịch") == 3, "letterhead, opening, closing"


def test_the_second_office_takes_the_place_of_the_first_in_all_of_a_report(
    window: MainWindow, store: Store, report: Report
) -> None:
    store.keep_offices((OFFICE, SECOND))
    signed = replace(report, letterhead=HEADED, signature=DEPUTY, recipients=("Văn phòng A",))
    window.open_draft(store.create(signed))
    workspace = window.workspace
    before = workspace.opened.report()

    def choose(dialog: TakeOfficeDialog) -> None:
        assert not dialog.only_blank.isChecked(), "nothing is blank"
        dialog.office.setFocus()
        QTest.keyClick(dialog.office, Qt.Key.Key_Down)
        assert dialog.signer.itemText(0) == "(để trống người ký)"
        assert dialog.signer.currentText().startswith("Lê Văn C")
        assert "tên cơ quan ở Mở đầu và Kết thúc" in dialog.summary.text()
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    with_dialog(choose)
    QTest.mouseClick(workspace.opened.pages.general.from_office, Qt.MouseButton.LeftButton)
    assert "văn phòng" not in all_of(window).casefold()
    assert workspace.opened.report().signature == SECOND.signers[0]
    workspace.opened.stack.undo()
    assert workspace.opened.report() == before, "one step"


def test_without_an_office_there_is_a_way_to_fill_one_in(window: MainWindow, store: Store) -> None:
    window.open_draft(store.create(new_report(outlines()[0], this_year(), datetime(2026, 1, 2, tzinfo=UTC))))
    workspace = window.workspace
    QTest.mouseClick(workspace.opened.pages.general.from_office, Qt.MouseButton.LeftButton)
    assert "Chưa điền cơ quan nào" in window.banner.label.text()
    assert window.banner.act.text() == "Điền bây giờ…"
