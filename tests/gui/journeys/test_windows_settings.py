"""Settings and names of a Windows PC: they change neither what is written nor whether it works."""

import locale
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from danvan_desktop.exporters import export
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.layout_settings_form import SettingsForm
from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.model import PartialDate, Report, Settings
from danvan_desktop.store.opening import open_store
from tests.builders.window import dispose, make_window, show_window
from tests.repository import ROOT

LOCALES = ("en_US", "vi_VN", "de_DE", "fr_FR", "ar_EG", "th_TH", "fa_IR", "ja_JP")
"""Commas and points, other digits, other calendars, other orders of day and month."""


@pytest.fixture(params=LOCALES)
def system_locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """Let the system's settings be those of another country, for Qt and for C."""
    before, c_before = QLocale(), locale.setlocale(locale.LC_ALL)
    QLocale.setDefault(QLocale(request.param))
    for name in (f"{request.param}.UTF-8", "C.UTF-8"):
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        break
    yield request.param
    locale.setlocale(locale.LC_ALL, c_before)
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def as_ever(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is written with the settings of this machine."""
    return written(tmp_path_factory.mktemp("as-ever"))


def written(folder: Path) -> dict[str, bytes]:
    report = from_json((ROOT / "resources" / "samples" / "bao-cao-mau.danvan").read_text("utf-8"))
    kinds = (".docx", ".pdf", ".danvan", ".txt")
    export(report, [folder / f"a{kind}" for kind in kinds])
    return {kind: (folder / f"a{kind}").read_bytes() for kind in kinds}


@pytest.mark.usefixtures("system_locale")
def test_what_is_written_is_the_same_to_the_byte(tmp_path: Path, as_ever: dict[str, bytes]) -> None:
    assert written(tmp_path) == as_ever


@pytest.mark.usefixtures("system_locale")
def test_numbers_and_dates_in_fields_mean_what_was_kept(qtbot: QtBot) -> None:
    form, day = SettingsForm(), DateField("Ngày", 2026)
    settings = Settings(14, 12.7, 6, 18.5)
    form.load(settings)
    assert form.value() == settings
    day.show_date(PartialDate(2026, 12, 1))
    assert day.text() == "1/12/2026"
    assert day.date() == PartialDate(2026, 12, 1)
    dispose(form)
    dispose(day)


@pytest.mark.parametrize("user", ["Nguyễn Văn Ánh", "Đặng Thị Hường (VP)", "Trần & Sơn #1"])
def test_a_user_with_a_vietnamese_name_works_as_any_other(
    qtbot: QtBot, tmp_path: Path, sample: Report, user: str
) -> None:
    data, documents = tmp_path / user / "AppData" / "Local" / "DanvanDesktop", tmp_path / user / "Documents"
    documents.mkdir(parents=True)
    store = open_store(data)
    draft = store.create(sample)
    window = make_window(store, data)
    show_window(qtbot, window)
    assert window.open_draft(draft)
    window.workspace.opened.pages.general.subject.setText("Kết quả công tác của người có tên")
    assert window.session.save_everything_now("test")
    dispose(window)
    store.close()
    again = open_store(data)
    kept = again.load(draft.id)
    again.close()
    assert kept.subject == "Kết quả công tác của người có tên"
    export(kept, [documents / "BC.docx", documents / "BC.pdf"])
    assert from_json(to_json(kept)) == kept
    assert sorted(path.name for path in documents.iterdir()) == ["BC.docx", "BC.pdf"]


def test_reports_lie_in_local_app_data_and_never_in_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from danvan_desktop.paths import default_data_dir

    local = tmp_path / "Nguyễn Văn Ánh" / "AppData" / "Local"
    monkeypatch.setenv("LOCALAPPDATA", str(local))
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert default_data_dir() == local / "DanvanDesktop"


def test_the_end_of_the_session_keeps_the_letter_typed_just_now(
    qtbot: QtBot, opened: MainWindow, sample: Report
) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QMessageBox

    subject = opened.workspace.opened.pages.general.subject
    opened.workspace.go_to("subject")
    box = QMessageBox(opened)
    box.open()  # Windows asks at any time, also while a question is open
    QTest.keyClicks(subject, "z")
    opened.on_session_end(None)  # type: ignore[arg-type]  # Qt alone can make a QSessionManager
    draft = opened.session.draft
    assert draft is not None
    assert "z" in opened._store.load(draft.id).subject.removeprefix(sample.subject)
    box.close()
    box.deleteLater()
