"""``make fuzz``: mutated files with canary words, given to the program. Exit 1 where one shows a defect.

FUZZ_RUNS says how many, FUZZ_SEED which ones, FUZZ_JOBS in how many processes, FUZZ_KINDS of which kinds,
FUZZ_ORACLE of how many files of a kind other programs are asked, FUZZ_FIRST the number to begin with.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.builders.libreoffice import program
from tests.fuzz.judging.shown_words import shown
from tests.fuzz.mutation.mutant import Mutant
from tests.fuzz.running.campaign import OF_OURS, Campaign
from tests.fuzz.running.findings import Finding
from tests.fuzz.running.limited_process import LimitedProcess, worker
from tests.fuzz.running.minimise import fewest_steps, smallest
from tests.fuzz.seeds.all import seeds
from tests.fuzz.seeds.by_libreoffice import seeds_by_libreoffice
from tests.fuzz.seeds.seed import keep
from tests.repository import ROOT

_RUNS, _ORACLE = 20_000, 3_000
_MINIMISED = 12
"""Findings made smaller in a run, one of each fault."""
_TRIES, _TRIES_BY_OTHERS = 300, 25


def main() -> int:
    folder = ROOT / "build" / "fuzz"
    run = int(os.environ.get("FUZZ_SEED", "1"))
    first = int(os.environ.get("FUZZ_FIRST", "0"))
    runs = int(os.environ.get("FUZZ_RUNS", str(_RUNS)))
    jobs = int(os.environ.get("FUZZ_JOBS", str(min(2, os.cpu_count() or 1))))
    made = _seeds(folder / "seeds")
    print(f"FUZZ_SEED={run}: {runs} files, {jobs} processes", flush=True)
    campaign = Campaign(made, run)
    began = time.monotonic()
    campaign.go(range(first, first + runs), jobs)
    taken = time.monotonic() - began
    print(f"{taken:.0f} s, {runs / taken:.0f} files a second", flush=True)
    campaign.ask_others(int(os.environ.get("FUZZ_ORACLE", str(_ORACLE))))
    findings = campaign.findings
    print(findings.table(), flush=True)
    for finding in findings.found:
        print(f"{finding.number:>7}  {finding.mutant}  {finding.fault}")
    with worker(made, run) as process:
        seen: set[str] = set()
        for finding in sorted(findings.found, key=lambda each: each.number):
            again = finding.fault in seen and not finding.lost
            seen.add(finding.fault)
            path = _written(finding, folder / f"{run}-{finding.number}.{finding.mutant.seed.kind}")
            if not again and len(seen) <= _MINIMISED:
                _minimised(finding, path, process)
            print(findings.report(finding, path, run), flush=True)
    return 1 if findings.found else 0


def _seeds(folder: Path) -> Path:
    """The seeds, made once: LibreOffice's bear the time they were made."""
    if not (folder / "whole").exists():
        shutil.rmtree(folder, ignore_errors=True)
        made = seeds()
        if program() is None:
            print("LibreOffice is absent: no files of another maker, and nobody to ask what they show")
        else:
            made += seeds_by_libreoffice()
        keep(made, folder)
        (folder / "whole").touch()
    return folder


def _written(finding: Finding, path: Path) -> Path:
    path.write_bytes(finding.mutant.data())
    return path


def _minimised(finding: Finding, path: Path, process: LimitedProcess) -> None:
    """Write beside ``path`` what of it is enough to show the defect."""
    kind, entry = finding.mutant.seed.kind, finding.mutant.entry
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        tried = Path(place) / f"tried.{kind}"

        def still(data: bytes) -> bool:
            tried.write_bytes(data)
            judged = process.ask(kind=kind, entry=entry, path=str(tried), expected=sorted(finding.lost))
            if not finding.lost:
                return judged.fault == finding.fault
            lost = finding.lost & set(judged.missing)
            told = {tried: judged.told_pages}
            return bool(lost) and (kind in OF_OURS or bool(lost & shown(kind, [tried], told)[tried]))

        made: Mutant = fewest_steps(finding.mutant, still)
        small = smallest(kind, made.data(), still, _TRIES_BY_OTHERS if finding.lost else _TRIES)
        path.with_stem(f"{path.stem}-small").write_bytes(small)
        print(f"\nsmall: {made}")


if __name__ == "__main__":
    sys.exit(main())
