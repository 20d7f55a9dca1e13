"""Nothing is cut off on a screen of 1366 x 768 at 100 %, 125 % and 150 %: every page and dialog, measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.repository import ROOT

SCREEN = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {
            "name": "laptop",
            "x": 0,
            "y": 0,
            "width": 1366,
            "height": 720,  # 48 are the task bar's
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
    ],
}


def test_nothing_is_cut_off_at_100_125_and_150_percent(tmp_path: Path) -> None:
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps(SCREEN), encoding="utf-8")
    # A walk rests more than it works: the three go at the same time.
    walks = {scale: walk_through(scale, screen) for scale in ("1", "1.25", "1.5")}
    try:
        for scale, walk in walks.items():
            out, err = walk.communicate(timeout=240)
            assert walk.returncode == 0, err
            told = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
            assert len({entry["scene"] for entry in told}) > 60, "every page and dialog was walked through"
            assert [entry for entry in told if entry["fault"]] == [], f"at {scale}"
    finally:
        for walk in walks.values():
            walk.kill()


def walk_through(scale: str, screen: Path) -> "subprocess.Popen[str]":
    own = {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.gui.scenes"],
        cwd=ROOT,
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
