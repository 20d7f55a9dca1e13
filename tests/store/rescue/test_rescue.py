"""Rescue: no lost page costs more than one report, no office; killed at any moment, it begins again."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rescue import data_folder, note
from danvan_desktop.store.rows.contents import DamagedReportError
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.builders.full_report import report as full_report
from tests.store.stored_reports import MOMENT, Clock, make_report

OFFICES = (Office("TỈNH A", "VĂN PHÒNG A"), Office("TỈNH B", "VĂN PHÒNG B"))
REPORTS = 8


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[int, Report]]:
    """A database of eight reports, each saved twice, and two offices."""
    folder = tmp_path_factory.mktemp("sound")
    kept = {}
    with closing(open_store(folder)) as store:
        for number in range(REPORTS):
            report = replace(full_report(), id=f"report {number}", subject=f"Báo cáo số {number}")
            draft = store.create(report)
            kept[draft.id] = replace(report, subject=f"Báo cáo số {number}, đã sửa")
            store.save(draft.id, kept[draft.id], "general")
        store.keep_offices(OFFICES)
    return (folder / "drafts.sqlite3").read_bytes(), kept


def test_no_single_zeroed_page_costs_more_than_one_report_or_any_office(
    sound: tuple[bytes, dict[int, Report]], tmp_path: Path
) -> None:
    data, reports = sound
    for page in range(len(data) // 4096):
        folder = tmp_path / str(page)
        folder.mkdir()
        damaged = bytearray(data)
        damaged[page * 4096 : (page + 1) * 4096] = bytes(4096)
        if damaged == data:
            continue
        (folder / "drafts.sqlite3").write_bytes(damaged)
        with closing(open_store(folder)) as store:
            lost, told = [], bool(store.rescue_notice)
            for number, report in reports.items():
                try:
                    if number not in {draft.id for draft in store.drafts()} or store.load(number) != report:
                        lost.append(number)
                except DamagedReportError:
                    lost.append(number)
                    told = store.readable(number) is not None
            assert len(lost) <= 1, f"page {page + 1}: {lost}"
            assert told or not lost, f"page {page + 1}: nothing was told"
            assert store.offices() == OFFICES, f"page {page + 1}"


def test_what_can_be_read_of_a_lost_report_is_a_report_of_its_own(
    sound: tuple[bytes, dict[int, Report]], tmp_path: Path
) -> None:
    data, reports = sound
    with closing(sqlite3.connect(f"file:{_write(tmp_path, data)}?mode=ro", uri=True)) as connection:
        pages = connection.execute("SELECT 1 FROM content").fetchall()
    assert len(pages) == REPORTS
    damaged = bytearray(data)
    place = data.index("đã sửa".encode(), data.index(b"report 3"))
    page = place // 4096
    damaged[page * 4096 : (page + 1) * 4096] = bytes(4096)
    _write(tmp_path, bytes(damaged))
    with closing(open_store(tmp_path)) as store:
        parts = [draft for draft in store.drafts() if "phần đọc được" in draft.subject]
        if not parts:  # the page held no more than the end of it
            number = next(
                n for n in reports if n not in {d.id for d in store.drafts()} or _is_damaged(store, n)
            )
            assert store.readable(number) is not None
            return
        (part,) = parts
        words = {
            run.text for block in store.load(part.id).sections[0].blocks for run in getattr(block, "runs", ())
        }
        assert len(words) >= 3
        assert part.subject in store.rescue_notice


def _is_damaged(store: Store, number: int) -> bool:
    try:
        store.load(number)
    except DamagedReportError:
        return True
    return False


def _write(folder: Path, data: bytes) -> Path:
    path = folder / "drafts.sqlite3"
    path.write_bytes(data)
    return path


class Killed(BaseException):
    """The process ends here."""


STEPS_OF_RESCUE = ["Đang giữ lại", "Đang tìm", "Đang ghi", "Đang đưa", "replace", "unlink"]


@pytest.mark.parametrize("killed_at", STEPS_OF_RESCUE)
def test_killed_at_any_moment_the_next_start_begins_again(
    sound: tuple[bytes, dict[int, Report]], tmp_path: Path, killed_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, reports = sound
    damaged = bytearray(data)
    damaged[0:4096] = bytes(4096)
    _write(tmp_path, bytes(damaged))

    def progress(text: str) -> None:
        if text.startswith(killed_at):
            raise Killed

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        if killed_at == "replace":
            patch.setattr(os, "replace", die)
        if killed_at == "unlink":
            real = Path.unlink
            patch.setattr(
                Path,
                "unlink",
                lambda self, **kw: die() if self.name == note.NOTE_NAME else real(self, **kw),
            )
        with pytest.raises(Killed):
            data_folder.rescue_folder(tmp_path, MOMENT, progress)
    with closing(open_store(tmp_path)) as store:
        assert {draft.id: store.load(draft.id) for draft in store.drafts()} == reports
        assert store.offices() == OFFICES
        assert "8 báo cáo nguyên vẹn" in store.rescue_notice
    assert not note.is_under_way(tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in names if "dang-cuu" in name or name.endswith(".part")] == []
    asides = [path for path in tmp_path.glob("drafts-hong-*.sqlite3") if path.read_bytes() == bytes(damaged)]
    assert asides, "the damaged file is kept"


def test_a_full_drive_refuses_in_a_sentence_and_leaves_nothing_behind(
    sound: tuple[bytes, dict[int, Report]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, _ = sound
    path = _write(tmp_path, b"x" * 5_000 + data[5_000:])
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(UserError, match="ổ đĩa đầy"):
            open_store(tmp_path)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
    open_store(tmp_path).close()


def test_a_database_of_an_older_schema_is_rescued_too(tmp_path: Path, clock: Clock) -> None:
    from danvan_desktop.report.codec.danvan_file import to_json

    path = tmp_path / "drafts.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        for statements in STEPS[:3]:
            for statement in statements:
                connection.execute(statement)
        connection.execute("PRAGMA user_version = 3")
        for number in range(5):
            text = to_json(make_report(f"Báo cáo {number}", "chữ " * 3_000))
            connection.execute(
                "INSERT INTO draft (name, subject, year, state, created, modified, folded, content) "
                "VALUES (?, ?, 2025, 'drafting', ?, ?, '', ?)",
                (f"tên {number}", f"Báo cáo {number}", MOMENT.isoformat(), MOMENT.isoformat(), text),
            )
        connection.execute('INSERT INTO office VALUES (0, \'{"agency": "VĂN PHÒNG"}\')')
        connection.commit()
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    with closing(open_store(tmp_path, clock)) as store:
        assert sorted(draft.title for draft in store.drafts()) == [f"tên {number}" for number in range(5)]
        assert store.load(1) == make_report("Báo cáo 0", "chữ " * 3_000)
        assert [office.agency for office in store.offices()] == ["VĂN PHÒNG"]
