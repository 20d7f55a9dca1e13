"""Slices of runs, cut where Qt counts."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.document.run_slices import between, stripped
from danvan_desktop.report.model import Run, plain
from danvan_desktop.report.text.utf16 import utf16_length

EMOJI, LONE = "\U0001f600", "\ud83d"


@pytest.mark.parametrize("text", ["Bao cao", "Báo cáo", f"Mẫu {EMOJI} của", f"Mẫu {LONE} của"])
def test_lengths_are_counted_as_qt_counts(qtbot: QtBot, text: str) -> None:
    assert QTextDocument(text).characterCount() - 1 == utf16_length(text)


def test_an_emoji_before_a_slice_takes_two_positions() -> None:
    runs = (Run(f"Mẫu {EMOJI}"), Run(" của ", bold=True), Run("Ủy ban"))
    assert plain(between(runs, 7, 13)) == "của Ủy"
    assert between(runs, 7, 10) == (Run("của", bold=True),)


def test_a_lone_surrogate_takes_one_position() -> None:
    runs = (Run(f"Mẫu {LONE} của"), Run(" Ủy ban"))
    assert plain(between(runs, 6, 12)) == "của Ủy"


def test_spaces_at_both_ends_go_whatever_stands_between() -> None:
    assert plain(stripped((Run(f"  {EMOJI}"), Run(" của ")))) == f"{EMOJI} của"
