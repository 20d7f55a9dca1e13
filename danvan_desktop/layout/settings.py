"""Validation of page settings (cỡ chữ, lề, giãn dòng): what the decree forbids is never printed."""

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.layout import nd30
from danvan_desktop.layout.nd30 import Range
from danvan_desktop.report.model import Margins, Settings

MARGINS: dict[str, tuple[str, Range]] = {
    "top": ("Lề trên", nd30.MARGIN_TOP_MM),
    "bottom": ("Lề dưới", nd30.MARGIN_BOTTOM_MM),
    "left": ("Lề trái", nd30.MARGIN_LEFT_MM),
    "right": ("Lề phải", nd30.MARGIN_RIGHT_MM),
}
"""What each margin is called, and its range."""


@frozen
class OfficeChoice:
    """One measured choice of an office: what it is called, what it is, what it may be."""

    name: str
    value: float
    unit: str
    allowed: Range


def measures(settings: Settings) -> tuple[OfficeChoice, ...]:
    """The choices of ``settings`` that have a range."""
    return (
        OfficeChoice("Khoảng cách giữa các đoạn", settings.space_before_pt, "pt", nd30.SPACE_BEFORE_PT),
        OfficeChoice("Giãn dòng", settings.line_pitch_pt, "pt", pitch_range(settings.size_set)),
        *(
            OfficeChoice(name, getattr(settings.margins_mm, side), "mm", r)
            for side, (name, r) in MARGINS.items()
        ),
    )


def settings_problems(settings: Settings) -> tuple[str, ...]:
    """What of ``settings`` the decree does not allow, a line each, with what is allowed and the clause."""
    return tuple(_problems(settings))


def _problems(settings: Settings) -> Iterator[str]:
    if settings.size_set not in nd30.SIZE_SETS:
        yield f"Cỡ chữ {settings.size_set}: chỉ được 13 hoặc 14 ({nd30.TEXT_CLAUSE})."
    if settings.first_line_mm not in nd30.FIRST_LINES_MM:
        yield (
            f"Chữ đầu dòng lùi {figure(settings.first_line_mm)} mm: "
            f"chỉ được 10 mm hoặc 12,7 mm ({nd30.TEXT_CLAUSE})."
        )
    for measure in measures(settings):
        if not measure.allowed.holds(measure.value):
            unit = measure.unit
            ends = f"từ {figure(measure.allowed.low)} đến {figure(measure.allowed.high)} {unit}"
            yield f"{measure.name} {figure(measure.value)} {unit}: phải {ends} ({measure.allowed.clause})."


def lawful(settings: Settings) -> Settings:
    """``settings`` with whatever the decree does not allow brought to the nearest that it does."""
    size_set = settings.size_set if settings.size_set in nd30.SIZE_SETS else 14
    settings = replace(settings, size_set=size_set)
    first_line = settings.first_line_mm if isfinite(settings.first_line_mm) else nd30.FIRST_LINES_MM[0]
    return replace(
        settings,
        first_line_mm=min(nd30.FIRST_LINES_MM, key=lambda allowed: abs(allowed - first_line)),
        space_before_pt=_nearest(nd30.SPACE_BEFORE_PT, settings.space_before_pt),
        line_pitch_pt=_nearest(pitch_range(settings.size_set), settings.line_pitch_pt),
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
        Margins(*(allowed.default for _, allowed in MARGINS.values())),
    )


def pitch_range(size_set: int) -> Range:
    """From single spacing to 1.5 lines for letters of that set, PL I, II.6.e."""
    return nd30.LINE_PITCH_PT.get(size_set, nd30.LINE_PITCH_PT[14])


def with_size_set(settings: Settings, size_set: Literal[13, 14]) -> Settings:
    """``settings`` in letters of the other set, the lines as close in proportion as they were."""
    if size_set == settings.size_set:
        return settings
    pitch = round(settings.line_pitch_pt * size_set / settings.size_set, 1)
    return replace(settings, size_set=size_set, line_pitch_pt=_nearest(pitch_range(size_set), pitch))


def changes(before: Settings, after: Settings) -> tuple[str, ...]:
    """What differs between two choices, a line each, as the user reads it."""
    told = []
    if before.size_set != after.size_set:
        told.append(f"Cỡ chữ: {before.size_set} thành {after.size_set}")
    if before.first_line_mm != after.first_line_mm:
        told.append(f"Chữ đầu dòng: {figure(before.first_line_mm)} mm thành {figure(after.first_line_mm)} mm")
    for old, new in zip(measures(before), measures(after), strict=True):
        if old.value != new.value:
            told.append(f"{new.name}: {figure(old.value)} {old.unit} thành {figure(new.value)} {new.unit}")
    return tuple(told)


def _nearest(allowed: Range, value: float) -> float:
    return allowed.nearest(value) if isfinite(value) else allowed.default


def figure(value: float) -> str:
    """A measure as people write it: "12,7"."""
    return f"{value:g}".replace(".", ",")
