"""A date field: the ways of typing a date, and why an input is no date."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.report.model import PartialDate


@pytest.mark.parametrize(
    ("typed", "year"), [("15/01", 2027), ("15/12", 2026), ("20/11", 2026), ("15/01/2026", 2026)]
)
def test_a_deadline_without_its_year_is_ahead(qtbot: QtBot, typed: str, year: int) -> None:
    line = DateField("Hạn gửi", 2026, ahead_of=date(2026, 11, 26))
    qtbot.addWidget(line)
    line.setText(typed)
    found = line.date()
    assert found is not None
    assert found.year == year


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20/11/2026", PartialDate(2026, 11, 20)),
        ("20-11-26", PartialDate(2026, 11, 20)),
        ("20.11", PartialDate(2026, 11, 20)),
        (" 5/1 ", PartialDate(2026, 1, 5)),
        ("11/2025", PartialDate(2025, 11)),
        ("2025", PartialDate(2025)),
        ("", PartialDate()),
        ("31/11", None),
        ("29/2/2026", None),
        ("mai", None),
        ("1/2/3/4", None),
    ],
)
def test_a_date_is_typed_as_it_is_written(qtbot: QtBot, typed: str, meant: PartialDate | None) -> None:
    line = DateField("Ngày", 2026)
    qtbot.addWidget(line)
    line.setText(typed)
    assert line.date() == meant
    assert bool(line.problem()) is (meant is None)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("31/11/2026", "tháng 11 chỉ có 30 ngày"),
        ("29/2/2026", "tháng 2 chỉ có 28 ngày"),
        ("32/12", "tháng 12 chỉ có 31 ngày"),
        ("0/5/2026", "không có ngày 0"),
        ("5/13/2026", "không có tháng 13"),
        ("mai", "hãy ghi ngày/tháng/năm, ví dụ 20/11/2026"),
    ],
)
def test_a_date_that_is_none_is_told_why(qtbot: QtBot, typed: str, problem: str) -> None:
    line = DateField("Ngày", 2026)
    qtbot.addWidget(line)
    line.setText(typed)
    assert line.problem() == problem


@pytest.mark.parametrize(
    ("typed", "day"),
    [("24/11/2025", "thứ Hai"), ("27/11/2025", "thứ Năm"), ("30/11/2025", "Chủ nhật"), ("11/2025", "")],
)
def test_the_day_of_the_week_has_its_capital(qtbot: QtBot, typed: str, day: str) -> None:
    line = DateField("Ngày", 2025)
    qtbot.addWidget(line)
    line.setText(typed)
    assert line.weekday() == day
