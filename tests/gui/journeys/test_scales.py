"""Nothing is cut off at 100, 125 and 150 % of 1366 x 768, nor at 200 % of 1920 x 1080: all pages and dialogs.

Measured as Windows 11 leaves it: less a task bar and a title bar, which grow with the scale. At 150 % a
dialog has 432 of 512 pixels.
"""

import re
from pathlib import Path

from tests.gui.scene_walks import LAPTOP, LARGE, begin_walk, faults_in, told_by
from tests.repository import ROOT

SCREENS = (("1", LAPTOP), ("1.25", LAPTOP), ("1.5", LAPTOP), ("2", LARGE))


def test_nothing_is_cut_off_at_any_scale(tmp_path: Path) -> None:
    # A walk rests more than it works: they go at the same time.
    walks = {scale: begin_walk(tmp_path, scale, screen) for scale, screen in SCREENS}
    try:
        told = {scale: told_by(walk) for scale, walk in walks.items()}
        for each in told.values():
            missing = dialog_kinds() - {entry["scene"].rpartition("-")[2] for entry in each}
            assert missing == set(), "dialogs that nobody walks through"
        faults = [f"at {scale}: {fault}" for scale, each in told.items() for fault in faults_in(each)]
        assert faults == [], "\n".join(faults)
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
