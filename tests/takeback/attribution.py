"""How far an edited file is understood: who came of whom, what is marked, what accepting all makes of it."""

from collections.abc import Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.shortest_edit import shortest_edit
from danvan_desktop.report.diff.words import tokens
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.finding.units import Unit, units_of
from danvan_desktop.report.takeback.model import ReturnedFile
from tests.builders.returned_files import read_docx, sent_docx


@frozen
class Truth:
    """Of each running paragraph of an edited file, in order, what it says and which blocks it came from."""

    sources: Sequence[Sequence[int]]
    texts: Sequence[str]
    gone: Sequence[int]
    """Blocks of which nothing is left."""


@frozen
class Understood:
    """Counts over one file."""

    paragraphs: int
    attributed: int
    is_exact: bool
    """Whether accepting everything gives the words of the edited file."""
    marked: int
    """Words that the changes strike out or put in."""
    needed: int
    """The least that would do."""
    tracked: int = 0
    """Changes of words of a tracked session, and how many of them have author and time."""
    named: int = 0


def understood(base: Report, sent: ReturnedFile, docx: bytes, truth: Truth) -> Understood:
    """Compare ``docx`` with what went out, take all of it, and count."""
    returned = read_docx(docx)
    plan = compare(base, base, sent, returned)
    paragraphs, attributed = _attributed(plan, truth)
    made = merged(base, base, plan, frozenset(change.n for change in plan.changes))
    again = read_docx(sent_docx(made))
    told = [change for change in plan.changes if change.kind in {"edit", "insert", "delete", "split"}]
    return Understood(
        paragraphs,
        attributed,
        _words(units_of(again, base.id)) == _words(plan.news),
        sum(
            len(_counted(plain(change.old)) + _counted(plain(change.new)))
            for change in plan.changes
            if change.kind != "look"  # the same words
        ),
        _needed(plan, truth),
        len(told),
        sum(bool(change.author and change.date) for change in told),
    )


def _attributed(plan: TakeBackPlan, truth: Truth) -> tuple[int, int]:
    sources: dict[int, set[int]] = {}
    for link in plan.links:
        linked = {plan.olds[old].id for old in link.olds}
        for new in link.news:
            sources.setdefault(new, set()).update(linked)
    right = at = 0
    labelled = [(unit, f"{unit.block.label} {unit.text}".strip()) for unit in plan.news]
    for ids, text in zip(truth.sources, truth.texts, strict=True):
        found = next(
            (n for n in range(at, len(labelled)) if _squeezed(labelled[n][1]) == _squeezed(text)), None
        )
        if found is None:
            continue
        at = found + 1
        right += sources.get(labelled[found][0].index, set()) == set(ids)
    return len(truth.texts), right


def _squeezed(text: str) -> str:
    return "".join(text.split()).removesuffix("./.").rstrip(".")


def _words(units: Sequence[Unit]) -> list[str]:
    """All that is said, paragraph by paragraph; the last sign before the end mark is print's."""
    return [_squeezed(unit.text) for unit in units if unit.text.strip()]


def _counted(text: str) -> list[str]:
    return [token for token in tokens(text) if token[0].isalnum()]


def _needed(plan: TakeBackPlan, truth: Truth) -> int:
    """Count the words that the shortest edit strikes out and puts in, group by group."""
    texts = {unit.id: _counted(unit.text) for unit in plan.olds if unit.id}
    total = 0
    groups: dict[tuple[int, ...], list[str]] = {}
    for ids, text in zip(truth.sources, truth.texts, strict=True):
        words = _counted(_without_label(plan, text))
        if ids:
            groups.setdefault(tuple(ids), []).extend(words)
        else:
            total += len(words)
    for group, words in groups.items():
        before = [word for identifier in group for word in texts.get(identifier, ())]
        total += sum(old + new for is_same, old, new in shortest_edit(before, words) if not is_same)
    return total + sum(len(texts.get(identifier, ())) for identifier in truth.gone)


def _without_label(plan: TakeBackPlan, text: str) -> str:
    for unit in plan.news:
        label = unit.block.label
        if label and _squeezed(f"{label} {unit.text}") == _squeezed(text):
            return unit.text
    return text
