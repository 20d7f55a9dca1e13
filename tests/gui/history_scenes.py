"""The panel "Lịch sử sửa đổi" over a week of work: for what is measured or photographed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from danvan_desktop.gui.history.panel import HistoryPanel
from danvan_desktop.gui.main_window import MainWindow
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


def history_panels(window: MainWindow, store: Store, moment: datetime, file: Path) -> Iterator[str]:
    """Show beside the open report, a long one, its history: a week of versions, one of them exported.

    Yields a name when it looks otherwise: at first, at each version, compared with another one, to be
    looked at only, and without any version.
    """
    draft, opened = window.session.draft, window.workspace.opened
    if draft is None:
        raise LookupError("no report is open")
    before = opened.report()
    keep_week(store, draft.id, before, moment, file)
    opened.restore(with_blocks(reworked(before), 2, ()))
    window.workspace.tab_strip.setCurrentIndex(3)
    window.commands.history.trigger()
    panel = settled(window)
    yield "lich-su"
    for row in range(panel.versions.count()):
        panel.versions.setCurrentRow(row)
        settled(window)
        yield f"lich-su-ban-{row}"
    panel.versions.setCurrentRow(2)
    panel.against.setFocus()
    QTest.keyClick(panel.against, Qt.Key.Key_End)
    settled(window)
    yield "lich-su-hai-ban"
    window.commands.history.trigger()
    opened.stack.undo()


def keep_week(store: Store, draft_id: int, report: Report, moment: datetime, file: Path) -> None:
    """Keep of the draft the versions of a week before ``moment``; ``file`` was exported of one."""
    clock = [moment]
    history = History(store.file.transaction, store.file.reading, lambda: clock[0])
    states = (report, report, report, with_table(report), reworked(report), report, reworked(report))
    for (hours, reason, name), state in zip(WEEK, states, strict=True):
        clock[0] = moment - timedelta(hours=hours)
        number = history.take(draft_id, replace(state, next_id=state.next_id + int(hours)), reason, name)
        if reason == "exported":
            file.write_bytes(b"as exported")
            history.note_exported(draft_id, number, [file])


def settled(window: MainWindow) -> HistoryPanel:
    """Wait until the panel shows what there is to be shown."""
    beside = window.history.beside
    if beside is None:
        raise LookupError("no history beside the report")
    while window.jobs.busy or beside.panel.changes.comparison is None:
        QTest.qWait(50)
    return beside.panel


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
