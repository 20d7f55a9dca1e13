"""The outcomes on a screen: their colour, and their count in one line."""

from collections import Counter

from PySide6.QtGui import QColor, QPalette

from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome

TO_LOOK_AT = (Outcome.WRONG, Outcome.REVIEW, Outcome.CUSTOM)
"""What is left when only places to look at are shown, worst first."""

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
_LOUD = 0.65
"""The share of the letters' own colour in the quieter one."""
_COUNTED = (
    (Outcome.WRONG, "không đúng"),
    (Outcome.REVIEW, "cần xem lại"),
    (Outcome.CUSTOM, "khác thông lệ"),
    (Outcome.RIGHT, "đúng"),
    (Outcome.NOT_APPLICABLE, "không áp dụng"),
)


def colour(outcome: Outcome, palette: QPalette) -> QColor:
    """Return the colour of ``outcome`` on this ground; the words say the same."""
    dark = palette.base().color().lightness() < _MIDDLE
    name = (_ON_DARK if dark else _ON_LIGHT).get(outcome)
    return QColor(name) if name else dim(palette)


def dim(palette: QPalette) -> QColor:
    """Return a quieter colour of letters that is still read with ease."""
    text, ground = palette.text().color(), palette.base().color()
    loud, quiet = (text.red(), text.green(), text.blue()), (ground.red(), ground.green(), ground.blue())
    red, green, blue = (
        round(_LOUD * one + (1 - _LOUD) * other) for one, other in zip(loud, quiet, strict=True)
    )
    return QColor(red, green, blue)


def counts(sheet: ComplianceSheet, palette: QPalette) -> str:
    """Return the counts of a sheet as rich text: "1 không đúng · 2 cần xem lại · …"."""
    found = Counter(line.outcome for line in sheet.lines)
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
