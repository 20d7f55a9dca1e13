"""Presentation settings (Trình bày): page settings, kind of copy and urgency, as one value."""

from dataclasses import replace
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report, Settings

Medium = Literal["electronic", "paper"]


@frozen
class Presentation:
    """How a report is set, what it goes out as, and how urgent it is."""

    settings: Settings | None
    """None: as the program proposes."""
    medium: Medium
    urgency: str | None
    """Mức độ khẩn in capitals; None: an ordinary document."""
    circulation: str | None = None
    """Chỉ dẫn phạm vi lưu hành; None: none."""

    @classmethod
    def of(cls, report: Report) -> "Presentation":
        """That of ``report``."""
        return cls(report.settings, report.medium, report.marks.urgency, report.marks.circulation)

    def put_into(self, report: Report) -> Report:
        """``report`` presented so; all else of it stays."""
        marks = report.marks
        if (marks.urgency, marks.circulation) != (self.urgency, self.circulation):
            marks = replace(marks, urgency=self.urgency, circulation=self.circulation)
        return replace(report, settings=self.settings, medium=self.medium, marks=marks)
