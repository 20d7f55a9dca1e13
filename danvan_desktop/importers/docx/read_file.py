"""Entry of the Word importer: checks the file, opens it, and gives it to the reader that knows its kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from danvan_desktop.importers.docx.body.body_reader import BodyReader
from danvan_desktop.importers.docx.error_messages import (
    refuse_foreign_bytes,
    refuse_other_documents,
    unreadable,
)
from danvan_desktop.importers.docx.foreign_report import notes_on, read_foreign
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.docx.lines.paragraph_lines import lines_of_file, rejoined
from danvan_desktop.importers.docx.roundtrip.report import is_own, read_own
from danvan_desktop.importers.docx.takeback.returned_file import returned_file
from danvan_desktop.importers.input_file import InputFile, Mint
from danvan_desktop.importers.recognition.lines.line_fullness import measure
from danvan_desktop.importers.recognition.parts.blocks import to_blocks
from danvan_desktop.importers.recognition.parts.paragraphs import join_lines
from danvan_desktop.reading.docx.package import WordPackage, open_package
from danvan_desktop.reading.unreadable import UnreadableFileError
from danvan_desktop.report.model import Block, ImportNote, Report
from danvan_desktop.report.takeback.model import ReturnedFile


def read_report(source: InputFile, now: datetime) -> Report:
    """Read ``source`` as a report."""
    with _opened(source) as package:
        own = read_own(package, now) if is_own(package) else None
        return own or read_foreign(package, now)


def read_blocks(source: InputFile, mint: Mint) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Read ``source`` as blocks to be put into a section."""
    losses = Losses()
    with _opened(source) as package:
        items = BodyReader(package, losses).read()
    page = rejoined(lines_of_file(items, losses), losses).page
    blocks = to_blocks(join_lines(page.lines, measure(page.lines)).pieces, mint)
    return blocks, notes_on(blocks, items, losses)


def read_returned(source: InputFile, sent: ReturnedFile | None = None) -> ReturnedFile:
    """Read ``source``, a Word file that went out or came back as ``sent``, for what was changed in it."""
    with _opened(source) as package:
        return returned_file(package, sent)


@contextmanager
def _opened(source: InputFile) -> Iterator[WordPackage]:
    """Open ``source``; what turns out to be damaged while it is read is refused as well."""
    name = source.path.name
    refuse_foreign_bytes(source.data, name)
    try:
        package = open_package(source.data)
        refuse_other_documents(package, name)
        yield package
    except UnreadableFileError as error:
        raise unreadable(error.fault, name) from error
    except RecursionError as error:  # wrapped in itself over and over: no program writes that
        raise unreadable("damaged", name) from error
