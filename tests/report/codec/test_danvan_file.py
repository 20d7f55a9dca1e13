"""The .danvan file: JSON by its schema, unknown keys preserved, damage refused."""

import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.report import model
from danvan_desktop.report.annexes.totals import recompute_table
from danvan_desktop.report.codec import danvan_file
from danvan_desktop.report.codec.danvan_file import (
    from_dict,
    from_json,
    to_dict,
    to_json,
    to_one_line,
    upgrade,
)
from danvan_desktop.report.codec.decode import canonical
from danvan_desktop.report.codec.encode import LEFT_OUT, JsonObject
from danvan_desktop.report.codec.number_bounds import BOUNDS
from danvan_desktop.report.lifecycle.next_year import last_tasks
from danvan_desktop.report.model import (
    FORMAT,
    Annex,
    Attachments,
    Cell,
    Column,
    ColumnFormula,
    CorrectedReport,
    Filing,
    ImportNote,
    Letterhead,
    Margins,
    Marks,
    OpaqueBlock,
    Origin,
    Paragraph,
    Part,
    PartialDate,
    PassedOver,
    Period,
    Report,
    Request,
    Run,
    Section,
    Settings,
    Signature,
    SpecialRow,
    Table,
    TableForm,
    TaskAnswer,
    Value,
)
from tests.builders.strategies import computed_tables, reports
from tests.repository import ROOT

MODIFIED = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))

UNTYPED_FIELDS = ROOT / "tests" / "report" / "codec" / "files" / "untyped_fields.danvan"
"""Written by a release that kept annex forms among the unknown keys and attachments as a text."""

SCHEMA_NAMES: dict[type[Value], str] = {
    Run: "run",
    Origin: "origin",
    Paragraph: "paragraph",
    Cell: "cell",
    Attachments: "attachments",
    CorrectedReport: "corrected_report",
    PassedOver: "passed_over",
    TaskAnswer: "task_answer",
    ColumnFormula: "column_formula",
    SpecialRow: "special_row",
    TableForm: "table_form",
    Column: "column",
    Table: "table",
    Part: "part",
    Section: "section",
    Annex: "annex",
    PartialDate: "date",
    Letterhead: "letterhead",
    Marks: "marks",
    Margins: "margins",
    Settings: "settings",
    Request: "request",
    Period: "period",
    Filing: "filing",
    Signature: "signature",
    ImportNote: "import_note",
}


def report_with(*blocks: Paragraph | Table | OpaqueBlock) -> Report:
    return Report("a1", MODIFIED, 2025, "Kết quả", sections=(Section(1, blocks=blocks),), next_id=100)


def content_with(block: JsonObject) -> JsonObject:
    content = to_dict(report_with())
    content["sections"][0]["blocks"] = [block]
    return content


@pytest.fixture
def schema(resources: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((resources / "danvan.schema.json").read_text("utf-8"))
    return loaded


@settings(max_examples=100)
@given(report=reports())
def test_a_report_comes_back_equal_from_its_text(report: Report) -> None:
    assert from_json(to_json(report)) == report
    assert from_json(to_one_line(report)) == report
    assert "\n" not in to_one_line(report)


@settings(max_examples=100)
@given(report=reports())
def test_the_object_of_a_report_comes_back_equal_with_its_unknown_keys(report: Report) -> None:
    content = to_dict(report)

    assert to_dict(from_dict(json.loads(json.dumps(content)))) == content


@settings(max_examples=10)
@given(report=reports())
def test_reading_leaves_the_object_it_is_given_as_it_was(report: Report) -> None:
    content = to_dict(report)
    before = json.dumps(content)

    from_dict(content)

    assert json.dumps(content) == before


@settings(max_examples=25)
@given(report=reports())
def test_every_report_fits_the_schema(report: Report) -> None:
    path = ROOT / "resources" / "danvan.schema.json"
    jsonschema.Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(to_dict(report))


@settings(max_examples=50)
@given(table=computed_tables())
def test_a_table_of_a_form_comes_back_equal_and_fits_the_schema(table: Table) -> None:
    report = report_with(replace(table, id=2))
    assert from_json(to_json(report)) == report
    path = ROOT / "resources" / "danvan.schema.json"
    jsonschema.Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(to_dict(report))


def test_the_schema_is_a_valid_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_class_of_the_model_has_its_place_in_the_schema() -> None:
    ours = {kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Value)}
    assert ours - {Value, Report, OpaqueBlock} == set(SCHEMA_NAMES)


@pytest.mark.parametrize("kind", [Report, *SCHEMA_NAMES], ids=lambda kind: kind.__name__)
def test_the_schema_names_every_key_of_the_model_and_no_other(
    kind: type[Value], schema: dict[str, Any]
) -> None:
    part = schema if kind is Report else schema["$defs"][SCHEMA_NAMES[kind]]
    ours = {field.name for field in fields(kind)} - {"unknown"}

    assert set(part["properties"]) - {"type", "format"} == ours - {"type"}


@pytest.mark.parametrize(("kind", "name"), BOUNDS, ids=lambda part: getattr(part, "__name__", part))
def test_the_schema_bounds_numbers_as_the_reader_does(
    kind: type[Value], name: str, schema: dict[str, Any]
) -> None:
    part = schema if kind is Report else schema["$defs"][SCHEMA_NAMES[kind]]
    described = part["properties"][name]
    if "$ref" in described:
        described = schema["$defs"][described["$ref"].rpartition("/")[2]]

    assert (described["minimum"], described["maximum"]) == BOUNDS[kind, name]


def test_a_key_that_says_nothing_is_left_out_and_all_others_are_written() -> None:
    block = to_dict(report_with(Paragraph(2, runs=(Run("m"), Run("2", vertical="super")))))["sections"][0]

    assert block["blocks"] == [
        {
            "type": "paragraph",
            "id": 2,
            "role": "body",
            "level": 1,
            "number": None,
            "numbering": "none",
            "runs": [{"text": "m"}, {"text": "2", "vertical": "super"}],
        }
    ]
    assert set(block) == {"id", "key", "number", "numbering", "part", "title", "blocks"}


@pytest.mark.parametrize("kind", LEFT_OUT, ids=lambda kind: kind.__name__)
def test_only_keys_with_a_default_are_left_out(kind: type[Value]) -> None:
    names = {field.name for field in fields(kind)}
    assert LEFT_OUT[kind] <= names


def test_the_text_is_utf8_as_people_read_it_and_equal_reports_give_equal_text() -> None:
    report = replace(report_with(), subject="Ủy ban", settings=Settings(margins_mm=Margins(top=20)))
    same = replace(report, settings=Settings(margins_mm=Margins(top=20.0)))

    assert '"subject": "Ủy ban"' in to_json(report)
    assert '"modified": "2025-11-24T10:32:05+07:00"' in to_json(report)
    assert to_json(same) == to_json(report)


def test_a_block_of_an_unknown_type_is_written_back_as_it_came() -> None:
    image = {"id": 7, "type": "image", "name": "ảnh", "inner": [{"deep": None}], "width": 12.5}

    report = from_dict(content_with(image))

    assert isinstance(report.sections[0].blocks[0], OpaqueBlock)
    assert to_dict(report)["sections"][0]["blocks"] == [image]


def test_a_file_of_an_earlier_release_keeps_its_annex_forms_and_its_bytes() -> None:
    text = UNTYPED_FIELDS.read_text("utf-8")

    report = from_json(text)

    points, figures = (annex.blocks[0] for annex in report.annexes)
    assert isinstance(points, Table)
    assert isinstance(figures, Table)
    assert points.form == TableForm(
        full_marks=100, id="cham-diem", most_extra=2.5, rows=(SpecialRow("total", "Tổng điểm"),)
    )
    assert points.columns[2].form == ColumnFormula("figure", "most", sums=True)
    assert figures.columns[1].form == ColumnFormula("figure", "now", rolls_to="last")
    assert figures.columns[2].form == ColumnFormula("increase", of=("now", "last"))
    assert all(table.unknown == "" for table in (points, figures))
    assert to_json(report) == text


def test_a_file_of_an_earlier_release_keeps_its_attachments_and_its_bytes() -> None:
    text = UNTYPED_FIELDS.read_text("utf-8")

    report = from_json(text)

    attachments = report.attachments
    assert (attachments.rounds, attachments.paper, attachments.signed_file) == (2, "signing", "bao-cao.pdf")
    assert attachments.corrects == CorrectedReport(
        "0b7b2d0e-0000-4000-8000-000000000003", "44", None, PartialDate(2026, 12, 1)
    )
    task, table = last_tasks(report)
    assert isinstance(task, Paragraph)
    assert isinstance(table, Table)
    assert task.runs == (Run("Hoàn thành trước ngày "), Run("31/01/2026", bold=True))
    assert table.columns[1] == Column(2, "right", unknown='{"x":1}')
    assert attachments.unknown == canonical({"x_moi": {"a": "e\u0302", "b": [1]}})
    assert to_json(report) == text


@pytest.mark.parametrize(
    "attachments",
    [
        {"rounds": "hai"},
        {"rounds": 1.5, "paper": "digital", "signed_file": ["a.pdf"], "corrects": "x"},
        {"corrects": {"number": "44"}, "last_tasks": {}},
        {"paper": "plain", "x": {"b": 1, "a": [None]}},
    ],
    ids=repr,
)
def test_attachments_that_do_not_fit_are_kept_and_say_nothing(attachments: JsonObject) -> None:
    report = from_dict({**to_dict(report_with()), "attachments": attachments})

    assert replace(report.attachments, unknown="") == Attachments()
    assert to_dict(report)["attachments"] == attachments


@pytest.mark.parametrize(
    "form",
    [{"id": "x", "rows": [{"kind": "bậc", "label": "y"}]}, {"id": 7}, {"rows": []}, "x", 7, [{}], False, {}],
    ids=repr,
)
def test_a_form_that_does_not_fit_is_kept_and_computes_nothing(form: object) -> None:
    cell = {"paragraphs": [[{"text": "1"}]]}
    column = {"share": 1, "align": "left", "form": {"content": "formula", "of": 3}}
    table = {"type": "table", "id": 9, "columns": [column], "rows": [[cell]], "form": form, "x": 1}

    report = from_dict(content_with(table))

    (block,) = report.sections[0].blocks
    assert isinstance(block, Table)
    assert (block.form, block.columns[0].form) == (None, None)
    assert recompute_table(block) is block
    assert to_dict(report)["sections"][0]["blocks"] == [{**table, "caption": None, "header_rows": 1}]


def test_attachments_are_kept_to_the_letter() -> None:
    content = {**to_dict(report_with()), "attachments": {"decomposed": "e\u0302", "lines": "a\nb"}}

    assert to_dict(from_dict(content))["attachments"] == content["attachments"]


def test_text_is_composed_and_holds_no_line_break_or_control_character() -> None:
    typed = "U\u0309y ban\nnha\u0302n da\u0302n\x00\ufffe\ttỉnh"
    report = from_dict(content_with({"id": 2, "type": "paragraph", "runs": [{"text": typed}]}))

    paragraph = report.sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (Run("Ủy ban nhân dân tỉnh"),)


def test_half_a_surrogate_pair_never_reaches_a_file() -> None:
    text = to_json(report_with()).replace('"Kết quả"', r'"Kết \ud83d quả", "x\udc00": ["\ud800"]')

    report = from_json(text)

    assert report.subject == "Kết � quả"
    to_json(report).encode("utf-8")


def test_a_next_id_that_would_be_used_twice_is_raised() -> None:
    report = from_dict({**to_dict(report_with(Paragraph(41))), "next_id": 3})
    assert report.next_id == 42


def test_a_byte_order_mark_is_no_damage() -> None:
    assert from_json("\ufeff" + to_json(report_with())) == report_with()


def _set(place: str, value: object) -> Callable[[JsonObject], None]:
    def change(content: JsonObject) -> None:
        *path, last = place.split(".")
        target: Any = content
        for key in path:
            target = target[int(key) if key.isdigit() else key]
        target[last] = value

    return change


def _drop(name: str) -> Callable[[JsonObject], None]:
    return lambda content: content.pop(name)


GRID = {"id": 2, "type": "table", "columns": [{}, {}], "rows": [[{}, {}]]}
DAMAGE: list[tuple[Callable[[JsonObject], object], str, str]] = [
    (_drop("id"), "id", "thiếu"),
    (_drop("modified"), "modified", "thiếu"),
    (_set("modified", "2025-11-24T10:32:05"), "modified", "múi giờ"),
    (_set("modified", "hôm qua"), "modified", "múi giờ"),
    (_set("modified", 5), "modified", "múi giờ"),
    (_set("year", "2025"), "year", "số nguyên"),
    (_set("year", True), "year", "số nguyên"),
    (_set("year", 10**40), "year", "số nguyên"),
    (_set("year", 1), "year", "1900"),
    (_set("subject", None), "subject", "chữ"),
    (_set("state", "nháp"), "state", "drafting"),
    (_set("state", ["drafting"]), "state", "drafting"),
    (_set("settings", {"size_set": 14.0}), "settings.size_set", "13, 14"),
    (_set("settings", {"margins_mm": {"top": 1e300}}), "settings.margins_mm.top", "một số"),
    (_set("settings", {"margins_mm": {"top": True}}), "settings.margins_mm.top", "một số"),
    (_set("sections", {}), "sections", "danh sách"),
    (_set("sections", [[]]), "sections[0]", "đối tượng"),
    (_set("sections.0.title", [{"text": "a", "bold": 1}]), "sections[0].title[0].bold", "true"),
    (_set("sections.0.blocks", [5]), "sections[0].blocks[0]", "đối tượng"),
    (_set("sections.0.blocks", [{"id": 2}]), "sections[0].blocks[0].type", "loại"),
    (_set("sections.0.blocks", [{"type": "paragraph"}]), "sections[0].blocks[0].id", "thiếu"),
    (_set("sections.0.blocks", [{"type": "image", "id": "x"}]), "sections[0].blocks[0].id", "số nguyên"),
    (_set("sections.0.blocks", [{"type": "paragraph", "id": 1}]), "sections[0].blocks[0]", "trùng"),
    (_set("sections.0.blocks", [{"type": "paragraph", "id": 2, "level": 9}]), "blocks[0].level", "1 đến 4"),
    (_set("sections.0.blocks", [{**GRID, "rows": []}]), "sections[0].blocks[0]", "ít nhất một hàng"),
    (_set("sections.0.blocks", [{**GRID, "columns": [{}] * 64}]), "sections[0].blocks[0]", "63 cột"),
    (_set("sections.0.blocks", [{**GRID, "rows": [[{}]]}]), "sections[0].blocks[0]", "đủ 2 ô"),
    (
        _set("sections.0.blocks", [{**GRID, "rows": [[None, {}]]}]),
        "sections[0].blocks[0]",
        "cột 1: ô ghi null",
    ),
    (_set("sections.0.blocks", [{**GRID, "rows": [[{"cols": 3}, None]]}]), "blocks[0]", "vượt ra ngoài"),
    (_set("sections.0.blocks", [{**GRID, "rows": [[{"cols": 2}, {}]]}]), "blocks[0]", "chồng lên nhau"),
    (_set("sections.0.blocks", [{**GRID, "header_rows": 2}]), "sections[0].blocks[0]", "hàng tiêu đề"),
    (_set("attachments", []), "attachments", "đối tượng"),
]


@pytest.mark.parametrize(("damage", "place", "reason"), DAMAGE)
def test_damage_is_refused_with_its_place_and_what_to_do(
    damage: Callable[[JsonObject], object], place: str, reason: str
) -> None:
    content = to_dict(report_with())
    damage(content)

    with pytest.raises(UserError) as refused:
        from_json(json.dumps(content))

    assert f"{place}”" in refused.value.message
    assert reason in refused.value.message
    assert "mục Sao lưu và khôi phục" in refused.value.message


HOSTILE = [
    ("", "rỗng"),
    (" \n\0 ", "rỗng"),
    ("{", "dòng 1"),
    ('{"format": "danvan/1", "subject": "bị cắt', "bị cắt"),
    ("[" * 200_000, "lồng nhau"),
    ('{"a":' * 200_000, "lồng nhau"),
    ('{"format": "danvan/1", "x": ' + "[" * 100 + "]" * 100 + "}", "lồng nhau"),
    ('{"format": "danvan/1", "x": NaN}', "NaN"),
    ('{"format": "danvan/1", "x": -Infinity}', "Infinity"),
    ('{"format": "danvan/1", "x": ' + "9" * 5000 + "}", "số quá dài"),
    ('{"format": "danvan/1", "id": "a", "id": "b"}', "hai lần"),
    ("[" + "{}," * 1_500_000 + "{}]", "quá nhiều phần tử"),
    ("{" + ",".join(f'"{n}":0' for n in range(1_100_000)) + "}", "quá nhiều phần tử"),
    ("[]", "không phải là báo cáo"),
    ("null", "không phải là báo cáo"),
    ('"danvan/1"', "không phải là báo cáo"),
    ("{}", "không phải là báo cáo"),
    ('{"format": "danvan/0"}', "không phải là báo cáo"),
    ('{"format": ["danvan/1"]}', "không phải là báo cáo"),
    ('{"format": "danvan/1.5"}', "không phải là báo cáo"),
]


@pytest.mark.parametrize(("text", "reason"), HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_refused_in_vietnamese(text: str, reason: str) -> None:
    with pytest.raises(UserError) as refused:
        from_json(text)
    assert reason in refused.value.message


def test_a_number_beyond_the_floats_is_refused_even_among_unknown_keys() -> None:
    text = to_json(report_with()).replace('"id": "a1"', '"id": "a1", "x": 1e999', 1)
    with pytest.raises(UserError, match="số quá dài"):
        from_json(text)


@given(
    text=st.text(max_size=60) | st.recursive(st.none() | st.text(), st.lists, max_leaves=5).map(json.dumps)
)
def test_no_text_crashes_the_reader(text: str) -> None:
    with pytest.raises(UserError):
        from_json(text)


_scalars: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
)
_wrong_values: st.SearchStrategy[Any] = _scalars | st.just([]) | st.just({}) | st.lists(_scalars, max_size=2)


@settings(max_examples=50)
@given(report=reports(), value=_wrong_values, data=st.data())
def test_no_wrong_value_at_any_place_crashes_the_reader(
    report: Report, value: object, data: st.DataObject
) -> None:
    content = to_dict(report)
    target: Any = content
    while True:
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        key = data.draw(st.sampled_from(keys))
        if not target[key] or not isinstance(target[key], dict | list) or data.draw(st.booleans()):
            break
        target = target[key]
    target[key] = value

    with contextlib.suppress(UserError):
        read = from_json(json.dumps(content))
        assert from_json(to_json(read)) == read


def test_a_newer_format_is_refused_with_advice() -> None:
    content = {**to_dict(report_with()), "format": "danvan/2"}
    with pytest.raises(UserError, match=r"phiên bản mới hơn .* hãy cài"):
        from_dict(content)


def test_the_format_is_one_more_than_the_upgrades() -> None:
    assert f"danvan/{len(danvan_file.UPGRADES) + 1}" == FORMAT


def _rename_title(raw: JsonObject) -> JsonObject:
    return {**{key: value for key, value in raw.items() if key != "title"}, "subject": raw["title"]}


def _add_year(raw: JsonObject) -> JsonObject:
    return {**raw, "year": 2025}


def test_an_older_format_takes_every_step_from_its_own_on() -> None:
    steps = (_rename_title, _add_year)

    assert upgrade({"format": "danvan/1", "title": "x"}, steps) == {
        "format": "danvan/1",
        "subject": "x",
        "year": 2025,
    }
    assert upgrade({"format": "danvan/2", "title": "x"}, steps)["title"] == "x"
    assert upgrade({"format": "danvan/3"}, steps) == {"format": "danvan/3"}
    with pytest.raises(UserError, match="mới hơn"):
        upgrade({"format": "danvan/4"}, steps)


def test_reading_upgrades_an_older_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(danvan_file, "UPGRADES", (_rename_title,))
    old = {**to_dict(report_with()), "title": "Cũ"}
    del old["subject"]
    kept = dict(old)

    assert from_dict(old).subject == "Cũ"
    assert old == kept


def test_five_hundred_pages_are_written_and_read_in_a_moment() -> None:
    paragraph = Paragraph(0, runs=(Run("Văn phòng Ủy ban nhân dân tỉnh " * 10, bold=True), Run("2")))
    report = report_with(*(replace(paragraph, id=number) for number in range(2, 5002)))
    began = time.process_time()

    assert from_json(to_json(report)).sections == report.sections
    assert time.process_time() - began < 3
