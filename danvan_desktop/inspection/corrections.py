"""Corrections ("Sửa giúp"): what one is, and those that several lines of the sheet share.

Only what has one right answer is corrected. Whatever needs to be known or decided is left to the user.
"""

from collections.abc import Callable
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.layout.settings import lawful
from danvan_desktop.report.editing.map_texts import with_paragraphs
from danvan_desktop.report.model import Paragraph, Report


@frozen
class Correction:
    """A function that puts one thing of a report right."""

    description: str
    """What it does, for the user: "Đánh số tự động …"."""
    change: Callable[[Report], Report]
    """Returns an equal report where there is nothing to correct."""


def bring_into_range(report: Report) -> Report:
    """Move the settings of the page and the text into the range of the decree."""
    return report if report.settings is None else replace(report, settings=lawful(report.settings))


def set_upright(report: Report) -> Report:
    """Take the italics from paragraphs that are mostly italic; a word or a name in italics stays."""
    return with_paragraphs(report, _set_upright)


def _set_upright(block: Paragraph) -> Paragraph:
    letters = sum(len(run.text.strip()) for run in block.runs)
    if 2 * sum(len(run.text.strip()) for run in block.runs if run.italic) <= letters:
        return block
    return replace(block, runs=tuple(replace(run, italic=False) for run in block.runs))


WITHIN_RANGE = Correction(
    "Đưa cỡ chữ, lề, giãn dòng, lùi đầu dòng về trong khoảng quy định", bring_into_range
)
UPRIGHT = Correction("Bỏ chữ nghiêng ở những đoạn nghiêng quá nửa", set_upright)
