"""The register of citations: what each document lacks is told, and completed by one click."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.checks import check, citations, standing_citations
from danvan_desktop.gui.checking.citations_dialog import NOTHING_CITED, CitationsDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.find.tab_titles import tab_titles
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders.example_reports import example_report
from tests.gui.checking_scenes import CITED_IN_FULL, CITING, is_checked, open_beside
from tests.gui.modal import when_modal


def cited_by(report: Report) -> CitationsDialog:
    last_year = replace(example_report(f"Theo {CITED_IN_FULL}."), year=2024)
    found = check(report, known=standing_citations([last_year]))
    return CitationsDialog(citations(report), found, tab_titles(report))


@pytest.fixture
def dialog(qtbot: QtBot) -> CitationsDialog:
    dialog = cited_by(example_report(CITING))
    qtbot.addWidget(dialog)
    return dialog


def test_each_document_stands_once_with_what_it_lacks(dialog: CitationsDialog) -> None:
    told = [dialog.list.item(row).text().split("\n") for row in range(dialog.list.count())]
    assert told == [
        [
            "Chỉ thị số 33/CT-TTg của Thủ tướng Chính phủ",
            "! Còn thiếu: ngày ban hành, trích yếu; nêu 2 lần; lần đầu ở I. KẾT QUẢ THỰC HIỆN",
            f"→ {CITED_IN_FULL}",
        ],
        [
            "Kế hoạch số 18/KH-VP ngày 20/01/2025 về công tác dân vận năm 2025",
            "✓ Đã đủ; nêu một lần; lần đầu ở I. KẾT QUẢ THỰC HIỆN",
        ],
        [
            "Công văn số 4378/SNV-XDCQ ngày 20/11/2025 của Sở Nội vụ",
            "! Còn thiếu: trích yếu; nêu một lần; lần đầu ở I. KẾT QUẢ THỰC HIỆN",
        ],
    ]


def test_two_dates_of_one_document_are_told(qtbot: QtBot) -> None:
    again = "Chỉ thị số 33/CT-TTg ngày 27/11/2021 được quán triệt."
    dialog = cited_by(example_report(f"# KẾT QUẢ\nThực hiện {CITED_IN_FULL}.\n{again}"))
    qtbot.addWidget(dialog)

    assert "! Ghi hai ngày khác nhau: 26/11/2021 và 27/11/2021; nêu 2 lần" in dialog.list.item(0).text()


def test_where_only_so_is_known_the_list_says_so(qtbot: QtBot) -> None:
    dialog = cited_by(example_report("# KẾT QUẢ\nThực hiện Nghị quyết 25-NQ/TW về công tác dân vận."))
    qtbot.addWidget(dialog)

    assert dialog.list.item(0).text().split("\n")[1:] == [
        "! Còn thiếu: số, ngày ban hành, cơ quan ban hành; nêu một lần; lần đầu ở I. KẾT QUẢ",
        "→ chỉ thêm được chữ “số”; phần còn lại xin tự ghi",
    ]
    assert [finding.suggestion for finding in dialog.chosen()] == ["Nghị quyết số 25-NQ/TW"]


def test_only_what_somebody_knows_is_offered_and_can_be_left(dialog: CitationsDialog) -> None:
    assert [finding.suggestion for finding in dialog.chosen()] == [CITED_IN_FULL]
    assert dialog.go.text() == "&Ghi đủ 1 văn bản"
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen() == ()
    assert not dialog.go.isEnabled()


def test_a_report_that_cites_nothing_says_so(qtbot: QtBot) -> None:
    dialog = cited_by(example_report("Không viện dẫn."))
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 0
    assert not dialog.go.isEnabled()
    assert not dialog.go_to.isEnabled()
    assert NOTHING_CITED.endswith("ký hiệu.")


def test_one_click_completes_and_one_step_takes_it_back(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    text = "# KẾT QUẢ\nTheo Chỉ thị số 33/CT-TTg, đã làm.\n# NHIỆM VỤ\n" + CITED_IN_FULL + "."
    window.open_draft(store.create(example_report(text)))
    qtbot.waitUntil(lambda: is_checked(window), timeout=20_000)
    window.workspace.editor_actions.toggle_check.trigger()
    when_modal(CitationsDialog, lambda dialog: dialog.go.click())
    open_beside(window).panel.citations.click()

    opened = window.workspace.opened
    assert f"Theo {CITED_IN_FULL}, đã làm." in [placed.text for placed in texts(opened.report())]
    opened.stack.undo()
    assert "Theo Chỉ thị số 33/CT-TTg, đã làm." in [placed.text for placed in texts(opened.report())]


def test_it_leads_to_the_first_mention(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    window.open_draft(store.create(example_report(CITING)))
    qtbot.waitUntil(lambda: is_checked(window), timeout=20_000)
    window.workspace.editor_actions.toggle_check.trigger()

    def go(dialog: CitationsDialog) -> None:
        dialog.list.setCurrentRow(1)
        dialog.go_to.click()

    when_modal(CitationsDialog, go)
    open_beside(window).panel.citations.click()

    page = window.workspace.current_text_page()
    assert page is not None
    assert page.editor.textCursor().selectedText().startswith("Kế hoạch số 18/KH-VP")
