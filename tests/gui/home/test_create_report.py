"""What is brought in with number and date of last year is offered as issued."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.report.office.office import office_of
from danvan_desktop.store.drafts import Store
from tests.builders.reports import office_report
from tests.gui.modal import the_box, when_modal

LAST = this_year() - 1
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def report() -> Report:
    made = office_report("Hương Giang")
    head = replace(made.letterhead, number="45", issued_on=PartialDate(LAST, 12, 15))
    return replace(made, year=LAST, letterhead=head, state="drafting")


def written(report: Report, folder: Path) -> Path:
    path = folder / "nam-truoc.danvan"
    path.write_text(to_json(report), encoding="utf-8")
    return path


def states(store: Store) -> dict[int, str]:
    return {draft.year: draft.state for draft in store.drafts()}


@pytest.mark.parametrize(("ticks", "state"), [(True, "issued"), (False, "drafting")])
@pytest.mark.parametrize("agreed", [True, False])
def test_last_years_report_is_recorded_as_issued_where_one_says_so(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report, tmp_path: Path,
    ticks: bool, state: str, agreed: bool,
) -> None:  # fmt: skip
    store.keep_offices((office_of(report),))
    window.importing.bring_in(written(report, tmp_path))
    box = the_box(qtbot, 15_000)
    tick = box.checkBox()
    assert tick.text() == f"&Ghi nhận báo cáo năm {LAST} đã ban hành, số 45/BC-VP ngày 15/12/{LAST}"
    assert not tick.isChecked(), "nothing is recorded that nobody has said"
    if ticks:
        QTest.keyClick(box, Qt.Key.Key_G, ALT)
    qtbot.waitUntil(lambda: tick.isChecked() is ticks)
    QTest.keyClick(box, Qt.Key.Key_L if agreed else Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: window.session.draft is not None)
    assert states(store)[LAST] == state
    if agreed:
        assert states(store)[this_year()] == "drafting"
        assert not window.workspace.opened.is_read_only
    else:
        assert window.workspace.opened.is_read_only is ticks


def test_last_years_file_from_which_this_years_is_made_is_offered_in_the_banner(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report, tmp_path: Path
) -> None:
    store.keep_offices((office_of(report),))
    window.importing.bring_in(written(report, tmp_path), "next_year")
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert f"Báo cáo năm {LAST} có số 45/BC-VP ngày 15/12/{LAST}." in window.banner.label.text()
    QTest.mouseClick(window.banner.act, Qt.MouseButton.LeftButton)
    assert states(store) == {LAST: "issued", this_year(): "drafting"}
    assert not window.banner.isVisible()


def test_a_dropped_report_is_offered_after_its_office(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report, tmp_path: Path
) -> None:
    window.importing.bring_in_all([written(report, tmp_path)])
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert "Lưu cơ quan và người ký" in window.banner.label.text()
    QTest.mouseClick(window.banner.dismiss, Qt.MouseButton.LeftButton)
    assert window.banner.label.text().endswith("Ghi nhận báo cáo ấy đã ban hành?")

    def agree(dialog: IssueDialog) -> None:
        assert (dialog.number.text(), dialog.issued_on.text()) == ("45", f"15/12/{LAST}")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    when_modal(IssueDialog, agree)
    QTest.mouseClick(window.banner.act, Qt.MouseButton.LeftButton)
    assert states(store) == {LAST: "issued"}
    assert window.workspace.opened.is_read_only
