"""All lines of the compliance sheet (Phiếu kiểm tra thể thức), section by section.

Each module below holds ``LINES``: the definitions of one or a few lines, beside the functions that measure
and correct them. A new module is added to its section here.
"""

from collections.abc import Iterable, Mapping

from danvan_desktop.inspection.line_definition import LineDefinition, SheetSection
from danvan_desktop.inspection.lines.annexes import enclosing_line, labels, page_numbers
from danvan_desktop.inspection.lines.closing import recipients, signature
from danvan_desktop.inspection.lines.common_practice import (
    blanks,
    closing_together,
    leftovers,
    letter_spacing,
    one_office,
    page_breaks,
    pdf_file,
    signature_room,
    spelling,
)
from danvan_desktop.inspection.lines.letterhead import (
    addressees,
    agencies,
    national_name,
    number,
    place_and_date,
    title,
    urgency,
)
from danvan_desktop.inspection.lines.page_and_fonts import characters, margins, page_number, paper
from danvan_desktop.inspection.lines.text import (
    citations,
    clauses,
    end_mark,
    headings,
    legal_bases,
    paragraph_gaps,
    points,
    running_text,
)
from danvan_desktop.inspection.sheet import CUSTOM


def _section(title: str, *definitions: Iterable[LineDefinition]) -> SheetSection:
    every = (definition for group in definitions for definition in group)
    return SheetSection(title, tuple(sorted(every, key=lambda definition: definition.number)))


SECTIONS = (
    _section("A. Trang giấy và phông chữ", paper.LINES, margins.LINES, characters.LINES, page_number.LINES),
    _section(
        "B. Phần đầu văn bản",
        national_name.LINES,
        agencies.LINES,
        number.LINES,
        place_and_date.LINES,
        title.LINES,
        addressees.LINES,
        urgency.LINES,
    ),
    _section(
        "C. Nội dung",
        legal_bases.LINES,
        citations.LINES,
        headings.LINES,
        clauses.LINES,
        points.LINES,
        running_text.LINES,
        paragraph_gaps.LINES,
        end_mark.LINES,
    ),
    _section("D. Ký, nơi nhận", signature.LINES, recipients.LINES),
    _section("Đ. Phụ lục (nếu có)", labels.LINES, enclosing_line.LINES, page_numbers.LINES),
    _section(
        f"E. {CUSTOM}",
        signature_room.LINES,
        closing_together.LINES,
        page_breaks.LINES,
        letter_spacing.LINES,
        leftovers.LINES,
        blanks.LINES,
        spelling.LINES,
        pdf_file.LINES,
        one_office.LINES,
    ),
)
"""The sections of the sheet in its order."""

LINES: Mapping[int, LineDefinition] = {
    definition.number: definition for section in SECTIONS for definition in section.definitions
}
"""Every line of the sheet by its number, in its order."""
