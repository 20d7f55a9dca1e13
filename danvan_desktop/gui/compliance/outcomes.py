"""Outcome colours for a light or dark palette, and the counts by outcome as rich text."""

from PySide6.QtGui import QColor, QPalette

from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome

TO_LOOK_AT = (Outcome.WRONG, Outcome.REVIEW, Outcome.CUSTOM)
"""What "Chỉ những chỗ cần xem" shows."""

_ON_LIGHT = {
    Outcome.WRONG: "#b3261e",
    Outcome.REVIEW: "#8a5a00",
    Outcome.CUSTOM: "#1f5f8b",
    Outcome.RIGHT: "#2e6b34",
}
_ON_DARK = {
    Outcome.WRONG: "#ff9a8f",
    Outcome.REVIEW: "#f5c86a",
    Outcome.CUSTOM: "#92c7f0",
    Outcome.RIGHT: "#93d29a",
}
_MIDDLE = 128
"""Lightness below which the ground is dark."""
_TEXT_SHARE = 0.65
"""How much of the text colour is in the dimmed one."""
_COUNTED = (
    (Outcome.WRONG, "không đúng"),
    (Outcome.REVIEW, "cần xem lại"),
    (Outcome.CUSTOM, "khác thông lệ"),
    (Outcome.RIGHT, "đúng"),
    (Outcome.NOT_APPLICABLE, "không áp dụng"),
)


def colour(outcome: Outcome, palette: QPalette) -> QColor:
    """Return the colour of ``outcome`` on this ground; never the only sign of it."""
    dark = palette.base().color().lightness() < _MIDDLE
    name = (_ON_DARK if dark else _ON_LIGHT).get(outcome)
    return QColor(name) if name else dim(palette)


def dim(palette: QPalette) -> QColor:
    """Return a dimmed text colour that is still read with ease."""
    text, ground = palette.text().color(), palette.base().color()
    foreground, background = (
        (text.red(), text.green(), text.blue()),
        (ground.red(), ground.green(), ground.blue()),
    )
    red, green, blue = (
        round(_TEXT_SHARE * one + (1 - _TEXT_SHARE) * other)
        for one, other in zip(foreground, background, strict=True)
    )
    return QColor(red, green, blue)


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
