"""Annex forms are data: shipped ones, the office's own, and what becomes of them in a report."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import jsonschema
import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.annexes.forms import AnnexForm, annex_forms, new_annex, read_forms
from danvan_desktop.report.annexes.totals import recompute
from danvan_desktop.report.codec.danvan_file import from_json, to_dict, to_json
from danvan_desktop.report.model import Annex, Paragraph, Report, Table, plain

GOOD = {
    "id": "cua-co-quan",
    "name": "Biểu riêng",
    "title": "BIỂU NĂM {year}",
    "columns": [
        {"head": "Năm {last_year}", "computed": {"content": "figure", "key": "a"}},
        {"head": "Năm {year}", "computed": {"content": "figure", "key": "b", "rolls_to": "a"}},
        {"head": "Tăng", "computed": {"content": "increase", "of": ["b", "a"]}},
    ],
    "rows": [{"cells": ["1", "3"]}],
    "remark": "Ghi chú năm {next_year}.",
}


def own(folder: Path, content: object) -> Path:
    if isinstance(content, bytes):
        (folder / "rieng.json").write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / "rieng.json").write_text(text, "utf-8")
    return folder


def make(form: AnnexForm) -> Annex:
    return new_annex(form, 2026, count(10).__next__)


def test_the_three_forms_are_shipped_in_their_order() -> None:
    assert [form.id for form in annex_forms()] == ["danh-muc-mo-hinh", "so-lieu-cung-ky", "tu-cham-diem"]


@pytest.mark.parametrize("form", annex_forms(), ids=lambda form: form.id)
def test_a_shipped_form_gives_an_annex_that_adds_up_and_survives_the_file(
    form: AnnexForm, resources: Path
) -> None:
    annex = make(form)
    report = Report("r", datetime(2026, 1, 1, tzinfo=UTC), 2026, "x", next_id=99, annexes=(annex,))
    assert from_json(to_json(report)) == report
    schema = json.loads((resources / "danvan.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(to_dict(report))
    assert recompute(annex) is annex
    assert "{" not in plain(annex.title)
    assert "2026" in plain(annex.title)


def test_an_office_adds_its_own(tmp_path: Path) -> None:
    form = annex_forms(own(tmp_path, GOOD))[-1]
    annex = make(form)
    table, remark = annex.blocks
    assert isinstance(table, Table)
    assert isinstance(remark, Paragraph)
    heads = [plain(cell.paragraphs[0]) for cell in table.rows[0] if cell is not None]
    assert heads == ["Năm 2025", "Năm 2026", "Tăng"]
    assert (plain(annex.title), plain(remark.runs)) == ("BIỂU NĂM 2026", "Ghi chú năm 2027.")
    assert (annex.id, table.id, remark.id) == (10, 11, 12)


def test_a_form_of_the_same_id_replaces_the_shipped_one(tmp_path: Path) -> None:
    forms = annex_forms(own(tmp_path, {**GOOD, "id": "tu-cham-diem"}))
    assert sorted(form.name for form in forms) == sorted(
        ["Danh mục mô hình “Dân vận khéo”", "Biểu số liệu so với cùng kỳ", "Biểu riêng"]
    )


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    assert annex_forms(tmp_path / "khong-co") == annex_forms()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "không phải là JSON"),
        ('{"id": "x",\n "name": }', "sai từ dòng 2"),
        ("[]", "không dùng được"),
        (b"\xff\xfe{", "UTF-8"),
        (" " * 1_000_001, "quá lớn"),
        ({**GOOD, "columns": []}, "ít nhất một cột"),
        ({**GOOD, "name": "  "}, "không được để trống"),
        ({**GOOD, "rows": [], "columns": [{"head": "x", "share": 0}]}, "share"),
        ({**GOOD, "rows": [], "columns": [{"head": "x"}] * 64}, "nhiều hơn 63 cột"),
        ({**GOOD, "title": None}, "title"),
        ({**GOOD, "rows": [{"cells": ["1", "2", "3", "4"]}]}, "nhiều ô hơn số cột"),
        ({**GOOD, "rows": [], "columns": [{"head": "x", "computed": {"content": "percent"}}]}, "năm nay"),
        (
            {**GOOD, "rows": [], "columns": [{"head": "x", "computed": {"key": "a", "rolls_to": "z"}}]},
            "key z",
        ),
        ({**GOOD, "columns": [{"head": "x", "computed": {"key": "a"}}] * 2}, "key riêng"),
        ({**GOOD, "columns": [{"head": "x", "computed": {"content": "formula"}}]}, "content"),
    ],
)
def test_a_damaged_form_is_named_with_what_is_wrong(tmp_path: Path, content: object, reason: str) -> None:
    with pytest.raises(UserError, match=r"rieng\.json") as caught:
        annex_forms(own(tmp_path, content))
    assert reason in str(caught.value)


def test_a_damaged_form_takes_no_other_along(tmp_path: Path) -> None:
    own(tmp_path, GOOD)
    (tmp_path / "hong.json").write_text("{", "utf-8")
    (tmp_path / "trung.json").write_text(json.dumps(GOOD), "utf-8")
    (tmp_path / "ghi-chu.txt").write_text("không phải mẫu", "utf-8")
    found = read_forms(tmp_path)
    assert [form.id for form in found.forms].count("cua-co-quan") == 1
    assert len(found.forms) == 4
    broken, twin = found.problems
    assert "hong.json" in broken
    assert "trung.json" in twin
    assert "đã có ở tệp rieng.json" in twin
    assert read_forms(None) == read_forms(tmp_path / "khong-co")


def test_a_form_saved_by_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "rieng.json").write_text(json.dumps(GOOD), "utf-8-sig")
    assert annex_forms(tmp_path)[-1].id == "cua-co-quan"


def test_the_table_computes_without_its_form(tmp_path: Path) -> None:
    annex = make(annex_forms(own(tmp_path, GOOD))[-1])
    (tmp_path / "rieng.json").unlink()
    table = recompute(annex).blocks[0]
    assert isinstance(table, Table)
    assert [plain(cell.paragraphs[0]) for cell in table.rows[1] if cell is not None] == ["1", "3", "+2"]
    stripped = replace(annex, blocks=(replace(table, form=None),))
    assert recompute(stripped) is stripped
