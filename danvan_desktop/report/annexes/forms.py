"""Annex forms (mẫu phụ lục): tables that offices attach every year. Each is a file of resources/annex-forms/.

An office adds its own by putting a file of the same kind into its folder; one with the same id replaces
the shipped one. {year}, {last_year} and {next_year} stand for years. The table made from a form holds what
it needs to be computed again (``form`` of the table and of its columns), so that it computes on a machine
that does not have the form.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.paths import resource
from danvan_desktop.report.codec.decode import Misfit, decode
from danvan_desktop.report.integrity import WIDEST_TABLE
from danvan_desktop.report.model import (
    Alignment,
    Annex,
    Block,
    Cell,
    Column,
    ColumnFormula,
    Paragraph,
    RowKind,
    Run,
    Runs,
    SpecialRow,
    Table,
    TableForm,
    Value,
)
from danvan_desktop.report.text.named_years import with_years

_LARGEST = 1_000_000
"""Bytes of a form's file."""


@frozen
class FormColumn(Value):
    """A column of a form."""

    head: str
    share: float = 1.0
    align: Alignment = "left"
    computed: ColumnFormula = ColumnFormula()


@frozen
class FormRow(Value):
    """A row that a form begins with; ``cells`` from left to right, missing ones are empty."""

    cells: tuple[str, ...] = ()
    kind: RowKind = "item"


@frozen
class AnnexForm(Value):
    """A mẫu phụ lục."""

    id: str
    name: str
    title: str
    columns: tuple[FormColumn, ...]
    description: str = ""
    order: int = 100
    orientation: Literal["portrait", "landscape"] = "portrait"
    rows: tuple[FormRow, ...] = ()
    full_marks: float | None = None
    most_extra: float | None = None
    remark: str | None = None
    """A paragraph below the table."""


@frozen
class Forms:
    """The forms that can be used, and what is wrong with the files that cannot."""

    forms: tuple[AnnexForm, ...]
    """In the order of the list."""
    problems: tuple[str, ...] = ()
    """A line for each file that cannot be used: which, why, what to do."""


def annex_forms(own: Path | None = None) -> tuple[AnnexForm, ...]:
    """Every form that is shipped or lies in the office's ``own`` folder, in the order of the list.

    Raises:
        UserError: a file is damaged; the message names it.
    """
    found = read_forms(own)
    if found.problems:
        raise UserError(found.problems[0])
    return found.forms


def read_forms(own: Path | None = None) -> Forms:
    """Every form that can be used; a damaged file is named and takes none of the others along."""
    forms, problems = {form.id: form for form in map(_read, _files(resource("annex-forms")))}, []
    named: dict[str, str] = {}
    for path in _files(own):
        try:
            form = _read(path)
        except UserError as error:
            problems.append(error.message)
            continue
        if form.id in named:
            problems.append(_unusable(path, f"id “{form.id}” đã có ở tệp {named[form.id]}"))
            continue
        forms[form.id] = form
        named[form.id] = path.name
    return Forms(tuple(sorted(forms.values(), key=lambda form: (form.order, form.name))), tuple(problems))


def _files(folder: Path | None) -> list[Path]:
    return sorted(folder.glob("*.json")) if folder is not None and folder.is_dir() else []


def _read(path: Path) -> AnnexForm:
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(_unusable(path, "tệp quá lớn, không thể là một mẫu"))
        form = decode(AnnexForm, json.loads(path.read_text("utf-8-sig")))
        _verify(form)
        return form
    except Misfit as error:
        reason = f"“{error.place}”: {error.reason}" if error.place else error.reason
    except UnicodeDecodeError:
        reason = "tệp không được lưu bằng mã UTF-8"
    except json.JSONDecodeError as error:
        reason = f"nội dung không phải là JSON, sai từ dòng {error.lineno}"
    except (ValueError, RecursionError):
        reason = "nội dung không phải là JSON"
    except OSError:
        reason = "không đọc được"
    raise UserError(_unusable(path, reason))


def _unusable(path: Path, reason: str) -> str:
    return f"Mẫu phụ lục {path.name} không dùng được ({reason}). Hãy sửa tệp này hoặc chuyển đi nơi khác."


def _verify(form: AnnexForm) -> None:
    for place, text in (("id", form.id), ("name", form.name), ("title", form.title)):
        if not text.strip():
            raise Misfit(place, "không được để trống")
    _verify_columns(form.columns)
    for index, row in enumerate(form.rows):
        if len(row.cells) > len(form.columns):
            raise Misfit(f"rows[{index}].cells", "nhiều ô hơn số cột")


def _verify_columns(columns: tuple[FormColumn, ...]) -> None:
    keys = [column.computed.key for column in columns if column.computed.key]
    if len(columns) > WIDEST_TABLE:
        raise Misfit("columns", f"nhiều hơn {WIDEST_TABLE} cột")
    if not columns or len(set(keys)) < len(keys):
        raise Misfit("columns", "phải có ít nhất một cột, mỗi cột một key riêng")
    for index, column in enumerate(columns):
        computed = column.computed
        if not column.share > 0:
            raise Misfit(f"columns[{index}].share", "phải lớn hơn 0")
        if missing := {*computed.of, *filter(None, [computed.rolls_to])} - set(keys):
            raise Misfit(f"columns[{index}]", f"không có cột nào có key {', '.join(sorted(missing))}")
        if computed.content in {"increase", "percent"} and len(computed.of) != 2:
            raise Misfit(f"columns[{index}].computed.of", "cần key của cột năm nay và cột năm trước")


def new_annex(form: AnnexForm, year: int, mint: Callable[[], int]) -> Annex:
    """Make an annex of the report of ``year`` after ``form``; ``mint`` gives a new id at each call."""
    head = tuple(Cell(paragraphs=(_runs(column.head, year, bold=True),)) for column in form.columns)
    identity = mint()
    table = Table(
        id=mint(),
        columns=tuple(Column(column.share, column.align, column.computed) for column in form.columns),
        rows=(head, *(_row(row, len(form.columns), year) for row in form.rows)),
        header_rows=1,
        form=_table_form(form),
    )
    blocks: tuple[Block, ...] = (table,)
    if form.remark is not None:
        blocks = (table, Paragraph(mint(), runs=_runs(form.remark, year)))
    return Annex(identity, title=_runs(form.title, year), orientation=form.orientation, blocks=blocks)


def _row(row: FormRow, width: int, year: int) -> tuple[Cell, ...]:
    texts = (*row.cells, *[""] * (width - len(row.cells)))
    return tuple(Cell(paragraphs=(_runs(text, year, bold=row.kind != "item"),)) for text in texts)


def _table_form(form: AnnexForm) -> TableForm:
    special = tuple(
        SpecialRow(row.kind, label)
        for row in form.rows
        if row.kind not in {"item", "group"} and (label := next(filter(None, row.cells), ""))
    )
    return TableForm(form.id, special, full_marks=form.full_marks, most_extra=form.most_extra)


def _runs(text: str, year: int, *, bold: bool = False) -> Runs:
    return (Run(with_years(text, year), bold=bold),) if text else ()
