"""A report that is in the list already is brought in again: one question, never two drafts of one report."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import ImportNote, Report
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.builders.edited_word_file import replaced, sent_back
from tests.builders.reports import NOW
from tests.gui.modal import the_box, when_modal
from tests.gui.takeback_scenes import exported, settled, the_panel
from tests.gui.visible_texts import inside


@pytest.fixture
def report() -> Report:
    return replace(samples.report(), id="một báo cáo", year=this_year())


@pytest.fixture
def file(tmp_path: Path, report: Report) -> Path:
    path = tmp_path / "bao-cao.danvan"
    path.write_text(to_json(report), encoding="utf-8")
    return path


@pytest.fixture
def kept(store: Store, report: Report) -> int:
    return store.create(report).id


Bring = Callable[[], QMessageBox]


@pytest.fixture
def bring(qtbot: QtBot, window: MainWindow, file: Path) -> Bring:
    def bring_in() -> QMessageBox:
        window.importing.bring_in(file)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=15_000)
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        return box

    return bring_in


def click(box: QMessageBox, text: str) -> None:
    (button,) = [each for each in inside(box, QPushButton) if text in each.text().replace("&", "")]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_enter_opens_the_report_that_is_there(
    window: MainWindow, store: Store, kept: int, bring: Bring
) -> None:
    box = bring()
    assert "đã có trong danh sách: “Kết quả thực hiện công tác Dân vận năm 2026”" in box.text()
    assert "giống hệt" in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.session.draft is not None
    assert window.session.draft.id == kept
    assert len(store.drafts()) == 1


def test_notes_of_an_import_and_the_time_of_saving_are_no_difference(
    store: Store, kept: int, bring: Bring, report: Report
) -> None:
    noted = replace(report, import_notes=(ImportNote("x", "Đã bỏ một ảnh."),), modified=NOW)
    store.save(kept, noted, "")
    assert "giống hệt" in bring().informativeText()


def test_a_copy_of_its_own_is_another_report(
    window: MainWindow, store: Store, kept: int, bring: Bring, report: Report
) -> None:
    store.save(kept, replace(report, subject="Đã sửa ở đây"), "")
    box = bring()
    assert "khác với báo cáo đang có" in box.informativeText()
    click(box, "Nhập thành bản riêng")
    assert len(store.drafts()) == 2
    assert window.session.draft is not None
    assert window.session.draft.id != kept
    assert store.load(window.session.draft.id).id != report.id
    assert store.load(kept).subject == "Đã sửa ở đây"


def test_escape_does_nothing(window: MainWindow, store: Store, kept: int, bring: Bring) -> None:
    QTest.keyClick(bring(), Qt.Key.Key_Escape)
    assert window.session.draft is None
    assert len(store.drafts()) == 1


def test_one_in_the_bin_stays_there_and_the_new_one_is_another(
    qtbot: QtBot, window: MainWindow, store: Store, kept: int, file: Path, report: Report
) -> None:
    store.delete(kept)
    window.importing.bring_in(file)
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert window.session.draft is not None
    store.restore(kept)
    assert len({store.load(draft.id).id for draft in store.drafts()}) == 2


def test_next_year_from_the_file_of_a_report_that_is_here_keeps_no_second_one(
    qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path, report: Report
) -> None:
    last = replace(report, year=this_year() - 1)
    path = tmp_path / "nam-truoc.danvan"
    path.write_text(to_json(last), encoding="utf-8")
    store.create(last)
    window.importing.bring_in(path, "next_year")
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert sorted(draft.year for draft in store.drafts()) == [this_year() - 1, this_year()]


def test_next_year_from_a_changed_file_keeps_the_file_as_another_report(
    qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path, report: Report
) -> None:
    last = replace(report, year=this_year() - 1)
    path = tmp_path / "nam-truoc.danvan"
    path.write_text(to_json(replace(last, subject="Bản khác năm 2025")), encoding="utf-8")
    store.create(last)
    window.importing.bring_in(path, "next_year")
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert len({store.load(draft.id).id for draft in store.drafts()}) == 3


def test_the_sample_can_be_looked_at_twice(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    window.commands.sample.trigger()
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    window.leave_report("test")
    window.commands.sample.trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=15_000)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    click(box, "Mở báo cáo đang có")
    assert window.session.draft is not None
    assert len(store.drafts()) == 1


# ------------------------------------------------------------------- files of others, and new reports

OUTSIDE = """\
SỞ DU LỊCH

BÁO CÁO
Kết quả công tác Dân vận năm {year}

I. TÌNH HÌNH
{text}
"""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "cua-noi-khac.txt"
    path.write_text(OUTSIDE.format(year=this_year(), text="Đoạn một."), encoding="utf-8")
    return path


def bring_first(qtbot: QtBot, window: MainWindow, path: Path) -> int:
    window.importing.bring_in(path)
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert window.session.draft is not None
    number = window.session.draft.id
    window.leave_report("test")
    return number


@pytest.mark.parametrize(("text", "said"), [("Đoạn một.", "giống hệt"), ("Đoạn khác.", "khác với")])
def test_a_file_of_others_that_comes_twice_asks(
    qtbot: QtBot, window: MainWindow, store: Store, outside: Path, text: str, said: str
) -> None:
    first = bring_first(qtbot, window, outside)
    outside.write_text(OUTSIDE.format(year=this_year(), text=text), encoding="utf-8")
    window.importing.bring_in_all([outside])
    box = the_box(qtbot, 15_000)
    assert "cùng năm, cùng trích yếu: “Kết quả công tác Dân vận năm" in box.text()
    assert said in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.session.draft is not None
    assert window.session.draft.id == first
    assert len(store.drafts()) == 1


def test_a_file_of_others_may_come_as_a_second_report(
    qtbot: QtBot, window: MainWindow, store: Store, outside: Path
) -> None:
    bring_first(qtbot, window, outside)
    window.importing.bring_in(outside)
    click(the_box(qtbot, 15_000), "Nhập thành bản riêng")
    qtbot.waitUntil(lambda: len(store.drafts()) == 2)
    assert len({store.load(draft.id).id for draft in store.drafts()}) == 2


def test_next_year_from_the_same_file_of_others_takes_the_report_that_is_here(
    qtbot: QtBot, window: MainWindow, store: Store, outside: Path
) -> None:
    outside.write_text(OUTSIDE.format(year=this_year() - 1, text="Đoạn một."), encoding="utf-8")
    for _ in range(2):
        window.importing.bring_in(outside, "next_year")
        qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
        assert window.session.draft is not None
        store.delete(window.session.draft.id)
        window.leave_report("test")
    assert [draft.year for draft in store.drafts()] == [this_year() - 1]


@pytest.mark.parametrize(("button", "count"), [("Mở báo cáo đang có", 1), ("Vẫn lập báo cáo mới", 2)])
def test_a_second_report_of_one_year_and_subject_asks(
    qtbot: QtBot, window: MainWindow, store: Store, button: str, count: int
) -> None:
    def begin() -> None:
        when_modal(NewReportDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
        window.commands.new.trigger()

    begin()
    assert window.session.draft is not None
    first = window.session.draft.id
    window.leave_report("test")
    begin()
    box = the_box(qtbot)
    assert "cùng năm, cùng trích yếu" in box.text()
    click(box, button)
    qtbot.waitUntil(lambda: window.session.draft is not None)
    assert window.session.draft is not None
    assert (window.session.draft.id == first) == (count == 1)
    assert len(store.drafts()) == count


def test_next_years_report_that_is_begun_already_is_opened(
    qtbot: QtBot, window: MainWindow, store: Store, report: Report
) -> None:
    last = store.create(replace(report, year=this_year() - 1, subject=f"Kết quả năm {this_year() - 1}"))
    for _ in range(2):
        window.open_draft(last)
        window.commands.continued.trigger()
    QTest.keyClick(the_box(qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.draft is not None and window.session.draft.id != last.id)
    assert len(store.drafts()) == 2


def test_a_changed_word_file_is_taken_back_by_enter_into_the_report_that_is_there(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report, tmp_path: Path
) -> None:
    kept = store.create(sample).id
    docx = exported(sample)
    store.correspondence.keep_sent(kept, sample, docx)
    path = tmp_path / "sua.docx"
    path.write_bytes(sent_back(docx, [replaced("Tính đến ngày", "168 người", "172 người")]))
    window.importing.bring_in(path)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=15_000)
    box = QApplication.activeModalWidget()
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settled(window), timeout=20_000)
    assert window.session.draft is not None
    assert window.session.draft.id == kept
    assert the_panel(window).undecided.text() == "còn 1 chỗ chưa quyết"
    assert len(store.drafts()) == 1
