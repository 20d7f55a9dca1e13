"""What a typist does about versions, again and again: keep one of each state, bring back the first."""

from collections.abc import Callable
from dataclasses import replace

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Paragraph, Run

Told = Callable[[int], object]
"""Called with the number of a round when its version was called kept."""


def round_text(number: int) -> str:
    """What stands in the report in one round."""
    return f"Vòng thứ {number} của lịch sử."


def keep_for_ever(window: MainWindow, kept: Told) -> None:
    """Change the text and keep it as a version."""
    _for_ever(window, kept, restoring=False)


def restore_for_ever(window: MainWindow, kept: Told) -> None:
    """Besides, bring back the first state after each."""
    _for_ever(window, kept, restoring=True)


def _for_ever(window: MainWindow, kept: Told, *, restoring: bool) -> None:
    opened, session = window.workspace.opened, window.session
    first = opened.report()
    section = first.sections[0]
    rounds = 0

    def again() -> None:
        nonlocal rounds
        rounds += 1
        number = rounds
        added = Paragraph(first.next_id, runs=(Run(round_text(number)),))
        changed = replace(section, blocks=(added, *section.blocks))
        opened.restore(replace(first, sections=(changed, *first.sections[1:]), next_id=first.next_id + 1))
        session.keep_version("named", name=f"Bản {number}", done=lambda _: go_on(number))

    def go_on(number: int) -> None:
        kept(number)
        if restoring:
            session.keep_version("restore", done=lambda _: put())
        else:
            again()

    def put() -> None:
        opened.restore(first)
        session.save_everything_now("restored")
        again()

    again()


TASKS = {"keep versions": keep_for_ever, "restore versions": restore_for_ever}
