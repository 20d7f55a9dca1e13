"""What the figures of taking a Word file back are taken from: a run is a process that prints one JSON line.

``python -m tests.bench.takeback_runs PAGES``
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docx.document import Document as WordFile

from danvan_desktop.exporters import word_file
from tests.bench.windows import Figures, OwnWindow, Stall, Ticks, end, rest, wait
from tests.builders.edited_word_file import sent_back

if TYPE_CHECKING:
    from danvan_desktop.gui.takeback.beside import TakeBackBeside

EVERY = {5: 2, 100: 9}
"""By pages: every so manieth paragraph of the file that comes back is edited."""
DECISIONS = 5


def edit_many(file: WordFile, every: int) -> None:
    """Edit every so manieth paragraph that has words, as somebody does who goes through all of it."""
    for number, each in enumerate(paragraph for paragraph in file.paragraphs if len(paragraph.text) > 40):
        if number % every == 0:
            last = each.runs[-1]
            last.text = f"{last.text.rstrip('.;')}, bổ sung {number}."


def _is_listed(beside: "TakeBackBeside") -> bool:
    return beside.shown is not None and not beside.is_merging


def look_at_each_tab(own: OwnWindow) -> None:
    """A text that was never shown is not laid out: to write into it takes hardly any time."""
    workspace = own.window.workspace
    here = workspace.place()
    for number in range(len(workspace.tabs())):
        workspace.tab_strip.setCurrentIndex(number)
        rest(0.6)
    workspace.go_to(here)
    rest(0.5)


def take_back(pages: int) -> Figures:
    """A file taken back as after a file dialog: seconds to its list, then the decisions; stalls in ms."""
    import danvan_desktop.gui.takeback.beside  # noqa: F401 - as the start does (gui/preload.py)

    own = OwnWindow(pages)
    own.open()
    own.window.show()
    report = own.window.workspace.opened.report()
    docx = word_file(report)
    own.store.correspondence.keep_sent(own.draft.id, report, docx)
    path = Path(tempfile.mkdtemp()) / "sua.docx"
    path.write_bytes(sent_back(docx, [partial(edit_many, every=EVERY[pages])]))
    commands = own.window.take_back
    look_at_each_tab(own)
    wait(lambda: not own.window.jobs.busy)
    commands.reading.warm_up(2)
    rest(1.5)  # the file is being chosen
    ticks = Ticks()
    begun = time.perf_counter()
    commands.take(path)
    wait(lambda: commands.beside is not None and _is_listed(commands.beside), 120)
    seconds = time.perf_counter() - begun
    rest(1.5)
    figures: Figures = {"seconds": seconds}
    figures["list"], figures["list_work"] = ticks.longest()
    beside = commands.beside
    if beside is None or beside.shown is None:
        raise RuntimeError("nothing came back")
    figures["changes"] = len(beside.shown.comparison.changes)
    panel = beside.panel

    def settle() -> None:
        wait(lambda: not beside.is_merging and not own.window.jobs.busy, 60)
        rest(1.2)

    def longest_of(act: Callable[[], object]) -> Stall:
        ticks.longest()
        act()
        settle()
        return ticks.longest()

    stack = own.window.workspace.opened.stack
    stalls = [longest_of(panel.take.click) for _ in range(DECISIONS)]
    figures["decision"] = max(stall.wall for stall in stalls)
    figures["decision_work"] = max(stall.work for stall in stalls)
    chosen = [longest_of(lambda: panel.list.setCurrentRow(panel.list.currentRow() + 1)) for _ in range(2)]
    chosen += [longest_of(panel.refuse.click), longest_of(stack.undo)]
    figures["choice"] = max(stall.wall for stall in chosen)
    figures["choice_work"] = max(stall.work for stall in chosen)
    figures["all"], figures["all_work"] = longest_of(panel.take_all.click)
    figures["left"] = beside.undecided
    replays = [longest_of(replay) for replay in (stack.undo, stack.redo)]
    figures["undo"] = max(stall.wall for stall in replays)
    figures["undo_work"] = max(stall.work for stall in replays)
    return figures


if __name__ == "__main__":
    end(take_back(int(sys.argv[1])))
