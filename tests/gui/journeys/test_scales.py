"""Nothing is cut off on a screen of 1366 x 768 at 100 %, 125 % and 150 %: every page and dialog, measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.clipped_widgets import faults
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


def cut_widgets() -> list[tuple[QWidget, str]]:
    """Make one of each kind with less room than its words need."""
    words = "Công tác dân vận của Văn phòng năm 2026"
    label, button, field, box = QLabel(words), QPushButton(words), QLineEdit(), QComboBox()
    field.setPlaceholderText(words)
    box.addItem(words)
    group, rows, tabs = QGroupBox(words), QListWidget(), QTabBar()
    rows.addItem(words)
    for _ in range(3):
        tabs.addTab(words)
    tabs.setElideMode(tabs.elideMode().ElideRight)
    tabs.setUsesScrollButtons(False)
    made = [(label, "needs"), (button, "needs"), (field, "hint"), (box, "needs"), (group, "title")]
    return [*made, (rows, "wider than the list"), (tabs, "tab")]


def test_the_measure_notices_each_kind_of_cut_words(qtbot: QtBot) -> None:
    for widget, told in cut_widgets():
        qtbot.addWidget(widget)
        widget.setFixedWidth(90)
        widget.show()
        qtbot.waitExposed(widget)
        assert any(told in fault for fault in faults(widget)), type(widget).__name__


def test_the_measure_notices_what_stands_outside_and_a_window_too_large(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("Nơi nhận", window)
    label.move(380, 10)
    window.resize(400, 100)
    window.show()
    qtbot.waitExposed(window)
    assert any("at the side" in fault for fault in faults(window))
    window.resize(5000, 100)
    assert any("the window needs" in fault for fault in faults(window))
