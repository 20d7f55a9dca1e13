"""Small reports written as text: what the examples of the rules on content are made into.

A line is a paragraph of the opening; "# " begins a section, "## " a heading in it, "- " an item, "| a | b" a
row of a table (the first is its head), "Phụ lục: " an annex, "Kết thúc: " the closing. Fields are set by
"Trích yếu: ", "Cơ quan: ", "Chủ quản: ", "Ngày: 24/11/2025", "Nơi nhận: a; b", "Ký: TM. …/CHỦ TỊCH",
"Kính gửi: ", "Căn cứ: "; "Năm trước: " is a task that last year's report set for this year.
"""

from collections.abc import Callable
from dataclasses import replace

from danvan_desktop.report.model import (
    Annex,
    Block,
    Cell,
    Column,
    Letterhead,
    Paragraph,
    PartialDate,
    Report,
    Role,
    Run,
    Runs,
    Section,
    Signature,
    Table,
)
from danvan_desktop.report.section_titles import section_key
from tests.builders.reports import NOW

SUBJECT = "Kết quả thực hiện công tác dân vận năm 2025"


def example_report(text: str) -> Report:
    """Make the report that ``text`` describes."""
    reader = _Reader()
    for line in text.split("\n"):
        reader.take(line)
    return reader.report


class _Reader:
    def __init__(self) -> None:
        head = Letterhead(issued_on=PartialDate(2025, 11, 24))
        self.report = Report("r", NOW, 2025, SUBJECT, letterhead=head)
        self._fields: dict[str, Callable[[str], Report]] = {
            "Trích yếu": lambda value: replace(self.report, subject=value),
            "Cơ quan": lambda value: self._headed(agency=value),
            "Chủ quản": lambda value: self._headed(parent_agency=value),
            "Ngày": lambda value: self._headed(issued_on=_date(value)),
            "Nơi nhận": lambda value: replace(self.report, recipients=tuple(value.split("; "))),
            "Kính gửi": lambda value: replace(self.report, addressees=tuple(value.split("; "))),
            "Ký": lambda value: replace(self.report, signature=Signature(tuple(value.split("/")))),
            "Căn cứ": lambda value: replace(
                self.report, legal_bases=(*self.report.legal_bases, _runs(value))
            ),
            "Phụ lục": lambda value: replace(
                self.report, annexes=(*self.report.annexes, Annex(self._id(), title=_runs(value)))
            ),
            "Năm trước": self._with_task,
            "Kết thúc": lambda value: replace(self.report, closing=(self._paragraph(value),)),
        }

    def take(self, line: str) -> None:
        """Add what ``line`` says."""
        field, _, value = line.partition(": ")
        if field in self._fields:
            self.report = self._fields[field](value)
        elif line.startswith("# "):
            section = Section(self._id(), section_key(line[2:]), "I.", title=_runs(line[2:]))
            self.report = replace(self.report, sections=(*self.report.sections, section))
        elif line.startswith("|"):
            self._add_row([cell.strip() for cell in line[1:].split("|")])
        elif line:
            self._add(self._paragraph(line))

    def _with_task(self, line: str) -> Report:
        task, kept = self._paragraph(line), self.report.attachments
        section = Section(self._id(), "tasks", "IV.", title=_runs("PHƯƠNG HƯỚNG, NHIỆM VỤ"), blocks=(task,))
        return replace(self.report, attachments=replace(kept, last_tasks=(*kept.last_tasks, section)))

    def _headed(self, **fields: object) -> Report:
        return replace(self.report, letterhead=replace(self.report.letterhead, **fields))  # type: ignore[arg-type]

    def _paragraph(self, line: str) -> Paragraph:
        role: Role = "heading" if line.startswith("## ") else "item" if line.startswith("- ") else "body"
        text = line.removeprefix("## ").removeprefix("- ")
        return Paragraph(self._id(), role, number="1." if role == "heading" else None, runs=_runs(text))

    def _add_row(self, cells: list[str]) -> None:
        row = tuple(Cell((_runs(cell),)) for cell in cells)
        last = self._blocks()[-1:]
        if last and isinstance(table := last[0], Table):
            self._put((*self._blocks()[:-1], replace(table, rows=(*table.rows, row))))
        else:
            self._add(Table(self._id(), tuple(Column() for _ in cells), (row,)))

    def _add(self, block: Block) -> None:
        self._put((*self._blocks(), block))

    def _blocks(self) -> tuple[Block, ...]:
        parts: tuple[Section | Annex, ...] = (*self.report.sections, *self.report.annexes)
        return parts[-1].blocks if parts else self.report.opening

    def _put(self, blocks: tuple[Block, ...]) -> None:
        report = self.report
        if report.annexes:
            annexes = (*report.annexes[:-1], replace(report.annexes[-1], blocks=blocks))
            self.report = replace(report, annexes=annexes)
        elif report.sections:
            sections = (*report.sections[:-1], replace(report.sections[-1], blocks=blocks))
            self.report = replace(report, sections=sections)
        else:
            self.report = replace(report, opening=blocks)

    def _id(self) -> int:
        self.report = replace(self.report, next_id=self.report.next_id + 1)
        return self.report.next_id - 1


def _date(value: str) -> PartialDate:
    day, month, year = map(int, value.split("/"))
    return PartialDate(year, month, day)


def _runs(text: str) -> Runs:
    return (Run(text),) if text else ()
