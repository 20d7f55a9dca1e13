"""A change in one line: what went and what came, with some of the words around it."""

from collections.abc import Iterator, Mapping

from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import Runs, Table, plain
from danvan_desktop.report.takeback.finding.plan import (
    ChangeTable,
    EditText,
    MoveTo,
    PartTable,
    TakeBackPlan,
)
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.look_names import look_text
from danvan_desktop.report.takeback.model import Change
from danvan_desktop.report.takeback.patching.text_patch import BREAK, Hunk
from danvan_desktop.report.takeback.wording import quoted, shortened

_AROUND = 30
"""Letters on each side."""
_LONGEST = 160
"""Letters of a text that is quoted."""
_MOST = 4
"""So many places of one change are listed."""
KINDS: Mapping[str, str] = {
    "body": "đoạn văn",
    "item": "gạch đầu dòng",
    "point": "điểm",
    "clause": "khoản",
    "heading": "đề mục",
    "section": "mục lớn",
}
"""What kinds of paragraphs are called."""
_EMPTY: Mapping[str, str] = {
    **dict.fromkeys(("row+", "row-"), "hàng trống"),
    **dict.fromkeys(("col+", "col-"), "cột trống"),
    **dict.fromkeys(("cell", "look", "strike"), "ô trống"),
}
_SIGNS = {"- item": "gạch đầu dòng (-)", "+ item": "gạch đầu dòng (+)"}


def change_text(change: Change, plan: TakeBackPlan) -> str:
    """Say what a change does."""
    operation = plan.operation(change.n)
    if isinstance(operation, EditText):
        hunks = [plan.hunks[operation.link][number] for number in operation.hunks]
        said = list(_hunks(hunks[:_MOST], plan.befores[operation.link]))
        return "; ".join([*said, *(["…"] if len(hunks) > _MOST else [])])
    if isinstance(operation, ChangeTable):
        return _in_table(change, plan)
    if isinstance(operation, PartTable):
        old = plan.olds[plan.links[operation.edits[0].link].olds[0]].table
        return f"từ {_row_name(old, operation.edits[0].rows[0] or 0)} trở đi thành một bảng riêng"
    where = where_text(change, plan)
    return f"{_whole(change)} {where}" if where else _whole(change)


def where_text(change: Change, plan: TakeBackPlan) -> str:
    """Say of a cell its row and column, of what moved behind what it stands now; "" for all else."""
    operation = plan.operation(change.n)
    if isinstance(operation, MoveTo):
        return _moved_to(operation, plan)
    if not isinstance(operation, ChangeTable):
        return ""
    table = plan.olds[plan.links[operation.link].olds[0]].table
    row, column = operation.rows[0], operation.columns[0]
    if row is None or column is None:
        return ""
    return f"ở {_row_name(table, row)}, {_column_name(table, column)}"


def _moved_to(operation: MoveTo, plan: TakeBackPlan) -> str:
    """Name what stands before it in the file that came back; at its beginning what stands behind."""
    moved = {new for link in operation.links for new in plan.links[link].news}
    first = min(moved)
    if first:
        return f"sang sau {_unit_name(plan.news[first - 1])}"
    behind = next((unit for unit in plan.news if unit.index not in moved), None)
    return f"lên trước {_unit_name(behind)}" if behind else ""


def _unit_name(unit: Unit) -> str:
    words = quoted(plain(unit.runs) or unit.text)
    return f"bảng {words}" if unit.kind == "table" else words


def kind_text(words: str) -> str:
    """Say a kind of paragraph with its number: "a) point" is "điểm a)"."""
    if words in _SIGNS:
        return _SIGNS[words]
    label, _, role = words.rpartition(" ")
    return f"{KINDS.get(role, role)} {label}".strip()


def _hunks(hunks: list[Hunk], text: Runs) -> Iterator[str]:
    for hunk in hunks:
        before = _tail(plain(cut(text, 0, hunk.start)))
        after = _head(plain(cut(text, hunk.end, None)))
        old, new = plain(hunk.old), plain(hunk.new)
        if hunk.is_look:
            yield f"{look_text(hunk.old, hunk.new)} “{_short(new)}”"
        elif BREAK in new:
            yield f"tách tại “{before}{_short(new.replace(BREAK, ' | '))}{after}”"
        elif BREAK in old:
            yield f"gộp tại “{before}{_short(old.replace(BREAK, ' | '))}{after}”"
        elif old.strip() and new.strip():
            yield f"“{_short(old)}” → “{_short(new)}” ở “{before}{_short(old)}{after}”"
        elif new.strip():
            yield f"thêm “{_short(new)}” vào “{before}[…]{after}”"
        else:
            yield f"bỏ “{_short(old)}” ở “{before}[{_short(old).strip()}]{after}”"


def _in_table(change: Change, plan: TakeBackPlan) -> str:
    said = _whole(change) if plain((*change.old, *change.new)).strip() else _EMPTY[change.kind]
    if change.kind == "look":
        said = f"{look_text(change.old, change.new)} “{_short(plain(change.new))}”"
    return " ".join(filter(None, (said, where_text(change, plan))))


def _row_name(table: Table, row: int) -> str:
    name = next((text for text in map(cell_text, table.rows[row]) if any(map(str.isalpha, text))), "")
    return f"hàng “{_short(name)}”" if name else f"hàng thứ {row + 1}"


def _column_name(table: Table, column: int) -> str:
    rows = table.rows[: table.header_rows]
    name = next(filter(None, (cell_text(row[column]) for row in reversed(rows))), "")
    return f"cột “{_short(name)}”" if name else f"cột thứ {column + 1}"


def _whole(change: Change) -> str:
    old, new = (plain(runs).replace("\t", " | ") for runs in (change.old, change.new))
    if change.kind == "kind":
        said = f"“{_short(change.about)}”: {kind_text(old)} → {kind_text(new)}"
    elif change.kind == "number":
        said = f"“{_short(change.about)}”: " + (f"{old} → {new}" if new else f"bỏ số {old}")
    elif change.kind == "comment":
        said = f"“{_listed(new)}”" + (f" về “{_short(change.about)}”" if change.about else "")
    elif change.kind == "field":
        said = _field(old, new)
    else:
        said = _old_and_new(old, new) or f"“{_short(change.about)}”"
    return said


def _old_and_new(old: str, new: str) -> str:
    if old.strip() and new.strip():
        return f"“{_listed(old)}” → “{_listed(new)}”"
    if old.strip():
        return f"bỏ “{_listed(old)}”"
    return f"thêm “{_listed(new)}”" if new.strip() else ""


def _field(old: str, new: str) -> str:
    """Of a list only the entries that came and went are said."""
    was, now = old.split(BREAK), new.split(BREAK)
    gone = [each for each in was if each not in now]
    come = [each for each in now if each not in was]
    if len(was) < 2 and len(now) < 2 and old and new:
        return f"“{_short(old)}” → “{_short(new)}”"
    said = [
        *(f"bỏ “{_short(each)}”" for each in gone if each),
        *(f"thêm “{_short(each)}”" for each in come if each),
    ]
    return ", ".join(said) or f"đổi thứ tự thành “{_short(', '.join(now))}”"


def _listed(text: str) -> str:
    return _short(" … ".join(text.split(BREAK)))


def _short(text: str) -> str:
    return shortened(text, _LONGEST)


def _tail(text: str) -> str:
    text = text.rpartition(BREAK)[2]
    return text if len(text) <= _AROUND else "…" + text[-_AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    text = text.partition(BREAK)[0]
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + "…"
