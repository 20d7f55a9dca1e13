"""Import: each kind of file becomes a report, with notes on what was not understood or was changed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from danvan_desktop.errors import UserError
from danvan_desktop.importers.input_file import InputFile, Mint, load
from danvan_desktop.importers.unsupported_formats import refusal
from danvan_desktop.report.lifecycle.secrecy import refuse_secrecy, refuse_secret_blocks
from danvan_desktop.report.model import Block, ImportNote, Report
from danvan_desktop.report.takeback.model import ReturnedFile

Blocks = tuple[tuple[Block, ...], tuple[ImportNote, ...]]
"""Blocks for an open report, and notes on what was changed."""


class Importer(Protocol):
    """A module that brings in files of one kind."""

    def read(self, source: InputFile, now: datetime) -> Report:
        """Make a report of the file."""


class BlockImporter(Importer, Protocol):
    """One whose files can also be put into an open report."""

    def read_blocks(self, source: InputFile, mint: Mint) -> Blocks:
        """Make blocks of the file, with ids from ``mint``."""


def _docx() -> BlockImporter:
    from danvan_desktop.importers import docx

    return docx


def _pdf() -> BlockImporter:
    from danvan_desktop.importers import pdf

    return pdf


def _text() -> BlockImporter:
    from danvan_desktop.importers import plain_text

    return plain_text


def _danvan() -> Importer:
    from danvan_desktop.importers import danvan

    return danvan


BLOCK_READERS: Mapping[str, Callable[[], BlockImporter]] = {".docx": _docx, ".pdf": _pdf, ".txt": _text}
"""What can be put into a section of an open report, by suffix; its reader is loaded with the first."""

IMPORTERS: Mapping[str, Callable[[], Importer]] = {**BLOCK_READERS, ".danvan": _danvan}
"""What can be brought in, by suffix."""


def read(path: Path, now: datetime) -> Report:
    """Bring in ``path``; what was changed or not understood stands in the report's ``import_notes``.

    Raises:
        UserError: the file cannot be brought in; the message says what to do.
    """
    source = load(path)
    reader = IMPORTERS.get(source.suffix)
    if reader is None:
        raise refusal(source)
    report = reader().read(source, now)
    refuse_secrecy(report, f"Tệp “{path.name}”")
    return report


def read_returned(path: Path, sent: "ReturnedFile | None" = None) -> "ReturnedFile":
    """Read ``path``, a Word file of ours that went out or came back, for what was changed in it.

    ``sent``: what went out, where that is known: lines that lost their styles are known by its words.

    Raises:
        UserError: it is no Word file that can be read; the message says what to do.
    """
    source = load(path)
    if source.suffix != ".docx":
        if source.suffix in IMPORTERS:
            raise UserError(
                f"Tệp “{path.name}” không phải tệp Word: chỉ nhận lại được tệp .docx. "
                "Hãy xin người sửa gửi tệp Word."
            )
        raise refusal(source)
    from danvan_desktop.importers.docx.read_file import read_returned as read_word  # lxml takes a while

    return read_word(source, sent)


def with_lost_changes(path: Path, origin: Path) -> bytes:
    """Give the Word file ``path``, which was made of ``origin``, with the tracked changes that it lost.

    A file that we cannot read ourselves is left to the program that made a Word file of it.

    Raises:
        UserError: one of them is absent or too large; the message says what to do.
    """
    made, source = load(path), load(origin)
    from danvan_desktop.importers.docx.takeback.lost_changes import with_lost_changes as completed
    from danvan_desktop.reading.unreadable import UnreadableFileError

    try:
        return completed(made.data, source.data)
    except UnreadableFileError:
        return made.data


def read_pasted(text: str, now: datetime) -> Report:
    """Bring in the whole ``text`` of a report that was copied elsewhere, as a text file is brought in.

    Raises:
        UserError: it holds no word, or far too many.
    """
    from danvan_desktop.importers import plain_text

    report = plain_text.read_pasted(text, now)
    refuse_secrecy(report, "Văn bản vừa dán")
    return report


def read_blocks(path: Path, mint: Mint) -> Blocks:
    """Read ``path`` as blocks for an open report, with ids from ``mint``, and notes on what was changed.

    Raises:
        UserError: the file cannot be read so; the message says what to do.
    """
    source = load(path)
    reader = BLOCK_READERS.get(source.suffix)
    if reader is not None:
        blocks, notes = reader().read_blocks(source, mint)
        refuse_secret_blocks(blocks, f"Tệp “{path.name}”")
        return blocks, notes
    if source.suffix in IMPORTERS:
        raise UserError(
            f"Tệp “{path.name}” không chèn được vào một mục: chỉ chèn được tệp Word (.docx), PDF và "
            "tệp văn bản (.txt). Hãy nhập tệp này thành một báo cáo riêng, rồi chép phần cần dùng."
        )
    raise refusal(source)
