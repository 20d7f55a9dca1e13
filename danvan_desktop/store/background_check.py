"""The whole file is checked while the program is used: of a large one the opening checks only the list.

Runs in a thread of its own on a connection of its own, in small pieces with pauses: whoever saves or searches
meanwhile does not notice. On a network drive only the store's connection can read; there it takes its turns.
"""

import contextlib
import logging
import sqlite3
import threading
from collections.abc import Callable

from danvan_desktop.store.connection.database import is_damage
from danvan_desktop.store.connection.reading import Reader
from danvan_desktop.store.history import version_rows
from danvan_desktop.store.rows import contents
from danvan_desktop.store.rows.in_pieces import next_rows

_AT_ONCE = 10
"""Reports read at once: a few milliseconds of a slow PC."""
_PAUSE_SECONDS = 0.02
_END_SECONDS = 5.0
Row = tuple[object, ...]

_log = logging.getLogger(__name__)


class BackgroundCheck:
    """Checks, once after :meth:`begin`, how the file is built and whether each report is what was written."""

    def __init__(
        self,
        open_reader: Callable[[], Reader],
        damaged_report: Callable[[int], object],
        damaged_version: Callable[[int], object],
        damaged_file: Callable[[str], object],
        *,
        structure: bool,
    ) -> None:
        """Read through what ``open_reader`` gives; tell which report or version is damaged, or why all is.

        ``structure``: also that each page of the file is used once, by one statement that takes seconds.
        """
        self._open_reader, self._structure = open_reader, structure
        self._damaged_report, self._damaged_file = damaged_report, damaged_file
        self._damaged_version = damaged_version
        self._ending = threading.Event()
        self._reading: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._run, name="checker", daemon=True)

    def begin(self) -> None:
        """Start the thread."""
        self._thread.start()

    def end(self) -> None:
        """Have it end now; what it was reading is given up."""
        self._ending.set()
        if self._thread.is_alive():
            with contextlib.suppress(sqlite3.Error, AttributeError):
                self._reading.interrupt()  # type: ignore[union-attr]  # or it reads nothing
            self._thread.join(_END_SECONDS)

    def wait(self) -> None:
        """Let it come to its end."""
        self._thread.join()

    def _run(self) -> None:
        try:
            if self._structure:
                self._check_structure()
            for query in (contents.CONTENT, contents.CHANGE):
                self._check_rows(query, "draft_id", contents.is_sound, self._damaged_report)
            self._check_rows(version_rows.UNDAMAGED, "id", version_rows.is_sound, self._damaged_version)
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                self._damaged_file(str(error))
            elif not self._ending.is_set():
                _log.warning("the check of the file was given up: %s", error)

    def _check_structure(self) -> None:
        with self._open_reader() as connection:
            self._reading = connection
            try:
                (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            finally:
                self._reading = None
        if found != "ok":
            self._damaged_file(found)

    def _check_rows(
        self, query: str, key: str, is_sound: Callable[[Row], bool], damaged: Callable[[int], object]
    ) -> None:
        """Check the rows that ``query`` gives, one after the other by their ``key``."""
        query = next_rows(query, key, _AT_ONCE)
        last = 0
        while not self._ending.wait(_PAUSE_SECONDS):
            with self._open_reader() as connection:
                rows = connection.execute(query, (last,)).fetchall()
            if not rows:
                return
            for row in rows:
                if not is_sound(row):
                    damaged(row[0])
            last = rows[-1][0]
