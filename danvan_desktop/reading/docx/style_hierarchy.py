"""Style hierarchy of a Word file: adds up the effective properties of paragraphs and runs (17.7.2).

From the farthest to the nearest: document defaults, table style, numbering, paragraph style with what it is
based on, character style, direct formatting (ECMA-376 part 1).
"""

from typing import TypeVar

from danvan_desktop.reading.docx.effective_properties import (
    ListMembership,
    ParagraphProperties,
    RunProperties,
)
from danvan_desktop.reading.docx.elements import Element, child_value, children, local, means_on, value, whole
from danvan_desktop.reading.docx.namespaces import NAMESPACES, w
from danvan_desktop.reading.docx.numbering import LEVELS, Level, Numbering
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.reading.docx.properties import Properties, flatten, overlay

_TOGGLES = (
    *("b", "bCs", "caps", "emboss", "i", "iCs"),
    *("imprint", "outline", "shadow", "smallCaps", "strike", "vanish"),
)
_MOST_REMEMBERED = 20_000
"""Combinations of properties: a report has some hundreds."""

_Key = tuple[object, ...]
_Found = TypeVar("_Found")


class StyleHierarchy:
    """Resolver of the effective properties of paragraphs and runs, from styles, lists and defaults.

    A table style is named by its id, "" for a table that names none; None means outside of tables.
    """

    def __init__(self, styles: Element | None, theme: Element | None, numbering: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._chains: dict[tuple[str, str, str], Properties] = {}
        self._runs: dict[_Key, RunProperties] = {}
        self._paragraphs: dict[_Key, ParagraphProperties] = {}
        self._document: dict[str, Properties] = {"pPr": {}, "rPr": {}}
        self._theme_fonts = _theme_fonts(theme)
        if styles is not None:
            self._read(styles)
        self.numbering = Numbering(numbering, self._list_of_style)
        """Counts the automatic numbers of the same file."""

    def _read(self, styles: Element) -> None:
        for kind in ("pPr", "rPr"):
            self._document[kind] = flatten(styles.find(f"w:docDefaults/w:{kind}Default/w:{kind}", NAMESPACES))
        for style in children(styles):
            if local(style) == "style":
                identifier = value(style, "styleId") or ""
                self._styles[identifier] = style
                if means_on(value(style, "default")):
                    self._defaults.setdefault(_type(style), identifier)

    # ------------------------------------------------------------------------------- styles

    def properties_of_style(self, identifier: str | None, kind: str, properties: str) -> Properties:
        """Return the "pPr", "rPr" or "tblPr" of a style merged with those of its ancestors (``w:basedOn``).

        ``kind`` is "paragraph", "character", "table" or "numbering"; for a style that the file does not have,
        or has as one of another kind, the default style of the kind stands (17.7.4.17, 17.3.1.27).
        """
        key = (identifier or "", kind, properties)
        if key not in self._chains:
            merged: Properties = {}
            for style in reversed(self._ancestors(self._known(identifier, kind))):
                overlay(merged, flatten(style.find(w(properties))))
            self._chains[key] = merged
        return self._chains[key]

    def table_draws_borders(self, identifier: str | None) -> bool:
        """Tell whether a table style draws lines around cells."""
        return any(
            draws_borders(style.find(f"{w('tblPr')}/{w('tblBorders')}"))
            for style in self._ancestors(identifier or "")
        )

    def _known(self, identifier: str | None, kind: str) -> str:
        style = self._styles.get(identifier) if identifier else None
        if identifier and style is not None and _type(style) == kind:
            return identifier
        return self._defaults.get(kind, "")

    def _ancestors(self, identifier: str) -> list[Element]:
        """Return the style and its ancestors, nearest first; a cycle ends at its second round."""
        found: dict[str, Element] = {}
        while identifier in self._styles and identifier not in found:
            found[identifier] = self._styles[identifier]
            identifier = child_value(found[identifier], w("basedOn")) or ""
        return list(found.values())

    def _name(self, identifier: str) -> str:
        return (child_value(self._styles.get(identifier), w("name")) or "").lower()

    # ------------------------------------------------------------------------------- paragraphs

    def paragraph(self, properties: Element | None, table_style: str | None = None) -> ParagraphProperties:
        """Return the effective properties of a paragraph with these ``w:pPr``."""
        direct = flatten(properties)
        key = (table_style, *direct.items())
        found = self._paragraphs.get(key)
        if found is None:
            found = self._sum_of_paragraph(direct, table_style)
            _remember(self._paragraphs, key, found)
        return found

    def _sum_of_paragraph(self, direct: Properties, table_style: str | None) -> ParagraphProperties:
        flat = dict(self._document["pPr"])
        if table_style is not None:
            overlay(flat, self.properties_of_style(table_style, "table", "pPr"))
        style = self._known(direct.get("pStyle"), "paragraph")
        of_style = self.properties_of_style(style, "paragraph", "pPr")
        membership = self._membership(direct, style, of_style)
        of_list: Properties = {}
        if membership is not None and membership.level is not None:
            of_list = flatten(membership.level.paragraph)
        # What names the list stands above it: a style's own indents hide the list's, a style's below do not.
        by_style = membership is not None and membership.by_style
        for nearer in (of_list, of_style) if by_style else (of_style, of_list):
            overlay(flat, nearer)
        overlay(flat, direct)
        return ParagraphProperties(flat, style, self._name(style), membership)

    def _membership(self, direct: Properties, style: str, of_style: Properties) -> ListMembership | None:
        by_style = "numPr.numId" not in direct
        identifier = (of_style if by_style else direct).get("numPr.numId", "")
        if whole(identifier) == 0:  # what takes a paragraph out of its style's list
            return None
        place = direct.get("numPr.ilvl")
        if place is None and by_style:
            place = self._level_of_style(identifier, style, of_style)
        at = min(max(whole(place), 0), LEVELS - 1)
        return ListMembership(identifier, at, self.numbering.level(identifier, at), by_style)

    def _level_of_style(self, identifier: str, style: str, of_style: Properties) -> str | None:
        """A style has the level that names it, or the style it has the list from (17.9.23); else its ilvl."""
        for ancestor in self._ancestors(style):
            at = self.numbering.level_of_style(identifier, value(ancestor, "styleId") or "")
            if at is not None:
                return str(at)
            if ancestor.find("w:pPr/w:numPr/w:numId", NAMESPACES) is not None:
                break
        return of_style.get("numPr.ilvl")

    def _list_of_style(self, identifier: str) -> str | None:
        return self.properties_of_style(identifier, "numbering", "pPr").get("numPr.numId")

    # ------------------------------------------------------------------------------- runs

    def run(
        self,
        properties: Element | None,
        paragraph_style: str | None,
        table_style: str | None = None,
        number: Level | None = None,
    ) -> RunProperties:
        """Return the effective properties of a run with these ``w:rPr`` in a paragraph of that style.

        ``number`` is the level of the list where the run is the number that Word writes.
        """
        direct = flatten(properties)
        if number is not None:
            overlay(direct, flatten(number.text))
        key = (paragraph_style, table_style, *direct.items())
        found = self._runs.get(key)
        if found is None:
            found = RunProperties(self._sum_of_run(direct, paragraph_style, table_style), self._theme_fonts)
            _remember(self._runs, key, found)
        return found

    def _sum_of_run(
        self, direct: Properties, paragraph_style: str | None, table_style: str | None
    ) -> Properties:
        defaults = self._document["rPr"]
        levels = []
        if table_style is not None:
            levels.append(self.properties_of_style(table_style, "table", "rPr"))
        levels.append(self.properties_of_style(paragraph_style, "paragraph", "rPr"))
        if "rStyle" in direct:
            levels.append(self.properties_of_style(direct["rStyle"], "character", "rPr"))
        flat = dict(defaults)
        for nearer in levels:
            overlay(flat, nearer)
        _toggle(flat, defaults, levels)
        overlay(flat, direct)
        return flat


def hierarchy_of(package: WordPackage) -> StyleHierarchy:
    """Return the style hierarchy of a file."""
    return StyleHierarchy(package.part("styles"), package.part("theme"), package.part("numbering"))


def draws_borders(borders: Element | None) -> bool:
    """Tell whether any border of ``borders`` is drawn."""
    return any((value(side) or "none") not in {"nil", "none"} for side in children(borders))


def _toggle(flat: Properties, defaults: Properties, levels: list[Properties]) -> None:
    """Toggle properties (17.7.3): on by the defaults is on, else on in an odd number of kinds of style."""
    for name in _TOGGLES:
        if means_on(defaults.get(name)):
            flat[name] = "1"
        elif name in flat:
            flat[name] = str(sum(means_on(level.get(name)) for level in levels) % 2)


def _type(style: Element) -> str:
    return value(style, "type") or "paragraph"


def _remember(known: dict[_Key, _Found], key: _Key, found: _Found) -> None:
    if len(known) < _MOST_REMEMBERED:
        known[key] = found


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return the fonts of the theme: "minor" and "major"."""
    found = {}
    for kind in ("minor", "major"):
        latin = None if theme is None else theme.find(f".//a:{kind}Font/a:latin", NAMESPACES)
        if latin is not None:
            found[kind] = latin.get("typeface", "")
    return found
