"""Answers of the reader process as text and back: data only, each value checked as it is read.

The process may have been taken over by the file that it read. So no pickle, and nothing is believed: a
report comes as the text of a ``.danvan`` file, blocks by the same codec, a sheet as JSON, in which a line is
named by its number and its requirement is taken from here.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.codec.decode import Misfit, decode
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Block, ImportNote, Report, Section, Table
from danvan_desktop.report.takeback.model import ReturnedFile

if TYPE_CHECKING:  # it takes a while to load, and most files are only imported
    from danvan_desktop.inspection.sheet import ComplianceSheet, SheetLine, TextSpot

Blocks = tuple[tuple[Block, ...], tuple[ImportNote, ...]]
"""Blocks for an open report, and notes on what was changed."""


class UnusableAnswerError(ValueError):
    """What came from the reader process is no answer of ours."""


def report_as_bytes(report: Report) -> bytes:
    """Return ``report`` as the text of its file."""
    return to_json(report).encode("utf-8")


def report_from_bytes(content: bytes) -> Report:
    """Return the report.

    Raises:
        UnusableAnswerError: it is none.
    """
    try:
        return from_json(content.decode("utf-8"))
    except (UserError, UnicodeDecodeError) as error:
        raise UnusableAnswerError from error


def blocks_as_bytes(blocks: Blocks) -> bytes:
    """Return blocks and notes; the blocks stand in a section, as on the clipboard."""
    found, notes = blocks
    return _dumped({"section": encode(Section(1, blocks=found)), "notes": [encode(note) for note in notes]})


def blocks_from_bytes(content: bytes) -> Blocks:
    """Return blocks and notes.

    Raises:
        UnusableAnswerError: they are none, or a table among them has no full grid.
    """
    words = _loaded(content)
    try:
        section = decode(Section, words.get("section"))
        notes = tuple(decode(ImportNote, note) for note in _list(words.get("notes")))
    except Misfit as error:
        raise UnusableAnswerError from error
    if any(isinstance(block, Table) and grid_problem(block) for block in section.blocks):
        raise UnusableAnswerError("a table without a full grid")
    return section.blocks, notes


def sheet_as_bytes(sheet: "ComplianceSheet") -> bytes:
    """Return a compliance sheet."""
    source = sheet.source
    lines = [
        {
            "number": line.number,
            "measured": line.measured,
            "outcome": line.outcome.name,
            "spots": [[spot.text, spot.words] for spot in line.spots],
        }
        for line in sheet.lines
    ]
    file = {"name": source.name, "sha256": source.sha256, "title": source.title, "pages": source.pages}
    return _dumped({"file": file, "checked_at": sheet.checked_at.isoformat(), "lines": lines})


def sheet_from_bytes(content: bytes) -> "ComplianceSheet":
    """Return the compliance sheet.

    Raises:
        UnusableAnswerError: it is none, or not one of all lines.
    """
    from danvan_desktop.inspection.lines import LINES
    from danvan_desktop.inspection.sheet import ComplianceSheet, MeasuredFile

    words = _loaded(content)
    file = words.get("file")
    if not isinstance(file, dict):
        raise UnusableAnswerError("no file")
    pages = file.get("pages")
    if pages is not None and (not isinstance(pages, int) or not 0 <= pages < 2**31):
        raise UnusableAnswerError("no number of pages")
    source = MeasuredFile(_text(file.get("name")), _text(file.get("sha256")), _text(file.get("title")), pages)
    lines = tuple(_line(each) for each in _list(words.get("lines")))
    if [line.number for line in lines] != list(LINES):
        raise UnusableAnswerError("not the lines of the sheet")
    return ComplianceSheet(source, _moment(words.get("checked_at")), lines)


def returned_as_bytes(files: Sequence[ReturnedFile]) -> bytes:
    """Return files that went out and came back."""
    return _dumped({"files": [encode(file) for file in files]})


def returned_from_bytes(content: bytes) -> tuple[ReturnedFile, ...]:
    """Return the files.

    Raises:
        UnusableAnswerError: they are none, or a table among them has no full grid.
    """
    try:
        files = tuple(decode(ReturnedFile, file) for file in _list(_loaded(content).get("files")))
    except Misfit as error:
        raise UnusableAnswerError from error
    for block in (block for file in files for block in file.blocks if block.kind == "table"):
        if grid_problem(Table(1, block.columns, block.rows, header_rows=block.header_rows)):
            raise UnusableAnswerError("a table without a full grid")
    return files


def message_as_bytes(message: str) -> bytes:
    """Return a message for the user, or for the log."""
    return _dumped(message)


def message_from_bytes(content: bytes) -> str:
    """Return the message.

    Raises:
        UnusableAnswerError: it is none.
    """
    return _text(_parsed(content))


def _line(words: object) -> "SheetLine":
    from danvan_desktop.inspection.lines import LINES
    from danvan_desktop.inspection.sheet import Outcome, SheetLine

    if not isinstance(words, dict) or not isinstance(number := words.get("number"), int):
        raise UnusableAnswerError("no line")
    definition = LINES.get(number)
    outcome = Outcome.__members__.get(_text(words.get("outcome")))
    if definition is None or outcome is None:
        raise UnusableAnswerError("no line of the sheet")
    spots = tuple(_spot(each) for each in _list(words.get("spots")))
    return SheetLine(definition.requirement, _text(words.get("measured")), outcome, spots)


def _spot(words: object) -> "TextSpot":
    from danvan_desktop.inspection.sheet import TextSpot

    match words:
        case [str(text), str(part)]:
            return TextSpot(text, part)
        case _:
            raise UnusableAnswerError("no spot")


def _moment(value: object) -> datetime:
    try:
        return datetime.fromisoformat(_text(value))
    except ValueError as error:
        raise UnusableAnswerError("no time") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnusableAnswerError("no text")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise UnusableAnswerError("no list")
    return value


def _dumped(words: object) -> bytes:
    return json.dumps(words).encode("ascii")


def _loaded(content: bytes) -> dict[str, Any]:
    words = _parsed(content)
    if not isinstance(words, dict):
        raise UnusableAnswerError("no object")
    return words


def _parsed(content: bytes) -> object:
    try:
        parsed: object = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnusableAnswerError from error
    return parsed
