"""Full text of a report in reading order: for search, word count and the check that no word was lost."""

from collections.abc import Iterator

from danvan_desktop.report.model import (
    Annex,
    Block,
    Filing,
    Letterhead,
    PartialDate,
    Report,
    Runs,
    Section,
    Signature,
    Table,
    plain,
)
from danvan_desktop.report.model import Paragraph as TextBlock
from danvan_desktop.report.walk import every_block


def words(report: Report) -> list[str]:
    """List the words of all printed texts of ``report``, in reading order.

    What every paper bears (Quốc hiệu, "Số:", "Nơi nhận:", dashes, "./.") is not the report's own.
    """
    return [word for text in printed_texts(report) for word in text.split()]


def count_words(report: Report) -> int:
    """Count the words of the text itself: opening, sections, closing and annexes, with their numbers."""
    return sum(len(text.split()) for text in _body_texts(report)) + sum(
        len(text.split()) for annex in report.annexes for text in _annex_texts(annex)
    )


def all_text(report: Report) -> str:
    """Give everything that ``report`` keeps as one text: what it prints, then its remarks and notes."""
    return "\n".join([*printed_texts(report), *_remarks(report)])


def printed_texts(report: Report) -> Iterator[str]:
    """Give the texts of ``report`` one by one, in reading order."""
    yield from _letterhead_texts(report.letterhead)
    yield from filter(None, (report.marks.urgency, report.marks.circulation))
    yield report.kind
    yield report.subject
    yield from report.addressees
    yield from map(plain, report.legal_bases)
    yield from _body_texts(report)
    yield from report.recipients
    yield from _filing_texts(report.filing)
    yield from _signature_texts(report.signature)
    for annex in report.annexes:
        yield from _annex_texts(annex)


def _letterhead_texts(letterhead: Letterhead) -> Iterator[str]:
    yield from filter(None, (letterhead.parent_agency, letterhead.agency))
    yield from filter(None, (letterhead.number, letterhead.symbol, letterhead.place))
    yield from _date_texts(letterhead.issued_on)


def _date_texts(date: PartialDate) -> Iterator[str]:
    yield from (str(part) for part in (date.day, date.month, date.year) if part is not None)


def _body_texts(report: Report) -> Iterator[str]:
    yield from block_texts(report.opening)
    for section in report.sections:
        yield from _section_texts(section)
    yield from block_texts(report.closing)


def _section_texts(section: Section) -> Iterator[str]:
    if section.part is not None:
        yield section.part.number
        yield plain(section.part.title)
    yield _numbered(section.number, section.title)
    yield from block_texts(section.blocks)


def _annex_texts(annex: Annex) -> Iterator[str]:
    yield _numbered(annex.number, annex.title)
    yield from block_texts(annex.blocks)


def _numbered(number: str | None, runs: Runs) -> str:
    return f"{number or ''} {plain(runs)}".strip()


def block_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the texts of ``blocks`` one by one, each paragraph with its number."""
    for block in blocks:
        if isinstance(block, TextBlock):
            yield _numbered(block.number, block.runs)
        elif isinstance(block, Table):
            yield from _table_texts(block)


def _table_texts(table: Table) -> Iterator[str]:
    if table.caption is not None:
        yield plain(table.caption)
    for row in table.rows:
        for cell in row:
            if cell is not None:
                yield from map(plain, cell.paragraphs)


def _filing_texts(filing: Filing) -> Iterator[str]:
    yield from filter(None, (filing.unit, filing.drafter))
    if filing.copies is not None:
        yield str(filing.copies)


def _signature_texts(signature: Signature) -> Iterator[str]:
    yield from signature.lines
    yield from filter(None, (signature.other_position, signature.signer))


def _remarks(report: Report) -> Iterator[str]:
    for _, block in every_block(report):
        if isinstance(block, TextBlock | Table) and block.note:
            yield block.note
    if report.request is not None:
        request = report.request
        yield from filter(None, (request.agency, request.number_symbol, request.subject))
        yield from _date_texts(request.date)
        yield from _date_texts(request.due)
    for note in report.import_notes:
        yield note.text
