"""Two columns side by side."""

from danvan_desktop.importers.pdf.lines.columns import part_columns
from danvan_desktop.importers.pdf.lines.rows import PdfRow, rows_of
from tests.builders.pdf_glyphs import letters, page


def test_a_row_over_two_columns_is_parted_at_its_widest_gap() -> None:
    def row(text: str, x: float, y: float) -> PdfRow:
        return rows_of(page(letters(text, x, y)))[0]

    columns = part_columns(
        [row("UBND TỈNH||ĐỘC LẬP", 100, 50), row("Số: 1", 100, 64), row("ngày 1||tháng 2", 150, 64)], 148
    )
    assert [one.text for one in columns.left] == ["UBND TỈNH", "Số: 1"]
    assert [one.text for one in columns.right] == ["ĐỘC LẬP", "ngày 1 tháng 2"]
