"""Formatting properties (``w:pPr``, ``w:rPr``, ``w:tblPr``, ``w:tcPr``) as flat tables of plain text.

"jc" -> "both", "ind.left" -> "567", "b" -> "1": so that the levels of the style hierarchy can be laid over
one another. "start" and "end", as strict files have it, are "left" and "right".
"""

from danvan_desktop.reading.docx.elements import HALF_POINTS, Element, children, local, measure, value
from danvan_desktop.reading.docx.namespaces import w

Properties = dict[str, str]

_SYNONYMS = {"start": "left", "end": "right"}
_CONTAINERS = frozenset({"pBdr", "numPr", "tblCellMar", "tcMar"})
"""Properties whose children have the values."""
_NOT_FORMATTING = frozenset({"rPr", "sectPr", "pPrChange", "rPrChange", "cnfStyle", "divId", "lang"})
"""Children that format something else, or how it was before a tracked change."""
_LEAST_RAISED = 4
"""Half-points: less is a matter of taste."""


def flatten(properties: Element | None) -> Properties:
    """Return the children of a properties element as one flat table."""
    flat: Properties = {}
    for child in children(properties):
        name = local(child)
        if name in _NOT_FORMATTING:
            continue
        if name in _CONTAINERS:
            _flatten_container(name, child, flat)
        elif name == "tabs":
            flat.update({f"tabs.{measure(value(stop, 'pos'))}": _tab_kind(stop) for stop in children(child)})
        elif name == "position":
            _flatten_position(properties, child, flat)
        else:
            _flatten_attributes(name, child, flat)
    return flat


def _flatten_attributes(name: str, child: Element, flat: Properties) -> None:
    if not child.attrib or value(child) is not None:
        flat[name] = value(child) or "1"
    for attribute, text in child.attrib.items():
        key = str(attribute).rpartition("}")[2]
        if key != "val":
            flat[f"{name}.{_SYNONYMS.get(key, key)}"] = str(text)


def _flatten_container(name: str, container: Element, flat: Properties) -> None:
    for part in children(container):
        key = f"{name}.{_SYNONYMS.get(local(part), local(part))}"
        flat[key] = value(part) or value(part, "w") or ""
        if name == "pBdr":
            flat[f"{key}.space"] = value(part, "space") or "0"
            flat[f"{key}.sz"] = value(part, "sz") or "0"


def _tab_kind(stop: Element) -> str:
    kind = value(stop) or "left"
    return _SYNONYMS.get(kind, kind)


def _flatten_position(properties: Element | None, position: Element, flat: Properties) -> None:
    """Letters raised by a measure and of a size of their own: how LibreOffice writes a superscript."""
    if properties is not None and properties.find(w("sz")) is not None:
        raised = measure(value(position), per_point=HALF_POINTS)
        moved = "superscript" if raised > 0 else "subscript"
        flat["vertAlign"] = moved if abs(raised) >= _LEAST_RAISED else "baseline"


def overlay(flat: Properties, nearer: Properties) -> None:
    """Lay ``nearer`` over ``flat``; a property that is set nearer also hides what would contradict it.

    An indent of the first line hides a hanging one that is farther (of two on one level the hanging one
    counts, 17.3.1.12), a font by its name one of the theme (17.3.2.26).
    """
    for strong, weak in (
        ("ind.firstLine", "ind.hanging"),
        ("rFonts.ascii", "rFonts.asciiTheme"),
        ("rFonts.hAnsi", "rFonts.hAnsiTheme"),
    ):
        if strong in nearer:
            flat.pop(weak, None)
    flat.update(nearer)
