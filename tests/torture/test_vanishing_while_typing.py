"""The file of the reports goes while one is typed into: told within five seconds, and no word is lost."""

import shutil
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from danvan_desktop.paths import LOG_NAME
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.opening import open_store
from tests.torture.amounts import IS_SHORT, chosen
from tests.torture.filled_folders import OFFICES, Found, fill, look_into, make_report, make_reports, newest
from tests.torture.outcomes import Outcome, outcome
from tests.torture.started_program import MachineDelay, StartedProgram
from tests.torture.typist import Orders, typed_in, typed_text

TOLD_SECONDS = 5.0
TYPING = 4.0 if IS_SHORT else 8.0
STRIKES = 1.5 if IS_SHORT else 2.5
"""Seconds after the first letter at which the fault comes, and for which is typed."""
DATABASE, WAL = DATABASE_NAME, f"{DATABASE_NAME}-wal"


def delete(*names: str) -> Callable[[Path], None]:
    def act(data: Path) -> None:
        for name in names:
            (data / name).unlink(missing_ok=True)

    return act


def move(data: Path) -> None:
    for path in data.glob(f"{DATABASE}*"):
        path.rename(data.with_name(f"moved-{path.name}"))


def delete_folder(data: Path) -> None:
    shutil.rmtree(data)


def move_folder(data: Path) -> None:
    data.rename(data.with_name("moved"))


def cut(name: str) -> Callable[[Path], None]:
    def act(data: Path) -> None:
        with (data / name).open("r+b") as file:
            file.truncate((data / name).stat().st_size // 2)

    return act


def zero(name: str) -> Callable[[Path], None]:
    def act(data: Path) -> None:
        with (data / name).open("r+b") as file:
            file.write(bytes((data / name).stat().st_size))

    return act


def replace_by_older(data: Path) -> None:
    """As a tool for synchronising does: the copy gets the name, whatever is open."""
    shutil.copy(data.with_name("older"), data / "arriving")
    (data / "arriving").replace(data / DATABASE)


def overwrite_by_older(data: Path) -> None:
    """As a tool for copying does: the copy is written into the file."""
    shutil.copy(data.with_name("older"), data / DATABASE)


FAULTS: dict[str, tuple[Callable[[Path], None], bool]] = {
    "database deleted": (delete(DATABASE), True),
    "-wal deleted": (delete(WAL), True),
    "database, -wal and -shm deleted": (delete(DATABASE, WAL, f"{DATABASE}-shm"), True),
    "database moved": (move, True),
    "folder deleted": (delete_folder, True),
    "folder moved": (move_folder, True),
    "database cut": (cut(DATABASE), False),
    "database zeroed": (zero(DATABASE), False),
    "-wal cut": (cut(WAL), True),
    "-wal zeroed": (zero(WAL), True),
    "database replaced by an older copy": (replace_by_older, True),
    "database overwritten by an older copy": (overwrite_by_older, False),
}
"""What is done, and whether the other reports must be there whole."""


@pytest.mark.parametrize("fault", chosen(FAULTS, "-wal cut"))
def test_what_is_typed_on_is_told_and_kept(fault: str, tmp_path: Path) -> None:
    act, keeps_others = FAULTS[fault]
    data, home = tmp_path / "data", tmp_path / "home"
    others = make_reports(3, paragraphs=30)
    fill(data, others[:2])
    shutil.copy(data / DATABASE, tmp_path / "older")
    store = open_store(data)
    store.create(others[2])
    store.create(make_report(9, paragraphs=20))
    number = newest(store).id
    store.close()
    seen = outcome(f"{fault} while typing")
    seen.runs += 1
    machine = MachineDelay(tmp_path)
    orders = Orders("type later", tag="x", pace="steady", seconds=TYPING)
    program = StartedProgram(data, home, orders)
    seen.expect(program.wait_for(lambda heard: len(heard.saved) > 0), f"nothing saved: {program.complaint}")
    time.sleep(STRIKES)
    struck = time.monotonic()
    act(data)
    program.wait_for(lambda heard: heard.done > 0, TYPING + 20)
    letters = len(program.heard.due)
    saved = program.wait_for(lambda heard: heard.saved[-1][0] >= letters, 15)
    seen.expect(saved, f"not all is saved in the end: {program.heard.saved[-1]} of {letters}")
    time.sleep(1)
    late = machine.lately()
    machine.end()
    program.kill()
    check_told(seen, program, struck, late)
    found = look_into(data)
    check_found(seen, found, letters)
    whole = [each.subject for each in others if each.id in {report.id for report in found.reports}]
    gone = [each.subject for each in others if each not in found.reports and each.subject not in whole]
    told = " ".join([*found.told, *(text for _, text in program.heard.messages)])
    seen.expect(not (keeps_others and gone), f"gone: {gone}, told: {told}")
    seen.expect(not gone or "bị hỏng" in told, f"gone: {gone}, told: {told}")
    seen.lost = f"of the open report nothing, of {len(others)} others {len(gone)}"
    log = data / LOG_NAME
    text = log.read_text("utf-8") if log.exists() else ""
    seen.expect("CRITICAL" not in text and "Traceback" not in text, f"the log has {text[-700:]}")
    seen.expect("Traceback" not in program.complaint, program.complaint)
    seen.expect(number > 0, "")
    seen.settle()


def check_told(seen: Outcome, program: StartedProgram, struck: float, late: float) -> None:
    told = [(moment - struck, text) for moment, text in program.heard.messages if moment > struck]
    for _, text in told:
        seen.hear(text)
    if seen.expect(bool(told), "nothing is told"):
        seconds = told[0][0]
        seen.expect(seconds <= TOLD_SECONDS + late, f"told after {seconds:.1f} s: {told[0][1]}")


def check_found(seen: Outcome, found: Found, letters: int) -> None:
    """See that all that was typed is there."""
    wanted = "".join(islice(typed_text("x"), letters)).rstrip()
    have = max((typed_in(report, "x") for report in found.reports), key=len, default="").rstrip()
    seen.expect(have == wanted, f"{len(wanted) - len(have)} of {len(wanted)} letters are lost: {found.told}")
    seen.expect(found.offices == OFFICES, f"the offices are gone: {found.told}")
