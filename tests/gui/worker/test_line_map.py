"""Which line of paper is which stretch of the report, and where pages lie on the ground."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.gui.preview.page_geometry import (
    GAP,
    ZOOMS,
    PageGeometry,
    find_line,
    fitting_zoom,
    line_at,
    next_zoom,
    spot_on,
)
from danvan_desktop.gui.worker.line_map import look_of, page_maps
from danvan_desktop.gui.worker.messages import LinePlace, PageMap, ReportSpot
from danvan_desktop.report.model import Paragraph, Part, Report, Run
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.process_figures import processor_seconds

A4 = PageMap(11906, 16838, (), 0)
LONG = "Văn phòng đã tổ chức hội nghị quán triệt đến toàn thể công chức, viên chức và người lao động. " * 6


def long_report() -> Report:
    """Make the report of all kinds of blocks, with long paragraphs."""
    made = samples.report()
    blocks = tuple(
        replace(block, runs=(Run(LONG),)) if isinstance(block, Paragraph) and block.id in {11, 21} else block
        for block in made.sections[1].blocks
    )
    second = replace(made.sections[1], blocks=blocks, part=Part("I", (Run("Phần đầu"),)))
    return renumber(replace(made, sections=(made.sections[0], second, *made.sections[2:])))


@pytest.fixture(scope="module")
def maps() -> tuple[PageMap, ...]:
    made = long_report()
    return page_maps(PreparedReport(made).pages, made)


def lines_of(maps: tuple[PageMap, ...], place: str) -> list[LinePlace]:
    return [line for page in maps for line in page.lines if line.place == place]


def test_every_line_has_a_place(maps: tuple[PageMap, ...]) -> None:
    assert [line for page in maps for line in page.lines if not line.place] == []


def test_every_printed_block_has_its_lines_in_one_piece(maps: tuple[PageMap, ...]) -> None:
    for block in long_report().sections[1].blocks:
        if isinstance(block, Paragraph) and block.runs:
            lines = lines_of(maps, f"block:{block.id}")
            assert lines, block
            assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
            text = "".join(run.text for run in block.runs)
            assert lines[0].start <= 0
            assert lines[-1].end >= len(text.rstrip())


def test_the_number_before_a_text_does_not_count(maps: tuple[PageMap, ...]) -> None:
    first = {name: lines_of(maps, name)[0].start for name in ("block:12", "block:15", "block:18", "block:11")}
    assert first == {
        "block:12": -len("1. "),
        "block:15": -len("a) "),
        "block:18": -len("- "),
        "block:11": 0,
    }


def test_headings_fields_and_names_have_places(maps: tuple[PageMap, ...]) -> None:
    found = {line.place for page in maps for line in page.lines}
    assert {"letterhead", "kind", "subject", "section:2", "annex:5", "block:17"} <= found
    assert lines_of(maps, "block:17")[0].cell is None  # the table's name stands above it
    assert lines_of(maps, "section:2")[0].start == 0  # the Phần above the Mục leads to the Mục


def test_each_line_of_letterhead_and_closing_block_is_its_fields(maps: tuple[PageMap, ...]) -> None:
    fields = [line.place for page in maps for line in page.lines if "." in line.place]
    assert list(dict.fromkeys(fields)) == [
        "letterhead.parent_agency",
        "letterhead.agency",
        "letterhead.symbol",
        "letterhead.place",
        "filing.unit",
        "signature.lines",
        "signature.signer",
    ]
    assert lines_of(maps, "recipients")
    assert {line.cell for line in lines_of(maps, "letterhead.agency")} == {None}


def test_a_cell_is_known_by_row_column_and_paragraph(maps: tuple[PageMap, ...]) -> None:
    cells = {line.cell for line in lines_of(maps, "block:17") if line.cell}
    assert cells == {(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 0), (1, 1, 1), (2, 0, 0)}


def test_letters_beyond_the_first_plane_count_twice() -> None:
    made = samples.report()
    made = replace(made, opening=(samples.paragraph(33, "𝔇" * 3 + " hết"),))
    (line,) = lines_of(page_maps(PreparedReport(made).pages, made), "block:33")
    assert line.end == 3 * 2 + len(" hết")


def test_places_are_found_in_time_in_proportion_to_the_text() -> None:
    def seconds(words: int) -> float:
        made = replace(samples.report(), opening=(samples.paragraph(33, "nhân dân " * words),))
        pages = PreparedReport(made).pages
        return processor_seconds(lambda: page_maps(pages, made))

    seconds(100)
    assert seconds(40_000) < 30 * max(seconds(4_000), 1e-4)


def test_only_what_is_drawn_tells_pages_apart() -> None:
    pages = PreparedReport(samples.report()).pages.pages
    page = next(page for page in pages if page.lines and page.lines[0].fragments)
    line = page.lines[0]
    fragment = line.fragments[0]
    elsewhere = replace(line, path=(9, 9), paragraph=replace(line.paragraph, bookmark="_dv_999"))
    drawn = replace(line, fragments=(replace(fragment, text=fragment.text + "!"), *line.fragments[1:]))
    assert look_of(page) == look_of(replace(page, lines=(elsewhere, *page.lines[1:])))
    assert look_of(page) != look_of(replace(page, lines=(drawn, *page.lines[1:])))


@pytest.mark.parametrize("identity", [11, 21, 31])
def test_a_click_on_a_line_comes_back_to_that_line(maps: tuple[PageMap, ...], identity: int) -> None:
    for number, page in enumerate(maps):
        for line in page.lines:
            if line.place == f"block:{identity}":
                x = (line.left + line.right) / 2
                hit = line_at(page, x, (line.top + line.bottom) / 2)
                assert hit == line
                assert find_line(maps, spot_on(line, x)) == (number, line)


def test_a_place_that_is_not_printed_is_on_no_line(maps: tuple[PageMap, ...]) -> None:
    assert find_line(maps, ReportSpot("block:22")) is None
    assert line_at(maps[0], 5000, 16000) is None or maps[0].lines[-1].bottom > 15000


@given(st.floats(0.25, 3), st.sampled_from([1.0, 1.25, 1.5, 2.0]), st.integers(1, 9))
def test_pages_fall_on_whole_dots_and_do_not_touch(zoom: float, ratio: float, count: int) -> None:
    geometry = PageGeometry((A4,) * count, zoom, ratio)
    for page in range(count):
        width, height = geometry.sizes[page]
        assert (round(width * ratio), round(height * ratio)) == geometry.dots(page)
        assert geometry.tops[page + 1] == pytest.approx(geometry.tops[page] + height + GAP)
        assert geometry.visible(geometry.tops[page], geometry.tops[page] + 1) == [page]
        assert geometry.page_at(geometry.tops[page]) == page


def test_fitting_fills_the_room_and_keeps_to_what_can_be_read() -> None:
    assert PageGeometry((A4,), fitting_zoom((A4,), 600)).width == pytest.approx(600, abs=1)
    assert fitting_zoom((A4,), 20) == ZOOMS[0]
    assert fitting_zoom((A4,), 9000) == ZOOMS[-1]


@given(st.floats(0.25, 3))
def test_zoom_steps_go_up_and_down_and_end(zoom: float) -> None:
    assert next_zoom(zoom, 1) > zoom or zoom >= ZOOMS[-1] / 1.01
    assert next_zoom(zoom, -1) < zoom or zoom <= ZOOMS[0] / 0.99
