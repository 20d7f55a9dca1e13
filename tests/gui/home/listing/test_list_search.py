"""The search beside the window: newest words win, pieces are told as they come, errors are said."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.home.listing.list_search import ListSearch
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.store.listing.matches import Matches
from danvan_desktop.store.listing.search import Search


class SlowStore:
    """Finds, in each piece, one report: the next; a piece ends when it is let."""

    def __init__(self) -> None:
        self.may_end = threading.Semaphore(0)
        self.asked: list[list[str]] = []
        self.error: Exception | None = None

    def look_for(self, search: Search, seconds: float) -> Matches:
        self.asked.append(search._terms)
        assert self.may_end.acquire(timeout=20)
        if self.error is not None:
            raise self.error
        place = search._looked
        search._looked += 1
        return Matches((place,)) if seconds else Matches()


@pytest.fixture
def store() -> SlowStore:
    return SlowStore()


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def search(qapp: object, store: SlowStore, told: list[object]) -> Iterator[ListSearch]:
    parent = QObject()
    jobs = Jobs(parent)
    made = ListSearch(store, jobs, parent)  # type: ignore[arg-type]  # of a store it needs one method
    made.found.connect(lambda matches: told.append(matches.places()))
    made.ended.connect(lambda: told.append("ended"))
    made.failed.connect(told.append)
    yield made
    store.may_end.release(100)
    jobs.wait()


def test_each_piece_is_told_when_it_ends(
    qtbot: QtBot, search: ListSearch, store: SlowStore, told: list[object]
) -> None:
    search.begin([11, 12], "dan")
    assert told == []
    store.may_end.release()
    qtbot.waitUntil(lambda: told == [(0,)])
    store.may_end.release()
    qtbot.waitUntil(lambda: told == [(0,), (1,), "ended"])


def test_of_older_words_nothing_is_heard(
    qtbot: QtBot, search: ListSearch, store: SlowStore, told: list[object]
) -> None:
    search.begin([11, 12], "da")
    qtbot.waitUntil(lambda: len(store.asked) == 1)
    search.begin([11], "dan")
    qtbot.waitUntil(lambda: len(store.asked) == 2)
    store.may_end.release(2)
    qtbot.waitUntil(lambda: "ended" in told)
    qtbot.waitUntil(lambda: not search._jobs.busy)
    assert (told, store.asked) == ([(0,), "ended"], [["da"], ["dan"]])


def test_a_search_that_is_stopped_says_nothing(
    qtbot: QtBot, search: ListSearch, store: SlowStore, told: list[object]
) -> None:
    search.begin([11, 12], "dan")
    search.stop()
    store.may_end.release()
    qtbot.waitUntil(lambda: not search._jobs.busy)
    assert (told, len(store.asked)) == ([], 1)


def test_what_the_store_refuses_is_told(
    qtbot: QtBot, search: ListSearch, store: SlowStore, told: list[object]
) -> None:
    store.error = UserError("Ổ đĩa không đọc được.")
    store.may_end.release()
    search.begin([11], "dan")
    qtbot.waitUntil(lambda: told == ["Ổ đĩa không đọc được."])
