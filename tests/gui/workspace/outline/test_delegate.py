"""Titles of the outline wrap to two lines, and only what is longer is cut, at the end of a word."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.outline.delegate import cut_at_word, wrapped

LONG = "Chức năng, tổ chức và con người của Văn phòng"


@pytest.mark.parametrize("letters", range(4, 40))
def test_a_long_line_is_cut_at_the_end_of_a_word(qtbot: QtBot, letters: int) -> None:
    metrics = QFontMetrics(QApplication.font())
    room = metrics.horizontalAdvance(LONG[:letters])
    cut = cut_at_word(LONG, metrics, room)
    assert cut.endswith("…")
    assert LONG.startswith(cut.rstrip("…"))
    assert metrics.horizontalAdvance(cut) <= room or " " not in cut
    if " " in cut:
        assert LONG[len(cut) - 1] in " ,"


def test_a_line_with_room_is_not_cut(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QApplication.font())
    assert cut_at_word("Ưu điểm", metrics, 500) == "Ưu điểm"


def test_words_that_have_room_in_two_lines_are_all_there(qtbot: QtBot) -> None:
    font = QApplication.font()
    room = round(QFontMetrics(font).horizontalAdvance(LONG) * 0.7)
    assert len(wrapped(LONG, font, room)) == 2
    assert " ".join(wrapped(LONG, font, room)) == LONG
    assert list(wrapped(LONG, font, 5000)) == [LONG]
    assert list(wrapped("", font, 100)) == [""]


@pytest.mark.parametrize("share", [0.2, 0.3, 0.4])
def test_no_line_is_wider_than_the_room(qtbot: QtBot, share: float) -> None:
    font = QApplication.font()
    metrics = QFontMetrics(font)
    room = round(metrics.horizontalAdvance(LONG) * share)
    lines = wrapped(LONG, font, room)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= room for line in lines)
