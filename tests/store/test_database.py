"""A damaged database file is set aside with its companions, under a name of its own."""

from datetime import datetime
from pathlib import Path

from danvan_desktop.store.database import set_aside

NIGHT = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - a name shows the wall clock


def test_a_database_is_set_aside_with_all_that_was_not_yet_written_into_it(tmp_path: Path) -> None:
    path = tmp_path / "drafts.sqlite3"
    kept = {"": b"pages", "-wal": b"newest writes", "-shm": b"index", "-journal": b"rollback"}
    for companion, content in kept.items():
        (tmp_path / f"drafts.sqlite3{companion}").write_bytes(content)
    aside = set_aside(path, NIGHT)
    assert aside.name == "drafts-hong-20260102-030405.sqlite3"
    found = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert found == {f"{aside.name}{companion}": content for companion, content in kept.items()}


def test_one_set_aside_in_the_same_second_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "drafts.sqlite3"
    names = []
    for content in (b"a", b"b"):
        path.write_bytes(content)
        names.append(set_aside(path, NIGHT))
    assert [name.read_bytes() for name in names] == [b"a", b"b"]
