"""Versions that commands take: before an insertion, an issuing, next year's report; at each export."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.history.exported_files import sha256_of
from tests.gui.modal import when_modal


def reasons(store: Store, number: int = 1) -> list[str]:
    return [version.reason for version in store.history.versions(number)]


def test_an_export_is_linked_to_its_version(
    qtbot: QtBot, opened: MainWindow, store: Store, tmp_path: Path
) -> None:
    report = opened.workspace.opened.report()

    def export(dialog: ExportDialog) -> None:
        dialog.target.folder.setText(str(tmp_path))
        dialog.go.click()
        qtbot.waitUntil(lambda: bool(dialog.files), timeout=30_000)
        dialog.close()

    when_modal(ExportDialog, export)
    opened.commands.export_signing.trigger()
    qtbot.waitUntil(lambda: bool(store.history.exported(1)))
    files = store.history.exported(1)
    (version,) = {file.version for file in files}
    assert store.history.report(version).sections == report.sections
    assert "exported" in reasons(store)
    for file in files:
        assert file.path.parent == tmp_path
        assert file.sha256 == sha256_of(file.path)


def test_the_word_file_that_goes_out_is_kept_with_the_copy_it_was_made_of(
    qtbot: QtBot, opened: MainWindow, store: Store, tmp_path: Path
) -> None:
    def export(dialog: ExportDialog) -> None:
        dialog.target.folder.setText(str(tmp_path))
        dialog.go.click()
        qtbot.waitUntil(lambda: bool(dialog.files), timeout=30_000)
        dialog.close()

    when_modal(ExportDialog, export)
    opened.commands.export_draft.trigger()
    qtbot.waitUntil(lambda: bool(store.correspondence.sent(1)), timeout=10_000)
    (row,) = store.correspondence.sent(1)
    kept = store.correspondence.sent_file(row.number)
    (word,) = tmp_path.glob("*.docx")
    assert kept is not None
    assert kept.docx == word.read_bytes()
    assert (row.round, kept.report.marks.draft) == (1, 1)
    assert kept.report.sections == opened.workspace.opened.report().sections


def test_the_state_before_an_insertion_is_a_version(
    qtbot: QtBot, opened: MainWindow, store: Store, text_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(2)
    before = opened.workspace.opened.report()
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: text_file)
    opened.workspace.editor_actions.insert_file.trigger()
    qtbot.waitUntil(lambda: opened.workspace.opened.report() != before, timeout=20_000)
    opened.session.save_everything_now("test")
    qtbot.waitUntil(lambda: bool(reasons(store)))
    oldest = store.history.versions(1)[-1]
    assert store.history.report(oldest.number).sections == before.sections


def test_the_state_before_the_issuing_is_a_version_that_stays(
    qtbot: QtBot, opened: MainWindow, store: Store
) -> None:
    def issue(dialog: IssueDialog) -> None:
        dialog.number.setText("12")
        dialog.accept()

    when_modal(IssueDialog, issue)
    opened.commands.to_issued.trigger()
    qtbot.waitUntil(lambda: "issued" in reasons(store))
    assert opened.workspace.opened.report().state == "issued"


def test_the_report_that_next_years_grows_out_of_has_a_version(
    qtbot: QtBot, opened: MainWindow, store: Store
) -> None:
    opened.commands.continued.trigger()
    qtbot.waitUntil(lambda: bool(reasons(store)))
