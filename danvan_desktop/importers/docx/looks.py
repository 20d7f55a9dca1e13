"""Effective looks: what a run or a paragraph looks like once its styles are added up (ECMA-376 1, 17.7.2)."""

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import Element, child_value, children, is_on, local, value, w, whole
from danvan_desktop.report.model import Alignment, Vertical

_SWITCHES = ("b", "i", "caps", "vanish")
_ALIGNMENTS: dict[str, Alignment] = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}
_VERTICALS: dict[str, Vertical] = {"superscript": "super", "subscript": "sub"}

_LEAST_RAISED = 4
"""Half-points: less is a matter of taste."""

_Flat = dict[str, str | bool]


@frozen
class RunLook:
    """How letters look."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    vertical: Vertical | None = None
    capitals: bool = False
    """Shown as capitals whatever was typed."""
    hidden: bool = False
    font: str = ""


@frozen
class ParagraphLook:
    """How a paragraph is set."""

    style: str = ""
    """The id of its style."""
    style_name: str = ""
    """In small letters, as Word knows it in every language: "heading 1"."""
    outline: int | None = None
    align: Alignment = "left"
    indent: int = 0
    list_id: str | None = None
    list_level: int = 0


class Styles:
    """Answers what a paragraph or a run looks like, from the file's styles and defaults."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {
            value(style, "styleId") or "": style for style in children(root) if local(style) == "style"
        }
        self._default = next(
            (
                identifier
                for identifier, style in self._styles.items()
                if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}
            ),
            "",
        )
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._run_defaults = _flat_run(defaults)
        self._of_run: dict[str, _Flat] = {}
        self._of_paragraph: dict[str, _Flat] = {}

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """Return the look of a paragraph with these ``w:pPr``."""
        identifier = child_value(properties, w("pStyle")) or self._default
        flat = self._paragraph_style(identifier) | _flat_paragraph(properties)
        outline = whole(str(flat.get("outline", "9")), 9)
        return ParagraphLook(
            style=identifier,
            style_name=self.name(identifier),
            outline=outline if 0 <= outline <= 8 else None,
            align=_ALIGNMENTS.get(str(flat.get("jc")), "left"),
            indent=whole(str(flat.get("left", 0))) + whole(str(flat.get("first", 0))),
            list_id=str(flat["numId"]) if flat.get("numId") not in {None, "0"} else None,
            list_level=whole(str(flat.get("ilvl", 0))),
        )

    def run(self, properties: Element | None, paragraph_style: str) -> RunLook:
        """Return the look of a run with these ``w:rPr`` in a paragraph of that style."""
        of_paragraph = self._run_style(paragraph_style)
        flat = self._run_defaults | of_paragraph
        direct = _flat_run(properties)
        if "rStyle" in direct:
            of_character = self._run_style(str(direct["rStyle"]))
            flat |= of_character
            for switch in _SWITCHES:  # bold in both styles cancels out (17.7.3)
                if switch in of_character and switch in of_paragraph:
                    flat[switch] = of_character[switch] != of_paragraph[switch]
        flat |= direct
        return RunLook(
            bold=bool(flat.get("b")),
            italic=bool(flat.get("i")),
            underline=bool(flat.get("u")),
            vertical=_VERTICALS.get(str(flat.get("vertAlign"))),
            capitals=bool(flat.get("caps")),
            hidden=bool(flat.get("vanish")),
            font=str(flat.get("font", "")),
        )

    def name(self, identifier: str) -> str:
        """Return the name of a style in small letters."""
        return (child_value(self._styles.get(identifier), w("name")) or "").lower()

    def draws_borders(self, identifier: str | None) -> bool:
        """Tell whether a table style draws lines around cells."""
        return any(
            draws(style.find(f"{w('tblPr')}/{w('tblBorders')}"))
            for style in self._ancestors(identifier or "")
        )

    def list_of_style(self, identifier: str) -> tuple[str | None, int]:
        """Return the list that a style belongs to, and the level in it."""
        flat = self._paragraph_style(identifier)
        return (str(flat["numId"]) if "numId" in flat else None, whole(str(flat.get("ilvl", 0))))

    def _run_style(self, identifier: str) -> _Flat:
        if identifier not in self._of_run:
            flat: _Flat = {}
            for style in reversed(self._ancestors(identifier)):
                flat |= _flat_run(style.find(w("rPr")))
            self._of_run[identifier] = flat
        return self._of_run[identifier]

    def _paragraph_style(self, identifier: str) -> _Flat:
        if identifier not in self._of_paragraph:
            flat: _Flat = {}
            for style in reversed(self._ancestors(identifier)):
                flat |= _flat_paragraph(style.find(w("pPr")))
            self._of_paragraph[identifier] = flat
        return self._of_paragraph[identifier]

    def _ancestors(self, identifier: str) -> list[Element]:
        """The style and what it is based on, nearest first; a circle is left at its second round."""
        found: list[Element] = []
        seen: set[str] = set()
        while identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            found.append(self._styles[identifier])
            identifier = child_value(found[-1], w("basedOn")) or ""
        return found


def draws(borders: Element | None) -> bool:
    """Tell whether any border of ``borders`` is drawn."""
    return any((value(side) or "none") not in {"nil", "none"} for side in children(borders))


def _flat_run(properties: Element | None) -> _Flat:
    flat: _Flat = {}
    for entry in children(properties):
        name = local(entry)
        if name in _SWITCHES:
            flat[name] = bool(is_on(entry))
        elif name == "position" and properties is not None and properties.find(w("sz")) is not None:
            flat["vertAlign"] = _raised(whole(value(entry)))  # how LibreOffice and old files raise letters
        elif name == "u":
            flat["u"] = (value(entry) or "none") != "none"
        elif name in {"vertAlign", "rStyle"}:
            flat[name] = value(entry) or ""
        elif name == "rFonts":
            font = value(entry, "ascii") or value(entry, "hAnsi")
            if font or value(entry, "asciiTheme") or value(entry, "hAnsiTheme"):
                flat["font"] = font or ""
    return flat


def _raised(half_points: int) -> str:
    if abs(half_points) < _LEAST_RAISED:
        return ""
    return "superscript" if half_points > 0 else "subscript"


def _flat_paragraph(properties: Element | None) -> _Flat:
    flat: _Flat = {}
    for entry in children(properties):
        name = local(entry)
        if name == "jc":
            flat["jc"] = value(entry) or ""
        elif name == "outlineLvl":
            flat["outline"] = value(entry) or "9"
        elif name == "numPr":
            for key in ("numId", "ilvl"):
                if (number := child_value(entry, w(key))) is not None:
                    flat[key] = number
        elif name == "ind":
            flat |= _flat_indent(entry)
    return flat


def _flat_indent(entry: Element) -> _Flat:
    flat: _Flat = {}
    left = value(entry, "left") or value(entry, "start")
    if left is not None:
        flat["left"] = left
    hanging, first = value(entry, "hanging"), value(entry, "firstLine")
    if hanging is not None:
        flat["first"] = str(-whole(hanging))
    elif first is not None:
        flat["first"] = first
    return flat
