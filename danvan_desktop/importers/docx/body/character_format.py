"""Character formatting that import keeps: bold, italic, underline, superscript, the font of old codes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.effective_properties import RunProperties
from danvan_desktop.reading.docx.elements import means_on, measure, whole
from danvan_desktop.report.model import Run, Vertical
from danvan_desktop.report.takeback.layout_values import LetterEffect, LetterStretch
from danvan_desktop.report.takeback.model import Revision

_EFFECTS: tuple[LetterEffect, ...] = get_args(LetterEffect)


@frozen
class Trace:
    """What editing left on letters: asked for only of a file that comes back."""

    revision: Revision | None = None
    """Who put them in or took them out under track changes; None: nobody who was tracked."""
    is_erased: bool = False
    put_in_by: Revision | None = None
    """Who had put in what was taken out, where that was tracked too."""
    is_moved: bool = False
    is_struck: bool = False
    restyled: Revision | None = None
    """Who gave them other looks under track changes."""
    letters: LetterStretch | None = None
    """How the letters are set, without their place; None: it was not looked for."""


TracedRun = tuple[Run, Trace | None]
"""A run with what editing left on it; None where that was not asked for."""


def without_erased(traced: Iterable[TracedRun]) -> Iterator[TracedRun]:
    """Give the runs that were not taken out under track changes."""
    return (each for each in traced if each[1] is None or not each[1].is_erased)


@frozen
class CharacterFormat:
    """How letters are set, as far as a report asks."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    vertical: Vertical | None = None
    capitals: bool = False
    """Shown as capitals whatever was typed."""
    hidden: bool = False
    font: str = ""
    trace: Trace | None = None


def character_format(properties: RunProperties) -> CharacterFormat:
    """Return what a report keeps of the effective properties of a run."""
    return CharacterFormat(
        bold=properties.bold,
        italic=properties.italic,
        underline=properties.underline,
        vertical=properties.vertical,
        capitals=properties.capitals,
        hidden=properties.hidden,
        font=properties.font,
    )


def letters_set(properties: RunProperties) -> LetterStretch:
    """Return how letters with these effective properties are set, for which a report has no place."""
    flat = properties.flat
    return LetterStretch(
        0,
        0,
        properties.size,
        properties.font,
        measure(flat.get("spacing")),
        whole(flat.get("w"), 100),
        tuple(name for name in _EFFECTS if _has(flat, name)),
    )


def _has(flat: Mapping[str, str], effect: LetterEffect) -> bool:
    if effect == "shd":
        return is_shaded(flat)
    if effect == "position":
        return whole(flat.get("position")) != 0
    return means_on(flat.get(effect)) and flat.get(effect) != "nil"


def is_shaded(flat: Mapping[str, str]) -> bool:
    """Tell whether the ground of letters, of a paragraph or a cell is coloured; white is none."""
    return flat.get("shd.fill", "auto").lower() not in {"auto", "ffffff", "white"}
