"""Least and greatest value of each number of a report: validation while a file is decoded."""

from collections.abc import Mapping

from danvan_desktop.report.model import (
    Annex,
    Cell,
    Column,
    Filing,
    Margins,
    Marks,
    Origin,
    Paragraph,
    PartialDate,
    Period,
    Report,
    Section,
    Settings,
    Table,
    TaskAnswer,
    Value,
)

LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader agrees on."""

_ID = (1, LARGEST)
_YEAR = (1900, 2999)
_MARGIN = (5, 60)
BOUNDS: Mapping[tuple[type[Value], str], tuple[float, float]] = {
    (Annex, "id"): _ID,
    (Section, "id"): _ID,
    (Paragraph, "id"): _ID,
    (Table, "id"): _ID,
    (Report, "next_id"): _ID,
    (TaskAnswer, "task"): _ID,
    (TaskAnswer, "block"): (0, LARGEST),
    (Report, "year"): _YEAR,
    (Origin, "year"): _YEAR,
    (PartialDate, "year"): _YEAR,
    (PartialDate, "month"): (1, 12),
    (PartialDate, "day"): (1, 31),
    (Period, "index"): (1, 12),
    (Paragraph, "level"): (1, 4),
    (Table, "header_rows"): (0, LARGEST),
    (Cell, "rows"): (1, LARGEST),
    (Cell, "cols"): (1, 63),
    (Column, "share"): (0.001, 1_000_000),
    (Marks, "draft"): (1, 99),
    (Filing, "copies"): (0, 9999),
    (Settings, "first_line_mm"): (0, 50),
    (Settings, "space_before_pt"): (0, 72),
    (Settings, "line_pitch_pt"): (8, 72),
    (Margins, "top"): _MARGIN,
    (Margins, "bottom"): _MARGIN,
    (Margins, "left"): _MARGIN,
    (Margins, "right"): _MARGIN,
}
"""The least and the greatest value of each number, both allowed."""
