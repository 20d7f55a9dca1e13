"""What an office may choose (cỡ chữ, lề, giãn dòng): what goes beyond the decree is named, never printed."""

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

from danvan_desktop.layout import nd30
from danvan_desktop.layout.nd30 import Range
from danvan_desktop.report.model import Margins, Settings

_MARGINS: dict[str, tuple[str, Range]] = {
    "top": ("Lề trên", nd30.MARGIN_TOP_MM),
    "bottom": ("Lề dưới", nd30.MARGIN_BOTTOM_MM),
    "left": ("Lề trái", nd30.MARGIN_LEFT_MM),
    "right": ("Lề phải", nd30.MARGIN_RIGHT_MM),
}


def settings_problems(settings: Settings) -> tuple[str, ...]:
    """What of ``settings`` the decree does not allow, a line each, with what is allowed and the clause."""
    return tuple(_problems(settings))


def _problems(settings: Settings) -> Iterator[str]:
    if settings.size_set not in nd30.SIZE_SETS:
        yield f"Cỡ chữ {settings.size_set}: chỉ được 13 hoặc 14 ({nd30.TEXT_CLAUSE})."
    if settings.first_line_mm not in nd30.FIRST_LINES_MM:
        yield (
            f"Chữ đầu dòng lùi {_figure(settings.first_line_mm)} mm: "
            f"chỉ được 10 mm hoặc 12,7 mm ({nd30.TEXT_CLAUSE})."
        )
    measured = [
        ("Khoảng cách giữa các đoạn", settings.space_before_pt, "pt", nd30.SPACE_BEFORE_PT),
        ("Giãn dòng", settings.line_pitch_pt, "pt", _pitch_range(settings)),
        *((name, getattr(settings.margins_mm, side), "mm", r) for side, (name, r) in _MARGINS.items()),
    ]
    for name, value, unit, allowed in measured:
        if not allowed.holds(value):
            ends = f"từ {_figure(allowed.low)} đến {_figure(allowed.high)} {unit}"
            yield f"{name} {_figure(value)} {unit}: phải {ends} ({allowed.clause})."


def lawful(settings: Settings) -> Settings:
    """``settings`` with whatever the decree does not allow brought to the nearest that it does."""
    size_set = settings.size_set if settings.size_set in nd30.SIZE_SETS else 14
    settings = replace(settings, size_set=size_set)
    first_line = settings.first_line_mm if isfinite(settings.first_line_mm) else nd30.FIRST_LINES_MM[0]
    return replace(
        settings,
        first_line_mm=min(nd30.FIRST_LINES_MM, key=lambda allowed: abs(allowed - first_line)),
        space_before_pt=_nearest(nd30.SPACE_BEFORE_PT, settings.space_before_pt),
        line_pitch_pt=_nearest(_pitch_range(settings), settings.line_pitch_pt),
        margins_mm=_lawful_margins(settings.margins_mm),
    )


def _lawful_margins(margins: Margins) -> Margins:
    return replace(
        margins,
        top=_nearest(nd30.MARGIN_TOP_MM, margins.top),
        bottom=_nearest(nd30.MARGIN_BOTTOM_MM, margins.bottom),
        left=_nearest(nd30.MARGIN_LEFT_MM, margins.left),
        right=_nearest(nd30.MARGIN_RIGHT_MM, margins.right),
    )


def default_settings() -> Settings:
    """What we propose to an office that has chosen nothing."""
    return Settings(
        14,
        nd30.FIRST_LINES_MM[0],
        nd30.SPACE_BEFORE_PT.default,
        nd30.LINE_PITCH_PT[14].default,
        Margins(*(allowed.default for _, allowed in _MARGINS.values())),
    )


def _pitch_range(settings: Settings) -> Range:
    return nd30.LINE_PITCH_PT.get(settings.size_set, nd30.LINE_PITCH_PT[14])


def _nearest(allowed: Range, value: float) -> float:
    return allowed.nearest(value) if isfinite(value) else allowed.default


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")
