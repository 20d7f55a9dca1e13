"""The outline shows where something is open, and cuts long lines at the ends of words."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.outline_panel import cut_at_word
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import confirm_all
from danvan_desktop.report.model import Paragraph, Table
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.window import make_workspace


@pytest.mark.parametrize("letters", range(4, 40))
def test_a_long_line_is_cut_at_the_end_of_a_word(qtbot: QtBot, letters: int) -> None:
    text = "Chức năng, tổ chức và con người của Văn phòng"
    metrics = QFontMetrics(QApplication.font())
    room = metrics.horizontalAdvance(text[:letters])
    cut = cut_at_word(text, metrics, room)
    assert cut.endswith("…")
    assert text.startswith(cut.rstrip("…"))
    assert metrics.horizontalAdvance(cut) <= room or " " not in cut
    if " " in cut:
        assert text[len(cut) - 1] in " ,"


def test_a_line_with_room_is_not_cut(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QApplication.font())
    assert cut_at_word("Ưu điểm", metrics, 500) == "Ưu điểm"


def test_dots_tell_remarks_from_marks_and_stand_at_the_heading_above(qtbot: QtBot, tmp_path: Path) -> None:
    report = renumber(next_year(samples.report(), 2027, datetime(2027, 11, 20, tzinfo=UTC), "r2"))
    second = report.sections[1]
    blocks = [
        confirm_all(block) if isinstance(block, Paragraph | Table) else block for block in second.blocks
    ]
    point = blocks[4]
    assert isinstance(point, Paragraph)
    blocks[4] = replace(point, note="chờ số liệu")
    sections = (report.sections[0], replace(second, blocks=tuple(blocks)), *report.sections[2:])
    made = make_workspace(replace(report, sections=sections), tmp_path)
    qtbot.addWidget(made)
    states = {entry.text: entry.state for entry in made.outline.entries}
    assert states["I. ĐẶC ĐIỂM TÌNH HÌNH"] == "open"
    assert states["II. TRIỂN KHAI THỰC HIỆN"] == "missing"
    assert states["1. Ưu điểm"] == ""
    assert states["1.1. Công tác tuyên truyền"] == "missing"
    assert states["Kết thúc"] == "open"
    assert states["Nơi nhận và ký"] == ""
