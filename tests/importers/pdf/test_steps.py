"""The steps from letters to paragraphs, one by one."""

import pytest

from danvan_desktop.importers.pdf.lines.columns import part_columns
from danvan_desktop.importers.pdf.lines.font_encodings import converted
from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.paragraphs import RowJoiner, TextArea
from danvan_desktop.importers.pdf.lines.rows import PdfRow, rows_of
from danvan_desktop.importers.pdf.lines.runs import runs_of
from danvan_desktop.importers.pdf.pages.headers_footers import set_aside
from danvan_desktop.importers.pdf.tables.grid import find_grids
from danvan_desktop.importers.pdf.tables.join_over_pages import one_table
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable, to_table
from danvan_desktop.reading.pdf.page import Glyph, PdfStroke, StructureTag
from danvan_desktop.report.model import Run, plain
from tests.importers.pdf.pages import glyph, letters, page, ruled

FRAME = TextArea(left=100, right=500, pitch=14)
FULL = "x" * 80


def texts(made: ImportedPage) -> list[str]:
    return [row.text for row in rows_of(made)]


def joined(*lines: tuple[str, float, float]) -> list[str]:
    """The paragraphs of lines, each with where it begins and its baseline."""
    joiner = RowJoiner()
    for text, x, y in lines:
        (row,) = rows_of(page(letters(text, x, y)))
        joiner.add(row, FRAME)
    return [passage.text for passage in joiner.finish()]


# ------------------------------------------------------------------------------------------------ rows


def test_letters_on_one_baseline_are_a_row_and_a_wide_gap_makes_two() -> None:
    assert texts(page(letters("một hàng", 100, 50), letters("hai", 300, 50.4), letters("ba", 100, 64))) == [
        "một hàng",
        "hai",
        "ba",
    ]


def test_words_that_stand_apart_get_a_space() -> None:
    assert texts(page(letters("công|tác", 100, 50))) == ["công tác"]


def test_a_raised_letter_belongs_to_the_row_beside_it() -> None:
    made = page(letters("320 m", 100, 50), letters("2", 125, 46, size=6), letters(" nhà", 128, 50))
    (row,) = rows_of(made)
    assert runs_of([row], spaces_kept=True) == (Run("320 m"), Run("2", vertical="super"), Run(" nhà"))


def test_a_line_right_below_letters_underlines_them() -> None:
    (row,) = rows_of(page(letters("một hai", 100, 50), strokes=(PdfStroke(120, 51.2, 135, 51.2),)))
    assert runs_of([row], spaces_kept=True) == (Run("một "), Run("hai", underline=True))


def test_blocks_of_a_tagged_file_are_rows_of_their_own_however_close() -> None:
    tags = {0: StructureTag((0, 1), "P"), 1: StructureTag((0, 2), "P")}
    made = page(letters("trái", 100, 50, mcid=0), letters("phải", 122, 50, mcid=1), tags=tags)
    assert texts(made) == ["trái", "phải"]


def test_decomposed_letters_come_out_composed() -> None:
    glyphs = [*letters("e", 100, 50), glyph("\u0302", 103, 105, 50, 10), glyph("\u0301", 103, 105, 50, 10)]
    (row,) = rows_of(page(glyphs))
    assert plain(runs_of([row], spaces_kept=True)) == "ế"


# ------------------------------------------------------------------------------------------ paragraphs


def test_a_row_goes_on_where_the_next_word_had_no_room() -> None:
    assert joined((FULL, 100, 50), ("tiếp theo.", 100, 64)) == [f"{FULL} tiếp theo."]
    assert joined(("Ngắn", 100, 50), ("tiếp theo.", 100, 64)) == ["Ngắn", "tiếp theo."]


def test_an_indented_row_begins_a_paragraph_under_a_full_one() -> None:
    assert joined((FULL, 100, 50), (f"{FULL[:70]}.", 100, 64), ("Đoạn sau", 128, 78)) == [
        f"{FULL} {FULL[:70]}.",
        "Đoạn sau",
    ]


def test_room_between_rows_parts_paragraphs() -> None:
    assert joined((FULL, 100, 50), ("Đoạn sau", 100, 70)) == [FULL, "Đoạn sau"]


def test_a_hanging_indent_is_no_new_paragraph() -> None:
    dash = f"- {FULL[:74]}"
    assert joined((dash, 120, 50), ("tiếp theo.", 130, 64)) == [f"{dash} tiếp theo."]


def test_a_bold_title_ends_where_thin_text_begins() -> None:
    joiner = RowJoiner()
    for line in (letters(FULL, 100, 50, bold=True), letters("văn bản", 100, 64)):
        joiner.add(rows_of(page(line))[0], FRAME)
    assert [passage.bold for passage in joiner.finish()] == [True, False]


def test_a_document_number_broken_at_its_hyphen_is_whole_again() -> None:
    rows = [rows_of(page(letters(text, 100, 50)))[0] for text in ("Nghị quyết số 25-", "NQ/TW về")]
    assert plain(runs_of(rows, spaces_kept=False)) == "Nghị quyết số 25-NQ/TW về"
    rows = [rows_of(page(letters(text, 100, 50)))[0] for text in ("kinh tế -", "xã hội")]
    assert plain(runs_of(rows, spaces_kept=False)) == "kinh tế - xã hội"


def test_a_block_of_a_tagged_file_goes_on_on_the_next_page() -> None:
    joiner = RowJoiner()
    for number, tag in enumerate(
        (StructureTag((0, 9), "P", goes_on=True), StructureTag((1, 2), "P", came=True))
    ):
        made = page(letters("Một câu", 100, 50, mcid=0), tags={0: tag}, number=number)
        joiner.add(rows_of(made)[0], FRAME)
    assert [passage.text for passage in joiner.finish()] == ["Một câu Một câu"]


# ------------------------------------------------------------------------------------------- furniture


def kept(pages: list[ImportedPage]) -> tuple[list[list[str]], list[str], list[str]]:
    rest, furniture = set_aside(pages, [rows_of(made) for made in pages])
    return [[row.text for row in rows] for rows in rest], furniture.numbers, furniture.heads


@pytest.mark.parametrize("text", ["2", "- 2 -", "Trang 2", "2/5", "trang 2/5"])
@pytest.mark.parametrize("y", [40, 770])
def test_a_page_number_stands_alone_at_the_edge(text: str, y: float) -> None:
    made = [page(letters("văn bản", 100, 400), letters(text, 290, y), number=number) for number in (1, 2)]
    assert kept(made) == ([["văn bản"], ["văn bản"]], [text, text], [])


def test_a_number_within_the_text_or_close_to_it_is_text() -> None:
    made = [page(letters("đến năm", 100, 80), letters("25", 100, 94), letters("3", 290, 400), number=1)]
    assert kept(made) == ([["đến năm", "25", "3"]], [], [])


def test_what_stands_at_the_same_edge_of_every_page_is_a_running_head() -> None:
    made = [
        page(letters(f"Báo cáo, tờ {n}", 100, 40), letters("văn bản", 100, 400), number=n) for n in (0, 1)
    ]
    assert kept(made) == ([["văn bản"], ["văn bản"]], [], ["Báo cáo, tờ 0", "Báo cáo, tờ 1"])


# ---------------------------------------------------------------------------------------------- tables


def test_lines_that_cross_make_the_cells_of_a_table() -> None:
    (grid,) = find_grids(ruled((100, 200, 300), (50, 70, 90)))
    assert grid.cells == ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1))


def test_a_line_that_is_missing_joins_two_places() -> None:
    lines = [line for line in ruled((100, 200, 300), (50, 70, 90)) if line.x0 != 200 or line.is_level]
    (grid,) = find_grids((*lines, PdfStroke(200, 70, 200, 90)))
    assert grid.cells == ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))


def test_places_that_make_no_rectangle_are_not_clear() -> None:
    outer = ruled((100, 300), (50, 90))
    inner = (PdfStroke(200, 50, 200, 70), PdfStroke(200, 70, 300, 70))
    grids = find_grids((*outer, *inner, PdfStroke(100, 80, 200, 80)))
    assert [grid.is_clear for grid in grids] == [False]


def test_a_frame_and_a_rule_are_no_table() -> None:
    assert [grid.is_box for grid in find_grids(ruled((100, 300), (50, 90)))] == [True]
    assert find_grids((PdfStroke(100, 50, 300, 50),)) == []


def table_of(*lines: list[Glyph], ys: tuple[float, ...], number: int = 0) -> RuledTable:
    (grid,) = find_grids(ruled((100, 200, 300), ys))
    ruled_table = to_table(grid, rows_of(page(*lines, number=number)), own=False)
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
    whole = one_table(first, second)
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
    whole = one_table(first, second)
    assert whole is not None
    rows = [["/".join(map(plain, c.paragraphs)) for c in row if c] for row in whole.table.rows]
    assert rows[-2:] == [["1", "vận động Nhân dân hiến đất;"], ["2", ""]]


def test_a_line_of_the_table_close_below_its_text_is_no_underline() -> None:
    table = table_of(letters("một", 105, 68), letters("hai", 205, 68), ys=(50, 70, 90)).table
    assert [
        run for row in table.rows for cell in row if cell for runs in cell.paragraphs for run in runs
    ] == [
        Run("một"),
        Run("hai"),
    ]


# --------------------------------------------------------------------------------- columns, old fonts


def test_a_row_over_two_columns_is_parted_at_its_widest_gap() -> None:
    def row(text: str, x: float, y: float) -> PdfRow:
        return rows_of(page(letters(text, x, y)))[0]

    columns = part_columns(
        [row("UBND TỈNH||ĐỘC LẬP", 100, 50), row("Số: 1", 100, 64), row("ngày 1||tháng 2", 150, 64)], 148
    )
    assert [one.text for one in columns.left] == ["UBND TỈNH", "Số: 1"]
    assert [one.text for one in columns.right] == ["ĐỘC LẬP", "ngày 1 tháng 2"]


def test_two_halves_of_a_letter_of_vni_become_one() -> None:
    glyphs = tuple(
        glyph(letter, 100 + 5 * place, 105 + 5 * place, 50, 10, font="VNI-Times")
        for place, letter in enumerate("vaän ñoäng nhaân daân")
    )
    (made,), codes = converted([ImportedPage(0, 600, 800, glyphs)])
    assert codes == ("VNI",)
    assert texts(made) == ["vận động nhân dân"]


def test_text_that_the_file_maps_to_unicode_itself_stays() -> None:
    glyphs = tuple(
        glyph(letter, 100 + 5 * place, 105 + 5 * place, 50, 10, font=".VnTime")
        for place, letter in enumerate("vận động nhân dân")
    )
    (made,), codes = converted([ImportedPage(0, 600, 800, glyphs)])
    assert codes == ()
    assert texts(made) == ["vận động nhân dân"]
