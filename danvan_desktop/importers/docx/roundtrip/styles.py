"""Named styles of our own Word file: the role of a paragraph, and the office's settings, read back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.styles import Styles, make_styles
from danvan_desktop.layout.document import NamedStyle
from danvan_desktop.layout.nd30 import mm, pt
from danvan_desktop.reading.docx.elements import (
    HALF_POINTS,
    Element,
    child_value,
    children,
    local,
    measure,
    value,
)
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.report.model import Margins, Settings

STYLES: Styles = make_styles(Settings())
_FORMER = {
    STYLES.number: "số, ký hiệu",
    STYLES.date: "địa danh, ngày tháng",
    STYLES.signing: "quyền hạn, chức vụ",
}
"""Names of earlier releases. Word, and who goes by way of .doc, keep what is before the comma."""
ROLES = {
    **{name.partition(",")[0]: style for style, name in _FORMER.items()},
    **{name: style for style, name in _FORMER.items()},
    **{style.title.lower(): style for style in STYLES.all()},
}
"""The style behind each name that is or was shown in Word."""

ROLE_OF_SIZE = STYLES.agency.title.lower()
"""Every file has this style, and its size tells which set of sizes the office uses."""
_VARIETY = " ("
"""Begins the suffix of a style's name that was made smaller to fit, or has more space below a table."""
_LIKE_BODY = (
    *("body text", "heading 1", "heading 2", "khoản", "điểm", "gạch đầu dòng", "căn cứ"),
    *("heading 3", "heading 4", "heading 5"),
)
"""Styles that share the size, the first line and the distances of the text."""


def role_of(style_name: str) -> str:
    """Return the name of the layout's style for a Word style: "body", "heading1"; "" for a foreign one."""
    found = named_style(style_name)
    return found.name if found is not None else ""


def named_style(style_name: str) -> NamedStyle | None:
    """Return the layout's style for a Word style of that name; None for a foreign one."""
    return ROLES.get(style_name.split(_VARIETY, maxsplit=1)[0])


def settings_of(package: WordPackage) -> Settings | None:
    """Read the office's choices off the styles and the paper; None where they are the usual ones."""
    styles = _by_name(package.part("styles"))
    chosen = Settings(size_set=_size_set(styles.get(ROLE_OF_SIZE)))
    if (first := _property(styles, _LIKE_BODY, "ind", "firstLine")) is not None:
        chosen = replace(chosen, first_line_mm=_length(first, mm, 25.4 / 1440, (0, 50)))
    if (before := _property(styles, (*_LIKE_BODY, "phần", "caption"), "spacing", "before")) is not None:
        chosen = replace(chosen, space_before_pt=_length(before, pt, 1 / 20, (0, 72)))
    if (line := _property(styles, (*_LIKE_BODY, "phần", "tên phần"), "spacing", "line")) is not None:
        chosen = replace(chosen, line_pitch_pt=_length(line, pt, 1 / 20, (8, 72)))
    chosen = replace(chosen, margins_mm=_margins(next(package.body.iter(w("pgMar")), None)))
    return None if chosen == Settings() else chosen


def _property(styles: dict[str, Element], names: tuple[str, ...], tag: str, attribute: str) -> str | None:
    """Return a paragraph property of the first style of ``names`` that the file has."""
    style = next((styles[name] for name in names if name in styles), None)
    return None if style is None else child_value(style.find(w("pPr")), w(tag), attribute)


def _size_set(style: Element | None) -> Literal[13, 14]:
    small = nd30.SIZES[13].agency
    properties = None if style is None else style.find(w("rPr"))
    return 13 if measure(child_value(properties, w("sz")), per_point=HALF_POINTS) == small else 14


def _by_name(root: Element | None) -> dict[str, Element]:
    styles = (style for style in children(root) if local(style) == "style")
    return {(child_value(style, w("name")) or "").lower(): style for style in styles}


def _margins(entry: Element | None) -> Margins:
    if entry is None:
        return Margins()

    def side(name: str) -> float:
        return _length(value(entry, name), mm, 25.4 / 1440, (5, 60))

    return Margins(side("top"), side("bottom"), side("left"), side("right"))


def _length(
    text: str | None, twips: Callable[[float], int], unit: float, bounds: tuple[float, float]
) -> float:
    """Return the roundest length that gives so many twips."""
    wanted = measure(text)
    least, greatest = bounds
    for digits in range(5):
        length = round(wanted * unit, digits)
        if twips(length) == wanted:
            break
    else:
        length = wanted * unit
    return min(max(length, least), greatest)
