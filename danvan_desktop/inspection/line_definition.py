"""What makes a line of the compliance sheet: the requirement, how it is measured, located and corrected."""

from collections.abc import Callable

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import ComplianceSheet, Measurement, Requirement, SheetLine
from danvan_desktop.report.model import Report

Measure = Callable[[Anatomy], Measurement]
"""Measures the recognised file for one line."""

PRESENTATION = "presentation"
"""The place of what the command "Trình bày…" asks for."""


@frozen
class LineDefinition:
    """One line of the sheet with everything the program knows about it."""

    requirement: Requirement
    measure: Measure
    measure_printed: Measure | None = None
    """Replaces ``measure`` for a PDF, where printed pages show it better or otherwise than a Word file."""
    place: str = ""
    """The report's field it speaks of, as ``report.location`` writes it, or PRESENTATION; "" for none.

    Used where the measurement names no words of the text.
    """
    corrections: tuple[Correction, ...] = ()
    """What "Sửa giúp" does, in this order."""

    @property
    def number(self) -> int:
        """TT, from 1."""
        return self.requirement.number

    def measured(self, anatomy: Anatomy) -> Measurement:
        """Measure a file of either kind."""
        printed = anatomy.file.printed is not None
        return (self.measure_printed if printed and self.measure_printed else self.measure)(anatomy)

    def corrected(self, report: Report) -> tuple[Report, tuple[str, ...]]:
        """Return ``report`` corrected and what was done; nothing was done where nothing could be."""
        done = []
        for correction in self.corrections:
            new = correction.change(report)
            if new != report:
                done.append(correction.description)
            report = new
        return report, tuple(done)


@frozen
class SheetSection:
    """A section of the sheet: its heading and its lines in the order of their numbers."""

    title: str
    definitions: tuple[LineDefinition, ...]

    def lines_of(self, sheet: ComplianceSheet) -> tuple[SheetLine, ...]:
        """Return the lines of this section in a filled sheet."""
        numbers = {definition.number for definition in self.definitions}
        return tuple(line for line in sheet.lines if line.number in numbers)
