"""A location in a report as text: parsed and written."""

import pytest

from danvan_desktop.report.location import Location, parse


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("general", Location("general")),
        ("section:3/12+5", Location("section:3", 12, 5)),
        ("section:3/12+5~7", Location("section:3", 12, 5, 7)),
        ("section:3/34@2.4+0~3", Location("section:3", 34, 0, 3, (2, 4))),
        ("block:12", Location("", 12)),
        ("letterhead.agency", Location("general", field="letterhead.agency")),
        ("recipients[2]", Location("signature", field="recipients")),
        ("section:3/title", Location("section:3", field="title")),
        ("closing/34+2", Location("closing", 34, 2)),
    ],
)
def test_a_place_is_read(text: str, place: Location) -> None:
    assert parse(text) == place


@pytest.mark.parametrize(
    "text", ["general", "section:3/12+5", "section:3/12+5~7", "/34@2.4+0~3", "kind", "section:3/title"]
)
def test_what_is_written_is_read_again(text: str) -> None:
    assert str(parse(text)) == text
