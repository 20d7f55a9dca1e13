"""Turns the report's runs and plain strings into spans and paragraphs of the Document."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from danvan_desktop.layout.document import NamedStyle, Span, StyledParagraph
from danvan_desktop.report.model import Run, Runs

_CLEAN: dict[int, str | None] = dict.fromkeys(range(0x20)) | {ord(blank): " " for blank in "\t\n\r\v\f"}
"""Control characters have no glyph and are forbidden in a Word file; breaks and tabs become spaces."""


def clean(text: str) -> str:
    """``text`` without control characters, in NFC."""
    return unicodedata.normalize("NFC", text.translate(_CLEAN))


def upper(text: str) -> str:
    """``text`` in capitals, in NFC: a letter keeps its marks ("Uỷ" gives "UỶ")."""
    return unicodedata.normalize("NFC", clean(text).upper())


def spans_of(runs: Runs, style: NamedStyle, *, before: str = "", capitals: bool = False) -> tuple[Span, ...]:
    """``before`` and the text of ``runs`` in ``style``: what the style sets in bold or italic all is."""
    spans = [Span(clean(before), bold=style.bold, italic=style.italic)]
    spans += [
        Span(
            upper(run.text) if capitals else clean(run.text),
            bold=style.bold or run.bold,
            italic=style.italic or run.italic,
            underline=run.underline,
            vertical=run.vertical,
            typed=clean(run.text) if capitals and upper(run.text) != clean(run.text) else None,
        )
        for run in runs
    ]
    return merged(spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` with neighbours of the same formatting made one and empty ones left out."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and _look(result[-1]) == _look(span):
            result[-1] = _joined(result[-1], span)
        else:
            result.append(span)
    return tuple(result)


def _joined(first: Span, second: Span) -> Span:
    typed = first.typed is not None or second.typed is not None
    return replace(
        second,
        text=first.text + second.text,
        typed=(first.typed or first.text) + (second.typed or second.text) if typed else None,
    )


def _look(span: Span) -> tuple[bool, bool, bool, object]:
    return span.bold, span.italic, span.underline, span.vertical


def line(
    text: str, style: NamedStyle, *, bookmark: str | None = None, capitals: bool = False
) -> StyledParagraph:
    """A paragraph of plain ``text`` in ``style``."""
    return StyledParagraph(style, spans_of((Run(text),), style, capitals=capitals), bookmark=bookmark)


def bookmark(identifier: int) -> str:
    """The bookmark that ties a paragraph of the Word file to its block, section or annex."""
    return f"_dv_{identifier}"


def has_text(runs: Runs) -> bool:
    """True when something of ``runs`` would be seen."""
    return any(run.text.strip() for run in runs)
