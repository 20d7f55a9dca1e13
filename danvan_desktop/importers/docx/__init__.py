"""Importer of Word files (.docx): our own come back as they were, other ones are recognised, with notes."""

from datetime import datetime

from danvan_desktop.importers.input_file import InputFile, Mint
from danvan_desktop.report.model import Block, ImportNote, Report


def read(source: InputFile, now: datetime) -> Report:
    """Read a ``.docx`` file.

    Raises:
        UserError: it is something else under that name, damaged, locked, or larger than a report can be.
    """
    from danvan_desktop.importers.docx.read_file import read_report  # lxml takes a while to load

    return read_report(source, now)


def read_blocks(source: InputFile, mint: Mint) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Make blocks of a ``.docx`` file, with ids from ``mint``, and notes on what was not taken.

    Every word is kept. The title of a Mục becomes a numbered heading: an insertion makes no section.

    Raises:
        UserError: as :func:`read`.
    """
    from danvan_desktop.importers.docx import read_file

    return read_file.read_blocks(source, mint)
