"""A place in a report as text: read and written."""

import pytest

from danvan_desktop.report.place import Place, parse


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("general", Place("general")),
        ("section:3/12+5", Place("section:3", 12, 5)),
        ("section:3/12+5~7", Place("section:3", 12, 5, 7)),
        ("block:12", Place("", 12)),
        ("letterhead.agency", Place("general", field="letterhead.agency")),
        ("recipients[2]", Place("signature", field="recipients")),
        ("section:3/title", Place("section:3", field="title")),
        ("closing/34+2", Place("closing", 34, 2)),
    ],
)
def test_a_place_is_read(text: str, place: Place) -> None:
    assert parse(text) == place


@pytest.mark.parametrize("text", ["general", "section:3/12+5", "section:3/12+5~7", "kind", "section:3/title"])
def test_what_is_written_is_read_again(text: str) -> None:
    assert str(parse(text)) == text
