"""A search goes piece by piece, finds what it always found, and keeps nobody waiting."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.store.connection import database
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.matches import Matches
from danvan_desktop.store.listing.search import Search
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows.search import terms
from tests.builders.many_reports import fill
from tests.store.stored_reports import found, make_report

COUNT = 250


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many")
    fill(made, make_report(text="dân vận khéo"), COUNT)
    return made


def test_pieces_give_what_there_is_in_the_order_of_the_list(folder: Path) -> None:
    store = open_store(folder)
    search, pieces = Search(store.drafts().numbers, "khéo 7"), list[Matches]()
    while not search.is_over:
        pieces.append(store.look_for(search, seconds=0))
    store.close()
    assert len(pieces) > 1
    wanted = [COUNT - number for number in range(COUNT, 0, -1) if "7" in str(number)]
    assert [place for piece in pieces for place in piece.apart] == wanted
    assert [place for piece in pieces for place in piece.together] == []


def test_a_search_that_is_stopped_looks_at_nothing_more(folder: Path) -> None:
    store = open_store(folder)
    search = Search(store.drafts().numbers, "dan")
    assert len(store.look_for(search, seconds=0)) > 0
    search.stop()
    assert search.is_over
    assert len(store.look_for(search, seconds=1)) == 0
    store.close()


def test_a_search_waits_for_no_save(folder: Path) -> None:
    store = open_store(folder)
    matches: list[Matches] = []
    search = Search(store.drafts().numbers, "dan van")
    with store.file.transaction() as held:
        held.execute("UPDATE draft SET place = 'x'")
        thread = threading.Thread(target=lambda: matches.append(store.look_for(search, seconds=20)))
        thread.start()
        thread.join(20)
        was_found = [len(each) for each in matches]
    store.close()
    assert was_found == [COUNT]


def test_where_the_file_cannot_be_opened_once_more_the_store_itself_reads(
    store: Store, tmp_path: Path
) -> None:
    store.create(make_report(text="dân vận khéo"))
    path = tmp_path / "data" / "drafts.sqlite3"
    path.rename(path.with_name("moved"))
    assert len(found(store, "khéo")) == 1


def test_on_a_network_drive_a_save_comes_in_between(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "on_network_drive", lambda _: True)
    store = open_store(folder)
    inside = threading.Event()
    go_on = Search.go_on

    def go_on_and_tell(search: Search, connection: object) -> Matches:
        inside.set()
        return go_on(search, connection)  # type: ignore[arg-type]

    monkeypatch.setattr(Search, "go_on", go_on_and_tell)
    monkeypatch.setattr("danvan_desktop.store.listing.search._AT_ONCE", 1)
    search, matches = Search(store.drafts().numbers, "dan van"), list[Matches]()
    thread = threading.Thread(target=lambda: matches.append(store.look_for(search, seconds=20)))
    thread.start()
    assert inside.wait(20)
    store.rename(1, "Tên mới")
    was_between = not search.is_over
    thread.join(20)
    store.rename(1, None)
    store.close()
    assert was_between
    assert [len(each) for each in matches] == [COUNT]


WORDS = st.lists(st.sampled_from(["dân", "vận", "dan", "số", "xã", "1", '"', "“", "”", "khéo"]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(WORDS.map(" ".join), min_size=1, max_size=5), words=WORDS)
def test_it_finds_what_has_every_word_and_puts_first_what_has_them_together(
    store_to_fill: Store, texts: list[str], words: list[str]
) -> None:
    for draft in store_to_fill.drafts():
        store_to_fill.file.database.execute_sql("DELETE FROM draft WHERE id = ?", (draft.id,))
    for text in texts:
        store_to_fill.create(make_report("Báo cáo", text))
    asked = " ".join(words)
    if not terms(asked):
        return
    drafts = store_to_fill.drafts()
    folded = dict(store_to_fill.file.database.execute_sql("SELECT draft_id, folded FROM search").fetchall())
    wanted = [draft.id for draft in drafts if all(term in folded[draft.id] for term in terms(asked))]
    wanted.sort(key=lambda number: " ".join(terms(asked)) not in folded[number])
    assert [draft.id for draft in found(store_to_fill, asked)] == wanted


@pytest.fixture(scope="module")
def store_to_fill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("filled"))
    yield store
    store.close()
