"""Outcome colours for a light or dark palette, and the counts by outcome as rich text."""

from PySide6.QtGui import QColor, QPalette

from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome

TO_LOOK_AT = (Outcome.WRONG, Outcome.REVIEW, Outcome.CUSTOM)
"""What "Chỉ những chỗ cần xem" shows."""

_OTHERS = (
    (Outcome.REVIEW, "cần xem lại"),
    (Outcome.CUSTOM, "khác thông lệ"),
    (Outcome.NOT_APPLICABLE, "không áp dụng"),
)


def colour(outcome: Outcome, palette: QPalette) -> QColor:
    """Return the colour of ``outcome`` on this ground; never the only sign of it."""
    tokens = tokens_of(palette)
    colours = {
        Outcome.WRONG: tokens.red,
        Outcome.REVIEW: tokens.amber,
        Outcome.CUSTOM: tokens.accent,
        Outcome.RIGHT: tokens.green,
    }
    return QColor(colours.get(outcome, tokens.muted))


def dim(palette: QPalette) -> QColor:
    """Return a dimmed text colour that is still read with ease."""
    return QColor(tokens_of(palette).muted)


def verdict(sheet: ComplianceSheet, palette: QPalette) -> str:
    """Return what matters of a sheet as rich text: "Đúng 50 · Không đúng 0"; none wrong is green too."""
    found, tokens = sheet.counts, tokens_of(palette)
    right, wrong = found[Outcome.RIGHT], found[Outcome.WRONG]
    of_wrong = tokens.red if wrong else tokens.green
    return (
        f'<span style="color:{tokens.green}">Đúng {right}</span> · '
        f'<span style="color:{of_wrong}">Không đúng {wrong}</span>'
    )


def counts(sheet: ComplianceSheet, palette: QPalette) -> str:
    """Return the other counts of a sheet as rich text: "2 cần xem lại · …"; those of nothing are left out."""
    found = sheet.counts
    parts = []
    for outcome, name in _OTHERS:
        text = f"{found[outcome]} {name}"
        if found[outcome] and outcome is not Outcome.NOT_APPLICABLE:
            text = f'<span style="color:{colour(outcome, palette).name()}">{text}</span>'
        if found[outcome]:
            parts.append(text)
    return " · ".join(parts)


def to_look_at(sheet: ComplianceSheet) -> int:
    """Count the lines that somebody has to look at."""
    return sum(line.outcome in TO_LOOK_AT for line in sheet.lines)
