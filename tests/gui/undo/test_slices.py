"""What takes long is done in slices: the window answers between them, and nobody sees it half done."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.undo.slices import Slices


@pytest.fixture
def slices(qtbot: QtBot) -> Iterator[Slices]:
    parent = QObject()
    yield Slices(parent)
    parent.deleteLater()


def counting(done: list[object], slices: int = 4) -> Iterator[None]:
    for number in range(slices):
        done.append(number)
        yield
    done.append("hết")


def test_the_first_is_done_at_once_and_each_other_in_a_turn_of_its_own(qtbot: QtBot, slices: Slices) -> None:
    done: list[object] = []
    slices.start(counting(done))
    assert done == [0]
    assert slices.is_half_done
    QTimer.singleShot(0, slices, lambda: done.append("lượt khác"))
    qtbot.waitUntil(lambda: not slices.is_half_done)
    assert sorted(map(str, done[1:3])) == ["1", "lượt khác"]
    assert [each for each in done if each != "lượt khác"] == [0, 1, 2, 3, "hết"]


def test_what_is_short_is_over_when_it_was_started(slices: Slices) -> None:
    done: list[object] = []
    slices.start(counting(done, 0))
    assert done == ["hết"]
    assert not slices.is_half_done


def test_who_needs_it_has_the_rest_done_at_once(qtbot: QtBot, slices: Slices) -> None:
    done: list[object] = []
    slices.start(counting(done))
    slices.finish()
    assert done == [0, 1, 2, 3, "hết"]
    slices.finish()
    qtbot.wait(20)
    assert done == [0, 1, 2, 3, "hết"]


def test_the_work_itself_may_ask_and_goes_on(slices: Slices) -> None:
    done: list[object] = []

    def asking() -> Iterator[None]:
        for number in range(3):
            slices.finish()
            done.append(number)
            yield

    slices.start(asking())
    assert done == [0]
    slices.finish()
    assert done == [0, 1, 2]


def test_another_work_begins_after_the_one_before(slices: Slices) -> None:
    done: list[object] = []
    slices.start(counting(done, 2))
    slices.start(counting(done, 1))
    assert done == [0, 1, "hết", 0]


def test_work_that_is_begun_by_work_is_a_part_of_it(slices: Slices) -> None:
    done: list[object] = []

    def outer() -> Iterator[None]:
        slices.start(counting(done, 2))
        done.append("ngoài")
        yield
        done.append("ngoài hết")

    slices.start(outer())
    assert done == [0, 1, "hết", "ngoài"]
    slices.finish()
    assert done[-1] == "ngoài hết"


def test_a_key_comes_after_all_of_it(qtbot: QtBot, slices: Slices) -> None:
    edit, done = QLineEdit(), list[object]()
    qtbot.addWidget(edit)
    edit.show()
    edit.textEdited.connect(done.append)
    slices.start(counting(done))
    QTest.keyClick(edit, Qt.Key.Key_A)
    assert done == [0, 1, 2, 3, "hết", "a"]
    QTest.keyClick(edit, Qt.Key.Key_B)
    assert done[-1] == "ab"


def test_work_that_fails_is_over(slices: Slices) -> None:
    def failing() -> Iterator[None]:
        yield
        raise ValueError("hỏng")

    slices.start(failing())
    with pytest.raises(ValueError, match="hỏng"):
        slices.finish()
    assert not slices.is_half_done
    done: list[object] = []
    slices.start(counting(done))
    slices.finish()
    assert done[-1] == "hết"
