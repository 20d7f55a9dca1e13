"""Rows, cells and widths of a table's grid."""

from lxml import etree

from danvan_desktop.reading.docx.elements import Element
from danvan_desktop.reading.docx.tables import TableGridCell, cell_width, column_widths, rows
from tests.builders.word_file import NAMESPACES


def table(*inside: str, widths: tuple[str, ...] = ()) -> Element:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return etree.fromstring(f"<w:tbl {NAMESPACES}><w:tblGrid>{grid}</w:tblGrid>{''.join(inside)}</w:tbl>")


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(properties: str = "", inside: str = "<w:p/>") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def cells(made: Element) -> list[TableGridCell]:
    return [found for each in rows(made) for found in each.cells()]


def test_cells_stand_in_columns_after_those_left_out_and_those_they_span() -> None:
    made = table(row(cell('<w:gridSpan w:val="2"/>'), cell(), properties='<w:gridBefore w:val="1"/>'))
    assert [(found.column, found.span) for found in cells(made)] == [(1, 2), (3, 1)]


def test_a_cell_without_a_value_of_merge_goes_on_with_the_one_above() -> None:
    made = table(row(cell('<w:vMerge w:val="restart"/>'), cell("<w:vMerge/>"), cell()))
    assert [found.continues for found in cells(made)] == [False, True, False]


def test_cells_that_an_old_file_merged_sideways_are_one() -> None:
    made = table(
        row(cell('<w:hMerge w:val="restart"/>'), cell('<w:hMerge w:val="continue"/>'), cell()),
        widths=("1000", "50pt", "500"),
    )
    merged, last = cells(made)
    assert (merged.column, merged.span, len(merged.elements), last.column) == (0, 2, 2, 2)
    assert [cell_width(found, column_widths(made)) for found in (merged, last)] == [2000, 500]


def test_what_was_deleted_is_told_and_takes_no_column() -> None:
    made = table(row(cell("<w:cellDel/>"), cell()), row(cell(), properties="<w:del/>"))
    assert [each.is_deleted for each in rows(made)] == [False, True]
    assert [(found.is_deleted, found.column) for found in next(rows(made)).cells()] == [(True, 0), (False, 0)]


def test_rows_are_found_in_wrappers_and_not_in_tables_within() -> None:
    inner = f"<w:tbl>{row(cell())}</w:tbl><w:p/>"
    made = table(f"<w:sdt><w:sdtContent>{row(cell(inside=inner))}</w:sdtContent></w:sdt>", row(cell()))
    assert len(list(rows(made))) == 2


def test_a_row_says_whether_it_is_a_head_and_whether_it_may_split() -> None:
    made = table(
        row(properties="<w:tblHeader/><w:cantSplit/>"),
        row(properties='<w:tblHeader w:val="0"/><w:cantSplit w:val="0"/>'),
    )
    assert [(each.is_header, each.may_split) for each in rows(made)] == [(True, False), (False, True)]


def test_without_a_grid_a_cell_is_as_wide_as_it_says() -> None:
    made = table(row(cell('<w:tcW w:w="2000" w:type="dxa"/>'), cell('<w:tcW w:w="50" w:type="pct"/>')))
    assert [cell_width(found, []) for found in cells(made)] == [2000, 0]
