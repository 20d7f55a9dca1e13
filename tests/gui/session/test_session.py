"""The open report reaches the disk: after a rest, at the end, after a failure; the newest always wins."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.session import saver as saving_thread
from danvan_desktop.gui.session.emergency_copy import EmergencyCopy
from danvan_desktop.gui.session.saver import SaveRequest
from danvan_desktop.gui.session.session import REST_MS, Session
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft

MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)
REPORT = Report(id="r", modified=MOMENT, year=2025, subject="Công tác Dân vận")


class BareEditor(QObject):
    """An editor without a window."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = REPORT
        self.cursor = ""
        self.composing = ""
        self.is_half_done = False

    def show(self, report: Report) -> "BareEditor":
        self.shown = report
        self.changed.emit()  # filling an editor makes it signal
        return self

    def report(self) -> Report:
        return self.shown

    def place(self) -> str:
        return self.cursor

    def commit_input(self) -> None:
        if self.composing:
            self.type(self.shown.subject + self.composing)
            self.composing = ""

    def type(self, subject: str) -> None:
        self.shown = replace(self.shown, subject=subject)
        self.changed.emit()


@pytest.fixture
def editor() -> BareEditor:
    return BareEditor()


@pytest.fixture
def draft(store: Store) -> Draft:
    created = store.create(REPORT)
    store.save(created.id, REPORT, "block:2/5")
    return store.drafts()[0]


@pytest.fixture
def session(store: Store, editor: BareEditor) -> Iterator[Session]:
    session = Session(store)
    editor.changed.connect(session.note_change)
    yield session
    session.close()


def test_a_report_opens(session: Session, draft: Draft, editor: BareEditor) -> None:
    assert session.open(draft, editor.show) == REPORT
    assert (editor.shown, session.draft) == (REPORT, draft)


def test_a_word_still_being_composed_is_saved_at_the_end_but_not_torn_out_before(
    qtbot: QtBot, session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    editor.composing = " khéo"
    with qtbot.waitSignal(session.saved, timeout=3000):
        editor.changed.emit()
    assert editor.composing == " khéo"
    session.save_everything_now("close")
    assert store.load(draft.id).subject == "Công tác Dân vận khéo"


def test_opening_alone_changes_nothing(
    qtbot: QtBot, session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    assert session.save_everything_now("close")
    assert store.load(draft.id) == REPORT
    assert store.drafts()[0].opened is not None


def test_a_change_is_on_disk_within_a_second(
    qtbot: QtBot, session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    begin = time.perf_counter()
    with qtbot.waitSignal(session.saved, timeout=3000):
        editor.type("Đã sửa")
    assert time.perf_counter() - begin < 1
    kept = store.load(draft.id)
    assert kept.subject == "Đã sửa"
    assert kept.modified > MOMENT


def test_someone_who_never_rests_is_saved_too(
    qtbot: QtBot, session: Session, draft: Draft, editor: BareEditor
) -> None:
    session._debounce = Debounce(REST_MS, session._save_soon, session, longest=200)
    session.open(draft, editor.show)
    moments: list[object] = []
    session.saved.connect(moments.append)
    for number in range(40):
        editor.type(str(number))
        qtbot.wait(20)
    assert moments  # although there was no rest


def test_what_is_done_in_slices_is_saved_when_the_last_is_done(
    qtbot: QtBot, session: Session, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    editor.is_half_done = True
    editor.type("Đã sửa")
    with qtbot.assertNotEmitted(session.saved, wait=REST_MS + 300):
        pass
    with qtbot.waitSignal(session.saved, timeout=300):
        editor.is_half_done = False


def test_everything_is_saved_now_when_asked(
    session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    editor.type("Trước khi tắt máy")
    editor.cursor = "block:7/0"
    assert session.save_everything_now("session end")
    assert store.load(draft.id).subject == "Trước khi tắt máy"
    assert store.drafts()[0].place == "block:7/0"


def test_saving_again_without_a_change_keeps_the_time_of_the_last_change(
    session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    editor.type("Đã sửa")
    session.save_everything_now("one")
    first = store.load(draft.id).modified
    session._modified = first - timedelta(days=1)  # as if the change lay in the past
    session.save_everything_now("two")
    assert store.load(draft.id).modified == first - timedelta(days=1)


def test_with_nothing_open_there_is_nothing_to_save(
    session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    assert session.current() is None
    assert session.save_everything_now("session end")
    session.open(draft, editor.show)
    session.close_report()
    editor.type("Không còn mở")
    assert session.save_everything_now("session end")
    assert store.load(draft.id).subject == REPORT.subject


def test_the_saving_of_a_report_that_is_closed_is_not_told_of_the_next(
    qtbot: QtBot, session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    other = store.create(replace(REPORT, id="khác"))
    session.open(draft, editor.show)
    with qtbot.assertNotEmitted(session.saved), qtbot.waitSignal(session._saver.saved):
        session._saver.hand_over(SaveRequest(other.id, REPORT, ""))


def test_a_report_that_cannot_be_read_leaves_the_open_one_open(
    session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    with pytest.raises(UserError):
        session.open(replace(draft, id=99), editor.show)
    assert session.draft == draft


def test_a_failure_is_told_and_mended_by_itself(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    session: Session,
    store: Store,
    draft: Draft,
    editor: BareEditor,
) -> None:
    monkeypatch.setattr(saving_thread, "RETRY_SECONDS", 0.1)
    session.open(draft, editor.show)
    store.file.database.pragma("query_only", 1)
    with qtbot.waitSignal(session.failed, timeout=3000) as failed:
        editor.type("Chưa mất")
    assert "kiểm tra quyền ghi" in failed.args[0]
    assert not session.save_everything_now("close")
    store.file.database.pragma("query_only", 0)
    with qtbot.waitSignal(session.saved, timeout=3000):
        pass
    assert store.load(draft.id).subject == "Chưa mất"


def test_while_nothing_can_be_saved_the_report_stands_among_the_documents(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    session: Session,
    store: Store,
    draft: Draft,
    editor: BareEditor,
) -> None:
    documents = tmp_path / "Tài liệu"
    documents.mkdir()
    monkeypatch.setattr(saving_thread, "RETRY_SECONDS", 0.1)
    monkeypatch.setattr(session, "_emergency", EmergencyCopy(lambda: str(documents)))
    session.open(draft, editor.show)
    store.file.database.pragma("query_only", 1)
    with qtbot.waitSignal(session.failed, timeout=3000) as failed:
        editor.type("Chưa mất")
    (copy,) = documents.glob("*.danvan")
    assert str(copy) in failed.args[0]
    assert from_json(copy.read_text("utf-8")).subject == "Chưa mất"
    store.file.database.pragma("query_only", 0)
    with qtbot.waitSignal(session.saved, timeout=3000):
        pass
    qtbot.waitUntil(lambda: list(documents.glob("*.danvan")) == [])


def test_an_editor_that_breaks_does_not_break_the_last_save(
    qtbot: QtBot, session: Session, draft: Draft, editor: BareEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.open(draft, editor.show)
    monkeypatch.setattr(editor, "report", lambda: 1 / 0)
    with qtbot.waitSignal(session.failed) as failed:
        assert not session.save_everything_now("unexpected error")
    assert "ZeroDivisionError" in failed.args[0]


def _reasons(store: Store, draft: Draft) -> list[str]:
    return [version.reason for version in store.history.versions(draft.id)]


def test_a_report_has_versions_of_its_opening_and_its_closing(
    qtbot: QtBot, session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    editor.type("Câu mới")
    assert session.save_everything_now("test")
    session.close_report()
    qtbot.waitUntil(lambda: _reasons(store, draft) == ["closed", "opened"])
    newest = store.history.versions(draft.id)[0]
    assert store.history.report(newest.number).subject == "Câu mới"


def test_a_report_that_was_only_looked_at_gets_no_second_version(
    qtbot: QtBot, session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    for _ in range(3):
        session.open(draft, editor.show)
        assert session.save_everything_now("test")
        session.close_report()
    session.close()
    assert _reasons(store, draft) == ["opened"]


def test_a_version_that_is_asked_for_is_on_disk_when_it_is_told(
    qtbot: QtBot, session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    editor.type("Trước khi khôi phục")
    told: list[Report] = []
    session.keep_version("restore", done=lambda number: told.append(store.history.report(number)))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].subject == "Trước khi khôi phục"


def test_the_end_of_the_program_waits_for_the_versions(
    session: Session, store: Store, draft: Draft, editor: BareEditor
) -> None:
    session.open(draft, editor.show)
    session.keep_version("named", name="Bản gửi chị Hà")
    session.close()
    assert [version.name for version in store.history.versions(draft.id)] == ["Bản gửi chị Hà"]
