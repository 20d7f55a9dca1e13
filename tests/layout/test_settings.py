"""An office chooses within the decree; what is beyond it is named with its clause and never printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.nd30 import mm
from danvan_desktop.layout.settings import (
    changes,
    default_settings,
    lawful,
    settings_problems,
    with_size_set,
)
from danvan_desktop.report.model import Margins, Settings
from tests.builders.reports import report

figures = st.floats(allow_nan=True, allow_infinity=True)
any_settings = st.builds(
    Settings,
    size_set=st.sampled_from([13, 14]),
    first_line_mm=figures,
    space_before_pt=figures,
    line_pitch_pt=figures,
    margins_mm=st.builds(Margins, figures, figures, figures, figures),
)


def test_what_we_propose_is_lawful_and_the_models_default() -> None:
    assert default_settings() == Settings()
    assert settings_problems(default_settings()) == ()
    assert lawful(default_settings()) == default_settings()


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"first_line_mm": 11}, "Chữ đầu dòng lùi 11 mm: chỉ được 10 mm hoặc 12,7 mm"),
        ({"space_before_pt": 5.5}, "Khoảng cách giữa các đoạn 5,5 pt: phải từ 6 đến 24 pt"),
        ({"line_pitch_pt": 16}, "Giãn dòng 16 pt: phải từ 16,1 đến 24,15 pt"),
        ({"size_set": 13, "line_pitch_pt": 23}, "Giãn dòng 23 pt: phải từ 14,95 đến 22,4 pt"),
        ({"margins_mm": Margins(19, 20, 30, 20)}, "Lề trên 19 mm: phải từ 20 đến 25 mm"),
        ({"margins_mm": Margins(20, 26, 30, 20)}, "Lề dưới 26 mm: phải từ 20 đến 25 mm"),
        ({"margins_mm": Margins(20, 20, 25, 20)}, "Lề trái 25 mm: phải từ 30 đến 35 mm"),
        ({"margins_mm": Margins(20, 20, 30, 10)}, "Lề phải 10 mm: phải từ 15 đến 20 mm"),
    ],
)
def test_each_unlawful_choice_is_named_with_its_clause(wrong: dict[str, object], problem: str) -> None:
    settings = replace(Settings(), **wrong)  # type: ignore[arg-type]  # parametrised
    [said] = settings_problems(settings)
    assert said.startswith(problem)
    assert said.endswith("Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP).")


@given(any_settings)
def test_whatever_was_chosen_is_lawful_in_the_end(settings: Settings) -> None:
    made = lawful(settings)
    assert settings_problems(made) == ()
    assert lawful(made) == made


def test_no_report_is_printed_beyond_the_decree(fonts: FontSet) -> None:
    settings = Settings(margins_mm=Margins(5, 50, 10, 3), line_pitch_pt=12)
    setup = compose(report(settings=settings), fonts).parts[0].setup
    assert (setup.top, setup.bottom, setup.left, setup.right) == (mm(20), mm(25), mm(30), mm(15))


def test_the_other_set_of_letters_keeps_the_lines_as_close_in_proportion() -> None:
    small = with_size_set(Settings(), 13)
    assert (small.size_set, small.line_pitch_pt) == (13, 15.8)
    assert settings_problems(small) == ()
    assert with_size_set(small, 14) == Settings()
    assert with_size_set(Settings(line_pitch_pt=24.15), 13).line_pitch_pt == 22.4
    assert with_size_set(small, 13) is small


def test_what_changes_is_told_measure_by_measure() -> None:
    after = Settings(13, 12.7, 7, 15.5, Margins(25, 20, 30, 15))
    assert changes(Settings(), after) == (
        "Cỡ chữ: 14 thành 13",
        "Chữ đầu dòng: 10 mm thành 12,7 mm",
        "Khoảng cách giữa các đoạn: 6 pt thành 7 pt",
        "Giãn dòng: 17 pt thành 15,5 pt",
        "Lề trên: 20 mm thành 25 mm",
        "Lề phải: 20 mm thành 15 mm",
    )
    assert changes(Settings(), Settings()) == ()
