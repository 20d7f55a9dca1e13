"""The outline counts what is open in each entry and below it, and tells remarks from marks."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.outline.entries import OutlineEntry
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import confirm_all
from danvan_desktop.report.model import Paragraph, Table
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.window import make_workspace, report_editor_of


@pytest.fixture
def entries(qtbot: QtBot, tmp_path: Path) -> dict[str, OutlineEntry]:
    """Of next year's report, in which the second section is reviewed and has one remark."""
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
    found = {entry.text: entry for entry in made.outline.entries}
    counts = {count.tab: count.unchecked + count.unedited for count in report_editor_of(made).review.counts}
    assert {entry.place: entry.count for entry in found.values() if entry.count and not entry.depth} == {
        tab: count for tab, count in counts.items() if count
    }, "a tab counts in the outline what it counts on its tab"
    return found


def test_a_remark_is_told_from_marks_and_stands_at_every_heading_above(
    entries: dict[str, OutlineEntry],
) -> None:
    states = {text: entry.state for text, entry in entries.items()}
    assert states["I. ĐẶC ĐIỂM TÌNH HÌNH"] == "open"
    assert states["II. TRIỂN KHAI THỰC HIỆN"] == "missing"
    assert states["1. Ưu điểm"] == "missing"
    assert states["1.1. Công tác tuyên truyền"] == "missing"
    assert states["Kết thúc"] == "open"
    assert states["Nơi nhận và ký"] == ""


def test_what_was_reviewed_is_counted_no_more(entries: dict[str, OutlineEntry]) -> None:
    assert entries["II. TRIỂN KHAI THỰC HIỆN"].count == 0
    assert entries["I. ĐẶC ĐIỂM TÌNH HÌNH"].count > 0
