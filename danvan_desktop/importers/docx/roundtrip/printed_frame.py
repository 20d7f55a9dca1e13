"""Lines around the text that print makes anew: which of them say more than the report that was read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from danvan_desktop.fonts import Face, FontSet
from danvan_desktop.importers.docx.roundtrip.styles import STYLES, role_of
from danvan_desktop.importers.recognition.completeness import words_of
from danvan_desktop.layout.compose.annexes import annex_parts
from danvan_desktop.layout.compose.closing import closing_table
from danvan_desktop.layout.compose.compose import page_setup
from danvan_desktop.layout.compose.letterhead import letterhead
from danvan_desktop.layout.document import Flow, GridTable, StyledParagraph
from danvan_desktop.report.model import Filing, Letterhead, Margins, Marks, Report, Signature

_PAGE = page_setup(Margins())


class _EvenFace(Face):
    """Letters that are all as wide as one another: only words are asked for, so that no font is needed."""

    def __init__(self) -> None:
        super().__init__(Path())

    @property
    def units_per_em(self) -> int:
        return 2

    def width(self, text: str) -> int:
        return len(text)


_FACE = _EvenFace()
_FONTS = FontSet(
    "",
    is_substitute=True,
    faces={(bold, italic): _FACE for bold in (False, True) for italic in (False, True)},
)


def edited_lines(typed: Mapping[str, Sequence[str]], report: Report) -> list[str]:
    """Return the lines of ``typed``, by role, with words that print would not write for ``report``."""
    printed: dict[str, Counter[str]] = {}
    for role, text in _printed(report):
        printed.setdefault(role, Counter()).update(_words(text))
    found = []
    for role, lines in typed.items():
        left = printed.get(role, Counter())
        for line in lines:
            words = Counter(_words(line))
            if words - left:
                found.append(" ".join(line.split()))
            left = left - words
    return found


def text_alone(report: Report) -> Report:
    """Return ``report`` without what stands around its text."""
    return replace(
        report,
        subject="",
        kind="",
        letterhead=Letterhead(),
        marks=Marks(),
        addressees=(),
        recipients=(),
        filing=Filing(),
        signature=Signature(),
    )


def _printed(report: Report) -> Iterator[tuple[str, str]]:
    """Yield role and text of the lines around the text as print writes them."""
    bare = replace(report, annexes=tuple(replace(annex, blocks=()) for annex in report.annexes))
    yield "stamp", report.marks.urgency or ""  # on paper there is room for it only, yet it was read
    yield from _lines(letterhead(bare, STYLES, _PAGE.text_width, _FONTS))
    yield from _lines([closing_table(bare, STYLES, _PAGE.text_width, _FONTS)])
    for part in annex_parts(bare, STYLES, _PAGE, _FONTS):
        yield from _lines(part.flow)


def _lines(flow: Sequence[Flow] | Iterator[Flow]) -> Iterator[tuple[str, str]]:
    for item in flow:
        if isinstance(item, StyledParagraph):
            yield role_of(item.style.title.lower()), item.text
        elif isinstance(item, GridTable):
            for row in item.rows:
                for cell in row:
                    yield from _lines(cell.content if cell is not None else ())


def _words(text: str) -> list[str]:
    return words_of(text.casefold())
