"""A paragraph of a tagged PDF that goes on over a page end is one, however the program has tagged it."""

from collections.abc import Callable

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from danvan_desktop.report.model import Paragraph, Report, plain
from tests.builders.tagged_pdf import Element, Piece, tagged_pdf
from tests.importers.pdf.printed import imported

LEFT, RIGHT, PITCH = 85.0, 540.0, 20.0
WORDS = (
    "Trong nam, don vi to chuc quan trieu cac van ban moi den toan the can bo, tham gia gop y cac du thao "
    "va van dong gia dinh thuc hien tot quy che dan chu o co so"
)
LONG = f"{WORDS}, {WORDS[0].lower()}{WORDS[1:]}; {WORDS[0].lower()}{WORDS[1:]} va {WORDS.lower()}."
"""About eight lines."""
Cut = tuple[list[Piece], list[Piece]]
"""A paragraph's pieces on the first page, and those on the second."""


def lines(text: str, first: float) -> list[tuple[float, str]]:
    """``text`` broken into lines, each with where it begins."""
    found: list[tuple[float, str]] = []
    x, line = first, ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if stringWidth(longer, "Times-Roman", 14) > RIGHT - x:
            found.append((x, line + " "))
            x, longer = LEFT, word
        line = longer
    return [*found, (x, line)]


def cut(text: str, y: float, *, kept: int, indent: float = 28) -> Cut:
    """``text`` whose first ``kept`` lines stand on the first page from ``y`` on, the others on the second."""
    parts = lines(text, LEFT + indent)
    above = [Piece(0, x, y + PITCH * row, line) for row, (x, line) in enumerate(parts[:kept])]
    below = [Piece(1, x, 80 + PITCH * row, line) for row, (x, line) in enumerate(parts[kept:])]
    return above, below


def one_element(parts: Cut) -> list[Element]:
    return [Element("P", [*parts[0], *parts[1]])]


def with_blank_pieces(parts: Cut) -> list[Element]:
    """Word ends the text of a page with a blank of its own, and begins that of the next one so."""
    end, start = Piece(0, 300, 800, " "), Piece(1, LEFT, 80, " ")
    return [Element("P", [*parts[0], end, start, *parts[1]])]


def in_spans(parts: Cut) -> list[Element]:
    return [Element("P", [*parts[0][:1], Element("Span", [*parts[0][1:], *parts[1]])])]


def in_a_span_each(parts: Cut) -> list[Element]:
    return [Element("P", [Element("Span", parts[0]), Element("Span", parts[1])])]


def two_elements(parts: Cut) -> list[Element]:
    return [Element("P", parts[0]), Element("P", parts[1])]


def report(elements: list[Element], before: list[Element], after: list[Element]) -> Report:
    head = [
        Element("P", [Piece(0, 270, 60, "BÁO CÁO", bold=True)]),
        Element("P", [Piece(0, 200, 80, "Ket qua cong tac nam 2025", bold=True)]),
        Element("H1", [Piece(0, LEFT + 28, 110, "I. KET QUA", bold=True)]),
    ]
    return imported(tagged_pdf(*head, *before, *elements, *after))


def texts(made: Report) -> list[str]:
    return [plain(block.runs) for block in made.sections[0].blocks if isinstance(block, Paragraph)]


def whole(text: str, y: float, page: int) -> Element:
    return Element(
        "P",
        [Piece(page, x, y + PITCH * row, line) for row, (x, line) in enumerate(lines(text, LEFT + 28))],
    )


WAYS: list[Callable[[Cut], list[Element]]] = [
    one_element,
    with_blank_pieces,
    in_spans,
    in_a_span_each,
    two_elements,
]


@pytest.mark.parametrize("way", WAYS)
def test_it_is_one_paragraph(way: Callable[[Cut], list[Element]]) -> None:
    made = report(
        way(cut(LONG, 680, kept=4)), [whole(WORDS + ".", 140, 0)], [whole(WORDS + ".", 80 + 6 * PITCH, 1)]
    )
    assert texts(made) == [WORDS + ".", LONG, WORDS + "."]
    assert not [note for note in made.import_notes if note.kind in {"structure", "unplaced"}]


@pytest.mark.parametrize("way", WAYS)
def test_what_begins_on_the_next_page_stays_a_paragraph_of_its_own(
    way: Callable[[Cut], list[Element]],
) -> None:
    """Here another paragraph begins on the second page, with an indent or with a mark."""
    first = whole(LONG, 140, 0)
    marked = whole("- " + WORDS + ";", 80, 1)
    made = report([first, *way(([], []))], [], [marked, whole(WORDS + ".", 80 + 6 * PITCH, 1)])
    assert texts(made) == [LONG, WORDS + ";", WORDS + "."]
