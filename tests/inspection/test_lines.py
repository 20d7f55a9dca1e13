"""The lines of the compliance sheet: each is complete and stands on it once."""

import pickle
from importlib import import_module
from pkgutil import walk_packages

import pytest

from danvan_desktop.inspection import corrections, lines
from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.line_definition import PRESENTATION, LineDefinition
from danvan_desktop.inspection.lines import LINES, SECTIONS
from danvan_desktop.report.location import parse
from tests.repository import ROOT

COUNT = 57
DECREE = "Nghị định số 30/2020/NĐ-CP"
MODULES = [
    corrections,
    *(import_module(found.name) for found in walk_packages(lines.__path__, f"{lines.__name__}.")),
]
EACH = pytest.mark.parametrize("line", LINES.values(), ids=[f"line {number}" for number in LINES])


def test_numbers_are_complete_and_each_is_there_once() -> None:
    numbers = [line.number for section in SECTIONS for line in section.definitions]
    assert numbers == list(range(1, COUNT + 1))
    assert list(LINES) == numbers


@pytest.mark.parametrize("path", ["README.md", "resources/help/15-phieu-kiem-tra.md"])
def test_what_users_read_counts_them(path: str) -> None:
    assert f"theo {COUNT} mục" in (ROOT / path).read_text(encoding="utf-8")


def test_every_module_with_lines_has_its_section() -> None:
    defined = [line for module in MODULES for line in getattr(module, "LINES", ())]
    assert sorted(line.number for line in defined) == list(LINES)


def test_law_ends_where_custom_begins() -> None:
    assert [number for number, line in LINES.items() if line.requirement.is_custom] == list(
        range(49, COUNT + 1)
    )
    assert [line.number for line in SECTIONS[-1].definitions] == list(range(49, COUNT + 1))


@EACH
def test_a_line_of_law_cites_the_decree_and_custom_says_it_is_custom(line: LineDefinition) -> None:
    requirement = line.requirement
    if requirement.is_custom:
        assert requirement.citation == "Thông lệ (không phải quy định của Nghị định)"
        assert requirement.short_citation == "Thông lệ"
    else:
        assert requirement.citation.endswith(DECREE)
        assert "PL I" not in requirement.citation
        assert requirement.short_citation


def test_a_citation_is_written_in_full() -> None:
    expected = "điểm e khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"
    assert LINES[35].requirement.citation == expected
    assert LINES[40].requirement.citation == (
        f"điểm b, đ khoản 7 Mục II Phần I Phụ lục I {DECREE}; Điều 13 {DECREE}"
    )


@EACH
def test_subject_and_rule_make_up_the_line(line: LineDefinition) -> None:
    requirement = line.requirement
    assert requirement.subject == requirement.subject.strip() != ""
    assert requirement.rule == requirement.rule.strip() != ""
    assert requirement.condition[0] in " :,;"
    assert requirement.text == requirement.subject + requirement.condition


def test_the_third_line_is_the_top_margin() -> None:
    assert LINES[3].requirement.subject == "Lề trên"
    assert LINES[3].requirement.rule == "20-25 mm"


@EACH
def test_a_line_is_measured_by_functions_of_its_own_module(line: LineDefinition) -> None:
    for measure in filter(None, (line.measure, line.measure_printed)):
        assert callable(measure)
        assert measure.__module__.startswith("danvan_desktop.inspection.lines.")


@EACH
def test_a_place_is_a_field_of_the_report(line: LineDefinition) -> None:
    if line.place and line.place != PRESENTATION:
        place = parse(line.place)
        assert place.tab
        assert str(place) == line.place


@EACH
def test_a_correction_says_what_it_does_and_each_once(line: LineDefinition) -> None:
    told = [correction.description for correction in line.corrections]
    assert all(told)
    assert len(set(told)) == len(told)


def test_every_correction_is_reached_from_a_line() -> None:
    reached = {correction for line in LINES.values() for correction in line.corrections}
    named = [value for module in MODULES for value in vars(module).values() if isinstance(value, Correction)]
    assert named
    assert set(named) <= reached


@EACH
def test_a_requirement_goes_from_the_worker_to_the_window(line: LineDefinition) -> None:
    sent = pickle.dumps(line.requirement)
    assert pickle.loads(sent) == line.requirement  # noqa: S301 - what was just written
