"""Import of plain text (.txt, clipboard): a report, or blocks for an open report."""

from datetime import datetime

from danvan_desktop.errors import UserError
from danvan_desktop.importers.input_file import InputFile, Mint, foreign_kind
from danvan_desktop.importers.recognition.lines.line_fullness import measure
from danvan_desktop.importers.recognition.lines.text_lines import TextLine, is_rule, split_lines
from danvan_desktop.importers.recognition.parts.blocks import to_blocks
from danvan_desktop.importers.recognition.parts.paragraphs import join_lines
from danvan_desktop.importers.recognition.recognise import report_from_text
from danvan_desktop.importers.text_encoding import Decoded, decode, pasted
from danvan_desktop.report.model import Block, ImportNote, Report

__all__ = ["blocks_from_text", "read", "read_blocks", "read_pasted", "rejoined", "report_from_text"]

LARGEST = 5_000_000
"""Characters of a pasted text: more than two thousand pages."""
_BLANK = "\ufeff\u200b \t\r\n\f\x0b\u00a0"


def read(source: InputFile, now: datetime) -> Report:
    """Read a ``.txt`` file.

    Raises:
        UserError: it is something else under that name, or in a code that is not known here.
    """
    decoded = _decoded(source)
    return report_from_text(decoded.text, now, remarks=decoded.notes)


def read_pasted(text: str, now: datetime) -> Report:
    """Read the whole text of a report from the clipboard, as a ``.txt`` file is read.

    Raises:
        UserError: there is none, or too much.
    """
    if len(text) > LARGEST:
        raise UserError(
            "Văn bản dán vào quá dài, không thể là một báo cáo. Hãy chỉ sao chép phần báo cáo rồi dán lại."
        )
    decoded = pasted(text)
    if not decoded.text.strip(_BLANK):
        raise UserError("Chưa có chữ nào để nhập. Hãy sao chép toàn văn báo cáo rồi dán lại.")
    return report_from_text(decoded.text, now, remarks=decoded.notes)


def read_blocks(source: InputFile, mint: Mint) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Make blocks of a ``.txt`` file, with ids from ``mint``, and notes on what was changed.

    Raises:
        UserError: as :func:`read`.
    """
    decoded = _decoded(source)
    notes = tuple(ImportNote("encoding", text) for text in decoded.notes)
    return blocks_from_text(decoded.text, mint), notes


def _decoded(source: InputFile) -> Decoded:
    name = source.path.name
    if kind := foreign_kind(source.data):
        raise UserError(
            f"Tệp “{name}” có đuôi .txt nhưng nội dung là {kind}. "
            "Hãy đổi lại đúng đuôi của tệp, hoặc mở tệp đó và chép chữ sang một tệp .txt mới."
        )
    decoded = decode(source.data, name)
    if not decoded.text.strip(_BLANK):
        raise UserError(f"Tệp “{name}” không có chữ nào. Hãy chọn tệp khác.")
    if decoded.text.lstrip().startswith('{"format"') or '"format": "danvan/' in decoded.text[:200]:
        raise UserError(
            f"Tệp “{name}” có đuôi .txt nhưng nội dung là báo cáo của Danvan Desktop. "
            "Hãy đổi đuôi tệp thành .danvan."
        )
    return decoded


def blocks_from_text(text: str, mint: Mint) -> tuple[Block, ...]:
    """Make blocks of ``text``, with ids from ``mint``; every word is kept.

    The title of a Mục becomes a numbered heading: a paste never makes a section.
    """
    lines = _without_rules(text)
    return to_blocks(join_lines(lines, measure(lines)).pieces, mint)


def rejoined(text: str, mint: Mint) -> tuple[Block, ...] | None:
    """Make blocks of a pasted ``text`` whose lines end where a page did; None where its lines are whole."""
    lines = _without_rules(text)
    width = measure(lines)
    return to_blocks(join_lines(lines, width).pieces, mint) if width.wrapped else None


def _without_rules(text: str) -> tuple[TextLine, ...]:
    """The lines of ``text``; a line that is drawn with signs ("_____") is none."""
    return tuple(line for line in split_lines(text) if not is_rule(line.text))
