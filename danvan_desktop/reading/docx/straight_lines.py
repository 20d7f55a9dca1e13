"""Straight lines drawn over the page: lines, connectors and whatever else is as flat (DrawingML, VML)."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import EMU, TWIPS, Element, local, whole
from danvan_desktop.reading.docx.namespaces import DRAWING, NAMESPACES, PLACED_DRAWING

Origin = Literal["column", "page"]

_STRAIGHT = {"line", "straightConnector1"}
_ANCHOR = f"{{{PLACED_DRAWING}}}anchor"
_INLINE = f"{{{PLACED_DRAWING}}}inline"
_EMU_IN_TWIP = EMU // TWIPS
_FLAT = 40
"""2 pt: a shape that is not higher is seen as a line, whatever it is."""
_SHORTEST = 113
"""2 mm: what is shorter is a dot."""
_SLOPE = 0.1
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "": 20.0}
"""Twips in a unit of VML."""
_VML_SHAPES = ("line", "shape", "rect", "polyline")


@frozen
class StraightLine:
    """A horizontal line that is drawn over the page; twips."""

    length: int
    middle: float | None = None
    """Its middle, None when the file does not tell."""
    origin: Origin = "column"
    """Whether ``middle`` counts from the left of the column it is anchored in or of the paper."""
    solid: bool = True
    inline: bool = False
    """Whether it stands in the text like a letter."""


def straight_lines(paragraph: Element, column_width: int, page_width: int) -> Iterator[StraightLine]:
    """Yield the lines anchored in ``w:p``, whose column and paper are so many twips wide."""
    widths: Mapping[Origin, int] = {"column": column_width, "page": page_width}
    anchors = [*paragraph.iter(_ANCHOR, _INLINE)]
    for anchor in anchors:
        if line := _of_drawing_ml(anchor, widths):
            yield line
        else:
            yield from _of_group(anchor, widths)
    if not anchors:
        for picture in paragraph.iter("{*}pict"):
            yield from (line for shape in picture.iterchildren() if (line := _of_vml(shape, widths)))


def _of_drawing_ml(anchor: Element, widths: Mapping[Origin, int]) -> StraightLine | None:
    extent = anchor.find("wp:extent", NAMESPACES)
    width, height = (
        whole(None if extent is None else extent.get(side)) / _EMU_IN_TWIP for side in ("cx", "cy")
    )
    if not _is_flat(anchor, width, height):
        return None
    middle, origin = _place(anchor.find("wp:positionH", NAMESPACES), width, widths)
    return StraightLine(int(width), middle, origin, _is_solid(anchor), anchor.tag == _INLINE)


def _is_flat(shape: Element, width: float, height: float) -> bool:
    straight = any(form.get("prst") in _STRAIGHT for form in shape.iter(f"{{{DRAWING}}}prstGeom"))
    connector = next(shape.iter("{*}cNvCnPr"), None) is not None
    if width < _SHORTEST:
        return False
    return height <= (max(_FLAT, width * _SLOPE) if straight or connector else _FLAT)


def _is_solid(shape: Element) -> bool:
    return all(dash.get("val") == "solid" for dash in shape.iter(f"{{{DRAWING}}}prstDash"))


def _place(
    position: Element | None, width: float, widths: Mapping[Origin, int]
) -> tuple[float | None, Origin]:
    """Return the middle of what is placed so, and what it counts from."""
    relative = None if position is None else position.get("relativeFrom")
    if position is None or relative not in {"column", "margin", "character", "page"}:
        return None, "column"
    origin: Origin = "page" if relative == "page" else "column"
    align = position.findtext("wp:align", namespaces=NAMESPACES)
    if align is not None:
        ends = {"left": width / 2, "right": widths[origin] - width / 2}
        return ends.get(align, widths[origin] / 2), origin
    offset = whole(position.findtext("wp:posOffset", namespaces=NAMESPACES)) / _EMU_IN_TWIP
    return offset + width / 2, origin


def _of_group(anchor: Element, widths: Mapping[Origin, int]) -> Iterator[StraightLine]:
    """Yield the lines that are shapes of a group."""
    group = next(anchor.iter("{*}grpSpPr"), None)
    extent = anchor.find("wp:extent", NAMESPACES)
    inner = None if group is None else group.find(".//a:chExt", NAMESPACES)
    corner = None if group is None else group.find(".//a:chOff", NAMESPACES)
    if extent is None or inner is None or corner is None:
        return
    total = whole(extent.get("cx")) / _EMU_IN_TWIP
    scale = total / max(whole(inner.get("cx")), 1)
    centre, origin = _place(anchor.find("wp:positionH", NAMESPACES), total, widths)
    for shape in anchor.iter("{*}wsp", "{*}cxnSp"):
        size, place = shape.find(".//a:xfrm/a:ext", NAMESPACES), shape.find(".//a:xfrm/a:off", NAMESPACES)
        if size is None or place is None:
            continue
        width, height = whole(size.get("cx")) * scale, whole(size.get("cy")) * scale
        if not _is_flat(shape, width, height):
            continue
        left = (whole(place.get("x")) - whole(corner.get("x"))) * scale
        middle = None if centre is None else centre - total / 2 + left + width / 2
        yield StraightLine(int(width), middle, origin, _is_solid(shape))


# ---------------------------------------------------------------------------------------------- VML


def _of_vml(shape: Element, widths: Mapping[Origin, int]) -> StraightLine | None:
    if local(shape) not in _VML_SHAPES:
        return None
    style = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", shape.get("style", "")))
    if local(shape) == "line":
        (x1, y1), (x2, y2) = (_point(shape.get(end, "0,0")) for end in ("from", "to"))
        left, width, height = min(x1, x2), abs(x2 - x1), abs(y2 - y1)
    else:
        left, width, height = (_twips(style.get(name, "0")) for name in ("margin-left", "width", "height"))
        if shape.find(".//v:textbox", NAMESPACES) is not None or height > _FLAT:
            return None
    if width < _SHORTEST or height > max(_FLAT, width * _SLOPE):
        return None
    stroke = shape.find("v:stroke", NAMESPACES)
    solid = stroke is None or stroke.get("dashstyle", "solid") == "solid"
    middle, origin = _vml_place(style, left, width, widths)
    return StraightLine(round(width), middle, origin, solid)


def _vml_place(
    style: Mapping[str, str], left: float, width: float, widths: Mapping[Origin, int]
) -> tuple[float | None, Origin]:
    origin: Origin = (
        "page" if style.get("mso-position-horizontal-relative", "").strip() == "page" else "column"
    )
    align = style.get("mso-position-horizontal", "absolute").strip()
    if align == "center":
        return widths[origin] / 2, origin
    if align in {"left", "right"}:
        return (width / 2 if align == "left" else widths[origin] - width / 2), origin
    return left + width / 2, origin


def _point(pair: str) -> tuple[float, float]:
    across, _, down = pair.partition(",")
    return _twips(across), _twips(down)


def _twips(length: str) -> float:
    match = re.fullmatch(r"\s*(-?[\d.]+)([a-z]*)\s*", length)
    try:
        return float(match[1]) * _UNITS.get(match[2], 20.0) if match else 0.0
    except ValueError:
        return 0.0
