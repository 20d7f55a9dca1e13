"""A run: mutants are dealt to worker processes, and what looks wrong is looked at again."""

import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.judging.judgement import Judgement
from tests.fuzz.judging.shown_words import can_show, shown
from tests.fuzz.mutation.mutant import Mutant, mutant
from tests.fuzz.running.findings import Finding, Findings
from tests.fuzz.running.limited_process import worker
from tests.fuzz.running.shares import SHARES
from tests.fuzz.seeds.seed import Kind, Seed, kept


class Suspect(NamedTuple):
    """A file of which some canaries were not kept, which other programs may show."""

    number: int
    mutant: Mutant
    missing: frozenset[str]
    told_pages: tuple[int, ...] = ()
    """Pages that the program says it could not read."""


OF_OURS = {"danvan", "database"}
"""No other program is asked about our own formats: whatever they hold is to be kept, or its loss told."""


class Campaign:
    """A run over mutants of the seeds kept in ``seeds``."""

    def __init__(self, seeds: Path, run: int) -> None:
        self._folder = seeds
        self._seeds: Sequence[Seed] = kept(seeds)
        self._run = run
        self._turn = threading.Lock()
        self.findings = Findings()
        self.suspects: list[Suspect] = []

    def mutant(self, number: int) -> Mutant:
        """Mutant ``number`` of this run."""
        return mutant(self._seeds, SHARES, self._run, number)

    def go(self, numbers: range, jobs: int) -> None:
        """Judge the mutants of these numbers in so many processes at once."""
        left = iter(numbers)
        with ThreadPoolExecutor(jobs) as pool:
            for done in [pool.submit(self._work, left) for _ in range(jobs)]:
                done.result()

    def ask_others(self, most: int) -> None:
        """Ask other programs which of the canaries that were not kept they show; of ``most`` files a kind."""
        by_kind: dict[Kind, list[Suspect]] = {}
        for suspect in sorted(self.suspects, key=lambda each: each.number):
            by_kind.setdefault(suspect.mutant.seed.kind, []).append(suspect)
        for kind, suspects in by_kind.items():
            if kind in OF_OURS:
                self.findings.found += [_lost(each, each.missing) for each in suspects]
            elif can_show(kind):
                self._compare(kind, suspects[:most])
                self._say_left(kind, len(suspects) - most)
            else:
                self.findings.notes.append(
                    f"{kind}: {len(suspects)} not asked: LibreOffice or pdftotext is absent"
                )

    def _say_left(self, kind: Kind, number: int) -> None:
        if number > 0:
            self.findings.notes.append(f"{kind}: {number} more were not shown to the other program")

    def _compare(self, kind: Kind, suspects: list[Suspect]) -> None:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
            files = {each.number: Path(place) / f"{each.number}.{kind}" for each in suspects}
            for each in suspects:
                files[each.number].write_bytes(each.mutant.data())
            told = {files[each.number]: each.told_pages for each in suspects}
            seen = shown(kind, list(files.values()), told)
        self.findings.of(kind).asked_others += len(suspects)
        for each in suspects:
            if lost := each.missing & seen[files[each.number]]:
                self.findings.found.append(_lost(each, lost))

    def _work(self, left: Iterator[int]) -> None:
        with worker(self._folder, self._run) as process:
            while True:
                with self._turn:
                    number = next(left, None)
                if number is None:
                    return
                judged = process.ask(number=number)
                if judged.fault:
                    process.begin_anew()
                    judged = process.ask(number=number)
                self._take(number, judged)

    def _take(self, number: int, judged: Judgement) -> None:
        made = self.mutant(number)
        with self._turn:
            self.findings.of(made.seed.kind).add(judged)
            if judged.fault:
                self.findings.found.append(Finding(number, made, judged.fault, judged.said))
            elif judged.missing:
                self.suspects.append(Suspect(number, made, frozenset(judged.missing), judged.told_pages))


def _lost(suspect: Suspect, lost: frozenset[str]) -> Finding:
    kind = suspect.mutant.seed.kind
    return Finding(suspect.number, suspect.mutant, f"lost words of a {kind} untold", lost=lost)
