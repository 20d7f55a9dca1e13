"""SIGKILL at any instant of typing: little is lost, and nothing that was called saved."""

import shutil
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from danvan_desktop.paths import LOG_NAME
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Report
from danvan_desktop.store.opening import open_store
from tests.repository import ROOT
from tests.torture.amounts import dice, runs
from tests.torture.filled_folders import OFFICES, make_reports
from tests.torture.outcomes import Outcome, distribution, outcome
from tests.torture.started_program import MachineDelay, StartedProgram, left_running
from tests.torture.typist import Orders, typed_in, typed_text

BAR = 1.5
"""Seconds of typing that may be lost on an idle machine; on another one its own delay is added."""
LONGEST_TYPING = 3.0
FIRST_TAG = 0x4E00
"""Each kill has a letter of its own, so that its text is known by its first letter."""
CHAIN = 60
"""Kills in one data folder, each start going on from the kill before."""


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[MachineDelay]:
    delay = MachineDelay(tmp_path)
    yield delay
    delay.end()


class Chain:
    """One data folder that is killed in again and again, and what must be in it."""

    def __init__(self, place: Path) -> None:
        self.data, self.home, self.place = place / "data", place / "home", place
        sample = from_json((ROOT / "resources" / "samples" / "bao-cao-mau.danvan").read_text("utf-8"))
        store = open_store(self.data)
        for report in make_reports(2, paragraphs=5):
            store.create(report)
        store.keep_offices(OFFICES)
        self.number = store.create(sample).id
        store.close()
        self.typed: dict[str, str] = {}
        """What was on disk after each kill."""

    def look(self) -> tuple[Report, int, str]:
        """What a start on a copy finds: the report, how many there are, and what is told."""
        copy = self.place / "copy"
        shutil.copytree(self.data, copy)
        store = open_store(copy)
        try:
            return store.load(self.number), len(store.drafts()), store.rescue_notice
        finally:
            store.close()
            shutil.rmtree(copy)


def test_a_kill_while_typing_costs_little(tmp_path: Path, machine: MachineDelay) -> None:
    chance = dice("typing")
    lost: dict[str, list[float]] = {}
    seen = outcome("SIGKILL while typing")
    chain = Chain(tmp_path / "0")
    previous = ""
    for number in range(runs(300)):
        if number and number % CHAIN == 0:
            chain, previous = Chain(tmp_path / f"{number // CHAIN}"), ""
        pace = chance.choice(("human", "steady", "burst"))
        task = chance.choice(("type", "type later"))
        after = chance.uniform(0.05, LONGEST_TYPING)
        what = f"kill {number} ({pace}, {task}, {after:.2f} s)"
        orders = Orders(task, tag=chr(FIRST_TAG + number), pace=pace)
        seconds = one_kill(seen, what, chain, orders, after, machine, previous)
        lost.setdefault(f"{pace}", []).append(seconds)
        previous = chain.typed[orders.tag]
        seen.runs += 1
    every = [each for group in lost.values() for each in group]
    seen.lost = distribution(every) + "".join(
        f"; {pace}: most {max(found):.2f}" for pace, found in sorted(lost.items())
    )
    log = (chain.data / LOG_NAME).read_text("utf-8")
    seen.expect("Traceback" not in log and "CRITICAL" not in log, f"the log has {log[-600:]}")
    seen.settle()


def one_kill(
    seen: Outcome,
    what: str,
    chain: Chain,
    orders: Orders,
    after: float,
    machine: MachineDelay,
    previous: str,
) -> float:
    """Start, type, kill and look; the seconds of typing that were lost."""
    program = StartedProgram(chain.data, chain.home, orders)
    began = program.wait_for(lambda heard: bool(heard.due))
    time.sleep(after)
    alive = program.is_running()
    killed = program.kill()
    heard = program.heard
    seen.expect(began and alive, f"{what}: nothing was typed: {program.complaint}")
    seen.expect("Traceback" not in program.complaint, f"{what}: {program.complaint}")
    for _, message in heard.messages:
        seen.hear(message)
        seen.expect(False, f"{what}: told {message}")
    if previous:
        shown = heard.last_lines or []
        seen.expect(previous in shown, f"{what}: the start shows {shown}, not {previous[-30:]!r}")
    report, count, told = chain.look()
    seen.expect(count == 3 and not told, f"{what}: {count} reports, told: {told}")
    for tag, text in chain.typed.items():
        seen.expect(typed_in(report, tag) == text, f"{what}: {tag} is not what it was")
    found = typed_in(report, orders.tag)
    chain.typed[orders.tag] = found
    wanted = "".join(islice(typed_text(orders.tag), len(heard.due)))
    seen.expect(wanted.startswith(found.rstrip()), f"{what}: other letters: {found[-40:]!r}")
    saved = max((letters for letters, _ in heard.saved), default=0)
    seen.expect(len(found) >= saved, f"{what}: {saved} letters were called saved, {len(found)} are there")
    seconds = killed - heard.due[len(found)] if len(found) < len(heard.due) else 0.0
    late = machine.lately()
    seen.expect(seconds <= BAR + late, f"{what}: {seconds:.2f} s lost, the machine was {late:.2f} s late")
    if left := [pid for pid in left_running(program.mark) if _still_there(pid)]:
        seen.expect(False, f"{what}: still running: {left}")
    return seconds


def _still_there(pid: int) -> bool:
    """Whether the process is there after a few seconds: a worker ends when its pipe does."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if not Path(f"/proc/{pid}").exists():
            return False
        time.sleep(0.05)
    return True
