"""Qt's own file dialog, where the system has none: dates, kinds of files and words in Vietnamese."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from danvan_desktop.gui.main_window import MainWindow
from tests.gui.visible_texts import english_words
from tests.repository import ROOT

MOMENT = datetime(2025, 11, 24, 12, tzinfo=UTC).timestamp()
LISTING = """
import json, sys
from PySide6.QtWidgets import QFileDialog, QTreeView
from danvan_desktop.gui.startup import translation
from danvan_desktop.gui.application import make_application
from tests.gui.scenes import rest

application = make_application()
translation.install(application)
dialog = QFileDialog(None, "", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setViewMode(QFileDialog.ViewMode.Detail)
dialog.show()
view = dialog.findChild(QTreeView)
model = view.model()
while not model.rowCount(view.rootIndex()):
    rest(50)
rest(200)
print(json.dumps([[str(model.index(row, column, view.rootIndex()).data()) for column in (0, 2, 3)]
                  for row in range(model.rowCount(view.rootIndex()))]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the dialog is the system's own")
@pytest.mark.parametrize("system", ["en_US.UTF-8", "C.UTF-8"])
def test_dates_and_kinds_of_files_are_vietnamese(tmp_path: Path, system: str) -> None:
    for name in ("bao-cao.docx", "bao-cao.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "thu-muc").mkdir()
    for path in tmp_path.iterdir():
        os.utime(path, (MOMENT, MOMENT))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    done = subprocess.run(
        [sys.executable, "-c", LISTING, str(tmp_path)],
        cwd=ROOT,
        env=environment | {"LANG": system, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    rows = json.loads(done.stdout.splitlines()[-1])
    assert len(rows) == 3
    for _, kind, moment in rows:
        assert english_words(kind.replace("Microsoft", "")) == []
        assert english_words(moment) == []
        assert moment.startswith("24/11/"), moment


def test_the_first_file_is_looked_for_among_the_documents(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []

    def ask(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        folders.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    window.commands.bring_in.trigger()
    window.commands.inspect_file.trigger()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert folders == [documents, documents]
    window._preferences.keep(import_folder=str(tmp_path))
    window.commands.bring_in.trigger()
    window._preferences.keep(import_folder=str(tmp_path / "gone"))
    window.commands.bring_in.trigger()
    assert folders[2:] == [str(tmp_path), documents]
