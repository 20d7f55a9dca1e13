"""Design tokens: every colour and size of the window by what it means. No other module writes a colour.

Colour means state and nothing else: accent is where one is and the one thing to do next, amber is to be
looked at, red is wrong or missing, green is done. Each soft tone is the ground of a text in its strong one.
"""

from danvan_desktop.frozen import frozen

LEAST_CONTRAST_OF_TEXT = 4.5
"""WCAG 2.2, 1.4.3."""
LEAST_CONTRAST_OF_SIGNS = 3.0
"""WCAG 2.2, 1.4.11: lines of controls, focus, icons."""

CONTROL_HEIGHT = 32
"""Device-independent pixels, as all sizes."""
RADIUS = 6
"""Of the corners of controls."""
CARD_RADIUS = 8


@frozen
class Tokens:
    """One set of colours, as "#rrggbb"."""

    ground: str
    """Behind everything."""
    card: str
    """What lies on the ground: bars, lists, fields, the page."""
    hover: str
    """A control below the pointer."""
    pressed: str
    line: str
    """Between two areas."""
    edge: str
    """Around a control that takes input: seen without its text."""
    text: str
    muted: str
    """Less important text, still read with ease."""
    disabled: str
    accent: str
    on_accent: str
    """Text on a ground in the accent."""
    accent_hover: str
    accent_soft: str
    amber: str
    amber_soft: str
    red: str
    red_soft: str
    green: str
    green_soft: str
    note: str
    """The ground of a banner."""
    desk: str
    """Behind the pages of the preview: white ones stand out."""
    float: str
    """The ground of what floats above the window: a toast, the bar of the review."""
    on_float: str
    on_float_muted: str


@frozen
class Tones:
    """Colours laid thinly over the text: the same on every ground, as "#rrggbb"."""

    mark: str = "#ffcd00"
    """Below words that are to be reviewed."""
    mark_bar: str = "#e09400"
    """Beside their paragraph."""
    missing: str = "#c43428"
    """The sign of a note on what is missing."""
    found: str = "#2eb872"
    """Below words that were found."""
    grid: str = "#969ba0"
    """Lines of a table in the editor."""
    shade: str = "#000000"
    """Header rows of a table, the shadow of a page."""


TONES = Tones()


LIGHT = Tokens(
    ground="#f4f6f9",
    card="#ffffff",
    hover="#eef2f8",
    pressed="#e1e7f0",
    line="#dfe4ea",
    edge="#7f8998",
    text="#1b2430",
    muted="#566170",
    disabled="#9aa3b0",
    accent="#1f5fbf",
    on_accent="#ffffff",
    accent_hover="#184e9f",
    accent_soft="#e3edfb",
    amber="#8f5a08",
    amber_soft="#fff1cc",
    red="#b3261e",
    red_soft="#fdecea",
    green="#256b42",
    green_soft="#e3f3ea",
    note="#fff7e0",
    desk="#c4c7cc",
    float="#1b2130",
    on_float="#ffffff",
    on_float_muted="#aeb7c4",
)
DARK = Tokens(
    ground="#1a1d23",
    card="#22272f",
    hover="#2a313a",
    pressed="#343d48",
    line="#353d47",
    edge="#7d8896",
    text="#e8ebef",
    muted="#aab3bf",
    disabled="#6b7582",
    accent="#8ab4f8",
    on_accent="#10203a",
    accent_hover="#a9c8fb",
    accent_soft="#26385a",
    amber="#f2c462",
    amber_soft="#3f3417",
    red="#ff9d92",
    red_soft="#472522",
    green="#8fd3a8",
    green_soft="#1e3a2a",
    note="#353018",
    desk="#3e4043",
    float="#3d4754",
    on_float="#ffffff",
    on_float_muted="#c9d1db",
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
