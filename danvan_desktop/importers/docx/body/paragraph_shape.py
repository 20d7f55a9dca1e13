"""How a paragraph is set, with its style counted in: asked for only of a file that comes back."""

from collections.abc import Mapping

from danvan_desktop.importers.docx.body.character_format import is_shaded
from danvan_desktop.reading.docx.effective_properties import ParagraphProperties
from danvan_desktop.reading.docx.elements import means_on, measure
from danvan_desktop.report.model import Alignment
from danvan_desktop.report.takeback.layout_values import LineRule, ParagraphShape

ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "left",
    "center": "center",
    "right": "right",
    "both": "justify",
}
_RULES: Mapping[str, LineRule] = {"exact": "exact", "atLeast": "atLeast"}
_SIDES = ("top", "bottom", "left", "right")
_NO_LINE = frozenset({"", "nil", "none"})


def shape_of(effective: ParagraphProperties, *, breaks_page: bool) -> ParagraphShape:
    """Give the shape of a paragraph with these properties; ``breaks_page``: a page ends within it."""
    flat = effective.flat
    return ParagraphShape(
        align=ALIGNMENTS[effective.alignment],
        left=effective.left,
        first_line=effective.first_line,
        before=measure(flat.get("spacing.before")),
        after=measure(flat.get("spacing.after")),
        line=measure(flat.get("spacing.line"), 240),
        rule=_RULES.get(flat.get("spacing.lineRule", ""), "auto"),
        right=measure(flat.get("ind.right")),
        is_shaded=is_shaded(flat),
        borders=sum(flat.get(f"pBdr.{side}", "") not in _NO_LINE for side in _SIDES),
        breaks_page=breaks_page or means_on(flat.get("pageBreakBefore")),
    )
