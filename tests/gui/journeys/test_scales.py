"""Nothing is cut off on a screen of 1366 x 768 at 100 %, 125 % and 150 %: every page and dialog, measured.

Measured as Windows 11 leaves it: less a task bar and a title bar, which grow with the scale. At 150 % a
dialog has 432 of 512 pixels.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.repository import ROOT

TASK_BAR = 48
"""Height of the task bar of Windows 11 (of Windows 10: 40), before it is scaled."""


def screen_at(scale: str) -> dict[str, object]:
    """Return the configuration of Qt's offscreen platform for what the task bar leaves of the screen."""
    laptop = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768 - round(TASK_BAR * float(scale))}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {
        "synchronousWindowSystemEvents": False,
        "windowFrameMargins": False,
        "screens": [laptop | dots],
    }


def test_nothing_is_cut_off_at_100_125_and_150_percent(tmp_path: Path) -> None:
    # A walk rests more than it works: the three go at the same time.
    walks = {scale: walk_through(scale, tmp_path / f"{scale}.json") for scale in ("1", "1.25", "1.5")}
    try:
        for scale, walk in walks.items():
            out, err = walk.communicate(timeout=240)
            assert walk.returncode == 0, err
            told = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
            assert len({entry["scene"] for entry in told}) > 60, "every page and dialog was walked through"
            missing = dialog_kinds() - {entry["scene"].rpartition("-")[2] for entry in told}
            assert missing == set(), "dialogs that nobody walks through"
            faults = [f"{entry['scene']}: {entry['fault']}" for entry in told if entry["fault"]]
            assert faults == [], f"at {scale}:\n" + "\n".join(faults)
    finally:
        for walk in walks.values():
            walk.kill()


def dialog_kinds() -> set[str]:
    """Return the names of the program's own classes of dialogs."""
    sources = (ROOT / "danvan_desktop" / "gui").rglob("*.py")
    named = (
        re.findall(r"^class (\w+)\(QDialog\)", path.read_text("utf-8"), re.MULTILINE) for path in sources
    )
    return {name for names in named for name in names}


def walk_through(scale: str, screen: Path) -> "subprocess.Popen[str]":
    screen.write_text(json.dumps(screen_at(scale)), encoding="utf-8")
    # A colon separates what a platform is told, so that no drive of Windows may be named.
    own = {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": f"offscreen:configfile={screen.name}"}
    modules = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.gui.scenes"],
        cwd=screen.parent,
        env={**os.environ, "PYTHONPATH": modules, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
