"""Page setup of a section (``w:sectPr``): paper size, margins, orientation (17.6)."""

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import Element, measure, value
from danvan_desktop.reading.docx.namespaces import w

_A4 = (11_906, 16_838)
_MARGIN = 1_440


@frozen
class WordPageSetup:
    """Paper and margins in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    """The gutter, which is for binding, included."""
    right: int
    is_landscape: bool


def page_setup(section: Element | None) -> WordPageSetup:
    """Return the page setup of ``w:sectPr``; what it does not say is as Word has it: A4, 2.54 cm."""
    size = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    width, height = measure(value(size, "w"), _A4[0]), measure(value(size, "h"), _A4[1])
    return WordPageSetup(
        width=width,
        height=height,
        # A negative margin lets the text reach under a header that is higher than it.
        top=abs(measure(value(margins, "top"), _MARGIN)),
        bottom=abs(measure(value(margins, "bottom"), _MARGIN)),
        left=measure(value(margins, "left"), _MARGIN) + measure(value(margins, "gutter")),
        right=measure(value(margins, "right"), _MARGIN),
        is_landscape=value(size, "orient") == "landscape" or width > height,
    )
