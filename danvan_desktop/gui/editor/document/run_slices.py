"""Slices of runs of text, cut where Qt counts (UTF-16 code units), and runs cleaned when they come in."""

from dataclasses import replace

from danvan_desktop.gui.editor.document.formats import format_of
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.text.normalise import normalise
from danvan_desktop.report.text.utf16 import utf16_length, utf16_slice


def between(runs: Runs, start: int, end: int) -> Runs:
    """The part of ``runs`` between two positions."""
    if start <= 0 and end >= utf16_length(plain(runs)):
        return runs
    inside = []
    position = 0
    for run in runs:
        text = utf16_slice(run.text, max(0, start - position), max(0, end - position))
        if text:
            inside.append(replace(run, text=text))
        position += utf16_length(run.text)
    return tuple(inside)


def cleaned(runs: Runs) -> Runs:
    """``runs`` with normal letters, one space for many, and equal neighbours joined."""
    joined: list[Run] = []
    for run in runs:
        text = " ".join(normalise(f"x{run.text}x").split())[1:-1]
        if joined and joined[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text and joined and format_of(joined[-1]) == format_of(run):
            joined[-1] = replace(run, text=joined[-1].text + text)
        elif text:
            joined.append(replace(run, text=text))
    return tuple(joined)


def stripped(runs: Runs) -> Runs:
    """``runs`` without spaces at both ends."""
    text = plain(runs)
    start = utf16_length(text) - utf16_length(text.lstrip())
    return between(runs, start, max(start, utf16_length(text.rstrip())))
