"""The database vanishes while it is open: told, made anew, no word lost."""

import os
import shutil
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows.contents import DamagedReportError
from tests.store.stored_reports import make_report

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete an open file")


def _delete(folder: Path) -> None:
    (folder / "drafts.sqlite3").unlink()


def _delete_wal(folder: Path) -> None:
    (folder / "drafts.sqlite3-wal").unlink()


def _delete_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def _move_folder(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def _replace_by_older(folder: Path) -> None:
    older = (folder / "drafts.sqlite3").read_bytes()
    (folder / "drafts.sqlite3").unlink()
    (folder / "drafts.sqlite3").write_bytes(older)


def _zero(folder: Path) -> None:
    path = folder / "drafts.sqlite3"
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))


def _cut(folder: Path) -> None:
    with (folder / "drafts.sqlite3").open("r+b") as file:
        file.truncate(4096)


FAULTS = [_delete, _delete_wal, _delete_folder, _move_folder, _replace_by_older]


@pytest.fixture
def filled(store: Store) -> tuple[Draft, Draft]:
    return store.create(make_report("Báo cáo khác")), store.create(make_report("Báo cáo đang mở"))


def _all_subjects(folder: Path) -> list[str]:
    with closing(open_store(folder)) as again:
        return sorted(again.load(draft.id).subject for draft in again.drafts())


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("whole", [True, False])
def test_a_save_notices_that_the_file_is_gone_and_nothing_is_lost(
    store: Store, tmp_path: Path, filled: tuple[Draft, Draft], fault: object, whole: bool
) -> None:
    _, draft = filled
    report = make_report("Báo cáo đang mở", "chữ " * 2_000)
    store.save(draft.id, report, "")
    fault(tmp_path / "data")  # type: ignore[operator]
    newer = replace(report, subject="Câu cuối cùng")
    store.save(draft.id, newer, "", whole=whole)
    assert len(store.news()) == 1
    assert store.news() == ()
    assert store.load(draft.id) == newer
    store.close()
    assert _all_subjects(tmp_path / "data") == ["Báo cáo khác", "Câu cuối cùng"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_look_notices_it_too(
    store: Store, tmp_path: Path, filled: tuple[Draft, Draft], fault: object
) -> None:
    store.look_after()
    assert store.news() == ()
    fault(tmp_path / "data")  # type: ignore[operator]
    store.look_after()
    (line,) = store.news()
    assert "không mất chữ nào" in line
    store.close()
    assert _all_subjects(tmp_path / "data") == ["Báo cáo khác", "Báo cáo đang mở"]


@pytest.mark.parametrize("fault", [_zero, _cut])
def test_a_file_that_is_overwritten_keeps_the_open_report_and_tells_of_the_others(
    store: Store, tmp_path: Path, filled: tuple[Draft, Draft], fault: object
) -> None:
    _, draft = filled
    for number in range(4):
        store.create(make_report(f"Báo cáo {number}", "chữ " * 20_000))
    store.load(draft.id)  # it is the open one
    store.file.database.pragma("wal_checkpoint", "TRUNCATE")
    store.file.database.pragma("cache_size", 4)  # all but a few pages are in the file alone
    fault(tmp_path / "data")  # type: ignore[operator]
    store.look_after()
    store.save(draft.id, make_report("Câu cuối cùng"), "")
    assert "ghi đè" in store.news()[0]
    assert store.rescue_notice
    store.close()
    assert "Câu cuối cùng" in _all_subjects(tmp_path / "data")


def test_a_folder_of_somebody_else_at_our_path_is_not_overwritten(
    store: Store, tmp_path: Path, filled: tuple[Draft, Draft]
) -> None:
    path = tmp_path / "data" / "drafts.sqlite3"
    path.unlink()
    path.write_bytes(b"of somebody else")
    store.look_after()
    kept = [each.read_bytes() for each in path.parent.glob("drafts-khac-*")]
    assert kept == [b"of somebody else"]


@pytest.mark.parametrize(
    ("byte", "bit", "left"),
    [(0, 1, "oguyên văn"), (4, 0x40, "nguy\ufffd")],
    ids=["a letter", "no letter at all"],
)
def test_a_flipped_bit_is_found_and_the_report_is_not_another_one(
    store: Store, tmp_path: Path, byte: int, bit: int, left: str
) -> None:
    report: Report = make_report(text="nguyên văn " * 50)
    draft = store.create(report)
    store.close()
    path = tmp_path / "data" / "drafts.sqlite3"
    data = bytearray(path.read_bytes())
    data[data.index("nguyên văn".encode()) + byte] ^= bit
    path.write_bytes(data)
    with closing(open_store(tmp_path / "data")) as again:
        again.look_after()
        (told,) = again.news()
        assert "hỏng" in told
        assert again.draft(draft.id).is_damaged
        with pytest.raises(DamagedReportError):
            again.load(draft.id)
        found = again.readable(draft.id)
        assert found is not None
        assert left in str(found.sections[0].blocks[0])


def test_a_wal_that_was_cut_takes_no_further_save(
    store: Store, tmp_path: Path, filled: tuple[Draft, Draft]
) -> None:
    """It would grow on behind the cut, and be read to the cut only at the next start."""
    _, draft = filled
    wal = tmp_path / "data" / "drafts.sqlite3-wal"
    os.truncate(wal, wal.stat().st_size // 2)
    newer = make_report("Câu cuối cùng")
    store.save(draft.id, newer, "", whole=False)
    assert len(store.news()) == 1
    kept = tmp_path / "after a kill"
    shutil.copytree(tmp_path / "data", kept)
    assert _all_subjects(kept) == ["Báo cáo khác", "Câu cuối cùng"]


@pytest.mark.parametrize("fault", [_zero, _cut])
def test_the_next_save_notices_that_somebody_else_wrote_to_the_file(
    store: Store, tmp_path: Path, filled: tuple[Draft, Draft], fault: object
) -> None:
    fault(tmp_path / "data")  # type: ignore[operator]
    store.save(filled[1].id, make_report("Câu cuối cùng"), "", whole=False)
    assert len(store.news()) == 1
    store.close()
    assert "Câu cuối cùng" in _all_subjects(tmp_path / "data")
