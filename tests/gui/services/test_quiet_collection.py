"""Python looks for cycles through all objects when the user rests, never while he works."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.services import quiet_collection
from danvan_desktop.gui.services.quiet_collection import QuietCollection


class Node:
    """An object that can be part of a cycle."""

    other: "Node"


@pytest.fixture
def collection(monkeypatch: pytest.MonkeyPatch) -> Iterator[QuietCollection]:
    monkeypatch.setattr(quiet_collection, "REST_MS", 100)
    before = gc.get_threshold()
    parent = QObject()
    yield QuietCollection(parent)
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    assert gc.get_threshold() == before


def cycle() -> "weakref.ref[Node]":
    """Make garbage that only a full run finds."""
    one, two = Node(), Node()
    one.other, two.other = two, one
    gone = weakref.ref(one)
    gc.collect(1)
    assert gone() is not None
    del one, two
    return gone


def make_many() -> None:
    """Let time go by as the interpreter counts it."""
    for _ in range(12):
        gc.collect(1)


def test_however_much_is_made_no_full_run_comes_by_itself(collection: QuietCollection) -> None:
    gc.collect()
    full_runs = gc.get_stats()[2]["collections"]
    kept = [[[]] for _ in range(400_000)]  # type: ignore[var-annotated]
    assert gc.get_stats()[2]["collections"] == full_runs
    assert len(kept) == 400_000


def test_garbage_goes_when_the_user_rests(qtbot: QtBot, collection: QuietCollection) -> None:
    gone = cycle()
    make_many()
    collection.put_off()
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=3_000)


def test_while_the_user_works_it_is_put_off(qtbot: QtBot, collection: QuietCollection) -> None:
    gone = cycle()
    make_many()
    for _ in range(12):
        collection.put_off()
        qtbot.wait(30)
        assert gone() is not None


class Session(QObject):
    """What reports are opened and closed in."""

    opened, saved, closed = Signal(), Signal(object), Signal()


@pytest.fixture
def session(collection: QuietCollection) -> Session:
    session = Session()
    collection.follow(opened=session.opened, saved=session.saved, closed=session.closed)
    return session


def test_what_was_looked_through_is_let_be_until_the_report_is_closed(qtbot: QtBot, session: Session) -> None:
    kept = [Node() for _ in range(10)]
    session.opened.emit()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=3_000)
    assert not [each for each in gc.get_objects() if isinstance(each, Node)], "no run looks at them"
    session.closed.emit()
    assert [each for each in gc.get_objects() if isinstance(each, Node)] == kept


def test_what_is_known_to_stay_is_looked_through_only_when_the_report_is_closed(
    qtbot: QtBot, collection: QuietCollection, session: Session
) -> None:
    gone = cycle()
    collection.leave_out()
    make_many()
    collection.put_off()
    qtbot.wait(300)
    assert gone() is not None
    session.closed.emit()
    qtbot.waitUntil(lambda: gone() is None, timeout=3_000)


def test_what_the_closed_report_has_left_goes_in_the_next_rest(qtbot: QtBot, session: Session) -> None:
    one, two = Node(), Node()
    one.other, two.other = two, one
    gone = weakref.ref(one)
    session.opened.emit()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=3_000)
    del one, two
    session.closed.emit()
    qtbot.waitUntil(lambda: gone() is None, timeout=3_000)


def test_where_little_was_made_nothing_is_looked_through(qtbot: QtBot, collection: QuietCollection) -> None:
    gc.collect()
    full_runs = gc.get_stats()[2]["collections"]
    collection.put_off()
    qtbot.wait(300)
    assert gc.get_stats()[2]["collections"] == full_runs
