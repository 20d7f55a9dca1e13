"""One rule a line of the sheet, grouped as the sheet is; registered here and nowhere else."""

from danvan_desktop.inspection.rules import (
    annexes,
    closing,
    custom,
    head,
    headings,
    page,
    text,
    title,
)
from danvan_desktop.inspection.rules.judging import Rule

RULES: dict[int, Rule] = {
    **page.RULES,
    **head.RULES,
    **title.RULES,
    **headings.RULES,
    **text.RULES,
    **closing.RULES,
    **annexes.RULES,
    **custom.RULES,
}
