"""Names in the XML of a Word file, and small readers of its attributes."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
VML = "urn:schemas-microsoft-com:vml"
NAMESPACES = {"w": WORD, "mc": COMPATIBILITY, "a": DRAWING, "wp": PLACED_DRAWING, "v": VML}

_OFF = frozenset({"0", "false", "off", "none"})
_W = f"{{{WORD}}}"
_MOST = 1_000_000_000
"""Beyond any measure on paper, also in EMU; what is larger was not meant."""


def w(name: str) -> str:
    """Return ``name`` in the namespace of WordprocessingML."""
    return _W + name


def local(element: Element) -> str:
    """Return the element's name without its namespace; "" for a comment or the like."""
    tag: object = element.tag  # a function for comments and processing instructions
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """Return attribute ``w:<name>`` of ``element``, None where either is absent."""
    return None if element is None else element.get(_W + name)


def child_value(element: Element | None, tag: str, name: str = "val") -> str | None:
    """Return attribute ``w:<name>`` of the child ``tag`` of ``element``."""
    return None if element is None else value(element.find(tag), name)


def is_on(element: Element | None) -> bool | None:
    """Tell whether a switch is on; None where it is absent."""
    return None if element is None else (value(element) or "1") not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """Return a measure as a whole number; some programs write "240.0" or nothing that counts."""
    try:
        number = round(float(text)) if text is not None else default
    except (ValueError, OverflowError):
        return default
    return number if abs(number) < _MOST else default


def children(element: Element | None) -> Iterator[Element]:
    """Yield the child elements of ``element``, comments and instructions left out."""
    if element is not None:
        yield from element.iterchildren(tag=etree.Element)
