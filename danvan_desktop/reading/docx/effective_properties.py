"""Effective properties of a paragraph or a run: the sum of its style hierarchy, as plain values."""

from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import HALF_POINTS, means_on, measure, whole
from danvan_desktop.reading.docx.numbering import Level
from danvan_desktop.reading.docx.properties import Properties

_ALIGNMENTS = {"both": "both", "distribute": "both", "center": "center", "right": "right", "end": "right"}
_VERTICALS: dict[str, Literal["super", "sub"]] = {"superscript": "super", "subscript": "sub"}


@frozen
class ListMembership:
    """The list that numbers a paragraph."""

    identifier: str
    """``w:numId``: a list in use."""
    place: int
    """The level in it, 0 the highest."""
    level: Level | None
    """None where the file has no such list or level."""
    by_style: bool
    """Whether the paragraph's style names the list, and not the paragraph itself."""


class RunProperties:
    """How letters are set; ``flat`` has all properties, the attributes those that both readers ask for."""

    __slots__ = ("bold", "capitals", "flat", "font", "hidden", "italic", "underline", "vertical")

    def __init__(self, flat: Properties, theme_fonts: dict[str, str]) -> None:
        self.flat = flat
        self.bold = means_on(flat.get("b"))
        self.italic = means_on(flat.get("i"))
        self.underline = flat.get("u", "none") != "none"
        self.capitals = means_on(flat.get("caps"))
        """Shown as capitals whatever was typed."""
        self.hidden = means_on(flat.get("vanish"))
        self.vertical = _VERTICALS.get(flat.get("vertAlign", ""))
        """"super", "sub" or None."""
        theme = flat.get("rFonts.asciiTheme") or flat.get("rFonts.hAnsiTheme")
        of_theme = theme_fonts.get(theme[:5], "") if theme else ""
        self.font = of_theme or flat.get("rFonts.ascii") or flat.get("rFonts.hAnsi") or ""
        """"" when the file does not say."""

    @property
    def size(self) -> float:
        """The size of the letters in points."""
        return measure(self.flat.get("sz"), 20, HALF_POINTS) / 2


class ParagraphProperties:
    """How a paragraph is set; ``flat`` has all properties, the attributes those that both readers ask for."""

    __slots__ = ("flat", "membership", "style_id", "style_name")

    def __init__(
        self, flat: Properties, style_id: str, style_name: str, membership: ListMembership | None
    ) -> None:
        self.flat = flat
        self.style_id = style_id
        self.style_name = style_name
        """In small letters, as Word knows it in every language: "heading 1"."""
        self.membership = membership

    @property
    def alignment(self) -> str:
        """How its lines are aligned: left, center, right or both."""
        return _ALIGNMENTS.get(self.flat.get("jc", "left"), "left")

    @property
    def outline(self) -> int | None:
        """Its level in the outline, 0 the highest; None for body text."""
        level = whole(self.flat.get("outlineLvl"), 9)
        return level if 0 <= level <= 8 else None

    @property
    def left(self) -> int:
        """Twips from the margin to its lines."""
        return measure(self.flat.get("ind.left"))

    @property
    def first_line(self) -> int:
        """Twips by which its first line is indented further; negative when it hangs (17.3.1.12)."""
        if "ind.hanging" in self.flat:
            return -measure(self.flat["ind.hanging"])
        return measure(self.flat.get("ind.firstLine"))
