"""Names in the XML of a Word file."""

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
VML = "urn:schemas-microsoft-com:vml"
NAMESPACES = {"w": WORD, "mc": COMPATIBILITY, "a": DRAWING, "wp": PLACED_DRAWING, "v": VML}


def w(name: str) -> str:
    """Return ``name`` in the namespace of WordprocessingML."""
    return f"{{{WORD}}}{name}"


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace; "" for a comment or the like."""
    tag: object = element.tag  # a function for comments and processing instructions
    return etree.QName(element).localname if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return attribute ``w:name``, None when there is no such element."""
    return None if element is None else element.get(w(name))


def whole(text: str | None, default: int = 0) -> int:
    """Return a measure as a whole number; some programs write "240.0" or nothing that counts."""
    try:
        return round(float(text)) if text is not None else default
    except ValueError:
        return default
