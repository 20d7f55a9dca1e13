"""Puts a report with some changes in the place of the open one: one undo step, and nothing is made anew.

Where blocks of a text changed, they alone are written; a page is made anew (``OpenReport.restore``) only
where something else is different: a field, a section that came or went.
"""

from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Block, Paragraph, Report, Table
from danvan_desktop.report.walk import block_lists


def put_report(opened: OpenReport, report: Report) -> None:
    """Let the open report say what ``report`` says."""
    now = opened.report()
    with opened.stack.macro():
        if _outside(now) == _outside(report):
            opened.pages.ids.next_id = max(opened.pages.ids.next_id, report.next_id)
            lists = zip(opened.pages.editors(), block_lists(now), block_lists(report), strict=True)
            for (_, editor), (_, old), (_, new) in lists:
                if old != new:
                    _write_between(editor, old, new)
            opened.note_edit()
        if not _says(opened.report(), report):
            opened.restore(report)


def _write_between(editor: BlockEditor, old: Sequence[Block], new: Sequence[Block]) -> None:
    """Write what stands between the blocks that are the same at both ends."""
    units = editor.units()
    places = [(block.id, at) for at, unit in enumerate(units) for block in unit.blocks]
    if [identity for identity, _ in places] != [block.id for block in old] or not (old and new):
        return  # the editor shows something else: the page is made anew
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    first, last = start, len(old) - 1 - end
    wanted = list(new[start : len(new) - end])
    if first > last:  # only new ones: the block beside them is written again
        if first:
            first, last, wanted = first - 1, first - 1, [old[first - 1], *wanted]
        else:
            first, last, wanted = 0, 0, [*wanted, old[0]]
    elif not wanted:  # all of them go
        if first:
            first, wanted = first - 1, [old[first - 1]]
        else:
            last, wanted = last + 1, [old[last + 1]]
    if any(block != _joined(block) for block in old[first : last + 1]):
        return  # the text would read back otherwise after undo
    editor.replace(units, places[first][1], places[last][1], wanted)


def _says(shown: Report, wanted: Report) -> bool:
    """Whether what is shown says what is wanted: runs of the same look side by side are one."""
    if _outside(shown) != _outside(wanted):
        return False
    lists = zip(block_lists(shown), block_lists(wanted), strict=True)
    return all(
        old == new or tuple(map(_joined, old)) == tuple(map(_joined, new)) for (_, old), (_, new) in lists
    )


def _joined(block: Block) -> Block:
    """Give a block as the editor reads it back."""
    if isinstance(block, Paragraph):
        return replace(block, runs=joined(block.runs))
    if not isinstance(block, Table):
        return block
    rows = tuple(
        tuple(cell and replace(cell, paragraphs=tuple(map(joined, cell.paragraphs))) for cell in row)
        for row in block.rows
    )
    return replace(block, rows=rows, caption=None if block.caption is None else joined(block.caption))


def _outside(report: Report) -> Report:
    """The report without the blocks of its texts."""
    return replace(
        report,
        next_id=0,
        modified=report.modified.min,
        opening=(),
        closing=(),
        sections=tuple(replace(section, blocks=(), number=None) for section in report.sections),
        annexes=tuple(replace(annex, blocks=(), number=None) for annex in report.annexes),
    )
