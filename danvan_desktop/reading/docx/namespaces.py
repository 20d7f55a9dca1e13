"""XML namespaces of a Word file; those of a strict file become the transitional ones before it is parsed.

Office Open XML has two conformance classes (ISO/IEC 29500 part 1, strict; part 4, transitional). What Word
saves as "Strict Open XML Document" differs in its namespaces, purl.oclc.org/ooxml/…, hardly in its elements.
"""

import re

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
VML = "urn:schemas-microsoft-com:vml"
NAMESPACES = {"w": WORD, "mc": COMPATIBILITY, "a": DRAWING, "wp": PLACED_DRAWING, "v": VML}

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_W = f"{{{WORD}}}"


def w(name: str) -> str:
    """Return ``name`` in the namespace of WordprocessingML, as lxml writes it: "{…}p"."""
    return _W + name


def transitional(xml: bytes) -> bytes:
    """Return ``xml``, encoded in UTF-8, with the namespaces of transitional files in place of strict ones."""
    return _STRICT.sub(_TRANSITIONAL, xml)
