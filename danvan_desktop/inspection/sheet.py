"""The sheet: Phiếu kiểm tra thể thức, as values, as text and as JSON."""

import json
from collections import Counter
from datetime import datetime
from enum import Enum

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.clauses import CLAUSES, SECTIONS, Clause

SIGNERS = ("Người soạn thảo", "Người kiểm tra thể thức (Điều 12 khoản 2)")
"""Who puts a name under it."""
TITLE = "PHIẾU KIỂM TRA THỂ THỨC, KỸ THUẬT TRÌNH BÀY VĂN BẢN"


class Outcome(Enum):
    """Kết quả."""

    RIGHT = "Đúng"
    WRONG = "Không đúng quy định"
    REVIEW = "Cần xem lại"
    NOT_APPLICABLE = "Không áp dụng"
    CUSTOM = "Thông lệ"
    """Otherwise than custom has it: never an error."""


@frozen
class TextSpot:
    """A place in the text that a line speaks of, told by its words: files know no other name for it."""

    text: str
    """The whole paragraph as it is seen, its number included."""
    words: str = ""
    """The words in it that are meant; "" means all of it."""


@frozen
class Measurement:
    """What was measured for one line, in words, and what follows from it."""

    outcome: Outcome
    measured: str
    spots: tuple[TextSpot, ...] = ()


@frozen
class SheetLine:
    """One line of the sheet."""

    clause: Clause
    measured: str
    outcome: Outcome
    spots: tuple[TextSpot, ...] = ()
    """Where in the text to look, in reading order; none where it is no matter of the text."""

    @property
    def number(self) -> int:
        """TT, 1-56."""
        return self.clause.number


@frozen
class MeasuredFile:
    """The file that was looked at."""

    name: str
    sha256: str
    title: str
    """Tên văn bản: tên loại and trích yếu as printed, "" when they were not found."""
    pages: int | None = None
    """None where the kind of file does not say (a Word file is broken into pages by Word)."""


@frozen
class Sheet:
    """A filled sheet."""

    source: MeasuredFile
    checked_at: datetime
    lines: tuple[SheetLine, ...]

    @property
    def passed(self) -> bool:
        """Whether no line stands against the decree."""
        return not any(line.outcome is Outcome.WRONG for line in self.lines)

    def line(self, number: int) -> SheetLine:
        """The line with that number."""
        return next(line for line in self.lines if line.number == number)


def make_sheet(source: MeasuredFile, checked_at: datetime, measured: dict[int, Measurement]) -> Sheet:
    """Put what was measured into the sheet's order."""
    lines = (
        SheetLine(CLAUSES[number], found.measured, found.outcome, found.spots)
        for number, found in sorted(measured.items())
    )
    return Sheet(source, checked_at, tuple(lines))


def summary(sheet: Sheet) -> str:
    """Return "Kết quả: … đúng, … không đúng, … cần xem lại"."""
    count = Counter(line.outcome for line in sheet.lines)
    parts = [
        f"{count[Outcome.RIGHT]} đúng",
        f"{count[Outcome.WRONG]} không đúng",
        f"{count[Outcome.REVIEW]} cần xem lại",
        f"{count[Outcome.NOT_APPLICABLE]} không áp dụng",
        f"{count[Outcome.CUSTOM]} khác thông lệ",
    ]
    return "Kết quả: " + ", ".join(parts)


def heading(sheet: Sheet) -> list[str]:
    """Return what stands under the title: the document, the file, the time, the result."""
    source = sheet.source
    pages = "số trang: chỉ biết khi in"
    if source.pages is not None:
        pages = f"{source.pages} trang ({(source.pages + 1) // 2} tờ in hai mặt)"
    return [
        f"Tên văn bản: {source.title or '(không tìm thấy)'}",
        f"Tệp kiểm tra: {source.name}, {pages}, SHA-256 {source.sha256[:16]}",
        f"Ngày giờ kiểm tra: {sheet.checked_at:%d/%m/%Y %H:%M:%S}",
        summary(sheet),
    ]


def as_text(sheet: Sheet) -> str:
    """Return the sheet for reading on a screen."""
    head = [TITLE, *heading(sheet)]
    body: list[str] = []
    for section, (first, last) in SECTIONS.items():
        body += ["", section]
        body += [_as_text(line) for line in sheet.lines if first <= line.number <= last]
    foot = ["", *(f"{name}: ……………" for name in SIGNERS)]
    return "\n".join(head + body + foot)


def _as_text(line: SheetLine) -> str:
    return (
        f"{line.number:>2}. {line.clause.text}\n"
        f"    [{line.outcome.value}] {line.measured}\n"
        f"    Căn cứ: {line.clause.citation}"
    )


def as_json(sheet: Sheet) -> str:
    """Return the sheet for other programs."""
    source = sheet.source
    return json.dumps(
        {
            "file": source.name,
            "sha256": source.sha256,
            "title": source.title,
            "pages": source.pages,
            "checked_at": sheet.checked_at.isoformat(),
            "passed": sheet.passed,
            "lines": [
                {
                    "number": line.number,
                    "text": line.clause.text,
                    "subject": line.clause.subject,
                    "rule": line.clause.rule,
                    "measured": line.measured,
                    "outcome": line.outcome.value,
                    "citation": line.clause.citation,
                    "custom": line.clause.is_custom,
                }
                for line in sheet.lines
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
