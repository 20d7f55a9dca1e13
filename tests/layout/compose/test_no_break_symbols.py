"""A line never breaks inside a document's number and symbol, which is unchanged where it would not."""

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import document
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.compose.no_break_symbols import hold_symbols
from danvan_desktop.layout.compose.styles import make_styles
from danvan_desktop.layout.document import Span, StyledParagraph
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer, break_lines, line_room
from danvan_desktop.layout.typeset.paragraph_lines import set_lines
from danvan_desktop.report.model import Cell, Column, Run, Settings, Table
from tests.builders.process_figures import processor_seconds
from tests.builders.reports import block, report

BODY = make_styles(Settings()).body
SYMBOLS = ["25-NQ/TW", "33/CT-TTg", "59/2023/NĐ-CP", "4378/SNV-XDCQ", "23-QĐ/TW,", "01-KL/TW."]
words = st.sampled_from([*SYMBOLS, "theo", "Nghị quyết số", "ngày 20/11/2025", "của", "kinh tế - xã hội"])


@given(st.lists(words, min_size=1, max_size=80), st.integers(3000, 9071))
def test_no_line_ends_inside_a_symbol(fonts: FontSet, chosen: list[str], width: int) -> None:
    text = " ".join(chosen)
    [held] = hold_symbols([StyledParagraph(BODY, (Span(text),))], width, fonts)
    assert isinstance(held, StyledParagraph)
    assert held.text.replace("\u2011", "-") == text
    lines = ["".join(f.text for f in line.fragments) for line in set_lines(held, 0, width, fonts)]
    assert " ".join(lines) == text


def test_a_symbol_that_would_not_be_broken_stays_searchable(fonts: FontSet) -> None:
    paragraph = StyledParagraph(BODY, (Span("theo Nghị quyết số 25-NQ/TW ngày 03/6/2013"),))
    assert list(hold_symbols([paragraph], 9071, fonts)) == [paragraph]


def test_only_the_symbol_at_the_end_of_a_line_is_held(fonts: FontSet) -> None:
    text = "theo số 25-NQ/TW và số 118-KH/VPUB " * 30
    [held] = hold_symbols([StyledParagraph(BODY, (Span(text),))], 9071, fonts)
    assert isinstance(held, StyledParagraph)
    assert 0 < held.text.count("\u2011") < 20


def test_what_looks_like_a_symbol_and_never_ends_is_passed_in_time(fonts: FontSet) -> None:
    def seconds(word: str) -> float:
        paragraph = StyledParagraph(BODY, (Span(f"số 25-NQ/TW {word}"),))
        return processor_seconds(lambda: list(hold_symbols([paragraph], 9071, fonts)))

    for endless in ("1", "1/A"):
        seconds(endless * 500)
        assert seconds(endless * 20_000) < 40 * max(seconds(endless * 2_000), 1e-4)


RANGES = [
    "40.000-45.000 đồng",
    "(-2.143 người)",
    "07h30-11h30",
    "11-HD/VPTW",
    "T9-T12/2025",
    "Covid-19",
    "-3,5%",
    "…",
]


@given(st.lists(words | st.sampled_from(RANGES), min_size=5, max_size=80), st.integers(3000, 9071))
def test_no_hyphen_is_left_at_which_another_engine_could_end_the_line(
    fonts: FontSet, chosen: list[str], width: int
) -> None:
    """Word and ONLYOFFICE end a line after any hyphen, LibreOffice and we only after some."""
    text = "Theo " + " ".join(chosen)
    [held] = hold_symbols([StyledParagraph(BODY, (Span(text),))], width, fonts)
    assert isinstance(held, StyledParagraph)
    assert held.text.replace("\u2011", "-").replace("\u00a0", " ") == text
    room, measure = line_room(held, width), TextMeasurer(held, fonts)
    lines = break_lines(held, measure, room)
    for number, (start, end) in enumerate(lines[:-1]):
        limit = room.following if number else room.first
        word = held.text[end:].partition(" ")[0]
        assert word != "…"
        fitting = (place for place in range(end, end + len(word) - 1) if held.text[place] == "-")
        assert all(measure.reach(0.0, start, place + 1) > limit for place in fitting)


def test_a_hyphen_in_the_middle_of_a_line_stays_searchable(fonts: FontSet) -> None:
    text = "giá 40.000-45.000 đồng, (-2.143 người) và Covid-19 " * 20
    [held] = hold_symbols([StyledParagraph(BODY, (Span(text),))], 9071, fonts)
    assert isinstance(held, StyledParagraph)
    assert 0 < held.text.count("\u2011") < 15


def test_symbols_in_cells_are_held_by_the_width_of_the_cell(fonts: FontSet) -> None:
    texts = ["i" * n + " số 33/CT-TTg" for n in range(1, 40)]
    cells = tuple((Cell(((Run(text),),)), Cell()) for text in texts)
    table = Table(2, (Column(), Column(3)), cells, header_rows=0)
    flow = compose(report((block(1, "a"), table)), fonts).parts[0].flow
    [made] = [item for item in flow if isinstance(item, document.GridTable) and item.name == "body"]
    content = [item for row in made.rows for cell in row if cell for item in cell.content]
    held = [item.text for item in content if isinstance(item, StyledParagraph)]
    assert any("33/CT\u2011TTg" in text for text in held)
    assert any("33/CT-TTg" in text for text in held)
