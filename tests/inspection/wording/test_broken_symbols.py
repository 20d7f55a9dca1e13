"""Words that a line breaks behind a hyphen or slash."""

import pytest

from danvan_desktop.inspection.wording.broken_symbols import ends_in_a_symbol


@pytest.mark.parametrize(
    "line",
    [
        "Nghị quyết số 25-",
        "Quyết định số 12/QĐ-",
        "Kế hoạch số 12/",
        "Công văn số 4378/BNV-CTTN&BĐG/",
        "giai đoạn 2021-",
        "(số 76/2025/",
        "12/2008/NQLT-UBTVQH12-CP-",
    ],
)
def test_a_symbol_goes_on_in_the_next_line(line: str) -> None:
    assert ends_in_a_symbol(line)


@pytest.mark.parametrize(
    "line", ["kinh tế -", "Độc lập - Tự do -", "kinh tế - xã hội", "-", "I -", "văn hóa-", "2021 -", ""]
)
def test_a_dash_between_words_stays_one(line: str) -> None:
    assert not ends_in_a_symbol(line)
