"""Loops over a file say that they get on to whoever listens, and go the same way where nobody does."""

from danvan_desktop.reading.progress import heard_by, pages, stepped


def test_each_page_is_a_step_that_says_how_many_there_are() -> None:
    heard: list[tuple[int, int]] = []
    with heard_by(lambda *step: heard.append(step)):
        assert list(pages("abc")) == ["a", "b", "c"]
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_so_many_items_are_a_step() -> None:
    heard: list[tuple[int, int]] = []
    with heard_by(lambda *step: heard.append(step)):
        assert list(stepped(range(7), every=3)) == list(range(7))
    assert heard == [(0, 0)] * 2


def test_a_step_is_made_when_the_work_on_an_item_is_done() -> None:
    heard: list[str] = []
    with heard_by(lambda *_: heard.append("step")):
        heard.extend(stepped("ab"))
    assert heard == ["a", "step", "b", "step"]


def test_nobody_hears_afterwards() -> None:
    heard: list[tuple[int, int]] = []
    with heard_by(lambda *step: heard.append(step)):
        pass
    assert list(pages("ab")) == ["a", "b"]
    assert heard == []
