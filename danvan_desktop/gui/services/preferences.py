"""Preferences of the window (user settings), in a small JSON file beside the reports.

Losing it loses nothing: a damaged file counts as none.
"""

import json
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from danvan_desktop.atomic_files import write_file
from danvan_desktop.gui.services.path_probe import probe

FILE_NAME = "window.json"

_log = logging.getLogger(__name__)


class Preferences:
    """Key-value store in ``window.json``, written atomically with each change."""

    def __init__(self, folder: Path) -> None:
        """Read what is kept in ``folder``."""
        self.folder = folder
        self._path = folder / FILE_NAME
        self._values = _read(self._path)

    def text(self, name: str, default: str = "") -> str:
        """Return the text kept under ``name``."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def folder_of(self, name: str) -> str:
        """Return the folder kept under ``name`` while it can be reached, else the folder for documents."""
        return folder_or_documents(self.text(name))

    def flag(self, name: str, *, default: bool) -> bool:
        """Return the yes or no kept under ``name``."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else default

    def among(self, names: Iterable[str]) -> dict[str, str | bool]:
        """Return what is kept under ``names``."""
        return {name: self._values[name] for name in names if isinstance(self._values.get(name), str | bool)}

    def keep(self, **values: str | bool) -> None:
        """Store ``values``. A disk that refuses is noted in the log: nothing of the user's is at stake."""
        if all(self._values.get(name) == value for name, value in values.items()):
            return
        self._values |= values
        text = json.dumps(self._values, ensure_ascii=False, indent=1)
        try:
            write_file(self._path, text.encode("utf-8"), durable=False)  # in the GUI thread, after each save
        except OSError:
            _log.exception("window preferences were not written")


def folder_or_documents(folder: str) -> str:
    """Return ``folder`` where it can be reached at once, else the folder for documents."""
    return folder if folder.strip() and probe(Path(folder), "folder") else documents_folder()


def documents_folder() -> str:
    """Return the folder where the system keeps the user's documents; where it is not there, the home."""
    from PySide6.QtCore import QStandardPaths

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    is_there = bool(documents) and probe(Path(documents), "folder") is not False
    return documents if is_there else str(Path.home())


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
