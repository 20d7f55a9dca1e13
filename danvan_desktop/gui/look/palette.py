"""The palette (QPalette) of a set of tokens: colours of whatever paints by itself, as texts do."""

from PySide6.QtGui import QColor, QPalette

from danvan_desktop.gui.look.tokens import DARK, LEAST_CONTRAST_OF_TEXT, LIGHT, Tokens, contrast

_MIDDLE = 128
"""Lightness, of 255, below which a ground is dark."""


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of ``tokens``."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.card,
        role.AlternateBase: tokens.ground,
        role.Text: tokens.text,
        role.Button: tokens.card,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.note,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Light: tokens.card,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, QColor(tokens.ground))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.pressed))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(tokens.disabled))
    return palette


def tokens_in(palette: QPalette) -> Tokens:
    """Return tokens in the colours of ``palette`` alone: of a system in high contrast, which has few."""
    role = QPalette.ColorRole

    def of(each: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, each).name()

    ground, text = of(role.Window), of(role.WindowText)
    chosen, on_chosen = of(role.Highlight), of(role.HighlightedText)
    if contrast(chosen, of(role.Base)) < LEAST_CONTRAST_OF_TEXT:  # words in it would not be seen
        chosen, on_chosen = text, ground
    signs = dict.fromkeys(("line", "edge", "text", "muted", "amber", "red", "green"), text)
    signs |= dict.fromkeys(("on_float", "on_float_muted"), text)
    grounds = dict.fromkeys(
        ("amber_soft", "red_soft", "green_soft", "note", "desk", "ground", "float"), ground
    )
    return Tokens(
        **signs,
        **grounds,
        card=of(role.Base),
        hover=of(role.Base),
        pressed=of(role.Base),
        disabled=of(role.WindowText, QPalette.ColorGroup.Disabled),
        accent=chosen,
        on_accent=on_chosen,
        accent_hover=chosen,
        accent_soft=of(role.Base),
    )


def tone(colour: str, opacity: int) -> QColor:
    """Return ``colour`` so that the ground shines through; ``opacity`` of 255 hides it."""
    thin = QColor(colour)
    thin.setAlpha(opacity)
    return thin


def tokens_of(palette: QPalette) -> Tokens:
    """Return the tokens that go with the ground of ``palette``, which need not be one of ours."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < _MIDDLE else LIGHT
