"""Straight lines drawn over the page: how most offices make the rules under the agency and the motto."""

import re
from collections.abc import Iterator

from lxml import etree

from danvan_desktop.inspection.flow import DrawnLine
from danvan_desktop.reading.docx.elements import DRAWING, NAMESPACES, PLACED_DRAWING, whole

_LINES = {"line", "straightConnector1"}
_ANCHOR = f"{{{PLACED_DRAWING}}}anchor"
_INLINE = f"{{{PLACED_DRAWING}}}inline"
_EMU = 635
"""English metric units in a twip."""
_TOLERANCE = 113
"""2 mm."""
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "": 20.0}


def drawn_lines(paragraph: etree._Element, width: int) -> Iterator[DrawnLine]:
    """Yield the horizontal lines anchored in ``paragraph``, whose column is ``width`` twips wide."""
    anchors = [*paragraph.iter(_ANCHOR, _INLINE)]
    for anchor in anchors:
        if any(shape.get("prst") in _LINES for shape in anchor.iter(f"{{{DRAWING}}}prstGeom")):
            yield _modern(anchor, width)
    if not anchors:
        for line in paragraph.iterfind(".//v:line", NAMESPACES):
            yield _old(line)


def _modern(anchor: etree._Element, width: int) -> DrawnLine:
    extent = anchor.find("wp:extent", NAMESPACES)
    length = whole(None if extent is None else extent.get("cx")) // _EMU
    dashes = (dash.get("val") for dash in anchor.iter(f"{{{DRAWING}}}prstDash"))
    solid = all(dash == "solid" for dash in dashes)
    return DrawnLine(length, _is_centred(anchor.find("wp:positionH", NAMESPACES), length, width), solid)


def _is_centred(place: etree._Element | None, length: int, width: int) -> bool | None:
    if place is None or place.get("relativeFrom") not in {"column", "margin", "character"}:
        return None
    align = place.findtext("wp:align", namespaces=NAMESPACES)
    if align is not None:
        return align == "center"
    offset = whole(place.findtext("wp:posOffset", namespaces=NAMESPACES)) // _EMU
    return abs(offset + length / 2 - width / 2) <= _TOLERANCE


def _old(line: etree._Element) -> DrawnLine:
    ends = [_twips(line.get(end, "0,0").split(",")[0]) for end in ("from", "to")]
    stroke = line.find("v:stroke", NAMESPACES)
    solid = stroke is None or stroke.get("dashstyle", "solid") == "solid"
    return DrawnLine(round(abs(ends[1] - ends[0])), None, solid)


def _twips(length: str) -> float:
    match = re.fullmatch(r"\s*(-?[\d.]+)([a-z]*)\s*", length)
    return float(match[1]) * _UNITS.get(match[2], 20.0) if match else 0.0
