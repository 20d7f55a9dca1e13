"""What went out and came back takes no more room than the history, and what is still open never goes."""

from danvan_desktop.store.drafts import Store
from danvan_desktop.store.takeback.received_rows import Decided
from danvan_desktop.store.takeback.thinning import ALWAYS, MOST_BYTES
from tests.store.stored_reports import make_report

LARGE = bytes(MOST_BYTES // 10)


def test_the_oldest_files_that_went_out_go_first(store: Store) -> None:
    draft_id = store.create(make_report()).id
    numbers = [store.correspondence.keep_sent(draft_id, make_report(text=str(n)), LARGE) for n in range(15)]
    kept = [row.number for row in store.correspondence.sent(draft_id)]
    assert kept == numbers[: -len(kept) - 1 : -1]
    assert ALWAYS <= len(kept) < 10


def test_what_is_open_stays_and_what_it_is_compared_with(store: Store) -> None:
    draft_id = store.create(make_report()).id
    base = store.correspondence.keep_sent(draft_id, make_report(), LARGE)
    still_open = store.correspondence.keep_received(draft_id, "0.docx", b"0" + LARGE, base)
    store.correspondence.decide(Decided(still_open, 1, {}))
    done = []
    for number in range(1, 15):
        done.append(store.correspondence.keep_received(draft_id, "n.docx", bytes([number]) + LARGE, None))
        store.correspondence.decide(Decided(done[-1], 0, {}))
    for number in range(ALWAYS + 2):
        store.correspondence.keep_sent(draft_id, make_report(text=str(number)), b"small")
    kept = [row.number for row in store.correspondence.received(draft_id)]
    assert still_open in kept
    assert kept[:ALWAYS] == done[: -ALWAYS - 1 : -1]
    assert done[0] not in kept
    assert base in {row.number for row in store.correspondence.sent(draft_id)}


def test_small_files_all_stay(store: Store) -> None:
    draft_id = store.create(make_report()).id
    for number in range(40):
        store.correspondence.keep_sent(draft_id, make_report(text=str(number)), b"x" * 30_000)
    assert len(store.correspondence.sent(draft_id)) == 40
