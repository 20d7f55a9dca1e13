"""Effective properties: what a paragraph and its letters look like once Word has added everything up.

From the farthest to the nearest: document defaults, table style, paragraph style with what it is based
on, numbering, character style, direct formatting (ECMA-376 part 1, 17.7.2).
"""

from collections.abc import Iterator

from lxml import etree

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import ParagraphFormat, TextFormat
from danvan_desktop.reading.docx.elements import NAMESPACES, local, value, w, whole
from danvan_desktop.reading.docx.numbering import Level, Numbering

Look = dict[str, str]
"""Properties in one flat table: "jc" -> "both", "spacing.before" -> "120", "b" -> "1"."""

_TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "vanish")
_OFF = {"0", "false", "off", "none"}
_SYNONYMS = {"start": "left", "end": "right"}


@frozen
class InList:
    """The list that a paragraph is numbered by."""

    identifier: str
    place: int
    level: Level
    by_style: bool


class Styles:
    """Answers what a paragraph or a run looks like, from the file's styles, lists and defaults."""

    def __init__(
        self, styles: etree._Element | None, theme: etree._Element | None, numbering: Numbering | None = None
    ) -> None:
        self._numbering = numbering or Numbering(None)
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._document: dict[str, Look] = {"pPr": {}, "rPr": {}}
        self._chains: dict[tuple[str, str], Look] = {}
        self._fonts = _theme_fonts(theme)
        if styles is not None:
            self._read(styles)

    def _read(self, styles: etree._Element) -> None:
        for kind in ("pPr", "rPr"):
            self._document[kind] = flat(styles.find(f"w:docDefaults/w:{kind}Default/w:{kind}", NAMESPACES))
        for style in styles.iterchildren(w("style")):
            identifier = value(style, "styleId") or ""
            self._styles[identifier] = style
            if value(style, "default") in {"1", "true", "on"}:
                self._defaults[value(style, "type") or "paragraph"] = identifier

    def chain(self, style: str | None, properties: str, kind: str = "paragraph") -> Look:
        """Return what ``style`` (else the default one) says of pPr, rPr or tblPr, ancestors included."""
        identifier = style if style in self._styles else self._defaults.get(kind, "")
        key = (identifier, properties)
        if key not in self._chains:
            merged: Look = {}
            for ancestor in reversed(self._ancestors(identifier)):
                _merge(merged, flat(ancestor.find(w(properties))))
            self._chains[key] = merged
        return self._chains[key]

    def _ancestors(self, identifier: str) -> list[etree._Element]:
        found: list[etree._Element] = []
        while identifier in self._styles and self._styles[identifier] not in found:
            found.append(self._styles[identifier])
            identifier = value(found[-1].find(w("basedOn"))) or ""
        return found

    def paragraph(self, properties: etree._Element | None, table_style: str | None = None) -> ParagraphFormat:
        """Return the look of a paragraph with these ``w:pPr``."""
        look = dict(self._document["pPr"])
        if table_style is not None:
            _merge(look, self.chain(table_style, "pPr", "table"))
        of_style, found = self.chain(_style_of(properties), "pPr"), self.list_of(properties)
        of_list = flat(found.level.paragraph) if found else {}
        # What names the list stands above it: a style's own indents hide the list's, a style's below do not.
        for nearer in (of_list, of_style) if found and found.by_style else (of_style, of_list):
            _merge(look, nearer)
        _merge(look, flat(properties))
        return _paragraph_look(look)

    def list_of(self, properties: etree._Element | None) -> InList | None:
        """Return the list that numbers a paragraph with these ``w:pPr``, None where there is none."""
        style = _style_of(properties)
        direct, of_style = flat(properties), self.chain(style, "pPr")
        by_style = "numPr.numId" not in direct
        identifier = (of_style if by_style else direct).get("numPr.numId", "")
        place = direct.get("numPr.ilvl") or (of_style.get("numPr.ilvl") if by_style else None)
        at = self._numbering.place_of(identifier, style or "") if place is None else whole(place)
        level = self._numbering.level(identifier, at)
        return None if level is None else InList(identifier, at, level, by_style)

    def text(
        self,
        properties: etree._Element | None,
        paragraph_style: str | None,
        table_style: str | None = None,
        number: etree._Element | None = None,
    ) -> TextFormat:
        """Return the look of a run with these ``w:rPr`` in a paragraph of that style.

        ``number`` is what its list says of the number before it, when the run is that.
        """
        defaults = self._document["rPr"]
        look = dict(defaults)
        if table_style is not None:
            _merge(look, self.chain(table_style, "rPr", "table"))
        of_paragraph = self.chain(paragraph_style, "rPr")
        _merge(look, of_paragraph)
        direct = flat(properties)
        if "rStyle" in direct:
            of_character = self.chain(direct["rStyle"], "rPr", "character")
            _merge(look, of_character)
            _toggle(look, of_paragraph, of_character)
        for toggle in _TOGGLES:
            if _on(defaults.get(toggle)):
                look[toggle] = "1"
        _merge(look, direct)
        _merge(look, flat(number))
        return self._text_look(look)

    def _text_look(self, look: Look) -> TextFormat:
        theme = look.get("rFonts.asciiTheme") or look.get("rFonts.hAnsiTheme")
        font = self._fonts.get(theme[:5], "") if theme else ""
        return TextFormat(
            font=font or look.get("rFonts.ascii") or look.get("rFonts.hAnsi") or "",
            size=whole(look.get("sz"), 20) / 2,
            bold=_on(look.get("b")),
            italic=_on(look.get("i")),
            underline=look.get("u", "none") != "none",
            capitals=_on(look.get("caps")),
            hidden=_on(look.get("vanish")),
            color=look.get("color", "auto").upper().replace("AUTO", "auto"),
            spacing=whole(look.get("spacing")),
            scale=whole(look.get("w"), 100),
            raised=look.get("vertAlign", "baseline") != "baseline",
            highlighted=look.get("highlight", "none") != "none",
        )


def _style_of(properties: etree._Element | None) -> str | None:
    return value(None if properties is None else properties.find(w("pStyle")))


def _paragraph_look(look: Look) -> ParagraphFormat:
    hanging = whole(look.get("ind.hanging"))
    rule = look.get("spacing.lineRule", "auto")
    return ParagraphFormat(
        align="center" if _is_framed(look) else _ALIGNMENTS.get(look.get("jc", "left"), "left"),
        first_line=-hanging if hanging else whole(look.get("ind.firstLine")),
        left=whole(look.get("ind.left")),
        right=whole(look.get("ind.right")),
        before=_room(look, "before"),
        after=_room(look, "after"),
        line=whole(look.get("spacing.line"), 240),
        line_rule="exact" if rule == "exact" else "atLeast" if rule == "atLeast" else "auto",
        keep_next=_on(look.get("keepNext")),
        numbered=whole(look.get("numPr.numId")) != 0,
        outline=int(look["outlineLvl"]) if look.get("outlineLvl", "9") in set("012345678") else None,
        top_border=_drawn(look.get("pBdr.top")),
        bottom_border=_drawn(look.get("pBdr.bottom")),
        frame=_frame(look),
        lone_lines=not _on(look.get("widowControl", "1")),
        style=look.get("pStyle", ""),
        tight=_on(look.get("contextualSpacing")),
        tabs=tuple(_tabs(look)),
    )


def _is_framed(look: Look) -> bool:
    """Whether it stands in a frame as wide as its text, in the middle: Word's old page numbers do."""
    return look.get("framePr.xAlign") == "center" and "framePr.w" not in look


def _tabs(look: Look) -> Iterator[tuple[int, str]]:
    stops = sorted((whole(key[5:]), kind) for key, kind in look.items() if key.startswith("tabs."))
    return ((place, kind) for place, kind in stops if kind != "clear")


_ALIGNMENTS = {"both": "both", "distribute": "both", "center": "center", "right": "right", "end": "right"}

_AUTOMATIC_ROOM = 280  # what Word makes of "auto" spacing: 14 pt


def _room(look: Look, side: str) -> int:
    if _on(look.get(f"spacing.{side}Autospacing")):
        return _AUTOMATIC_ROOM
    return whole(look.get(f"spacing.{side}"))


def _on(setting: str | None) -> bool:
    return setting is not None and setting not in _OFF


def _drawn(border: str | None) -> bool:
    return border is not None and border not in {"nil", "none"}


_SIDES = ("left", "right", "top", "bottom")


def _frame(look: Look) -> tuple[int, int] | None:
    """Return what the borders of a paragraph add to its width and height: spaces and half of each line."""
    if not all(_drawn(look.get(f"pBdr.{side}")) for side in _SIDES):
        return None
    rooms = {side: 20 * whole(look.get(f"pBdr.{side}.space")) for side in _SIDES}
    lines = {side: round(whole(look.get(f"pBdr.{side}.sz")) * 20 / 8) for side in _SIDES}
    across = rooms["left"] + rooms["right"] + (lines["left"] + lines["right"]) // 2
    down = rooms["top"] + rooms["bottom"] + (lines["top"] + lines["bottom"]) // 2
    return across, down


def flat(properties: etree._Element | None) -> Look:
    """Return the children of a properties element as one flat table."""
    look: Look = {}
    for child in properties if properties is not None else ():
        name = local(child)
        if name in {"pBdr", "numPr", "tblCellMar", "tcMar"}:
            look |= {f"{name}.{_side(part)}": _main(part) for part in child}
            look |= {
                f"{name}.{_side(part)}.{key}": value(part, key) or "0"
                for part in child
                for key in ("space", "sz")
                if name == "pBdr"
            }
            continue
        if name == "tabs":
            look |= {f"tabs.{value(stop, 'pos')}": value(stop) or "left" for stop in child}
            continue
        if not child.attrib or value(child) is not None:
            look[name] = value(child) or "1"
        for attribute, content in child.attrib.items():
            key = etree.QName(str(attribute)).localname
            look[f"{name}.{_SYNONYMS.get(key, key)}"] = str(content)
    return look


def _side(element: etree._Element) -> str:
    return _SYNONYMS.get(local(element), local(element))


def _main(element: etree._Element) -> str:
    return value(element) or value(element, "w") or ""


def _merge(look: Look, nearer: Look) -> None:
    """Lay ``nearer`` over ``look``: a property said nearer hides what would contradict it."""
    for strong, weak in (
        ("ind.firstLine", "ind.hanging"),
        ("ind.hanging", "ind.firstLine"),
        ("rFonts.ascii", "rFonts.asciiTheme"),
        ("rFonts.hAnsi", "rFonts.hAnsiTheme"),
    ):
        if strong in nearer:
            look.pop(weak, None)
    look.update(nearer)


def _toggle(look: Look, of_paragraph: Look, of_character: Look) -> None:
    """Bold in the paragraph's style and bold in the character's style cancel out (17.7.3)."""
    for name in _TOGGLES:
        if name in of_character and name in of_paragraph:
            both = _on(of_paragraph[name]) != _on(of_character[name])
            look[name] = "1" if both else "0"


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """Return the fonts of the theme: "minor" and "major"."""
    if theme is None:
        return {}
    found = {}
    for kind in ("minor", "major"):
        latin = theme.find(f".//a:{kind}Font/a:latin", NAMESPACES)
        if latin is not None:
            found[kind] = latin.get("typeface", "")
    return found
