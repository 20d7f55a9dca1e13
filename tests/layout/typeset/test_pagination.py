"""Lines, rules and rows are dealt out to pages: none is lost, and what belongs together stays."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose, page_setup
from danvan_desktop.layout.compose.styles import make_styles
from danvan_desktop.layout.document import (
    Document,
    DocumentPart,
    Flow,
    GridCell,
    GridTable,
    HorizontalRule,
    Metadata,
    PageSetup,
    Span,
    StyledParagraph,
)
from danvan_desktop.layout.pages import Page, Pages
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.layout.typeset.paragraph_lines import set_lines
from danvan_desktop.layout.typeset.table_rows import parted_rows
from danvan_desktop.report import model
from danvan_desktop.report.model import Annex, Margins, Settings
from tests.builders.process_figures import processor_seconds
from tests.builders.reports import NOW, SENTENCE, block, report
from tests.layout.page_lines import line_text

STYLES = make_styles(Settings())
SETUP = page_setup(Margins())
BOTTOM = SETUP.height - SETUP.bottom
PITCH = STYLES.body.pitch
BORDER = 10


def body(text: str = "Một dòng.") -> StyledParagraph:
    return StyledParagraph(STYLES.body, (Span(text),))


def heading(text: str = "1. Ưu điểm", level: int = 1) -> StyledParagraph:
    return StyledParagraph(STYLES.heading(level), (Span(text, bold=True),))


def text_cell(*texts: str, cols: int = 1, rows: int = 1, header: bool = False) -> GridCell:
    style = STYLES.cells["left"]
    return GridCell(
        tuple(StyledParagraph(style, (Span(text),)) for text in texts), cols=cols, rows=rows, header=header
    )


def table(*rows: tuple[GridCell | None, ...], header_rows: int = 0, keep_together: bool = False) -> GridTable:
    count = len(rows[0])
    edge = SETUP.text_width // count
    return GridTable(
        "body",
        (edge,) * (count - 1) + (SETUP.text_width - edge * (count - 1),),
        rows,
        header_rows=header_rows,
        borders=True,
        padding=85,
        before=120,
        after=120,
        keep_together=keep_together,
    )


def set_flow(flow: list[Flow], fonts: FontSet, setup: PageSetup = SETUP) -> Pages:
    document = Document(
        (DocumentPart(setup, tuple(flow), STYLES.page_number),), Metadata("t", "a", "id", NOW)
    )
    return typeset(document, fonts)


def page_texts(page: Page) -> list[str]:
    return [line_text(line) for line in page.lines]


FEW: list[Flow] = [body(f"dòng {i}") for i in range(10)]


def lines_of(count: int, fonts: FontSet) -> StyledParagraph:
    """A paragraph of so many lines."""
    words = "nhân dân " * 200
    made = (body(words[:end]) for end in range(9, len(words), 9))
    return next(text for text in made if len(set_lines(text, 0, SETUP.text_width, fonts)) == count)


def room_after_few(lines: int) -> PageSetup:
    """Pages on which just so many lines of a paragraph find room below :data:`FEW`."""
    height = len(FEW) * (STYLES.body.before + PITCH) + STYLES.body.before + lines * PITCH
    return replace(SETUP, bottom=SETUP.height - SETUP.top - height)


def lines_to_fill(rest: int) -> list[Flow]:
    """One-line paragraphs that leave less than ``rest`` + one line of room on the first page."""
    step = STYLES.body.before + PITCH
    return [body(f"dòng {i}") for i in range((BOTTOM - SETUP.top - rest) // step)]


def grids_of(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    return st.integers(1, 4).flatmap(
        lambda columns: st.lists(st.lists(texts, min_size=columns, max_size=columns), min_size=1, max_size=6)
    )


def tables_of(texts: st.SearchStrategy[str]) -> st.SearchStrategy[GridTable]:
    return st.builds(
        lambda grid, header, together: table(
            *(tuple(text_cell(text) for text in row) for row in grid),
            header_rows=header,
            keep_together=together,
        ),
        grids_of(texts),
        st.integers(0, 2),
        st.booleans(),
    )


def flows_with(tables: st.SearchStrategy[GridTable]) -> st.SearchStrategy[list[Flow]]:
    return st.lists(
        st.one_of(
            texts.map(body),
            st.just(heading()),
            tables,
            st.just(HorizontalRule(2000, 10, before=20, after=60)),
            st.integers(1, 20).map(lambda n: body(SENTENCE * n)),
        ),
        max_size=20,
    )


short_words = st.sampled_from(["cơ", "quan", "phối hợp", "nhân dân", "25-NQ/TW"])
words = short_words | st.just("w" * 90)
texts = st.lists(words, max_size=60).map(" ".join)
flows = flows_with(tables_of(texts))
flows_with_low_rows = flows_with(tables_of(st.lists(short_words, max_size=3).map(" ".join)))


def shown_text(pages: Pages) -> dict[tuple[int, ...], str]:
    found: dict[tuple[int, ...], str] = {}
    for page in pages.pages:
        for line in page.lines:
            text = line.paragraph.text
            assert found.get(line.path, "") == text[: line.start]
            found[line.path] = found.get(line.path, "") + text[line.start : line.end]
    return found


def flow_text(flow: list[Flow]) -> dict[tuple[int, ...], str]:
    found: dict[tuple[int, ...], str] = {}
    for place, item in enumerate(flow):
        if isinstance(item, StyledParagraph):
            found[0, place] = item.text
        elif isinstance(item, GridTable):
            for r, row in enumerate(item.rows):
                for c, cell in enumerate(row):
                    for i, content in enumerate(cell.content if cell else ()):
                        if isinstance(content, StyledParagraph):
                            found[0, place, r, c, i] = content.text
    return found


@settings(max_examples=60)
@given(flows)
def test_every_character_is_on_a_page_once_and_in_order(fonts: FontSet, flow: list[Flow]) -> None:
    pages = set_flow(flow, fonts)
    assert shown_text(pages) == flow_text(flow)
    paths = list(dict.fromkeys(line.path[:2] for page in pages.pages for line in page.lines))
    assert paths == sorted(paths)


@settings(max_examples=60)
@given(flows)
def test_no_line_leaves_its_page(fonts: FontSet, flow: list[Flow]) -> None:
    for page in set_flow(flow, fonts).pages:
        for line in (*page.lines, *page.repeated_lines):
            assert SETUP.top <= line.top
            assert line.top + line.paragraph.style.pitch <= BOTTOM
            assert line.top < line.baseline < line.top + line.paragraph.style.pitch
        for stroke in page.strokes:
            assert SETUP.top <= stroke.y1 <= stroke.y2 <= BOTTOM + 20


@settings(max_examples=60)
@given(flows)
def test_lines_of_the_flow_stand_below_each_other(fonts: FontSet, flow: list[Flow]) -> None:
    for page in set_flow(flow, fonts).pages:
        free = [line for line in page.lines if len(line.path) == 2]
        for above, below in pairwise(free):
            assert below.top >= above.top + above.paragraph.style.pitch


@settings(max_examples=40)
@given(flows_with_low_rows)
def test_no_page_but_one_of_titles_alone_ends_with_a_title(fonts: FontSet, flow: list[Flow]) -> None:
    pages = set_flow(flow, fonts).pages
    for page in pages[:-1]:
        bold = [line.paragraph.style.keep_next for line in page.lines]
        assert not bold or not bold[-1] or all(bold)


def test_a_document_without_text_has_one_page(fonts: FontSet) -> None:
    assert len(set_flow([], fonts).pages) == 1


def test_a_line_that_ends_at_the_bottom_margin_still_fits(fonts: FontSet) -> None:
    flow: list[Flow] = [body(f"dòng {i}") for i in range(60)]
    first = set_flow(flow, fonts).pages[0]
    last = first.lines[-1]
    step = STYLES.body.before + PITCH
    assert BOTTOM - step < last.top + PITCH <= BOTTOM
    exact = replace(SETUP, bottom=SETUP.height - last.top - PITCH)
    assert len(set_flow(flow, fonts, exact).pages[0].lines) == len(first.lines)
    tighter = replace(exact, bottom=exact.bottom + 1)
    assert len(set_flow(flow, fonts, tighter).pages[0].lines) == len(first.lines) - 1


def test_the_room_before_a_paragraph_vanishes_at_the_top_of_all_pages_but_the_first(fonts: FontSet) -> None:
    pages = set_flow([body(f"dòng {i}") for i in range(60)], fonts).pages
    assert [page.lines[0].top for page in pages] == [SETUP.top + STYLES.body.before, SETUP.top]


def test_a_title_moves_to_the_next_page_with_the_line_after_it(fonts: FontSet) -> None:
    filled = lines_to_fill(rest=2 * (STYLES.body.before + PITCH))
    flow = [*filled, heading("I. MỤC"), heading("1. Khoản"), body(), body()]
    first, second = set_flow(flow, fonts).pages
    assert page_texts(first)[-1].startswith("dòng")
    assert page_texts(second)[:3] == ["I. MỤC", "1. Khoản", "Một dòng."]


def test_a_title_of_two_lines_is_not_divided(fonts: FontSet) -> None:
    filled = lines_to_fill(rest=2 * PITCH)
    first, second = set_flow([*filled, heading("Khoản " * 14), body()], fonts).pages
    assert len(first.lines) == len(filled)
    assert len(second.lines) == 3


def test_a_paragraph_longer_than_a_page_goes_on(fonts: FontSet) -> None:
    pages = set_flow([body(SENTENCE * 100)], fonts).pages
    assert [len(page.lines) for page in pages[:-1]] == [42] * (len(pages) - 1)


@pytest.mark.parametrize(
    ("length", "room", "stay"),
    [(2, 1, 0), (3, 1, 0), (3, 2, 0), (4, 1, 0), (4, 2, 2), (4, 3, 2), (5, 4, 3), (6, 1, 0), (6, 5, 4)],
)
def test_no_first_and_no_last_line_stands_alone(fonts: FontSet, length: int, room: int, stay: int) -> None:
    first, second = set_flow([*FEW, lines_of(length, fonts)], fonts, room_after_few(room)).pages
    assert len(first.lines) - len(FEW) == stay
    assert len(second.lines) == length - stay


def test_a_title_goes_with_two_lines_of_its_text(fonts: FontSet) -> None:
    flow = [*FEW, heading(), lines_of(4, fonts)]
    setup = room_after_few(2)
    lower = replace(setup, bottom=setup.bottom - STYLES.body.before - PITCH)
    assert [len(page.lines) for page in set_flow(flow, fonts, setup).pages] == [len(FEW), 5]
    assert [len(page.lines) for page in set_flow(flow, fonts, lower).pages] == [len(FEW) + 3, 2]


def test_more_titles_than_a_page_holds_are_still_all_printed(fonts: FontSet) -> None:
    pages = set_flow([heading(f"{i}. Khoản") for i in range(100)], fonts).pages
    assert sum(len(page.lines) for page in pages) == 100


@pytest.mark.parametrize("room", range(0, 4_000, 210))
def test_the_signing_block_never_stands_alone(fonts: FontSet, room: int) -> None:
    made = report((*(block(i, f"dòng {i}") for i in range(1, 26)), block(90, SENTENCE * 4)))
    made = replace(made, settings=Settings(margins_mm=Margins(bottom=20 + room / 56.7)))
    pages = typeset(compose(made, fonts), fonts).pages
    with_block = [page for page in pages if "Nơi nhận:" in page_texts(page)]
    assert with_block == [pages[-1]]
    assert page_texts(pages[-1])[-1] == "Nguyễn Văn A"
    above = [line for line in pages[-1].lines if len(line.path) == 2]
    assert len(above) >= 2


@pytest.mark.parametrize("count", [20, 30, 60])
def test_a_long_list_of_recipients_goes_on_below_the_signature_and_never_leaves_the_text(
    fonts: FontSet, count: int
) -> None:
    names = tuple(f"Ủy ban nhân dân xã Bình Yên số {i}, tỉnh Hương Giang" for i in range(count))
    made = report(tuple(block(i, SENTENCE * 2) for i in range(1, 9)), recipients=names)
    pages = typeset(compose(made, fonts), fonts).pages
    (start,) = [page for page in pages if "Nơi nhận:" in page_texts(page)]
    assert {"KT. CHÁNH VĂN PHÒNG", "Nguyễn Văn A"} <= {*page_texts(start)}
    assert sum(len(line.path) == 2 for line in start.lines) >= 2
    listed = {line.paragraph.text: None for page in pages for line in page.lines}
    assert [text for text in listed if text.startswith("- ")] == [
        *(f"- {n};" for n in names),
        "- Lưu: VT, VP1.",
    ]
    assert all(page.lines for page in pages)


def test_a_table_moves_row_by_row_and_its_header_is_drawn_again(fonts: FontSet) -> None:
    rows = [(text_cell("TT", header=True), text_cell("Nội dung", header=True))]
    rows += [(text_cell(str(i)), text_cell(SENTENCE * 3)) for i in range(30)]
    pages = set_flow([body(), table(*rows, header_rows=1), body("sau")], fonts).pages
    assert len(pages) > 1
    assert pages[0].repeated_lines == ()
    for page in pages[1:]:
        assert [line_text(line) for line in page.repeated_lines] == ["TT", "Nội dung"]
        assert page.repeated_lines[0].top == SETUP.top + BORDER + STYLES.cells["left"].before
        assert page.repeated_lines[0].top < page.lines[0].top
    slices = [(s.first_row, s.last_row, s.repeated) for page in pages for s in page.tables]
    assert slices[0][0] == 0
    assert slices[-1][1] == 30
    assert all(after[0] == before[1] + 1 for before, after in pairwise(slices))
    assert [repeated for _, _, repeated in slices] == [0, *[1] * (len(slices) - 1)]
    assert page_texts(pages[-1])[-1] == "sau"


def test_the_last_row_of_a_table_never_begins_a_page_alone(fonts: FontSet) -> None:
    rows = [(text_cell("TT", header=True),), *((text_cell(str(i)),) for i in range(12))]
    style = STYLES.cells["left"]
    row = BORDER + style.before + style.pitch + style.after
    made = replace(table(*rows, header_rows=1), last_rows=2)
    setup = replace(SETUP, bottom=SETUP.height - SETUP.top - made.before - 12 * row - BORDER)
    slices = [page.tables[0] for page in set_flow([made], fonts, setup).pages]
    assert [(piece.first_row, piece.last_row) for piece in slices] == [(0, 10), (11, 12)]


def test_a_table_at_the_end_gives_the_signing_block_its_last_two_rows(fonts: FontSet) -> None:
    rows = tuple((model.Cell(((model.Run(f"việc {i}"),),)),) for i in range(33))
    last = model.Table(1, (model.Column(1),), rows)
    pages = typeset(compose(report((last,)), fonts), fonts).pages
    assert [piece.table.name for piece in pages[-1].tables] == ["body", "closing"]
    assert [line_text(line) for line in pages[-1].lines][:2] == ["việc 31", "việc 32"]


def test_a_header_is_never_left_without_a_row(fonts: FontSet) -> None:
    filled = lines_to_fill(rest=2 * (STYLES.body.before + PITCH))
    rows = [(text_cell("TT", header=True),), (text_cell(SENTENCE * 2),)]
    first, second = set_flow([*filled, table(*rows, header_rows=1)], fonts).pages
    assert len(first.lines) == len(filled)
    assert page_texts(second)[0] == "TT"


def test_a_row_is_as_high_as_its_tallest_cell_and_framed_on_all_sides(fonts: FontSet) -> None:
    page = set_flow([table((text_cell("một"), text_cell("một", "hai", "ba")))], fonts).pages[0]
    style = STYLES.cells["left"]
    height = BORDER + 3 * (style.before + style.pitch + style.after)
    top = SETUP.top + 120
    assert {(s.y1, s.y2) for s in page.strokes if s.x1 == s.x2} == {(top, top + height)}
    assert {s.x1 for s in page.strokes if s.x1 == s.x2} == {1701, 1701 + 4535, 1701 + 9071}
    assert {s.y1 for s in page.strokes if s.y1 == s.y2} == {top, top + height}
    assert len(page.strokes) == len(set(page.strokes))


def test_the_line_below_the_last_row_has_to_find_room_on_the_page_too(fonts: FontSet) -> None:
    rows = table(*((text_cell(f"hàng {n}"), text_cell("x")) for n in range(6)))
    bottom = max(stroke.y2 for stroke in set_flow([rows], fonts).pages[0].strokes)
    fitting = replace(SETUP, bottom=SETUP.height - bottom - BORDER)
    assert len(set_flow([rows], fonts, fitting).pages) == 1
    tighter = replace(fitting, bottom=fitting.bottom + 1)
    assert len(set_flow([rows], fonts, tighter).pages) == 2


def test_what_is_as_high_as_the_page_loses_the_room_before_it_on_the_first_page_too(fonts: FontSet) -> None:
    whole = replace(lines_of(5, fonts), style=replace(STYLES.body, keep_lines=True))
    exact = replace(SETUP, bottom=SETUP.height - SETUP.top - 5 * PITCH)
    (page,) = set_flow([whole], fonts, exact).pages
    assert [line.top for line in page.lines] == [SETUP.top + PITCH * n for n in range(5)]
    looser = replace(exact, bottom=exact.bottom - 40)
    (page,) = set_flow([whole], fonts, looser).pages
    assert page.lines[0].top == SETUP.top + 40


def test_a_cell_over_columns_and_rows_holds_its_rows_together(fonts: FontSet) -> None:
    filled = lines_to_fill(rest=PITCH)
    spanning = table(
        (text_cell("trái", rows=2), text_cell("trên", cols=2), None),
        (None, text_cell("giữa"), text_cell("phải")),
    )
    first, second = set_flow([*filled, spanning], fonts).pages
    assert len(first.lines) == len(filled)
    lines = {line_text(line): line for line in second.lines}
    assert lines["trái"].top == lines["trên"].top < lines["giữa"].top == lines["phải"].top
    assert lines["giữa"].fragments[0].x == lines["trên"].fragments[0].x


def test_a_cell_over_rows_makes_room_for_its_own_text(fonts: FontSet) -> None:
    tall = table((text_cell("a", "b", "c", "d", rows=2), text_cell("1")), (None, text_cell("2")))
    page = set_flow([tall, body("sau")], fonts).pages[0]
    lines = {line_text(line): line for line in page.lines}
    assert lines["sau"].top > lines["d"].top + STYLES.cells["left"].pitch


def test_many_rows_under_one_cell_go_on_over_the_page_and_no_line_crosses_that_cell(fonts: FontSet) -> None:
    first = model.Cell(((model.Run("Xã Bình Yên"),),), rows=60)
    second = [model.Cell(((model.Run(f"việc {i}"),),)) for i in range(60)]
    rows = tuple((None if i else first, cell) for i, cell in enumerate(second))
    annex = Annex(40, blocks=(model.Table(41, (model.Column(1), model.Column(1)), rows, header_rows=0),))
    _, *pages = typeset(compose(report(annexes=(annex,)), fonts), fonts).pages
    slices = [(piece.first_row, piece.last_row) for page in pages for piece in page.tables]
    assert [first for first, _ in slices] == [0, *(last + 1 for _, last in slices[:-1])]
    assert len(slices) == len(pages) == 2
    for page in pages:
        across = [stroke for stroke in page.strokes if stroke.y1 == stroke.y2]
        ys = {stroke.y1 for stroke in across if stroke.x2 == SETUP.width - SETUP.right}
        assert {stroke.y1 for stroke in across if stroke.x1 == SETUP.left} == {min(ys), max(ys)}
        assert len(ys) > 20


def test_few_rows_under_one_cell_stay_on_one_page(fonts: FontSet) -> None:
    under = [(text_cell("một", rows=4), text_cell("a")), *((None, text_cell("b")) for _ in range(3))]
    assert [*parted_rows(table(*under), fonts)] == []
    cell = text_cell(*(f"dòng {i}" for i in range(10)), rows=40)
    many = [(cell, text_cell("a")), *((None, text_cell("b")) for _ in range(39))]
    parted = [*parted_rows(table(*many), fonts)]
    assert parted == [*range(parted[0], 39)]
    assert 8 < parted[0] < 12, "while the cell's own ten lines last no page ends"


def test_a_row_higher_than_a_page_is_divided_between_lines(fonts: FontSet) -> None:
    tall = table(
        (text_cell("trái"), text_cell(*(f"dòng {i}" for i in range(120)))), (text_cell("x"), text_cell("y"))
    )
    pages = set_flow([body(), tall], fonts).pages
    assert len(pages) >= 3
    assert [s.first_row for page in pages for s in page.tables][:2] == [0, 0]
    numbered = [text for page in pages for text in page_texts(page) if text.startswith("dòng")]
    assert numbered == [f"dòng {i}" for i in range(120)]


def test_every_part_counts_its_pages_from_one(fonts: FontSet) -> None:
    made = report((block(1, SENTENCE * 40),), annexes=(Annex(40, blocks=(block(41, SENTENCE * 40),)),))
    pages = typeset(compose(made, fonts), fonts).pages
    numbers = [
        (page.part, page.number, page.page_number.text if page.page_number else None) for page in pages
    ]
    assert numbers == [(0, 1, None), (0, 2, "2"), (1, 1, None), (1, 2, "2")]


def test_a_landscape_annex_is_set_across(fonts: FontSet) -> None:
    annex = Annex(40, orientation="landscape", blocks=(block(41, SENTENCE * 3),))
    page = typeset(compose(report(annexes=(annex,)), fonts), fonts).pages[-1]
    assert page.width > page.height
    assert max(f.x + f.width for line in page.lines for f in line.fragments) > 11906


def test_setting_takes_time_in_proportion_to_the_text(fonts: FontSet) -> None:
    def seconds(times: int) -> float:
        flow: list[Flow] = [heading(), body(SENTENCE * 8), table((text_cell("a"), text_cell(SENTENCE)))]
        return processor_seconds(lambda: set_flow(flow * times, fonts))

    seconds(2)
    small = min(seconds(20) for _ in range(3))
    assert min(seconds(200) for _ in range(3)) < 20 * max(small, 1e-3)
