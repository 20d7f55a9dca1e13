"""The sizes a text is shown in, and the one that the user keeps."""

from pathlib import Path

import pytest

from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.services.text_zoom import STEPS, keep_zoom, kept_zoom, stepped


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    assert kept_zoom(Preferences(tmp_path)) == 100
    keep_zoom(Preferences(tmp_path), 125)
    assert kept_zoom(Preferences(tmp_path)) == 125


@pytest.mark.parametrize("kept", ["", "101", "-5", "abc", "99999"])
def test_what_is_no_size_counts_as_none(tmp_path: Path, kept: str) -> None:
    Preferences(tmp_path).keep(text_zoom=kept)
    assert kept_zoom(Preferences(tmp_path)) == 100


def test_steps_go_up_and_down_and_end() -> None:
    assert [stepped(percent, 1) for percent in STEPS] == [*STEPS[1:], STEPS[-1]]
    assert [stepped(percent, -1) for percent in STEPS] == [STEPS[0], *STEPS[:-1]]
