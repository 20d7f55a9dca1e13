"""The process as a whole: what is set for it before anything is loaded."""

import gc
import sys
from collections.abc import Iterator

import pytest

from danvan_desktop import __main__, app


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the search for circles as it was."""
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize(
    ("words", "searches"),
    [
        (["convert", "a.txt", "a.pdf"], False),
        (["check", "a.txt"], True),
        (["convert.txt"], True),
        ([], True),
    ],
)
def test_a_conversion_alone_runs_without_the_search_for_circles(
    words: list[str], searches: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def run() -> int:
        seen.append(gc.isenabled())
        return 7

    monkeypatch.setattr(sys, "argv", ["danvan-desktop", *words])
    monkeypatch.setattr(app, "main", run)
    assert __main__.main() == 7
    assert seen == [searches]
