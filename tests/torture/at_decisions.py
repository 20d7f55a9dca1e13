"""What a typist does about a Word file that came back: takes one change, refuses the next, and so on.

Or takes all with one click, undoes and redoes that again and again.
"""

from collections.abc import Callable
from pathlib import Path

from docx.document import Document as WordFile
from PySide6.QtCore import QTimer

from danvan_desktop.gui.main_window import MainWindow
from tests.gui.idle_takeback import idle_beside

TASK, TASK_OF_ALL = "decide", "decide all at once"
_TICK_MS = 2
_FAR = 6
"""Places so many paragraphs apart are written, undone and done again one by one."""
Told = Callable[[int], object]
"""Called with how many changes are decided, once that is on the disk."""


def edit_every_second(file: WordFile) -> None:
    """Add words to every second paragraph of the text."""
    _edit_every(file, 2)


def edit_far_apart(file: WordFile) -> None:
    """Add words to paragraphs that are far from each other."""
    _edit_every(file, _FAR)


def _edit_every(file: WordFile, step: int) -> None:
    long = [each for each in file.paragraphs if each.text.startswith("Đoạn ")]
    for number, each in enumerate(long[::step]):
        each.runs[-1].text = f"{each.runs[-1].text.rstrip('.')}, bổ sung {number}."


def decide_all(window: MainWindow, returned: Path, told: Told) -> None:
    """Take ``returned`` back into the open report, and decide about one change after the other."""
    timer = QTimer(window)
    decided = 0

    def go_on() -> None:
        nonlocal decided
        beside = idle_beside(window)
        if beside is None:
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
    window.take_back.take(returned)


def take_and_give_back_all(window: MainWindow, returned: Path, told: Told) -> None:
    """Take all of ``returned`` at once, undo it, do it again, and so on; the session saves as it does."""
    timer = QTimer(window)
    rounds = 0

    def go_on() -> None:
        nonlocal rounds
        beside = idle_beside(window)
        if beside is None:
            return
        stack = window.workspace.opened.stack
        if not rounds:
            beside.panel.take_all.click()
        else:
            if rounds == 1:
                window.session.save_everything_now("all are taken")
                told(1)
            (stack.redo if stack.can_redo else stack.undo)()
        rounds += 1
        timer.start(_TICK_MS * (1 + rounds * 37 % 401))

    timer.setSingleShot(True)
    timer.timeout.connect(go_on)
    timer.timeout.connect(lambda: timer.isActive() or timer.start(_TICK_MS))
    timer.start(_TICK_MS)
    window.take_back.take(returned)


TASKS: dict[str, Callable[[MainWindow, Path, Told], None]] = {
    TASK: decide_all,
    TASK_OF_ALL: take_and_give_back_all,
}
