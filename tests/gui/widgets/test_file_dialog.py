"""File dialogs: dates, kinds of files and words in Vietnamese, whatever the system has installed."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets import file_dialog
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.visible_texts import english_words, inside
from tests.repository import ROOT

MOMENT = datetime(2025, 11, 24, 12, tzinfo=UTC).timestamp()
LISTING = """
import json, sys
from PySide6.QtCore import QMimeDatabase
from PySide6.QtWidgets import QFileDialog, QTreeView
from danvan_desktop.gui.application import make_application
from danvan_desktop.gui.startup import translation
from danvan_desktop.gui.widgets.file_dialog import file_dialog
from tests.gui.scenes import rest

application = make_application()
translation.install(application)
dialog = file_dialog(None, "", sys.argv[1])
dialog.setViewMode(QFileDialog.ViewMode.Detail)
dialog.show()
view = dialog.findChild(QTreeView)
model = view.model()
while not model.rowCount(view.rootIndex()):
    rest(50)
rest(200)
rows = [[str(model.index(row, column, view.rootIndex()).data()) for column in (0, 2, 3)]
        for row in range(model.rowCount(view.rootIndex()))]
database = QMimeDatabase().mimeTypeForFile("a.pdf", QMimeDatabase.MatchMode.MatchExtension).comment()
print(json.dumps([database, rows]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the dialog is the system's own")
@pytest.mark.parametrize("system", ["en_US.UTF-8", "C.UTF-8"])
@pytest.mark.parametrize("bare", [False, True], ids=["as-installed", "without-shared-mime-info"])
def test_dates_and_kinds_of_files_are_vietnamese(tmp_path: Path, system: str, *, bare: bool) -> None:
    folder, empty = tmp_path / "folder", tmp_path / "empty"
    (folder / "thu-muc").mkdir(parents=True)
    empty.mkdir()
    for name in ("bao-cao.docx", "bao-cao.pdf", "bao-cao.danvan", "bao-cao.txt", "tep"):
        (folder / name).write_text("x", encoding="utf-8")
    for path in folder.iterdir():
        os.utime(path, (MOMENT, MOMENT))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    if bare:
        environment |= {"XDG_DATA_DIRS": str(empty), "XDG_DATA_HOME": str(empty)}
    done = subprocess.run(
        [sys.executable, "-c", LISTING, str(folder)],
        cwd=ROOT,
        env=environment | {"LANG": system, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    database, rows = json.loads(done.stdout.splitlines()[-1])
    if bare:
        assert database == "Portable Document Format"  # else the environment is not what it is meant to be
    assert {name: kind for name, kind, _ in rows} == {
        "thu-muc": "Thư mục",
        "bao-cao.docx": "Tài liệu Microsoft Word",
        "bao-cao.pdf": "Tài liệu PDF",
        "bao-cao.danvan": "Báo cáo của phần mềm này",
        "bao-cao.txt": "Tệp văn bản",
        "tep": "Tệp",
    }
    for _, kind, moment in rows:
        assert english_words(kind.replace("Microsoft", "")) == []
        assert english_words(moment) == []
        assert moment.startswith("24/11/"), moment


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bao cao.DOCX", "Tài liệu Microsoft Word"),
        ("bao.cao.2025.pdf", "Tài liệu PDF"),
        ("so.abc", "Tệp ABC"),
        ("so", "Tệp"),
    ],
)
def test_a_kind_is_named_by_the_suffix(name: str, kind: str) -> None:
    assert file_dialog.file_kind(QFileInfo(name)) == kind


def test_every_kind_that_the_program_names_is_vietnamese() -> None:
    proper = {"Microsoft", "Excel", "PowerPoint", "OpenDocument", "Windows", "zip"}  # besides abbreviations
    for kind in file_dialog._KINDS.values():
        assert [word for word in english_words(kind) if word not in proper and not word.isupper()] == [], kind


def test_the_columns_of_the_list_stay_as_wide_as_qt_makes_them(qtbot: QtBot, tmp_path: Path) -> None:
    ours, plain = file_dialog.file_dialog(None, "", str(tmp_path)), QFileDialog(None, "", str(tmp_path))
    widths = []
    for dialog in (ours, plain):
        qtbot.addWidget(dialog)
        (tree,) = inside(dialog, QTreeView)
        widths.append([tree.header().sectionSize(column) for column in range(4)])
    assert widths[0] == widths[1]


def test_a_file_is_chosen_and_a_cancelled_dialog_gives_none(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Báo cáo.docx"
    path.write_bytes(b"x")
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[QFileDialog] = []

    def choose(dialog: QFileDialog) -> None:
        seen.append(dialog)
        type_text(_name_of(dialog), str(path))
        dialog.accept()

    when_modal(QFileDialog, choose)
    assert file_dialog.ask_open(parent, "Chọn tệp", str(tmp_path), "Tệp Word (*.docx)") == path
    assert seen[0].windowTitle() == "Chọn tệp"
    assert seen[0].nameFilters() == ["Tệp Word (*.docx)"]
    when_modal(QFileDialog, QFileDialog.reject)
    assert file_dialog.ask_open(parent, "Chọn tệp", str(tmp_path), "Tệp Word (*.docx)") is None


def test_a_new_file_is_proposed_in_its_folder(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[tuple[Path, str]] = []

    def accept(dialog: QFileDialog) -> None:
        seen.append((Path(dialog.directory().absolutePath()), _name_of(dialog).text()))
        dialog.accept()

    when_modal(QFileDialog, accept)
    proposed = tmp_path / "phieu.pdf"
    assert file_dialog.ask_save(parent, "Lưu", str(proposed), "Tệp PDF (*.pdf)") == proposed
    assert seen == [(tmp_path, "phieu.pdf")]


@pytest.mark.parametrize("name", ["BC/Dân vận", "BC: Dân vận", "Dân vận?"])
def test_a_name_that_is_none_is_refused_and_asked_for_again(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[str] = []

    def better(dialog: QFileDialog) -> None:
        type_text(_name_of(dialog), str(tmp_path / "BC-Dan-van"))
        dialog.accept()

    def again(box: QMessageBox) -> None:
        told.append(box.text())
        when_modal(QFileDialog, better)
        QTest.keyClick(box, Qt.Key.Key_Return)

    def refuse(dialog: QFileDialog) -> None:
        when_modal(QMessageBox, again)
        dialog.selectedFiles = lambda: [str(tmp_path / name)]  # type: ignore[method-assign]
        dialog.done(QFileDialog.DialogCode.Accepted)

    when_modal(QFileDialog, refuse)
    chosen = file_dialog.ask_save(parent, "Lưu", str(tmp_path), "Tệp PDF (*.pdf)")
    assert chosen == tmp_path / "BC-Dan-van"
    assert "không dùng được" in told[0]
    assert list(tmp_path.iterdir()) == [], "no folder was made"


def test_a_folder_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    when_modal(QFileDialog, QFileDialog.accept)
    assert file_dialog.ask_folder(parent, "Chọn thư mục", str(tmp_path)) == tmp_path


def _name_of(dialog: QFileDialog) -> QLineEdit:
    return next(edit for edit in inside(dialog, QLineEdit) if edit.objectName() == "fileNameEdit")


def test_the_first_file_is_looked_for_among_the_documents(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    Path(documents).mkdir(parents=True, exist_ok=True)

    def ask(_parent: object, _title: str, folder: str, _kinds: str) -> None:
        folders.append(folder)

    monkeypatch.setattr(file_dialog, "ask_open", ask)
    window.commands.bring_in.trigger()
    window.commands.inspect_file.trigger()
    assert folders == [documents, documents]
    window._preferences.keep(import_folder=str(tmp_path))
    window.commands.bring_in.trigger()
    window._preferences.keep(import_folder=str(tmp_path / "gone"))
    window.commands.bring_in.trigger()
    assert folders[2:] == [str(tmp_path), documents]


def test_a_filter_names_each_kind_of_file_that_can_be_taken_back() -> None:
    filters = file_dialog.name_filters("Bản Word đã sửa", [".docx", ".doc", ".odt", ".rtf"]).split(";;")
    assert filters[0] == "Bản Word đã sửa (*.docx *.doc *.odt *.rtf)"
    assert filters[-2:] == ["Tệp LibreOffice Writer (*.odt)", "Tệp RTF (*.rtf)"]
