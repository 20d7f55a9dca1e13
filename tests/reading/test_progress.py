"""Loops over a file say that they get on to whoever listens, and go the same way where nobody does."""

from danvan_desktop.reading import progress
from danvan_desktop.reading.progress import heard_by, pages, stepped


class Heard(list[object]):
    """What was heard, in its order."""

    def step(self, page: int = 0, pages: int = 0) -> None:
        self.append((page, pages))

    def loaded(self, seconds: float, *, is_all: bool) -> None:
        self.append((seconds, is_all))


def test_each_page_is_a_step_that_says_how_many_there_are() -> None:
    heard = Heard()
    with heard_by(heard):
        assert list(pages("abc")) == ["a", "b", "c"]
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_so_many_items_are_a_step() -> None:
    heard = Heard()
    with heard_by(heard):
        assert list(stepped(range(7), every=3)) == list(range(7))
    assert heard == [(0, 0)] * 2


def test_a_step_is_made_when_the_work_on_an_item_is_done() -> None:
    heard = Heard()
    with heard_by(heard):
        heard.extend(stepped("ab"))
    assert heard == ["a", (0, 0), "b", (0, 0)]


def test_the_disk_is_heard_of_too() -> None:
    heard = Heard()
    with heard_by(heard):
        progress.loaded(0.5, is_all=False)
        progress.loaded(0.0, is_all=True)
    assert heard == [(0.5, False), (0.0, True)]


def test_nobody_hears_afterwards() -> None:
    heard = Heard()
    with heard_by(heard):
        pass
    assert list(pages("ab")) == ["a", "b"]
    assert heard == []
