"""Accessors of XML elements: names without namespace, attributes, on/off values, measures, children."""

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from danvan_desktop.reading.docx.namespaces import NAMESPACES, WORD

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

TWIPS = 20
"""Twentieths of a point: how Word measures lengths on the page."""
HALF_POINTS = 2
"""How Word measures the size of letters."""
EMU = 12_700
"""English metric units: how DrawingML measures."""

_OFF = frozenset({"0", "false", "off", "none"})
_W = f"{{{WORD}}}"
_MOST = 1_000_000_000
"""Beyond any measure on paper, also in EMU; what is larger was not meant."""
_UNIVERSAL_MEASURE = re.compile(r"\s*(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)\s*")
"""A number with its unit (ST_UniversalMeasure, 22.9.2.15): "12pt", what a strict file may write anywhere."""
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def local(element: Element) -> str:
    """Return the element's name without its namespace; "" for a processing instruction or the like."""
    tag: object = element.tag  # a function for comments and processing instructions
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """Return attribute ``w:<name>`` of ``element``, None where either is absent."""
    return None if element is None else element.get(_W + name)


def child_value(element: Element | None, tag: str, name: str = "val") -> str | None:
    """Return attribute ``w:<name>`` of the child ``tag`` of ``element``."""
    return None if element is None else value(element.find(tag), name)


def is_on(element: Element | None) -> bool | None:
    """Tell whether an on/off property (ST_OnOff) is on; None where it is absent."""
    return None if element is None else means_on(value(element) or "1")


def means_on(text: str | None) -> bool:
    """Tell whether ``text`` is the value of an on/off property that is on; None is none."""
    return text is not None and text not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """Return ``text`` as a whole number; some programs write "240.0" or nothing that counts."""
    try:
        number = round(float(text)) if text is not None else default
    except (ValueError, OverflowError):
        return default
    return number if abs(number) < _MOST else default


def measure(text: str | None, default: int = 0, per_point: int = TWIPS) -> int:
    """Return a measure in units of which a point has ``per_point``; "12pt" is 240 twips, "240" is too."""
    unit = _UNIVERSAL_MEASURE.fullmatch(text) if text is not None and text[-1:].isalpha() else None
    if unit is None:
        return whole(text, default)
    return whole(str(float(unit[1]) * _POINTS[unit[2]] * per_point), default)


def children(element: Element | None) -> Iterator[Element]:
    """Yield the child elements of ``element``, processing instructions left out."""
    if element is not None:
        yield from element.iterchildren(tag=etree.Element)


def selected(element: Element, path: str) -> list[Element]:
    """Return the elements that the XPath ``path`` finds from ``element``."""
    return cast("list[Element]", element.xpath(path, namespaces=NAMESPACES))


def letters_of(element: Element) -> str:
    """Return the letters of ``w:t`` and its like, also those behind an element that does not belong in it."""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def first_choice(alternatives: Element) -> Element | None:
    """Return the branch of ``mc:AlternateContent`` that Word takes: the first choice, else the fallback.

    What a choice requires is not looked at: every extension it may ask for is read here as far as needed
    (ECMA-376 part 3, 7.6).
    """
    found = {local(branch): branch for branch in reversed(list(children(alternatives)))}
    return found.get("Choice", found.get("Fallback"))
