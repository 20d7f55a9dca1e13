"""The compliance sheet (Phiếu kiểm tra thể thức) as values: requirements, measurements, filled lines."""

import re
from collections import Counter
from datetime import datetime
from enum import Enum

from danvan_desktop.frozen import frozen

DECREE = "Nghị định số 30/2020/NĐ-CP"
CUSTOM = "Thông lệ (không phải quy định của Nghị định)"
_PART_ONE = re.compile(r"\bPL I\b")


class Outcome(Enum):
    """Kết quả: what follows from a measurement."""

    RIGHT = "Đúng"
    WRONG = "Không đúng quy định"
    REVIEW = "Cần xem lại"
    NOT_APPLICABLE = "Không áp dụng"
    CUSTOM = "Thông lệ"
    """Otherwise than custom has it: never an error."""


@frozen
class Requirement:
    """What a line of the sheet looks at, what is required of it, and the clause that requires it."""

    number: int
    """TT, from 1."""
    subject: str
    """Nội dung kiểm tra: what is looked at."""
    condition: str
    """What must hold: continues ``subject`` in one sentence, with the space or sign between them."""
    clause: str | None
    """The clauses of the decree, parted by ";", with PL I for Phần I Phụ lục I; None for mere custom."""

    @property
    def text(self) -> str:
        """Subject and rule together, as a văn thư reads the line."""
        return self.subject + self.condition

    @property
    def rule(self) -> str:
        """Quy định: the condition alone."""
        return self.condition.lstrip(" :,;")

    @property
    def citation(self) -> str:
        """Căn cứ, in full."""
        if self.clause is None:
            return CUSTOM
        long = _PART_ONE.sub("Phần I Phụ lục I", self.clause)
        return "; ".join(f"{part.strip()} {DECREE}" for part in long.split(";"))

    @property
    def short_citation(self) -> str:
        """Căn cứ, as on the printed sheet."""
        return self.clause or "Thông lệ"

    @property
    def is_custom(self) -> bool:
        """Whether this line is custom and not law."""
        return self.clause is None


@frozen
class TextSpot:
    """A stretch of the text that a line speaks of, given by its words: files know no other name for it."""

    text: str
    """The whole paragraph as it is printed, its number included."""
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
    """One filled line of the sheet."""

    requirement: Requirement
    measured: str
    outcome: Outcome
    spots: tuple[TextSpot, ...] = ()
    """Where in the text to look, in reading order; none where it is no matter of the text."""

    @property
    def number(self) -> int:
        """TT, from 1."""
        return self.requirement.number


@frozen
class MeasuredFile:
    """The file that was measured."""

    name: str
    sha256: str
    title: str
    """Tên văn bản: tên loại and trích yếu as printed, "" when they were not found."""
    pages: int | None = None
    """None where the kind of file does not say (a Word file is broken into pages by Word)."""


@frozen
class ComplianceSheet:
    """A filled compliance sheet: Phiếu kiểm tra thể thức of one file."""

    source: MeasuredFile
    checked_at: datetime
    lines: tuple[SheetLine, ...]

    @property
    def passed(self) -> bool:
        """Whether no line stands against the decree."""
        return not any(line.outcome is Outcome.WRONG for line in self.lines)

    @property
    def counts(self) -> Counter[Outcome]:
        """How many lines have each outcome."""
        return Counter(line.outcome for line in self.lines)

    def line(self, number: int) -> SheetLine:
        """The line with that number."""
        return next(line for line in self.lines if line.number == number)
