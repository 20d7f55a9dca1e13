"""Puts a report with some changes in the place of the open one: one undo step, and nothing is made anew.

Where blocks of a text or words of a field changed, they alone are written; a page is made anew
(``OpenReport.restore``) only where something else of it is different, as where a section came or went.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Block, Paragraph, Report, Table
from danvan_desktop.report.walk import block_lists, with_block_lists

_AT_ONCE = 16
"""Stretches of blocks: more are written in slices."""
_OF_SIGNING = ("recipients", "filing", "signature")


def putting_report(opened: OpenReport, report: Report) -> Iterator[None]:
    """Let the open report say what ``report`` says, in slices where it is much.

    For :meth:`UndoStack.do_in_slices`.
    """
    now = opened.report()
    ids = _IdStep(opened)
    with opened.stack.macro():
        opened.stack.push(ids)  # the first to be pushed is the last to be undone
        _fill_fields(opened, now, report)
        if _texts_of(now) == _texts_of(report):
            opened.pages.ids.next_id = max(opened.pages.ids.next_id, report.next_id)
            yield from _writing_texts(opened, now, report)
        shown = opened.report()
        if not _says(shown, report):
            opened.restore(_as_shown(shown, report))
    ids.after = opened.pages.ids.next_id


def _writing_texts(opened: OpenReport, now: Report, report: Report) -> Iterator[None]:
    lists = zip(opened.pages.editors(), block_lists(now), block_lists(report), strict=True)
    changed = [
        (editor, old, list(_stretches(old, new))) for (_, editor), (_, old), (_, new) in lists if old != new
    ]
    is_much = sum(len(stretches) for *_, stretches in changed) > _AT_ONCE
    for editor, old, stretches in changed:
        yield from _writing_changed(editor, old, stretches)
        if is_much:
            yield
            editor.blocks()  # the report is read a little later, and then finds this text read
            yield
    opened.note_edit()


def _fill_fields(opened: OpenReport, now: Report, report: Report) -> None:
    """Write what fields of their own show of ``report``: their pages need not be made anew for it."""
    general, signature = opened.pages.general, opened.pages.signature
    if now.letterhead != report.letterhead:
        general.fill(report.letterhead)
    if now.subject != report.subject:
        general.subject.fill(report.subject)
    if any(getattr(now, name) != getattr(report, name) for name in _OF_SIGNING):
        signature.fill(report)


class _IdStep:
    """Gives back the ids that were given out, where none was given out since: all undone, it is as before."""

    def __init__(self, opened: OpenReport) -> None:
        self._opened = opened
        self._before = self.after = opened.pages.ids.next_id

    def undo(self) -> None:
        ids = self._opened.pages.ids
        if ids.next_id == self.after:
            ids.next_id = self._before

    def redo(self) -> None:
        ids = self._opened.pages.ids
        ids.next_id = max(ids.next_id, self.after)


def _writing_changed(
    editor: BlockEditor, old: Sequence[Block], stretches: Sequence["_Stretch"]
) -> Iterator[None]:
    """Write the blocks that are others, each stretch of them by itself: the rest is not laid out anew."""
    units = editor.units()
    places = [(block.id, at) for at, unit in enumerate(units) for block in unit.blocks]
    if [identity for identity, _ in places] != [block.id for block in old] or not stretches:
        return  # the editor shows something else: the page is made anew
    if any(block != _joined(block) for each in stretches for block in old[each.first : each.last + 1]):
        return  # the text would read back otherwise after undo
    yield from editor.replacing_each(
        units, [(places[each.first][1], places[each.last][1], each.wanted) for each in stretches]
    )


@frozen
class _Stretch:
    """From which block to which others are to stand: at least one goes, and one comes."""

    first: int
    last: int
    wanted: tuple[Block, ...]


def _stretches(old: Sequence[Block], new: Sequence[Block]) -> Iterator[_Stretch]:
    """Give what is to be written; what only comes or goes is written with the block beside it.

    Nothing where all of a text comes or goes: its page is made anew.
    """
    if not (old and new):
        return
    before = {block.id: block for block in old}
    keys = [block.id if before.get(block.id) == block else -1 for block in new]
    ids = [block.id for block in old]
    for kind, first, end, low, high in SequenceMatcher(None, ids, keys, autojunk=False).get_opcodes():
        wanted = tuple(new[low:high])
        if kind == "replace":
            yield _Stretch(first, end - 1, wanted)
        elif kind != "equal" and first:
            last = first - 1 if kind == "insert" else end - 1
            yield _Stretch(first - 1, last, (old[first - 1], *wanted))
        elif kind != "equal":
            yield _Stretch(0, end, (*wanted, old[end]))


def _says(shown: Report, wanted: Report) -> bool:
    """Whether what is shown says what is wanted: runs of the same look side by side are one."""
    if _outside(shown) != _outside(wanted):
        return False
    lists = zip(block_lists(shown), block_lists(wanted), strict=True)
    return all(_say_the_same(old, new) for (_, old), (_, new) in lists)


def _say_the_same(old: Sequence[Block], new: Sequence[Block]) -> bool:
    return old == new or tuple(map(_joined, old)) == tuple(map(_joined, new))


def _texts_of(report: Report) -> tuple[object, ...]:
    """Which texts a report has, each with an editor of its own."""
    return tuple(section.id for section in report.sections), tuple(annex.id for annex in report.annexes)


def _as_shown(shown: Report, wanted: Report) -> Report:
    """Give ``wanted`` with the blocks that are ``shown`` where they say the same: their page can stay."""
    if _texts_of(shown) != _texts_of(wanted):
        return wanted
    lists = zip(block_lists(shown), block_lists(wanted), strict=True)
    return with_block_lists(wanted, (old if _say_the_same(old, new) else new for (_, old), (_, new) in lists))


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
