"""Widget style (QStyle): Fusion on every system, until the program has a look of its own.

Qt's "windows11" makes the ground of texts transparent, so that a page is grey and a banner has no ground, and
draws a disabled field like the dialog around it.
"""

STYLE = "fusion"


def style_words() -> list[str]:
    """Return what tells Qt the style, as words of the command line: it makes no other one first.

    ``QApplication.setStyle`` has Python learn five hundred names of styles, which costs five milliseconds.
    """
    return ["-style", STYLE]
