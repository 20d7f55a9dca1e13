"""A store in a folder of its own, under a clock that the test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.store.stored_reports import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = open_store(tmp_path / "data", clock)
    yield opened
    opened.close()
