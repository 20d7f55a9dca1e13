"""One kind and symbol may be of two documents: of two offices, or of two years."""

import pytest

from danvan_desktop.checks.citations.register import citations
from tests.builders.example_reports import example_report

SYMBOL = "Kế hoạch số 18/KH-UBND"


@pytest.mark.parametrize(
    ("one", "other", "documents"),
    [
        ("ngày 20/01/2025 của UBND xã A", "ngày 22/3/2025 của UBND xã B", 2),
        ("ngày 20/01/2024 của UBND tỉnh", "ngày 22/3/2025 của UBND tỉnh", 2),
        ("ngày 20/01/2025 của UBND tỉnh", "ngày 20/01/2024 của UBND tỉnh", 1),
        ("ngày 20/01/2025 của UBND tỉnh", "ngày 21/01/2025 của UBND tỉnh", 1),
        ("ngày 20/01/2025 của UBND tỉnh", "của Ủy ban nhân dân tỉnh", 1),
        ("ngày 20/01/2025 của Uỷ ban nhân dân tỉnh", "", 1),
    ],
)
def test_citations_are_parted_by_office_and_year(one: str, other: str, documents: int) -> None:
    text = f"Thực hiện {SYMBOL} {one}.\nTheo {SYMBOL} {other}".rstrip() + "."
    assert len(citations(example_report(text))) == documents
