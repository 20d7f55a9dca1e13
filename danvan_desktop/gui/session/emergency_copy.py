"""Emergency copy: while the data folder takes nothing, the open report stands among the documents."""

import logging
from collections.abc import Callable
from pathlib import Path

from danvan_desktop.atomic_files import write_file
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.lifecycle.filename import proposed_name
from danvan_desktop.report.model import Report

_PREFIX = "Bản giữ hộ – "

_log = logging.getLogger(__name__)


class EmergencyCopy:
    """One file, written anew with each failed save and deleted when the report is safe again."""

    def __init__(self, folder: Callable[[], str]) -> None:
        """``folder``: where it may stand, asked for when it is needed."""
        self._folder = folder
        self._path: Path | None = None

    def write(self, report: Report) -> Path | None:
        """Write it; None where that fails too."""
        path = Path(self._folder()) / f"{_PREFIX}{proposed_name(report)}-{report.id[:8]}.danvan"
        try:
            write_file(path, to_json(report).encode("utf-8"))
        except OSError:
            _log.exception("no emergency copy was written")
            return None
        if self._path is not None and self._path != path:
            self.delete()
        self._path = path
        return path

    def delete(self) -> None:
        """The report is safe where it belongs."""
        path, self._path = self._path, None
        if path is not None:
            try:
                path.unlink(missing_ok=True)
            except OSError:
                _log.exception("the emergency copy was not deleted")
