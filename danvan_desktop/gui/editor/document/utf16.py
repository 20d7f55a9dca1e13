"""Passages: pieces cut out of runs, counted as Qt counts (UTF-16), and put right when they come in."""

from dataclasses import replace

from danvan_desktop.gui.editor.document.formats import look_of
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.text.normalise import normalise


def length(text: str) -> int:
    """The length of ``text`` as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def between(runs: Runs, start: int, end: int) -> Runs:
    """The part of ``runs`` between two places."""
    if start <= 0 and end >= length(plain(runs)):
        return runs
    kept = []
    place = 0
    for run in runs:
        units = run.text.encode("utf-16-le", "surrogatepass")
        low, high = max(0, start - place), max(0, end - place)
        text = units[2 * low : 2 * high].decode("utf-16-le", "replace")
        if text:
            kept.append(replace(run, text=text))
        place += len(units) // 2
    return tuple(kept)


def cleaned(runs: Runs) -> Runs:
    """Put ``runs`` right: normal letters, one space for many, equal neighbours joined."""
    joined: list[Run] = []
    for run in runs:
        text = " ".join(normalise(f"x{run.text}x").split())[1:-1]
        if joined and joined[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text and joined and look_of(joined[-1]) == look_of(run):
            joined[-1] = replace(run, text=joined[-1].text + text)
        elif text:
            joined.append(replace(run, text=text))
    return tuple(joined)


def stripped(runs: Runs) -> Runs:
    """``runs`` without spaces at both ends."""
    text = plain(runs)
    start = length(text) - length(text.lstrip())
    return between(runs, start, max(start, length(text.rstrip())))
