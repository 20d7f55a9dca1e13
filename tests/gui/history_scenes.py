"""The window "Lịch sử sửa đổi" over a week of work: for what is measured or photographed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from danvan_desktop.gui.history.comparison import VersionSource
from danvan_desktop.gui.history.history_dialog import HistoryDialog
from danvan_desktop.gui.history.name_dialog import NameDialog
from danvan_desktop.report.model import Block, Cell, Paragraph, Report, Run, Table, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.history.history import History
from danvan_desktop.store.history.version_rows import Reason

WEEK: tuple[tuple[float, Reason, str | None], ...] = (
    (170, "opened", None),
    (169.5, "work", None),
    (168, "exported", None),
    (50, "closed", None),
    (26, "named", "Bản gửi lãnh đạo xem lần 1"),
    (3, "large_change", None),
    (2.5, "work", None),
)
_DRAFT = 4711
"""A number that no draft of the list has."""


def with_blocks(report: Report, index: int, blocks: tuple[Block, ...]) -> Report:
    section = replace(report.sections[index], blocks=blocks)
    return replace(report, sections=(*report.sections[:index], section, *report.sections[index + 1 :]))


def reworked(report: Report) -> Report:
    """``report`` after some work on its second section: of every kind of change one."""
    blocks = list(report.sections[1].blocks)
    places = [index for index, block in enumerate(blocks) if isinstance(block, Paragraph) and long(block)]
    for index in places[:2]:
        blocks[index] = retyped(blocks[index])
    del blocks[places[3]]
    blocks.append(blocks.pop(places[2]))
    next_id = report.next_id
    blocks.insert(1, Paragraph(next_id, runs=(Run("Đã tổ chức 12 buổi đối thoại với nhân dân."),)))
    changed = with_blocks(replace(report, next_id=next_id + 1), 1, tuple(blocks))
    return renumber(replace(changed, subject=f"{report.subject} (đã bổ sung)"))


def long(block: Paragraph) -> bool:
    return len(plain(block.runs).split()) > 8


def retyped(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    words = plain(block.runs).split()
    words[3:5] = ["đã", "chủ", "động"]
    return replace(block, runs=(Run(" ".join(words)), Run(" Kết quả tốt.", bold=True)))


def history_dialogs(
    window: QWidget, store: Store, sample: Report, moment: datetime, file: Path
) -> Iterator[QDialog]:
    """The window with a week of versions, an empty one, one that is only looked at, and the name."""
    clock = [moment]
    history = History(store.file.transaction, store.file.reading, lambda: clock[0])
    states = (sample, sample, sample, with_table(sample), reworked(sample), sample, reworked(sample))
    for (hours, reason, name), state in zip(WEEK, states, strict=True):
        clock[0] = moment - timedelta(hours=hours)
        number = history.take(_DRAFT, replace(state, next_id=state.next_id + int(hours)), reason, name)
        if reason == "exported":
            file.write_bytes(b"as exported")
            history.note_exported(_DRAFT, number, [file])
    for why_not in ("", "Báo cáo đã ban hành, chỉ còn để xem."):
        present = with_blocks(reworked(sample), 2, ())
        tab = f"section:{sample.sections[1].id}"
        yield HistoryDialog(VersionSource(history, _DRAFT, present), tab, why_not, window)
    yield HistoryDialog(VersionSource(history, _DRAFT + 1, sample), "general", "", window)
    yield NameDialog("", window)


def with_table(report: Report) -> Report:
    """``report`` with another figure in its first table."""
    for index, section in enumerate(report.sections):
        for place, block in enumerate(section.blocks):
            if isinstance(block, Table):
                *rows, last = block.rows
                table = replace(block, rows=(*rows, (*last[:-1], Cell(((Run("1.250"),),)))))
                return with_blocks(
                    report, index, (*section.blocks[:place], table, *section.blocks[place + 1 :])
                )
    return report
