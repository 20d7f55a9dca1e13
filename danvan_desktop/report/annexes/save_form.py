"""Save an annex as an annex form: an office makes its own form by writing it once in a report."""

import json

from danvan_desktop.errors import UserError
from danvan_desktop.report.annexes.forms import AnnexForm, FormColumn, FormRow
from danvan_desktop.report.annexes.totals import special_labels
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.column_titles import COUNTER_HEADS
from danvan_desktop.report.model import (
    Annex,
    Cell,
    ColumnFormula,
    Paragraph,
    RowKind,
    Table,
    TableForm,
    plain,
)
from danvan_desktop.report.numbering import parse_roman
from danvan_desktop.report.text.figures import parse_figure
from danvan_desktop.report.text.fold_diacritics import fold
from danvan_desktop.report.text.named_years import timeless


def form_of(annex: Annex, year: int, name: str, identity: str) -> AnnexForm:
    """Make the form ``name`` of ``annex`` of the report of ``year``: its words stay, its figures go.

    Raises:
        UserError: it has no table that a form can begin with.
    """
    table = next((block for block in annex.blocks if isinstance(block, Table)), None)
    if table is None:
        raise UserError("Phụ lục này chưa có bảng. Hãy lập bảng trong phụ lục rồi lưu làm mẫu.")
    if table.header_rows != 1 or any(
        cell is None or (cell.rows, cell.cols) != (1, 1) for row in table.rows for cell in row
    ):
        raise UserError(
            "Mẫu cần bảng có đúng một hàng tiêu đề và không có ô đã gộp. "
            "Hãy tách các ô đã gộp, đặt lại hàng tiêu đề của bảng rồi lưu làm mẫu."
        )
    known = table.form or TableForm("")
    columns = _columns(table, year)
    kinds = special_labels(known)
    below = [
        plain(block.runs)
        for block in annex.blocks[annex.blocks.index(table) + 1 :]
        if isinstance(block, Paragraph)
    ]
    return AnnexForm(
        id=identity,
        name=name,
        title=timeless(plain(annex.title), year) or name,
        columns=columns,
        description="Mẫu riêng của cơ quan.",
        order=50,
        orientation=annex.orientation,
        rows=tuple(_row(row, columns, kinds, year) for row in table.rows[1:]),
        full_marks=known.full_marks,
        most_extra=known.most_extra,
        remark=timeless(" ".join(below), year) if below else None,
    )


def form_text(form: AnnexForm) -> str:
    """Write ``form`` as its file holds it."""
    return json.dumps(encode(form), ensure_ascii=False, indent=2) + "\n"


def _columns(table: Table, year: int) -> tuple[FormColumn, ...]:
    columns = []
    for column, cell in zip(table.columns, table.rows[0], strict=True):
        head = _text(cell)
        is_counter = fold(head).strip(" .") in COUNTER_HEADS
        computed = column.form or ColumnFormula("counter" if is_counter else "text")
        columns.append(FormColumn(timeless(head, year), column.share, column.align, computed))
    return tuple(columns)


def _row(
    row: tuple[Cell | None, ...], columns: tuple[FormColumn, ...], kinds: dict[str, RowKind], year: int
) -> FormRow:
    texts = [_text(cell) for cell in row]
    kind = next((kinds[word] for word in (fold(text).strip() for text in texts) if word in kinds), None)
    if kind is None:
        counters = [x for x, column in enumerate(columns) if column.computed.content == "counter"]
        kind = "group" if any(parse_roman(texts[x]) for x in counters) else "item"
    most = next((x for x, column in enumerate(columns) if column.computed.sums), None)
    kept = [
        text if x == most or _stays(text, column) else ""
        for x, (text, column) in enumerate(zip(texts, columns, strict=True))
    ]
    return FormRow(tuple(timeless(text, year) for text in kept), kind)


def _stays(text: str, column: FormColumn) -> bool:
    """Tell whether a text belongs to the form: counters and words do, figures are of one year."""
    content = column.computed.content
    return content == "counter" or (content == "text" and parse_figure(text) is None)


def _text(cell: Cell | None) -> str:
    return "" if cell is None else " ".join(map(plain, cell.paragraphs)).strip()
