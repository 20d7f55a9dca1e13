"""A process that takes files as it is told: ``python -m tests.fuzz.running.worker SEEDS RUN``.

One line of JSON comes in for each file, and one goes out. What the program and its libraries print goes
elsewhere.
"""

import faulthandler
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.fuzz.canaries import canaries_across
from tests.fuzz.judging.entries import ENTRIES
from tests.fuzz.judging.judgement import Judgement, judge
from tests.fuzz.judging.used_memory import limit_memory
from tests.fuzz.mutation.mutant import mutant
from tests.fuzz.running.shares import SHARES
from tests.fuzz.seeds.databases import FIRST_RELEASE
from tests.fuzz.seeds.seed import Kind, Seed, kept

_ROOM = 1_500
"""Megabytes: more than is allowed, so that it is seen how much a file takes; less than the machine has."""


_UNSEEN: tuple[Kind, ...] = ("pdf", "database")
"""Kinds whose bytes do not show their words."""


_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
"""No drive: flushing to one takes most of the time that a database takes."""


class Worker:
    """Judges mutants of the seeds."""

    def __init__(self, seeds: list[Seed], run: int, folder: Path) -> None:
        self._seeds, self._run, self._folder = seeds, run, folder
        self._expected: dict[str, frozenset[str]] = {}
        """The canaries of each PDF and database: what its seed brings in."""

    def warm_up(self) -> None:
        """Load the libraries of all kinds, so that none is charged to a file."""
        for seed in self._seeds:
            if seed.kind not in SHARES:
                continue
            path = self._path(seed.kind, seed.data)
            for entry in range(len(ENTRIES[seed.kind])):
                judge(seed.kind, entry, path)
            if seed.kind in _UNSEEN and seed.name != FIRST_RELEASE:
                self._expected[f"{seed.kind}/{seed.name}"] = canaries_across(
                    [ENTRIES[seed.kind][0](path).text]
                )

    def answer(self, asked: Mapping[str, Any]) -> Judgement:
        """Judge the mutant of that number, or the file of that path."""
        if "number" in asked:
            made = mutant(self._seeds, SHARES, self._run, asked["number"])
            path = self._path(made.seed.kind, made.data())
            expected = self._expected.get(f"{made.seed.kind}/{made.seed.name}", frozenset())
            return judge(made.seed.kind, made.entry, path, expected)
        path = self._path(asked["kind"], Path(asked["path"]).read_bytes())
        return judge(asked["kind"], asked["entry"], path, frozenset(asked["expected"]))

    def _path(self, kind: Kind, data: bytes) -> Path:
        path = self._folder / f"báo cáo.{kind}"
        path.write_bytes(data)
        return path


def main() -> int:
    faulthandler.enable()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=_MEMORY if _MEMORY.is_dir() else None) as place:
        worker = Worker(kept(Path(sys.argv[1])), int(sys.argv[2]), Path(place))
        worker.warm_up()
        limit_memory(_ROOM)
        answers.write("ready\n")
        answers.flush()
        for line in sys.stdin:
            answers.write(json.dumps(asdict(worker.answer(json.loads(line)))) + "\n")
            answers.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
