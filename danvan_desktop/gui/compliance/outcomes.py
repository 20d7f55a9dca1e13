"""Outcome colours for a light or dark palette, and the counts by outcome as rich text."""

from PySide6.QtGui import QColor, QPalette

from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome

TO_LOOK_AT = (Outcome.WRONG, Outcome.REVIEW, Outcome.CUSTOM)
"""What "Chỉ những chỗ cần xem" shows."""

_COUNTED = (
    (Outcome.WRONG, "không đúng"),
    (Outcome.REVIEW, "cần xem lại"),
    (Outcome.CUSTOM, "khác thông lệ"),
    (Outcome.RIGHT, "đúng"),
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


def counts(sheet: ComplianceSheet, palette: QPalette) -> str:
    """Return the counts of a sheet as rich text: "1 không đúng · 2 cần xem lại · …"."""
    found = sheet.counts
    parts = []
    for outcome, name in _COUNTED:
        text = f"{found[outcome]} {name}"
        if found[outcome] and outcome is not Outcome.NOT_APPLICABLE:
            text = f'<span style="color:{colour(outcome, palette).name()}"><b>{text}</b></span>'
        parts.append(text)
    return " · ".join(parts)


def to_look_at(sheet: ComplianceSheet) -> int:
    """Count the lines that somebody has to look at."""
    return sum(line.outcome in TO_LOOK_AT for line in sheet.lines)
