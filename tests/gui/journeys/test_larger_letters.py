"""Nothing is cut off where the system asks for larger letters (font scaling)."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.help.window import HelpWindow
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.issuing.request_letter_dialog import RequestLetterDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.offices_dialog import OfficesDialog
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders.window import dispose
from tests.gui.visible_texts import cut_off

TODAY = date(2026, 11, 24)


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
        ExportDialog(new, window.jobs, window._preferences, window, "signing"),
        RequestLetterDialog(sample, TODAY, window),
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
