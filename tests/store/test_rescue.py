"""Rescue of a damaged database: every whole report comes back, the file itself is not changed."""

from pathlib import Path

from danvan_desktop.store.database import COMPANIONS
from danvan_desktop.store.drafts import open_store
from danvan_desktop.store.rescue import rescued
from tests.store.stored_reports import Clock, make_report


def test_every_report_of_a_sound_file_comes_back_the_last_one_too(tmp_path: Path, clock: Clock) -> None:
    store = open_store(tmp_path, clock)
    for number in range(3):
        store.create(make_report(f"Báo cáo {number}"))
    store.close()
    path = tmp_path / "drafts.sqlite3"
    before = path.read_bytes()
    assert [row["subject"] for row in rescued(path, COMPANIONS)] == ["Báo cáo 0", "Báo cáo 1", "Báo cáo 2"]
    assert path.read_bytes() == before
