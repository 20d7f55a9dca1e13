"""One rule a line of the sheet, grouped as the sheet is; registered here and nowhere else."""

from danvan_desktop.inspection.anatomy import recognise
from danvan_desktop.inspection.flow import FinishedFile
from danvan_desktop.inspection.rules import (
    annexes,
    closing,
    custom,
    head,
    headings,
    page,
    printed,
    text,
    title,
    wording,
)
from danvan_desktop.inspection.rules.judging import Rule
from danvan_desktop.inspection.sheet import Measurement

RULES: dict[int, Rule] = {
    **page.RULES,
    **head.RULES,
    **title.RULES,
    **headings.RULES,
    **text.RULES,
    **closing.RULES,
    **annexes.RULES,
    **custom.RULES,
    **wording.RULES,
}
PRINTED: dict[int, Rule] = RULES | printed.RULES
"""What printed pages show better than, or otherwise than, a Word file."""


def measure(paper: FinishedFile) -> tuple[str, dict[int, Measurement]]:
    """Return the document's title and the measurement of each line of the sheet."""
    anatomy = recognise(paper)
    rules = PRINTED if paper.printed else RULES
    return anatomy.title, {number: rule(anatomy) for number, rule in rules.items()}
