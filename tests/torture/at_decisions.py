"""What a typist does about a Word file that came back: takes one change, refuses the next, and so on."""

from collections.abc import Callable
from pathlib import Path

from docx.document import Document as WordFile
from PySide6.QtCore import QTimer

from danvan_desktop.gui.main_window import MainWindow

TASK = "decide"
_TICK_MS = 2
Told = Callable[[int], object]
"""Called with how many changes are decided, once that is on the disk."""


def edit_every_second(file: WordFile) -> None:
    """Add words to every second paragraph of the text."""
    long = [each for each in file.paragraphs if each.text.startswith("Đoạn ")]
    for number, each in enumerate(long[::2]):
        each.runs[-1].text = f"{each.runs[-1].text.rstrip('.')}, bổ sung {number}."


def decide_all(window: MainWindow, returned: Path, told: Told) -> None:
    """Take ``returned`` back into the open report, and decide about one change after the other."""
    take_back, timer = window.take_back, QTimer(window)
    decided = 0

    def go_on() -> None:
        nonlocal decided
        beside = take_back.beside
        if beside is None or beside.shown is None or beside.is_merging or take_back.reading.is_busy:
            return
        before = beside.undecided
        if decided:
            window.session.save_everything_now("decided")
            told(decided)
        if not before:
            timer.stop()
            return
        decided += 1
        button = beside.panel.take if decided % 2 else beside.panel.refuse
        button.click()

    timer.timeout.connect(go_on)
    timer.start(_TICK_MS)
    take_back.take(returned)
