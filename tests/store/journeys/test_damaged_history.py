"""A damaged file and the history: reports come first, versions come back, what is lost is told."""

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.report.numbering import renumber
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rescue.old_data import read_old_data
from tests.builders.full_report import report as full_report
from tests.builders.report_edits import edited
from tests.store.stored_reports import MOMENT

PAGE = 4096
REPORTS, VERSIONS = 3, 12
Kept = tuple[bytes, dict[int, Report], dict[int, Report]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A database, its reports, and the versions of all of them."""
    folder, dice = tmp_path_factory.mktemp("sound"), Random(3)
    reports, versions = {}, {}
    with closing(open_store(folder)) as store:
        for _ in range(REPORTS):
            report = renumber(full_report())
            draft = store.create(report)
            for _ in range(VERSIONS):
                report = edited(report, dice, times=6)
                versions[store.history.take(draft.id, report, "work")] = report
            store.save(draft.id, report, "")
            reports[draft.id] = report
            store.history.note_exported(draft.id, max(versions), [Path(__file__)])
    return (folder / "drafts.sqlite3").read_bytes(), reports, versions


def read_versions(store: Store, versions: dict[int, Report]) -> list[int]:
    """The versions that come back as they were; none as something else."""
    found = []
    for number, report in versions.items():
        try:
            assert store.history.report(number) == report
            found.append(number)
        except UserError:
            continue
    return found


def opened_with(folder: Path, data: bytes) -> Store:
    folder.mkdir()
    (folder / "drafts.sqlite3").write_bytes(data)
    return open_store(folder)


def test_no_zeroed_page_costs_more_than_one_report_or_the_versions_of_one_told(
    sound: Kept, tmp_path: Path
) -> None:
    data, reports, versions = sound
    for page in range(len(data) // PAGE):
        damaged = data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :]
        if damaged == data:
            continue
        with closing(opened_with(tmp_path / str(page), damaged)) as store:
            told = [store.rescue_notice]
            lost = []
            for number, report in reports.items():
                try:
                    if store.load(number) != report:
                        lost.append(number)
                except UserError as error:
                    lost.append(number)
                    told.append(error.message)
            found = read_versions(store, versions)
            store.begin_check()
            assert store._check is not None
            store._check.wait()
            told += store.news()
        assert len(lost) <= 1, f"page {page}: {lost}"
        assert len(found) >= len(versions) - VERSIONS, f"page {page}"
        is_whole = not lost and len(found) == len(versions)
        assert is_whole or any(told), f"page {page}: {len(versions) - len(found)} lost, nothing told"


def test_a_rescue_brings_the_history_and_the_exported_files(sound: Kept, tmp_path: Path) -> None:
    data, reports, versions = sound
    with closing(opened_with(tmp_path / "data", bytes(PAGE) + data[PAGE:])) as store:
        assert read_versions(store, versions) == list(versions)
        assert "lịch sử" not in store.rescue_notice
        for number in reports:
            assert len(store.history.versions(number)) == VERSIONS
            assert len(store.history.exported(number)) == 1


def test_a_report_of_which_nothing_else_is_left_comes_back_from_its_history(
    sound: Kept, tmp_path: Path
) -> None:
    data, reports, versions = sound
    lost = min(reports)
    with closing(opened_with(tmp_path / "before", data)) as store:
        connection = store.file.database.connection()
        connection.execute("UPDATE content SET checksum = 'x' WHERE draft_id = ?", (lost,))
        connection.execute("DELETE FROM change WHERE draft_id = ?", (lost,))
    broken = (tmp_path / "before" / "drafts.sqlite3").read_bytes()
    with closing(opened_with(tmp_path / "after", bytes(PAGE) + broken[PAGE:])) as store:
        newest = max(number for number in versions if number <= VERSIONS)
        assert store.load(lost) == versions[newest]
        assert "bản lưu trước đó" in store.rescue_notice


def test_versions_are_no_reports_of_an_old_file(sound: Kept, tmp_path: Path) -> None:
    data, reports, _ = sound
    path = tmp_path / "old.sqlite3"
    path.write_bytes(data)
    found = read_old_data(path, MOMENT, lambda: True)
    assert found is not None
    assert len(found.reports) == len(reports)
    assert found.lost == ()
