"""What the hunks of a change say, and which of them are none of a person's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.takeback.finding.tracked.hunk_authors import overlapping
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import Revision
from danvan_desktop.report.takeback.patching.text_patch import Hunk, in_one


def listed(texts: Sequence[Runs]) -> Runs:
    """Put the words of several places in one, parted by line feeds."""
    return in_one(runs for runs in texts if plain(runs).strip())


def replacement(hunks: Sequence[Hunk]) -> str:
    """Say which words were replaced by which, where that is one thing."""
    said = {(plain(hunk.old).strip(), plain(hunk.new).strip()) for hunk in hunks}
    if len(said) != 1:
        return ""
    ((old, new),) = said
    return f"{old} → {new}" if old and new else ""


def is_by_editor(hunk: Hunk) -> bool:
    """Tell whether an editor left out hyphens that do not break, which it does not know."""
    old, new = plain(hunk.old), plain(hunk.new)
    return hunk.revision is None and "-" in old and "-" not in new and old.replace("-", "") == new


def is_last_sign(hunk: Hunk, before: Runs, old: Unit, new: Unit) -> bool:
    """Tell whether it is only the full stop that print puts or drops before the end mark."""
    if not (old.has_end_mark or new.has_end_mark) or hunk.end < len(plain(before)):
        return False
    return {plain(hunk.old).strip(), plain(hunk.new).strip()} <= {"", "."}


def is_typed_with_label(hunk: Hunk, old: Unit, new: Unit) -> bool:
    """Tell whether the first words only took the look of the number that was typed anew before them."""
    return hunk.is_look and hunk.start == 0 and hunk.revision is None and old.block.label != new.block.label


def said_by(new: Unit, old: Unit) -> Runs:
    """What a unit says; where its style is another one, bold or italic of all of it is of the style."""
    runs = new.runs
    if new.block.has_own_style and new.block.role == old.block.role:
        return runs
    for look in ("bold", "italic"):
        is_all = all(getattr(run, look) for run in runs if run.text.strip())
        if is_all and not any(getattr(run, look) for run in old.runs):
            runs = tuple(
                replace(run, bold=False) if look == "bold" else replace(run, italic=False) for run in runs
            )
    return runs


def struck_hunks(before: str, news: Sequence[Unit], edits: Sequence[Hunk]) -> list[Hunk]:
    """Make hunks that take out what is struck in ``news``, where it stood ``before`` the ``edits``."""
    found: list[Hunk] = []
    at = 0
    for unit in news:
        for struck in unit.block.struck:
            words = cut(unit.runs, struck.start, struck.end)
            start = at + struck.start
            place = _nearest(before, plain(words), _place_before(start, edits))
            if plain(words).strip() and place >= 0:
                who = next(overlapping(unit.block.restyled, struck.start, struck.end), None)
                found.append(_without_blank(before, place, words, start, who))
        at += len(plain(unit.runs)) + 1
    return found


def _place_before(start: int, edits: Sequence[Hunk]) -> int:
    """Lead from a letter of the text that came back to the one that went out."""
    return start + sum(
        hunk.end - hunk.start - len(plain(hunk.new)) for hunk in edits if hunk.new_end <= start
    )


def _nearest(before: str, words: str, place: int) -> int:
    """Give where ``words`` stand nearest to ``place``; -1: nowhere."""
    places = [match.start() for match in re.finditer(f"(?={re.escape(words)})", before)]
    return min(places, key=lambda each: abs(each - place), default=-1)


def _without_blank(before: str, place: int, words: Runs, start: int, who: Revision | None) -> Hunk:
    """Take out ``words`` with a blank before them that would be one too many."""
    end = place + len(plain(words))
    if before[place - 1 : place] == " " and before[end : end + 1] in _NO_BLANK_BEFORE:
        return Hunk(place - 1, end, (Run(" "), *words), (), start - 1, revision=who)
    return Hunk(place, end, words, (), start, revision=who)


_NO_BLANK_BEFORE = frozenset({"", " ", ".", ",", ";", ":", ")"})
"""Before these stands no blank; "" is the end."""
