"""What a run found: the figures of each kind of file, and each file that shows a defect."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.judging.judgement import Judgement
from tests.fuzz.mutation.mutant import Mutant
from tests.fuzz.seeds.seed import KINDS, Kind

_SHOWN = 8
"""Lost words that are named."""


@dataclass(frozen=True)
class Finding:
    """A file that shows a defect."""

    number: int
    mutant: Mutant
    fault: str
    said: str = ""
    lost: frozenset[str] = frozenset()
    """Canaries that other programs show and this one lost without a word."""


@dataclass
class Figures:
    """Of one kind of file."""

    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0
    longest: float = 0
    largest: float = 0
    asked_others: int = 0
    """Files of which another program was asked whether it shows what was not kept."""

    def add(self, judged: Judgement) -> None:
        self.outcomes[judged.outcome] += 1
        self.seconds += judged.seconds
        self.longest = max(self.longest, judged.seconds)
        self.largest = max(self.largest, judged.megabytes)


@dataclass
class Findings:
    """Of a whole run."""

    figures: dict[Kind, Figures] = field(default_factory=dict)
    found: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was not looked at, and why."""

    def of(self, kind: Kind) -> Figures:
        return self.figures.setdefault(kind, Figures())

    def table(self) -> str:
        """The figures as lines of text."""
        heads = ("files", "taken", "refused", "faults", "asked", "lost", "mean ms", "most s", "most MB")
        lines = [f"{'kind':<10}" + "".join(f"{head:>9}" for head in heads)]
        lines += [self._row(kind, self.figures[kind]) for kind in KINDS if kind in self.figures]
        return "\n".join([*lines, *self.notes])

    def _row(self, kind: Kind, each: Figures) -> str:
        files = each.outcomes.total()
        found = [finding for finding in self.found if finding.mutant.seed.kind == kind]
        lost = sum(1 for finding in found if finding.lost)
        outcomes = (files, each.outcomes["taken"], each.outcomes["refused"], len(found) - lost)
        cells = [f"{number:>9}" for number in (*outcomes, each.asked_others, lost)]
        cells += [f"{each.seconds / files * 1000:>9.0f}", f"{each.longest:>9.1f}", f"{each.largest:>9.0f}"]
        return f"{kind:<10}" + "".join(cells)

    def report(self, finding: Finding, path: Path, run: int) -> str:
        """Say of a finding how to see it again."""
        words = sorted(finding.lost)
        more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        lost = f"\n  lost: {', '.join(words[:_SHOWN])}{more}" if words else ""
        said = "".join(f"\n    {line}" for line in finding.said.strip().splitlines()[-14:])
        which = f"FUZZ_SEED={run} number {finding.number}, {finding.mutant}"
        return f"\n{which}\n  {finding.fault}{lost}\n  {path}{said}"
