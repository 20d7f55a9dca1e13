"""WordprocessingML elements, where python-docx has no API for them.

Word refuses a file whose elements stand in another order than the schema's (ECMA-376 part 1, annex A):
whoever builds a ``pPr``, ``rPr``, ``tblPr`` … here lists its children in that order.
"""

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

LEAST_HEIGHT = 20
"""1 pt: the height of a paragraph that Word wants and nobody should see (PL I knows no such line)."""

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, *children: BaseOxmlElement | None, **attributes: str | int) -> BaseOxmlElement:
    """Return element ``w:<tag>`` with ``attributes`` and those ``children`` that are not None."""
    # OxmlElement's own return type is a union only because it also builds elements without a class.
    made = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def on(tag: str, wanted: bool | None) -> BaseOxmlElement | None:  # noqa: FBT001 - it is the value itself
    """Return the switch ``w:<tag>`` set on or off; None leaves it to the style."""
    if wanted is None:
        return None
    return w(tag) if wanted else w(tag, val=0)


def text(characters: str, tag: str = "t") -> BaseOxmlElement:
    """Return ``w:t``, spaces kept, less what XML cannot hold (control characters, lone surrogates)."""
    made = w(tag)
    made.set(_XML_SPACE, "preserve")
    made.text = storable(characters)
    return made


def storable(characters: str) -> str:
    """Return ``characters`` less what XML cannot hold."""
    return "".join(character for character in characters if _fits_xml(character))


def _fits_xml(character: str) -> bool:
    code = ord(character)
    return code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code not in {0xFFFE, 0xFFFF}


def exactly(height: int, *, before: int = 0, after: int = 0) -> BaseOxmlElement:
    """Return the ``w:spacing`` of lines exactly ``height`` twips apart."""
    return w("spacing", before=before, after=after, line=height, lineRule="exact")
