"""A report with faults that the sheet finds, invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.report.codec import from_json
from danvan_desktop.report.model import Paragraph, Report, Run


@pytest.fixture
def sample(resources: Path) -> Report:
    return from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))


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
