"""Puts other runs into a line of a QTextDocument: only what differs is written, so that cursors stay."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from danvan_desktop.gui.editor.document.formats import format_of, has_bold_style, shown_text
from danvan_desktop.gui.editor.document.run_slices import between
from danvan_desktop.gui.editor.document.write import insert_runs
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.text.utf16 import utf16_length


def put_runs(line: QTextBlock, before: Runs, after: Runs, *, bold_style: bool | None = None) -> None:
    """Write ``after`` where ``line`` shows ``before``. Call inside an edit block.

    ``bold_style``: whether all of it is shown bold; None: as the line's own style has it.
    """
    start, end = _differing(before, after)
    first, last = utf16_length(plain(before)[:start]), utf16_length(plain(before)[: len(plain(before)) - end])
    if line.text() != shown_text(plain(before)):  # typed in another spelling: what is where nobody knows
        start, end, first, last = 0, 0, 0, line.length() - 1
    cursor = QTextCursor(line)
    cursor.setPosition(line.position() + first)
    cursor.setPosition(line.position() + last, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    text = plain(after)
    new = between(after, utf16_length(text[:start]), utf16_length(text[: len(text) - end]))
    bold = has_bold_style(line.blockFormat()) if bold_style is None else bold_style
    insert_runs(cursor, new, bold_style=bold)


def _differing(before: Runs, after: Runs) -> tuple[int, int]:
    """How many letters are the same at the start, and of the others how many at the end."""
    start = _same(before, after)
    most = min(len(plain(before)), len(plain(after))) - start
    return start, min(most, _same(_backwards(before), _backwards(after)))


def _backwards(runs: Runs) -> Runs:
    return tuple(replace(run, text=run.text[::-1]) for run in reversed(runs))


def _same(one: Sequence[Run], other: Sequence[Run]) -> int:
    """How many letters at the start are the same and look the same."""
    same, left, right = 0, list(one), list(other)
    while left and right and format_of(left[0]) == format_of(right[0]):
        pairs = enumerate(zip(left[0].text, right[0].text, strict=False))
        shorter = min(len(left[0].text), len(right[0].text))
        count = next((index for index, (a, b) in pairs if a != b), shorter)
        same += count
        rests = left[0].text[count:], right[0].text[count:]
        if all(rests):
            break
        for runs, rest in zip((left, right), rests, strict=True):
            runs[:1] = [replace(runs[0], text=rest)] if rest else []
    return same
