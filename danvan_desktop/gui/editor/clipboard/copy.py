"""Copy: blocks with their kinds as our own MIME type; HTML and plain text for other programs."""

import html
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor, QTextTable

from danvan_desktop.gui.editor.clipboard.keep_marks_on_move import add_move_label
from danvan_desktop.gui.editor.document.formats import kind_of_block, read_runs
from danvan_desktop.gui.editor.document.read import read_table, selected_cells, table_at
from danvan_desktop.gui.editor.document.run_slices import between
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.integrity import unspanned
from danvan_desktop.report.model import Block, Paragraph, Run, Runs, Section, Table, plain

BLOCKS = "application/x-danvan-blocks"


def copied(editor: BlockText) -> QMimeData:
    """The MIME data of the selection."""
    data = QMimeData()
    cursor = editor.textCursor()
    blocks = list(selected_blocks(editor, cursor))
    data.setText("\n".join(_shown(editor, blocks)))
    data.setHtml("".join(_html(block) for block in blocks))
    if not cursor.hasComplexSelection() and table_at(cursor) is None:
        whole = Section(1, blocks=tuple(blocks))
        text = json.dumps(encode(whole), ensure_ascii=False)
        data.setData(BLOCKS, QByteArray(text.encode("utf-8", "replace")))
        add_move_label(data, editor.ids.report, _selected_whole(editor, cursor))
    return data


def selected_blocks(editor: BlockText, cursor: QTextCursor) -> Iterator[Block]:
    """The selected blocks, the first and the last as far as they are selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    inside = table_at(cursor)
    if inside is not None:
        yield from _selected_lines(inside, cursor)
        return
    for unit in editor.units():
        if unit.end < start or unit.start > end:
            continue
        for block in unit.blocks:
            if isinstance(block, Paragraph):
                yield replace(block, runs=between(block.runs, start - unit.start, end - unit.start))
            else:
                yield block


def _selected_whole(editor: BlockText, cursor: QTextCursor) -> Iterator[int]:
    """The ids of the blocks of which every word is selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for unit in editor.units():
        if start <= unit.start and unit.end <= end:
            yield from (block.id for block in unit.blocks)


def _selected_lines(table: QTextTable, cursor: QTextCursor) -> Iterator[Block]:
    """A selection inside a table: its cells as a table, or the words selected in one of them."""
    row, rows, column, columns = selected_cells(cursor)
    if row < 0:
        block = cursor.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            start = cursor.selectionStart() - block.position()
            yield Paragraph(
                1, runs=between(read_runs(block), start, cursor.selectionEnd() - block.position())
            )
            block = block.next()
        return
    grid = read_table(table, None)
    # Merged cells may reach beyond the part that is cut out.
    cells = unspanned(tuple(line[column : column + columns] for line in grid.rows[row : row + rows]))
    yield replace(grid, rows=cells, columns=grid.columns[column : column + columns], header_rows=0)


def _shown(editor: BlockText, blocks: Sequence[Block]) -> Iterator[str]:
    """The lines of ``blocks`` as they are seen: with number or dash where the whole line is copied."""
    for block in blocks:
        if isinstance(block, Paragraph):
            label = _label_of(editor, block) if len(blocks) > 1 else ""
            yield f"{label} {plain(block.runs)}".lstrip()
        elif isinstance(block, Table):
            if block.caption:
                yield plain(block.caption)
            for row in block.rows:
                yield "\t".join(
                    " ".join(plain(line) for line in cell.paragraphs) if cell else "" for cell in row
                )


def _label_of(editor: BlockText, paragraph: Paragraph) -> str:
    for line in editor.text_blocks():
        if kind_of_block(line) != "cell" and editor.id_of(line) == paragraph.id:
            return editor.label(line)
    return ""


def _html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_runs_html(block.runs)}</p>"
    if not isinstance(block, Table):
        return ""
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td rowspan="{cell.rows}" colspan="{cell.cols}">'
            + "".join(f"<p>{_runs_html(line)}</p>" for line in cell.paragraphs)
            + "</td>"
            for cell in row
            if cell is not None
        )
        + "</tr>"
        for row in block.rows
    )
    return f'<table border="1">{rows}</table>'


def _runs_html(runs: Runs) -> str:
    return "".join(_run_html(run) for run in runs)


def _run_html(run: Run) -> str:
    text = html.escape(run.text)
    marks = {"b": run.bold, "i": run.italic, "u": run.underline, "sup": run.vertical == "super"}
    for tag, wanted in {**marks, "sub": run.vertical == "sub"}.items():
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    return text
