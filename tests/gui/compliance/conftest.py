"""Reports with faults that the compliance sheet finds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from danvan_desktop.gui.compliance import checker
from danvan_desktop.gui.compliance.checker import Sheets
from danvan_desktop.gui.worker.process import WorkerProcess
from danvan_desktop.report.model import Paragraph, Report, Run


@pytest.fixture
def faulty(sample: Report) -> Report:
    """The sample with a small symbol, a small place, "Như trên" for nobody, two kinds of tone, a blank."""
    first, *others = sample.opening
    assert isinstance(first, Paragraph)
    runs = (Run("Uỷ ban nhân dân (UBND) tỉnh giao Văn phòng … báo cáo như sau:"),)
    return replace(
        sample,
        letterhead=replace(sample.letterhead, symbol="bc - vp", place="hương giang"),
        recipients=(*sample.recipients, "Như trên"),
        opening=(replace(first, runs=runs), *others),
    )


@pytest.fixture
def measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a report measured by a worker process the first time only; later on the answer is known."""

    def measured(link: WorkerProcess, report: Report, names: Sequence[str]) -> Sheets:
        link.close()
        return _answer(replace(report, modified=_NO_MATTER_WHEN), tuple(names))

    monkeypatch.setattr(checker, "measured_report", measured)


_NO_MATTER_WHEN = datetime(2026, 1, 2, tzinfo=UTC)
_really_measured = checker.measured_report


@cache
def _answer(report: Report, names: tuple[str, ...]) -> Sheets:
    return _really_measured(WorkerProcess(), report, names)
