"""What the report as it stands says to a change: the same already, something else, or nothing."""

from collections.abc import Sequence

from danvan_desktop.report.model import Paragraph, Report, Section, Table, plain
from danvan_desktop.report.takeback.finding.plan import (
    AddRemark,
    ChangeTable,
    EditText,
    GiveNumber,
    MakeKind,
    MoveTo,
    Operation,
    PartTable,
    PutIn,
    SetField,
    TakeBackPlan,
    TakeOut,
    single,
)
from danvan_desktop.report.takeback.merging.fields_merge import (
    as_lists,
    both_changed,
    field_of,
    is_changed_since,
    merged_list,
)
from danvan_desktop.report.takeback.merging.our_report import OurReport
from danvan_desktop.report.takeback.patching.moved_lines import MovedLine
from danvan_desktop.report.takeback.patching.table_changes import Pair
from danvan_desktop.report.takeback.patching.table_patch import TablePatch
from danvan_desktop.report.takeback.patching.text_patch import Hunk, TextPatch
from danvan_desktop.report.takeback.remarks import has_remark
from danvan_desktop.report.walk import every_block

_NONE = (None, None)
GONE = "Bản đang soạn đã bỏ đoạn này."
GONE_CELL = "Bản đang soạn đã bỏ hàng hoặc cột này."
OTHER_WORDS = "Bản đang soạn cũng sửa chỗ này, khác với bản nhận lại."
EDITED = "Bản đang soạn đã sửa đoạn mà bản nhận lại bỏ."
EDITED_ROW = "Bản đang soạn đã sửa hàng mà bản nhận lại bỏ."
EDITED_COLUMN = "Bản đang soạn đã sửa cột mà bản nhận lại bỏ."
EDITED_CELL_OF_ROW = "Bản đang soạn cũng sửa một ô của hàng này, khác với bản nhận lại."
EDITED_CELL_OF_COLUMN = "Bản đang soạn cũng sửa một ô của cột này, khác với bản nhận lại."
MOVED_ROW = "Bản đang soạn cũng chuyển hàng này, sang chỗ khác."
MOVED_COLUMN = "Bản đang soạn cũng chuyển cột này, sang chỗ khác."
MOVED = "Bản đang soạn cũng chuyển đoạn này, sang chỗ khác."
OTHER_LOOK = "Bản đang soạn cũng đổi kiểu chữ ở chỗ này, khác với bản nhận lại."
LOOK_OF_OTHER_WORDS = "Bản đang soạn đã sửa những chữ mà bản nhận lại đổi kiểu."
OTHER_FIELD = "Bản đang soạn cũng sửa mục này, khác với bản nhận lại."
OTHER_NUMBER = "Bản đang soạn cũng đổi số của đoạn này, khác với bản nhận lại."
OTHER_KIND = "Bản đang soạn cũng đổi loại đoạn này, khác với bản nhận lại."


class OurAnswer:
    """Says of each change whether it is done and what speaks against it."""

    def __init__(
        self, base: Report, ours: Report, plan: TakeBackPlan, likely: frozenset[int] = frozenset()
    ) -> None:
        """``likely``: changes that are to be taken for made where that cannot be told."""
        self._base, self._plan = base, plan
        self._ours = OurReport(ours, plan, likely)
        self._moved = self._ours.moved()
        self._order = {entry.handle: number for number, entry in enumerate(self._ours.row)}
        blocks = (block for _, block in every_block(base))
        self._before = {block.id: block for block in blocks if isinstance(block, Paragraph)}

    def of(self, operation: Operation) -> tuple[str, bool]:
        """Give what speaks against it, "" for nothing, and whether it is done already."""
        if isinstance(operation, PartTable):
            answers = [self.of(each) for each in single(operation)]
            is_done = all(done for _, done in answers)
            return next((against for against, done in answers if against and not done), ""), is_done
        if isinstance(operation, EditText):
            return self._text(operation)
        if isinstance(operation, ChangeTable):
            return self._table(operation)
        return self._of_whole(operation)

    def _of_whole(self, operation: Operation) -> tuple[str, bool]:
        answer: tuple[str, bool] = ("", False)
        if isinstance(operation, PutIn):
            answer = "", all(self._has(each.new) for each in operation.all)
        elif isinstance(operation, TakeOut):
            answer = self._taken_out(operation)
        elif isinstance(operation, MoveTo):
            answer = self._move(operation)
        elif isinstance(operation, MakeKind):
            answer = self._kind(operation)
        elif isinstance(operation, GiveNumber):
            answer = self._number(operation)
        elif isinstance(operation, SetField):
            answer = self._field(operation)
        elif isinstance(operation, AddRemark):
            answer = "", self._remarked(operation.text)
        return answer

    def _taken_out(self, operation: TakeOut) -> tuple[str, bool]:
        present = [old for old in operation.olds if self._ours.entry_of(old) is not None]
        edited = any(not self._ours.is_as_it_went_out(old) for old in present)
        return EDITED if edited else "", not present

    def _number(self, operation: GiveNumber) -> tuple[str, bool]:
        items = [entry.item for entry in self._ours.entries_of(operation.link)[:1]]
        if not items or not isinstance(items[0], Paragraph | Section):
            return "" if items else GONE, False
        item = items[0]
        done = (item.number or "") == operation.number
        was = self._before.get(item.id)
        changed = was is not None and item.numbering != "auto" and item.number != was.number
        return OTHER_NUMBER if changed and not done else "", done

    def _field(self, operation: SetField) -> tuple[str, bool]:
        now = field_of(self._ours.report, operation.name)
        changed = is_changed_since(self._base, self._ours.report, operation.name)
        if (lists := as_lists(operation, now)) is not None:
            old, ours, new = lists
            is_done = merged_list(old, ours, new) == now
            return OTHER_FIELD if not is_done and changed and both_changed(old, ours, new) else "", is_done
        is_done = now == operation.new
        return OTHER_FIELD if changed and not is_done else "", is_done

    def _text(self, operation: EditText) -> tuple[str, bool]:
        olds = self._plan.links[operation.link].olds
        missing = self._ours.missing_of(operation.link)
        patch = self._ours.patch_of(operation.link)
        hunks = [self._plan.hunks[operation.link][number] for number in operation.hunks]
        if len(missing) == len(olds) and not any(plain(hunk.new).strip() for hunk in hunks):
            return "", True  # all that was to go has gone
        if missing:
            return GONE, False
        if all(map(patch.is_done, hunks)):
            return "", True
        return _words_against(patch, hunks), False

    def _has(self, new: int) -> bool:
        return new in self._ours.put_in

    def _move(self, operation: MoveTo) -> tuple[str, bool]:
        entries = [entry for link in operation.links for entry in self._ours.entries_of(link)[:1]]
        if not entries:
            return GONE, False
        if self._stands_there(operation):
            return "", True
        return MOVED if any(entry.handle in self._moved for entry in entries) else "", False

    def _stands_there(self, operation: MoveTo) -> bool:
        """Tell whether ours has the same neighbours of before around it as the file that came back."""
        links = [link for link in self._plan.links if not link.is_moved]
        first = self._plan.links[operation.links[0]]
        place = self._place(first.olds[0])
        before = [link for link in links if link.news[0] < first.news[0]]
        behind = [link for link in links if link.news[0] > first.news[0]]
        low = max((self._place(link.olds[0]) for link in before), default=-1)
        places = [at for link in behind if (at := self._place(link.olds[0])) >= 0]
        return place >= 0 and low < place < min(places, default=place + 1)

    def _place(self, old: int) -> int:
        return self._order.get(self._ours.handle_of(old), -1)

    def _kind(self, operation: MakeKind) -> tuple[str, bool]:
        items = [entry.item for entry in self._ours.entries_of(operation.link)[:1]]
        if not items:
            return GONE, False
        item = items[0]
        if operation.role is None:
            return "", isinstance(item, Section)
        if isinstance(item, Paragraph):
            was = self._before.get(item.id)
            done = (item.role, item.level) == (operation.role, operation.level)
            changed = was is not None and (item.role, item.level) != (was.role, was.level)
            return OTHER_KIND if changed and not done else "", done
        return "", False

    def _table(self, operation: ChangeTable) -> tuple[str, bool]:
        patch = self._ours.table_patch_of(operation.link)
        if patch is None:
            return GONE, False
        if operation.columns == _NONE:
            return _row(patch, operation.rows)
        if operation.rows == _NONE:
            return _column(patch, operation.columns)
        found = patch.cell_patch(operation.rows, operation.columns)
        if found is None:
            return GONE_CELL, False
        hunks = operation.hunks or patch.hunks_of(operation.rows, operation.columns, *found[1:])
        done = all(map(found[0].is_done, hunks))
        return "" if done else _words_against(found[0], hunks), done

    def _remarked(self, text: str) -> bool:
        return any(
            has_remark(entry.item.note, text)
            for entry in self._ours.row
            if isinstance(entry.item, Paragraph | Table)
        )


def _words_against(patch: TextPatch, hunks: Sequence[Hunk]) -> str:
    """Say what ours has in the place of one of ``hunks``: other words, other looks; "" for nothing."""
    for hunk in filter(patch.conflicts, hunks):
        if not hunk.is_look:
            return OTHER_WORDS
        return OTHER_LOOK if patch.has_other_looks(hunk) else LOOK_OF_OTHER_WORDS
    return ""


def _row(patch: TablePatch, row: Pair) -> tuple[str, bool]:
    if row[0] is None:
        moved = None if row[1] is None else patch.moved_row_at(row[1])
        if moved is not None and moved.is_there:  # ours has moved it, too: what is left are its cells
            return _moved(moved, "", EDITED_CELL_OF_ROW), moved.is_said
        return "", row[1] is not None and patch.says_row(row[1])
    if (moved := patch.moved_row(row[0])) is not None:
        return _moved(moved, MOVED_ROW, EDITED_CELL_OF_ROW), moved.is_there
    gone = not patch.has_row(row[0])
    return "" if gone or patch.row_is_same(row[0]) else EDITED_ROW, gone


def _moved(line: MovedLine, moved: str, edited: str) -> str:
    """Say what speaks against taking a row or a column elsewhere; cells that one side edited are merged."""
    if line.has_gone_cell:
        return GONE_CELL
    if line.has_conflict:
        return edited
    return moved if line.is_moved_by_ours else ""


def _column(patch: TablePatch, column: Pair) -> tuple[str, bool]:
    if column[0] is None:
        moved = None if column[1] is None else patch.moved_column_at(column[1])
        if moved is not None and moved.is_there:
            return _moved(moved, "", EDITED_CELL_OF_COLUMN), moved.is_said
        return "", column[1] is not None and patch.says_column(column[1])
    if (moved := patch.moved_column(column[0])) is not None:
        return _moved(moved, MOVED_COLUMN, EDITED_CELL_OF_COLUMN), moved.is_there
    gone = not patch.has_column(column[0])
    return "" if gone or patch.column_is_same(column[0]) else EDITED_COLUMN, gone
