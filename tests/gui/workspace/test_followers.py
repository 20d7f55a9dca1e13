"""Who reads the text through after a rest: one at each turn, so that a key waits for one of them at most."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.followers import Followers
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


@pytest.fixture
def followers(qapp: QApplication, told: list[str]) -> Followers:
    found = Followers(qapp)
    for name in ("dàn ý", "phụ lục", "dấu mật"):
        found.add(lambda report, name=name: told.append(f"{name} {report.year}"))  # type: ignore[misc]
    return found


def test_each_is_told_in_a_turn_of_its_own(followers: Followers, told: list[str], sample: Report) -> None:
    followers.tell(replace(sample, year=2025))
    counts = []
    for _ in range(6):
        QCoreApplication.processEvents()
        counts.append(len(told))
    assert told == ["dàn ý 2025", "phụ lục 2025", "dấu mật 2025"]
    assert counts[0] <= 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(counts))


def test_those_that_wait_hear_of_the_newest_report_alone(
    followers: Followers, told: list[str], sample: Report
) -> None:
    followers.tell(replace(sample, year=2025))
    followers.tell(replace(sample, year=2026))
    followers.finish()
    assert told == ["dàn ý 2026", "phụ lục 2026", "dấu mật 2026"]
    QCoreApplication.processEvents()
    assert len(told) == 3


def test_of_a_report_that_is_left_nobody_hears(followers: Followers, told: list[str], sample: Report) -> None:
    followers.tell(sample)
    followers.stop()
    followers.finish()
    QCoreApplication.processEvents()
    assert told == []


def test_what_follows_a_whole_step_comes_in_turns_behind_it(qtbot: QtBot, workspace: Workspace) -> None:
    heard: list[str] = []
    workspace.paused.connect(lambda: heard.append("thẻ"))
    workspace.rested.connect(lambda _: heard.append("nghỉ"))
    workspace.counts_changed.connect(lambda _: heard.append("đếm từ"))
    workspace.opened.stepped.emit()
    assert heard == ["thẻ", "nghỉ"]
    qtbot.waitUntil(lambda: heard == ["thẻ", "nghỉ", "đếm từ"], timeout=200)


def test_after_a_rest_in_typing_no_turn_holds_two_of_them(qtbot: QtBot, workspace: Workspace) -> None:
    turns, heard = [0], dict[str, int]()
    clock = QTimer()
    clock.timeout.connect(lambda: turns.append(turns[-1] + 1))
    clock.start(0)
    workspace.counts_changed.connect(lambda _: heard.setdefault("đếm từ", turns[-1]))
    workspace.follow(lambda _: heard.setdefault("sau cùng", turns[-1]))
    workspace.rested.connect(lambda _: heard.setdefault("nghỉ", turns[-1]))
    page = workspace.current_page()
    assert page is not None
    type_text(page.start(), "a")
    qtbot.waitUntil(lambda: "sau cùng" in heard)
    assert list(heard) == ["nghỉ", "đếm từ", "sau cùng"]
    assert len(set(heard.values())) == 3
