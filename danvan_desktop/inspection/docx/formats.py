"""Effective properties of paragraphs and runs as the formats that the rules measure; lengths in twips."""

from collections.abc import Iterator

from danvan_desktop.inspection.flow import ParagraphFormat, TextFormat
from danvan_desktop.reading.docx.effective_properties import ParagraphProperties, RunProperties
from danvan_desktop.reading.docx.elements import means_on, measure, whole
from danvan_desktop.reading.docx.properties import Properties

_AUTOMATIC_SPACING = 280
"""What Word makes of "auto" spacing between paragraphs: 14 pt."""
_SIDES = ("left", "right", "top", "bottom")


def text_format(run: RunProperties) -> TextFormat:
    """Return the format of a run."""
    flat = run.flat
    return TextFormat(
        font=run.font,
        size=run.size,
        bold=run.bold,
        italic=run.italic,
        underline=run.underline,
        capitals=run.capitals,
        hidden=run.hidden,
        color=flat.get("color", "auto").upper().replace("AUTO", "auto"),
        spacing=measure(flat.get("spacing")),
        scale=whole(flat.get("w", "100").removesuffix("%"), 100),
        raised=run.vertical is not None,
        highlighted=flat.get("highlight", "none") != "none",
    )


def paragraph_format(paragraph: ParagraphProperties) -> ParagraphFormat:
    """Return the format of a paragraph."""
    flat = paragraph.flat
    rule = flat.get("spacing.lineRule", "auto")
    return ParagraphFormat(
        align="center" if _is_framed(flat) else paragraph.alignment,
        first_line=paragraph.first_line,
        left=paragraph.left,
        right=measure(flat.get("ind.right")),
        before=_spacing(flat, "before"),
        after=_spacing(flat, "after"),
        line=measure(flat.get("spacing.line"), 240),
        line_rule="exact" if rule == "exact" else "atLeast" if rule == "atLeast" else "auto",
        keep_next=means_on(flat.get("keepNext")),
        numbered=paragraph.membership is not None and paragraph.membership.level is None,
        outline=paragraph.outline,
        top_border=_is_drawn(flat.get("pBdr.top")),
        bottom_border=_is_drawn(flat.get("pBdr.bottom")),
        frame=_frame(flat),
        lone_lines=not means_on(flat.get("widowControl", "1")),
        style=flat.get("pStyle", ""),
        tight=means_on(flat.get("contextualSpacing")),
        tabs=tuple(_tabs(flat)),
    )


def _is_framed(flat: Properties) -> bool:
    """Whether it stands in a frame as wide as its text, in the middle: Word's old page numbers do."""
    return flat.get("framePr.xAlign") == "center" and "framePr.w" not in flat


def _tabs(flat: Properties) -> Iterator[tuple[int, str]]:
    stops = sorted((int(key[5:]), kind) for key, kind in flat.items() if key.startswith("tabs."))
    return ((place, kind) for place, kind in stops if kind != "clear")


def _spacing(flat: Properties, side: str) -> int:
    if means_on(flat.get(f"spacing.{side}Autospacing")):
        return _AUTOMATIC_SPACING
    return measure(flat.get(f"spacing.{side}"))


def _is_drawn(border: str | None) -> bool:
    return border is not None and border not in {"nil", "none"}


def _frame(flat: Properties) -> tuple[int, int] | None:
    """Return what the borders of a paragraph add to its width and height: spaces and half of each line."""
    if not all(_is_drawn(flat.get(f"pBdr.{side}")) for side in _SIDES):
        return None
    spaces = {side: 20 * whole(flat.get(f"pBdr.{side}.space")) for side in _SIDES}
    lines = {side: round(whole(flat.get(f"pBdr.{side}.sz")) * 20 / 8) for side in _SIDES}
    across = spaces["left"] + spaces["right"] + (lines["left"] + lines["right"]) // 2
    down = spaces["top"] + spaces["bottom"] + (lines["top"] + lines["bottom"]) // 2
    return across, down
