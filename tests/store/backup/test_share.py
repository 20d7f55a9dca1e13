"""How far a copy has come is told as a share of the whole that only grows, whatever its parts count."""

from pathlib import Path

import pytest

from danvan_desktop.store.backup import move_file, soundness, take_copy
from danvan_desktop.store.backup.backup import Backup, SecondPlace
from danvan_desktop.store.backup.share import WHOLE, portion, told_by_asking
from danvan_desktop.store.drafts import Store
from tests.store.stored_reports import make_report


class Heard:
    """Keeps the shares that were told."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def __call__(self, done: int, of: int) -> None:
        assert 0 <= done <= of
        self.shares.append(done / of)

    def steps_up_to(self, share: float) -> int:
        return len({told for told in self.shares if told < share})


@pytest.fixture
def filled(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store whose copy takes many steps."""
    monkeypatch.setattr(take_copy, "_PAGES", 4)
    monkeypatch.setattr(take_copy, "_CHUNK", 4096)
    monkeypatch.setattr(soundness, "_AT_ONCE", 2)
    for number in range(20):
        store.create(make_report(f"Báo cáo {number}"))
    return store


def assert_grows_to_the_end(heard: Heard) -> None:
    assert heard.shares == sorted(heard.shares), "it never goes back"
    assert heard.shares[-1] == 1
    assert heard.steps_up_to(0.5) >= 5, "the first half is told in steps"
    assert len(set(heard.shares)) - heard.steps_up_to(0.5) >= 5, "and so is the second"


def test_a_copy_tells_of_its_pages_and_of_what_was_read_again(filled: Store) -> None:
    heard = Heard()
    assert Backup(filled.file).round(None, asked=True, tell=heard).made is not None
    assert_grows_to_the_end(heard)


def test_what_goes_to_the_second_place_is_told_too(filled: Store, tmp_path: Path) -> None:
    place, heard = tmp_path / "usb", Heard()
    place.mkdir()
    outcome = Backup(filled.file).round(SecondPlace(place, "danvan-sao-luu-may-1"), asked=True, tell=heard)
    assert outcome.brought == 1
    assert_grows_to_the_end(heard)


def test_the_file_for_another_pc_tells_how_far_it_is(filled: Store, tmp_path: Path) -> None:
    heard = Heard()
    target = tmp_path / f"tat-ca{move_file.SUFFIX}"
    assert move_file.write_everything(filled.file, target, {}, tell=heard) == 20
    assert_grows_to_the_end(heard)


def test_a_part_is_told_as_its_portion_and_never_more() -> None:
    heard: list[tuple[int, int]] = []
    tell = portion(lambda done, of: heard.append((done, of)), 500, WHOLE)
    for done, of in ((0, 4), (1, 4), (4, 4), (5, 4), (0, 0)):
        tell(done, of)
    assert heard == [(500, 1000), (625, 1000), (1000, 1000), (1000, 1000), (500, 1000)]


def test_each_question_is_a_step_and_gets_its_answer() -> None:
    heard: list[tuple[int, int]] = []
    answers = iter((True, True, False))
    asked = told_by_asking(lambda: next(answers), lambda done, of: heard.append((done, of)), 2)
    assert [asked(), asked(), asked()] == [True, True, False]
    assert heard == [(1, 2), (2, 2), (2, 2)]
