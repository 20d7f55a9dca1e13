"""A screen reader names every control of every page, panel and dialog, and keys lead to each of them.

Every word is seen also in the colours of a system in high contrast. The walk is that of ``tests.gui.scenes``:
so a new scene is looked at by itself.
"""

from pathlib import Path

from tests.gui.scene_walks import LAPTOP, begin_walk, faults_in, told_by


def test_every_scene_is_named_reached_and_seen_in_high_contrast(tmp_path: Path) -> None:
    walks = [begin_walk(tmp_path, "1", LAPTOP, word) for word in ("--access", "--high-contrast")]
    try:
        for walk in walks:
            assert faults_in(told_by(walk)) == []
    finally:
        for walk in walks:
            walk.kill()
