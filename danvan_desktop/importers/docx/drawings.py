"""Pictures, charts, shapes and text boxes: the text is taken, the rest is counted."""

from danvan_desktop.importers.docx.losses import Losses
from danvan_desktop.reading.docx.elements import Element, children, local

_KINDS = {
    "pic": "picture",
    "imagedata": "picture",
    "chart": "chart",
    "relIds": "diagram",
    "OLEObject": "object",
    "objectEmbed": "object",
    "control": "object",
}


def text_boxes(drawing: Element, losses: Losses) -> list[Element]:
    """Return the text boxes in ``drawing``; count what it holds besides."""
    boxes: list[Element] = []
    seen: set[str] = set()
    _look_through(drawing, boxes, seen)
    for path in drawing.iter("{*}textpath"):
        losses.quote("wordart", path.get("string") or "")
    if boxes:
        losses.count("box", len(boxes))
    for kind in sorted(seen):
        losses.count(kind)
    if not boxes and not seen:
        losses.count("shape")
    return boxes


def _look_through(parent: Element, boxes: list[Element], seen: set[str]) -> None:
    """Look at what is drawn, not into the text boxes: their own content is read as text."""
    for element in children(parent):
        name = local(element)
        if name == "txbxContent":
            boxes.append(element)
        elif name == "AlternateContent":
            alternatives = {local(part): part for part in reversed(list(children(element)))}
            chosen = alternatives.get("Choice", alternatives.get("Fallback"))
            if chosen is not None:
                _look_through(chosen, boxes, seen)
        else:
            if name in _KINDS:
                seen.add(_KINDS[name])
            _look_through(element, boxes, seen)
