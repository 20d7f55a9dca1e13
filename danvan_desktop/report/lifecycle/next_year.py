"""Lập báo cáo năm n+1 từ báo cáo năm n: next year's report begun from last year's.

Years go up as :mod:`year_rules` says. People, recipients, outline, settings, texts and ids stay. What
belongs to the old paper alone is taken away: number, date, độ khẩn, dự thảo, the request it answered,
Việc còn thiếu. Every block remembers where it came from and what in it must be looked at. What the import
of the old file noted comes along once: it speaks of blocks that are here too, under the same ids.
"""

from calendar import isleap
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from danvan_desktop.errors import UserError
from danvan_desktop.report.annexes.totals import roll_over
from danvan_desktop.report.column_titles import head_rows
from danvan_desktop.report.lifecycle.review import text_stretches
from danvan_desktop.report.lifecycle.year_rules import advanced
from danvan_desktop.report.model import (
    Annex,
    Attachments,
    Block,
    Cell,
    ImportNote,
    Origin,
    Paragraph,
    PartialDate,
    Report,
    Runs,
    Section,
    Table,
    plain,
)

NOTE_KIND = "next_year"
CARRIED_KIND = "last_years_file"
"""A note on last year's file; it does not come along a second time."""


def next_year(report: Report, year: int, now: datetime, new_id: str) -> Report:
    """Begin the report of ``year`` from ``report``, which stays as it is.

    Raises:
        UserError: ``year`` does not come after the year of ``report``.
    """
    if year <= report.year:
        raise UserError(
            f"Báo cáo cũ là báo cáo năm {report.year}; hãy chọn năm sau năm {report.year} cho báo cáo mới."
        )
    step = _Step(report.year, year - report.year)
    tasks = tuple(_bare(section) for section in report.sections if section.key == "tasks")
    return replace(
        report,
        id=new_id,
        modified=now,
        year=year,
        subject=step.title(report.subject),
        state="drafting",
        request=None,
        period=replace(report.period, cutoff=step.date(report.period.cutoff)),
        letterhead=replace(report.letterhead, number=None, issued_on=PartialDate(year)),
        marks=replace(report.marks, urgency=None, draft=None),
        opening=step.blocks(report.opening),
        sections=tuple(map(step.section, report.sections)),
        closing=step.blocks(report.closing),
        annexes=tuple(map(step.annex, report.annexes)),
        attachments=Attachments(last_tasks=tasks),
        import_notes=(*_notes(report, step), *_carried(report)),
    )


def last_tasks(report: Report) -> tuple[Block, ...]:
    """Give last year's tasks as they were written: what this year's report has to answer for."""
    return tuple(block for section in report.attachments.last_tasks for block in section.blocks)


def _bare(section: Section) -> Section:
    """Leave the text of ``section`` only: no remarks, no marks, no empty blocks."""
    kept = (
        replace(block, note=None, origin=None)
        for block in section.blocks
        if isinstance(block, Table) or (isinstance(block, Paragraph) and plain(block.runs).strip())
    )
    return replace(section, blocks=tuple(kept))


class _Step:
    """From the report of one year to that of another."""

    def __init__(self, year: int, by: int) -> None:
        self.year, self.by = year, by

    def title(self, text: str) -> str:
        """Raise the years of a title."""
        return advanced(text, self.year, self.by, title=True)[0]

    def stale(self, text: str, *, title: bool) -> tuple[str, ...]:
        """List what in ``text`` must be looked at."""
        return advanced(text, self.year, self.by, title=title)[1]

    def date(self, date: PartialDate | None) -> PartialDate | None:
        """Move ``date`` on; 29 February becomes the 28th where the year has none."""
        if date is None or date.year is None:
            return date
        year = date.year + self.by
        day = 28 if (date.month, date.day) == (2, 29) and not isleap(year) else date.day
        return replace(date, year=year, day=day)

    def runs(self, runs: Runs, *, title: bool) -> Runs:
        """Raise the years of ``runs``; a year may lie in several."""
        text = advanced(plain(runs), self.year, self.by, title=title)[0]
        risen = []
        for run in runs:
            mine, text = text[: len(run.text)], text[len(run.text) :]
            risen.append(run if mine == run.text else replace(run, text=mine))
        return tuple(risen)

    def section(self, section: Section) -> Section:
        """Bring a section over, with the Phần that begins with it."""
        part = section.part
        if part is not None:
            part = replace(part, title=self.runs(part.title, title=True))
        title = self.runs(section.title, title=True)
        return replace(section, part=part, title=title, blocks=self.blocks(section.blocks))

    def annex(self, annex: Annex) -> Annex:
        """Bring an annex over."""
        return replace(annex, title=self.runs(annex.title, title=True), blocks=self.blocks(annex.blocks))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Bring blocks over, each with its origin; a block of an unknown kind stays as it is."""
        return tuple(map(self.block, blocks))

    def block(self, block: Block) -> Block:
        """Bring one block over."""
        if not isinstance(block, Paragraph | Table):
            return block
        if isinstance(block, Table):
            block = roll_over(block)
        found = dict.fromkeys(
            text
            for passage in text_stretches(block)
            for text in self.stale(passage.text, title=passage.title)
        )
        origin = Origin(self.year, found=tuple(found))
        if isinstance(block, Table):
            return replace(self.table(block), note=None, origin=origin)
        hint = None if block.hint is None else advanced(block.hint, self.year, self.by)[0]
        runs = self.runs(block.runs, title=block.role == "heading")
        return replace(block, runs=runs, hint=hint, note=None, origin=origin)

    def table(self, table: Table) -> Table:
        """Raise the years in the caption and the cells of ``table``."""
        caption = None if table.caption is None else self.runs(table.caption, title=True)
        heads = head_rows(table)
        rows = tuple(
            tuple(self.cell(cell, title=y < heads) for cell in row) for y, row in enumerate(table.rows)
        )
        return replace(table, caption=caption, rows=rows)

    def cell(self, cell: Cell | None, *, title: bool) -> Cell | None:
        """Raise the years in one cell."""
        if cell is None:
            return None
        return replace(cell, paragraphs=tuple(self.runs(runs, title=title) for runs in cell.paragraphs))


def _notes(report: Report, step: _Step) -> Iterator[ImportNote]:
    """Name what is stale where no mark can stand: titles, căn cứ."""
    titles = [("subject", "Trích yếu", report.subject)]
    titles += [(f"section:{section.id}", "Tên mục", plain(section.title)) for section in report.sections]
    titles += [("annexes", "Tên phụ lục", plain(annex.title)) for annex in report.annexes]
    for place, name, text in titles:
        if step.stale(text, title=True):
            yield ImportNote(
                NOTE_KIND, f"{name} có năm hoặc số liệu cần xem lại: “{step.title(text)}”.", place
            )
    if report.legal_bases:
        text = "Hãy rà lại các căn cứ: văn bản nào đã được thay thế hoặc đã hết hiệu lực."
        yield ImportNote(NOTE_KIND, text, "legal_bases")


def _carried(report: Report) -> Iterator[ImportNote]:
    """What the import of ``report`` itself noted, where a file it was."""
    for note in report.import_notes:
        if note.kind not in {NOTE_KIND, CARRIED_KIND}:
            yield replace(note, kind=CARRIED_KIND)
