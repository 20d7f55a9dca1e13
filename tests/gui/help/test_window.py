"""The help window: the topic of the place, search without tone marks, links, F1 in a dialog."""

from datetime import date

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.help.window import HelpWindow, found, topic_of, topics
from danvan_desktop.gui.issuing.request_letter_dialog import RequestLetterDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Report
from tests.builders.window import dispose
from tests.gui.visible_texts import inside

TODAY = date(2026, 11, 24)


def now(window: MainWindow) -> Report:
    report = window.session.current()
    assert report is not None
    return report


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
    dialog = RequestLetterDialog(now(opened), TODAY, opened)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    (shown,) = inside(dialog, HelpWindow)
    assert shown._current() == "co-quan-va-yeu-cau"
    dispose(dialog)
