"""Review marks: what is still open in a report (*chưa sửa*, *chưa rà*, Việc còn thiếu). None ever prints.

A mark is an old year, date, figure or cited document in a block that came over from last year's report.
It is gone when its text is gone or the user confirms it; what is typed anew is never marked.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.column_titles import COUNTER_HEADS, head_rows
from danvan_desktop.report.lifecycle.year_rules import Kind, Token, tokens
from danvan_desktop.report.model import Block, Cell, Origin, Paragraph, Report, Table, plain
from danvan_desktop.report.tab_count import TabCount
from danvan_desktop.report.text.fold_diacritics import fold

B = TypeVar("B", bound=Paragraph | Table)
CellPlace = tuple[int, int, int]
"""Row, column and paragraph in a table's cell."""

KIND_LABELS: dict[Kind, str] = {
    "year": "Năm cũ",
    "date": "Ngày, tháng cũ",
    "figure": "Số liệu cũ",
    "document": "Văn bản viện dẫn",
}
"""What a mark is called in lists."""


@frozen
class ReviewMark:
    """A place *chưa rà*: ``start`` to ``end`` in the text of a paragraph, a caption or a cell."""

    start: int
    end: int
    text: str
    kind: Kind
    key: str
    """The text with the words beside it: what ``confirmed`` keeps, so that it is known again."""
    cell: CellPlace | None = None
    """Where in a table; None in a paragraph and in a table's caption."""


@frozen
class TextStretch:
    """One text of a block: of a paragraph, a caption or a cell."""

    text: str
    title: bool = False
    """A heading, a caption or the head of a table."""
    cell: CellPlace | None = None
    label: str = ""
    """What the row and the column of a cell are about."""


def text_stretches(block: Block) -> Iterator[TextStretch]:
    """Give the texts of ``block`` in which years and figures can grow old; a column of counters has none."""
    if isinstance(block, Paragraph):
        yield TextStretch(plain(block.runs), title=block.role == "heading")
    elif isinstance(block, Table):
        if block.caption is not None:
            yield TextStretch(plain(block.caption), title=True)
        heads = head_rows(block)
        counters = _counter_columns(block, heads)
        for y, row in enumerate(block.rows):
            for x, cell in enumerate(row):
                if cell is not None and x not in counters:
                    label = f"{_row_label(block, y)} | {x + 1}: "
                    for index, runs in enumerate(cell.paragraphs):
                        yield TextStretch(plain(runs), y < heads, (y, x, index), label)


def _counter_columns(table: Table, heads: int) -> set[int]:
    return {
        x
        for row in table.rows[:heads]
        for x, cell in enumerate(row)
        if cell is not None and fold(_text(cell)) in COUNTER_HEADS
    }


def _row_label(table: Table, y: int) -> str:
    texts = (_text(cell) for cell in table.rows[y] if cell is not None)
    return next((text[:40] for text in texts if any(sign.isalpha() for sign in text)), str(y + 1))


def _text(cell: Cell) -> str:
    return " ".join(map(plain, cell.paragraphs)).strip()


def open_marks(block: Block) -> tuple[ReviewMark, ...]:
    """Give the places of ``block`` that are *chưa rà*, in reading order."""
    origin = None if not isinstance(block, Paragraph | Table) else block.origin
    if origin is None or not origin.found:
        return ()
    found, confirmed = set(origin.found), set(origin.confirmed)
    marks = (
        _mark(token, passage)
        for passage in text_stretches(block)
        for token in tokens(passage.text)
        if token.text in found
    )
    return tuple(mark for mark in marks if mark.key not in confirmed)


def _mark(token: Token, passage: TextStretch) -> ReviewMark:
    before, after = passage.text[: token.start].split()[-1:], passage.text[token.end :].split()[:1]
    key = passage.label + " ".join([*before, token.text, *after])
    return ReviewMark(token.start, token.end, token.text, token.rule.kind or "figure", key, passage.cell)


def settled_places(report: Report) -> int:
    """Count the places that were *chưa rà* when the report began and are not any more.

    A place that was confirmed counts as often as it stands in the text, one that was written over once. What
    was deleted with its whole block counts neither here nor among those still open.
    """
    return sum(settled_in(block) for _, blocks in _tabs(report) for block in blocks)


def settled_in(block: Block) -> int:
    """Count those of one block."""
    origin = None if not isinstance(block, Paragraph | Table) else block.origin
    if origin is None or not origin.found:
        return 0
    found, confirmed = set(origin.found), set(origin.confirmed)
    standing = [
        _mark(token, passage)
        for passage in text_stretches(block)
        for token in tokens(passage.text)
        if token.text in found
    ]
    written_over = found - {mark.text for mark in standing}
    return len(written_over) + sum(mark.key in confirmed for mark in standing)


def confirm(block: B, mark: ReviewMark) -> B:
    """Record that ``mark`` is right as it stands; the same figure between the same words is meant with it."""
    return _confirmed(block, (mark.key,))


def confirm_all(block: B) -> B:
    """Record that the whole ``block`` is right as it stands: nothing in it is *chưa rà* or *chưa sửa*."""
    return touched(_confirmed(block, tuple(mark.key for mark in open_marks(block))))


def touched(block: B) -> B:
    """Record that the user has edited ``block``; its marks stay until they are confirmed or changed."""
    if block.origin is None or block.origin.touched:
        return block
    return replace(block, origin=replace(block.origin, touched=True))


def _confirmed(block: B, keys: tuple[str, ...]) -> B:
    if block.origin is None or set(keys) <= set(block.origin.confirmed):
        return block
    return replace(block, origin=_with_keys(block.origin, keys))


def _with_keys(origin: Origin, keys: tuple[str, ...]) -> Origin:
    return replace(origin, confirmed=tuple(dict.fromkeys((*origin.confirmed, *keys))))


def is_unedited(block: Block) -> bool:
    """Tell whether ``block`` is last year's text as it came (*chưa sửa*): no heading, not empty."""
    if not isinstance(block, Paragraph | Table) or block.origin is None or block.origin.touched:
        return False
    if isinstance(block, Paragraph):
        return block.role != "heading" and bool(plain(block.runs).strip())
    return True


@frozen
class OpenThing:
    """One entry of the list of what is open."""

    kind: Literal["missing", "mark", "unedited"]
    tab: str
    block: int
    """The id of the block."""
    text: str
    """What to show: the remark, the marked text or how the paragraph begins."""
    mark: ReviewMark | None = None


def counts(report: Report) -> tuple[TabCount, ...]:
    """Count what is open in each tab that holds text, in the order of the tabs."""
    return tuple(_count(tab, blocks) for tab, blocks in _tabs(report))


def total(report: Report) -> TabCount:
    """Count what is open in the whole of ``report``, for the start page; its ``tab`` is empty."""
    found = counts(report)
    return TabCount(
        "",
        sum(count.unedited for count in found),
        sum(count.unchecked for count in found),
        sum(count.missing for count in found),
    )


def open_things(report: Report) -> tuple[OpenThing, ...]:
    """List everything open in reading order, each with its place: for lists, jumps and the signing copy."""
    return tuple(thing for tab, blocks in _tabs(report) for block in blocks for thing in _open(tab, block))


def _open(tab: str, block: Block) -> Iterator[OpenThing]:
    if not isinstance(block, Paragraph | Table):
        return
    if note := (block.note or "").strip():
        yield OpenThing("missing", tab, block.id, note)
    if is_unedited(block):
        yield OpenThing("unedited", tab, block.id, _beginning(block))
    for mark in open_marks(block):
        yield OpenThing("mark", tab, block.id, mark.text, mark)


def _beginning(block: Paragraph | Table) -> str:
    if isinstance(block, Table):
        return plain(block.caption).strip() if block.caption else "Bảng"
    text = plain(block.runs).strip()
    return text if len(text) <= 60 else text[:61].rpartition(" ")[0] + "…"


def _count(tab: str, blocks: tuple[Block, ...]) -> TabCount:
    kinds = [thing.kind for block in blocks for thing in _open(tab, block)]
    return TabCount(tab, kinds.count("unedited"), kinds.count("mark"), kinds.count("missing"))


def _tabs(report: Report) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield "opening", report.opening
    for section in report.sections:
        yield f"section:{section.id}", section.blocks
    yield "closing", report.closing
    yield "annexes", tuple(block for annex in report.annexes for block in annex.blocks)
