"""Strict Office Open XML: the twin of a transitional file as Word saves "Strict Open XML Document"."""

import io
import zipfile

from lxml import etree

from danvan_desktop.reading.docx.namespaces import WORD
from tests.builders.word_file import zipped

_STRICT = "http://purl.oclc.org/ooxml/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_NAMESPACES = {
    WORD: "wordprocessingml/main",
    f"{_OFFICE}relationships": "officeDocument/relationships",
    f"{_OFFICE}math": "officeDocument/math",
    f"{_OFFICE}custom-properties": "officeDocument/customProperties",
    f"{_OFFICE}docPropsVTypes": "officeDocument/docPropsVTypes",
    f"{_OFFICE}extended-properties": "officeDocument/extendedProperties",
} | {
    f"http://schemas.openxmlformats.org/drawingml/2006/{name}": f"drawingml/{name}"
    for name in ("main", "wordprocessingDrawing", "picture", "chart", "diagram")
}
_KINDS = {"custom-properties": "customProperties", "extended-properties": "extendedProperties"}
"""Relationships whose last word differs."""
_SIDES = {"left": "start", "right": "end"}
_W = f"{{{WORD}}}"
_ALIGNED = {f"{_W}jc", f"{_W}tab", f"{_W}lvlJc"}
_WITH_SIDES = {f"{_W}{name}" for name in ("tblCellMar", "tcMar", "tblBorders", "tcBorders")}
_HALF_POINTS = {f"{_W}sz", f"{_W}szCs", f"{_W}position"}
_TWIPS = {
    f"{_W}pgSz": ("w", "h"),
    f"{_W}pgMar": ("top", "bottom", "left", "right", "gutter"),
    f"{_W}ind": ("left", "right", "firstLine", "hanging"),
    f"{_W}spacing": ("before", "after", "line", "val"),
    f"{_W}tab": ("pos",),
    f"{_W}gridCol": ("w",),
    f"{_W}tcW": ("w",),
}


def strict(transitional: bytes) -> bytes:
    """The file in the strict conformance class: other namespaces, "start" and "end", lengths in points."""
    with zipfile.ZipFile(io.BytesIO(transitional)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return zipped({name: _part(name, content) for name, content in parts.items()})


def _part(name: str, content: bytes) -> bytes:
    if name.endswith(".rels"):
        return _relationships(content)
    if not name.endswith(".xml") or name == "[Content_Types].xml":
        return content
    root = etree.fromstring(content)
    for element in root.iter(etree.Element):
        _restate(element)
    if root.tag == f"{_W}document":
        root.set(f"{_W}conformance", "strict")
    made = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    for old, new in _NAMESPACES.items():
        made = made.replace(f'="{old}"'.encode(), f'="{_STRICT}{new}"'.encode())
    return made


def _relationships(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for entry in root:
        kind = entry.get("Type", "")
        if kind.startswith(f"{_OFFICE}relationships/"):
            last = kind.rpartition("/")[2]
            entry.set("Type", f"{_STRICT}officeDocument/relationships/{_KINDS.get(last, last)}")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _restate(element: etree._Element) -> None:
    """Say what ``element`` says as the strict schema has it."""
    for attribute in _TWIPS.get(str(element.tag), ()):
        twips = element.get(_W + attribute)
        if twips is not None and twips.lstrip("-").isdigit() and element.get(f"{_W}type") != "pct":
            element.set(_W + attribute, f"{int(twips) / 20:.10g}pt")
    half_points = element.get(f"{_W}val", "")
    if element.tag in _HALF_POINTS and half_points.lstrip("-").isdigit():
        element.set(f"{_W}val", f"{int(half_points) / 2:.10g}pt")
    if element.tag in _ALIGNED and element.get(f"{_W}val") in _SIDES:
        element.set(f"{_W}val", _SIDES[element.get(f"{_W}val", "")])
    if element.tag == f"{_W}ind":
        for side, new in _SIDES.items():
            if (text := element.get(_W + side)) is not None:
                element.set(_W + new, text)
                del element.attrib[_W + side]
    if element.tag in _WITH_SIDES:
        for child in element:
            name = etree.QName(child).localname
            child.tag = _W + _SIDES.get(name, name)
