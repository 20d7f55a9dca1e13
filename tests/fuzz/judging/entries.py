"""The ways in which the program takes a file from outside, each giving what it kept of its words."""

import itertools
import re
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.preferences import FILE_NAME as PREFERENCES
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Block, ImportNote, Report, Section
from danvan_desktop.store.opening import Leftovers, Work, open_store
from tests.builders.reports import office_report
from tests.fuzz.mutation.package import parts_of
from tests.fuzz.seeds.seed import Kind

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
_UNREADABLE = "unreadable"
"""The kind of the notes on pages of a PDF that cannot be read, whole or in part; each names them."""
_PAGES = re.compile(r"[Tt]rang (\d+(?:, \d+)*)")


@dataclass(frozen=True)
class Kept:
    """What came of a file."""

    text: str
    """Every word that was kept, in the report or in a note."""
    tells_of_losses: bool = False
    """Whether the user is told that something could not be read, so that a word may be absent."""
    told_pages: tuple[int, ...] = ()
    """Pages of a PDF, from 0, of which the user is told so: only words on these may be absent."""


Entry = Callable[[Path], Kept]
"""Takes a file."""


class NotTheSameError(Exception):
    """A report that was taken cannot be stored: read again it is another one, or none."""


def import_file(path: Path) -> Kept:
    """Import as a report of its own."""
    from danvan_desktop.importers import read

    report = read(path, NOW)
    _refuse_unstorable(report)
    return Kept(all_text(report), told_pages=_told_pages(report.import_notes))


def import_own_file(path: Path) -> Kept:
    """Import of a ``.danvan`` file: what a later release wrote into it is kept as well."""
    from danvan_desktop.importers import read

    report = read(path, NOW)
    _refuse_unstorable(report)
    return Kept(to_json(report))


def insert_file(path: Path) -> Kept:
    """Insertion into a section of an open report."""
    from danvan_desktop.importers import read_blocks

    blocks, notes = read_blocks(path, itertools.count(1).__next__)
    return _of_blocks(blocks, notes)


def inspect_file(path: Path) -> Kept:
    """The compliance sheet. It quotes what is wrong, not every word."""
    from danvan_desktop.inspection import as_text, inspect

    return Kept(as_text(inspect(path, NOW)))


def paste_html(path: Path) -> Kept:
    """Paste of a page copied elsewhere."""
    from PySide6.QtCore import QMimeData

    from danvan_desktop.gui.editor.clipboard.clipboard_content import read_clipboard

    _with_qt()
    source = QMimeData()
    source.setHtml(path.read_bytes().decode("utf-8", errors="replace"))
    content = read_clipboard(source)
    if content.remarks and not content.blocks:
        raise UserError(" ".join(content.remarks))
    return _of_blocks(content.blocks, tuple(ImportNote("paste", each) for each in content.remarks))


def open_database(path: Path) -> Kept:
    """Start of the program on a data folder: all reports of the list are opened, and the offices."""
    with tempfile.TemporaryDirectory(dir=path.parent) as place:
        folder = Path(place)
        for name, content in parts_of(path.read_bytes()).items():
            (folder / name).write_bytes(content)
        (folder / PREFERENCES).write_text("{}", encoding="utf-8")  # the program was here before
        with closing(open_store(folder, attendant=_TakesWhatIsOffered())) as store:
            texts = [*store.notices, store.rescue_notice, *(str(office) for office in store.offices())]
            tells = bool(store.notices or store.rescue_notice)
            for draft in (*store.drafts(), *store.drafts(deleted=True)):
                texts.append(draft.title)
                try:
                    texts.append(to_json(store.load(draft.id)))
                except UserError:
                    tells = True
                    readable = store.readable(draft.id)
                    texts.append("" if readable is None else to_json(readable))
        return Kept("\n".join(texts), tells)


class _TakesWhatIsOffered:
    """Who answers every question at the start with the first choice."""

    def rescue(self, work: Work) -> None:
        work(lambda _: None)

    def choose(self, found: Leftovers) -> Path | None:
        return found.candidates[0]


ENTRIES: Mapping[Kind, tuple[Entry, ...]] = {
    "docx": (import_file, import_file, import_file, insert_file, inspect_file),
    "pdf": (import_file, import_file, import_file, insert_file, inspect_file),
    "txt": (import_file, import_file, insert_file),
    "danvan": (import_own_file,),
    "html": (paste_html,),
    "database": (open_database,),
}
"""The entries of each kind, the usual one more often."""
SILENT = {inspect_file.__name__}
"""Entries that keep no words."""


def _of_blocks(blocks: tuple[Block, ...], notes: tuple[ImportNote, ...]) -> Kept:
    numbered = tuple(replace(block, id=number) for number, block in enumerate(blocks, start=10))
    report = office_report(
        "Hương Giang", next_id=len(blocks) + 10, sections=(Section(1, blocks=numbered),), import_notes=notes
    )
    _refuse_unstorable(report)
    return Kept(all_text(report), told_pages=_told_pages(notes))


def _told_pages(notes: tuple[ImportNote, ...]) -> tuple[int, ...]:
    """The pages that notes on what cannot be read name; a note that names none excuses nothing."""
    named = (_PAGES.search(note.text) for note in notes if note.kind == _UNREADABLE)
    return tuple(sorted({int(page) - 1 for found in named if found for page in found[1].split(", ")}))


def _refuse_unstorable(report: Report) -> None:
    if from_json(to_json(report)) != report:
        raise NotTheSameError


def _with_qt() -> None:
    import os

    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        globals()["_application"] = QGuiApplication(["fuzz"])
