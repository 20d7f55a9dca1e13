"""Bombs end in one plain sentence, soon and in little memory, whatever they are made of."""

from pathlib import Path

import pytest

from tests.builders.bombs import BOMBS
from tests.builders.reader_figures import Reading, Way, reading_of
from tests.builders.wine import is_wine

SECONDS, MEGABYTES = 15, 600

pytestmark = pytest.mark.skipif(is_wine(), reason="wine has no limit of memory")


def check(reading: Reading, name: str) -> None:
    print(f"{name}: {reading.seconds:.1f} s, {reading.megabytes:.0f} MB, {reading.message}")
    assert name in reading.message
    assert "Hãy" in reading.message
    assert "\n" not in reading.message
    assert reading.seconds <= SECONDS
    assert reading.megabytes <= MEGABYTES


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_that_is_imported_is_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    check(reading_of(path), name)


@pytest.mark.parametrize("way", ["blocks", "sheet"])
def test_so_is_one_that_is_inserted_or_inspected(tmp_path: Path, way: Way) -> None:
    name = "nested-forms.pdf"
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    check(reading_of(path, way), name)
