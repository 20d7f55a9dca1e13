"""The way in: the file is checked, opened, and given to the reader that knows its kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from danvan_desktop.errors import UserError
from danvan_desktop.importers.docx.body import BodyReader
from danvan_desktop.importers.docx.lines import paper_of, rejoined
from danvan_desktop.importers.docx.losses import Losses
from danvan_desktop.importers.docx.own import is_own, read_own
from danvan_desktop.importers.docx.package import Package, damaged, open_package
from danvan_desktop.importers.docx.reader import notes_on, read_anybodys
from danvan_desktop.importers.input_file import InputFile, Mint, foreign_kind
from danvan_desktop.importers.recognition.lines.line_fullness import measure
from danvan_desktop.importers.recognition.parts.blocks import to_blocks
from danvan_desktop.importers.recognition.parts.paragraphs import join_lines
from danvan_desktop.report.model import Block, ImportNote, Report

_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def read_report(source: InputFile, now: datetime) -> Report:
    """Read ``source`` as a report."""
    with _opened(source) as package:
        own = read_own(package, now) if is_own(package) else None
        return own or read_anybodys(package, now)


def read_blocks(source: InputFile, mint: Mint) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Read ``source`` as blocks to be put into a section."""
    losses = Losses()
    with _opened(source) as package:
        items = BodyReader(package, losses).read()
    page = rejoined(paper_of(items, losses), losses).page
    blocks = to_blocks(join_lines(page.lines, measure(page.lines)).pieces, mint)
    return blocks, notes_on(blocks, items, losses)


@contextmanager
def _opened(source: InputFile) -> Iterator[Package]:
    """Open ``source``; what turns out to be damaged while it is read is refused as well."""
    _refuse_foreign(source)
    name = source.path.name
    package = open_package(source)
    if not any(text.strip() for text in package.body.itertext()):
        raise UserError(
            f"Tệp “{name}” không có chữ nào (có thể chỉ có ảnh quét). Hãy chọn tệp khác, "
            "hoặc xin tệp Word gốc."
        )
    try:
        yield package
    except RecursionError as error:  # wrapped in itself over and over: no program writes that
        raise damaged(name) from error


def _refuse_foreign(source: InputFile) -> None:
    name = source.path.name
    if source.data.startswith(_ZIP):
        return
    if source.data.startswith(_OLD_WORD):
        raise UserError(
            f"Tệp “{name}” là tệp Word kiểu cũ (.doc) đổi đuôi. Hãy mở tệp bằng Word, "
            "lưu lại dạng Tài liệu Word (*.docx) rồi nhập lại."
        )
    kind = foreign_kind(source.data)
    raise UserError(
        f"Tệp “{name}” có đuôi .docx nhưng nội dung không phải tệp Word{f' (là {kind})' if kind else ''}; "
        "tệp có thể đã hỏng. Hãy xin lại tệp gốc."
    )
