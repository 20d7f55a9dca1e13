"""After a power cut at any moment all that was acknowledged is there, and the file is sound."""

import pickle
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.store.opening import open_store
from tests.torture.amounts import chosen, dice, runs
from tests.torture.filled_folders import MOMENT, broken_copies
from tests.torture.outcomes import outcome
from tests.torture.power_cut import acknowledged, image, write_image
from tests.torture.recorded_work import EXPORTED, VANISHES, State, prepare, state_of
from tests.torture.recorded_writes import Recording, problem, record

SCENARIOS = {
    "saving": 120,
    "saving on a network drive": 60,
    "vanished": 40,
    "migration": 40,
    "rescue": 40,
}
"""How many images ``make torture`` makes of each."""
WHAT = {"vanished": "saving, the file deleted under it"}


def recorded(scenario: str, place: Path) -> tuple[Recording, list[State]]:
    """Record the work; what the store held before and after each step."""
    folder, told, states = place / "data", place / "acknowledged", place / "states"
    before = prepare(scenario, folder)
    command = ["-c", "from tests.torture.recorded_work import main; main()"]
    command += [scenario, str(folder), str(told), str(states)]
    recording = record(command, folder, told)
    after: list[State] = pickle.loads(states.read_bytes())  # noqa: S301 - written by this test
    return recording, [before, *after]


@pytest.mark.parametrize("scenario", chosen(SCENARIOS, "saving"))
def test_all_that_was_acknowledged_outlives_a_power_cut(scenario: str, place: Path) -> None:
    if reason := problem():
        pytest.skip(f"nothing can be recorded here: {reason}")
    recording, states = recorded(scenario, place)
    seen = outcome(f"power cut: {WHAT.get(scenario, scenario)}")
    chance = dice("power cut", scenario)
    rescues = 0
    for number in range(runs(SCENARIOS[scenario], least=15)):
        seen.runs += 1
        end = chance.randint(1, len(recording.operations))
        files = image(recording, end, chance)
        step = acknowledged(recording, end)
        folder = place / "image"
        write_image(files, folder)
        what = f"image {number}, operation {end} of {len(recording.operations)}, step {step}"
        try:
            store = open_store(folder, lambda: MOMENT + timedelta(hours=1))
        except UserError as error:
            seen.hear(error.message)
            asked = step == VANISHES and scenario == "vanished" and "Không thấy" in error.message
            seen.expect(asked, f"{what}: no start: {error.message}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
            seen.expect(False, f"{what}: {type(error).__name__}: {error}")
        else:
            rescues += bool(store.rescue_notice)
            seen.hear(store.rescue_notice)
            found = state_of(store)
            store.close()
            possible = states[step : step + 2] if step or scenario != "rescue" else states[1:2]
            seen.expect(found in possible, f"{what}: {differences(found, possible[0])}")
            exported = files.get(EXPORTED, b"")
            seen.expect(len(set(exported.splitlines())) <= 1, f"{what}: a half-written export")
            broken = broken_copies(folder)
            seen.expect(not broken, f"{what}: a broken copy: {broken}")
            left = [path.name for path in folder.iterdir() if ".part" in path.name or "dang-cuu" in path.name]
            seen.expect(not left, f"{what}: left behind: {left}")
        shutil.rmtree(folder)
    if scenario == "rescue":
        seen.lost = "what the damage cost, no more"
    else:
        seen.expect(rescues == 0, f"{rescues} images had to be rescued")
    seen.settle()


def differences(found: State, expected: State) -> str:
    """What is other than it should be."""
    here = {entry[0]: entry for entry in found.drafts}
    there = {entry[0]: entry for entry in expected.drafts}
    gone = [entry[1] for number, entry in there.items() if number not in here]
    other = [entry[1] for number, entry in there.items() if here.get(number, entry) != entry]
    more = [entry[1] for number, entry in here.items() if number not in there]
    offices = "" if found.offices == expected.offices else ", other offices"
    return f"gone {gone}, other {other}, more {more}{offices}"
