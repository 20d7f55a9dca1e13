"""Walks through all scenes (scenes.py) in processes of their own, on screens of a size and a scale."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.repository import ROOT

TASK_BAR = 48
"""Height of the task bar of Windows 11 (of Windows 10: 40), before it is scaled."""
LAPTOP, LARGE = (1366, 768), (1920, 1080)
"""Screens, in device pixels."""

Told = list[dict[str, str]]


def begin_walk(
    folder: Path, scale: str = "1", screen: tuple[int, int] = LAPTOP, *words: str
) -> "subprocess.Popen[str]":
    """Start ``python -m tests.gui.scenes WORDS`` on ``screen``; ``folder`` is for its configuration."""
    config = folder / f"{scale}{''.join(words)}.json"
    config.write_text(json.dumps(_platform(scale, screen)), encoding="utf-8")
    # A colon separates what a platform is told, so that no drive of Windows may be named.
    own = {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": f"offscreen:configfile={config.name}"}
    modules = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.gui.scenes", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": modules, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _platform(scale: str, screen: tuple[int, int]) -> dict[str, object]:
    """Return the configuration of Qt's offscreen platform for what the task bar leaves of the screen."""
    width, height = screen
    room = {"x": 0, "y": 0, "width": width, "height": height - round(TASK_BAR * float(scale))}
    dots = {"name": "screen", "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {
        "synchronousWindowSystemEvents": False,
        "windowFrameMargins": False,
        "screens": [room | dots],
    }


def told_by(walk: "subprocess.Popen[str]") -> Told:
    """Wait for the end of ``walk``; the scenes it went through, and what was at fault in them."""
    out, err = walk.communicate(timeout=240)
    assert walk.returncode == 0, err
    told = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    assert len({entry["scene"] for entry in told}) > 60, "every page and dialog was walked through"
    return told


def faults_in(told: Told) -> list[str]:
    """Return the faults, each with its scene."""
    return [f"{entry['scene']}: {entry['fault']}" for entry in told if entry["fault"]]
