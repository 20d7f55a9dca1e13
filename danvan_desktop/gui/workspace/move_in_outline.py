"""Moves a section, or a khoản with what stands under it, to where the outline says: one step to undo."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.read import BlockUnit
from danvan_desktop.gui.workspace.commands.sections import SectionCommands
from danvan_desktop.gui.workspace.outline.entries import OutlineEntry
from danvan_desktop.gui.workspace.outline.moves import extent, tab_of
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Block


class MoveInOutline(QObject):
    """Carries out what is dragged in the outline, or moved there by keys."""

    def __init__(self, workspace: Workspace, sections: SectionCommands) -> None:
        """Connect the outline; ``sections`` moves whole sections."""
        super().__init__(workspace)
        self._workspace, self._opened, self._sections = workspace, workspace.opened, sections
        workspace.outline.moved.connect(self._move)
        self._opened.read_only_changed.connect(self._on_read_only)

    def _on_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a slot
        self._workspace.outline.can_be_changed = not read_only

    def _move(self, at: int, gap: int) -> None:
        outline = self._workspace.outline
        entries, had_keys = outline.entries, outline.hasFocus()
        if self._opened.is_read_only:
            return
        self._opened.commit_input()
        if entries[at].depth == 0:
            self._move_section(entries, at, gap)
            place = entries[at].place
        else:
            tab = tab_of(entries[gap - 1])
            self._move_blocks(entries, at, gap, tab)
            place = f"{tab}/{parse(entries[at].place).block}+0"
        self._workspace.refresh()
        outline.show_current(place)
        if had_keys:
            outline.setFocus()

    # ------------------------------------------------------------------ sections

    def _move_section(self, entries: Sequence[OutlineEntry], at: int, gap: int) -> None:
        before = sum(
            entry.depth == 0 and tab_of(entry).startswith("section:")
            for index, entry in enumerate(entries[:gap])
            if index != at
        )
        page = next(
            page for page in self._opened.pages.sections if f"section:{page.identity}" == entries[at].place
        )
        self._sections.move_to(page, before)

    # ------------------------------------------------------------------ khoản

    def _move_blocks(self, entries: Sequence[OutlineEntry], at: int, gap: int, tab: str) -> None:
        editors = dict(self._opened.pages.editors())
        source, target = editors[tab_of(entries[at])], editors[tab]
        end, first = extent(entries, at), parse(entries[at].place).block
        stop = _block_of(entries, end, tab_of(entries[at]))
        before = _block_of(entries, gap, tab)
        with self._opened.stack.macro():
            if source is target:
                _reorder(source, first, stop, before)
            else:
                taken = _take_out(source, first, stop)
                target.expect_moved(taken)
                _put_in(target, taken, before)
        self._workspace.bring_up(target)
        target.go_to(first)


def _block_of(entries: Sequence[OutlineEntry], gap: int, tab: str) -> int:
    """The block of ``tab`` that the gap lies before; 0: its end."""
    if gap < len(entries) and tab_of(entries[gap]) == tab:
        return parse(entries[gap].place).block
    return 0


def _held(editor: BlockEditor) -> tuple[list[BlockUnit], list[int]]:
    """The units of a text, and which of them are blocks of the report."""
    units = editor.units()
    return units, [index for index, unit in enumerate(units) if unit.blocks]


def _number_of(units: Sequence[BlockUnit], held: Sequence[int], identity: int) -> int:
    """Which of ``held`` is the block of that id; the number behind the last one for 0."""
    numbers = (number for number, index in enumerate(held) if units[index].blocks[0].id == identity)
    return next(numbers, len(held))


def _blocks(units: Sequence[BlockUnit], held: Sequence[int]) -> list[Block]:
    return [block for index in held for block in units[index].blocks]


def _reorder(editor: BlockEditor, first: int, stop: int, before: int) -> None:
    """Put the blocks from ``first`` to the one before ``stop`` in front of ``before``, all by their ids."""
    units, held = _held(editor)
    start, end, to = (_number_of(units, held, identity) for identity in (first, stop, before))
    moved = _blocks(units, held[start:end])
    if to < start:
        low, high, blocks = to, end, [*moved, *_blocks(units, held[to:start])]
    else:
        low, high, blocks = start, to, [*_blocks(units, held[end:to]), *moved]
    editor.replace(units, held[low], held[high - 1], blocks)


def _take_out(editor: BlockEditor, first: int, stop: int) -> list[Block]:
    """Delete the blocks from ``first`` to the one before ``stop``, and give them."""
    units, held = _held(editor)
    start, end = _number_of(units, held, first), _number_of(units, held, stop)
    taken = _blocks(units, held[start:end])
    # A neighbour is written anew: in the place of nothing Qt would leave an empty line.
    if start > 0:
        editor.replace(units, held[start - 1], held[end - 1], units[held[start - 1]].blocks)
    elif end < len(held):
        editor.replace(units, held[start], held[end], units[held[end]].blocks)
    else:
        editor.replace(units, held[start], held[end - 1], ())
    return taken


def _put_in(editor: BlockEditor, blocks: Sequence[Block], before: int) -> None:
    """Insert ``blocks`` in front of the block of the id ``before``; 0: at the end."""
    units, held = _held(editor)
    to = _number_of(units, held, before)
    if not held:
        editor.replace(units, 0, len(units) - 1, blocks)
    elif to < len(held):
        editor.replace(units, held[to], held[to], [*blocks, *units[held[to]].blocks])
    else:
        editor.replace(units, held[-1], held[-1], [*units[held[-1]].blocks, *blocks])
