"""Drawings (DrawingML, VML): text boxes, pictures and other objects, straight lines."""

import re
from collections.abc import Iterator

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import EMU, TWIPS, Element, children, first_choice, local, whole
from danvan_desktop.reading.docx.namespaces import DRAWING, NAMESPACES, PLACED_DRAWING

_OBJECTS = {
    "pic": "picture",
    "imagedata": "picture",
    "chart": "chart",
    "relIds": "diagram",
    "OLEObject": "object",
    "objectEmbed": "object",
    "control": "object",
}
_STRAIGHT = {"line", "straightConnector1"}
_ANCHOR = f"{{{PLACED_DRAWING}}}anchor"
_INLINE = f"{{{PLACED_DRAWING}}}inline"
_EMU_IN_TWIP = EMU // TWIPS
_TOLERANCE = 113
"""2 mm."""
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "": 20.0}
"""Twips in a unit of VML."""


@frozen
class DrawingContent:
    """What one drawing holds."""

    text_boxes: tuple[Element, ...]
    """``w:txbxContent``: blocks like a body."""
    objects: frozenset[str]
    """Of "picture", "chart", "diagram", "object" those that occur."""
    word_art: tuple[str, ...]
    """Texts that are drawn as shapes."""


@frozen
class StraightLine:
    """A horizontal line that is drawn over the page."""

    length: int
    """Twips."""
    centred: bool | None
    """Whether it stands in the middle of its column; None when the file does not tell."""
    solid: bool = True


def drawing_content(drawing: Element) -> DrawingContent:
    """Return what ``w:drawing``, ``w:pict`` or ``w:object`` holds."""
    boxes: list[Element] = []
    objects: set[str] = set()
    _collect(drawing, boxes, objects)
    art = tuple(path.get("string") or "" for path in drawing.iter("{*}textpath"))
    return DrawingContent(tuple(boxes), frozenset(objects), art)


def _collect(parent: Element, boxes: list[Element], objects: set[str]) -> None:
    """Look at what is drawn, not into the text boxes: their own content is read as text."""
    for element in children(parent):
        name = local(element)
        if name == "txbxContent":
            boxes.append(element)
        elif name == "AlternateContent":
            if (chosen := first_choice(element)) is not None:
                _collect(chosen, boxes, objects)
        else:
            if name in _OBJECTS:
                objects.add(_OBJECTS[name])
            _collect(element, boxes, objects)


def straight_lines(paragraph: Element, column_width: int) -> Iterator[StraightLine]:
    """Yield the lines anchored in ``w:p``, whose column is so many twips wide."""
    anchors = [*paragraph.iter(_ANCHOR, _INLINE)]
    for anchor in anchors:
        if any(shape.get("prst") in _STRAIGHT for shape in anchor.iter(f"{{{DRAWING}}}prstGeom")):
            yield _of_drawing_ml(anchor, column_width)
    if not anchors:
        for line in paragraph.iterfind(".//v:line", NAMESPACES):
            yield _of_vml(line)


def _of_drawing_ml(anchor: Element, column_width: int) -> StraightLine:
    extent = anchor.find("wp:extent", NAMESPACES)
    length = whole(None if extent is None else extent.get("cx")) // _EMU_IN_TWIP
    dashes = (dash.get("val") for dash in anchor.iter(f"{{{DRAWING}}}prstDash"))
    solid = all(dash == "solid" for dash in dashes)
    position = anchor.find("wp:positionH", NAMESPACES)
    return StraightLine(length, _is_centred(position, length, column_width), solid)


def _is_centred(position: Element | None, length: int, column_width: int) -> bool | None:
    if position is None or position.get("relativeFrom") not in {"column", "margin", "character"}:
        return None
    align = position.findtext("wp:align", namespaces=NAMESPACES)
    if align is not None:
        return align == "center"
    offset = whole(position.findtext("wp:posOffset", namespaces=NAMESPACES)) // _EMU_IN_TWIP
    return abs(offset + length / 2 - column_width / 2) <= _TOLERANCE


def _of_vml(line: Element) -> StraightLine:
    ends = [_vml_twips(line.get(end, "0,0").split(",")[0]) for end in ("from", "to")]
    stroke = line.find("v:stroke", NAMESPACES)
    solid = stroke is None or stroke.get("dashstyle", "solid") == "solid"
    return StraightLine(round(abs(ends[1] - ends[0])), None, solid)


def _vml_twips(length: str) -> float:
    match = re.fullmatch(r"\s*(-?[\d.]+)([a-z]*)\s*", length)
    return float(match[1]) * _UNITS.get(match[2], 20.0) if match else 0.0
