"""The difference on one tab as rich text: what is gone struck out in red, what is new underlined in green.

Never by colour alone: the lines through, under and over the words say it too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.history.comparison import Comparison, ShownTab
from danvan_desktop.gui.history.places import place_now
from danvan_desktop.gui.history.wording import block_change_text, field_text
from danvan_desktop.gui.look.tokens import Tokens
from danvan_desktop.report.diff.likeness import block_text
from danvan_desktop.report.diff.model import BlockChange, Row, TabDiff
from danvan_desktop.report.diff.tables.difference import CellDiff, TableDiff, compare_tables
from danvan_desktop.report.diff.words import Segment, segments
from danvan_desktop.report.model import Block, OpaqueBlock, Paragraph, Run, Runs, Table, plain
from danvan_desktop.report.takeback.place_names import field_name

RESTORE = "restore:"
"""The address of the link that restores a place, with the number of the change."""
GO = "go:"
"""The address of the link that leads to the place, likewise."""
_LEGEND = "Đỏ gạch ngang: đã bỏ. Xanh gạch chân: thêm sau đó. Nền vàng, gạch trên: chỉ đổi chữ đậm, nghiêng."
_AROUND = 1
"""So many unchanged paragraphs are shown beside a changed one."""
_INDENTS = {"heading": 0, "clause": 0, "point": 24, "item": 24, "body": 12}


@frozen
class DiffColours:
    """The colours of what is gone, what is new, what differs in its look, and of small print."""

    gone: str
    new: str
    restyled: str
    quiet: str

    @classmethod
    def of(cls, tokens: Tokens) -> "DiffColours":
        """Give those of ``tokens``."""
        return cls(tokens.red, tokens.green, tokens.amber_soft, tokens.muted)


@frozen
class DiffLinks:
    """The links that stand at each change."""

    go: bool
    """Where it can be shown in the report."""
    restore: bool


def tab_html(comparison: Comparison, tab: ShownTab, colours: DiffColours, links: DiffLinks) -> str:
    """Write what changed on ``tab``, with ``links`` at each place."""
    return "".join(_TabWriter(comparison, tab, colours, links).parts())


class _TabWriter:
    def __init__(self, comparison: Comparison, tab: ShownTab, colours: DiffColours, links: DiffLinks) -> None:
        self._comparison, self._tab, self._colours, self._links = comparison, tab, colours, links
        self._titles = comparison.titles()

    def parts(self) -> Iterator[str]:
        tab = self._tab
        yield f'<h4 style="margin:0">{escape(tab.title)}</h4>'
        if not tab.changes.shown:
            yield self._quiet("Mục này không có chỗ nào khác giữa hai bản.")
        for change in tab.changes.fields:
            old, new = ((Run(field_text(value)),) for value in (change.old, change.new))
            yield self._label(field_name(change.name), change.number)
            yield self._paragraph(self._words(segments(old, new)))
        if tab.changes.diff is not None:
            yield from self._heading(tab.changes.diff)
            yield from self._rows(tab.changes.diff)
        if tab.changes.shown:
            yield f"<hr>{self._quiet(_LEGEND)}"

    def _heading(self, diff: TabDiff) -> Iterator[str]:
        if diff.change is None or self._comparison.diff.changes[diff.change].is_silent:
            return
        old, new = (() if each is None else each.title for each in (diff.old, diff.new))
        label = "Tên mục" if diff.old is not None and diff.new is not None else "Cả mục"
        if old == new and label == "Tên mục":
            label = "Vị trí của mục trong báo cáo"
        yield self._label(label, diff.change)
        yield self._paragraph(f"<b>{self._words(segments(old, new))}</b>")

    def _rows(self, diff: TabDiff) -> Iterator[str]:
        """The changed rows with what stands beside them; between them how much is left out."""
        rows = diff.rows
        changed = [index for index, row in enumerate(rows) if self._is_shown(row)]
        seen = {
            near
            for index in changed
            for near in range(max(0, index - _AROUND), min(len(rows), index + _AROUND + 1))
        }
        skipped = 0
        for index, row in enumerate(rows):
            if index not in seen:
                skipped += 1
                continue
            yield self._skipped(skipped)
            skipped = 0
            yield from self._row(row, diff)
        yield self._skipped(skipped)

    def _is_shown(self, row: Row) -> bool:
        return row.change is not None and not self._comparison.diff.changes[row.change].is_silent

    def _skipped(self, count: int) -> str:
        return self._quiet(f"… {count} đoạn không đổi …") if count else ""

    def _row(self, row: Row, diff: TabDiff) -> Iterator[str]:
        change = None if row.change is None else self._comparison.diff.changes[row.change]
        if not isinstance(change, BlockChange) or change.is_silent:
            is_gone, is_new = not row.new, not row.old
            for block in row.new or row.old:
                yield self._lone(block, gone=is_gone) if is_gone or is_new else self._unchanged(block)
            return
        yield self._label(block_change_text(change, self._other_tab(change, row, diff)), change.number)
        if not row.new:
            yield from (self._lone(block, gone=True) for block in row.old)
            return
        if change.kind == "added":
            yield from (self._lone(block, gone=False) for block in row.new)
            return
        old, new = (change.old, change.new) if change.kind == "moved" else (row.old, row.new)
        if len(old) == len(new) == 1 and isinstance(old[0], Table) and isinstance(new[0], Table):
            yield self._table(compare_tables(old[0], new[0]))
        else:
            yield self._block((new or old)[0], self._words(segments(_joined(old), _joined(new))))

    def _other_tab(self, change: BlockChange, row: Row, diff: TabDiff) -> str:
        if change.kind != "moved" or change.new_tab in {diff.new_name, diff.old_name} & {change.old_tab}:
            return ""
        if row.new:
            title = self._titles.get(change.old_tab, "")
            return "" if change.old_tab == diff.old_name else f"từ “{title}” sang"
        title = self._titles.get(change.new_tab, "")
        return "" if change.new_tab == diff.new_name else f"sang “{title}”"

    # ------------------------------------------------------------------ pieces of rich text

    def _label(self, text: str, number: int) -> str:
        change, links = self._comparison.diff.changes[number], []
        if self._links.go and place_now(change, self._tab.changes):
            links.append(f'<a href="{GO}{number}">Tới chỗ này</a>')
        if self._links.restore:
            links.append(f'<a href="{RESTORE}{number}">Khôi phục chỗ này</a>')
        said = " &nbsp; ".join([f"<i>{escape(text)}</i>", *links])
        return f'<p style="margin:10px 0 0 0; color:{self._colours.quiet}"><small>{said}</small></p>'

    def _quiet(self, text: str) -> str:
        return f'<p style="margin:6px 0; color:{self._colours.quiet}"><small>{escape(text)}</small></p>'

    def _block(self, block: Block, words: str) -> str:
        if isinstance(block, OpaqueBlock):
            return self._quiet("(phần do phiên bản mới hơn của phần mềm ghi)")
        if isinstance(block, Paragraph):
            sign = block.number or {"item": "-" if block.level == 1 else "+"}.get(block.role, "")
            sign = f"{escape(sign)} " if sign else ""
            indent = _INDENTS[block.role] + 12 * (block.level - 1)
            text = f"<b>{sign}{words}</b>" if block.role == "heading" else f"{sign}{words}"
            return self._paragraph(text, indent)
        return self._paragraph(words)

    def _unchanged(self, block: Block) -> str:
        if isinstance(block, Table):
            name = plain(block.caption or ())
            return self._quiet(f"(Bảng “{name}” không đổi)" if name else "(Bảng không đổi)")
        return self._block(block, self._kept(_text(block)))

    def _lone(self, block: Block, *, gone: bool) -> str:
        """A block that is in one of the two only."""
        if not isinstance(block, Table):
            return self._block(block, self._marked(_text(block), gone=gone))
        empty = replace(block, caption=None, rows=())
        return self._table(compare_tables(block, empty) if gone else compare_tables(empty, block))

    @staticmethod
    def _paragraph(html: str, indent: int = 0) -> str:
        return f'<p style="margin:2px 0 4px {indent}px">{html or "&nbsp;"}</p>'

    def _words(self, found: Iterable[Segment]) -> str:
        return "".join(map(self._segment, found))

    def _segment(self, segment: Segment) -> str:
        if segment.kind == "deleted":
            return self._marked(segment.old, gone=True)
        if segment.kind == "inserted":
            return self._marked(segment.new, gone=False)
        text = self._kept(segment.new)
        if segment.kind == "restyled":
            return (
                f'<span style="background-color:{self._colours.restyled}; text-decoration:overline">'
                f"{text}</span>"
            )
        return text

    def _kept(self, runs: Runs) -> str:
        return "".join(map(_run, runs))

    def _marked(self, runs: Runs, *, gone: bool) -> str:
        """Struck out where it is gone, underlined where it is new."""
        text = "".join(_run(run, show_ends=True) for run in runs)
        if not text:
            return ""
        colour, line = (self._colours.gone, "line-through") if gone else (self._colours.new, "underline")
        return f'<span style="color:{colour}; text-decoration:{line}">{text}</span>'

    def _table(self, diff: TableDiff) -> str:
        parts = [self._paragraph(self._words(diff.caption))] if diff.caption else []
        parts.append('<table border="1" cellspacing="0" cellpadding="4">')
        skipped = 0
        shown = {
            near
            for index, row in enumerate(diff.rows)
            if row.kind != "equal"
            for near in (index - 1, index, index + 1)
        } | {0}
        for index, row in enumerate(diff.rows):
            if index not in shown:
                skipped += 1
                continue
            parts.append(self._skipped_rows(skipped, len(diff.columns)))
            skipped = 0
            parts.append(f"<tr>{''.join(map(self._cell, row.cells))}</tr>")
        parts.append(self._skipped_rows(skipped, len(diff.columns)))
        parts.append("</table>")
        return "".join(parts)

    def _skipped_rows(self, count: int, width: int) -> str:
        if not count:
            return ""
        text = self._quiet(f"… {count} hàng không đổi …")
        return f'<tr><td colspan="{width}">{text}</td></tr>'

    def _cell(self, cell: CellDiff) -> str:
        return f"<td>{self._words(cell.words)}</td>"


def _text(block: Block) -> Runs:
    return block.runs if isinstance(block, Paragraph) else (Run(block_text(block)),)


def _joined(blocks: tuple[Block, ...]) -> Runs:
    """The text of several paragraphs with line feeds between them."""
    runs: list[Run] = []
    for index, block in enumerate(blocks):
        if index:
            runs.append(Run("\n"))
        runs += _text(block)
    return tuple(runs)


def _run(run: Run, *, show_ends: bool = False) -> str:
    text = escape(run.text).replace("\n", "¶<br>" if show_ends else "<br>").replace("\t", " | ")
    for is_on, name in (
        (run.bold, "b"),
        (run.italic, "i"),
        (run.underline, "u"),
        (run.vertical == "super", "sup"),
        (run.vertical == "sub", "sub"),
    ):
        if is_on:
            text = f"<{name}>{text}</{name}>"
    return text
