"""The clerk's December counted in clicks and keys, from the first page on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop import exporters
from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import total
from danvan_desktop.report.model import Letterhead, Paragraph, PartialDate, Report, Run, plain
from danvan_desktop.store.drafts import Store
from tests.builders.exported_files import typed_docx
from tests.gui.export.test_export_dialog import text_of
from tests.gui.keyboard import type_text
from tests.gui.modal import the_box, when_modal
from tests.gui.visible_texts import inside


class Hand:
    """Clicks and presses keys like the person, and counts; what is typed into a name counts as one."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window
        self.acts: list[str] = []

    def click(self, button: QPushButton | QToolButton) -> None:
        """Click ``button``, which must be there to be clicked, or come in a moment."""
        self._qtbot.waitUntil(button.isVisible)
        assert button.isEnabled(), button.text()
        self.acts.append(button.text().replace("&", "").replace("\n", " "))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, name: str) -> None:
        """Press a key on the window."""
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow)
        self.acts.append(name)
        QTest.keyClick(self._window, key)

    def give(self, path: Path) -> Callable[[QWidget], None]:
        """Choose a file in Qt's own dialog: choosing it is one act, the button another."""

        def act(dialog: QWidget) -> None:
            assert isinstance(dialog, QFileDialog)
            name = next(edit for edit in inside(dialog, QLineEdit) if edit.objectName() == "fileNameEdit")
            self.acts.append("chọn tệp")
            type_text(name, str(path))
            box = inside(dialog, QDialogButtonBox)[0]
            self.click(box.button(QDialogButtonBox.StandardButton.Open))

        return act

    def when_modal(self, act: Callable[[QWidget], object]) -> None:
        """Do ``act`` with the modal dialog that the next act opens, as soon as it is there."""

        when_modal(QWidget, act)


def button(widget: QWidget, text: str) -> QPushButton:
    return next(each for each in inside(widget, QPushButton) if text in each.text().replace("&", ""))


@pytest.fixture
def last_years(resources: Path, tmp_path: Path) -> Path:
    """Write last year's report as a Word file, as our own exporter does."""
    sample = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    path = tmp_path / "Bao cao 2025.docx"
    exporters.export(sample, [path])
    return path


@pytest.fixture
def handmade(tmp_path: Path) -> Path:
    """Write last year's report as people do: plain paragraphs, numbers typed, python-docx."""
    year = this_year() - 1
    texts = (
        "UBND TỈNH HƯƠNG GIANG",
        "VĂN PHÒNG",
        "Số: 45/BC-VP",
        "BÁO CÁO",
        f"Kết quả thực hiện công tác Dân vận năm {year}",
        "Thực hiện Công văn số 12/SNV-XDCQ ngày 20/11 của Sở Nội vụ, Văn phòng báo cáo như sau:",
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        f"Năm {year}, Văn phòng có 42 công chức và người lao động.",
        "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN",
        "1. Công tác tuyên truyền",
        "Đã tổ chức 03 hội nghị.",
        f"IV. NHIỆM VỤ TRỌNG TÂM NĂM {year + 1}",
        "Tiếp tục quán triệt đường lối của Đảng.",
        "Trên đây là báo cáo của Văn phòng./.",
    )
    path = tmp_path / "Báo cáo năm cũ.docx"
    path.write_bytes(typed_docx(texts))
    return path


def export_with(hand: Hand, qtbot: QtBot, folder: Path, files: list[Path]) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        hand.click(dialog.go)
        qtbot.waitUntil(lambda: bool(dialog.files), timeout=30_000)
        files.extend(dialog.files)
        dialog.accept()

    return act


@pytest.fixture
def out(tmp_path: Path, window: MainWindow) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    window._preferences.keep(export_folder=str(folder))
    return folder


def beginning(window: MainWindow, name: str) -> QPushButton:
    """The button of the first page, with reports in the list or without, whose name begins so."""
    buttons = [each for each in inside(window.start_page, QPushButton) if each.isVisible()]
    (found,) = [each for each in buttons if each.accessibleName().startswith(name)]
    return found


def draft_from_file(hand: Hand, qtbot: QtBot, window: MainWindow, path: Path, out: Path) -> list[Path]:
    """Go the whole way: the big button, the file, the export of the draft."""
    hand.when_modal(hand.give(path))
    hand.click(beginning(window, "Lập báo cáo năm"))
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=30_000)
    files: list[Path] = []
    hand.when_modal(export_with(hand, qtbot, out, files))
    tool = next(each for each in inside(window, QPushButton) if each.text() == "Xuất tệp")
    hand.click(tool)
    return files


def test_from_last_years_word_file_to_the_first_draft_in_eight_clicks(
    qtbot: QtBot, window: MainWindow, store: Store, handmade: Path, out: Path
) -> None:
    hand = Hand(qtbot, window)
    files = draft_from_file(hand, qtbot, window, handmade, out)
    print(hand.acts)
    assert len(hand.acts) <= 8
    assert len(hand.acts) == 5
    names = [path.name for path in files]
    assert names == [f"BC-Dan-van-{this_year()}-du-thao-lan-1{suffix}" for suffix in (".docx", ".pdf")]
    new = window.session.current()
    assert new is not None
    assert (new.year, new.state, new.marks.draft) == (this_year(), "consulting", 1)
    assert new.letterhead.number is None
    assert total(new).unchecked > 0
    for path in files:
        text = " ".join(text_of(path).split())
        assert "DỰ THẢO LẦN 1" in text
        assert f"năm {this_year()}" in text
        assert "42 công chức" in text
    assert {draft.year for draft in store.drafts()} == {this_year(), this_year() - 1}


def test_our_own_word_file_goes_the_same_way(
    qtbot: QtBot, window: MainWindow, last_years: Path, out: Path
) -> None:
    hand = Hand(qtbot, window)
    draft_from_file(hand, qtbot, window, last_years, out)
    assert len(hand.acts) <= 8
    report = window.session.current()
    assert report is not None
    assert report.year == this_year()


def test_a_file_brought_in_the_other_way_offers_next_year(
    qtbot: QtBot, window: MainWindow, handmade: Path, out: Path
) -> None:
    hand = Hand(qtbot, window)
    hand.when_modal(hand.give(handmade))
    hand.click(beginning(window, "Nhập báo cáo cũ"))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=30_000)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert f"Báo cáo này của năm {this_year() - 1}." in box.text()
    hand.click(button(box, f"Lập báo cáo năm {this_year()}"))
    qtbot.waitUntil(lambda: window.session.draft is not None)
    files: list[Path] = []
    hand.when_modal(export_with(hand, qtbot, out, files))
    window.commands.export_draft.trigger()
    hand.acts.append("Shift+F12")
    assert len(files) == 2
    assert len(hand.acts) <= 8


def test_the_old_report_may_be_kept_alone(
    qtbot: QtBot, window: MainWindow, store: Store, handmade: Path
) -> None:
    window.importing.bring_in(handmade)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=30_000)
    box = QApplication.activeModalWidget()
    assert box is not None
    button(box, "Chỉ nhập báo cáo cũ").click()
    qtbot.waitUntil(lambda: window.session.draft is not None)
    assert [draft.year for draft in store.drafts()] == [this_year() - 1]


def this_years(resources: Path) -> Report:
    sample = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    return next_year(sample, this_year(), sample.modified, "new")


@pytest.fixture
def december(resources: Path, store: Store) -> Report:
    """Keep a report of this year, begun from last year's, before the window opens."""
    report = this_years(resources)
    store.create(report)
    return report


def test_from_the_first_page_to_the_signing_copy_in_three_clicks(
    qtbot: QtBot, december: Report, window: MainWindow, out: Path
) -> None:
    hand = Hand(qtbot, window)
    hand.click(window.start_page.card.resume)
    files: list[Path] = []
    seen: list[str] = []

    def look_and_export(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        seen.append(dialog.open_list.title.text())
        assert dialog.open_list.isVisible()
        assert dialog.go.text() == "&Vẫn xuất"
        export_with(hand, qtbot, out, files)(dialog)

    hand.when_modal(look_and_export)
    hand.press(Qt.Key.Key_F12, "F12")
    assert hand.acts == ["Soạn tiếp", "F12", "Vẫn xuất"]
    assert f"Còn {total(december).unchecked} chỗ chưa rà" in seen[0]
    assert files[0].name == f"BC-Dan-van-{this_year()}-trinh-ky.docx"
    for path in files:
        assert "DỰ THẢO" not in text_of(path)
    report = window.session.current()
    assert report is not None
    assert (report.state, report.marks.draft) == ("for_signing", None)
    assert window.stepper.steps["for_signing"].text() == "● Trình ký"
    beside = window.compliance.report_sheet()
    assert beside is not None
    assert beside.panel.isVisible()  # the sheet of these files: no act more
    qtbot.waitUntil(lambda: beside.panel.sheet is not None, timeout=30_000)
    assert beside.panel.sheet is not None
    assert beside.panel.sheet.source.name == files[0].name


def test_go_there_leaves_for_the_open_place(qtbot: QtBot, december: Report, window: MainWindow) -> None:
    window.start_page.card.resume.click()
    places: list[str] = []

    def leave(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.open_list.list.setCurrentRow(3)
        dialog.open_list.place_wanted.connect(places.append)
        dialog.open_list.go.click()

    hand = Hand(qtbot, window)
    hand.when_modal(leave)
    window.commands.export_signing.trigger()
    assert window.workspace.place() == places[0]
    report = window.session.current()
    assert report is not None
    assert report.state == "drafting"


def test_the_first_page_says_what_is_due_and_open(resources: Path, store: Store, window: MainWindow) -> None:
    from danvan_desktop.report.model import Request

    report = this_years(resources)
    opening = (Paragraph(900, runs=(Run("Thực hiện …"),), note="chờ công văn"), *report.opening)
    request = Request("Sở Nội vụ", due=PartialDate(this_year() + 1, 12, 15))
    store.create(replace(report, opening=opening, next_id=901, request=request))
    window.start_page.refresh()
    card = window.start_page.card
    assert card.due.text().startswith(f"Hạn gửi 15/12/{this_year() + 1}, còn")
    assert card.state.text() == "Đang soạn"
    assert card.missing.text() == "1 việc chưa xong"
    open_marks = total(report).unchecked
    assert card.review.text().startswith(f"đã rà 0 / {open_marks} chỗ cũ")
    assert (card.bar.value(), card.bar.maximum()) == (0, open_marks)
    assert f"hạn gửi 15/12/{this_year() + 1}" in window.start_page.list.rows.texts(0).details


def test_the_way_back_leads_to_the_last_place(qtbot: QtBot, december: Report, window: MainWindow) -> None:
    window.start_page.card.resume.click()
    section = window.workspace.opened.report().sections[2]
    window.workspace.go_to(f"section:{section.id}/{section.blocks[1].id}+3")
    left = window.workspace.place()
    window.leave_report("test")
    window.start_page.card.resume.click()
    assert window.workspace.place() == left


def test_next_year_begins_from_the_open_report_and_from_the_list(
    qtbot: QtBot, december: Report, window: MainWindow, store: Store
) -> None:
    assert f"năm {this_year()}" in window.start_page.beginnings[0].text()
    store.create(replace(december, year=this_year() - 1, id="old"))
    window.start_page.refresh()
    window.start_page.beginnings[0].click()
    qtbot.waitUntil(lambda: window.session.draft is not None)
    report = window.session.current()
    assert report is not None
    assert report.year == this_year()
    window.commands.continued.trigger()
    report = window.session.current()
    assert report is not None
    assert report.year == this_year() + 1
    assert len(store.drafts()) == 4


def test_of_several_reports_the_one_to_grow_out_of_is_chosen(
    qtbot: QtBot, december: Report, window: MainWindow, store: Store
) -> None:
    from danvan_desktop.gui.home.choose_report_dialog import ChooseReportDialog

    for year, subject in ((2, "Báo cáo cũ"), (1, "Quy chế dân chủ"), (1, "Dân vận khéo")):
        store.create(replace(december, year=this_year() - year, subject=subject, id=subject))
    window.start_page.refresh()
    hand = Hand(qtbot, window)
    listed: list[str] = []

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, ChooseReportDialog)
        listed.extend(dialog.list.item(row).text().partition("\n")[0] for row in range(dialog.list.count()))
        dialog.list.setCurrentRow(listed.index("Quy chế dân chủ"))
        hand.click(button(dialog, "Lập báo cáo"))

    hand.when_modal(choose)
    hand.click(beginning(window, "Lập báo cáo năm"))
    assert set(listed[:2]) == {"Quy chế dân chủ", "Dân vận khéo"}
    assert listed[2] == "Báo cáo cũ"
    report = window.session.current()
    assert report is not None
    assert (report.subject, report.year) == ("Quy chế dân chủ", this_year())


def test_another_file_can_be_taken_instead(
    qtbot: QtBot, december: Report, window: MainWindow, store: Store, handmade: Path
) -> None:
    for subject in ("Một", "Hai"):
        store.create(replace(december, year=this_year() - 1, subject=subject, id=subject))
    window.start_page.refresh()
    hand = Hand(qtbot, window)

    def other(dialog: QWidget) -> None:
        hand.when_modal(hand.give(handmade))
        hand.click(button(dialog, "Lấy từ tệp khác"))

    hand.when_modal(other)
    hand.click(beginning(window, "Lập báo cáo năm"))
    box = the_box(qtbot, 30_000)  # this year's report is there already
    hand.click(button(box, "Vẫn lập báo cáo mới"))
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=30_000)
    report = window.session.current()
    assert report is not None
    assert (report.year, report.letterhead.agency) == (this_year(), "VĂN PHÒNG")


def test_an_office_is_kept_from_an_import_and_fills_the_next_report(
    qtbot: QtBot, window: MainWindow, store: Store, handmade: Path
) -> None:
    window.importing.bring_in(handmade, "next_year")
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=30_000)
    years = [draft.year for draft in store.drafts()]
    assert years == [this_year(), this_year() - 1], "this year's report is above the one it was begun from"
    assert window.banner.isVisible()
    assert "VĂN PHÒNG" in window.banner.label.text()
    hand = Hand(qtbot, window)
    hand.when_modal(lambda dialog: button(dialog, "Thôi").click())
    window.banner.act.click()
    assert window.banner.isVisible(), "what was not kept is still offered"
    hand.when_modal(lambda dialog: button(dialog, "Lưu").click())
    window.banner.act.click()
    assert not window.banner.isVisible()
    (office,) = store.offices()
    assert office.agency == "VĂN PHÒNG"
    hand.when_modal(lambda dialog: button(dialog, "Lập báo cáo").click())
    window.commands.new.trigger()
    report = window.session.current()
    assert report is not None
    assert isinstance(report.letterhead, Letterhead)
    assert report.letterhead.agency == "VĂN PHÒNG"
    assert report.sections
    assert all(plain(section.title) for section in report.sections)
