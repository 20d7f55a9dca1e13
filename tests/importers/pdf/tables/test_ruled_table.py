"""Ruled tables with their text, on one page and over a page end."""

from danvan_desktop.importers.pdf.lines.rows import rows_of
from danvan_desktop.importers.pdf.tables.grid import find_grids
from danvan_desktop.importers.pdf.tables.join_over_pages import join_over_pages
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable, to_table
from danvan_desktop.reading.pdf.page import Glyph, StructureTag
from danvan_desktop.report.model import Run, plain
from tests.builders.pdf_glyphs import letters, page, ruled


def table_of(
    *lines: list[Glyph], ys: tuple[float, ...], number: int = 0, tags: dict[int, StructureTag] | None = None
) -> RuledTable:
    (grid,) = find_grids(ruled((100, 200, 300), ys))
    ruled_table = to_table(grid, rows_of(page(*lines, number=number, tags=tags)), own=False)
    assert ruled_table is not None
    return ruled_table


def test_text_goes_into_the_cell_in_which_it_stands_and_bold_rows_are_headers() -> None:
    first = table_of(
        letters("Nội dung", 105, 64, bold=True),
        letters("Năm", 240, 64, bold=True),
        letters("một hai ba bốn năm", 105, 84),
        letters("sáu", 105, 96),
        letters("12", 285, 84),
        ys=(50, 70, 100),
    )
    assert first.table.header_rows == 1
    assert [[plain(cell.paragraphs[0]) for cell in row if cell] for row in first.table.rows] == [
        ["Nội dung", "Năm"],
        ["một hai ba bốn năm sáu", "12"],
    ]
    assert first.table.columns[1].align == "right"
    assert first.table.rows[0][0] is not None
    assert first.table.rows[0][0].paragraphs == ((Run("Nội dung"),),)


def test_a_table_over_two_pages_is_one_and_its_header_stands_once() -> None:
    head = [letters("Tên", 105, 64, bold=True), letters("Số", 205, 64, bold=True)]
    first = table_of(*head, letters("a", 105, 84), letters("1", 205, 84), ys=(50, 70, 90))
    second = table_of(*head, letters("b", 105, 84), letters("2", 205, 84), ys=(50, 70, 90), number=1)
    whole = join_over_pages(first, second)
    assert whole is not None
    assert [[plain(c.paragraphs[0]) for c in row if c] for row in whole.table.rows] == [
        ["Tên", "Số"],
        ["a", "1"],
        ["b", "2"],
    ]
    assert whole.repeated == ("Tên Số",)


def test_a_row_that_a_page_end_has_cut_is_one() -> None:
    first = table_of(letters("1", 105, 64), letters("vận động Nhân", 205, 64), ys=(50, 66, 67))
    second = table_of(letters("dân hiến đất;", 205, 64), letters("2", 105, 84), ys=(50, 70, 90), number=1)
    whole = join_over_pages(first, second)
    assert whole is not None
    rows = [["/".join(map(plain, c.paragraphs)) for c in row if c] for row in whole.table.rows]
    assert rows[-2:] == [["1", "vận động Nhân dân hiến đất;"], ["2", ""]]


def cells(*, header: int) -> list[list[Glyph]]:
    """Three rows of two cells, each cell of its own block; the first ``header`` cells are bold."""
    return [
        letters(text, 105 + 100 * (index % 2), 64 + 20 * (index // 2), bold=index < header, mcid=index)
        for index, text in enumerate(("Tên", "Số", "Xã A", "12", "Xã B", "15"))
    ]


def headers(*indices: int) -> dict[int, StructureTag]:
    return {
        index: StructureTag((0, index), "TH" if index in indices else "TD", header=index in indices)
        for index in range(6)
    }


YS = (50, 70, 90, 110)


def test_cells_that_head_rows_make_no_header_of_their_rows() -> None:
    assert table_of(*cells(header=2), ys=YS, tags=headers(0, 1, 2, 4)).table.header_rows == 1
    assert table_of(*cells(header=0), ys=YS, tags=headers(0, 2, 4)).table.header_rows == 0
    assert table_of(*cells(header=2), ys=YS, tags=headers(0, 2, 4)).table.header_rows == 1
    assert table_of(*cells(header=0), ys=YS, tags=headers(0, 1, 2, 3)).table.header_rows == 2


def test_a_title_within_a_table_is_no_header() -> None:
    title = [letters("Khối xã", 105, 84, bold=True)]
    lines = [*cells(header=2)[:2], *title, letters("Xã A", 105, 104), letters("12", 205, 104)]
    assert table_of(*lines, ys=YS).table.header_rows == 1
