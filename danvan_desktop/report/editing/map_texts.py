"""Apply one function to all texts, or to all paragraphs, of a report."""

from collections.abc import Callable
from dataclasses import replace

from danvan_desktop.report.model import Block, Cell, Paragraph, Report, Runs, Table
from danvan_desktop.report.walk import block_lists, with_block_lists

OnText = Callable[[str], str]
OnParagraph = Callable[[Paragraph], Paragraph]


def with_texts(report: Report, change: OnText) -> Report:
    """Return ``report`` with ``change`` made to whatever is printed but the name of who signs."""

    def known(text: str | None) -> str | None:
        return text if text is None else change(text)

    head, signature = report.letterhead, report.signature
    report = replace(
        report,
        letterhead=replace(head, parent_agency=known(head.parent_agency), agency=known(head.agency)),
        subject=change(report.subject),
        addressees=tuple(map(change, report.addressees)),
        legal_bases=tuple(_runs(runs, change) for runs in report.legal_bases),
        recipients=tuple(map(change, report.recipients)),
        signature=replace(signature, lines=tuple(map(change, signature.lines))),
        sections=tuple(replace(each, title=_runs(each.title, change)) for each in report.sections),
        annexes=tuple(replace(each, title=_runs(each.title, change)) for each in report.annexes),
    )
    return _with_blocks(report, lambda block: _text_changed(block, change))


def with_paragraphs(report: Report, change: OnParagraph) -> Report:
    """Return ``report`` with ``change`` made to every paragraph of its text, tables and annexes left out."""
    changed = _with_blocks(report, lambda block: change(block) if isinstance(block, Paragraph) else block)
    return replace(changed, annexes=report.annexes)


def _with_blocks(report: Report, change: Callable[[Block], Block]) -> Report:
    return with_block_lists(report, (tuple(map(change, blocks)) for _, blocks in block_lists(report)))


def _runs(runs: Runs, change: OnText) -> Runs:
    return tuple(replace(run, text=change(run.text)) for run in runs)


def _text_changed(block: Block, change: OnText) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, runs=_runs(block.runs, change))
    if not isinstance(block, Table):
        return block
    caption = None if block.caption is None else _runs(block.caption, change)
    rows = tuple(tuple(_cell(cell, change) for cell in row) for row in block.rows)
    return replace(block, caption=caption, rows=rows)


def _cell(cell: Cell | None, change: OnText) -> Cell | None:
    if cell is None:
        return None
    return replace(cell, paragraphs=tuple(_runs(runs, change) for runs in cell.paragraphs))
