"""What can be read of a damaged text: every block that is whole, each once, none that is not."""

import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.codec.fragments import readable_report
from danvan_desktop.report.walk import every_block
from tests.builders.full_report import report as full_report

NOW = datetime(2026, 1, 2, tzinfo=UTC)
REPORT = full_report()
TEXT = to_json(REPORT)
PLACES = {
    raw["id"]: (match.start(), end)
    for match in re.finditer(r'\{\s*"type": "(?:paragraph|table)"', TEXT)
    for raw, end in [json.JSONDecoder().raw_decode(TEXT, match.start())]
}
"""Where in the text each block stands."""
BLOCKS = [block for _, block in every_block(REPORT)]


def test_a_text_that_is_still_a_report_comes_back_as_it_is() -> None:
    assert readable_report([TEXT], "", 2025, NOW) == REPORT


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_of_a_text_with_a_gap_every_block_outside_of_it_is_read(one: int, other: int) -> None:
    start, end = sorted((one, other))
    found = readable_report([TEXT[:start] + "\0" * min(end - start, 50) + TEXT[end:]], "Hỏng", 2025, NOW)
    if found is None or found.id == REPORT.id:
        return
    (section,) = found.sections
    outside = {number for number, (first, last) in PLACES.items() if last <= start or first >= end}
    assert {block.id for block in section.blocks} == outside
    assert len(section.blocks) == len(outside)
    assert all(block in BLOCKS for block in section.blocks)


def test_a_letter_that_could_not_be_decoded_damages_its_own_paragraph_alone() -> None:
    place = (
        TEXT.index("“", TEXT.index('"type": "paragraph"')) if "“" in TEXT else TEXT.index('"text": "') + 10
    )
    found = readable_report([TEXT[:place] + "\ufffd" + TEXT[place + 1 :] + "}"], "Hỏng", 2025, NOW)
    assert found is not None
    assert len(BLOCKS) - 2 <= len(found.sections[0].blocks) < len(BLOCKS)


@pytest.mark.parametrize(
    "texts", [[], [""], ["{"], ['{"type": "paragraph"}'], ['{"type": "table", "id": 1}']]
)
def test_where_nothing_says_anything_there_is_no_report(texts: list[str]) -> None:
    assert readable_report(texts, "Hỏng", 2025, NOW) is None
