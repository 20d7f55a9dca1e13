"""What the hunks of a change say, and which of them are none of a person's."""

from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.report.model import Runs, plain
from danvan_desktop.report.takeback.finding.units import Unit
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
