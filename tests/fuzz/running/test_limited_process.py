"""A file that kills, holds or spoils the process it is read in is told from one that is read."""

import sys
from pathlib import Path

import pytest

from tests.fuzz.running.limited_process import LimitedProcess

if sys.platform == "win32":
    pytest.skip("pipes cannot be waited for with a limit there", allow_module_level=True)

ANSWER = '{"outcome":"taken","said":"","missing":["zq001x"],"seconds":0.5,"megabytes":90}'
SERVES = f"""
import faulthandler, os, sys, time
faulthandler.enable()
print("ready", flush=True)
for line in sys.stdin:
    if "die" in line:
        os._exit(7)
    while "spin" in line:
        pass
    while "sleep" in line:
        time.sleep(1)
    print('{ANSWER}', flush=True)
"""


def serving(tmp_path: Path) -> LimitedProcess:
    script = tmp_path / "serves.py"
    script.write_text(SERVES, encoding="utf-8")
    return LimitedProcess([sys.executable, str(script)], patience=6, most_seconds=1)


def test_an_answer_is_what_the_process_judged(tmp_path: Path) -> None:
    with serving(tmp_path) as process:
        judged = process.ask(number=1)
    assert (judged.outcome, judged.missing, judged.fault) == ("taken", ("zq001x",), "")


def test_a_file_that_ends_the_process_is_a_fault_and_the_next_one_is_read(tmp_path: Path) -> None:
    with serving(tmp_path) as process:
        assert process.ask(path="die").fault == "the process ended with 7"
        assert process.ask(path="a").fault == ""


@pytest.mark.parametrize("way", ["spin", "sleep"])
def test_a_file_that_holds_the_process_is_a_fault_that_says_where(tmp_path: Path, way: str) -> None:
    with serving(tmp_path) as process:
        judged = process.ask(path=way)
        assert judged.fault == "no answer within the time"
        assert "serves.py" in judged.said
        assert process.ask(path="a").fault == ""
