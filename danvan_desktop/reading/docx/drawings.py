"""Drawings (DrawingML, VML): text boxes, pictures and other objects."""

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import Element, children, first_choice, local

_OBJECTS = {
    "pic": "picture",
    "imagedata": "picture",
    "chart": "chart",
    "relIds": "diagram",
    "OLEObject": "object",
    "objectEmbed": "object",
    "control": "object",
}


@frozen
class DrawingContent:
    """What one drawing holds."""

    text_boxes: tuple[Element, ...]
    """``w:txbxContent``: blocks like a body."""
    objects: frozenset[str]
    """Of "picture", "chart", "diagram", "object" those that occur."""
    word_art: tuple[str, ...]
    """Texts that are drawn as shapes."""


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
