"""Runs of our own Word file without what export added: formatting by the style, numbers, end signs."""

import re
from collections.abc import Callable
from dataclasses import replace

from danvan_desktop.importers.docx.body.items import WordParagraph, with_text
from danvan_desktop.importers.docx.roundtrip.styles import STYLES, named_style
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker, parse_mark
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.body import END_SIGNS
from danvan_desktop.layout.compose.closing import end_marked
from danvan_desktop.layout.compose.spans import merged as merged_spans
from danvan_desktop.layout.compose.spans import spans_of
from danvan_desktop.layout.document import Span
from danvan_desktop.layout.document import StyledParagraph as LaidOut
from danvan_desktop.report.diff.words import cut, joined
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.numbering import parse_decimal, parse_point, parse_roman

IsNumber = Callable[[str], bool]

_BREAKS = re.compile(r"[\n\t]")
_DASHES = {"-": 1, "+": 2}


def own_runs(runs: Runs, style: str = "") -> Runs:
    """Return ``runs`` without the bold and italic of their style; a line break or a tab is a space."""
    style_ = named_style(style)
    bold = style_ is not None and style_.bold
    italic = style_ is not None and style_.italic
    return joined(
        replace(
            with_text(run, _BREAKS.sub(" ", run.text)),
            bold=run.bold and not bold,
            italic=run.italic and not italic,
        )
        for run in runs
    )


def without_end_mark(runs: Runs) -> Runs:
    """Return ``runs`` without the end mark, if export would add it again just so."""
    text = plain(runs)
    for mark in (nd30.END_MARK, nd30.END_MARK[1:]):
        shorter = cut(runs, 0, len(text.removesuffix(mark)))
        if plain(shorter).strip() and shorter != runs and _as_printed(shorter) == _spans(runs):
            return shorter
    return runs


def _as_printed(runs: Runs) -> tuple[Span, ...]:
    """Return ``runs`` as export writes the last words of a report."""
    (last,) = end_marked([LaidOut(STYLES.body, _spans(runs))], STYLES)
    return merged_spans(last.spans) if isinstance(last, LaidOut) else ()


def _spans(runs: Runs) -> tuple[Span, ...]:
    return spans_of(runs, STYLES.body)


def legal_bases(bases: list[Runs]) -> tuple[Runs, ...]:
    """Return căn cứ without the end signs that export adds."""
    return tuple(_without_sign(runs, "." if runs is bases[-1] else ";") for runs in bases)


def _without_sign(runs: Runs, sign: str) -> Runs:
    shorter = plain(runs).removesuffix(sign)
    printed = runs[-1] == Run(runs[-1].text)  # the sign that export adds has no emphasis
    if not printed or not shorter.strip() or shorter.rstrip().endswith(END_SIGNS):
        return runs
    return cut(runs, 0, len(shorter))


def with_mark(mark: ListMarker | None, runs: Runs) -> Runs:
    """Put an automatic number of Word into the text, for a paragraph style that has no number."""
    return runs if mark is None else joined((with_text(runs[0], f"{mark.typed} "), *runs))


def item(mark: ListMarker | None, runs: Runs) -> tuple[int, Runs]:
    """Return the level and the text of an item that begins with a dash or a plus."""
    if mark is not None:
        return (2 if mark.kind == "plus" else 1), runs
    text = plain(runs)
    if text[:1] in _DASHES and text[1:2] == " ":
        return _DASHES[text[0]], cut(runs, 2)
    typed = parse_mark(text)
    if typed is not None and typed.kind in {"dash", "plus"} and text.endswith(typed.rest):
        return (2 if typed.kind == "plus" else 1), cut(runs, len(text) - len(typed.rest))
    return 1, runs


def numbered(
    paragraph: WordParagraph, runs: Runs, is_number: Callable[[str], bool]
) -> tuple[str | None, Runs]:
    """Split the number, typed or automatic, from the text."""
    if paragraph.mark is not None:
        return paragraph.mark.number, runs
    first, space, rest = plain(runs).partition(" ")
    if space and rest.strip() and is_number(first):
        return first, cut(runs, len(first) + 1)
    return None, runs


def is_section_number(word: str) -> bool:
    """Tell whether ``word`` is the number of a Mục: "II.", "A."."""
    return word.endswith(".") and (parse_roman(word) is not None or (len(word) == 2 and word[0].isupper()))


def is_number(word: str) -> bool:
    """Tell whether ``word`` is the number of a khoản: "3.", "3.1."."""
    decimal = parse_decimal(word) is not None and not word.isdecimal()
    return decimal or is_section_number(word)


def is_point_number(word: str) -> bool:
    """Tell whether ``word`` is the number of an điểm: "a)"."""
    return word.endswith(")") and (parse_point(word) is not None or parse_decimal(word) is not None)
