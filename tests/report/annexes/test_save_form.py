"""An annex saved as a form and made again from it, without the figures of its year."""

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.annexes.forms import annex_forms, new_annex, read_forms
from danvan_desktop.report.annexes.save_form import form_of, form_text
from danvan_desktop.report.model import Annex, Cell, Column, Paragraph, Run, Table

FORMS = {form.id: form for form in annex_forms()}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_comes_back_from_its_annex(name: str, tmp_path: Path) -> None:
    made = new_annex(FORMS[name], 2026, count(1).__next__)
    saved = form_of(made, 2026, "Mẫu của Sở", "mau-cua-so")
    (tmp_path / "mau-cua-so.json").write_text(form_text(saved), "utf-8")
    found = read_forms(tmp_path)
    assert found.problems == ()
    again = next(form for form in found.forms if form.id == "mau-cua-so")
    assert again.name == "Mẫu của Sở"
    assert (again.title, again.columns) == (FORMS[name].title, FORMS[name].columns)
    assert [row.kind for row in again.rows] == [row.kind for row in FORMS[name].rows]
    assert (again.full_marks, again.most_extra) == (FORMS[name].full_marks, FORMS[name].most_extra)
    other = new_annex(again, 2027, count(1).__next__)
    assert other.title == new_annex(FORMS[name], 2027, count(1).__next__).title


def own(*rows: tuple[str, ...], header_rows: int = 1) -> Annex:
    cells = tuple(tuple(Cell(((Run(text),),)) for text in row) for row in rows)
    table = Table(2, (Column(),) * len(rows[0]), cells, header_rows=header_rows)
    note = Paragraph(3, runs=(Run("Số liệu năm 2026 tính đến 30/11/2026."),))
    return Annex(1, title=(Run("BIỂU NĂM 2026"),), blocks=(table, note))


def test_words_stay_figures_go_and_years_go_up() -> None:
    annex = own(
        ("TT", "Đơn vị", "Năm 2025", "Năm 2026"), ("1", "Xã A", "1.250", "09"), ("2", "Xã B", "", "85%")
    )
    form = form_of(annex, 2026, "Biểu", "bieu")
    assert form.title == "BIỂU NĂM {year}"
    assert [column.head for column in form.columns] == ["TT", "Đơn vị", "Năm {last_year}", "Năm {year}"]
    assert [row.cells for row in form.rows] == [("1", "Xã A", "", ""), ("2", "Xã B", "", "")]
    assert form.columns[0].computed.content == "counter"
    assert form.remark == "Số liệu năm {year} tính đến 30/11/2026."


def test_an_annex_without_a_table_or_with_merged_cells_is_no_form() -> None:
    with pytest.raises(UserError, match="chưa có bảng"):
        form_of(Annex(1), 2026, "", "")
    with pytest.raises(UserError, match="một hàng tiêu đề"):
        form_of(own(("a", "b"), ("c", "d"), header_rows=2), 2026, "", "")
    annex = own(("a", "b"), ("c", "d"))
    table = annex.blocks[0]
    assert isinstance(table, Table)
    merged = replace(table, rows=(table.rows[0], (Cell(cols=2), None)))
    with pytest.raises(UserError, match="ô đã gộp"):
        form_of(replace(annex, blocks=(merged,)), 2026, "", "")
